"""Walks through the plan that several rules share: its records, its names, its texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scripts.files import YamlFile
from scripts.markdown import Document
from scripts.model import Named
from scripts.outline import Outline, outlines
from scripts.source import Plan

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]+")
OTHER = (
    ("cyrillic", re.compile(r"[\u0370-\u052f]+")),
    ("pictograph", re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")),
)
"""What no text of the plan is written with: letters that look like Latin ones, and pictures."""
HAN = re.compile(r"[\u3400-\u9fff]+")
FOREIGN = {
    "ko": (("kana", KANA), ("han", HAN), *OTHER),
    "ja": (("hangul", HANGUL), *OTHER),
    "en": (("hangul", HANGUL), ("kana", KANA), ("han", HAN), *OTHER),
}
"""Scripts that have no place in a language, as the messages call them."""
OWN = {"ko": HANGUL, "ja": KANA, "en": re.compile("[A-Za-z]")}
"""The script without which no sentence of a language is written."""


LATIN_END, LATIN_START = re.compile(r"[A-Za-z]+\Z"), re.compile("[A-Za-z]*")


def containing(words: str) -> Callable[[str], bool]:
    """Return what says whether a line contains `words`."""
    return lambda line: words in line


def foreign(language: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each script in `text` that has no place in `language`, and the first run of it, with the Latin word in which it hides."""
    for script, pattern in FOREIGN.get(language, ()):
        if found := pattern.search(text):
            before, after = LATIN_END.search(text, 0, found.start()), LATIN_START.match(text, found.end())
            yield script, f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"


def named_things(plan: Plan) -> Iterator[tuple[YamlFile, str, Sequence[Named]]]:
    """Yield the terms and the places: their file, their key in it, and themselves."""
    yield plan.glossary.file, "terms", plan.glossary.records.terms
    yield plan.places.file, "places", plan.places.records.places


def texts(plan: Plan) -> Iterator[tuple[str, Outline, Document]]:
    """Yield every text with an outline that could be read: its language, its outline, itself."""
    for outline in outlines(plan):
        for code in plan.codes:
            if document := plan.documents[code].get(outline.path):
                yield code, outline, document


def subjects(plan: Plan) -> frozenset[str]:
    """Return every id of the plan itself that a difference, a figure or a link may be about: items, agendas, chapters, their sections."""
    homes = {plan.agendas.file.path, plan.organisation.file.path}
    found = [outline for outline in outlines(plan) if outline.home in homes]
    return frozenset(name for outline in found for name in (outline.name, *map(outline.key, outline.ids)))
