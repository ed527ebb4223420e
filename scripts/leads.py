"""What the site promises to keep, and where an address leads that is no longer made.

Addresses are relative to a language: `agendas/resilient-city/#4.8`. They are the same in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.model import Redirect
from scripts.outline import PAGES, outlines
from scripts.source import Plan

MARKED = re.compile(r"^#{1,6} .*\{#([^\s}]+)[^}\n]*\}$", re.MULTILINE)
NAMED = re.compile(r'id="((?:difference|event|figure|chart|office)-[\w.-]+)"')
PROMISE = "permalinks/"
"""The page that states the promise and lists every redirect."""


@dataclass(frozen=True)
class Form:
    """How the ids of a kind stand in addresses: the page about it, the fragment for it on other pages, its record in the open data.

    `lasting` says that it has an address under `id/`.
    """

    page: str = ""
    fragment: str = ""
    record: str = ""
    lasting: bool = False


FORMS: Mapping[str, Form] = {
    "initiative": Form("initiatives/{}/", "{}", "initiatives/{}.json", lasting=True),
    "action": Form("actions/{}/", "{}", "actions/{}.json", lasting=True),
    "agenda": Form("agendas/{}/", "", "agendas/{}.json", lasting=True),
    "chapter": Form("plan/{}/", "", "chapters/{}.json", lasting=True),
    "topic": Form("background/{}/", "", "background/{}.json", lasting=True),
    "term": Form("terms/{}/", "", "terms/{}.json", lasting=True),
    "section": Form(),
    "event": Form("", "event-{}", "timeline/{}.json"),
    "difference": Form("", "difference-{}", "differences/{}.json"),
    "figure": Form("", "figure-{}", "figures/{}.json"),
    "chart": Form("", "chart-{}"),
    "office": Form("", "office-{}", "offices/{}.json"),
}


def promised(plan: Plan, pages: Mapping[str, str]) -> frozenset[str]:
    """Return every address in a language that is promised: each of the `pages`, texts by path, and on it what the data gives an id.

    Headings that only order a page are not promised, nor are those of the texts that translators order as they like.
    """
    sections = {name for outline in outlines(plan) for name in outline.ids}
    found = set()
    for path, text in pages.items():
        if is_moved(text):
            continue
        page = page_address(path)
        found.add(page)
        if path not in PAGES and path != "status.md":
            names = (sections & set(MARKED.findall(text))) | set(NAMED.findall(text))
            found |= {f"{page}#{name}" for name in names}
    return frozenset(found)


def is_moved(page: str) -> bool:
    """Say whether a page file is what is left at an old address, as its front matter says."""
    return "\nmoved: true\n" in page.partition("\n---\n")[0] + "\n"


def page_address(path: str) -> str:
    """Return the address of a page file: `terms/ccr.md` is `terms/ccr/`, `terms/index.md` is `terms/`."""
    folder, _, name = path.rpartition("/")
    inside = folder if name == "index.md" else path.removesuffix(".md")
    return f"{inside}/" if inside else ""


def anchor(redirect: Redirect) -> str:
    """Return the fragment under which the page of the promise tells of a redirect."""
    return f"redirect-{redirect.kind}-{redirect.from_.replace('#', '-')}"


@dataclass(frozen=True)
class Lead:
    """Where an address leads: `to` is empty when nothing takes its place; `redirect` says why, if anything had to be declared."""

    to: str
    redirect: Redirect | None = None


@dataclass(frozen=True)
class Leads:
    """Finds where addresses lead that are not among the `living` ones."""

    plan: Plan
    living: frozenset[str]

    @cached_property
    def pages(self) -> frozenset[str]:
        """The living pages."""
        return frozenset(address.partition("#")[0] for address in self.living)

    @cached_property
    def redirects(self) -> Mapping[tuple[str, str], Redirect]:
        """Every redirect, by kind and old id."""
        return {(r.kind, r.from_): r for r in self.plan.redirects.records.redirects}

    def successor(self, redirect: Redirect) -> str | None:
        """Return the id that stands at the end of a chain of redirects, if any; the checks have seen that it ends."""
        found = redirect
        while found.to and (found.kind, found.to) in self.redirects:
            found = self.redirects[found.kind, found.to]
        return found.to

    def place(self, kind: str, name: str) -> str:
        """Return the address of the living `name` of a `kind`: its page, or where it stands on one."""
        form = FORMS[kind]
        if kind == "section":
            base, _, fragment = name.partition("#")
            return f"{self._holder(base)}#{fragment}"
        if form.page and (page := form.page.format(name)) in self.pages:
            return page
        return self._standing(form.fragment.format(name)) if form.fragment else self._holder(name)

    def lead(self, address: str) -> Lead | None:
        """Return where `address` leads, which is not living; none when nobody has declared it."""
        path, _, fragment = address.partition("#")
        if path in self.pages:
            return self._fragment(path, fragment)
        found = next(self._moved_pages(path), None)
        if found is None or not found.to or not fragment:
            return found
        inner = f"{found.to}#{fragment}"
        return Lead(inner, found.redirect) if inner in self.living else self.lead(inner) or found

    def _moved_pages(self, path: str) -> Iterator[Lead]:
        for redirect in self.redirects.values():
            form = FORMS[redirect.kind]
            if form.page and form.page.format(redirect.from_) == path:
                to = self.successor(redirect)
                yield Lead(self.place(redirect.kind, to) if to else "", redirect)

    def _fragment(self, path: str, fragment: str) -> Lead | None:
        for redirect in self.redirects.values():
            if self._names(redirect, path, fragment):
                to = self.successor(redirect)
                return Lead(self._near(redirect, path, to) if to else self.told(redirect), redirect)
        if _is_unique(fragment) and (elsewhere := self._standing(fragment)):
            return Lead(elsewhere)
        return next(self._belonging(fragment), None)

    def _belonging(self, fragment: str) -> Iterator[Lead]:
        """Yield where a difference leads whose item, agenda or chapter is gone, and it with it."""
        for redirect in self.redirects.values():
            if FORMS[redirect.kind].lasting and re.fullmatch(rf"difference-{re.escape(redirect.from_)}-\d+", fragment):
                to = self.successor(redirect)
                yield Lead(self.place(redirect.kind, to) if to else self.told(redirect), redirect)

    def _names(self, redirect: Redirect, path: str, fragment: str) -> bool:
        """Say whether `fragment` on the page `path` is what `redirect` is about."""
        if redirect.kind == "section":
            base, _, name = redirect.from_.partition("#")
            return name == fragment and self._holder(base) == path
        form = FORMS[redirect.kind]
        return bool(form.fragment) and form.fragment.format(redirect.from_) == fragment

    def _near(self, redirect: Redirect, path: str, to: str) -> str:
        """Return where the successor `to` stands on the same page, or else its own place."""
        same = f"{path}#{FORMS[redirect.kind].fragment.format(to)}"
        return same if same in self.living else self.place(redirect.kind, to)

    def told(self, redirect: Redirect) -> str:
        """Return where a reader learns that nothing takes the place of what is gone."""
        page = FORMS[redirect.kind].page.format(redirect.from_)
        kept = page and any(page in found for found in self.plan.lock.languages.values())
        return page if kept else f"{PROMISE}#{anchor(redirect)}"

    def _holder(self, name: str) -> str:
        """Return the page of an agenda, chapter or topic, by number, id or slug; empty when there is none."""
        data = self.plan
        found = {str(a.number): f"agendas/{a.slug}/" for a in data.agendas.records.agendas}
        found |= {c.id: f"plan/{c.slug}/" for c in data.organisation.records.chapters}
        found |= {t.slug: f"background/{t.slug}/" for t in data.background.records.topics}
        return found.get(name, "")

    def _standing(self, fragment: str) -> str:
        """Return the first address with `fragment`, which means the same wherever it stands; empty when there is none."""
        return min((address for address in self.living if address.endswith(f"#{fragment}")), default="")


def _is_unique(fragment: str) -> bool:
    """Say whether a fragment means the same on every page: an item's id, or one that names its kind."""
    return "." in fragment or bool(NAMED.fullmatch(f'id="{fragment}"'))
