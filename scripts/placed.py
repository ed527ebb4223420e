"""Where each record stands in its data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.files import Spot, YamlFile
from scripts.model import Action, Chapter, Facts, Initiative, Item
from scripts.problem import Problem
from scripts.source import Plan


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
