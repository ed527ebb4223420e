"""What has a name in every language: the languages themselves, terms, places."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, Strict, StringConstraints

from scripts.model.types import Names, Plain, Record, Slug

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


LanguageCode: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]{2}$")]


class Language(Record):
    """A language of the site: its code and its name in itself.

    A language that is still being translated names the one whose names and interface words stand in for those it lacks
    (`fallback`). `theme` is the language in which the theme itself speaks, where it does not speak this one.
    """

    code: LanguageCode
    name: Plain
    fallback: LanguageCode | None = None
    theme: LanguageCode | None = None


class Named(Record):
    """Something with a name in each language, the other spellings it is found by, and those that texts must not use."""

    slug: Slug
    name: Names
    forms: dict[str, tuple[Plain, ...]] = Field(default_factory=dict)
    avoid: dict[str, tuple[Plain, ...]] = Field(default_factory=dict)
    note: Plain | None = None


class Term(Named):
    """A body, programme, event or concept that the plan names."""

    kind: Kind
    acronym: Plain | None = None


class Location(Named):
    """A town, country or world region that the plan names."""


class LanguagesFile(Record):
    """`data/languages.yaml`."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]


class Usage(Record):
    """A word of general use that texts write in one way: what to use, and what to avoid for it."""

    use: Plain
    avoid: Annotated[tuple[Plain, ...], Field(min_length=1)]


class GlossaryFile(Record):
    """`data/glossary.yaml`; `usage` holds words that are no names, by language."""

    usage: dict[LanguageCode, tuple[Usage, ...]] = Field(default_factory=dict)
    terms: tuple[Term, ...]


class PlacesFile(Record):
    """`data/places.yaml`."""

    places: tuple[Location, ...]
