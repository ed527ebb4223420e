"""The ten agendas and their initiatives; the facts that every text of the plan has."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from scripts.model.types import (
    Count,
    Date,
    Degree,
    Host,
    InitiativeId,
    ItemId,
    Month,
    Names,
    Number,
    Plain,
    Record,
    Slug,
    Website,
    Year,
)


class Source(Record):
    """Where an edition says it: its section, and the position in the section's list."""

    section: Plain
    item: Count | None = None


class Sources(Record):
    """Where each edition says it; `ja: null` says that the Japanese edition does not, both null that it was `added` after they were printed."""

    ko: Source | None
    ja: Source | None
    added: Date | None = None

    @model_validator(mode="after")
    def _printed_or_added(self) -> Self:
        """Return the sources; raises PydanticCustomError unless either the Korean edition or the day of the addition is named."""
        if (self.ko is None) != (self.added is not None) or (self.added and self.ja):
            raise PydanticCustomError("sources_contradictory", "neither printed nor added, or both")
        return self


class Target(Record):
    """A quantified aim: so many of what, by when."""

    value: Number
    unit: Slug
    degree: Degree = "exactly"
    of: Names
    by: Year | None = None


class Facts(Record):
    """What a text must name in every language, and nothing beside."""

    terms: tuple[Slug, ...] = ()
    places: tuple[Slug, ...] = ()
    years: tuple[Year, ...] = ()
    months: tuple[Month, ...] = ()
    numbers: tuple[Number, ...] = ()


class Item(Facts):
    """Something the plan sets out to do; its words stand in `docs/`."""

    id: ItemId
    slug: Slug
    targets: tuple[Target, ...] = ()
    related: tuple[ItemId, ...] = ()
    sources: Sources


class Group(Record):
    """A sub-heading among the initiatives of an agenda."""

    slug: Slug
    name: Names


class Initiative(Item):
    """One of the 145 initiatives of the agendas."""

    id: InitiativeId
    group: Slug | None = None


class Agenda(Facts):
    """One of the ten urban agendas; the facts are those of its description, vision and approach."""

    number: Count
    slug: Slug
    name: Names
    websites: tuple[Website, ...] = ()
    strategies: Count
    sources: Sources
    groups: tuple[Group, ...] = ()
    initiatives: tuple[Initiative, ...]


class AgendasFile(Record):
    """`data/agendas.yaml`; an agenda's website that begins with a slash continues `website`."""

    website: Host
    agendas: tuple[Agenda, ...]
