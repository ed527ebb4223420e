"""The real plan: complete, and as open data what the contract promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from scripts import checks
from scripts.api import Api
from scripts.source import Plan
from scripts.views import Views
from tests.conftest import SITE_URL

INITIATIVES = [15, 21, 19, 18, 12, 11, 11, 8, 17, 13]
STRATEGIES = [7, 9, 6, 7, 8, 7, 6, 4, 15, 3]


ACTIONS = {"P": 34, "V": 12, "VI": 6, "VII": 12, "VIII": 6, "IX": 21}
SUB_ITEMS = {"P.14": 5, "V.1": 2, "V.8": 6, "V.9": 4, "V.10": 4}
PARTNERS = [7, 3, 24, 9, 10, 25, 6]
SECTIONS = {
    "foreword": 5, "P": 9, "A": 20, "I": 4, "II": 4, "III": 1, "IV": 2, "V": 2, "VI": 3, "VII": 2, "VIII": 3, "IX": 8, "E": 5, "about-iclei": 4,
}  # fmt: skip

Records = list[dict[str, Any]]


@pytest.fixture(scope="module")
def lists(plan: Plan) -> Mapping[str, Any]:
    """Return the open data of the real plan: the content of each file."""
    return Api(Views(plan), SITE_URL).lists()


@pytest.fixture(scope="module")
def items(lists: Mapping[str, Any]) -> Records:
    """Return every initiative, action and sub-item as open data."""
    actions = lists["actions"]["actions"]
    return [*lists["initiatives"]["initiatives"], *(x for action in actions for x in (action, *action["items"]))]


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
        korean = [initiative.sources.ko.item for initiative in agenda.initiatives if initiative.sources.ko]
        japanese = sorted(i.sources.ja.item or 0 for i in agenda.initiatives if i.sources.ja)
        assert korean == list(range(1, len(korean) + 1))
        assert japanese == list(range(1, len(japanese) + 1))


def test_the_chapters_are_whole(plan: Plan) -> None:
    """As many sections, actions and sub-items as the Korean edition has; one action has no place of its own in the Japanese edition."""
    chapters = plan.organisation.records.chapters
    assert {chapter.id: len(chapter.sections) for chapter in chapters} == SECTIONS
    actions = [
        (chapter.id, action) for chapter in chapters for section in chapter.sections for action in section.actions
    ]
    assert Counter(chapter for chapter, _ in actions) == ACTIONS
    assert {action.id: len(action.items) for _, action in actions if action.items} == SUB_ITEMS
    planned = [action for chapter, action in actions if chapter != "P"]
    places = {(action.sources.ja.section, action.sources.ja.item) for action in planned if action.sources.ja}
    assert (len(planned), len(places)) == (57, 56)


def test_partners_and_offices_are_whole(plan: Plan, lists: Mapping[str, Any]) -> None:
    """84 partner organisations in seven categories, all in the glossary; 17 offices, of which the Japanese edition lists 16."""
    data = plan.organisation.records
    assert [len(category.terms) for category in data.partners] == PARTNERS
    assert sum(PARTNERS) == len([term for term in lists["terms"]["terms"] if term["partner"]])
    offices = lists["offices"]["offices"]
    assert [sum(code in office["editions"] for office in offices) for code in ("ko", "ja")] == [17, 16]
    assert all(set(office) >= {"city", "country", "kind", "editions"} for office in offices)


def test_items_as_open_data(items: Records, plan: Plan) -> None:
    """Each record has the keys of the contract, text in every language and addresses that carry the site's path."""
    assert [record["id"] for record in items] == list(plan.items)
    for record in items:
        assert set(record) >= {
            "id", "group", "title", "text", "terms", "targets", "years", "places", "related", "differences", "sources", "url", "id_url",
        }  # fmt: skip
        assert ("agenda" in record) != ("chapter" in record)
        assert set(record["title"]) == set(record["text"]) == set(record["url"]) == {"ko", "ja", "en"}
        assert record["id_url"] == f"{SITE_URL}id/{record['id']}/"
        assert not any(mark in text for text in record["text"].values() for mark in ("**", "](", "{#", "<"))


def test_relations_are_shown_on_both_sides(items: Records) -> None:
    """If one item shows another, the other shows the one; actions are related with initiatives."""
    pairs = Counter((record["id"], other) for record in items for other in record["related"])
    assert pairs == Counter((other, one) for one, other in pairs)
    assert max(pairs.values()) == 1
    assert any(one[0].isdigit() and not other[0].isdigit() for one, other in pairs)


def test_terms_know_what_names_them(lists: Mapping[str, Any], items: Records) -> None:
    """A term's mentions are the agendas, chapters and items that list it, and no term is without any."""
    listed = {(slug, record["id"]) for record in items for slug in record["terms"]}
    listed |= {(slug, str(record["number"])) for record in lists["agendas"]["agendas"] for slug in record["terms"]}
    for chapter in lists["chapters"]["chapters"]:
        listed |= {(slug, chapter["id"]) for section in chapter["sections"] for slug in section["terms"]}
    terms = lists["terms"]["terms"]
    listed |= {(record["slug"], "VIII") for record in terms if record["partner"]}
    assert {(record["slug"], name) for record in terms for name in record["mentioned_in"]} == listed
    assert all(record["mentioned_in"] or record["background"] for record in terms)


def test_differences_belong_to_what_they_concern(lists: Mapping[str, Any], items: Records) -> None:
    """Each difference has one id, which the item, agenda or chapter it is about lists."""
    differences = lists["differences"]["differences"]
    names = {d["id"]: d["about"][0].partition("#")[0] for d in differences}
    holders = {record["id"]: record for record in (*items, *lists["chapters"]["chapters"])}
    holders |= {str(record["number"]): record for record in lists["agendas"]["agendas"]}
    assert names == {number: name for name, record in holders.items() for number in record["differences"]}
    assert len(names) == len(differences)


def test_the_timeline_spans_the_story(lists: Mapping[str, Any]) -> None:
    """The timeline begins in 1987 and ends in 2021, and holds the adoption of the plan."""
    events = lists["timeline"]["timeline"]
    assert (events[0]["date"][:4], events[-1]["date"][:4]) == ("1987", "2021")
    assert any(event["date"] == "2015-04-11" and event["strand"] == "plan" for event in events)
