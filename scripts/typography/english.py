"""How English is written here: straight quotes, an en dash in ranges, no mark of another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from scripts.typography.slips import Rule, Slip, ended, replaced, space_before, translated, unusual_space

SHORTENED = (
    "e.g",
    "i.e",
    "etc",
    "vs",
    "approx",
    "incl",
    "no",
    "dr",
    "mr",
    "ms",
    "st",
    "e.v",
    "u.s",
    "inc",
    "ltd",
    "cf",
    "al",
    "vol",
    "pp",
    "ed",
)
"""Words whose full stop ends no sentence."""
TWICE = frozenset({"that", "had", "is"})
"""Words that may stand twice in good English."""
MARKS = str.maketrans(
    {"、": ",", "。": ".", "・": "·", "「": '"', "」": '"', "『": '"', "』": '"', "《": '"', "》": '"', "〜": "–"}
)


def _capital(match: re.Match[str]) -> str:
    """Return the first letter of a sentence as a capital, unless what stands before it is only shortened."""
    before = re.split(r"[\s(\"']", match.string[: match.start()].rstrip(" .?!"))[-1].lower()
    shortened = bool(match.start()) and (len(before) < len("no") or "." in before or before in SHORTENED)
    return match[0] if shortened else match[0].upper()


def unpaired_quote(text: str) -> Iterator[Slip]:
    """Yield the last of an odd number of straight quotes."""
    if text.count('"') % 2:
        at = text.rindex('"')
        slip = Slip.of("bracket-unpaired", text, at, at + 1, '"')
        yield replace(slip, better='"…"')


RULES: tuple[Rule, ...] = (  # the plan's own title has a hyphen in its years
    translated("quotes-form", {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "´": "'"}),
    replaced("punctuation-fullwidth", "[\uff01-\uff5e、。・「」『』《》〜]+", lambda match: unicodedata.normalize("NFKC", match[0].translate(MARKS))),
    unusual_space(" "),
    space_before(";:!?%"),
    replaced("punctuation-without-space", r"(?<=[A-Za-z)])([,;:])(?=[A-Za-z])|(?<=[a-z)]{2})(\.)(?=[A-Z][a-z])", lambda match: f"{match[0]} "),
    replaced("bracket-without-space", r"(?<=[a-z]{2})\((?=[A-Za-z0-9]{3})", " ("),
    replaced("word-repeated", r"\b([A-Za-z]+)(?: +\1\b)+", lambda match: match[0] if match[1].lower() in TWICE else match[1], re.IGNORECASE),
    replaced("range-mark", r"(?<![\w-])(?<!Plan )(\d{4}) ?[-—~～〜] ?(\d{4}|\d{2})(?![\w-])", r"\1–\2"),
    replaced("article-form", r"\b([Aa]) (?=(?:[aei](?!u)|o(?!n[ec])|u(?!n[ia]|s|r[aiou]|t))[a-z])", r"\1n "),
    replaced("article-form", r"\b([Aa])n (?=(?!hour|honest|hono|heir)[bcdfghjklmnpqrstvwxyz][a-z]{2})", r"\1 "),
    replaced("unit-attached", r"(?<=\d)(?=(?:km2?|ha|MW|GW|kg|ppm|cm)\b)", " "),
    unpaired_quote,
    replaced("dash-form", r"(?<=\w) (?:--?|—) (?=\w)", " – "),
)  # fmt: skip
SENTENCES: tuple[Rule, ...] = (
    replaced("sentence-capital-missing", r"^[a-z]|(?<=[.?!] )[a-z]", _capital),
    replaced("sentence-end-missing", r" (?<=[a-z]{2} )(?=(?:The|It|They|This|These|Its|Their) [a-z])", ". "),
    ended("."),
)
