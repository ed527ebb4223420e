"""Where each translation stands: which of its sections still say what the source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scripts.markdown import Document, Section
from scripts.outline import PAGES, Outline, outlines
from scripts.source import Plan
from scripts.version import version

State: TypeAlias = Literal["current", "outdated", "missing"]


@dataclass(frozen=True)
class Standing:
    """One section of one translation.

    `key` is the id the whole plan knows it by; `line` is where its heading stands, or where it belongs; `made_from` is the version
    of the source it says it was made from, `source` the source's section and `now` its version today.
    """

    language: str
    key: str
    path: str
    line: int
    state: State
    made_from: str | None
    source: Section
    now: str

    @property
    def told(self) -> Literal["current", "outdated", "missing", "unmarked"]:
        """The state as people are told it: of a section that names no source, nobody knows whether that has changed."""
        return "unmarked" if self.state == "outdated" and self.made_from is None else self.state


def standings(plan: Plan) -> Iterator[Standing]:
    """Yield the standing of every section of every translation, in the order of the plan."""
    for code in plan.codes[1:]:
        for path, keys in keyed(plan):
            if source := plan.documents[plan.codes[0]].get(path):
                for section in source.sections:
                    if section.id in keys:
                        yield _standing(plan, code, path, keys[section.id], section)


def keyed(plan: Plan) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the path of every text, and the key of each of its sections."""
    first = plan.documents[plan.codes[0]]
    for path in PAGES:
        if document := first.get(path):
            yield path, {section.id: f"{path.removesuffix('.md')}#{section.id}" for section in document.sections}
    outline: Outline
    for outline in outlines(plan):
        yield outline.path, {name: outline.key(name) for name in outline.ids}


def _standing(plan: Plan, code: str, path: str, key: str, source: Section) -> Standing:
    document, now = plan.documents[code].get(path), version(source, plan.codes[0])
    found = {section.id: section for section in document.sections}.get(source.id) if document else None
    place = f"docs/{code}/{path}"
    if found is None:
        return Standing(code, key, place, _end(document), "missing", None, source, now)
    state: State = "current" if found.version == now else "outdated"
    return Standing(code, key, place, found.line, state, found.version, source, now)


def _end(document: Document | None) -> int:
    """Return the last line of `document`, or the first of one that is still to be written."""
    last = document.sections[-1] if document and document.sections else None
    return last.line + len(last.written) - 1 if last else 1


def percent(part: int, whole: int) -> str:
    """Return `part` of `whole` in percent; never 100 while something is left."""
    return "100" if part == whole else f"{min(100 * part / whole, 99.9):.1f}"


def completed(plan: Plan) -> Mapping[str, Mapping[str, Document]]:
    """Return the texts as they are shown, by language and path: where a translation lacks a section, the source's stands in."""
    source = plan.documents[plan.codes[0]]
    return {
        code: {path: _completed(plan.documents[code].get(path), source[path]) for path in source} for code in plan.codes
    }


def _completed(document: Document | None, source: Document) -> Document:
    own = {section.id: section for section in document.sections} if document else {}
    sections = tuple(own.get(section.id, section) for section in source.sections)
    return Document(document.path, document.meta, sections) if document else source


def marked(plan: Plan, language: str, keys: Sequence[str]) -> tuple[Mapping[str, Mapping[int, str]], Sequence[str]]:
    """Return the headings of a translation as they read once the sections `keys` are marked as current, by file and line.

    `keys` may be `all`. The second value is the keys that no section of the translation has.
    """
    lines: dict[str, dict[int, str]] = {}
    there = {s.key: s for s in standings(plan) if s.language == language and s.state != "missing"}
    wanted = list(there) if "all" in keys else keys
    for standing in (there[key] for key in wanted if key in there):
        document = plan.documents[language][standing.path.removeprefix(f"docs/{language}/")]
        section = document.section(standing.source.id)
        lines.setdefault(standing.path, {})[section.line] = f"## {section.title} {{#{section.id} {standing.now}}}"
    return lines, [key for key in wanted if key not in there]
