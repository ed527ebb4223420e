"""Names are found as a reader finds them: whole, the longest first, in any width, capitals where they matter."""

from __future__ import annotations

import pytest

from scripts.mentions import Finder, named_in
from scripts.model import Location, Term

THINGS = (
    Term(
        slug="alliance",
        kind="network",
        name={"ko": "생태교통연맹", "ja": "エコモビリティアライアンス", "en": "EcoMobility Alliance"},
    ),
    Term(slug="ecomobility", kind="concept", name={"ko": "생태교통", "ja": "エコモビリティ", "en": "EcoMobility"}),
    Term(slug="shift", kind="tool", acronym="SHIFT", name={"ko": "시프트", "ja": "SHIFT", "en": "EcoMobility SHIFT"}),
    Location(slug="bonn", name={"ko": "본", "ja": "ボン", "en": "Bonn"}),
    Location(slug="asia", name={"ko": "아시아", "ja": "アジア", "en": "Asia"}, forms={"en": ("Asian",)}),
    Location(slug="south-asia", name={"ko": "남아시아", "ja": "南アジア", "en": "South Asia"}),
    Location(slug="paris", name={"ko": "파리", "ja": "パリ", "en": "Paris"}),
)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ko", "생태교통연맹과 생태교통", ["alliance", "ecomobility"]),
        ("ko", "남아시아와 아시아", ["south-asia", "asia"]),
        ("ko", "카본과 기본", []),
        ("ko", "날파리", []),
        ("ko", "파리에서 SHIFT를", ["paris", "shift"]),
        ("ja", "カーボンではなくボン", ["bonn"]),
        ("ja", "ＳＨＩＦＴを使う", ["shift"]),
        ("en", "a shift to EcoMobility", ["ecomobility"]),
        ("en", "ecomobility shift", ["shift"]),
        ("en", "Asian cities, Parisian cafes", ["asia"]),
    ],
)
def test_names_are_found(language: str, text: str, found: list[str]) -> None:
    """Of two names that begin together the longer counts; short ones do not match inside other words."""
    assert [mention.slug for mention in Finder(THINGS, language).find(text)] == found


def test_positions_are_those_of_the_text() -> None:
    """A mention can be cut out of the text as it stands, full-width letters included."""
    text = "ＳＨＩＦＴとボン"
    assert [text[m.start : m.end] for m in Finder(THINGS, "ja").find(text)] == ["ＳＨＩＦＴ", "ボン"]


def test_a_name_of_one_syllable_is_looked_for_only_when_a_record_lists_it() -> None:
    """본 is Bonn where the record says so, and never suspected elsewhere."""
    assert list(Finder(THINGS, "ko").find("독일 본에서")) == []
    assert named_in("독일 본에서", THINGS, "ko") == {"bonn"}
