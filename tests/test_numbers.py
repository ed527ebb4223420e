"""Numbers are the same number in Korean, Japanese and English."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.numbers import months, numbers, spelled, without_months


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5천만 명", [50_000_000]), ("5,000万人", [50_000_000]), ("50 million people", [50_000_000]), ("1억 2천만", [120_000_000]),
        ("4億400万人", [404_000_000]), ("6만 3,500명", [63_500]), ("1조 2천억 원", [1_200_000_000_000]), ("3만, 500", [30_000, 500]), ("법 제39조 제1항", [39, 1]),
        ("최대 10%", [10]), ("１０％", [10]), ("1,000여 곳", [1000]), ("1.5도", [Fraction(3, 2)]), ("2015-2021", [2015, 2021]),
        ("CO2와 R20, HEAT+", []), ("COP21", []), ("제3판", [3]), ("3rd edition", [3]), ("20만 개", [200_000]), ("없다", []),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, found: list[int]) -> None:
    """Digits, separators, full width and multipliers are read; digits inside a Latin word are not numbers."""
    assert numbers(text) == [Fraction(value) for value in found]


@given(st.integers(0, 10**9))
def test_separators_change_nothing(value: int) -> None:
    """A number is the same with and without separators, in any language's sentence."""
    assert numbers(f"약 {value:,}개") == numbers(f"{value}都市") == numbers(f"up to {value} cities") == [value]


@given(st.integers(1, 9999), st.sampled_from([("만", "万", 10**4), ("억", "億", 10**8)]))
def test_east_asian_units_agree(value: int, unit: tuple[str, str, int]) -> None:
    """The units of ten thousand and of a hundred million mean the same in both languages."""
    korean, japanese, times = unit
    assert numbers(f"{value}{korean}") == numbers(f"{value}{japanese}") == [value * times]


def test_months_are_no_other_numbers() -> None:
    """Months are read as months in each language, and taken out before other numbers are read."""
    assert months("2015년 4월") == months("2015年4月") == months("April 2015") == {4}
    assert months("It may help") == months("3か月間") == set()
    assert numbers(without_months("2015년 4월 3개")) == [2015, 3]


def test_english_words_count() -> None:
    """English spells small numbers out."""
    assert set(spelled("every three years, for the first time")) == {3, 1}
