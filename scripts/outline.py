"""What each contributed text must hold: its front matter, its sections in order, and the record each is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from scripts.model import Agenda, Chapter, Facts, Topic
from scripts.source import Plan

FIXED = ("description", "vision", "approach")
"""The sections of an agenda before its initiatives; one record holds the facts of the three."""
PAGES = ("index.md", "about.md", "permalinks.md")
"""Texts whose title and sections are the translators' own."""
TIMELINE = "background/timeline.md"


@dataclass(frozen=True)
class Slot:
    """Sections that one record is held against: their ids, how a message calls them, the record.

    `headed` says that the heading is part of the text.
    """

    ids: tuple[str, ...]
    about: str
    facts: Facts
    headed: bool = True


@dataclass(frozen=True)
class Outline:
    """What one text must hold: its path within a language folder, its name among the ids, and the data file that says so."""

    path: str
    name: str
    front: Mapping[str, object]
    home: str
    slots: tuple[Slot, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all sections, in order."""
        return tuple(chain.from_iterable(slot.ids for slot in self.slots))

    def key(self, section: str) -> str:
        """Return the id by which the whole plan knows `section`: an item's own, `4#vision`, `A#population`."""
        return section if "." in section else f"{self.name}#{section}"


def agenda_path(slug: str) -> str:
    """Return the path of an agenda's text within a language folder."""
    return f"agendas/{slug}.md"


def chapter_path(slug: str) -> str:
    """Return the path of a chapter's text within a language folder."""
    return f"plan/{slug}.md"


def topic_path(slug: str) -> str:
    """Return the path of a background text within a language folder."""
    return f"background/{slug}.md"


def outlines(plan: Plan) -> Iterator[Outline]:
    """Yield the outline of every text that `plan` asks for, but for the pages of the translators' own."""
    for agenda in plan.agendas.records.agendas:
        slots = tuple(_agenda(agenda))
        yield Outline(
            agenda_path(agenda.slug), str(agenda.number), {"agenda": agenda.number}, "data/agendas.yaml", slots
        )
    for chapter in plan.organisation.records.chapters:
        slots = tuple(_chapter(chapter))
        yield Outline(chapter_path(chapter.slug), chapter.id, {"chapter": chapter.id}, "data/organisation.yaml", slots)
    for topic in plan.background.records.topics:
        slots = tuple(_topic(topic))
        yield Outline(topic_path(topic.slug), topic.slug, {"topic": topic.slug}, "data/background.yaml", slots)
    if events := plan.timeline.records.events:
        slots = tuple(Slot((event.id,), event.id, event) for event in events)
        yield Outline(TIMELINE, "timeline", {"topic": "timeline"}, "data/timeline.yaml", slots)


def facts_by_key(plan: Plan) -> Mapping[str, Facts]:
    """Return the record that each section is held against, by the id the whole plan knows the section by."""
    return {outline.key(name): slot.facts for outline in outlines(plan) for slot in outline.slots for name in slot.ids}


def _agenda(agenda: Agenda) -> Iterator[Slot]:
    yield Slot(FIXED, ", ".join(FIXED), agenda, headed=False)
    for initiative in agenda.initiatives:
        yield Slot((initiative.id,), initiative.id, initiative)


def _chapter(chapter: Chapter) -> Iterator[Slot]:
    for section in chapter.sections:
        yield Slot((section.id,), f"{chapter.id}#{section.id}", section)
        for item in section.items:
            yield Slot((item.id,), item.id, item)


def _topic(topic: Topic) -> Iterator[Slot]:
    for section in topic.sections:
        yield Slot((section.id,), f"{topic.slug}#{section.id}", section)
