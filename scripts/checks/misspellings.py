"""The rule that nothing is one letter away from a name: most such words are slips of the finger."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import ne

from babel import Locale, UnknownLocaleError
from rapidfuzz.distance import OSA

from scripts import markdown
from scripts.checks.common import containing, named_things
from scripts.markdown import Section
from scripts.mentions import fold, spellings
from scripts.problem import Problem
from scripts.source import Plan, joint

ACRONYM = r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z])"
WORDS: Mapping[str, re.Pattern[str]] = {
    "ko": re.compile(rf"[가-힣]{{4,}}|{ACRONYM}"),
    "ja": re.compile(rf"[\u30a1-\u30fa\u30fc]{{5,}}|{ACRONYM}"),
}
"""What can be told to be a misspelled word by itself: long enough that few others are a letter away."""
LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f가-힣\u30a1-\u30fa\u30fc\u4e00-\u9fff]{2}")
"""Letters one of which may stand for the other by mistake: a digit, a particle or a space makes other words."""
LATIN = re.compile("[A-Za-z]{2}")
ENDING = re.compile("[함는은한된할의에로을를이가과와도]$")
"""The last syllable of a Korean word that is more than a noun."""
COMMON = 3
"""A word that texts have so often is no misspelling."""
FEWEST = 4
"""The fewest syllables of a Korean word, and letters of half a name, that are sure to be it."""
LONG = 6
"""The letters that one of two katakana words has at least, and an acronym with a wrong letter: of fewer, other words are a letter away."""


@dataclass(frozen=True)
class Book:
    """The words of names in one language by what they have in common with their misspellings, and how often the texts have each word."""

    code: str
    known: frozenset[str]
    alike: Mapping[tuple[object, ...], Sequence[str]]
    count: Mapping[str, int]

    def meant(self, word: str) -> str | None:
        """Return the word that `word` is likely to be a misspelling of, or nothing."""
        for length in range(len(word), FEWEST - 1, -1) if _hangul(word) else [len(word)]:  # particles follow a name
            for known in (known for sign in signs(word[:length]) for known in self.alike.get(sign, ())):
                if slipped(word[:length], known):
                    return known
        return None

    def rare(self) -> Iterator[str]:
        """Yield the words that may be misspelled: not common, no beginning with a name, and no country."""
        countries = _countries(self.code)
        for word, times in self.count.items():
            begins = _hangul(word) and any(word[:length] in self.known for length in range(3, len(word) + 1))
            if times < COMMON and word not in self.known and word not in countries and not begins:
                yield word


def names_are_typed_rightly(plan: Plan) -> Iterator[Problem]:
    """Nothing is one letter away from a long name, from the word of a name, or, in katakana, from a common word."""
    for code in plan.codes:
        sections = [section for document in plan.documents[code].values() for section in document.sections]
        texts = [_text(section, code) for section in sections]
        told = list(_long_names(plan, code, sections, texts))
        yield from told
        found = [(problem.path, value) for problem in told for key, value in problem.values if key == "found"]
        for problem, word in _words(plan, code, sections, texts) if code in WORDS else ():
            if not any(path == problem.path and word in str(name) for path, name in found):
                yield problem


def _words(plan: Plan, code: str, sections: Sequence[Section], texts: Sequence[str]) -> Iterator[tuple[Problem, str]]:
    """Yield each word that is one letter away from another, and what is told of it."""
    book = _book(plan, code, Counter(word for text in texts for word in WORDS[code].findall(text)))
    meant = {word: near for word in book.rare() if (near := book.meant(word))}
    for section, text in zip(sections, texts, strict=True) if meant else ():
        for word in WORDS[code].findall(text):
            if name := meant.get(word):
                found = word[: len(name)] if _hangul(word) else word
                line = section.line_where(containing(found))
                yield Problem.of(section.path, line, "name-mistyped", found=found, name=name), found


def _long_names(plan: Plan, code: str, sections: Sequence[Section], texts: Sequence[str]) -> Iterator[Problem]:
    """Yield what has one half of a long name beside something that is one letter away from its other half."""
    whole, ends = "\n".join(texts), [*accumulate(len(text) + 1 for text in texts)]
    told: set[int] = set()
    for name in _long(plan, code):
        for start in _slips(whole, name):
            at = bisect_right(ends, start)
            begin, words = start - (ends[at] - len(texts[at]) - 1), whole[start : start + len(name)]
            inside = any(m.start <= begin and begin + len(name) <= m.end for m in plan.finders[code].find(texts[at]))
            if not inside and start not in told:
                told.add(start)
                line = sections[at].line_where(containing(words))
                yield Problem.of(sections[at].path, line, "name-mistyped", found=words, name=name)


def _slips(text: str, name: str) -> Iterator[int]:
    """Yield where in `text` something begins that is one letter away from `name`, and has one half of it."""
    middle = len(name) // 2
    for half, before in ((name[:middle], 0), (name[middle:], middle)):
        if (times := text.count(half)) and times > text.count(name):
            for found in re.finditer(re.escape(half), text):
                start, end = found.start() - before, found.start() - before + len(name)
                words = text[max(start, 0) : end]
                if len(words) == len(name) and _nearly(words, name) and _whole(text, start, end):
                    yield start


def _nearly(words: str, name: str) -> bool:
    """Say whether two texts of one length differ by a slip."""
    return sum(map(ne, words, name)) <= len("ab") and slipped(words, name)


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether no Latin word goes on before `start` or after `end`."""
    return not LATIN.fullmatch(text[max(start - 1, 0) : start + 1]) and not LATIN.fullmatch(text[end - 1 : end + 1])


