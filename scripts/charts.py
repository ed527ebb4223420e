"""Pictures made by the build: SVG that takes its colours from the page, with a text alternative.

Lengths are in units of the picture, of which a phone shows about one a pixel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.templating import environment

WIDTH = 360
BAR = 16
ROW = 66
LABEL, VALUE, TOP = 12, 28, 34
"""Where in its row a bar's label, value and upper edge stand."""
SIDE = 8
DOT = 3.4
TICK = 5


@dataclass(frozen=True)
class Bar:
    """A bar: what it stands for, its value, and the value in words."""

    label: str
    value: float
    words: str


@dataclass(frozen=True)
class Strand:
    """A strand of the timeline: its name, its class for the colour, where name, base line and dots stand."""

    name: str
    css: str
    label: float
    base: float
    dots: tuple[tuple[float, float], ...]


def bars(shown: Sequence[Bar], slug: str, description: str, whole: float = 0) -> Markup:
    """Return a chart of horizontal bars that all begin at zero; the width stands for the largest, or for `whole` if that is more."""
    largest = max(*(bar.value for bar in shown), whole) or 1
    rows = [
        (bar, *(index * ROW + place for place in (LABEL, VALUE, TOP)), round(bar.value / largest * WIDTH, 1))
        for index, bar in enumerate(shown)
    ]
    return _drawn(
        "bars.svg.jinja",
        slug=slug,
        description=description,
        rows=rows,
        width=WIDTH,
        height=len(shown) * ROW - (ROW - TOP - BAR),
        bar=BAR,
        whole=whole,
    )


def timeline(strands: Sequence[tuple[str, str, Sequence[int]]], description: str) -> Markup:
    """Return a picture with a row for each strand (its name, its class, the years of its events) and a dot for each event."""
    years = [year for _, _, found in strands for year in found]
    first, last = min(years), max(years)

    def across(year: int) -> float:
        return round(SIDE + (year - first) * (WIDTH - 2 * SIDE) / max(last - first, 1), 1)

    top, rows = 6.0, []
    for name, css, found in strands:
        base = round(top + 18 + max(Counter(found).values()) * DOT * 2, 1)
        rows.append(Strand(name, css, round(top + 10, 1), base, tuple(_dots(found, base, across))))
        top = base + 12
    ticks = [(year, across(year)) for year in range(first - first % -TICK, last + 1, TICK)] or [(first, across(first))]
    return _drawn(
        "timeline.svg.jinja",
        rows=rows,
        ticks=ticks,
        description=description,
        width=WIDTH,
        height=round(top + 14),
        dot=DOT,
    )


def _dots(years: Sequence[int], base: float, across: Callable[[int], float]) -> list[tuple[float, float]]:
    """Return where the dot of each event stands: over its year, above the others of the same year."""
    below: Counter[int] = Counter()
    found = []
    for year in years:
        below[year] += 1
        found.append((across(year), round(base - below[year] * DOT * 2 + DOT, 1)))
    return found


def _drawn(template: str, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(values))  # noqa: S704 - the template escapes
