"""Amounts as texts write them: a number, its unit, and whether it is a least, a most or a rough one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from scripts import numbers

DIGIT = re.compile(r"\d")
Words: TypeAlias = tuple[str, str, str, str]
CALENDAR = re.compile(r"(?:19|20)\d\d")
"""Whole numbers that are years, and whose `by` or `until` is no degree."""
BETWEEN = r"(?:[a-z-]+ (?<!of )(?<!in )(?<!to )(?<!and )(?<!from )(?<!with )(?<!for )(?<!or )(?<!by ))?"
"""One more word in English, which is no preposition: 100 member cities."""

UNITS: Mapping[str, Mapping[str, str]] = {
    "percent": {"ko": r"%|퍼센트|프로", "ja": r"%|パーセント", "en": r"%|per ?cent\b"},
    "dollars": {"ko": r"(?:미국 )?달러", "ja": r"(?:米)?ドル", "en": r"(?:US )?dollars?\b"},
    "euros": {"ko": r"유로", "ja": r"ユーロ", "en": r"euros?\b"},
    "won": {"ko": r"원(?!칙|자|인|탁|조|년)", "ja": r"ウォン", "en": r"(?:Korean )?won\b"},
    "yen": {"ko": r"엔", "ja": r"円", "en": r"yen\b"},
    "degrees": {"ko": r"°C?|도(?!시|쿄|로|서|의)", "ja": r"°C?|度(?!目)", "en": r"°C?|degrees?\b"},
    "kilometres": {"ko": r"km(?!2)\b|킬로미터", "ja": r"km(?!2)\b|キロメートル", "en": r"km(?!2)\b|kilomet(?:re|er)s?\b"},
    "miles": {"ko": r"마일", "ja": r"マイル", "en": r"miles?\b"},
    "metres": {"ko": r"m\b|미터", "ja": r"m\b|メートル", "en": r"m\b|met(?:re|er)s?\b"},
    "hectares": {"ko": r"ha\b|헥타르", "ja": r"ha\b|ヘクタール", "en": r"ha\b|hectares?\b"},
    "square kilometres": {"ko": r"km2|제곱킬로미터", "ja": r"km2|平方キロメートル", "en": r"km2|square kilomet(?:re|er)s?\b"},
    "megatonnes": {"ko": r"Mt\b|메가톤", "ja": r"Mt\b|メガトン", "en": r"Mt\b|mega(?:ton(?:ne)?|-?ton(?:ne)?)s?\b"},
    "tonnes": {"ko": r"t\b|톤", "ja": r"t\b|トン", "en": r"t\b|(?:metric )?ton(?:ne)?s?\b"},
    "megawatts": {"ko": r"MW\b|메가와트", "ja": r"MW\b|メガワット", "en": r"MW\b|megawatts?\b"},
    "ppm": {"ko": r"ppm\b", "ja": r"ppm\b", "en": r"ppm\b|parts per million\b"},
    "times": {"ko": r"배(?!출|포|경|치)", "ja": r"倍", "en": r"times\b(?! a | an )"},
    "people": {"ko": r"명|인(?!의? ?이상의? 도시)", "ja": r"人|名", "en": rf"{BETWEEN}(?:people|persons|residents|inhabitants|citizens)\b"},
    "cities": {"ko": r"(?:여 )?개? ?(?:회원 )?도시", "ja": r"(?:以上)?の?(?:会員)?都市", "en": rf"{BETWEEN}(?:cities|towns)\b"},
    "countries": {"ko": r"개국|개 (?:나라|국가)", "ja": r"(?:か|カ|ヶ|ヵ|箇)国", "en": rf"{BETWEEN}(?:countries|nations)\b"},
    "years": {"ko": r"(?:여 ?)?(?:개)?년", "ja": r"(?:か|カ|ヶ|ヵ)?年", "en": r"years?\b"},
    "months": {"ko": r"개월", "ja": r"(?:か|カ|ヶ|ヵ)月", "en": r"months?\b"},
    "weeks": {"ko": r"주(?:간| 동안)", "ja": r"週間", "en": r"weeks?\b"},
    "hours": {"ko": r"시간", "ja": r"時間", "en": r"hours?\b"},
    "centuries": {"ko": r"세기", "ja": r"世紀", "en": r"(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"},
}  # fmt: skip
"""What may stand after a number, for each unit and language."""
MARKED = frozenset({"percent", "dollars", "euros", "won", "yen", "degrees"})
"""Units that are always recognized, so that a number without one has none."""
SIGNS = {"dollars": r"(?:US)? ?\$ ?$|미화 ?$|米ドル ?$", "euros": "[€] ?$", "won": "₩ ?$", "yen": "¥ ?$"}
"""Signs that stand before a number, in every language."""

LEAST: Mapping[str, Words] = {
    "ko": (r"최소한?|적어도", r"이상", r"", r"초과|여(?![가-힣])|[을를]? ?넘|[을를]? ?웃도|[이가]?보다 (?:더 )?많"),
    "ja": (r"少なくとも|最低でも|最低", r"以上", r"", r"超|余り|を?上回|より多|あまり"),
    "en": (
        r"at least|no less than|no fewer than|not less than|a minimum of|(?<!no )(?<!not )more than",
        r"or more",
        r"over|above|exceed(?:s|ing)?|passed",
        r"and more|or so|plus",
    ),
}
LANGUAGES = frozenset(LEAST)
"""The languages whose words for units and degrees are known."""
MOST: Mapping[str, Words] = {
    "ko": (
        r"최대한?|많아야|길어야|기껏해야|거의",
        r"이하|미만|가까[이운]|에 가[까깝]|에 못 ?미",
        r"",
        r"이내|안에|까지|보다 (?:낮|적|작)|[을를]? ?밑도",
    ),
    "ja": (
        r"最大で?も?|最高で?|最長で?|多くとも|多くても|ほぼ",
        r"以下|未満|近[くい]|弱",
        r"",
        r"以内|まで|より[低少小]|を?下回|に満たない|内に|で",
    ),
    "en": (
        r"(?<!add )(?<!adds )up to|at most|no more than|not more than|a maximum of|(?<!no )(?<!not )(?:less|fewer) than|nearly|almost",
        r"or less|or fewer",
        r"under|below|within|close to|until|to|by|in",
        r"at most",
    ),
}
ABOUT: Mapping[str, Words] = {
    "ko": (r"(?<![가-힣])약|대략", r"가량|안팎", r"", r"정도|쯤|내외|전후|여(?![가-힣])"),
    "ja": (r"(?<!契)(?<!条)(?<!公)約|およそ|おおよそ", r"程度|前後", r"", r"ほど|くらい|ぐらい|内外|余り|あまり"),
    "en": (
        r"about|approximately|roughly",
        r"or so",
        r"around|some|circa|nearly|almost|an estimated|more or less|over",
        r"odd",
    ),
}
DEGREES: Mapping[str, Mapping[str, Words]] = {"at-least": LEAST, "up-to": MOST, "about": ABOUT}
"""Words before and after a number that surely say its degree, then words that may: they are enough, but nothing is made of them."""
COUNTER = r"\s?[^\s\d.,、。(（]{0,6}?\s?(?:(?:US )?dollars |years |people |cities |times )?"
"""What may stand between a number and the word for its degree: a unit, a counter."""


@dataclass(frozen=True)
class Amount:
    """A number in a text, how it is written, its unit where that is recognized, and the degrees that it surely and that it perhaps has."""

    value: Fraction
    written: str
    unit: str | None
    sure: frozenset[str]
    perhaps: frozenset[str]


@lru_cache(maxsize=20_000)  # several rules read the same texts
def amounts(text: str, language: str) -> Sequence[Amount]:
    """Return the amounts in `text`, in order; calendar years are none."""
    return tuple(_amounts(text, language)) if DIGIT.search(text) else ()


def _amounts(text: str, language: str) -> Iterator[Amount]:
    folded = numbers.without_months(text)
    for found in numbers.placed(folded):
        written = folded[found.start : found.end]
        if not CALENDAR.fullmatch(written):
            before, after = folded[: found.start][-30:], folded[found.end :][:40]
            degrees = _degree(before, after, language, 0), _degree(before, after, language, 2)
            yield Amount(found.value, written, _unit(before, after, language), degrees[0], degrees[0] | degrees[1])


def _unit(before: str, after: str, language: str) -> str | None:
    for unit, sign in SIGNS.items():
        if re.search(f"(?:{sign})$", before):
            return unit
    for unit, forms in UNITS.items():
        if language in forms and re.match(rf"[ -]?(?:{forms[language]})", after):
            return unit
    return None


def _degree(before: str, after: str, language: str, first: int) -> frozenset[str]:
    """Return the degrees that the words in the two columns from `first` give to a number between `before` and `after`."""
    return frozenset(
        degree
        for degree, forms in DEGREES.items()
        if language in forms
        and (
            (
                forms[language][first]
                and re.search(rf"(?<![a-z])(?:{forms[language][first]}) ?(?:the )?[$€]?$", before, re.IGNORECASE)
            )
            or re.match(rf"{COUNTER}(?:{forms[language][first + 1]})", after)
        )
    )
