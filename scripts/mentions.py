"""Finding the names of terms and places in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.model import Named, Term

HANGUL = "\uac00-\ud7a3"
KATAKANA = "\u30a1-\u30fa\u30fc"
SHORT = 2
"""Names of so few syllables also stand inside other words, so they count at the beginning of a word only."""


@dataclass(frozen=True)
class Mention:
    """A name found in a text: what it names, and from where to where it stands."""

    slug: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Finder:
    """Finds the names of `things` in texts of one language."""

    things: Sequence[Named]
    language: str

    @cached_property
    def _slugs(self) -> dict[str, str]:
        """Each spelling, and the slug of what it names; a thing's own name wins over another's other spelling."""
        found: dict[str, str] = {}
        named = [thing for thing in self.things if self.language in thing.name]  # a missing name is told elsewhere
        for thing in named:
            found.setdefault(thing.name[self.language], thing.slug)
        for thing in named:
            for form in spellings(thing, self.language):
                found.setdefault(form, thing.slug)
        return {fold(form): slug for form, slug in found.items() if len(form) > 1}

    @cached_property
    def _any_case(self) -> dict[str, str]:
        return {form.lower(): slug for form, slug in self._slugs.items()}

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        """What the names look like, the longest first, by the character they begin with: with hundreds of names that is much faster."""
        groups: dict[str, list[str]] = {}
        for form in sorted(self._slugs, key=lambda form: (-len(form), form)):
            for first in {form[0], *(form[0].swapcase() if _free(form) else "")}:
                groups.setdefault(first, []).append(_guarded(form))
        return {first: re.compile("|".join(forms)) for first, forms in groups.items()}

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(map(re.escape, self._patterns))}]" if self._patterns else r"(?!)")

    @cached_property
    def _known(self) -> dict[str, tuple[Mention, ...]]:
        """What was found in texts read before: checks and pages read the same ones."""
        return {}

    def find(self, text: str) -> Sequence[Mention]:
        """Return the names in `text` from left to right; of two that begin at the same place, the longer."""
        if text not in self._known:
            self._known[text] = tuple(self._find(text))
        return self._known[text]

    def _find(self, text: str) -> Iterator[Mention]:
        folded, done = fold(text), 0
        for start in self._starts.finditer(folded):
            if start.start() >= done and (found := self._patterns[start[0]].match(folded, start.start())):
                done = found.end()
                yield Mention(self._slugs.get(found[0]) or self._any_case[found[0].lower()], found.start(), done)

    def without_names(self, text: str) -> str:
        """Return `text` with the names taken out."""
        folded, done, kept = fold(text), 0, []
        for mention in self.find(text):
            kept.append(folded[done : mention.start])
            done = mention.end
        return " ".join([*kept, folded[done:]])


def spellings(thing: Named, language: str) -> Iterator[str]:
    """Yield every way to write the name of `thing` in `language`: its name, its acronym, its other forms."""
    if language in thing.name:
        yield thing.name[language]
    if isinstance(thing, Term) and thing.acronym:
        yield thing.acronym
    yield from thing.forms.get(language, ())


def named_in(text: str, things: Iterable[Named], language: str) -> set[str]:
    """Return the slugs of those `things` of which some spelling stands in `text`."""
    folded = fold(text)
    return {
        thing.slug
        for thing in things
        if any(re.search(_guarded(fold(form)), folded) for form in spellings(thing, language))
    }


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return `text` with full-width letters made half-width, character by character, so that positions stay true."""
    if unicodedata.is_normalized("NFKC", text):
        return text
    return "".join(c if len(folded := unicodedata.normalize("NFKC", c)) != 1 else folded for c in text)


def _free(form: str) -> bool:
    """Say whether capitals are free in `form`: not in an acronym, for SHIFT is a tool and shift a verb."""
    return bool(re.search(r"[a-z]", form))


def guarded(form: str) -> str:
    """Return a pattern for exactly `form` that does not match inside a longer word."""
    before, after = _guards(form)
    return before + re.escape(form) + after


def _guarded(form: str) -> str:
    """Return a pattern for `form`, its capitals free where they may be, that does not match inside a longer word."""
    before, after = _guards(form)
    words = re.escape(form)
    return before + (f"(?ai:{words})" if _free(form) else words) + after


def _guards(form: str) -> tuple[str, str]:
    before = after = ""
    if re.match(r"[A-Za-z0-9]", form):
        before = r"(?<![A-Za-z0-9])"
    elif re.match(f"[{KATAKANA}]", form):
        before = f"(?<![{KATAKANA}])"
    elif re.match(f"[{HANGUL}]", form) and len(form) <= SHORT:
        before = f"(?<![{HANGUL}])"
    if re.search(r"[A-Za-z0-9]$", form):
        after = r"(?![A-Za-z0-9])"
    elif re.search(f"[{KATAKANA}]$", form):
        after = f"(?![{KATAKANA}])"
    return before, after
