"""The page on the state of the translations: how much of each part is current, and what is to be done where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.addresses import relative
from scripts.history import Change
from scripts.notices import anchor
from scripts.pages.press import Press
from scripts.parts import Link
from scripts.standing import Standing, percent

OWN = {"index": "home", "about": "about", "permalinks": "permalinks", "timeline": "timeline"}
"""What the pages that are no part of the plan are called, among the words of the interface."""
UNKNOWN = {"outdated": "status_unknown", "unmarked": "status_unmarked"}
"""What is said when nobody can say what changed."""


@dataclass(frozen=True)
class Row:
    """A bar: what it is about, and how many sections are current, outdated and missing."""

    link: Link
    current: int
    outdated: int
    missing: int

    @property
    def total(self) -> int:
        """All sections."""
        return self.current + self.outdated + self.missing


@dataclass(frozen=True)
class Task:
    """A section that is not current: its fragment, its link, its state in words, where it stands, what changed, what to write."""

    anchor: str
    link: Link
    state: str
    place: str
    edit: str
    changes: tuple[Change, ...]
    unknown: str
    mark: str


def page(press: Press) -> str:
    """Return the page: of a translation its parts and its tasks, of the source language a bar for each translation."""
    here, words, first = press.addresses.status(), press.words, press.views.plan.codes[0]
    found = list(press.views.standings.values())
    if press.language == first:
        names = {language.code: language.name for language in press.views.plan.languages}
        rows = [
            _row(Link(relative(here, other.addresses.status()), names[code]), (s for s in found if s.language == code))
            for code, other in press.texts.others.items()
        ]
        return press.page("status", here, words["status"], words["status_source"], rows=rows, tasks=[])
    mine = [standing for standing in found if standing.language == press.language]
    groups: dict[str, list[Standing]] = {}
    for standing in mine:
        groups.setdefault(_holder(press, standing.key), []).append(standing)
    rows = [_row(_link(press, holder, here), standings) for holder, standings in groups.items()]
    tasks = [_task(press, standing, here) for standing in mine if standing.state != "current"]
    whole = _row(Link("", ""), mine)
    summary = words.fill(
        "status_summary", language=_name(press), total=whole.total, current=whole.current, share=percent(whole.current, whole.total),
        outdated=whole.outdated, missing=whole.missing,
    )  # fmt: skip
    return press.page("status", here, words["status"], summary, rows=rows, tasks=tasks)


def _row(link: Link, standings: Iterable[Standing]) -> Row:
    count = Counter(standing.state for standing in standings)
    return Row(link, count["current"], count["outdated"], count["missing"])


def _task(press: Press, standing: Standing, here: str) -> Task:
    changes = tuple(press.changes.get((standing.language, standing.key), ()))
    return Task(
        anchor(standing), _link(press, standing.key, here), press.words["states"][standing.told],
        f"{standing.path}:{standing.line}", press.parts.edits.address(standing.path, standing.line), changes,
        press.words[UNKNOWN[standing.told]] if standing.told in UNKNOWN and not changes else "",
        f"{{#{standing.source.id} {standing.now}}}",
    )  # fmt: skip


def _holder(press: Press, key: str) -> str:
    """Return what a section belongs to: an agenda, a chapter, a topic, or a page of its own."""
    if key in press.views.agenda_of:
        return str(press.views.agenda_of[key].number)
    return press.views.section_of[key][0].id if key in press.views.section_of else key.partition("#")[0]


def _link(press: Press, key: str, here: str) -> Link:
    base = key.partition("#")[0]
    return press.parts.way(here, press.texts.address(key), OWN[base]) if base in OWN else press.parts.link(here, key)


def _name(press: Press) -> str:
    return next(language.name for language in press.views.plan.languages if language.code == press.language)
