"""The ledger `data/permalinks.lock`: every address ever published, one a line, to which lines are only added.

An address is relative to the root of the site, with its fragment: `ko/agendas/resilient-city/#4.8`, `id/4.8/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.files import read_text
from scripts.problem import Problem, ProblemsError
from scripts.repository import git

PATH = "data/permalinks.lock"
HEAD = "# Every address ever published, relative to the root of the site. Lines are added by `make permalinks`, never removed.\n"
ADDRESS = re.compile(r"\./|[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*/?(?:#[\w.-]+)?", re.ASCII)


@dataclass(frozen=True, eq=False)
class Lock:
    """The addresses of the ledger, each with its line."""

    lines: Mapping[str, int]

    @cached_property
    def languages(self) -> Mapping[str, frozenset[str]]:
        """The addresses by what they begin with, a language or a folder of none, and without it."""
        found: dict[str, set[str]] = {}
        for address in self.lines:
            folder, _, rest = address.partition("/")
            found.setdefault(folder, set()).add(rest)
        return {folder: frozenset(rests) for folder, rests in found.items()}

    def inside(self, folder: str) -> frozenset[str]:
        """Return the addresses under `folder`, such as a language, relative to it."""
        return self.languages.get(folder, frozenset())


def read_lock(root: Path) -> Lock:
    """Return the ledger under `root`, an empty one when there is none; raises ProblemsError for lines that are no address."""
    if not (root / PATH).exists():
        return Lock({})
    lines: dict[str, int] = {}
    problems = []
    for number, line in enumerate(read_text(root, PATH).splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if not ADDRESS.fullmatch(line):
            problems.append(Problem.of(PATH, number, "address-malformed", address=line))
        lines.setdefault(line, number)
    if problems:
        raise ProblemsError(problems)
    return Lock(lines)


def written(addresses: Iterable[str]) -> str:
    """Return the text of the ledger that holds `addresses`, in an order that every machine agrees on."""
    return HEAD + "".join(f"{address}\n" for address in sorted(set(addresses)))


def forgotten(root: Path, lock: Lock) -> list[Problem]:
    """Return a problem for each address that the ledger once held, as far as the history knows, and no longer does."""
    return [
        Problem.of(PATH, 1, "address-removed", address=address) for address in sorted(_ever(root) - set(lock.lines))
    ]


def _ever(root: Path) -> set[str]:
    """Return every line the ledger has had on the main branch, or on this one where there is no main; none without a history."""
    branches = git(root, "for-each-ref", "--format=%(refname)", "refs/remotes/origin/main", "refs/heads/main").decode()
    branch = max(branches.split(), default="HEAD")  # what others see as main comes before what is main here
    log = git(root, "log", "-p", "-m", "--first-parent", "--format=", "--unified=0", branch, "--", PATH)
    added = (line[1:] for line in log.decode(errors="replace").splitlines() if line.startswith("+"))
    return {line for line in added if ADDRESS.fullmatch(line)}
