"""The records of the plan: what `data/` may say, typed and unchangeable.

The editors' JSON Schemas in `data/schema/` are made from these classes (`python -m scripts schema`).
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, Strict, StringConstraints

LARGEST = 10**15


def _number(value: object) -> object:
    """Return `value` as it is; a whole number stays one. Raises ValueError for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("must be a number without quotes")  # noqa: TRY004 - pydantic tells ValueError to the reader
    if not abs(value) < LARGEST:  # not a number, infinite, or nothing anybody counts
        raise ValueError("must be a number of at most 15 digits")
    return value


MARKS = r"<>{}\[\]*_`|\\\x00-\x1f\x7f-\x9f\xad\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2064}\u{feff}\u{fffd}"
Plain: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=rf"^[^\s{MARKS}](?:[^{MARKS}]*[^\s{MARKS}])?$")]
"""Text on one line that means the same in Markdown, HTML and a template."""
Slug: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=80)]
InitiativeId: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[1-9]\d*\.[1-9]\d*$")]
Names: TypeAlias = dict[str, Plain]
"""One text for each language code."""
Year: TypeAlias = Annotated[int, Strict(), Field(ge=1900, le=2100)]
Month: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$")]
Count: TypeAlias = Annotated[int, Strict(), Field(ge=1)]
Number: TypeAlias = Annotated[int | float, PlainValidator(_number, json_schema_input_type=int | float)]
Website: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+)?(?:/[A-Za-z0-9._-]+)*/?$")
]
Degree: TypeAlias = Literal["exactly", "at-least", "more-than", "up-to"]
Kind: TypeAlias = Literal[
    "body",
    "programme",
    "tool",
    "network",
    "platform",
    "charter",
    "treaty",
    "standard",
    "publication",
    "event",
    "concept",
]
DifferenceKind: TypeAlias = Literal["number", "date", "place", "missing", "name", "scope", "misprint", "structure"]


class Record(BaseModel):
    """A record refuses keys it does not know and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Language(Record):
    """A language of the site: its code and its name in itself."""

    code: Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]{2}$")]
    name: Plain


class Source(Record):
    """Where an edition says it: its section, and the position in the section's list."""

    section: Plain
    item: Count | None = None


class Sources(Record):
    """Where each edition says it; `ja: null` says that the Japanese edition does not."""

    ko: Source
    ja: Source | None


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


class Group(Record):
    """A sub-heading among the initiatives of an agenda."""

    slug: Slug
    name: Names


class Initiative(Facts):
    """One of the 145 initiatives: its facts; its words stand in `docs/`."""

    id: InitiativeId
    slug: Slug
    group: Slug | None = None
    targets: tuple[Target, ...] = ()
    related: tuple[InitiativeId, ...] = ()
    sources: Sources


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


class Named(Record):
    """Something with a name in each language, and the other spellings it is found by."""

    slug: Slug
    name: Names
    forms: dict[str, tuple[Plain, ...]] = {}
    note: Plain | None = None


class Term(Named):
    """A body, programme, event or concept that the plan names."""

    kind: Kind
    acronym: Plain | None = None


class Location(Named):
    """A town, country or world region that the plan names."""


class Difference(Record):
    """A point on which the editions differ, or on which one contradicts itself."""

    about: Plain
    kind: DifferenceKind
    ko: Plain | None
    ja: Plain | None
    note: Names


class Edition(Record):
    """A printed edition of the plan."""

    code: Slug
    title: Plain
    url: Website | None = None


class LanguagesFile(Record):
    """`data/languages.yaml`."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]


class AgendasFile(Record):
    """`data/agendas.yaml`; an agenda's website that begins with a slash continues `website`."""

    website: Website
    agendas: tuple[Agenda, ...]


class GlossaryFile(Record):
    """`data/glossary.yaml`."""

    terms: tuple[Term, ...]


class PlacesFile(Record):
    """`data/places.yaml`."""

    places: tuple[Location, ...]


class EditionsFile(Record):
    """`data/editions.yaml`."""

    editions: tuple[Edition, ...]
    differences: tuple[Difference, ...] = ()
