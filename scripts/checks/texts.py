"""Rules of `docs/` and of the words of the interface: files, sections, links, scripts. The docstring of each rule is the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts import markdown
from scripts.checks.common import containing, foreign, subjects, texts
from scripts.headings import TITLE_MARKS
from scripts.interface import line_of_word, worded
from scripts.markdown import Document
from scripts.model import Agenda
from scripts.outline import PAGES, outlines
from scripts.problem import Problem
from scripts.source import Plan


def documents_are_complete(plan: Plan) -> Iterator[Problem]:
    """The source language has the texts the data asks for, the home page and the about page; no language has other files.

    What a translation lacks is shown in the source language (`scripts/standing.py`).
    """
    expected = {*PAGES, *(outline.path for outline in outlines(plan))}
    for code in plan.codes:
        found = plan.documents[code]
        unread = {path.removeprefix(f"docs/{code}/") for path in plan.unread}
        for path in sorted(expected - set(found) - unread) if code == plan.codes[0] else ():
            yield Problem.of(f"docs/{code}/{path}", 1, "text-missing")
        lacking = ", ".join(sorted(expected - set(found) - unread)) or "-"
        for path in sorted(set(found) - expected):
            yield Problem.of(f"docs/{code}/{path}", 1, "text-unknown", lacking=lacking)


def front_matter_fits(plan: Plan) -> Iterator[Problem]:
    """The front matter of a text says what it is the text of; that of a page is its title."""
    for code in plan.codes:
        for path in PAGES:
            if document := plan.documents[code].get(path):
                yield from _title(code, document)
    for _, outline, document in texts(plan):
        front, ((key, value),) = document.meta.value, outline.front.items()
        if front != outline.front or type(front[key]) is not type(value):
            yield document.meta.problem("front-matter-wrong", expected=f"{key}: {value}")


def _title(code: str, document: Document) -> Iterator[Problem]:
    meta = document.meta.value
    if (
        not isinstance(meta, dict)
        or set(meta) != {"title"}
        or not isinstance(meta["title"], str)
        or not meta["title"].strip()
    ):
        yield document.meta.problem("title-missing")
        return
    if TITLE_MARKS.search(meta["title"]) or not meta["title"].isprintable():
        yield document.meta.problem("title-not-plain", "title")
    for script, found in foreign(code, meta["title"]):
        yield document.meta.problem("script-foreign", "title", script=script, language=code, found=found)


def sections_are_complete(plan: Plan) -> Iterator[Problem]:
    """A text in the source language has every section that its record lists; no text has them in another order, or others."""
    for code, outline, document in texts(plan):
        expected = outline.ids
        for section in document.sections if code == plan.codes[0] else ():
            if section.version:
                yield Problem.of(document.path, section.line, "mark-in-source", found=section.version)
        found = [section.id for section in document.sections]
        for name in expected if code == plan.codes[0] else ():
            if name not in found:
                line = _line_after(document, expected[: expected.index(name)])
                yield Problem.of(document.path, line, "section-missing", section=name)
        lacking = ", ".join(name for name in expected if name not in found) or "-"
        for section in document.sections:
            if section.id not in expected:
                yield Problem.of(document.path, section.line, "section-unknown", section=section.id, lacking=lacking)
        known, order = [s for s in document.sections if s.id in expected], [name for name in expected if name in found]
        if len(known) == len(order) and [section.id for section in known] != order:
            first = next(s for s, name in zip(known, order, strict=True) if s.id != name)
            yield Problem.of(document.path, first.line, "section-out-of-order", section=first.id, home=outline.home)


def sections_are_filled(plan: Plan) -> Iterator[Problem]:
    """Every section has text, and no translation of a page has sections that the source does not have."""
    for code in plan.codes:
        for path, document in plan.documents[code].items():
            if path in PAGES and not document.sections:
                yield Problem.of(document.path, 1, "page-empty")
            for section in document.sections:
                if not markdown.plain(section, "").strip():
                    yield Problem.of(document.path, section.line, "section-empty", section=section.id)
            source = plan.documents[plan.codes[0]].get(path)
            if path in PAGES and source and not {s.id for s in document.sections} <= {s.id for s in source.sections}:
                ids = ", ".join(section.id for section in source.sections)
                yield Problem.of(document.path, 1, "page-section-unknown", source=source.path, known=ids)


def strategies_are_counted(plan: Plan) -> Iterator[Problem]:
    """The approach of an agenda lists as many strategies in every language as its record says."""
    for _, outline, document in texts(plan):
        for agenda in (slot.facts for slot in outline.slots if isinstance(slot.facts, Agenda)):
            for section in document.sections:
                if section.id == "approach" and (count := markdown.items(section)) != agenda.strategies:
                    yield Problem.of(
                        document.path, section.line, "strategies-miscounted", count=count, expected=agenda.strategies
                    )


def links_lead_somewhere(plan: Plan) -> Iterator[Problem]:
    """A link `id:4.8` or `term:ccr` names an item, an agenda, a chapter, a section or a term of the plan."""
    ids = subjects(plan)
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                for target in markdown.links(section):
                    scheme, _, name = target.partition(":")
                    if (scheme == "id" and name not in ids) or (scheme == "term" and name not in plan.terms):
                        line = section.line_where(containing(target))
                        yield Problem.of(document.path, line, "link-target-unknown", target=target)


def interface_words_agree(plan: Plan) -> Iterator[Problem]:
    """The words of the interface are the same in number and kind in every language, with the same names in braces."""
    first, *others = plan.codes
    expected, source = dict(_words("", plan.words[first])), f"scripts/words/{first}.yaml"
    for code in others:
        found = dict(_words("", plan.words[code]))
        path = f"scripts/words/{code}.yaml"
        for spot, text in worded(plan.words[code]):
            for script, words in foreign(code, text):
                line = line_of_word(code, *spot)
                yield Problem.of(path, line, "script-foreign", script=script, language=code, found=words)
        for key in sorted(set(expected) - set(found)):
            yield Problem.of(path, line_of_word(code, *key.split(".")), "word-missing", word=key)
        for key in sorted(set(found) - set(expected)):
            yield Problem.of(path, line_of_word(code, *key.split(".")), "word-unknown", word=key, source=source)
        for key in sorted(set(expected) & set(found)):
            if expected[key] != found[key]:
                line = line_of_word(code, *key.split("."))
                yield Problem.of(path, line, "word-braces-differ", word=key, source=source)


def _line_after(document: Document, names: Sequence[str]) -> int:
    """Return the last line of the last of the sections `names` that the document has: where the next one belongs."""
    ends = [section.line + len(section.written) - 1 for section in document.sections if section.id in names]
    return max(ends, default=1)


def _words(prefix: str, words: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each word's key and the names in its braces, groups of words written out."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from _words(f"{prefix}{key}.", value)
        elif key != "language":
            yield f"{prefix}{key}", sorted(re.findall(r"\{(\w+)\}", str(value)))
