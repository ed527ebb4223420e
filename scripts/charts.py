"""Pictures made by the build: SVG that takes its colours from the page, with a text alternative.

Lengths are in units of the picture, of which a phone shows about one a pixel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from markupsafe import Markup

from scripts.templating import environment

WIDTH = 360
BAR = 16
LETTER = 12
"""How high a letter is, and how wide one of Korean or Japanese; others are narrower."""
NARROW = 0.6
LINE, VALUE, TOP, ROW = 16, 16, 22, 66
"""How far the lines of a label are apart; how far under the last of them a bar's value, upper edge and next label stand."""
PIECE = re.compile(
    r"[（「『]*(?:[\u3040-\u30ff\u3400-\u9fff]|[^\s（「『\u3040-\u30ff\u3400-\u9fff]{1,24})?[）」』、。，：・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]*\s*"
)
"""What stays on one line: a word, or a Japanese letter with the brackets and small letters that must not be parted from it."""
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
class Row:
    """A bar as the picture shows it: the lines of its label and where each stands, where value and upper edge stand, its length."""

    bar: Bar
    label: tuple[tuple[str, int], ...]
    value: int
    top: int
    length: float


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
    rows, below = [], LETTER
    for bar in shown:
        label = tuple((line, below + place * LINE) for place, line in enumerate(wrapped(bar.label)))
        last = label[-1][1]
        rows.append(Row(bar, label, last + VALUE, last + TOP, round(bar.value / largest * WIDTH, 1)))
        below = last + ROW
    return _drawn(
        "bars.svg.jinja",
        slug=slug,
        description=description,
        rows=rows,
        width=WIDTH,
        height=rows[-1].top + BAR,
        bar=BAR,
        whole=whole,
    )


def _fits(line: str) -> bool:
    """Say whether a line of a label is no wider than the picture."""
    return _width(line) <= WIDTH


def wrapped(label: str, fits: Callable[[str], bool] = _fits) -> list[str]:
    """Return the lines of `label`, each of which `fits` if it can: broken at spaces, and in Japanese between letters."""
    lines = [""]
    for piece in PIECE.findall(label):
        if lines[-1] and not fits((lines[-1] + piece).rstrip()):
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _width(text: str) -> float:
    """Return about how wide `text` is drawn, rather too much than too little."""
    return sum(LETTER * (1 if east_asian_width(letter) in "FW" else NARROW) for letter in text)


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
