"""Rules of the names in `data/`: languages, scripts, spellings, units. The docstring of each rule is the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.checks.common import foreign, named_things
from scripts.files import Spot
from scripts.mentions import spellings
from scripts.placed import items, records
from scripts.problem import Problem
from scripts.source import PHRASES, Data, Plan


def names_in_every_language(plan: Plan) -> Iterator[Problem]:
    """A name, a target, a note or a description is there in every language of the site and in no other."""
    for data in (*_named(plan), plan.editions):
        for spot in data.file.lines:
            if spot and spot[-1] in PHRASES:
                value = _at(data.file.value, spot)
                if isinstance(value, dict):
                    for code in sorted(set(plan.codes) - set(value)):
                        yield data.file.problem(f"the language '{code}' is missing; add it", *spot)
                    for code in sorted(set(value) - set(plan.codes)):
                        yield data.file.problem(f"'{code}' is not a language of this site", *spot, code)


def names_fit_the_language(plan: Plan) -> Iterator[Problem]:
    """A name or phrase in Japanese has no Hangul, one in Korean no kana, one in English neither of them nor Chinese characters."""
    for data in _named(plan):  # notes on the editions may quote them
        for spot in data.file.lines:
            if len(spot) > 1 and spot[-2] in PHRASES - {"note"} and isinstance(_at(data.file.value, spot), str):
                for script, found in foreign(str(spot[-1]), _at(data.file.value, spot)):
                    message = f"{script} in text of the language '{spot[-1]}': '{found}'; write it in that language"
                    yield data.file.problem(message, *spot)


def spellings_are_unambiguous(plan: Plan) -> Iterator[Problem]:
    """In one language, no spelling means two terms or places."""
    for code in plan.codes:
        owner: dict[str, str] = {}
        for data, key, things in named_things(plan):
            for index, thing in enumerate(things):
                for form in sorted(set(spellings(thing, code)) if code in thing.name else ()):
                    if owner.setdefault(form, thing.slug) != thing.slug:
                        message = f"'{form}' ({code}) already means '{owner[form]}'; give each its own spelling"
                        yield data.problem(message, key, index)


def forms_are_in_known_languages(plan: Plan) -> Iterator[Problem]:
    """Other spellings are listed under a language of the site."""
    for data, key, things in named_things(plan):
        for index, thing in enumerate(things):
            for code in sorted(set(thing.forms) - set(plan.codes)):
                yield data.problem(f"'{code}' is not a language of this site", key, index, "forms", code)


def terms_are_mentioned(plan: Plan) -> Iterator[Problem]:
    """A term or place is named by at least one record, or listed among the partners."""
    used = {slug for placed in records(plan) for slug in (*placed.facts.terms, *placed.facts.places)}
    used |= {slug for category in plan.organisation.records.partners for slug in category.terms}
    for data, key, things in named_things(plan):
        for index, thing in enumerate(things):
            if thing.slug not in used:
                message = f"nobody mentions '{thing.slug}'; name it in a record or remove it"
                yield data.problem(message, key, index, "slug")


def units_have_words(plan: Plan) -> Iterator[Problem]:
    """The unit of a target or figure, and the topic of a figure, are among the words of the interface."""
    words = plan.words[plan.codes[0]]
    for item, placed in items(plan):
        for position, target in enumerate(item.targets):
            if target.unit not in words["units"]:
                yield placed.problem(_unknown("unit", target.unit, words["units"]), "targets", position)
    for index, figure in enumerate(plan.figures.records.figures):
        for key, value in (("unit", figure.unit), ("topic", figure.topic)):
            if value not in words[f"{key}s"]:
                yield plan.figures.file.problem(_unknown(key, value, words[f"{key}s"]), "figures", index, key)


def _unknown(key: str, value: str, known: Mapping[str, str]) -> str:
    return f"{key}: unknown '{value}'; use one of {', '.join(known)} or add it to scripts/words/"


def _named(plan: Plan) -> Sequence[Data[Any]]:
    return (plan.agendas, plan.organisation, plan.glossary, plan.places, plan.figures, plan.background)


def _at(value: Any, spot: Spot) -> Any:  # noqa: ANN401 - whatever the file holds
    for part in spot:
        value = value[part]
    return value
