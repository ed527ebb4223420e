"""The page that teaches the open data: which files there are, and examples, which a test runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.addresses import relative
from scripts.api import LISTINGS, PLACE
from scripts.pages.press import Press

EXAMPLES = {"record": "py", "rows": "py", "search": "py", "graph": "py", "check": "sh"}
"""The examples, and the language of each."""
FORMS = {
    "data_lists": [*(f"{name}.json" for name in LISTINGS), "status.json", "index.json"],
    "data_tables": ["plan.xlsx", "initiatives.csv", "actions.csv", "terms.csv"],
    "data_database": ["plan.sqlite"],
    "data_graph": ["plan.ttl", "plan.jsonld", "catalog.ttl", "catalog.jsonld"],
    "data_descriptions": ["openapi.json", "SHA256SUMS", "CHANGELOG.md"],
}
"""The files of each section of the page; what the section says is the word that ends with `_note`."""
NAMES = {
    "chapters.json": "plan", "differences.json": "differences_page", "plan.xlsx": "data_workbook", "plan.sqlite": "data_all_texts", "plan.ttl": "data_plan_graph",
    "plan.jsonld": "data_plan_graph", "catalog.ttl": "data_catalog", "catalog.jsonld": "data_catalog", "index.json": "data_index",
    "openapi.json": "data_openapi", "SHA256SUMS": "data_checksums", "CHANGELOG.md": "data_changes",
}  # fmt: skip
"""The words that say what a file is, where they are not those of its name."""
KILO = 1000


@dataclass(frozen=True)
class File:
    """A file as the page shows it: its link, its name, what it is, how many records it has, its size."""

    href: str
    name: str
    title: str
    count: str
    size: str


def page(press: Press) -> str:
    """Return the page."""
    here, words = press.addresses.listing("open-data"), press.words
    sections = [(key, [_file(press, here, name) for name in names]) for key, names in FORMS.items()]
    examples = [(name, _example(press, f"{name}.{kind}"), kind) for name, kind in EXAMPLES.items()]
    pairs = [*((name, f"{name}.record") for name in LISTINGS), ("redirects", "retired")]
    schemas = [[(f"schema/{name}.json", _way(here, f"schema/{name}.json")) for name in pair] for pair in pairs]
    return press.page(
        "open_data",
        here,
        words["open_data"],
        words["data_intro"],
        sections=sections,
        examples=examples,
        schemas=schemas,
        redirects=_way(here, "redirects.json"),
    )


def _file(press: Press, here: str, name: str) -> File:
    stem = name.partition(".")[0]
    counts = _counts(press)
    count = press.words.number(counts[stem]) if stem in counts else ""
    size = press.sizes.get(f"{PLACE}/{name}")
    shown = press.words.fill("data_kilobytes", number=press.words.number(-(-size // KILO))) if size else ""
    return File(_way(here, name), name, press.words[NAMES.get(name, stem)], count, shown)


def _counts(press: Press) -> Mapping[str, int]:
    """Return how many records the lists have; sub-items are counted as in the table of actions."""
    plan = press.views.plan
    return {
        "agendas": len(plan.agendas.records.agendas), "initiatives": len(plan.initiatives), "chapters": len(press.views.chapters),
        "actions": len(plan.actions), "terms": len(plan.terms), "offices": len(plan.organisation.records.offices),
        "figures": len(plan.figures.records.figures), "differences": len(plan.editions.records.differences),
        "background": len(press.views.topics), "timeline": len(plan.timeline.records.events),
    }  # fmt: skip


def _example(press: Press, name: str) -> str:
    """Return an example with the addresses of this site and a word of this language in it."""
    values = {
        "base": f"{press.site_url}{PLACE}", "first": next(iter(press.views.initiatives)), "word": press.words["data_example"],
        "language": press.words.words["language"],
    }  # fmt: skip
    return press.template(f"examples/{name}.jinja").render(values).strip()


def _way(here: str, name: str) -> str:
    return relative(here, f"{PLACE}/{name}")
