"""A mistake in the data or the texts, told to the person who made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake: the file (relative to the project), the line (from 1), what is wrong and what to do."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return `path:line: message`, the form editors turn into a link."""
        return f"{self.path}:{self.line}: {self.message}"


class ProblemsError(Exception):
    """Raised with every problem found, so that one run shows them all."""

    def __init__(self, problems: Iterable[Problem], *, more: bool = False) -> None:
        """Keep `problems` sorted by file and line, each once; `more` says that they hid others from the checks."""
        self.more = more
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
