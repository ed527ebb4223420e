"""The real plan: complete, and as open data what the contract promises."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts import checks
from scripts.exports import Exports
from scripts.source import Plan
from scripts.views import Views
from tests.conftest import SITE_URL

INITIATIVES = [15, 21, 19, 18, 12, 11, 11, 8, 17, 13]
STRATEGIES = [7, 9, 6, 7, 8, 7, 6, 4, 15, 3]


@pytest.fixture(scope="module")
def exports(plan: Plan) -> Exports:
    """Return the exports of the real plan."""
    return Exports(Views(plan), SITE_URL)


def test_the_plan_keeps_every_rule(plan: Plan) -> None:
    """No rule finds anything in the published plan."""
    assert checks.problems(plan) == []


def test_nothing_is_missing(plan: Plan) -> None:
    """As many initiatives and strategies as the Korean edition has, agenda by agenda; one initiative is not in the Japanese edition."""
    agendas = plan.agendas.records.agendas
    assert [len(agenda.initiatives) for agenda in agendas] == INITIATIVES
    assert [agenda.strategies for agenda in agendas] == STRATEGIES
    assert [initiative.id for initiative in plan.initiatives if initiative.sources.ja is None] == ["1.6"]


def test_positions_in_the_editions_are_used_once(plan: Plan) -> None:
    """No two initiatives claim the same place in an edition, and the places leave no gap."""
    for agenda in plan.agendas.records.agendas:
        korean = [initiative.sources.ko.item for initiative in agenda.initiatives]
        japanese = sorted(i.sources.ja.item or 0 for i in agenda.initiatives if i.sources.ja)
        assert korean == list(range(1, len(korean) + 1))
        assert japanese == list(range(1, len(japanese) + 1))


def test_initiatives_as_open_data(exports: Exports, plan: Plan) -> None:
    """Each record has the keys of the contract, text in every language and addresses that carry the site's path."""
    records = exports.initiatives()
    assert [record["id"] for record in records] == [initiative.id for initiative in plan.initiatives]
    for record in records:
        assert set(record) >= {
            "id", "agenda", "group", "title", "text", "terms", "targets", "years", "places", "related", "differences", "sources", "url", "id_url",
        }  # fmt: skip
        assert set(record["title"]) == set(record["text"]) == set(record["url"]) == {"ko", "ja", "en"}
        assert record["id_url"] == f"{SITE_URL}id/{record['id']}/"
        assert not any(mark in text for text in record["text"].values() for mark in ("**", "](", "{#", "<"))


def test_relations_are_shown_on_both_sides(exports: Exports) -> None:
    """If one initiative shows another, the other shows the one."""
    related = {record["id"]: record["related"] for record in exports.initiatives()}
    pairs = Counter((one, other) for one, others in related.items() for other in others)
    assert pairs == Counter((other, one) for one, other in pairs)
    assert max(pairs.values()) == 1


def test_terms_know_what_names_them(exports: Exports) -> None:
    """A term's mentions are the agendas and initiatives that list it, and no term is without any."""
    listed = Counter((slug, record["id"]) for record in exports.initiatives() for slug in record["terms"])
    listed += Counter((slug, str(record["number"])) for record in exports.agendas() for slug in record["terms"])
    mentioned = Counter((record["slug"], name) for record in exports.terms() for name in record["mentioned_in"])
    assert mentioned == listed
    assert all(record["mentioned_in"] for record in exports.terms())


def test_differences_belong_to_what_they_concern(exports: Exports) -> None:
    """Each difference has one id, which its initiative or agenda lists."""
    names = {d["id"]: d["about"][0].partition("#")[0] for d in exports.differences()}
    listed = {number: r["id"] for r in exports.initiatives() for number in r["differences"]}
    listed |= {number: str(r["number"]) for r in exports.agendas() for number in r["differences"]}
    assert names == listed
    assert len(names) == len(exports.differences())
