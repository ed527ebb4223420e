"""What is left where something was: a page at each old address, and on living pages the old fragments, leading on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scripts.addresses import relative
from scripts.leads import Lead, Leads, anchor, page_address, promised
from scripts.model import Redirect
from scripts.pages.press import Press
from scripts.parts import Link
from scripts.templating import environment


@dataclass(frozen=True)
class Told:
    """A redirect in words: its anchor, what it was, what happened on which day, what takes its place, why."""

    anchor: str
    name: str
    what: str
    to: Link | None
    reason: str


@dataclass(frozen=True)
class Trace:
    """An old fragment: its id, where it leads if anywhere, and what happened, if anything had to be declared."""

    id: str
    href: str
    told: Told | None


def pages(press: Press, made: Mapping[str, str]) -> Mapping[str, str]:
    """Return, by path, the pages of old addresses, and anew those of `made` from which a promised fragment is gone."""
    plan = press.views.plan
    living = promised(plan, made)
    leads = Leads(plan, living)
    lost: dict[str, dict[str, Lead]] = {}
    published = frozenset().union(*map(plan.lock.inside, plan.codes))  # a language that is new has them all
    for address in sorted(published - living):
        if lead := leads.lead(address):
            path, _, fragment = address.partition("#")
            lost.setdefault(path, {})[fragment] = lead
            if (after := _after(leads, path, fragment)) not in {"", lead.to}:
                lost.setdefault(after, {}).setdefault(fragment, lead)
    files = {page_address(path): path for path in made}
    found = {}
    for path, lines in lost.items():
        traces = [_trace(press, path, fragment, lead, leads) for fragment, lead in lines.items() if fragment]
        if path in files:
            found[files[path]] = made[files[path]] + _traces(press, path, traces)
        elif redirect := next(iter(lines.values())).redirect:
            found[f"{path.rstrip('/')}.md"] = _page(press, path, redirect, traces, leads)
    return found


def _after(leads: Leads, path: str, fragment: str) -> str:
    """Return the page on which hosts with rules look for a `fragment` of the old page at `path`, when it is not there either."""
    page = leads.lead(path) if fragment and path not in leads.pages else None
    after = page.to.partition("#")[0] if page else ""
    return after if after in leads.pages and f"{after}#{fragment}" not in leads.living else ""


def told(press: Press, redirect: Redirect, leads: Leads, here: str) -> Told:
    """Return `redirect` in words, for the page at the address `here`."""
    words, to = press.words, leads.successor(redirect)
    what = words.fill("redirect_moved" if to else "redirect_gone", date=words.date(redirect.date))
    link = _link(press, here, redirect.kind, to, leads) if to else None
    return Told(anchor(redirect), _name(press, redirect), what, link, redirect.reason[press.language])


def every(press: Press, made: Iterable[str], here: str) -> list[Told]:
    """Return every redirect in words, the latest first; `made` are the addresses that live in this language."""
    leads = Leads(press.views.plan, frozenset(made))
    found = sorted(press.views.plan.redirects.records.redirects, key=lambda redirect: redirect.date, reverse=True)
    return [told(press, redirect, leads, here) for redirect in found]


def _name(press: Press, redirect: Redirect) -> str:
    return f"{press.words['id_kinds'][redirect.kind]} {redirect.from_}"


def _link(press: Press, here: str, kind: str, name: str, leads: Leads) -> Link:
    """Return the link to the living `name` of a `kind`."""
    href = relative(here, f"{press.language}/{leads.place(kind, name)}")
    slugs = {one.slug: key for found in (press.views.agendas, press.views.chapters) for key, one in found.items()}
    name = slugs.get(name, name) if kind in {"agenda", "chapter"} else name
    titled = name in press.views.chosen or kind == "section"
    return Link(href, press.texts.title(name) if titled else name, name if "." in name and titled else "")


def _page(press: Press, path: str, redirect: Redirect, traces: list[Trace], leads: Leads) -> str:
    here = f"{press.language}/{path}"
    title = press.words.fill("redirect_title", name=_name(press, redirect))
    what = told(press, redirect, leads, here)
    traces = [
        replace(trace, told=None) if trace.told == what else trace for trace in traces
    ]  # the page says it already
    promise = press.parts.way(here, press.addresses.permalinks(), "permalinks")
    return press.page("moved", here, title, told=what, traces=traces, promise=promise)


def _trace(press: Press, path: str, fragment: str, lead: Lead, leads: Leads) -> Trace:
    here = f"{press.language}/{path}"
    said = told(press, lead.redirect, leads, here) if lead.redirect else None
    return Trace(fragment, relative(here, f"{press.language}/{lead.to}") if lead.to else "", said)


def _traces(press: Press, path: str, traces: list[Trace]) -> str:
    """Return what stands at the end of a living page from which fragments are gone."""
    script = posixpath.relpath("/assets/moved.js", f"/{path}")
    values = {"words": press.words, "traces": traces, "script": script}
    return "\n" + environment().get_template("traces.md.jinja").render(values).strip() + "\n"
