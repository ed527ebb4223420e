"""What is a slip in every language: broken Markdown, doubled marks, brackets without a partner."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from scripts.typography.slips import Rule, Slip, replaced, space_before

PAIRS = {"(": ")", "[": "]", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】", "“": "”"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
NARROW = {"（": "(", "）": ")", "［": "[", "］": "]"}
MARK = re.compile(f"[{re.escape(''.join([*PAIRS, *CLOSING, *NARROW]))}]")
NUMBERING = re.compile(r"(?:^|.*\s)[A-Za-z0-9]{1,3}$", re.DOTALL)
"""What may stand before a closing bracket without an opening one: a), 1)."""
QUOTED = re.compile(r"([「『（(‘“\"'])(.+)([」』）)’”\"'])")
ENDED = re.compile(r"(.+?)([、。，．,.：:；;！!？?]+)")


def brackets(text: str) -> Iterator[Slip]:
    """Yield every bracket and double quote without its partner."""
    opened: list[tuple[int, str]] = []
    for found in MARK.finditer(text):
        at, mark = found.start(), NARROW.get(found[0], found[0])
        if mark in PAIRS:
            opened.append((at, mark))
        elif opened and opened[-1][1] == CLOSING[mark]:
            opened.pop()
        elif not NUMBERING.match(text[:at]):
            slip = Slip.of("bracket-unpaired", text, at, at + 1, found[0])
            yield replace(slip, better=f"{_like(CLOSING[mark], found[0])}…{slip.found}")
    for at, mark in opened:
        slip = Slip.of("bracket-unpaired", text, at, at + 1, text[at])
        yield replace(slip, better=f"{slip.found}…{_like(PAIRS[mark], text[at])}")


def _like(partner: str, mark: str) -> str:
    """Return `partner` as wide as `mark`."""
    return chr(ord(partner) + 0xFEE0) if mark in NARROW else partner


def _composed(match: re.Match[str]) -> str:
    """Return a letter and its marks, or the parts of a syllable, as the one character that they look like."""
    return unicodedata.normalize("NFC", match[0].translate({ord("゛"): "\u3099", ord("゜"): "\u309a"}))


def _emphasis(match: re.Match[str]) -> str:
    """Return emphasis as Markdown reads it: its marks right beside letters, or, around nothing, no marks."""
    inside = match[1] or match[2] or ""
    words = inside.strip()
    if quoted := QUOTED.fullmatch(words):
        return f"{quoted[1]}**{quoted[2]}**{quoted[3]}"
    if ended := ENDED.fullmatch(words):
        return f"**{ended[1]}**{ended[2]}"
    return inside.replace(words, f"**{words}**") if words else ""


def _link(match: re.Match[str]) -> str:
    """Return a link as it is written, from one with full-width brackets, a space in its middle or an end that is missing."""
    folded = unicodedata.normalize("NFKC", match[0])
    words = re.match(r"[\[(]([^\])]*)[\])]", folded)
    target = re.search(r"((?:id|term):\s*[A-Za-z0-9.#-]+|https?:[^\s)\]]+)", folded)
    return f"[{words[1] if words and words[1] else '…'}]({target[1].replace(' ', '') if target else 'id:…'})"


RULES: tuple[Rule, ...] = (
    brackets,
    replaced("letters-decomposed", "[か-ほカ-ホ][゛゜]", _composed),
    replaced("letters-squeezed", "[\u2160-\u217f\u2460-\u24ff\u3200-\u33a1\u33a3-\u33ff]+", lambda match: unicodedata.normalize("NFKC", match[0])),
    replaced("emphasis-broken", "＊+([^＊]*)＊+", lambda match: f"**{match[1].rstrip('。.')}**{match[1][len(match[1].rstrip('。.')):]}"),
    replaced("emphasis-broken", r"\*+([^*]+)\*+|\*+|`+|(?<![A-Za-z0-9])_([^_\s][^_]*)_", _emphasis),
    replaced("link-broken", r"[\[［][^\[\]［］]*[\]］]\s*[(（][^()（）\s]*[)）]?|[(（](?:id|term):[^()（）\s]*[)）]?|\([^()]*\)\[(?:id|term|https?):[^\[\]]*\]|\[[^\[\]]*\]\[[^\[\]]*\]", _link),
    replaced("punctuation-repeated", r"([、。，．；：,;:])\1+|(?<!\.)(\.)\.(?!\.)|[、，,][。．](?!\w)|[。．][、，,]", lambda m: m[0][-1]),
    replaced("ellipsis-dots", r"\.{3,}|。{3,}|・{3,}", "…"),
    replaced("space-doubled", r" (?<=\S ) +(?=\S)", " "),
    replaced("space-inside-bracket", r"(?<=[(\[（「『‘“]) +(?=\S)|(?<=[^\s(\[（「『‘“]) +(?=[)\]）」』”])", ""),
    space_before(",."),
)  # fmt: skip
