"""What a text said before, from the history of the project, when there is one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeAlias

from scripts import markdown
from scripts.markdown import Section, parse_document
from scripts.problem import ProblemsError
from scripts.repository import git
from scripts.standing import Standing
from scripts.version import version

Change: TypeAlias = tuple[Literal["same", "removed", "added"], str]
AROUND = 6
"""How many unchanged words stand before and after a change."""
JAPANESE = "ぁ-ゖァ-ヺー㐀-鿿々"
WORD = re.compile(rf"(?:[ぁ-ゖ]+|[ァ-ヺー]+|[㐀-鿿々]+|[^\s{JAPANESE}]+)\s*")
"""A word and the space after it; Japanese has no spaces, so each run of one script counts as a word."""


@dataclass(frozen=True)
class History:
    """The earlier versions of the texts of `language` in the repository around `root`."""

    root: Path
    language: str

    def section(self, wanted: str) -> Section | None:
        """Return the section with the version `wanted`; none when the history does not reach back to it, or there is none."""
        for name in [name for name in self._unread if name not in self._read]:
            if wanted in self._known:
                break
            self._read.add(name)
            self._known.update(self._versions(name))
        return self._known.get(wanted)

    @cached_property
    def _known(self) -> dict[str, Section]:
        return {}

    @cached_property
    def _read(self) -> set[str]:
        return set()

    @cached_property
    def _unread(self) -> Sequence[str]:
        """Every file as some commit left it, `<commit>:<path>`, the newest first."""
        listed = git(
            self.root,
            "log",
            "--format=%x00%H",
            "--name-only",
            "--diff-filter=d",
            "--relative",
            "--",
            f"docs/{self.language}",
        ).decode(errors="replace")
        found = []
        for commit in listed.split("\0")[1:]:
            name, *paths = commit.split("\n")
            found += [f"{name}:./{path}" for path in paths if path.endswith(".md")]
        return found

    def _versions(self, name: str) -> Mapping[str, Section]:
        try:
            document, _ = parse_document(name, git(self.root, "show", name).decode(errors="replace"))
        except ProblemsError:  # it could not be read then, either
            return {}
        return {version(section, self.language): section for section in document.sections}


def changed(found: Iterable[Standing], history: History) -> Iterator[tuple[tuple[str, str], Sequence[Change]]]:
    """Yield what changed in the source of each outdated section, by its language and key, as far as the history knows."""
    for standing in found:
        old = history.section(standing.made_from) if standing.state == "outdated" and standing.made_from else None
        if old is not None:
            yield (standing.language, standing.key), list(changes(old, standing.source))


def changes(old: Section, new: Section) -> Iterator[Change]:
    """Yield what became of `old`, word by word: what stayed, what was removed, what was added."""
    before, after = _words(old), _words(new)
    for tag, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(before[i:j])
        else:
            if i < j:
                yield "removed", "".join(before[i:j])
            if k < m:
                yield "added", "".join(after[k:m])


def excerpts(found: Sequence[Change]) -> Iterator[Change]:
    """Yield changes with only a few of the unchanged words around each."""
    for place, (kind, text) in enumerate(found):
        words = WORD.findall(text)
        if kind == "same" and len(words) > 2 * AROUND:
            before = words[:AROUND] if place else []
            after = words[-AROUND:] if place + 1 < len(found) else []
            yield kind, "".join([*before, "… ", *after])
        else:
            yield kind, text


def _words(section: Section) -> list[str]:
    """Return the words of a section, each with the space after it."""
    return WORD.findall(f"{section.title}\n{markdown.plain(section, ' ')}")
