"""The facts that a record needs for a text: what the text names, and every number in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from scripts import markdown, numbers
from scripts.markdown import Section
from scripts.mentions import named_in
from scripts.model import Facts, Initiative
from scripts.model.types import LARGEST
from scripts.numbers import MONTH
from scripts.source import Plan, joint

YEAR = re.compile(
    r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?=\s?[년年]|\s?[-–~∼〜～]\s?(?:19|20)\d\d(?!\d))"
    r"|(?<=[-–~∼〜～])\s?(?P<last>(?:19|20)\d\d)(?!\d)"
)
"""A year as the source language writes it: before the word for it, or at an end of a range."""


def facts(plan: Plan, section: Section, before: Initiative | None = None) -> Mapping[str, Sequence[object]]:
    """Return what the `section` of the source language names, by the keys of a record.

    What the record `before` has is kept where the text still names it; so is which of its numbers are targets or years.
    """
    source = plan.codes[0]
    text = f"{section.title}\n{markdown.plain(section, joint(source))}"
    old = before or Facts()
    return {
        "terms": _names(plan, text, old.terms, plan.terms),
        "places": _names(plan, text, old.places, [place.slug for place in plan.places.records.places]),
        **_numbers(plan, text, before),
        "months": _joined(old.months, _months(text), set(_months(text))),
    }


def _names(plan: Plan, text: str, old: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the slugs of `known` terms or places that the text names, those of `old` first."""
    source, kept = plan.codes[0], set(old)
    things = [t for t in (*plan.terms.values(), *plan.places.records.places) if t.slug in kept]
    found = [m.slug for m in plan.finders[source].find(text) if m.slug in set(known)]
    return _joined(old, found, {*found, *named_in(text, things, source)})


def _numbers(plan: Plan, text: str, before: Initiative | None) -> Mapping[str, list[int] | list[float]]:
    folded = unicodedata.normalize("NFKC", text)
    bare = plan.finders[plan.codes[0]].without_names(text)
    there = set(numbers.numbers(numbers.without_months(text)))
    targets = before.targets if before else ()
    aimed = {Fraction(str(n)) for target in targets for n in (target.value, target.by) if n is not None}
    years = _joined(
        before.years if before else (),
        sorted({year for found in YEAR.finditer(folded) if (year := int(found["year"] or found["last"])) in there}),
        there,
    )
    old = before.numbers if before else ()
    known = {Fraction(str(n)) for n in old} | aimed | set(years)
    new = [value for value in numbers.numbers(numbers.without_months(bare)) if value not in known and value < LARGEST]
    counted = [n for n in old if Fraction(str(n)) in there]
    return {"years": years, "numbers": [*counted, *map(_plain, dict.fromkeys(new))]}


def _months(text: str) -> list[str]:
    """Return the months named in `text` with the year that is named before each; one without is left to whoever reads the check."""
    return list(dict.fromkeys(_dated(unicodedata.normalize("NFKC", text))))


def _dated(text: str) -> Iterator[str]:
    found = sorted([*YEAR.finditer(text), *MONTH.finditer(text)], key=lambda match: match.start())
    year = ""
    for match in found:
        if match.re is YEAR:
            year = match["year"] or match["last"]
        elif year and match["digits"] and 1 <= int(match["digits"]) <= len(numbers.MONTHS):
            yield f"{year}-{int(match['digits']):02}"


def _joined(old: Iterable[object], new: Iterable[object], there: set) -> list:  # type: ignore[type-arg]
    return list(dict.fromkeys([*(value for value in old if value in there), *new]))


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
