"""The rule that a translation names no other countries than its source, also those that the plan's data does not list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from scripts import markdown
from scripts.checks.common import containing
from scripts.checks.pairs import pairs
from scripts.problem import Problem
from scripts.source import Plan, joint

OTHER_NAMES: Mapping[str, str] = {
    "AU": "호주",
    "BR": "브라질",
    "KG": "키르기스",
    "KR": "한국",
    "MM": "미얀마",
    "PS": "팔레스타인",
    "TR": "터키",
    "ZA": "남아프리카",
}
"""What countries are called in Korean besides their names in the Unicode data."""
COUNTRY = re.compile("(?!EU|EZ|UN|QO|ZZ|XA|XB)[A-Z]{2}")
KANA = "\u30a1-\u30fa\u30fc"


def countries_are_those_of_the_source(plan: Plan) -> Iterator[Problem]:
    """A translation names no country that its source does not name: China has not become Japan."""
    for pair in pairs(plan):
        source = f"{pair.source.title}\n{markdown.plain(pair.source, '')}"
        text = f"{pair.own.title}\n{markdown.plain(pair.own, joint(pair.language))}"
        here = plan.finders[pair.language].without_names(text)
        names, theirs = _names(pair.language), _names(plan.codes[0])
        for found in _pattern(pair.language).finditer(here):
            code = names[found[0]]
            if theirs.get(code, code) not in source.replace(" ", "") and OTHER_NAMES.get(code, code) not in source:
                yield pair.problem("country-added", containing(found[0]), found=found[0])


@lru_cache(maxsize=16)
def _names(language: str) -> Mapping[str, str]:
    """Return the codes of the countries by their names in `language`, and the names, without spaces, by code."""
    try:
        territories = Locale.parse(language).territories
    except UnknownLocaleError:
        return {}
    known = {code: name for code, name in territories.items() if COUNTRY.fullmatch(code)}
    return {
        **{name: code for code, name in known.items()},
        **{code: name.replace(" ", "") for code, name in known.items()},
    }


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    names = [name for name in _names(language) if not COUNTRY.fullmatch(name)]
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![A-Za-z{KANA}])(?:{longest})(?![A-Za-z{KANA}])")
