"""Numbers as people write them in Korean, Japanese and English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

MULTIPLIERS: Mapping[str, int] = {
    "조": 10**12, "兆": 10**12, "천억": 10**11, "千億": 10**11, "천만": 10**7, "백만": 10**6, "만": 10**4, "억": 10**8, "천": 10**3,
    "百万": 10**6, "千万": 10**7, "万": 10**4, "億": 10**8, "亿": 10**8, "千": 10**3,
    "million": 10**6, "billion": 10**9, "thousand": 10**3,
}  # fmt: skip
STEPS: Mapping[str, int] = {unit: value for unit, value in MULTIPLIERS.items() if value >= 10**4 and not unit.isascii()}
"""The units after which a smaller number goes on counting."""
_UNITS = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
NUMBER = re.compile(
    rf"(?<![A-Za-z\d.])(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?P<decimals>\.\d{{1,9}})?(?:\s?(?P<unit>{_UNITS})(?![a-z]))?"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = re.compile(rf"(?P<digits>\d{{1,2}})(?:월|月)(?!間)|\b(?P<name>{'|'.join(MONTHS)})\b(?=\s+\d|,)")
ENGLISH = (
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ],
)


@dataclass(frozen=True)
class Found:
    """A number written with digits: its value, and from where to where it stands in the text with full-width forms made half-width."""

    value: Fraction
    start: int
    end: int


def numbers(text: str) -> list[Fraction]:
    """Return the numbers written with digits in `text`, in order: `5천만`, `5,000万` and `50 million` are all 50000000."""
    return [found.value for found in placed(unicodedata.normalize("NFKC", text))]


def beside_months(text: str) -> list[Fraction]:
    """Return the numbers in `text` that are not those of months."""
    return numbers(without_months(text))


def shown(value: Fraction) -> str:
    """Return `value` in digits, whole if it is."""
    return str(value.numerator) if value.denominator == 1 else str(float(value))


@lru_cache(maxsize=20_000)  # several rules read the same texts
def placed(folded: str) -> tuple[Found, ...]:
    """Return the numbers written with digits in `folded`, a text normalized to NFKC, with their places.

    Korean and Japanese write a number in steps of ten thousand, `4억 400만`: that is one number. Digits inside a Latin
    word (CO2, R20) are part of the word.
    """
    found: list[Found] = []
    above = 0
    for match in NUMBER.finditer(folded):
        value = _value(match)
        if found and value < above and folded[found[-1].end : match.start()] in {"", " "}:
            found[-1] = Found(found[-1].value + value, found[-1].start, match.end())
        else:
            found.append(Found(value, match.start(), match.end()))
        above = STEPS.get(match["unit"] or "", 0)
    return tuple(found)


def _value(found: re.Match[str]) -> Fraction:
    number = Fraction(found["digits"].replace(",", "") + (found["decimals"] or ""))
    article = found["unit"] == "조" and found.string[: found.start()].endswith("제")  # 제39조 is article 39 of a law
    return number if article else number * MULTIPLIERS.get(found["unit"] or "", 1)


def months(text: str) -> set[int]:
    """Return the months named in `text`, 1 to 12."""
    return {_month(found) for found in MONTH.finditer(unicodedata.normalize("NFKC", text))}


def _month(found: re.Match[str]) -> int:
    return int(found["digits"]) if found["digits"] else MONTHS.index(found["name"]) + 1


def without_months(text: str) -> str:
    """Return `text` with the months taken out, so that they are not read as other numbers."""
    return MONTH.sub(" ", unicodedata.normalize("NFKC", text))


def spelled(text: str) -> Iterator[Fraction]:
    """Yield the numbers from 0 to 12 that `text` spells out in English."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    for names in ENGLISH:
        yield from (Fraction(value) for value, name in enumerate(names) if name in words)
