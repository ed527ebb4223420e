"""Rules of how much a text says: about as much as its source, and nothing twice. The docstring of each rule is the rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from scripts import markdown
from scripts.checks.common import OWN
from scripts.checks.pairs import pairs
from scripts.markdown import Section
from scripts.problem import Problem
from scripts.source import Plan, joint

RATIOS: Mapping[str, tuple[float, float]] = {"ja": (0.55, 2.7), "en": (0.85, 5.0)}
"""How many times the letters of the Korean a translation has, at least and at most: well outside of what a full one needs (0.8 to 1.8, 1.2 to 3.7)."""
MORE = 40
"""Letters by which a short text may be longer still."""
SENTENCE = re.compile(r"[^\n.。!?]+[.。!?](?![A-Za-z0-9])")
LONG = {"ko": 15, "ja": 15}
"""From how many letters on a sentence stands twice by mistake only; 40 in languages with Latin letters."""


def texts_say_as_much_as_the_source(plan: Plan) -> Iterator[Problem]:
    """A translation is neither a small part of its source nor several times as long: half a text left out shows in no name or number."""
    for pair in pairs(plan):
        source, own = (_letters(section) for section in (pair.source, pair.own))
        fewest, most = RATIOS.get(pair.language, (0.0, float("inf")))
        if pair.language in OWN and not OWN[pair.language].search(markdown.plain(pair.own, "")):
            continue  # then it is told to be in another language
        if own < fewest * source:
            yield pair.problem("text-too-short", found=own, source=source)
        elif own > most * source + MORE:
            yield pair.problem("text-much-longer", found=own, source=source)


def nothing_is_said_twice(plan: Plan) -> Iterator[Problem]:
    """No sentence stands twice in a section, and no two sections of a file have the same heading or text."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            seen: dict[str, Section] = {}
            for section in document.sections:
                text = markdown.plain(section, joint(code))
                for sentence, times in Counter(found[0].strip() for found in SENTENCE.finditer(text)).items():
                    if times > 1 and len(sentence) >= LONG.get(code, 40):
                        at = [at for at, line in enumerate(section.written, section.line) if sentence in line]
                        line = at[-1] if at else section.line
                        yield Problem.of(document.path, line, "sentence-repeated", found=sentence)
                for same in {section.title, text.strip()} - {""}:
                    if same in seen and seen[same].id != section.id:  # a repeated id is told elsewhere
                        line, other = section.line, seen[same]
                        yield Problem.of(document.path, line, "section-alike", section=section.id, other=other.id)
                        break
                    seen.setdefault(same, section)


def _letters(section: Section) -> int:
    return sum(not letter.isspace() for letter in markdown.plain(section, ""))
