"""Walks through the plan that several rules share: its records, its names, its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.files import Spot, YamlFile
from scripts.markdown import Document
from scripts.model import Agenda, Facts, Initiative, Named
from scripts.source import Plan, agenda_path


def initiatives(plan: Plan) -> Iterator[tuple[Initiative, Spot]]:
    """Yield every initiative and where its record stands."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        for position, initiative in enumerate(agenda.initiatives):
            yield initiative, ("agendas", index, "initiatives", position)


def records(plan: Plan) -> Iterator[tuple[Facts, Spot]]:
    """Yield every agenda and initiative and where its record stands."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        yield agenda, ("agendas", index)
    yield from initiatives(plan)


def named_things(plan: Plan) -> Iterator[tuple[YamlFile, str, Sequence[Named]]]:
    """Yield the terms and the places: their file, their key in it, and themselves."""
    yield plan.glossary.file, "terms", plan.glossary.records.terms
    yield plan.places.file, "places", plan.places.records.places


def agenda_texts(plan: Plan) -> Iterator[tuple[str, Agenda, Document]]:
    """Yield every text of an agenda that could be read: its language, its agenda, itself."""
    for code in plan.codes:
        for agenda in plan.agendas.records.agendas:
            if document := plan.documents[code].get(agenda_path(agenda.slug)):
                yield code, agenda, document
