"""Walks through the plan that several rules share: its records, its names, its texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scripts.files import Spot, YamlFile
from scripts.markdown import Document
from scripts.model import Agenda, Facts, Initiative, Named
from scripts.source import Plan, agenda_path

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]+")
HAN = re.compile(r"[\u3400-\u9fff]+")
FOREIGN = {
    "ko": (("kana", KANA),),
    "ja": (("Hangul", HANGUL),),
    "en": (("Hangul", HANGUL), ("kana", KANA), ("Chinese characters", HAN)),
}
"""Scripts that have no place in a language."""
OWN = {"ko": HANGUL, "ja": KANA, "en": re.compile("[A-Za-z]")}
"""The script without which no sentence of a language is written."""


def containing(words: str) -> Callable[[str], bool]:
    """Return what says whether a line contains `words`."""
    return lambda line: words in line


def foreign(language: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each script in `text` that has no place in `language`, and the first run of it."""
    for script, pattern in FOREIGN.get(language, ()):
        if found := pattern.search(text):
            yield script, found[0]


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
