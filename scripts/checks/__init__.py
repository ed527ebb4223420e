"""The rules of the plan. Each is one generator of problems, and its docstring is the rule; RULES lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scripts.checks import (
    countries,
    data,
    extent,
    facts,
    language,
    lists,
    misspellings,
    names,
    quantities,
    redirects,
    structure,
    terms,
    texts,
    typography,
)
from scripts.checks.exceptions import without_allowed
from scripts.problem import Problem
from scripts.source import Plan

RULES: Sequence[Callable[[Plan], Iterator[Problem]]] = (
    names.names_in_every_language,
    names.names_fit_the_language,
    data.slugs_are_unique,
    data.ids_are_in_order,
    data.references_are_known,
    data.groups_hold_together,
    data.relations_are_declared_once,
    names.spellings_are_unambiguous,
    names.forms_are_in_known_languages,
    names.terms_are_mentioned,
    terms.avoided_words_are_clear,
    lists.chapters_belong_to_parts,
    lists.partners_and_offices_are_known,
    lists.differences_are_about_something,
    lists.editions_are_described_once,
    lists.figures_stand_in_the_plan,
    lists.charts_compare_like_with_like,
    lists.background_names_its_sources,
    lists.events_are_in_order,
    redirects.redirects_are_declared_once,
    redirects.redirects_lead_somewhere,
    redirects.ids_are_never_reused,
    names.units_have_words,
    texts.interface_words_agree,
    texts.documents_are_complete,
    texts.front_matter_fits,
    texts.sections_are_complete,
    texts.sections_are_filled,
    texts.strategies_are_counted,
    texts.links_lead_somewhere,
    language.scripts_fit_the_language,
    language.sentences_are_translated,
    facts.texts_name_the_facts,
    facts.texts_keep_the_numbers,
    typography.texts_are_written_as_their_language_is,
    typography.headlines_have_a_fitting_length,
    typography.phrases_are_written_as_their_language_is,
    typography.interface_words_are_written_as_their_language_is,
    quantities.bodies_keep_the_numbers,
    quantities.units_agree,
    quantities.degrees_agree,
    quantities.targets_have_their_degree,
    structure.links_are_those_of_the_source,
    structure.shapes_are_those_of_the_source,
    structure.texts_are_translated,
    structure.addresses_are_links,
    countries.countries_are_those_of_the_source,
    extent.texts_say_as_much_as_the_source,
    extent.nothing_is_said_twice,
    terms.texts_avoid_words,
    terms.names_are_spelled_as_in_the_glossary,
    misspellings.names_are_typed_rightly,
)


def problems(plan: Plan) -> list[Problem]:
    """Return every problem that any rule finds in `plan` and no exception allows, and every exception that allows nothing."""
    return list(without_allowed(plan, [problem for rule in RULES for problem in rule(plan)]))
