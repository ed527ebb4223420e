"""Rules that hold the numbers of a translation against those of its source: none lost, same units, same degrees."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from scripts import markdown, numbers
from scripts.checks.amounts import DIGIT, LANGUAGES, MARKED, Amount, amounts
from scripts.checks.pairs import Pair, pairs, passages
from scripts.markdown import Section
from scripts.mentions import fold
from scripts.model import Item
from scripts.outline import facts_by_key
from scripts.problem import Problem
from scripts.source import Plan, joint
from scripts.standing import keyed

CATEGORY = {"at-least": "at-least", "more-than": "at-least", "up-to": "up-to", "less-than": "up-to", "about": "about"}
"""What the degrees of a record come to in the words of a text."""


def bodies_keep_the_numbers(plan: Plan) -> Iterator[Problem]:
    """The text under a heading has the numbers of its source, and no others; that the heading has them is not enough."""
    wholes = passages(plan)
    for pair in pairs(plan):
        source, own = (_body(section, code) for section, code in _both(plan, pair))
        if not DIGIT.search(source + own):
            continue
        bare = [
            plan.finders[code].without_names(text) for code, text in ((plan.codes[0], source), (pair.language, own))
        ]
        whole = [wholes.get((code, pair.key)) for code in (plan.codes[0], pair.language)]
        lost = set(numbers.beside_months(bare[0])) - set(numbers.beside_months(own)) - _spelled(own, pair.language)
        for value in sorted(lost):
            if whole[1] is None or value in numbers.beside_months(
                whole[1]
            ):  # what the whole text lacks, its record tells
                yield pair.problem("number-dropped", value=numbers.shown(value))
        for value in sorted(set(numbers.beside_months(bare[1])) - set(numbers.beside_months(source))):
            if whole[0] is None or value in numbers.beside_months(whole[0]):
                yield pair.problem("number-added", _with(value), value=numbers.shown(value))


def units_agree(plan: Plan) -> Iterator[Problem]:
    """A number with a unit has the same unit in a translation: percent is not people, dollars are not euros."""
    facts, wholes = facts_by_key(plan), passages(plan)
    for pair in pairs(plan):
        record, whole = facts.get(pair.key), wholes.get((pair.language, pair.key), "")
        targets = record.targets if isinstance(record, Item) else ()
        aimed = {Fraction(str(target.value)) for target in targets if f"{target.value}%" not in fold(whole)}
        for value, ours, theirs in _shared(plan, pair):
            there, here = ({amount.unit for amount in amounts} for amounts in (ours, theirs))
            written, source, line = theirs[0].written, ours[0].written, _line(pair, theirs)
            if None not in here | there and not here & there:
                found, expected = theirs[0].unit, ours[0].unit
                yield pair.problem("unit-wrong", line, value=written, source=source, found=found, expected=expected)
            elif (lost := (there & MARKED) - here) and value not in aimed:  # a target's percent is told elsewhere
                yield pair.problem("unit-missing", line, value=written, source=source, expected=_first(lost))
            elif added := (here & MARKED) - there:
                yield pair.problem("unit-added", line, value=written, source=source, found=_first(added))


def degrees_agree(plan: Plan) -> Iterator[Problem]:
    """What is a least, a most or a rough number in the source is so in a translation, and nothing else is."""
    for pair in pairs(plan):
        for _, ours, theirs in _shared(plan, pair):
            there, here = _degrees(ours, "perhaps"), _degrees(theirs, "perhaps")
            lost = _degrees(ours, "sure") - here or (there - {"up-to"} if not here else set())
            added = _degrees(theirs, "sure") - there or (here if there and not here & there else set())
            written, source, line = theirs[0].written, ours[0].written, _line(pair, theirs)
            if added and (told := lost or there):
                found, expected = _first(added), _first(told)
                yield pair.problem("degree-wrong", line, value=written, source=source, found=found, expected=expected)
            elif lost:
                yield pair.problem("degree-missing", line, value=written, source=source, expected=_first(lost))
            elif added:
                yield pair.problem("degree-added", line, value=written, source=source, found=_first(added))


def targets_have_their_degree(plan: Plan) -> Iterator[Problem]:
    """The source says of a target or figure what its record says: at least, up to or about."""
    wholes, first, places = passages(plan), plan.codes[0], {}
    for path, keys in keyed(plan):
        document = plan.documents[first].get(path)
        places.update({keys[s.id]: s for s in (document.sections if document else ()) if s.id in keys})
    for key, value, degree in _recorded(plan):
        if key in places and (expected := CATEGORY.get(degree)):
            found = [amount for amount in amounts(wholes.get((first, key), ""), first) if amount.value == value]
            if found and expected not in _degrees(found, "perhaps"):
                line = places[key].line_where(_with(value))
                yield Problem.of(places[key].path, line, "degree-not-told", value=found[0].written, expected=expected)


def _recorded(plan: Plan) -> Iterator[tuple[str, Fraction, str]]:
    """Yield the key, the value and the degree of every target and figure."""
    for item in plan.items.values():
        yield from ((item.id, Fraction(str(target.value)), target.degree) for target in item.targets)
    for figure in plan.figures.records.figures:
        yield figure.about, Fraction(str(figure.value)), figure.degree


def _both(plan: Plan, pair: Pair) -> tuple[tuple[Section, str], tuple[Section, str]]:
    return (pair.source, plan.codes[0]), (pair.own, pair.language)


def _body(section: Section, code: str) -> str:
    return markdown.plain(section, joint(code))


def _shared(plan: Plan, pair: Pair) -> Iterator[tuple[Fraction, Sequence[Amount], Sequence[Amount]]]:
    """Yield each number that both texts have, with its amounts in the source and in the translation.

    Heading and text stand apart, for the one does not say what the other leaves out; a number that stands in different ones is held against all.
    Nothing is known of the words of other languages, so there is nothing to compare in them.
    """
    if pair.language not in LANGUAGES:
        return
    parts = [
        [_by_value(text, code) for text in (section.title, _body(section, code))] for section, code in _both(plan, pair)
    ]
    for value in {value: None for found in parts[0] for value in found}:
        alike = [
            (ours[value], theirs[value])
            for ours, theirs in zip(*parts, strict=True)
            if value in ours and value in theirs
        ]
        for ours, theirs in alike:
            yield value, ours, theirs
        if not alike and any(value in found for found in parts[1]):
            ours, theirs = ([amount for found in side for amount in found.get(value, ())] for side in parts)
            yield value, ours, theirs


def _by_value(text: str, code: str) -> Mapping[Fraction, Sequence[Amount]]:
    found: dict[Fraction, list[Amount]] = {}
    for amount in amounts(text, code):
        found.setdefault(amount.value, []).append(amount)
    return found


def _line(pair: Pair, found: Sequence[Amount]) -> Callable[[str], bool]:
    """Return what says whether a line has the number of `found`: not the heading, when the text below is meant."""
    title, holds = pair.own.title, _with(found[0].value)
    below = not set(found) & set(amounts(title, pair.language))
    return lambda line: holds(line) and not (below and title in line)


def _first(found: Collection[str | None]) -> str:
    return min(map(str, found))


def _degrees(found: Sequence[Amount], which: str) -> set[str]:
    return {degree for amount in found for degree in getattr(amount, which)}


def _with(value: Fraction) -> Callable[[str], bool]:
    return lambda line: value in numbers.beside_months(line)


def _spelled(text: str, language: str) -> set[Fraction]:
    return set(numbers.spelled(text)) if language == "en" else set()
