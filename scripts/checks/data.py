"""Rules of `data/`: ids, slugs, references, groups, relations. The docstring of each rule is the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.checks.common import initiatives, records
from scripts.files import Spot
from scripts.model import Initiative
from scripts.problem import Problem
from scripts.source import Plan
from scripts.views import FIXED


def slugs_are_unique(plan: Plan) -> Iterator[Problem]:
    """No two agendas, initiatives, terms or places share a slug; ids and slugs give addresses, so they begin with no language."""
    agendas = plan.agendas.records.agendas
    yield from _unique(plan, "agenda", [(a.slug, ("agendas", i, "slug")) for i, a in enumerate(agendas)])
    yield from _unique(plan, "initiative", [(n.slug, (*spot, "slug")) for n, spot in initiatives(plan)])
    terms, places = plan.glossary.records.terms, plan.places.records.places
    yield from _unique(plan, "term", [(t.slug, ("terms", i, "slug")) for i, t in enumerate(terms)])
    yield from _unique(plan, "place", [(p.slug, ("places", i, "slug")) for i, p in enumerate(places)])


def ids_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Agendas are numbered 1, 2, 3; initiatives of agenda 4 are "4.1", "4.2" and so on, and stand under it."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        if agenda.number != index + 1:
            yield plan.agendas.file.problem(f"this is agenda {index + 1} of the list", "agendas", index, "number")
    lines: dict[str, int] = {}
    for initiative, spot in initiatives(plan):
        agenda = plan.agendas.records.agendas[int(spot[1])]
        expected = f"{agenda.number}.{int(spot[3]) + 1}"
        if initiative.id in lines:
            message = (
                f"the id '{initiative.id}' stands on line {lines[initiative.id]} already; here \"{expected}\" belongs"
            )
            yield plan.agendas.file.problem(message, *spot, "id")
        elif initiative.id != expected:
            message = f"initiative '{initiative.id}' stands where \"{expected}\" belongs; ids come in order, under their agenda"
            yield plan.agendas.file.problem(message, *spot, "id")
        lines.setdefault(initiative.id, plan.agendas.file.line(*spot, "id"))


def references_are_known(plan: Plan) -> Iterator[Problem]:
    """A term, place, group or related initiative that a record names exists."""
    ids = {initiative.id for initiative in plan.initiatives}
    places = {place.slug for place in plan.places.records.places}
    for facts, spot in records(plan):
        known = [
            ("terms", facts.terms, set(plan.terms), "data/glossary.yaml"),
            ("places", facts.places, places, "data/places.yaml"),
        ]
        if isinstance(facts, Initiative):
            known.append(("related", facts.related, ids, "data/agendas.yaml"))
        for key, named, all_known, home in known:
            for position, name in enumerate(named):
                if name not in all_known:
                    message = f"{key}: unknown '{name}'; correct it or add it to {home}"
                    yield plan.agendas.file.problem(message, *spot, key, position)
        for key in ("terms", "places", "years", "months", "numbers", "related"):
            for value, times in Counter(getattr(facts, key, ())).items():
                if times > 1:
                    yield plan.agendas.file.problem(
                        f"{key}: '{value}' stands there {times} times; keep one", *spot, key
                    )


def groups_hold_together(plan: Plan) -> Iterator[Problem]:
    """An initiative's group is one of its agenda's; in an agenda with groups every initiative has one, and groups do not mix."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        order = [group.slug for group in agenda.groups]
        for place, slug in enumerate(order):
            if slug in order[:place]:
                yield plan.agendas.file.problem(
                    f"the group '{slug}' stands there twice; keep one", "agendas", index, "groups", place
                )
        last = 0
        for position, initiative in enumerate(agenda.initiatives):
            spot: Spot = ("agendas", index, "initiatives", position, "group")
            if initiative.group is None and not order:
                continue
            if initiative.group not in order:
                message = f"group '{initiative.group}' is not among the groups of agenda {agenda.number}: {', '.join(order) or 'none'}"
                yield plan.agendas.file.problem(message, *spot)
            elif order.index(initiative.group) < last:
                yield plan.agendas.file.problem(
                    f"group '{initiative.group}' stands apart from its other initiatives", *spot
                )
            else:
                last = order.index(initiative.group)


def relations_are_declared_once(plan: Plan) -> Iterator[Problem]:
    """Related initiatives are shown on both pages, so a pair is declared once, and none with itself."""
    seen: dict[frozenset[str], int] = {}
    for initiative, spot in initiatives(plan):
        for position, other in enumerate(initiative.related):
            pair = frozenset((initiative.id, other))
            line = plan.agendas.file.line(*spot, "related", position)
            if other == initiative.id:
                yield plan.agendas.file.problem("an initiative is not related to itself", *spot, "related", position)
            elif pair in seen:
                message = f"the relation with {other} is declared on line {seen[pair]} already; both pages show it, so remove one"
                yield plan.agendas.file.problem(message, *spot, "related", position)
            seen.setdefault(pair, line)


def differences_are_about_something(plan: Plan) -> Iterator[Problem]:
    """A difference concerns an initiative, an agenda, or a fixed section of an agenda such as `4#vision`."""
    known = {initiative.id for initiative in plan.initiatives}
    for agenda in plan.agendas.records.agendas:
        known |= {str(agenda.number), *(f"{agenda.number}#{name}" for name in FIXED)}
    for index, difference in enumerate(plan.editions.records.differences):
        if difference.about not in known:
            message = (
                f"unknown '{difference.about}'; write an initiative (4.8), an agenda (4) or its section (4#vision)"
            )
            yield plan.editions.file.problem(message, "differences", index, "about")


def _unique(plan: Plan, what: str, slugs: Sequence[tuple[str, Spot]]) -> Iterator[Problem]:
    file = {"term": plan.glossary.file, "place": plan.places.file}.get(what, plan.agendas.file)
    lines: dict[str, int] = {}
    for slug, spot in slugs:
        if slug in lines:
            yield file.problem(f"the {what} '{slug}' stands on line {lines[slug]} already; choose another slug", *spot)
        if slug == "index":
            yield file.problem("the slug 'index' is the address of the list; choose another", *spot)
        if slug.startswith(plan.codes):
            yield file.problem(
                f"the slug '{slug}' begins like a language code, which misleads the site; choose another", *spot
            )
        lines.setdefault(slug, file.line(*spot))
