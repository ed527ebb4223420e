"""Rules of `data/`: ids, slugs, references, groups, relations. The docstring of each rule is the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from scripts.files import Spot, YamlFile
from scripts.placed import actions, initiatives, items, records
from scripts.problem import Name, Problem
from scripts.source import Plan


def slugs_are_unique(plan: Plan) -> Iterator[Problem]:
    """No two things of a kind share a slug, nor do those that share addresses; none begins with a language."""
    data = plan.organisation.records
    yield from _unique(plan, "agenda", _slugs(plan.agendas.file, "agendas", plan.agendas.records.agendas))
    yield from _unique(plan, "item", _item_slugs(plan))
    yield from _unique(plan, "chapter", _slugs(plan.organisation.file, "chapters", data.chapters))
    yield from _unique(plan, "partner-category", _slugs(plan.organisation.file, "partners", data.partners))
    yield from _unique(plan, "office", _slugs(plan.organisation.file, "offices", data.offices))
    yield from _unique(plan, "figure", _slugs(plan.figures.file, "figures", plan.figures.records.figures))
    yield from _unique(plan, "chart", _slugs(plan.figures.file, "charts", plan.figures.records.charts))
    yield from _unique(plan, "work", _slugs(plan.background.file, "works", plan.background.records.works))
    named = _slugs(plan.glossary.file, "terms", plan.glossary.records.terms)
    topics = _slugs(plan.background.file, "topics", plan.background.records.topics)
    chapters = [(c.id, plan.organisation.file, ("chapters", i, "id")) for i, c in enumerate(data.chapters)]
    yield from _unique(plan, "term-topic-or-chapter", [*named, *topics, *chapters])
    yield from _unique(
        plan,
        "term-or-place",
        [*named, *_slugs(plan.places.file, "places", plan.places.records.places)],
        told=len(named),
    )
    for index, chapter in enumerate(data.chapters):
        spots = [
            (s.id, plan.organisation.file, ("chapters", index, "sections", i, "id"))
            for i, s in enumerate(chapter.sections)
        ]
        yield from _unique_anchors(spots)
    for index, topic in enumerate(plan.background.records.topics):
        spots = [
            (s.id, plan.background.file, ("topics", index, "sections", i, "id")) for i, s in enumerate(topic.sections)
        ]
        yield from _unique_anchors(spots)


def new_item_slug(plan: Plan, slug: str, path: str) -> Iterator[Problem]:
    """Yield what is wrong with `slug` for one more item, as a problem of `path`."""
    found = _unique(plan, "item", [*_item_slugs(plan), (slug, YamlFile(path, None, {}), ())])
    yield from (problem for problem in found if problem.path == path)


def ids_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Agendas are numbered 1, 2, 3; items of agenda 4 or chapter V are "4.1", "V.1" and so on, but for those retired, and stand under it."""
    gone = {r.from_ for r in plan.redirects.records.redirects if r.kind in {"initiative", "action"}} - set(plan.items)
    for index, agenda in enumerate(plan.agendas.records.agendas):
        if agenda.number != index + 1:
            spot: Spot = ("agendas", index, "number")
            yield plan.agendas.file.problem("agenda-number-wrong", *spot, number=agenda.number, expected=index + 1)
    lines: dict[str, int] = {}
    count: Counter[str] = Counter()
    for initiative, spot in initiatives(plan):
        agenda = plan.agendas.records.agendas[int(spot[1])]
        expected = _next(str(agenda.number), count, gone)
        yield from _in_order(plan.agendas.file, initiative.id, expected, (*spot, "id"), lines)
    for action, chapter, spot in actions(plan):
        above = f"{chapter.id}.{count[chapter.id]}" if "items" in spot else chapter.id
        expected = _next(above, count, gone)
        yield from _in_order(plan.organisation.file, action.id, expected, (*spot, "id"), lines)
        if "items" in spot and action.items:
            yield plan.organisation.file.problem("sub-item-nested", *spot, "items", item=action.id)


def _next(above: str, count: Counter[str], gone: Collection[str]) -> str:
    """Return the next id under `above`, and count it; ids that are `gone` stay free."""
    count[above] += 1
    while f"{above}.{count[above]}" in gone:
        count[above] += 1
    return f"{above}.{count[above]}"


def _in_order(file: YamlFile, name: str, expected: str, spot: Spot, lines: dict[str, int]) -> Iterator[Problem]:
    if name in lines:
        yield file.problem("id-repeated", *spot, id=name, first=lines[name], expected=expected)
    elif name != expected:
        yield file.problem("id-out-of-order", *spot, id=name, expected=expected)
    lines.setdefault(name, file.line(*spot))


