"""What the checks say: every message in every language, chosen by the file it is about.

A message has a name (`number-missing`) and three sentences: what is wrong, why it matters, what to do. They stand in
`scripts/messages/<language>.yaml`; `{braces}` are filled with the values of the problem, and `{kind:word}` with the
word for that value from the group `words` of the same file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from scripts.problem import Problem

HOME = Path(__file__).parent / "messages"
LANGUAGES = tuple(sorted(file.stem for file in HOME.glob("*.yaml")))
FALLBACK = "en"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment says the language: the first that is set counts."""
OWNER = re.compile(r"(?:docs|scripts/words)/(?P<code>[a-z]{2})(?:[/.]|$)")
"""Files and folders that belong to one language: whoever edits them reads it."""
PARTS = ("what", "why", "do")
"""The sentences of a message, in the order in which they are told."""


class _Filler(Formatter):
    """Fills braces with values, those marked `word` with the word for the value."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def format_field(self, value: object, format_spec: str) -> str:
        return self.words[str(value)] if format_spec == "word" else str(value)


@cache
def catalogue(language: str) -> Mapping[str, Any]:
    """Return what `scripts/messages/<language>.yaml` holds: `joint`, `words`, `endings` and `messages`."""
    found: Mapping[str, Any] = yaml.safe_load((HOME / f"{language}.yaml").read_text(encoding="utf-8"))
    return found


def of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that whoever runs the program reads, found as gettext finds it; English where it has no catalogue."""
    said = next((value for name in VARIABLES if (value := environment.get(name))), "")
    return next((code for part in said.split(":") if (code := part[:2]) in LANGUAGES), FALLBACK)


@dataclass(frozen=True)
class Messages:
    """The messages in one language, or, with none, in the language of the file each is about.

    `otherwise` is the language for files that belong to none, such as those in `data/`.
    """

    language: str | None = None
    otherwise: str = FALLBACK

    def text(self, problem: Problem) -> str:
        """Return what is wrong, why it matters and what to do."""
        found = catalogue(self.spoken(problem.path))
        filler, values = _Filler(found["words"]), dict(problem.values)
        sentences = [filler.vformat(found["messages"][problem.name][part], (), values) for part in PARTS]
        return str(found["joint"].join(sentences))

    def line(self, problem: Problem) -> str:
        """Return `path:line: text [name]`, the form editors turn into a link."""
        return f"{problem.path}:{problem.line}: {self.text(problem)} [{problem.name}]"

    def lines(self, problems: Iterable[Problem]) -> list[str]:
        """Return each of `problems` as a line."""
        return [self.line(problem) for problem in problems]

    def ending(self, *names: str, **values: object) -> str:
        """Return what the command line says at its end, the sentences with these names."""
        found = catalogue(self.spoken(""))
        return str(found["joint"].join(found["endings"][name].format(**values) for name in names))

    def spoken(self, path: str) -> str:
        """Return the language in which to speak of the file `path`."""
        owner = OWNER.match(path)
        wanted = self.language or (owner["code"] if owner else self.otherwise)
        return wanted if wanted in LANGUAGES else FALLBACK
