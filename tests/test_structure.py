"""Translations held against their source: shape, numbers, units, degrees, and that they are translated at all."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.amounts import amounts
from tests.conftest import problems_of
from tests.test_rules import EN, JA, KO
from tests.test_standing import replace

EN_A = "docs/en/plan/background-of-it.md"
JA_A = "docs/ja/plan/background-of-it.md"
ABOUT = "docs/{}/about.md"


def told(root: Path) -> set[tuple[str, str]]:
    """Return the file and the name of every problem."""
    return {(problem.path, problem.name) for problem in problems_of(root)}


@pytest.mark.parametrize(
    ("path", "old", "new", "name"),
    [
        (EN, "See [the next initiative](id:1.2).", "See the next initiative.", "link-missing"),
        (EN, "enjoy clean rivers by", "enjoy [clean rivers](id:1.2) by", "link-added"),
        (
            JA,
            "- **共に。** 世界水フォーラムで学ぶ。\n",
            "1. **共に。** 世界水フォーラムで学ぶ。\n",
            "structure-different",
        ),
        (JA, "- **絶えず。** 毎年はかる。", "- **絶えず。** 毎年はかる。\n  - 月ごとに。", "structure-different"),
        (EN, "- **Steadily.** It", "- Steadily. It", "structure-different"),
        (EN, "- **Steadily.** It", "- *Steadily.* It", "structure-different"),
        (EN, "Every river is clean.", "> Every river is clean.", "structure-different"),
        (EN, "by 2018.\nSee", "by 2018.\n\nSee", "structure-different"),
        (EN_A, "7 billion people", "7% of people", "number-missing"),
        (EN_A, "7 billion people", "7 billion dollars", "unit-wrong"),
        (JA_A, "70億人から", "70億%から", "unit-wrong"),
        (EN, "at least 50 million", "up to 50 million", "degree-wrong"),
        ("docs/en/plan/membership.md", "At least 25% of members take", "Up to 25% of members take", "degree-wrong"),
        (JA, "5,000万人以上", "5,000万人", "degree-missing"),
        (JA, "最大10%", "約10%", "degree-wrong"),
        (
            EN,
            "Every river is clean.",
            "Every river is clean, and the plan is of a beauty that everybody admires from far and near, every day.",
            "text-much-longer",
        ),
        (
            "docs/en/plan/membership.md",
            "At least 25% of members take part",
            "At least 25 members take part",
            "unit-missing",
        ),
        (
            "docs/en/plan/membership.md",
            "At least 25% of members take part",
            "25% of members take part",
            "degree-missing",
        ),
        (EN_A, "from 7 billion", "from about 7 billion", "degree-added"),
        (JA, "**絶えず。** 毎年はかる。", "**꾸준히.** 해마다 잰다.", "text-untranslated"),
        (JA, "## 川をきれいにする", "## 강을 맑게 한다", "text-untranslated"),
        (EN, "## Clean the rivers", "## 강을 맑게 한다", "text-untranslated"),
        (EN, "## Clean the rivers", "## CLEAN THE GREAT RIVERS", "headline-capitals"),
        (JA, "**絶えず。** 毎年はかる。", "**Steadily.** It measures every year.", "text-untranslated"),
    ],
)
def test_what_differs_from_the_source_is_told(small: Path, path: str, old: str, new: str, name: str) -> None:
    """Each way to say something else than the source has its name."""
    replace(small, path, old, new)
    assert (path, name) in told(small)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (EN, "at least 50 million", "no fewer than 50 million"),
        (EN, "at least 50 million", "more than 50 million"),
        (EN, "by up to 10%", "by at most 10 per cent (10%)"),
        (EN, "in three years", "within 3 years"),
        (EN_A, "about 9.5 billion", "some 9.5 billion"),
        (EN_A, "7 billion people", "7 billion souls"),
        (JA, "5,000万人以上", "少なくとも5,000万人"),
        (JA, "2018年までに5,000万人以上の住民が", "5,000万人以上の住民が2018年までに"),
    ],
)
def test_other_words_for_the_same_are_no_mistake(small: Path, path: str, old: str, new: str) -> None:
    """A translator is free to say the same in other words."""
    replace(small, path, old, new)
    assert told(small) == set()


def test_a_number_in_the_heading_alone_is_not_enough(small: Path) -> None:
    """What the text under the heading says in Korean, the text under it says in the translation."""
    replace(small, "docs/en/plan/membership.md", "At least 25% of members take part", "Many members take part")
    assert [(problem.name, dict(problem.values)) for problem in problems_of(small)] == [
        ("number-dropped", {"value": "25"})
    ]


def test_a_number_moved_to_another_section_is_told_in_both(small: Path) -> None:
    """Sections of one record are held against their own source, not against all of them together."""
    replace(small, "data/agendas.yaml", "    strategies: 2\n", "    strategies: 2\n    numbers: [7]\n")
    replace(small, KO, "물을 아끼는 도시", "물을 7년 아끼는 도시")
    replace(small, JA, "水を大切に", "水を7年大切に")
    replace(small, EN, "Every river is clean.", "Every river is clean for 7 years.")
    assert [(problem.path, problem.line, problem.name) for problem in problems_of(small)] == [
        (EN, 5, "number-dropped"),
        (EN, 11, "number-added"),
    ]


def test_an_outdated_translation_may_differ(small: Path) -> None:
    """What is to be gone over again is not held against the new source."""
    for language in ("ja", "en"):
        assert main(["--root", str(small), "current", language, "all"]) == 0
    replace(small, KO, "모든 강이 맑다.", "모든 강이 맑다.\n\n- [못](id:1.2)도 맑다.")
    assert told(small) == set()


def test_a_link_that_the_source_loses_is_told(small: Path) -> None:
    """A link is no word: a translation stays current when the source loses one, but has one too many."""
    replace(small, KO, "자세한 것은 [다음 계획](id:1.2)을 본다.", "자세한 것은 다음 계획을 본다.")
    assert told(small) == {(JA, "link-added"), (EN, "link-added")}


def test_links_of_a_list_keep_their_order(small: Path) -> None:
    """The items of a list that link to places come in the order of the source."""
    replace(small, KO, "함께.**", "함께.** [물](id:1.1)")
    replace(small, KO, "꾸준히.**", "꾸준히.** [강](id:1.2)")
    for path, old in ((EN, ("It learns", "It measures")), (JA, ("で学ぶ", "毎年"))):
        for words, target in zip(old, ("id:1.2", "id:1.1"), strict=True):
            replace(small, path, words, f"[{words}]({target})")
    assert told(small) == {(JA, "links-out-of-order"), (EN, "links-out-of-order")}


def test_another_edition_of_a_page_on_the_web_is_the_same_link(small: Path) -> None:
    """A translation may link to the page in its own language, but to no other page."""
    for code, words in (("ko", "우리의 계획"), ("ja", "私たちの計画"), ("en", "Our plan")):
        replace(small, ABOUT.format(code), words, f"[{words}](https://a.example/{code}/plan)")
    assert told(small) == set()
    replace(small, ABOUT.format("ja"), "a.example/ja/plan", "a.example/ja/other")
    assert told(small) == {(ABOUT.format("ja"), "link-missing"), (ABOUT.format("ja"), "link-added")}


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "sure"),
    [
        ("ko", "주민 5천만 명 이상이", 50_000_000, "people", {"at-least"}),
        ("ko", "43억 달러의 계약", 4_300_000_000, "dollars", set()),
        ("ko", "최대 10% 줄인다", 10, "percent", {"up-to"}),
        ("ko", "계약 11건을", 11, None, set()),
        ("ko", "약 200개", 200, None, {"about"}),
        ("ja", "25%以上が", 25, "percent", {"at-least"}),
        ("ja", "2度より低く", 2, "degrees", set()),
        ("ja", "条約13回", 13, None, set()),
        ("en", "US$ 4.3 billion", 4_300_000_000, "dollars", set()),
        ("en", "100 member cities", 100, "cities", set()),
        ("en", "less than 80 km2 of land", 80, "square kilometres", {"up-to"}),
        ("en", "adds up to 63 cities", 63, "cities", set()),
        ("en", "Over 4 days", 4, None, set()),
    ],
)
def test_amounts(language: str, text: str, value: int, unit: str | None, sure: set[str]) -> None:
    """A number is found with its unit and the words for its degree."""
    ((found),) = amounts(text, language)
    assert (found.value, found.unit, set(found.sure)) == (Fraction(value), unit, sure)


def test_calendar_years_are_no_amounts() -> None:
    """A year has neither unit nor degree: `by 2018` is no most."""
    assert amounts("2018년까지, by 2018", "ko") == ()
