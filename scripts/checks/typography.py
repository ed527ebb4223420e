"""Rules of how each language is written; `scripts/typography/` finds the slips. The docstring of each rule is the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from markdown_it.token import Token

from scripts import typography
from scripts.checks.common import containing, foreign
from scripts.files import YamlFile
from scripts.headings import TITLE_MARKS
from scripts.interface import line_of_word, worded
from scripts.markdown import Section
from scripts.mentions import spellings
from scripts.outline import PAGES
from scripts.problem import Problem
from scripts.source import PHRASES, Plan, joint
from scripts.typography import Slip
from scripts.typography.slips import CLOSERS, COMMAS, STOPS

LENGTHS = {"ko": (6, 50), "ja": (6, 50), "en": (2, 10)}
"""The fewest and most characters, in English words, of the headline of an item: 12 to 45 and 3 to 9 are aimed at, and these are no longer near."""

LONGER = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
"""English words of some length: short ones are small even in titles."""
QUOTATION = re.compile(r"‘[^’]+’|「[^」]+」|\"[^\"]+\"")
"""What a note of `data/editions.yaml` quotes as printed."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or list item of a section without its marks, and where each of its lines begins in the text and in the file."""

    text: str
    lines: tuple[tuple[int, int], ...]
    sentences: bool

    def line(self, at: int) -> int:
        """Return the line of the file on which the character `at` stands."""
        return [line for start, line in self.lines if start <= at][-1]


def texts_are_written_as_their_language_is(plan: Plan) -> Iterator[Problem]:
    """Titles, headings and paragraphs have no slip of typography outside names and addresses."""
    for code in plan.codes:
        for path, document in plan.documents[code].items():
            if path in PAGES and isinstance(document.meta.value, dict):
                yield from _told(
                    plan, code, str(document.meta.value.get("title", "")), document.path, document.meta.line("title")
                )
            for section in document.sections:
                yield from _told(plan, code, section.title, section.path, section.line)
                for paragraph in _paragraphs(section, joint(code)):
                    if any(foreign(code, paragraph.text)):
                        continue  # the marks of another language follow from its letters, of which another rule tells
                    for slip in _slips(plan, code, paragraph.text, sentences=paragraph.sentences):
                        yield _problem(section.path, paragraph.line(slip.start), slip)
                    for slip in _run_on(code, paragraph):
                        yield _problem(section.path, paragraph.line(slip.start - 1), slip)


