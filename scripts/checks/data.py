"""Rules of `data/`: ids, slugs, references, groups, relations. The docstring of each rule is the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.files import Spot, YamlFile
from scripts.placed import actions, initiatives, items, records
from scripts.problem import Problem
from scripts.source import Plan


def slugs_are_unique(plan: Plan) -> Iterator[Problem]:
    """No two things of a kind share a slug, nor do those that share addresses; none begins with a language."""
    data = plan.organisation.records
    yield from _unique(plan, "agenda", _slugs(plan.agendas.file, "agendas", plan.agendas.records.agendas))
    found = [(item.slug, placed.file, (*placed.spot, "slug")) for item, placed in items(plan)]
    yield from _unique(plan, "initiative or action", found)
    yield from _unique(plan, "chapter", _slugs(plan.organisation.file, "chapters", data.chapters))
    yield from _unique(plan, "partner category", _slugs(plan.organisation.file, "partners", data.partners))
    yield from _unique(plan, "office", _slugs(plan.organisation.file, "offices", data.offices))
    yield from _unique(plan, "figure", _slugs(plan.figures.file, "figures", plan.figures.records.figures))
    yield from _unique(plan, "chart", _slugs(plan.figures.file, "charts", plan.figures.records.charts))
    yield from _unique(plan, "work", _slugs(plan.background.file, "works", plan.background.records.works))
    named = _slugs(plan.glossary.file, "terms", plan.glossary.records.terms)
    topics = _slugs(plan.background.file, "topics", plan.background.records.topics)
    chapters = [(c.id, plan.organisation.file, ("chapters", i, "id")) for i, c in enumerate(data.chapters)]
    yield from _unique(plan, "term, topic or chapter", [*named, *topics, *chapters])
    yield from _unique(
        plan,
        "term or place",
        [*named, *_slugs(plan.places.file, "places", plan.places.records.places)],
        told=len(named),
    )
    for index, chapter in enumerate(data.chapters):
        spots = [
            (s.id, plan.organisation.file, ("chapters", index, "sections", i, "id"))
            for i, s in enumerate(chapter.sections)
        ]
        yield from _unique(plan, f"section of {chapter.id}", spots, anchors=True)
    for index, topic in enumerate(plan.background.records.topics):
        spots = [
            (s.id, plan.background.file, ("topics", index, "sections", i, "id")) for i, s in enumerate(topic.sections)
        ]
        yield from _unique(plan, f"section of {topic.slug}", spots, anchors=True)


def ids_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Agendas are numbered 1, 2, 3; items of agenda 4 or chapter V are "4.1", "V.1" and so on, and stand under it."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        if agenda.number != index + 1:
            yield plan.agendas.file.problem(f"this is agenda {index + 1} of the list", "agendas", index, "number")
    lines: dict[str, int] = {}
    for initiative, spot in initiatives(plan):
        agenda = plan.agendas.records.agendas[int(spot[1])]
        expected = f"{agenda.number}.{int(spot[3]) + 1}"
        yield from _in_order(plan.agendas.file, initiative.id, expected, (*spot, "id"), lines)
    count: Counter[str] = Counter()
    for action, chapter, spot in actions(plan):
        above = f"{chapter.id}.{count[chapter.id]}" if "items" in spot else chapter.id
        count[above] += 1
        yield from _in_order(plan.organisation.file, action.id, f"{above}.{count[above]}", (*spot, "id"), lines)
        if "items" in spot and action.items:
            yield plan.organisation.file.problem("a sub-item has no sub-items of its own", *spot, "items")


def _in_order(file: YamlFile, name: str, expected: str, spot: Spot, lines: dict[str, int]) -> Iterator[Problem]:
    if name in lines:
        yield file.problem(f"the id '{name}' stands on line {lines[name]} already; here \"{expected}\" belongs", *spot)
    elif name != expected:
        message = f"'{name}' stands where \"{expected}\" belongs; ids come in order, under their agenda or chapter"
        yield file.problem(message, *spot)
    lines.setdefault(name, file.line(*spot))


def references_are_known(plan: Plan) -> Iterator[Problem]:
    """A term, place or related item that a record names exists, and stands there once."""
    known = {
        "terms": (set(plan.terms), "data/glossary.yaml"),
        "places": ({place.slug for place in plan.places.records.places}, "data/places.yaml"),
        "related": (set(plan.items), "the data"),
    }
    for placed in records(plan):
        for key, (all_known, home) in known.items():
            for position, name in enumerate(getattr(placed.facts, key, ())):
                if name not in all_known:
                    yield placed.problem(f"{key}: unknown '{name}'; correct it or add it to {home}", key, position)
        for key in ("terms", "places", "years", "months", "numbers", "related"):
            for value, times in Counter(getattr(placed.facts, key, ())).items():
                if times > 1:
                    yield placed.problem(f"{key}: '{value}' stands there {times} times; keep one", key)


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
    """Related items are shown on both pages, so a pair is declared once, and none with itself."""
    seen: dict[frozenset[str], str] = {}
    for item, placed in items(plan):
        for position, other in enumerate(item.related):
            pair = frozenset((item.id, other))
            line = placed.file.line(*placed.spot, "related", position)
            if other == item.id:
                yield placed.problem("an item is not related to itself", "related", position)
            elif pair in seen:
                message = (
                    f"the relation with {other} is declared in {seen[pair]} already; both pages show it, so remove one"
                )
                yield placed.problem(message, "related", position)
            seen.setdefault(pair, f"{placed.file.path}:{line}")


Slugs = Sequence[tuple[str, YamlFile, Spot]]
ANCHORS = frozenset({"sources", "named", "differences", "chapter", "works", "topic"})
"""Ids that the templates of chapters and topics use themselves."""


def _slugs(file: YamlFile, key: str, things: Sequence[object]) -> Slugs:
    return [(str(getattr(thing, "slug")), file, (key, i, "slug")) for i, thing in enumerate(things)]  # noqa: B009 - all of them have one


def _unique(plan: Plan, what: str, slugs: Slugs, *, anchors: bool = False, told: int = 0) -> Iterator[Problem]:
    """Yield what is wrong with slugs that share addresses, or `anchors` of one page; the first `told` have been told elsewhere."""
    places: dict[str, str] = {}
    for number, (slug, file, spot) in enumerate(slugs):
        if number < told:
            places[slug] = f"{file.path}:{file.line(*spot)}"
            continue
        if slug in places:
            yield file.problem(f"the {what} '{slug}' stands in {places[slug]} already; choose another slug", *spot)
        if anchors and slug in ANCHORS:
            yield file.problem(f"the id '{slug}' is a part of every such page; choose another", *spot)
        if not anchors and slug in {"index", "about", "timeline"}:
            yield file.problem(f"the slug '{slug}' is an address of the site; choose another", *spot)
        if not anchors and slug.startswith(
            tuple(language.code for language in plan.languages if not language.fallback)
        ):
            yield file.problem(
                f"the slug '{slug}' begins like a language code, which misleads the site; choose another", *spot
            )
        places.setdefault(slug, f"{file.path}:{file.line(*spot)}")
