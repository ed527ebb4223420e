"""Taking a translated file back: what the texts read with it, or everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scripts.exchange.judged import code, parsed, wrong_pairs
from scripts.exchange.units import BODY, Exchanged, Marks, Place, Received, fingerprint, page_key, places, title
from scripts.files import CONTROL
from scripts.markdown import Section, body
from scripts.outline import PAGES
from scripts.problem import Problem, ProblemsError
from scripts.source import Plan
from scripts.version import version

VERSION = re.compile(r"[a-z]{2}=[0-9a-f]{8}")


@dataclass
class Taken:
    """What an import comes to: by path within the language, the sections to be written, by id, and the titles of pages.

    `review` are the sections that were written but still need review, `half` those that lack their heading or their text and are left out.
    """

    sections: dict[str, dict[str, Section]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    review: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)


class Importer:
    """Takes the units of one file; `problems` grows with what is wrong."""

    def __init__(self, plan: Plan, source: str, language: str, path: str) -> None:
        """Take units translated from `source` into `language`, out of the file `path`."""
        self.plan, self.source, self.language, self.path = plan, source, language, path
        self.problems: list[Problem] = []
        self.taken = Taken()

    def problem(self, name: str, /, unit: Received, **values: object) -> None:
        """Note the problem `name` of `unit`; its values hold the unit's id, too."""
        self.problems.append(Problem.of(self.path, unit.line, name, unit=unit.id or "-", **values))

    def take(self, received: Sequence[Received]) -> Taken:
        """Return what `received` comes to."""
        found = list(places(self.plan, self.source, self.language))
        pages = {page_key(path): path for path in PAGES if path in self.plan.documents[self.plan.codes[0]]}
        known = {*pages, *(place.key for place in found), *(place.key + BODY for place in found)}
        units = self._sorted(received, known)
        for name, path in pages.items():
            self._page(path, units.get(name))
        for place in found:
            self._place(place, units.get(place.key), units.get(place.key + BODY))
        return self.taken

    def _sorted(self, received: Sequence[Received], known: set[str]) -> Mapping[str, Received]:
        """Return the units by id, with composed letters, and without what a tool may set around their texts."""
        units: dict[str, Received] = {}
        for unit in received:
            target = unicodedata.normalize("NFC", unit.target.replace("\r\n", "\n")).strip("\n")
            target = target if target.strip() and unit.id.endswith(BODY) else target.strip()
            if unit.id not in known:
                self.problem("exchange-unit-unknown", unit)
            elif unit.id in units:
                self.problem("unit-repeated", unit, first=units[unit.id].line)
            elif odd := CONTROL.search(target):
                self.problem("unit-character-invisible", unit, character=f"U+{ord(odd[0]):04X}")
            units.setdefault(unit.id, replace(unit, target=target))
        return units

    def _page(self, path: str, unit: Received | None) -> None:
        if unit is None or not unit.target or unit.target == title(self.plan.documents[self.language].get(path)):
            return
        if "\n" in unit.target:
            self.problem("unit-line-break", unit)
        self.taken.titles[path] = unit.target

    def _place(self, place: Place, heading: Received | None, text: Received | None) -> None:
        given = [unit for unit in (heading, text) if unit and unit.target]
        if not given:
            return
        old, unit = place.target, given[0]
        parts = (heading.target if heading else "", text.target if text else "")
        if old is None and not (parts[0] and (parts[1] or not (place.source and body(place.source)))):
            self.taken.half.append(place.key)
            return
        was = (old.title, body(old)) if old else ("", "")
        # Spaces at the ends of a text are the tool's: what differs in them alone is as it was.
        now = tuple(
            new if new.strip() != there.strip() and new else there for new, there in zip(parts, was, strict=True)
        )
        marks = Marks(unit.marks.version or self._computed(heading, text), unit.marks.made_from, unit.marks.text)
        if not self._marks_hold(place, unit, marks, heading, text):
            return
        if old and marks.text and marks.text != fingerprint(*was) and now != was:
            if marks.text != fingerprint(*now):
                self.problem("unit-overtaken", unit)
            return
        done = len(given) == 1 + bool(place.source and body(place.source)) and all(u.done for u in given)
        self._write(place, given, now[0], now[1], self._mark(old, marks, changed=now != was, done=done))
        if now != was and not done:
            self.taken.review.append(place.key)

    def _computed(self, heading: Received | None, text: Received | None) -> str | None:
        """Return the version of the source text in the file itself; None when it is not whole or not the first language."""
        if heading is None or self.source != self.plan.codes[0]:
            return None
        section, _ = parsed(heading.source, text.source if text else "")
        return version(section, self.source) if section else None

    def _marks_hold(
        self, place: Place, unit: Received, marks: Marks, heading: Received | None, text: Received | None
    ) -> bool:
        """Tell whether the marks in the file are versions, and that of the source its very text."""
        for mark in (marks.version, marks.made_from):
            if mark and not (VERSION.fullmatch(mark) and mark.startswith(f"{self.plan.codes[0]}=")):
                self.problem("unit-mark-broken", unit, mark=mark)
                return False
        whole = heading and (text or not (place.source and body(place.source)))
        computed = self._computed(heading, text) if whole else None
        if computed and computed != marks.version:
            self.problem("unit-source-changed", unit)
            return False
        return True

    def _mark(self, old: Section | None, marks: Marks, *, changed: bool, done: bool) -> str | None:
        """Return what the section says it was made from: the source of this file once it is changed or confirmed and no longer in need of review."""
        if self.language == self.plan.codes[0]:
            return None
        before = old.version if old else marks.made_from
        # Somebody else may have marked it since the export.
        remarked = bool(old and marks.made_from and old.version != marks.made_from)
        confirmed = old is None or changed or (marks.made_from != marks.version and not remarked)
        return marks.version or before if done and confirmed else before

    def _write(self, place: Place, given: Sequence[Received], heading: str, text: str, mark: str | None) -> None:
        old = place.target
        if old and (heading, text, mark) == (old.title, body(old), old.version):
            return
        section, mistakes = parsed(heading, text)
        if "\n" in heading:
            self.problem("unit-line-break", given[0])
            return
        for mistake in mistakes:
            # the heading stands on line 1 of what was parsed
            unit = given[0] if mistake.line == 1 else given[-1]
            self.problems.append(replace(mistake, path=self.path, line=unit.line))
        if section is None and not mistakes:
            self.problem("unit-heading", given[-1])
        if section and not mistakes:
            name = f"{{#{place.id}{' ' + mark if mark else ''}}}"
            aside = old.exceptions if old else ()
            written = (f"## {heading} {name}", "", *text.split("\n"), "", *(f"{found}\n" for found in aside))
            new = replace(section, id=place.id, written=written, version=mark, exceptions=aside)
            self.taken.sections.setdefault(place.path, {})[place.id] = new


def take(plan: Plan, language: str, path: str, found: Exchanged) -> Taken:
    """Return what the file `path` comes to in `language`; raises ProblemsError with everything that is wrong with it."""
    problems = list(wrong_pairs(plan, language, path, found))
    if problems:
        raise ProblemsError(problems)
    importer = Importer(plan, code(plan, found.pairs[0][1]), language, path)
    taken = importer.take(found.units)
    if importer.problems:
        raise ProblemsError(importer.problems)
    return taken
