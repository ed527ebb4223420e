"""What a rule of typography is, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

CLOSERS = ")）」』’”\"'"
STOPS = ".?!:…。．？！："
"""What ends a sentence; that it fits the language is another rule's matter."""
COMMAS = ",、，;；・"
"""What no sentence ends with."""
AROUND, LONG = 10, 30
"""How many characters of the text around a slip are quoted on each side, and how many at the most of a word."""
WORD = re.compile(r"[A-Za-z]{2}|[가-힣]{2}|[\u30a1-\u30fa\u30fc]{2}")
"""Two letters between which no quotation is cut."""


@dataclass(frozen=True, order=True, slots=True)
class Slip:
    """A slip of the pen: where it is in the text, its name, the words around it as found, and those to write instead.

    `start` and `end` are the wrong characters themselves, `at` is where `found` begins.
    """

    start: int
    end: int
    name: str
    at: int
    found: str
    better: str

    @classmethod
    def of(cls, name: str, text: str, start: int, end: int, better: str) -> Slip:
        """Return the slip of writing `text[start:end]` where `better` belongs, quoted with the word around it."""
        first, last = start, end
        while first > 0 and _goes_on(text, first - 1, first, start - first):
            first -= 1
        while last < len(text) and _goes_on(text, last, last, last - end):
            last += 1
        whole = f"{text[first:start]}{better}{text[end:last]}"
        return cls(start, end, name, first, text[first:last], whole.strip(" ") or whole)

    def mended(self, text: str) -> str:
        """Return `text` with what is better in the place of what was found."""
        return f"{text[: self.at]}{self.better}{text[self.at + len(self.found) :]}"


def _goes_on(text: str, at: int, cut: int, quoted: int) -> bool:
    """Say whether a quotation of so many characters has the one at `at` as well: it is near, or `cut` would be inside a word."""
    near = quoted < AROUND or (quoted < LONG and WORD.fullmatch(text, cut - 1, cut + 1) is not None)
    return near and not text[at].isspace()


Rule: TypeAlias = Callable[[str], Iterator[Slip]]
"""Yields the slips of one kind in a text."""
Better: TypeAlias = str | Callable[[re.Match[str]], str]


def replaced(name: str, pattern: str, better: Better, flags: int = 0) -> Rule:
    r"""Return the rule that what matches `pattern` is a slip, and what is `better`: a template (`\1`) or a function.

    A match for which the better is the same is none. Two in one word are told as one.
    """
    compiled = re.compile(pattern, flags)

    def rule(text: str) -> Iterator[Slip]:
        last: tuple[int, int, str] | None = None
        for match in compiled.finditer(text):
            new = match.expand(better) if isinstance(better, str) else better(match)
            if new == match[0]:
                continue
            between = text[last[1] : match.start()] if last else ""
            if last and len(between) <= AROUND and not re.search(r"\s", between):
                last = last[0], match.end(), f"{last[2]}{between}{new}"
            else:
                if last:
                    yield Slip.of(name, text, *last)
                last = match.start(), match.end(), new
        if last:
            yield Slip.of(name, text, *last)

    return rule


def translated(name: str, forms: Mapping[str, str]) -> Rule:
    """Return the rule that a run of the characters `forms` is a slip, and those they stand for are better."""
    table = str.maketrans(dict(forms))
    return replaced(name, f"[{re.escape(''.join(forms))}]+", lambda match: match[0].translate(table))


def unusual_space(better: str, after: str = "") -> Rule:
    """Return the rule that only the space of the keyboard is one, at places that `after` allows; `better` takes the place of others."""
    return replaced("space-unusual", after + "[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]+", lambda _match: better)


def space_before(marks: str) -> Rule:
    """Return the rule that no space stands before `marks`."""
    return replaced("space-before-punctuation", rf" (?<=\S ) *(?=[{re.escape(marks)}](?!\w))", "")


def ended(stop: str) -> Rule:
    """Return the rule that a paragraph ends with `stop` or another end of a sentence, before or after closing brackets and quotes."""

    def rule(text: str) -> Iterator[Slip]:
        last = text.rstrip(f"{CLOSERS} ")
        if last and last[-1] in COMMAS:
            yield Slip.of("sentence-unfinished", text, len(last) - 1, len(last), f"…{stop}")
        elif last and last[-1] not in STOPS:
            yield Slip.of("sentence-end-missing", text, len(text), len(text), stop)

    return rule
