"""What the open data consists of: the keys of each record. The JSON Schemas and the OpenAPI description are made from this."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from scripts import model
from scripts.api.shapes import Addresses, As, Dumped, Facts, Named, Names, Sources, Words
from scripts.model.background import Strand
from scripts.model.editions import DifferenceId, DifferenceKind
from scripts.model.named import Kind, LanguageCode
from scripts.model.organisation import ChapterId
from scripts.model.types import ActionId, Count, Date, InitiativeId, ItemId, Month, Number, SectionId, Slug, Year
from scripts.standing import State


class Item(Words, Addresses):
    """What initiatives and planned actions have in common."""

    slug: Slug
    terms: Annotated[list[Slug], Field(description="Slugs of the terms that the text names.")]
    places: list[Named]
    years: list[Year]
    months: list[Month]
    numbers: list[Number]
    targets: Annotated[
        list[Annotated[Dumped, As(model.Target)]], Field(description="Quantified aims: so many of what, by when.")
    ]
    related: list[ItemId]
    differences: Annotated[list[DifferenceId], Field(description="Where the editions differ on this.")]
    sources: Sources
    group: Annotated[
        Named | None, Field(description="The sub-heading among the initiatives of an agenda under which it stands.")
    ]


class Initiative(Item):
    """One of the initiatives of the agendas."""

    id: InitiativeId
    agenda: Count


class Action(Item):
    """Something ICLEI itself plans, or an item of part 1; `items` are its sub-items."""

    id: ActionId
    chapter: ChapterId
    section: SectionId
    items: list[Action]


class Agenda(Named, Addresses):
    """One of the ten urban agendas."""

    number: Count
    description: Names
    vision: Names
    approach: Names
    initiatives: list[InitiativeId]
    terms: list[Slug]
    websites: list[str]
    differences: list[DifferenceId]
    sources: Sources


class ChapterSection(Words, Facts):
    """A section of a chapter, and the ids of the actions listed under it."""

    id: SectionId
    sources: Sources
    actions: list[ActionId]


class Chapter(Named, Addresses):
    """A chapter of the plan; `part` is the letter of the part that it belongs to."""

    id: ChapterId
    part: ChapterId | None
    sections: list[ChapterSection]
    differences: list[DifferenceId]


class Term(Named, Addresses):
    """A body, programme, event or concept that the plan or its background names."""

    kind: Kind
    acronym: str | None
    other_spellings: Annotated[dict[str, list[str]], Field(description="Further names by language.")]
    partner: Annotated[Slug | None, Field(description="The category of a partner organisation of ICLEI.")]
    mentioned_in: Annotated[
        list[str], Field(description="Ids of the agendas, chapters, initiatives and actions that name it.")
    ]
    background: Annotated[
        list[str], Field(description="Sections of the background that name it, such as `topic#section`.")
    ]


class Difference(TypedDict):
    """A point on which the editions differ: what each prints, or null, and what differs."""

    id: DifferenceId
    about: list[str]
    kind: DifferenceKind
    ko: str | None
    ja: str | None
    note: Names
    where: Sources
    url: Names


class TopicSection(Words, Facts):
    """A section of the background, and where its source says it."""

    id: SectionId
    source: Annotated[Dumped, As(model.WorkSource)]


class Topic(Named, Addresses):
    """A topic of the background, which is not part of the plan."""

    works: list[Slug]
    sections: list[TopicSection]


class Event(Words):
    """A dated event; `about` is where the site tells more of it."""

    id: Slug
    date: Date
    until: Date | None
    strand: Strand
    about: str
    terms: list[Slug]
    places: list[Slug]


class Task(TypedDict):
    """A section of a translation that is not current: where it stands, and the versions of the source then and now."""

    language: LanguageCode
    id: str
    state: State
    path: str
    line: Count
    made_from: str | None
    source: str


Redirect = TypedDict(
    "Redirect",
    {"kind": str, "from": str, "to": str | None, "date": Date, "reason": Names, "url": Names, "id_url": str | None},
)
"""An id that is no longer used: what stands at the end of its chain, if anything does, and where each language leads."""


class Retired(TypedDict):
    """What stands in the place of a record whose id is no longer used."""

    retired: Redirect


Office = Annotated[Dumped, As(model.Office)]
Figure = Annotated[Dumped, As(model.Figure)]
Chart = Annotated[Dumped, As(model.Chart)]
Work = Annotated[Dumped, As(model.Work)]
Edition = Annotated[Dumped, As(model.Edition)]
Progress = dict[Literal["current", "outdated", "missing"], int]
