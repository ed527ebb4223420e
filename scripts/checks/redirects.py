"""Rules of the redirects: what was published and is gone leads on, once and for good. The docstring of each rule is the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.files import Spot, YamlFile
from scripts.leads import FORMS
from scripts.model import Redirect
from scripts.outline import outlines
from scripts.placed import actions, initiatives
from scripts.problem import Problem
from scripts.source import Plan

Living = Mapping[str, Mapping[str, tuple[str, int]]]
"""The file and line of everything an address can name, by kind and id."""
Known = Mapping[tuple[str, str], Redirect]
"""Every redirect, by kind and old id."""


def redirects_are_declared_once(plan: Plan) -> Iterator[Problem]:
    """An id is declared retired once, and only one that was published."""
    seen: dict[tuple[str, str], int] = {}
    for redirect, spot in _redirects(plan):
        file, kind, name = plan.redirects.file, redirect.kind, redirect.from_
        line = file.line(*spot, "from")
        if before := seen.get((kind, name)):
            yield Problem.of(file.path, line, "redirect-repeated", before=before, kind=kind, id=name)
        elif not _published(plan, redirect):
            yield Problem.of(file.path, line, "redirect-source-unpublished", kind=kind, id=name)
        seen.setdefault((redirect.kind, redirect.from_), line)


def redirects_lead_somewhere(plan: Plan) -> Iterator[Problem]:
    """A retired id leads to one of the same kind that is there, or to another retired one that does, and never in a circle."""
    living = _living(plan)
    known: Known = {(redirect.kind, redirect.from_): redirect for redirect, _ in _redirects(plan)}
    for redirect, spot in _redirects(plan):
        path, line = plan.redirects.file.path, plan.redirects.file.line(*spot, "to")
        kind, name, to = redirect.kind, redirect.from_, redirect.to
        if _circular(redirect, known):
            yield Problem.of(path, line, "redirect-circular", kind=kind, id=name, to=to)
        elif to and to not in living[kind] and (kind, to) not in known:
            yield Problem.of(path, line, "redirect-target-unknown", kind=kind, id=name, to=to)


def ids_are_never_reused(plan: Plan) -> Iterator[Problem]:
    """An id that was retired is never given to anything else."""
    living = _living(plan)
    for redirect, spot in _redirects(plan):
        if place := living[redirect.kind].get(redirect.from_):
            (path, at), line = place, plan.redirects.file.line(*spot, "from")
            yield Problem.of(
                path, at, "id-reused", kind=redirect.kind, id=redirect.from_, date=redirect.date, line=line
            )


def _redirects(plan: Plan) -> Iterator[tuple[Redirect, Spot]]:
    for index, redirect in enumerate(plan.redirects.records.redirects):
        yield redirect, ("redirects", index)


def _published(plan: Plan, redirect: Redirect) -> bool:
    """Say whether the ledger has any address of what `redirect` is about."""
    form, name = FORMS[redirect.kind], redirect.from_
    ending = name.partition("#")[2] if redirect.kind == "section" else form.fragment.format(name)
    inside = [plan.lock.inside(code) for code in plan.codes]
    paged = bool(form.page) and any(form.page.format(name) in found for found in inside)
    return (
        paged
        or (form.lasting and f"{name}/" in plan.lock.inside("id"))
        or (bool(ending) and any(address.endswith(f"#{ending}") for found in inside for address in found))
    )


def _circular(redirect: Redirect, known: Known) -> bool:
    seen, found = {redirect.from_}, redirect
    while found.to and (found.kind, found.to) in known:
        found = known[found.kind, found.to]
        if found.from_ in seen:
            return True
        seen.add(found.from_)
    return found.to in seen


def _living(plan: Plan) -> Living:
    """Return where each record stands by what addresses call it; an agenda or chapter has a number and a slug."""
    found: dict[str, dict[str, tuple[str, int]]] = {kind: {} for kind in FORMS}
    for kind, name, file, spot in _named(plan):
        found[kind][name] = (file.path, file.line(*spot))
    return found


def _named(plan: Plan) -> Iterator[tuple[str, str, YamlFile, Spot]]:
    """Yield everything that addresses name: its kind, what they call it, the file and spot where that is written."""
    for initiative, spot in initiatives(plan):
        yield "initiative", initiative.id, plan.agendas.file, (*spot, "id")
    for action, _, spot in actions(plan):
        yield "action", action.id, plan.organisation.file, (*spot, "id")
    for outline in outlines(plan):
        for name in outline.ids:
            if outline.name != "timeline":
                yield "section", f"{outline.name}#{name}", YamlFile(outline.home, None, {}), ()
    for kind, key, data, ids in (
        ("agenda", "agendas", plan.agendas, ("number", "slug")),
        ("chapter", "chapters", plan.organisation, ("id", "slug")),
        ("topic", "topics", plan.background, ("slug",)),
        ("term", "terms", plan.glossary, ("slug",)),
        ("event", "events", plan.timeline, ("id",)),
        ("difference", "differences", plan.editions, ("id",)),
        ("figure", "figures", plan.figures, ("slug",)),
        ("chart", "charts", plan.figures, ("slug",)),
        ("office", "offices", plan.organisation, ("slug",)),
    ):
        for index, thing in enumerate(getattr(data.records, key)):
            yield from ((kind, str(getattr(thing, name)), data.file, (key, index, name)) for name in ids)
