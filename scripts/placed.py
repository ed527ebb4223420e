"""Where each record stands in its data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scripts.files import Spot, YamlFile
from scripts.model import Action, Chapter, Facts, Initiative, Item
from scripts.problem import Problem
from scripts.source import Data, Plan


@dataclass(frozen=True)
class Placed:
    """A record, the data file it is from, and where it stands there."""

    facts: Facts
    file: YamlFile
    spot: Spot

    def problem(self, name: str, /, *more: str | int, **values: object) -> Problem:
        """Return the problem `name` at the record, or at `more` inside it, with the `values` its message speaks of."""
        return self.file.problem(name, *self.spot, *more, **values)


def initiatives(plan: Plan) -> Iterator[tuple[Initiative, Spot]]:
    """Yield every initiative and where its record stands."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        for position, initiative in enumerate(agenda.initiatives):
            yield initiative, ("agendas", index, "initiatives", position)


def actions(plan: Plan) -> Iterator[tuple[Action, Chapter, Spot]]:
    """Yield every action and sub-item, its chapter, and where its record stands."""
    for index, chapter in enumerate(plan.organisation.records.chapters):
        for place, section in enumerate(chapter.sections):
            for position, action in enumerate(section.actions):
                spot: Spot = ("chapters", index, "sections", place, "actions", position)
                yield action, chapter, spot
                for inner, item in enumerate(action.items):
                    yield item, chapter, (*spot, "items", inner)


def items(plan: Plan) -> Iterator[tuple[Item, Placed]]:
    """Yield every initiative and action with its place."""
    for initiative, spot in initiatives(plan):
        yield initiative, Placed(initiative, plan.agendas.file, spot)
    for action, _, spot in actions(plan):
        yield action, Placed(action, plan.organisation.file, spot)


def records(plan: Plan) -> Iterator[Placed]:
    """Yield everything that a text is held against: agendas, sections, items, events."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        yield Placed(agenda, plan.agendas.file, ("agendas", index))
    for index, chapter in enumerate(plan.organisation.records.chapters):
        for place, section in enumerate(chapter.sections):
            yield Placed(section, plan.organisation.file, ("chapters", index, "sections", place))
    for index, topic in enumerate(plan.background.records.topics):
        for place, passage in enumerate(topic.sections):
            yield Placed(passage, plan.background.file, ("topics", index, "sections", place))
    for index, event in enumerate(plan.timeline.records.events):
        yield Placed(event, plan.timeline.file, ("events", index))
    for _, placed in items(plan):
        yield placed


def lines(plan: Plan) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the file and line of every record that a page shows, by its id.

    What has no address of its own goes by the fragment under which a page shows it, such as `#office-japan`.
    """
    for item, placed in items(plan):
        yield item.id, (placed.file.path, placed.file.line(*placed.spot))
    for data, key, ids in _listed(plan):
        for index, name in enumerate(ids):
            yield name, (data.file.path, data.file.line(key, index))
    for data, key, holders in _divided(plan):
        for index, (name, inner) in enumerate(holders):
            for place, section in enumerate(inner):
                yield f"{name}#{section}", (data.file.path, data.file.line(key, index, "sections", place))


def _listed(plan: Plan) -> Iterator[tuple[Data[Any], str, Iterable[str]]]:
    """Yield each list of records: the file, the key it stands under, the id of each record."""
    organisation, figures, editions = plan.organisation, plan.figures, plan.editions
    yield plan.agendas, "agendas", (str(agenda.number) for agenda in plan.agendas.records.agendas)
    yield organisation, "chapters", (chapter.id for chapter in organisation.records.chapters)
    yield organisation, "partners", (f"#partners-{category.slug}" for category in organisation.records.partners)
    yield organisation, "offices", (f"#office-{office.slug}" for office in organisation.records.offices)
    yield plan.glossary, "terms", (term.slug for term in plan.glossary.records.terms)
    yield figures, "figures", (f"#figure-{figure.slug}" for figure in figures.records.figures)
    yield figures, "charts", (f"#chart-{chart.slug}" for chart in figures.records.charts)
    yield editions, "editions", (f"#edition-{edition.code}" for edition in editions.records.editions)
    yield editions, "differences", (f"#difference-{difference.id}" for difference in editions.records.differences)
    yield plan.background, "works", (f"#work-{work.slug}" for work in plan.background.records.works)
    yield plan.background, "topics", (topic.slug for topic in plan.background.records.topics)
    yield plan.timeline, "events", (f"timeline#{event.id}" for event in plan.timeline.records.events)


def _divided(plan: Plan) -> Iterator[tuple[Data[Any], str, Iterable[tuple[str, list[str]]]]]:
    """Yield each list of records that have sections: the file, its key, the id of each record and of its sections."""
    chapters, topics = plan.organisation.records.chapters, plan.background.records.topics
    yield plan.organisation, "chapters", ((x.id, [section.id for section in x.sections]) for x in chapters)
    yield plan.background, "topics", ((x.slug, [section.id for section in x.sections]) for x in topics)
