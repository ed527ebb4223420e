"""Korean particles that have two forms, by the sound of the word before them."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from scripts.typography.slips import Rule, replaced

Sound: TypeAlias = Literal["vowel", "ㄹ", "consonant"]
FORMS = {
    "은": "은는", "는": "은는", "이": "이가", "가": "이가", "을": "을를", "를": "을를", "과": "과와", "와": "과와",
}  # fmt: skip
"""Each particle, and its two forms: after a consonant, after a vowel."""
DIGITS: dict[str, Sound] = dict(
    zip(
        "0123456789",
        ("consonant", "ㄹ", "vowel", "consonant", "vowel", "vowel", "consonant", "ㄹ", "ㄹ", "vowel"),
        strict=True,
    )
)
LETTERS: dict[str, Sound] = {
    **dict.fromkeys("ADEFIJOSUVWXYZ", "vowel"), "L": "ㄹ", "M": "consonant", "N": "consonant",
}  # fmt: skip
"""Last letters that sound alike whether capitals are read letter by letter or as a word."""
SPELLED: dict[str, Sound] = dict.fromkeys("BCGHKPQT", "vowel")
"""Last letters that sound so when capitals are read letter by letter, as those without a vowel must be."""
SYMBOLS: dict[str, Sound] = dict.fromkeys("%℃㎢", "vowel")
VERBS = frozenset("마가노고하지나이부그저자")
"""Syllables that also stand before 을 or 은 inside a word: 마을, 지을, 나은."""
NOUNS = frozenset("라나효초부사치내외투여교이모다대유문무안미수")
"""Syllables that also stand before 과 inside a word: 효과, 초과."""
DOUBLED = frozenset({"을를", "를을", "을을", "를를", "은는", "는은", "는는", "와과", "와와"})
"""Both forms of a particle, or one twice, and no word."""
OPEN = "도시|정부|네트워크|이클레이|프로젝트|단체|체계|체제|도구|기구|목표|에너지|서비스"
CLOSED = "지역|회원|프로그램|계획|사업|협력|주민|시민|정책|기관|사람|포럼|협약|헌장|사무국|회복력|교통"
"""Common nouns on a vowel and on a consonant, after which 이 and 가 are nothing else than particles."""
PARTICLE = r"(?P<particle>은|는|이|가|을|를|과|와|으로|로)(?=(?:서|써|는|의|도)?(?![가-힣]))"


def sound(word: str) -> Sound | None:
    """Return the sound on which `word` ends as it is read aloud, or nothing where that is uncertain."""
    last = word[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return "ㄹ" if final == 8 else "consonant" if final else "vowel"  # noqa: PLR2004 - ㄹ is the eighth
    if last in DIGITS:
        return DIGITS[last]
    if last in SYMBOLS:
        return SYMBOLS[last]
    capitals = word.removesuffix("s")
    if len(capitals) < len("AB") or not capitals.isupper() or not capitals.isalpha():
        return None
    if capitals != word:
        return "vowel"  # SDGs
    return LETTERS.get(last) or (None if set(capitals) & set("AEIOUY") else SPELLED.get(last))


def fitting(particle: str, before: Sound | None) -> str:
    """Return the form of `particle` that goes with the sound `before` it."""
    if before is None:
        return particle
    if particle in {"으로", "로"}:
        return "으로" if before == "consonant" else "로"
    return FORMS[particle][before == "vowel"]


def _latin(match: re.Match[str]) -> str:
    word, particle = match["word"], match["particle"]
    if particle + match.string[match.end() : match.end() + 1] in DOUBLED:
        return match[0]
    if word.isdigit() and particle not in {"은", "는", "을", "를"}:  # 1가 is a street, 2과 a lesson
        return match[0]
    return word + fitting(particle, sound(word))


def _bracketed(match: re.Match[str]) -> str:
    return match["word"] + match["inside"] + fitting(match["particle"], sound(match["word"]))


def _hangul(match: re.Match[str]) -> str:
    """Return the syllable with the fitting form, where the other cannot be part of a word."""
    last, particle = match["word"], match["particle"]
    if last + particle in DOUBLED:
        return match[0]
    known = {"을": VERBS, "은": VERBS, "과": NOUNS, "를": {"들"}}.get(particle, frozenset())
    return match[0] if last in known else last + fitting(particle, sound(last))


def _once(match: re.Match[str]) -> str:
    """Return one of two particles, in the form that fits."""
    return match["word"] + fitting(match["particle"], sound(match["word"]))


RULES: tuple[Rule, ...] = (
    replaced("particle-repeated", r"(?P<word>[가-힣A-Za-z0-9%)])(?:을(?=를)|를(?=을)|를(?=를)|은(?=는)|는(?=은)|는(?=는)|와(?=과)|와(?=와))(?P<particle>[을를은는과와])(?![가-힣])", _once),
    replaced("particle-repeated", r"(?<=[가-힣])(에서|에게|으로|까지|부터|에)\1(?![가-힣])|(?<=[시역부획램계원])(의)\2(?![가-힣])|(?<=[가-힣])(이)\3(?![가-힣])", lambda match: match[0][: len(match[0]) // 2]),
    replaced("particle-form", rf"(?P<word>{OPEN})이(?![가-힣])", r"\g<word>가"),
    replaced("particle-form", rf"(?P<word>{CLOSED})가(?![가-힣])", r"\g<word>이"),
    replaced("particle-form", rf"(?P<word>[A-Za-z0-9]*[A-Z0-9%℃㎢]s?){PARTICLE}", _latin),
    replaced("particle-form", rf"(?P<word>[가-힣A-Za-z0-9]+)(?P<inside>\([^()]*\)){PARTICLE}", _bracketed),
    replaced("particle-form", r"(?<=[가-힣])(?P<word>[가-힣])(?P<particle>를|와|을|은|과|으로)(?![가-힣])", _hangul),
)  # fmt: skip
