"""Rules that hold each text against its record: names, numbers, years, months. The docstring of each rule is the rule."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from scripts import markdown, numbers
from scripts.checks.common import containing, texts
from scripts.markdown import Section
from scripts.mentions import named_in
from scripts.model import Facts, Item, Named
from scripts.problem import Problem
from scripts.source import Plan, joint


@dataclass(frozen=True)
class Passage:
    """Text in one language that must name the facts of one record; `whole` says that none of its sections is still untranslated."""

    language: str
    path: str
    sections: tuple[Section, ...]
    text: str
    about: str
    home: str
    facts: Facts
    whole: bool

    def problem(self, name: str, /, holds: Callable[[str], bool] = lambda _line: False, **values: object) -> Problem:
        """Return the problem `name` on the first line that `holds`, or on the heading; its values say what the text is `about` and which file is the `home` of its record, too."""
        found = ((section, section.line_where(holds)) for section in self.sections)
        lines = (line for section, line in found if line != section.line or holds(section.title))
        line = next(lines, self.sections[0].line)
        return Problem.of(self.path, line, name, about=self.about, home=self.home, **values)


def texts_name_the_facts(plan: Plan) -> Iterator[Problem]:
    """Every term and place of a record is named in every language's text, and every one named is in the record."""
    places = {place.slug: place for place in plan.places.records.places}
    for passage in _passages(plan):
        things: list[Named] = [plan.terms[s] for s in passage.facts.terms if s in plan.terms]
        things += [places[s] for s in passage.facts.places if s in places]
        named = named_in(passage.text, things, passage.language)
        for thing in things if passage.whole else ():
            if thing.slug not in named:
                name = thing.name.get(passage.language, thing.slug)
                yield passage.problem("name-missing", name=name, slug=thing.slug)
        listed = {*passage.facts.terms, *passage.facts.places}
        found = {m.slug: passage.text[m.start : m.end] for m in plan.finders[passage.language].find(passage.text)}
        for slug in sorted(set(found) - listed):
            key = "terms" if slug in plan.terms else "places"
            yield passage.problem("name-unknown", containing(found[slug]), name=found[slug], slug=slug, key=key)


def texts_keep_the_numbers(plan: Plan) -> Iterator[Problem]:
    """Every year, month, target and number of a record stands in every language's text, and no other number does."""
    for passage in _passages(plan):
        facts = passage.facts
        targets = facts.targets if isinstance(facts, Item) else ()
        aimed = [number for target in targets for number in (target.value, target.by) if number is not None]
        needed = [Fraction(str(value)) for value in (*facts.years, *aimed, *facts.numbers)]
        written = numbers.beside_months(passage.text)
        found = {*written, *(numbers.spelled(passage.text) if passage.language == "en" else ())}
        for value in sorted(set(needed) - found) if passage.whole else ():
            yield passage.problem("number-missing", value=numbers.shown(value))
        bare = plan.finders[passage.language].without_names
        for value in sorted(set(numbers.beside_months(bare(passage.text))) - set(needed)):
            yield passage.problem("number-unknown", _with_number(value, bare), value=numbers.shown(value))
        for target in targets if passage.whole else ():
            if target.unit == "percent" and f"{target.value}%" not in unicodedata.normalize("NFKC", passage.text):
                yield passage.problem("percent-missing", value=target.value)
        yield from _months(passage)


def _passages(plan: Plan) -> Iterator[Passage]:
    for code, outline, document in texts(plan):
        sections = {section.id: section for section in document.sections}
        for slot in outline.slots:
            found = tuple(
                sections.pop(name) for name in slot.ids if name in sections
            )  # a repeated id is told elsewhere
            if found:
                heads = [section.title for section in found] if slot.headed else []
                text = "\n".join([*heads, *(markdown.plain(section, joint(code)) for section in found)])
                whole = len(found) == len(slot.ids)
                yield Passage(code, document.path, found, text, slot.about, outline.home, slot.facts, whole)


def _months(passage: Passage) -> Iterator[Problem]:
    needed = {int(month[-2:]) for month in passage.facts.months}
    found = numbers.months(passage.text)
    for month in sorted(needed - found) if passage.whole else ():
        yield passage.problem("month-missing", month=month)
    for month in sorted(found - needed):
        yield passage.problem("month-unknown", _with_month(month), month=month)
    for month_name in passage.facts.months:
        if int(month_name[:4]) not in passage.facts.years:
            yield passage.problem("month-without-year", month=month_name, year=month_name[:4])


def _with_number(value: Fraction, bare: Callable[[str], str]) -> Callable[[str], bool]:
    return lambda line: value in numbers.beside_months(bare(line))


def _with_month(month: int) -> Callable[[str], bool]:
    return lambda line: month in numbers.months(line)
