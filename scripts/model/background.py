"""What stands around the plan and is not of it: other works, restated by topic, and dated events."""

from __future__ import annotations

from typing import Literal, TypeAlias

from scripts.model.agendas import Facts
from scripts.model.types import Date, Host, Names, Plain, Record, SectionId, Slug, Year

Strand: TypeAlias = Literal["plan", "iclei", "seoul", "citynet", "wego", "gsef", "world"]


class Work(Record):
    """A work that a topic restates, in its own words; what it does not print is left out."""

    slug: Slug
    title: Plain
    authors: tuple[Plain, ...] = ()
    publisher: Plain | None = None
    year: Year | None = None
    language: Slug
    url: Host | None = None


class WorkSource(Record):
    """Where a work says it."""

    work: Slug
    section: Plain


class TopicSection(Facts):
    """A section of a topic, and where its source says it."""

    id: SectionId
    source: WorkSource


class Topic(Record):
    """A page of background."""

    slug: Slug
    name: Names
    works: tuple[Slug, ...]
    sections: tuple[TopicSection, ...]


class Event(Facts):
    """A dated fact of the timeline; `about` is where the site tells it, in the plan or in the background."""

    id: Slug
    date: Date
    until: Date | None = None
    strand: Strand
    about: Plain


class BackgroundFile(Record):
    """`data/background.yaml`."""

    works: tuple[Work, ...] = ()
    topics: tuple[Topic, ...] = ()


class TimelineFile(Record):
    """`data/timeline.yaml`."""

    events: tuple[Event, ...] = ()
