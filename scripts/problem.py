"""A mistake in the data or the texts, to be told to the person who made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

Name: TypeAlias = str
"""The name of a kind of problem, a key of `messages` in `scripts/messages/`; tables of names are marked with it."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake: the file (relative to the project), the line (from 1), the name of what is wrong, and the values its message speaks of.

    `scripts/messages/` says it in each language; see `Problem.of`.
    """

    path: str
    line: int
    name: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, line: int, name: str, /, **values: object) -> Problem:
        """Return the problem `name` at a line, with the `values` that its message has braces for."""
        return cls(path, line, name, tuple((key, str(value)) for key, value in sorted(values.items())))

    def __str__(self) -> str:
        """Return the problem as it is, for whoever mends the program; `Messages` tells it to everybody else."""
        values = "".join(f" {key}={value!r}" for key, value in self.values)
        return f"{self.path}:{self.line}: {self.name}{values}"


class ProblemsError(Exception):
    """Raised with every problem found, so that one run shows them all."""

    def __init__(self, problems: Iterable[Problem], *, more: bool = False) -> None:
        """Keep `problems` sorted by file and line, each once; `more` says that they hid others from the checks."""
        self.more = more
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
