"""The words of the interface, filled in: amounts, sources, differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.model import Source, Sources, Target


@dataclass(frozen=True)
class Words:
    """The words of the interface in one language."""

    language: str
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - a text or a group of texts
        """Return the word `key`; raises KeyError when the language's file lacks it."""
        return self.words[key]

    def fill(self, key: str, **values: object) -> str:
        """Return the word `key` with `values` in the places of its braces."""
        text: str = self.words[key]
        return text.format(**values)

    def target(self, target: Target) -> str:
        """Return a quantified aim as a phrase, such as `members: at least 30 cities by 2018`."""
        number = self.words["units"][target.unit].format(number=f"{target.value:,}")
        amount = self.words["degrees"][target.degree].format(amount=number)
        of = target.of[self.language]
        return (
            self.fill("target_by", of=of, amount=amount, year=target.by)
            if target.by
            else self.fill("target", of=of, amount=amount)
        )

    def sources(self, sources: Sources) -> list[str]:
        """Return where each edition says it, a line for each."""
        return [self._source("edition_ko", sources.ko), self._source("edition_ja", sources.ja)]

    def _source(self, edition: str, source: Source | None) -> str:
        name = self.words[edition]
        if source is None:
            return self.fill("source_none", edition=name)
        if source.item is None:
            return self.fill("source_section", edition=name, section=source.section)
        return self.fill("source_item", edition=name, section=source.section, item=source.item)
