"""Holding the site to its ledger: what was ever published resolves or leads on, and what is new is added."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from lxml import etree, html

from scripts.addresses import FEED, WHOLE, document
from scripts.exports import Exports
from scripts.leads import Leads, promised
from scripts.lock import PATH, Lock
from scripts.opendata import names
from scripts.pages import pages
from scripts.problem import Problem
from scripts.source import Plan
from scripts.texts import Texts
from scripts.views import Views

DATA = "api/v1/"
"""Under this, every file is promised but those that only explain others."""
Pages = Mapping[str, Mapping[str, str]]
"""The page files of each language, by path."""


def published(plan: Plan, pages: Pages, files: Collection[str], names: Iterable[str]) -> frozenset[str]:
    """Return every address that is promised of a site with these `pages`, the other `files`, and `names` that have a lasting one."""
    found = {f"{code}/{address}" for code, made in pages.items() for address in promised(plan, made)}
    found |= {f"id/{name}/" for name in names}
    for code in plan.codes:
        agendas = (f"agendas/{agenda.slug}/" for agenda in plan.agendas.records.agendas)
        found |= {f"{code}/{page}{FEED}" for page in ("", *agendas)} | {f"embed/{code}/{name}/" for name in plan.items}
        found |= {document(name, code, form) for name in (WHOLE, *_numbers(plan)) for form in ("pdf", "epub")}
    return frozenset(found | {path for path in files if path.startswith(DATA) and not path.endswith(".md")} | {"./"})


def _numbers(plan: Plan) -> list[str]:
    return [str(agenda.number) for agenda in plan.agendas.records.agendas]


def followed(plan: Plan, pages: Pages, files: Mapping[str, str]) -> Mapping[str, str]:
    """Return, by path, the feeds whose page is gone: those of the page that takes its place, or else of the whole language."""
    leads = Leads(plan, promised(plan, next(iter(pages.values()))))
    found: dict[str, str] = {}
    for code in plan.codes:
        for address in plan.lock.inside(code):
            path = f"{code}/{address}"
            if path.endswith(f"/{FEED}") and path not in files:
                lead = leads.lead(address.removesuffix(FEED))
                whole = files[f"{code}/{FEED}"]
                found |= {path: files.get(f"{code}/{lead.to}{FEED}", whole)} if lead else {}
    return found


def lost(plan: Plan, pages: Pages, files: Collection[str]) -> list[Problem]:
    """Return a problem for each address of the ledger that is not made any more and does not lead on; languages share one.

    Feeds, cards and documents are left for the built site: they go with what they are of.
    """
    there = {*files, *(path.removesuffix("index.html") or "./" for path in files)}
    leads = Leads(plan, promised(plan, next(iter(pages.values()))))

    @cache
    def resolves(address: str) -> bool:
        return address in leads.living or leads.lead(address) is not None

    def holds(address: str) -> bool:
        folder, _, inside = address.partition("/")
        if folder in {"embed", "documents"} or address.endswith(f"/{FEED}"):
            return True
        return resolves(inside) if folder in pages else address in there

    return list(_told(plan.lock, plan.codes, holds))


def unresolved(site: Path, lock: Lock, codes: Sequence[str]) -> list[Problem]:
    """Return a problem for each address of the ledger that the built `site` does not answer: no file, or no such fragment in it."""

    @cache
    def fragments(page: Path) -> frozenset[str]:
        return frozenset(
            str(e.get("id")) for e in html.parse(str(page)).getroot().iter(tag=etree.Element) if e.get("id")
        )

    def answers(address: str) -> bool:
        path, _, fragment = address.partition("#")
        file = site / path / "index.html" if path.endswith("/") else site / path
        return file.is_file() and (not fragment or fragment in fragments(file))

    return list(_told(lock, codes, answers))


def _told(lock: Lock, codes: Sequence[str], holds: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield a problem for each address that does not hold, told once for all languages in which it does not."""
    found: dict[str, list[str]] = {}
    for address in lock.lines:
        if not holds(address):
            folder, _, inside = address.partition("/")
            found.setdefault(inside if folder in codes else address, []).append(address)
    for addresses in found.values():
        yield Problem.of(PATH, lock.lines[addresses[0]], "address-lost", addresses=", ".join(addresses))


def addresses(plan: Plan, site_url: str) -> tuple[list[Problem], frozenset[str]]:
    """Return the addresses of the ledger that lead nowhere as the plan stands, and those that would be published and are not in it.

    The pages of one language tell for all.
    """
    views = Views(plan)
    made = dict.fromkeys(plan.codes, pages(Texts(views, plan.codes[0]), site_url))
    exports = Exports(views, site_url)
    files = {*exports.all(made), *names(exports.api)}
    return lost(plan, made, files), published(plan, made, files, views.chosen) - set(plan.lock.lines)
