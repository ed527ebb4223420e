"""The figures the plan gives about the world, and the charts made of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.types import Degree, Names, Number, Plain, Record, Slug, Year


class Figure(Record):
    """A number the plan gives about the world: what is counted, how many, when, and what each edition prints.

    `about` is where the plan says it, such as `A#population`, `2#description` or `4.8`.
    """

    slug: Slug
    topic: Slug
    name: Names
    value: Number
    to: Number | None = None
    degree: Degree = "exactly"
    unit: Slug
    year: Year | None = None
    about: Plain
    ko: Plain
    ja: Plain | None
    note: Plain | None = None


class Chart(Record):
    """A picture that compares figures of one unit, and the sentence that says what it shows."""

    slug: Slug
    name: Names
    figures: Annotated[tuple[Slug, ...], Field(min_length=2)]
    description: Names


class FiguresFile(Record):
    """`data/figures.yaml`."""

    figures: tuple[Figure, ...] = ()
    charts: tuple[Chart, ...] = ()
