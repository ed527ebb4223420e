"""What translation tools see: a unit for each heading, one for the text under it, and one for the title of a page of our own.

A section is a paragraph or a short list (half of them have fewer than 120 characters), so one unit holds its text whole: the Markdown is
never cut up, and a translation may have other paragraphs than the source. Tools cut longer units into sentences by themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from scripts.markdown import Document, Section, body
from scripts.outline import PAGES
from scripts.source import Plan
from scripts.standing import State, keyed, standings
from scripts.version import version

BODY = ".body"
"""What the id of the text adds to that of its heading."""

HEADING = "A heading: one line of plain text."
TEXT = "Markdown: keep its marks (**, -, 1.) and the targets of its links, such as id:4.8 or term:ccr."


@dataclass(frozen=True)
class Marks:
    """What travels with a unit so that the import can judge it; each may have been lost on the way.

    `version` is the version of the first language that the source text stands for, `made_from` the one the translation was made from so far,
    `text` a hash of the translation as it was exported.
    """

    version: str | None = None
    made_from: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Unit:
    """A unit on its way out: its id, file, line, source text, translation (empty when missing), state and marks."""

    id: str
    path: str
    line: int
    source: str
    target: str
    state: State
    marks: Marks

    @property
    def hint(self) -> str:
        """What the translator should know of the form of the text."""
        return TEXT if self.id.endswith(BODY) else HEADING


@dataclass(frozen=True)
class Received:
    """A unit on its way in: its id, the line of the file, both texts, and its marks.

    `done` says that the tool calls it translated, not in need of review.
    """

    id: str
    line: int
    source: str
    target: str
    done: bool
    marks: Marks


@dataclass(frozen=True)
class Exchanged:
    """A file from a translation tool: each pair of languages it names, with the line, and its units."""

    pairs: Sequence[tuple[int, str, str]]
    units: Sequence[Received] = field(default_factory=tuple)


@dataclass(frozen=True)
class Place:
    """A section of the plan in two languages; either text may be missing.

    `version` is the version of the first language that `source` stands for.
    """

    key: str
    path: str
    id: str
    source: Section | None
    target: Section | None
    state: State
    version: str | None


def places(plan: Plan, source: str, language: str) -> Iterator[Place]:
    """Yield every section of the plan, in its order, as it stands in `source` and in `language`."""
    first = plan.codes[0]
    states = {standing.key: standing.state for standing in standings(plan) if standing.language == language}
    for path, keys in keyed(plan):
        document = plan.documents[first].get(path)
        ours, theirs = (_sections(plan.documents[code].get(path)) for code in (source, language))
        for section in document.sections if document else ():
            if key := keys.get(section.id):
                found = ours.get(section.id)
                made_from = version(section, first) if source == first else _mark(found)
                state: State = states.get(key, "current")
                yield Place(key, path, section.id, found, theirs.get(section.id), state, made_from)


def _sections(document: Document | None) -> Mapping[str, Section]:
    return {section.id: section for section in document.sections} if document else {}


def _mark(section: Section | None) -> str | None:
    return section.version if section else None


def fingerprint(title: str, text: str) -> str:
    """Return a short hash of a section exactly as it is written."""
    return hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:8]


def title(document: Document | None) -> str:
    """Return the title in the front matter of a page of the translators' own; empty when there is none."""
    found = document.meta.value if document else None
    return str(found.get("title", "")) if isinstance(found, dict) else ""


def page_key(path: str) -> str:
    """Return the id of the unit that holds the title of a page."""
    return path.removesuffix(".md")


def units(plan: Plan, source: str, language: str) -> Iterator[Unit]:
    """Yield what a tool is given to translate from `source` into `language`, text by text; what `source` lacks is left out."""
    found = list(places(plan, source, language))
    for path in PAGES:
        ours, theirs = (title(plan.documents[code].get(path)) for code in (source, language))
        if ours:
            state: State = "current" if theirs else "missing"
            yield Unit(page_key(path), f"docs/{source}/{path}", 1, ours, theirs, state, Marks())
        yield from chain.from_iterable(_of(place) for place in found if place.path == path)
    yield from chain.from_iterable(_of(place) for place in found if place.path not in PAGES)


def _of(place: Place) -> Iterator[Unit]:
    ours, theirs = place.source, place.target
    if ours is None:
        return
    text = body(theirs) if theirs else ""
    marks = Marks(place.version, _mark(theirs), fingerprint(theirs.title, text) if theirs else None)
    yield Unit(place.key, ours.path, ours.line, ours.title, theirs.title if theirs else "", place.state, marks)
    if source := body(ours):
        yield Unit(place.key + BODY, ours.path, ours.line, source, text, place.state, marks)
