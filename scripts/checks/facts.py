"""Rules that hold each text against its record: names, numbers, years, months. The docstring of each rule is the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scripts import markdown, numbers
from scripts.checks.common import agenda_texts
from scripts.mentions import named_in
from scripts.model import Facts, Initiative, Named
from scripts.problem import Problem
from scripts.source import Plan, joint
from scripts.views import FIXED


@dataclass(frozen=True)
class Passage:
    """Text in one language that must name the facts of one record: an initiative, or an agenda's fixed sections."""

    language: str
    path: str
    line: int
    text: str
    about: str
    facts: Facts


def texts_name_the_facts(plan: Plan) -> Iterator[Problem]:
    """Every term and place of a record is named in every language's text, and every one named is in the record."""
    places = {place.slug: place for place in plan.places.records.places}
    for passage in _passages(plan):
        things: list[Named] = [plan.terms[s] for s in passage.facts.terms if s in plan.terms]
        things += [places[s] for s in passage.facts.places if s in places]
        named = named_in(passage.text, things, passage.language)
        for thing in things:
            if thing.slug not in named:
                name = thing.name.get(passage.language, thing.slug)
                yield _about(
                    passage, f"the text does not name '{name}' ({thing.slug}), which the record lists; name it"
                )
        listed = {*passage.facts.terms, *passage.facts.places}
        found = {m.slug: passage.text[m.start : m.end] for m in plan.finders[passage.language].find(passage.text)}
        for slug in sorted(set(found) - listed):
            key = "terms" if slug in plan.terms else "places"
            yield _about(passage, f"the text names '{found[slug]}', but the record does not; add {slug} to its {key}")


def texts_keep_the_numbers(plan: Plan) -> Iterator[Problem]:
    """Every year, month, target and number of a record stands in every language's text, and no other number does."""
    for passage in _passages(plan):
        facts = passage.facts
        targets = [target.value for target in facts.targets] if isinstance(facts, Initiative) else []
        needed = [Fraction(str(value)) for value in (*facts.years, *targets, *facts.numbers)]
        written = numbers.numbers(numbers.without_months(passage.text))
        found = {*written, *(numbers.spelled(passage.text) if passage.language == "en" else ())}
        for value in sorted(set(needed) - found):
            yield _about(passage, f"the record has the number {_shown(value)}, the text does not; write it with digits")
        bare = plan.finders[passage.language].without_names(passage.text)
        for value in sorted(set(numbers.numbers(numbers.without_months(bare))) - set(needed)):
            yield _about(
                passage, f"the text has the number {_shown(value)}, the record does not; correct one of the two"
            )
        yield from _months(passage)


def _passages(plan: Plan) -> Iterator[Passage]:
    for code, agenda, document in agenda_texts(plan):
        sections = {section.id: section for section in document.sections}
        fixed = [sections[name] for name in FIXED if name in sections]
        if fixed:
            text = "\n".join(markdown.plain(section, joint(code)) for section in fixed)
            yield Passage(code, document.path, fixed[0].line, text, f"agenda {agenda.number}", agenda)
        for initiative in agenda.initiatives:
            if section := sections.get(initiative.id):
                text = f"{section.title}\n{markdown.plain(section, joint(code))}"
                yield Passage(code, document.path, section.line, text, initiative.id, initiative)


def _about(passage: Passage, message: str) -> Problem:
    return Problem(passage.path, passage.line, f"{passage.about}: {message}")


def _months(passage: Passage) -> Iterator[Problem]:
    needed = {int(month[-2:]) for month in passage.facts.months}
    found = numbers.months(passage.text)
    for month in sorted(needed - found):
        yield _about(passage, f"the record has month {month}, the text does not; name the month")
    for month in sorted(found - needed):
        yield _about(passage, f"the text names month {month}, the record does not; correct one of the two")
    for month_name in passage.facts.months:
        if int(month_name[:4]) not in passage.facts.years:
            yield _about(
                passage, f"the record has the month {month_name} but not its year; add {month_name[:4]} to years"
            )


def _shown(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))
