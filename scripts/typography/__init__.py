"""How each language is written: what in a text is a slip of the pen, and what to write instead.

Pure functions on a text. A language is a line of LANGUAGES with rules of its own; one without gets those for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from scripts.typography import english, general, japanese, korean
from scripts.typography.slips import Rule, Slip

LANGUAGES: Mapping[str, Sequence[Rule]] = {"ko": korean.RULES, "ja": japanese.RULES, "en": english.RULES}
"""The rules of each language's own."""
SENTENCES: Mapping[str, Sequence[Rule]] = {"ko": korean.SENTENCES, "ja": japanese.SENTENCES, "en": english.SENTENCES}
"""Those of its own for whole paragraphs: their sentences begin and end as sentences do."""


PAIRING = frozenset({"bracket-unpaired", "space-inside-bracket"})
CURLY = frozenset("“”„‘’")


def mistakes(language: str, text: str, *, paragraph: bool = False) -> Iterator[Slip]:
    """Yield every slip in `text`, from left to right, as the rules for all and those of `language` find them.

    A `paragraph` consists of sentences; anything else may be a name, a heading or a word of the interface.
    """
    yield from _mistakes(language, text, paragraph)


@lru_cache(maxsize=20_000)  # a server reads the same texts again after each change
def _mistakes(language: str, text: str, paragraph: bool) -> tuple[Slip, ...]:  # noqa: FBT001 - a key of the cache
    rules = [*general.RULES, *LANGUAGES.get(language, ()), *(SENTENCES.get(language, ()) if paragraph else ())]
    found = sorted(slip for rule in rules for slip in rule(text))
    other = any(
        slip.name == "quotes-form" for slip in found
    )  # where quotes belong to another language, so do their pairs and spaces
    return tuple(
        slip
        for slip in found
        if not (other and slip.name in PAIRING and CURLY & set(text[max(0, slip.start - 1) : slip.end + 1]))
    )


__all__ = ["Slip", "mistakes"]