def references_are_known(plan: Plan) -> Iterator[Problem]:
    """A term, place or related item that a record names exists, and stands there once."""
    known = {
        "terms": set(plan.terms),
        "places": {place.slug for place in plan.places.records.places},
        "related": set(plan.items),
    }
    for placed in records(plan):
        for key, all_known in known.items():
            for position, name in enumerate(getattr(placed.facts, key, ())):
                if name not in all_known:
                    yield placed.problem(UNKNOWN[key], key, position, found=name)
        for key in ("terms", "places", "years", "months", "numbers", "related"):
            for value, times in Counter(getattr(placed.facts, key, ())).items():
                if times > 1:
                    yield placed.problem("value-repeated", key, key=key, value=value, times=times)


def groups_hold_together(plan: Plan) -> Iterator[Problem]:
    """An initiative's group is one of its agenda's; in an agenda with groups every initiative has one, and groups do not mix."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        order = [group.slug for group in agenda.groups]
        for place, slug in enumerate(order):
            if slug in order[:place]:
                yield plan.agendas.file.problem("group-repeated", "agendas", index, "groups", place, group=slug)
        last = 0
        for position, initiative in enumerate(agenda.initiatives):
            spot: Spot = ("agendas", index, "initiatives", position, "group")
            if initiative.group is None and not order:
                continue
            if initiative.group is None:
                yield plan.agendas.file.problem("group-missing", *spot, item=initiative.id, known=", ".join(order))
            elif initiative.group not in order:
                known = ", ".join(order) or "-"
                yield plan.agendas.file.problem("group-unknown", *spot, found=initiative.group, known=known)
            elif order.index(initiative.group) < last:
                yield plan.agendas.file.problem("group-split", *spot, group=initiative.group)
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
                yield placed.problem("relation-with-itself", "related", position, item=other)
            elif pair in seen:
                yield placed.problem("relation-repeated", "related", position, item=other, place=seen[pair])
            seen.setdefault(pair, f"{placed.file.path}:{line}")


Slugs = Sequence[tuple[str, YamlFile, Spot]]
UNKNOWN: Mapping[str, Name] = {"terms": "term-unknown", "places": "place-unknown", "related": "related-unknown"}
"""The keys of a record that name other things, and what an unknown name there is called."""
ADDRESSES = frozenset({"index", "about", "permalinks", "timeline"})
"""Slugs that the site itself uses."""
ANCHORS = frozenset({"sources", "named", "differences", "chapter", "works", "topic"})
"""Ids that the templates of chapters and topics use themselves."""


def _item_slugs(plan: Plan) -> Slugs:
    return [(item.slug, placed.file, (*placed.spot, "slug")) for item, placed in items(plan)]


def _slugs(file: YamlFile, key: str, things: Sequence[object]) -> Slugs:
    return [(str(getattr(thing, "slug")), file, (key, i, "slug")) for i, thing in enumerate(things)]  # noqa: B009 - all of them have one


def _unique(plan: Plan, thing: str, slugs: Slugs, *, told: int = 0) -> Iterator[Problem]:
    """Yield what is wrong with slugs that share addresses; the first `told` have been told elsewhere."""
    codes = tuple(language.code for language in plan.languages if not language.fallback)
    places: dict[str, str] = {}
    for number, (slug, file, spot) in enumerate(slugs):
        if number < told:
            places[slug] = f"{file.path}:{file.line(*spot)}"
            continue
        if slug in places:
            yield file.problem("slug-repeated", *spot, thing=thing, slug=slug, place=places[slug])
        if slug in ADDRESSES:
            yield file.problem("slug-reserved", *spot, slug=slug)
        if slug.startswith(codes):
            yield file.problem("slug-like-language", *spot, slug=slug)
        places.setdefault(slug, f"{file.path}:{file.line(*spot)}")


def _unique_anchors(slugs: Slugs) -> Iterator[Problem]:
    """Yield what is wrong with ids that are anchors of one page."""
    lines: dict[str, int] = {}
    for name, file, spot in slugs:
        if name in lines:
            yield file.problem("section-id-repeated", *spot, id=name, first=lines[name])
        if name in ANCHORS:
            yield file.problem("section-id-reserved", *spot, id=name)
        lines.setdefault(name, file.line(*spot))
