"""The printed editions of the plan, and where they differ."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Strict, StringConstraints

from scripts.model.types import Count, Date, Host, Names, Plain, Record, Year

DifferenceKind: TypeAlias = Literal["number", "date", "place", "missing", "name", "scope", "misprint", "structure"]
DifferenceId: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*-[1-9]\d*$")]


class Difference(Record):
    """A point on which the editions differ, or on which one contradicts itself."""

    id: DifferenceId
    about: Plain
    kind: DifferenceKind
    ko: Plain | None
    ja: Plain | None
    note: Names


class Edition(Record):
    """A printed edition of the plan, in its own words; what it does not print is left out."""

    code: Literal["ko", "ja"]
    title: Plain
    subtitle: Plain | None = None
    year: Year | None = None
    publisher: Plain | None = None
    address: Plain | None = None
    citation: Plain | None = None
    adopted: Date | None = None
    adopted_by: Plain | None = None
    adopted_in: Plain | None = None
    authors: tuple[Plain, ...] = ()
    contributors: tuple[Plain, ...] = ()
    editor: Plain | None = None
    design: Plain | None = None
    rights: tuple[Plain, ...] = ()
    pages: Count | None = None
    url: Host | None = None
    note: Names | None = None


class Cited(Record):
    """The plan as a reference names it in each language."""

    name: Names
    author: Names
    year: Year


class EditionsFile(Record):
    """`data/editions.yaml`."""

    editions: tuple[Edition, ...]
    cited: Cited
    differences: tuple[Difference, ...] = ()
