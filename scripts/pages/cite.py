"""How to cite a page, as its template shows it: a reference in each language, with the files for reference managers."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.addresses import relative
from scripts.citations import FORMATS, Citer

ACCESSED = "\0"
"""Stands in a reference where the day on which the page was read belongs, which only the reader's own clock knows."""


@dataclass(frozen=True)
class File:
    """A file of a reference: where it is, what its format is called, what it is called once downloaded."""

    href: str
    format: str
    saved: str


@dataclass(frozen=True)
class Reference:
    """A reference in one language: its text `before` and `after` the day of reading, how that is said, and its files."""

    language: str
    spoken: str
    before: str
    after: str
    accessed: str
    files: tuple[File, ...]


def references(citer: Citer, name: str, here: str) -> list[Reference]:
    """Return the references to `name` for its page at `here`, the page's own language first."""
    return [_reference(other, name, here) for other in citer.all.values()]


def _reference(citer: Citer, name: str, here: str) -> Reference:
    language = citer.texts.language
    spoken = next(x.name for x in citer.texts.views.plan.languages if x.code == language)
    before, after = citer.text(name, ACCESSED).split(ACCESSED)
    path = citer.citation(name).path
    way = relative(here, path).removesuffix("/")
    endings = [*((ending, label) for ending, (label, _) in FORMATS.items()), ("txt", "")]
    saved = f"seoul-plan-{path.rpartition('/')[2]}"
    files = tuple(File(f"{way}.{ending}", label, f"{saved}.{ending}") for ending, label in endings)
    return Reference(language, spoken, before, after, citer.words["cite_accessed"], files)
