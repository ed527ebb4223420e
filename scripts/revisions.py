"""What was changed in the texts of a language, and when, from the history of the project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from scripts.markdown import Section, parse_document
from scripts.problem import ProblemsError
from scripts.repository import git
from scripts.version import version

Key: TypeAlias = tuple[str, str]
"""What a text says it is the text of, such as `4`, and the id of a section: both outlast a renamed file."""


@dataclass(frozen=True)
class Revision:
    """A section that one commit added, changed or removed.

    `time` is the commit's, in seconds since 1970; `key` is the text and the section; `before` is none for a new section, `after` for one that is gone.
    """

    time: int
    key: Key
    before: Section | None
    after: Section | None


@dataclass(frozen=True)
class _Commit:
    name: str
    time: int
    paths: Sequence[str]


def revisions(root: Path, language: str) -> Sequence[Revision]:
    """Return what was changed in the texts of `language` in the repository around `root`, the newest first.

    Typography alone changes nothing. Without a repository, or in one without history, there is nothing to tell.
    """
    commits = list(_commits(root, f"docs/{language}"))
    texts = _texts(root, [f"{commit.name}:./{path}" for commit in commits for path in commit.paths])
    known: dict[str, Mapping[Key, Section]] = {}
    found: list[Revision] = []
    for commit in commits:
        before: dict[Key, Section] = {}
        after: dict[Key, Section] = {}
        for path in commit.paths:
            before |= known.pop(path, {})
            known[path] = _sections(path, texts.get(f"{commit.name}:./{path}"))
            after |= known[path]
        found += _compared(commit.time, before, after, language)
    return found[::-1]


def _compared(
    time: int, before: Mapping[Key, Section], after: Mapping[Key, Section], language: str
) -> Iterator[Revision]:
    for key in [*after, *(key for key in before if key not in after)][::-1]:
        old, new = before.get(key), after.get(key)
        if old is None or new is None or version(old, language) != version(new, language):
            yield Revision(time, key, old, new)


def _sections(path: str, text: str | None) -> Mapping[Key, Section]:
    if text is None:  # removed
        return {}
    try:
        document, _ = parse_document(path, text)
    except ProblemsError:  # it could not be read then, either
        return {}
    meta = document.meta.value
    owner = str(next(iter(meta.values()), "")) if isinstance(meta, dict) else ""
    return {(owner, section.id): section for section in document.sections}


def _commits(root: Path, folder: str) -> Iterator[_Commit]:
    """Yield every commit that touched a text under `folder`, the oldest first."""
    form = ("--reverse", "--first-parent", "-m", "--no-renames", "--name-only", "--relative", "--format=%x00%H %ct")
    listed = git(root, "log", *form, "--", folder).decode(errors="replace")
    for block in listed.split("\0")[1:]:
        head, *paths = block.split("\n")
        name, time = head.split()
        yield _Commit(name, int(time), [path for path in paths if path.endswith(".md")])


def _texts(root: Path, names: Sequence[str]) -> Mapping[str, str]:
    """Return the files `<commit>:<path>` that exist, all read at once."""
    answer = git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names))
    found: dict[str, str] = {}
    place = 0
    for name in names if answer else ():
        end = answer.index(b"\n", place)
        head, place = answer[place:end].split(), end + 1
        if head[-1].isdigit():  # `<hash> blob <size>`; otherwise the commit removed the file
            size = int(head[-1])
            found[name] = answer[place : place + size].decode(errors="replace").replace("\r\n", "\n")
            place += size + 1
    return found
