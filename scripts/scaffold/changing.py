"""Another headline or text for an initiative, in one language or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.exchange.taken import Taken
from scripts.exchange.texts import texts
from scripts.files import read_text
from scripts.markdown import Section, body
from scripts.outline import agenda_path
from scripts.placed import initiatives
from scripts.problem import Problem, ProblemsError
from scripts.scaffold.named import facts
from scripts.scaffold.outcome import Outcome
from scripts.scaffold.wording import PARTS, Parts, Wording, headed, section
from scripts.scaffold.written import with_facts
from scripts.source import Plan
from scripts.version import version


@dataclass(frozen=True)
class Alteration:
    """Other words for the initiative `id`; `slug` is what somebody would like to call it from now on."""

    id: str
    wording: Wording
    slug: str | None = None


def altered(root: Path, plan: Plan, order: Alteration) -> Outcome:
    """Return the files under `root` with the words of `order`; raises ProblemsError with everything that is wrong with it."""
    problems: list[Problem] = []
    parts = order.wording.judged(plan, problems)
    if order.slug:
        problems.append(Problem.of("--slug", 1, "slug-fixed"))
    elif not parts:
        problems.append(Problem.of("initiative change", 1, "change-empty"))
    if order.id not in {initiative.id for initiative in plan.initiatives}:
        problems.append(Problem.of("initiative change", 1, "initiative-unknown", found=order.id))
    if problems:
        raise ProblemsError(problems)
    path = _path(plan, order.id)
    old = {code: _found(plan, code, path, order.id) for code in plan.codes}
    if old[plan.codes[0]] is None:
        raise ProblemsError([Problem.of(f"docs/{plan.codes[0]}/{path}", 1, "section-missing", section=order.id)])
    new = _sections(plan, order.id, parts, old, problems)
    if problems:
        raise ProblemsError(problems)
    return _outcome(root, plan, order.id, path, new)


def _path(plan: Plan, name: str) -> str:
    return next(agenda_path(a.slug) for a in plan.agendas.records.agendas if name in {i.id for i in a.initiatives})


def _found(plan: Plan, code: str, path: str, name: str) -> Section | None:
    document = plan.documents[code].get(path)
    return {section.id: section for section in document.sections}.get(name) if document else None


def _sections(
    plan: Plan, name: str, parts: Mapping[str, Parts], old: Mapping[str, Section | None], problems: list[Problem]
) -> Mapping[str, Section]:
    """Return the sections as they read with the new `parts`; a translation is marked anew when it was given all that changed."""
    source, found = plan.codes[0], {}
    for code in (code for code in plan.codes if code in parts):
        there = old[code]
        kept: Parts = {"headline": there.title, "text": body(there)} if there else {}
        if new := section(code, name, {**kept, **parts[code]}, problems):
            found[code] = new
    was, now = old[source], found.get(source, old[source])
    if not (was and now):
        return found
    changed = {
        part for part, same in (("headline", was.title == now.title), ("text", body(was) == body(now))) if not same
    }
    marks = {code: _mark(version(was, source), version(now, source), changed, parts[code], old[code]) for code in found}
    return {code: headed(new, None if code == source else marks[code]) for code, new in found.items()}


def _mark(was: str, now: str, changed: set[str], given: Parts, old: Section | None) -> str | None:
    """Return the mark of a translation: that of the source `now` when all of it, or all that has changed since it was current, is `given`."""
    caught_up = bool(changed) and old is not None and old.version == was and changed <= set(given)
    return now if old is None or set(given) == set(PARTS) or caught_up else old.version


def _outcome(root: Path, plan: Plan, name: str, path: str, new: Mapping[str, Section]) -> Outcome:
    after = {}
    if source := new.get(plan.codes[0]):
        home = plan.agendas.file.path
        initiative, (_, agenda, _, position) = next((i, spot) for i, spot in initiatives(plan) if i.id == name)
        named = facts(plan, source, initiative)
        records = with_facts(read_text(root, home), int(agenda), int(position), named)
        if records is None:
            raise ProblemsError([plan.agendas.file.problem("records-not-listed", "agendas", agenda, "initiatives")])
        after[home] = records
    for code, written in new.items():
        after |= texts(root, plan, code, Taken(sections={path: {name: written}}))
    return Outcome.of(root, plan, name, after)
