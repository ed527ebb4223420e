"""A new initiative: the next id of its agenda, a record, a section in each language that was given one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.checks.data import new_item_slug
from scripts.exchange.taken import Taken
from scripts.exchange.texts import texts
from scripts.files import YamlFile, read_text
from scripts.markdown import Section
from scripts.model import Agenda, Group
from scripts.outline import agenda_path
from scripts.problem import Problem, ProblemsError
from scripts.records import read_records
from scripts.scaffold.named import facts
from scripts.scaffold.outcome import Outcome, rewritten
from scripts.scaffold.wording import Wording, headed, section
from scripts.scaffold.written import KEYS, with_record
from scripts.source import Plan
from scripts.version import version


@dataclass(frozen=True)
class Addition:
    """An initiative to be added on `day` to the `agenda` of this number; in an agenda with groups it joins `group`, or the last one in use."""

    agenda: str
    slug: str
    day: date
    wording: Wording
    group: str | None = None


def added(root: Path, plan: Plan, order: Addition, ids: Collection[str]) -> Outcome:
    """Return the files under `root` with the initiative of `order`; `ids` are those that are or were somebody's, as `given` finds them.

    Raises ProblemsError with everything that is wrong with the order.
    """
    problems: list[Problem] = []
    agenda = next((a for a in plan.agendas.records.agendas if order.agenda == str(a.number)), None)
    if agenda is None:
        known = ", ".join(str(a.number) for a in plan.agendas.records.agendas)
        problems.append(Problem.of("initiative add", 1, "agenda-unknown", found=order.agenda, known=known))
    problems += _slug_mistakes(plan, order.slug)
    name = next_id(agenda.number, ids) if agenda else "0.0"
    group = _group(agenda, order.group, problems) if agenda else None
    sections = _sections(plan, order.wording, name, problems)
    if agenda is None or problems:
        raise ProblemsError(problems)
    sources = {"ko": None, "ja": None, "added": order.day.isoformat()}
    named = facts(plan, sections[plan.codes[0]])
    record = {"id": name, "slug": order.slug, "group": group, **named, "sources": sources}
    return _outcome(root, plan, agenda, {key: record[key] for key in KEYS if record.get(key)}, sections)


def given(plan: Plan) -> Collection[str]:
    """Return every id that an initiative has, or that was ever published, so that none is given twice."""
    return {*(initiative.id for initiative in plan.initiatives), *(name.rstrip("/") for name in plan.lock.inside("id"))}


def next_id(agenda: int, ids: Collection[str]) -> str:
    """Return the id after the highest among the `ids` of an agenda."""
    under = [name.partition(".")[2] for name in ids if name.startswith(f"{agenda}.")]
    return f"{agenda}.{max((int(number) for number in under if number.isdecimal()), default=0) + 1}"


def _slug_mistakes(plan: Plan, slug: str) -> Iterator[Problem]:
    try:
        read_records(Group, YamlFile("--slug", {"slug": slug, "name": {}}, {}))
    except ProblemsError as error:
        yield from error.problems
    else:
        yield from new_item_slug(plan, slug, "--slug")


def _group(agenda: Agenda, wanted: str | None, problems: list[Problem]) -> str | None:
    """Return the group of the next initiative: the last one in use, or a later one when that is `wanted`."""
    order = [group.slug for group in agenda.groups]
    last = agenda.initiatives[-1].group if agenda.initiatives else next(iter(order), None)
    free = order[order.index(last) :] if last in order else []
    if wanted and wanted not in free:
        known = ", ".join(free) or "-"
        problems.append(Problem.of("--group", 1, "group-closed", found=wanted, known=known))
    return wanted or last


def _sections(plan: Plan, wording: Wording, name: str, problems: list[Problem]) -> Mapping[str, Section]:
    """Return the new section in each language that was given one, those of translations marked."""
    source, found = plan.codes[0], {}
    parts = wording.judged(plan, problems)
    for code in (source, *(code for code in plan.codes[1:] if code in parts)):
        if new := section(code, name, parts.get(code, {}), problems):
            found[code] = new
    mark = version(found[source], source) if source in found else None
    return {code: headed(new, None if code == source else mark) for code, new in found.items()}


def _outcome(
    root: Path, plan: Plan, agenda: Agenda, record: Mapping[str, object], sections: Mapping[str, Section]
) -> Outcome:
    source, path, name = plan.codes[0], agenda_path(agenda.slug), str(record["id"])
    home, place = plan.agendas.file.path, f"docs/{source}/{path}"
    at = plan.agendas.records.agendas.index(agenda)
    records = with_record(read_text(root, home), at, record)
    if records is None:
        raise ProblemsError([plan.agendas.file.problem("records-not-listed", "agendas", at, "initiatives")])
    after = {
        home: records,
        place: read_text(root, place).rstrip("\n") + "\n\n" + "\n".join(sections[source].written),
    }
    now = rewritten(plan, after)  # the translations follow the order of the source
    for code in (code for code in sections if code != source):
        after |= texts(root, now, code, Taken(sections={path: {name: sections[code]}}))
    return Outcome.of(root, plan, name, after)
