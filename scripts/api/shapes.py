"""What several records of the open data share: texts in every language, addresses, facts, sources."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from typing_extensions import TypeAliasType, TypedDict  # pydantic needs these before Python 3.12

from scripts import model
from scripts.model.named import LanguageCode
from scripts.model.types import Count, Date, Month, Number, Slug, Year


class As:
    """Says that a plain value has the shape of a record of `data/`."""

    def __init__(self, record: type[model.Record]) -> None:
        """Remember the record."""
        self.record = record

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the shape of the record instead of that of a plain value."""
        return handler.generate_schema(self.record)


Dumped = dict[str, Any]
Names = TypeAliasType(
    "Names", Annotated[dict[str, str], Field(description="One plain text for each language, by its code.")]
)


class Source(TypedDict):
    """A section of an edition, and the position in its list."""

    section: str
    item: NotRequired[Count]


class Sources(TypedDict):
    """Where each edition says it; null where it does not. `added` is the day on which something joined that neither edition has."""

    ko: Source | None
    ja: Source | None
    added: NotRequired[Date]


class Addresses(TypedDict):
    """Where something is read."""

    url: Names
    id_url: str


class Words(TypedDict):
    """A heading and its text; `untranslated` lists the languages in which both are still those of the source."""

    title: Names
    text: Names
    untranslated: list[LanguageCode]


class Facts(TypedDict):
    """What a text names: slugs of terms and places, years, months and other numbers."""

    terms: list[Slug]
    places: list[Slug]
    years: list[Year]
    months: list[Month]
    numbers: list[Number]


class Named(TypedDict):
    """Something with a slug and a name in each language."""

    slug: Slug
    name: Names


def facts(record: model.Facts) -> Facts:
    """Return what a text names."""
    return {
        "terms": list(record.terms), "places": list(record.places), "years": list(record.years), "months": list(record.months),
        "numbers": list(record.numbers),
    }  # fmt: skip


def named(record: model.Group | model.Location) -> Named:
    """Return a slug with its names."""
    return {"slug": record.slug, "name": dict(record.name)}


def sources(record: model.Sources) -> Sources:
    """Return where each edition says it, or since when it is there."""
    found: Sources = {"ko": _source(record.ko), "ja": _source(record.ja)}
    if record.added:
        found["added"] = record.added
    return found


def _source(record: model.Source | None) -> Source | None:
    if record is None:
        return None
    return {"section": record.section, "item": record.item} if record.item else {"section": record.section}
