"""The words of the interface, filled in: amounts, sources, differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal
from babel.units import format_unit

from scripts.model import Figure, Source, Sources, Target

LOCALES = {"en": "en_GB"}  # day before month; other languages need no country
STEPS = {"ko": (" ", ("", "만", "억", "조")), "ja": ("", ("", "万", "億", "兆"))}
"""Languages that count in ten thousands: what stands between the steps, and their names."""
MANY = 10**6
"""From here on a number is read more easily with a word for its thousands."""


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

    @property
    def _spoken(self) -> str:
        """The language of the words themselves: another than `language` while that has none of its own."""
        return str(self.words["language"])

    @property
    def _locale(self) -> Locale:
        try:
            return Locale.parse(LOCALES.get(self._spoken, self._spoken))
        except UnknownLocaleError:
            return Locale.parse(LOCALES["en"])

    def number(self, value: float) -> str:
        """Return `value` as the language writes it: 404 million, 4억 400만, 4億400万."""
        whole = value >= MANY and value == int(value)
        if whole and self._spoken in STEPS:
            return _stepped(int(value), *STEPS[self._spoken])
        if whole and value % 10 ** (3 * ((len(str(int(value))) - 1) // 3) - 2) == 0:  # two decimals say it all
            form: Literal["long", "short"] = "long" if "long" in self._locale.compact_decimal_formats else "short"
            return format_compact_decimal(value, format_type=form, locale=self._locale, fraction_digits=2)
        return format_decimal(value, locale=self._locale)

    def figure(self, figure: Figure) -> str:
        """Return the amount of a figure, such as `more than 400 ppm`."""
        number = self.number(figure.value)
        if figure.to is not None:
            number = self.fill("range", first=number, last=self.number(figure.to))
        return self._amount(number, figure.unit, figure.degree)

    def _amount(self, number: str, unit: str, degree: str) -> str:
        amount = self.words["units"][unit].format(number=number)
        filled: str = self.words["degrees"][degree].format(amount=amount)
        return filled

    def size(self, count: int) -> str:
        """Return `count` bytes as people are told the size of a file: 140 kB, 2.3 MB."""
        unit, value = ("megabyte", count / MANY) if count >= MANY else ("kilobyte", count / 1000)
        number = format_decimal(value, "0.0" if unit == "megabyte" else "0", locale=self._locale)
        return format_unit(number, f"digital-{unit}", "short", locale=self._locale)

    def date(self, begun: str, until: str | None = None) -> str:
        """Return a date as the language writes it: a year, a month, a day, or the days from one to another."""
        if until and len(begun) == len(until) == len("2013-11-04"):
            return format_interval(date.fromisoformat(begun), date.fromisoformat(until), "yMMMMd", locale=self._locale)
        if until:
            return self.fill("range", first=self.date(begun), last=self.date(until))
        match begun.count("-"):
            case 0:
                return self.fill("year", year=begun)
            case 1:
                return format_skeleton("yMMMM", date.fromisoformat(f"{begun}-01"), locale=self._locale)
            case _:
                return format_date(date.fromisoformat(begun), "long", locale=self._locale)

    def target(self, target: Target) -> str:
        """Return a quantified aim as a phrase, such as `members: at least 30 cities by 2018`."""
        amount = self._amount(self.number(target.value), target.unit, target.degree)
        of = target.of[self.language]
        return (
            self.fill("target_by", of=of, amount=amount, year=target.by)
            if target.by
            else self.fill("target", of=of, amount=amount)
        )

    def sources(self, sources: Sources) -> list[str]:
        """Return where each edition says it, a line for each; of what neither has, when it was added."""
        if sources.added:
            return [self.fill("source_added", date=self.date(sources.added))]
        return [self._source("edition_ko", sources.ko), self._source("edition_ja", sources.ja)]

    def _source(self, edition: str, source: Source | None) -> str:
        name = self.words[edition]
        if source is None:
            return self.fill("source_none", edition=name)
        if source.item is None:
            return self.fill("source_section", edition=name, section=source.section)
        return self.fill("source_item", edition=name, section=source.section, item=source.item)


def _stepped(value: int, between: str, names: Sequence[str]) -> str:
    """Return `value` in steps of ten thousand; what is counted follows after `between`."""
    parts = []
    for name in names:
        value, rest = divmod(value, 10**4)
        if rest:
            parts.append(f"{rest}{name}")
    return between.join(reversed(parts)) + between