def headlines_have_a_fitting_length(plan: Plan) -> Iterator[Problem]:
    """The headline of an item is neither a single word nor a paragraph, and no heading ends with a full stop."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                if section.title.endswith((".", "。")):
                    yield Problem.of(
                        section.path,
                        section.line,
                        "heading-full-stop",
                        found=section.title,
                        better=section.title.rstrip(".。"),
                    )
                if section.id in plan.items and code in LENGTHS:
                    yield from _length(section, code)
                if section.id in plan.items and code == "en":
                    yield from _capitals(plan, section)


def phrases_are_written_as_their_language_is(plan: Plan) -> Iterator[Problem]:
    """Names, notes and descriptions in `data/` have no slip of typography outside official names."""
    for data in (
        plan.agendas,
        plan.organisation,
        plan.glossary,
        plan.places,
        plan.figures,
        plan.background,
        plan.editions,
    ):
        for spot in data.file.lines:
            if len(spot) > 1 and spot[-1] in plan.codes and spot[-2] in PHRASES:
                text = _at(data.file, spot)
                if isinstance(text, str):
                    shown = QUOTATION.sub(_hidden, text) if data is plan.editions else text
                    yield from _told(plan, str(spot[-1]), shown, data.file.path, data.file.line(*spot))


def interface_words_are_written_as_their_language_is(plan: Plan) -> Iterator[Problem]:
    """The words of the interface have no slip of typography."""
    for code in plan.codes:
        if plan.words[code]["language"] == code:
            for spot, text in worded(plan.words[code]):
                yield from _told(plan, code, text, f"scripts/words/{code}.yaml", line_of_word(code, *spot))


def _hidden(match: re.Match[str]) -> str:
    """Return a quotation of as many letters: an edition may print anything."""
    return f"{match[0][0]}{'x' * (len(match[0]) - 2)}{match[0][-1]}"


def _told(plan: Plan, code: str, text: str, path: str, line: int) -> Iterator[Problem]:
    if TITLE_MARKS.search(text):
        return  # other rules tell of marks where plain text belongs
    for slip in _slips(plan, code, text):
        yield _problem(path, line, slip)


def _problem(path: str, line: int, slip: Slip) -> Problem:
    return Problem.of(path, line, slip.name, found=slip.found, better=slip.better)


def _slips(plan: Plan, code: str, text: str, *, sentences: bool = False) -> Iterator[Slip]:
    """Yield the slips in `text` but for those inside a name, which is as its owner writes it."""
    for slip in typography.mistakes(code, text, paragraph=sentences):
        inside = (m for m in plan.finders[code].find(text) if m.start <= slip.start and slip.end <= m.end)
        if slip.start == slip.end or not any(inside):
            yield slip


def _run_on(code: str, paragraph: Paragraph) -> Iterator[Slip]:
    """Yield each line inside a paragraph without spaces that ends like no sentence; each sentence has a line, and the last is another rule's matter."""
    for start, _ in paragraph.lines[1:] if paragraph.sentences and not joint(code) else ():
        if paragraph.text[start - 1] not in STOPS + CLOSERS + COMMAS:
            yield Slip.of("sentence-end-missing", paragraph.text, start, start, "。")


def _capitals(plan: Plan, section: Section) -> Iterator[Problem]:
    """Yield the problem of an English headline that is written like a title, or does not begin with a capital."""
    title, right = section.title, {form for thing in plan.finders["en"].things for form in spellings(thing, "en")}
    shown, names = title, [title[m.start : m.end] for m in plan.finders["en"].find(title)]
    for name in names:
        shown = shown.replace(name, "" if name in right else name)
    if title[0].islower() and shown.startswith(title[0]):
        better = f"{title[0].upper()}{title[1:]}"
        yield Problem.of(section.path, section.line, "sentence-capital-missing", found=title, better=better)
    others = LONGER.findall(shown.partition(" ")[2])
    if len(others) > 1 and all(word[0].isupper() for word in others):
        yield Problem.of(section.path, section.line, "headline-capitals", found=title)


def _length(section: Section, code: str) -> Iterator[Problem]:
    fewest, most = LENGTHS[code]
    length = len(section.title.split()) if code == "en" else len(section.title)
    if length < fewest:
        yield Problem.of(
            section.path, section.line, "headline-too-short", found=section.title, length=length, fewest=fewest
        )
    if length > most:
        yield Problem.of(section.path, section.line, "headline-too-long", found=section.title, length=length, most=most)


def _paragraphs(section: Section, between: str) -> Iterator[Paragraph]:
    listed = 0
    for token in section.tokens:
        listed += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            yield _paragraph(section, token, between, listed=bool(listed))


def _paragraph(section: Section, token: Token, between: str, *, listed: bool) -> Paragraph:
    shown, written = [""], token.content.split("\n")
    after_mark = False
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            shown.append("")
        else:
            shown[-1] += child.content.lstrip(" ") if after_mark and not between else child.content
        after_mark = child.type in {"strong_close", "em_close"}
    starts = accumulate((len(line) + len(between) for line in shown), initial=0)
    lines = [section.line_where(containing(raw)) for raw in written]
    text = between.join(shown)
    sentences = not listed or any(mark in text.rstrip(".。") for mark in (". ", "。"))
    return Paragraph(text, tuple(zip(starts, lines, strict=False)), sentences)


def _at(file: YamlFile, spot: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - whatever the file holds
    value = file.value
    for part in spot:
        value = value[part]
    return value