def _long(plan: Plan, code: str) -> Sequence[str]:
    names = {fold(thing.name[code]) for _, _, things in named_things(plan) for thing in things if code in thing.name}
    return sorted(name for name in names if len(name) >= 2 * FEWEST)


def _names(plan: Plan, code: str) -> Sequence[str]:
    return [form for _, _, things in named_things(plan) for thing in things for form in spellings(thing, code)]


def slipped(word: str, known: str) -> bool:
    """Say whether `word` is a slip of `known`: one letter is wrong, too much, missing or in its neighbour's place; a Korean syllable is two or three letters."""
    if word.lower() == known.lower() or OSA.distance(strokes(word), strokes(known), score_cutoff=1) != 1:
        return False
    if len(word) == len(known) and any(
        a != b and not LETTERS.fullmatch(a + b) for a, b in zip(word, known, strict=True)
    ):
        return False
    if _hangul(word) or max(len(word), len(known)) >= LONG:
        return True
    return sorted(word) == sorted(known) and word[0] == known[0]  # two letters changed places


def strokes(word: str) -> str:
    """Return `word` letter by letter: a Korean syllable is two or three."""
    return unicodedata.normalize("NFD", word) if any(map(_hangul, word)) else word


def signs(word: str) -> Iterator[tuple[object, ...]]:
    """Yield what a word and its misspelling have in common, if only one letter is wrong."""
    if _hangul(word):
        yield len(word), "begins", word[0]
        yield len(word), "ends", word[-1]
    else:
        shared = 1 if word.isascii() else 2
        yield "begins", word[:shared]
        yield "ends", word[-shared:]


def _book(plan: Plan, code: str, count: Mapping[str, int]) -> Book:
    names = {*_names(plan, code), *(word.use for word in plan.glossary.records.usage.get(code, ()))}
    known = {word for name in names for word in WORDS[code].findall(fold(name))}
    common = {word for word, times in count.items() if times >= COMMON and not _hangul(word)}
    alike: dict[tuple[object, ...], list[str]] = {}
    for word in sorted(known | common):
        for sign in signs(word) if _noun(word, names) else ():
            alike.setdefault(sign, []).append(word)
    return Book(code, frozenset(known), alike, count)


def _noun(word: str, names: Collection[str]) -> bool:
    """Say whether `word` has no particle or ending: 이클레이 has none, though it ends like one."""
    return not ENDING.search(word) or (word in names and not word.endswith("함"))


def _hangul(word: str) -> bool:
    return "가" <= word[0] <= "힣"


def _countries(code: str) -> set[str]:
    try:
        return set(Locale.parse(code).territories.values())
    except UnknownLocaleError:
        return set()


def _text(section: Section, code: str) -> str:
    return fold(f"{section.title}\n{markdown.plain(section, joint(code))}")
