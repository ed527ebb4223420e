"""Exceptions that texts declare: what they allow is not told, and one that allows nothing is a mistake itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scripts.exceptions import Exemption
from scripts.markdown import Section
from scripts.problem import Problem
from scripts.source import Plan

EXCUSABLE = frozenset({
    "number-missing", "number-unknown", "number-dropped", "number-added", "percent-missing", "month-missing", "month-unknown",
    "unit-wrong", "unit-missing", "unit-added", "degree-wrong", "degree-missing", "degree-added", "degree-not-told",
    "name-missing", "name-unknown", "name-mistyped", "sentence-untranslated", "name-misspelled", "term-avoided", "script-foreign",
    "country-added", "text-too-short", "text-much-longer", "sentence-repeated", "section-alike", "links-out-of-order", "address-bare",
    "article-form", "unit-attached", "headline-capitals", "link-missing", "link-added", "structure-different", "text-untranslated",
    "space-unusual", "space-doubled", "space-before-punctuation", "space-inside-bracket", "space-needless", "punctuation-without-space",
    "punctuation-repeated", "punctuation-fullwidth", "punctuation-halfwidth", "punctuation-form", "ellipsis-dots", "bracket-unpaired",
    "bracket-detached", "bracket-without-space", "headline-too-long", "headline-too-short", "heading-full-stop", "sentence-end-missing",
    "sentence-capital-missing", "unit-detached", "step-attached", "particle-detached", "particle-form", "particle-repeated", "word-repeated", "sentence-unfinished", "register-informal", "kanji-form", "letter-lookalike", "letters-squeezed", "spelling-wrong", "space-missing",
    "halfwidth-kana", "fullwidth-alphanumeric", "interpunct-form", "quotes-form", "range-mark", "dash-form", "register-polite", "jamo-stray",
})  # fmt: skip
"""The checks of texts that may err: what keeps the site safe and whole allows no exception."""


def without_allowed(plan: Plan, found: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the problems that no exception allows, then what is wrong with the exceptions themselves."""
    sections = _sections(plan)
    used: set[tuple[str, Exemption]] = set()
    for problem in found:
        allowed = _allowing(problem, sections.get(problem.path, ()))
        used |= {(problem.path, one) for one in allowed}
        if not allowed:
            yield problem
    for path, declaring in sections.items():
        for section in declaring:
            yield from _mistaken(path, section, used)


def _sections(plan: Plan) -> Mapping[str, Sequence[Section]]:
    """Return the sections that declare exceptions, by file."""
    documents = [document for code in plan.codes for document in plan.documents[code].values()]
    declaring = {document.path: [s for s in document.sections if s.exceptions] for document in documents}
    return {path: sections for path, sections in declaring.items() if sections}


def _allowing(problem: Problem, sections: Sequence[Section]) -> set[Exemption]:
    """Return the exceptions, in the section where `problem` stands, that allow it."""
    values = {value for _, value in problem.values}
    return {
        allowed
        for section in sections
        if section.line <= problem.line < section.line + len(section.written)
        for allowed in section.exceptions
        if allowed.name == problem.name in EXCUSABLE and allowed.value in values
    }


def _mistaken(path: str, section: Section, used: set[tuple[str, Exemption]]) -> Iterator[Problem]:
    for allowed in section.exceptions:
        if allowed.name not in EXCUSABLE:
            known = ", ".join(sorted(EXCUSABLE))
            yield Problem.of(path, allowed.line, "exception-unknown", check=allowed.name, known=known)
        elif (path, allowed) not in used:
            yield Problem.of(path, allowed.line, "exception-unneeded", check=allowed.name, value=allowed.value)
