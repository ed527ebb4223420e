"""Rules of the names in `data/`: languages, scripts, spellings, units. The docstring of each rule is the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scripts.checks.common import foreign, named_things
from scripts.files import Spot
from scripts.mentions import spellings
from scripts.placed import items, records
from scripts.problem import Problem
from scripts.source import PHRASES, Data, Plan


def names_in_every_language(plan: Plan) -> Iterator[Problem]:
    """A name, a target, a note or a description is there in every language of the site and in no other."""
    for data in (*_named(plan), plan.editions, plan.redirects):
        for spot in data.file.lines:
            if spot and spot[-1] in PHRASES:
                value = _at(data.file.value, spot)
                if isinstance(value, dict):
                    for code in sorted(set(plan.codes) - set(value)):
                        yield data.file.problem("language-missing", *spot, language=code)
                    for code in sorted(set(value) - set(plan.codes)):
                        known = ", ".join(plan.codes)
                        yield data.file.problem("language-unknown", *spot, code, language=code, known=known)


def names_fit_the_language(plan: Plan) -> Iterator[Problem]:
    """A name or phrase in Japanese has no Hangul, one in Korean no kana and no Chinese characters, one in English neither of them nor Chinese characters."""
    for data in _named(plan):  # notes on the editions may quote them
        for spot in data.file.lines:
            if len(spot) > 1 and spot[-2] in PHRASES - {"note"} and isinstance(_at(data.file.value, spot), str):
                for script, found in foreign(str(spot[-1]), _at(data.file.value, spot)):
                    yield data.file.problem("script-foreign", *spot, script=script, language=spot[-1], found=found)


def spellings_are_unambiguous(plan: Plan) -> Iterator[Problem]:
    """In one language, no spelling means two terms or places."""
    for code in plan.codes:
        owner: dict[str, str] = {}
        for data, key, things in named_things(plan):
            for index, thing in enumerate(things):
                for form in sorted(set(spellings(thing, code)) if code in thing.name else ()):
                    if owner.setdefault(form, thing.slug) != thing.slug:
                        other = owner[form]
                        yield data.problem("spelling-ambiguous", key, index, spelling=form, language=code, other=other)


def forms_are_in_known_languages(plan: Plan) -> Iterator[Problem]:
    """Other spellings are listed under a language of the site."""
    for data, key, things in named_things(plan):
        for index, thing in enumerate(things):
            for code in sorted(set(thing.forms) - set(plan.codes)):
                known = ", ".join(plan.codes)
                yield data.problem("language-unknown", key, index, "forms", code, language=code, known=known)


def terms_are_mentioned(plan: Plan) -> Iterator[Problem]:
    """A term or place is named by at least one record, or listed among the partners."""
    used = {slug for placed in records(plan) for slug in (*placed.facts.terms, *placed.facts.places)}
    used |= {slug for category in plan.organisation.records.partners for slug in category.terms}
    for data, key, things in named_things(plan):
        for index, thing in enumerate(things):
            if thing.slug not in used:
                yield data.problem("name-unused", key, index, "slug", slug=thing.slug)


def units_have_words(plan: Plan) -> Iterator[Problem]:
    """The unit of a target or figure, and the topic of a figure, are among the words of the interface."""
    words = plan.words[plan.codes[0]]
    for item, placed in items(plan):
        for position, target in enumerate(item.targets):
            if target.unit not in words["units"]:
                known = ", ".join(words["units"])
                yield placed.problem("unit-unknown", "targets", position, found=target.unit, known=known)
    for index, figure in enumerate(plan.figures.records.figures):
        spot: Spot = ("figures", index)
        if figure.unit not in words["units"]:
            known = ", ".join(words["units"])
            yield plan.figures.file.problem("unit-unknown", *spot, "unit", found=figure.unit, known=known)
        if figure.topic not in words["topics"]:
            known = ", ".join(words["topics"])
            yield plan.figures.file.problem("figure-topic-unknown", *spot, "topic", found=figure.topic, known=known)


def _named(plan: Plan) -> Sequence[Data[Any]]:
    return (plan.agendas, plan.organisation, plan.glossary, plan.places, plan.figures, plan.background)


def _at(value: Any, spot: Spot) -> Any:  # noqa: ANN401 - whatever the file holds
    for part in spot:
        value = value[part]
    return value
