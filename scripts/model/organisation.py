"""The chapters around the agendas: their sections, what ICLEI itself plans, its partners and offices."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Strict, StringConstraints

from scripts.model.agendas import Facts, Item, Sources
from scripts.model.types import ActionId, Names, Record, SectionId, Slug

ChapterId: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^(?:P|[A-E]|[IVX]+|[a-z]+(?:-[a-z]+)*)$", max_length=40)
]
"""`P` for part 1, the letter or Roman number the plan gives the chapter, or a word for one without either."""
OfficeKind: TypeAlias = Literal["world-secretariat", "regional-secretariat", "country-office", "other"]


class Action(Item):
    """What ICLEI itself plans (`V.3`), or an item of part 1 (`P.7`); `items` are its sub-items (`V.9.2`)."""

    id: ActionId
    items: tuple[Action, ...] = ()


class ChapterSection(Facts):
    """A section of a chapter, and the actions listed under it; `shows` is the list of data that belongs there."""

    id: SectionId
    shows: Literal["partners", "offices"] | None = None
    sources: Sources
    actions: tuple[Action, ...] = ()

    @property
    def items(self) -> tuple[Action, ...]:
        """Every action of the section, each followed by its sub-items."""
        return tuple(item for action in self.actions for item in (action, *action.items))


class Chapter(Record):
    """A chapter of the plan; `part` is the letter of the part it belongs to, when that has chapters of its own."""

    id: ChapterId
    slug: Slug
    part: ChapterId | None = None
    name: Names
    sections: tuple[ChapterSection, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every action of the chapter, without sub-items."""
        return tuple(action for section in self.sections for action in section.actions)


class Part(Record):
    """A part of the plan that holds several chapters."""

    id: ChapterId
    name: Names


class PartnerCategory(Record):
    """One of the groups in which the plan lists partner organisations; each is a term of the glossary."""

    slug: Slug
    name: Names
    terms: tuple[Slug, ...]


class Office(Record):
    """An office of ICLEI, and the editions that list it."""

    slug: Slug
    kind: OfficeKind
    name: Names
    city: Names
    country: Names
    editions: tuple[Slug, ...]
    note: Names | None = None


class OrganisationFile(Record):
    """`data/organisation.yaml`."""

    parts: tuple[Part, ...] = ()
    chapters: tuple[Chapter, ...]
    partners: tuple[PartnerCategory, ...] = ()
    offices: tuple[Office, ...] = ()
