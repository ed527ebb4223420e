"""The pictures that stand for pages where a link to them is shared: each shows the title of its page in its own script. Bytes out, nothing written."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from itertools import chain

from PIL import Image, ImageDraw, ImageFont

from scripts.addresses import lasting
from scripts.charts import wrapped
from scripts.fonts import font_file
from scripts.head import SHARE, SHARE_SIZE
from scripts.texts import Texts
from scripts.views import Views

PAPER, INK, SHADES = (8, 96, 93), (255, 255, 255), 4
"""The two colours, and how many shades there are from the one to the other: so few make a small picture and still smooth letters."""
SOFT = 170
EDGE = 80
"""How far from the edge everything stays."""
TOP, ROOM = 150, 350
"""Where the room for titles begins, and how high it is."""
SIZES = (76, 68, 60, 52, 46, 40, 34, 28)
LEADING, APART = 1.3, 0.45
"""How far lines and titles are apart, in sizes of their letters."""
ANNOUNCED = re.compile(r'<meta property="og:(title|image)" content="([^"]*)">')


@dataclass(frozen=True)
class Picture:
    """What a picture shows: the name of the site above, titles in the middle, the name of the plan below."""

    above: str
    titles: tuple[str, ...]
    below: str


def pictures(views: Views, pages: Mapping[str, Mapping[str, str]], site_url: str) -> Mapping[str, bytes]:
    """Return the pictures that the page files of each language announce, and those of the lasting addresses, by their paths in the site."""
    announced = chain.from_iterable(_announced(views, code, texts.values(), site_url) for code, texts in pages.items())
    return {path: _drawn(picture) for path, picture in (*announced, *_lasting(views))}


def _announced(views: Views, code: str, pages: Iterable[str], site_url: str) -> Iterator[tuple[str, Picture]]:
    for page in pages:
        found = {kind: unescape(words) for kind, words in ANNOUNCED.findall(page)}
        if address := found.get("image"):
            yield address.removeprefix(site_url), _picture(views, code, (found["title"],))


def _lasting(views: Views) -> Iterator[tuple[str, Picture]]:
    """Yield a picture for each lasting address, with its title in every language that has one."""
    texts = [Texts(views, code) for code in views.plan.codes]
    for name in views.chosen:
        titles = tuple(dict.fromkeys(t.heading(name) for t in texts if not t.borrowed(name)))
        yield f"{lasting(name)}{SHARE}", _picture(views, views.plan.codes[-1], titles)


def _picture(views: Views, code: str, titles: tuple[str, ...]) -> Picture:
    return Picture(views.plan.words[code]["site_name"], titles, views.plan.editions.records.cited.name[code])


def _drawn(picture: Picture) -> bytes:
    """Return `picture` as PNG."""
    grey = Image.new("L", SHARE_SIZE)
    draw = ImageDraw.Draw(grey)
    draw.rectangle((EDGE, 78, EDGE + 7, 118), fill=SOFT)
    draw.text((EDGE + 28, 98), picture.above, SOFT, _font("regular", 32), anchor="lm")
    draw.text((EDGE, SHARE_SIZE[1] - EDGE), picture.below, SOFT, _font("regular", 24), anchor="ls")
    size, titles = _fitting(picture.titles)
    at = TOP + (ROOM - _height(titles, size)) / 2
    for lines in titles:
        for line in lines:
            draw.text((EDGE, at), line, 255, _font("bold", size), anchor="la")
            at += size * LEADING
        at += size * APART
    return _small(grey)


def _fitting(titles: Sequence[str]) -> tuple[int, list[list[str]]]:
    """Return the largest size in which `titles` fit, and their lines; the smallest if they fit in none."""
    width = SHARE_SIZE[0] - 2 * EDGE
    for size in SIZES:
        length = _font("bold", size).getlength
        lines = [wrapped(title, partial(_fits, length, width)) for title in titles]
        if _height(lines, size) <= ROOM:
            break
    return size, lines


def _fits(length: Callable[[str], float], width: int, line: str) -> bool:
    return length(line) <= width


def _height(titles: Sequence[Sequence[str]], size: int) -> float:
    return size * (sum(map(len, titles)) * LEADING + (len(titles) - 1) * APART)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(weight), size, layout_engine=ImageFont.Layout.BASIC)


def _small(grey: Image.Image) -> bytes:
    """Return a grey picture in the colours of the site, as PNG."""
    few = grey.point([light * SHADES // 256 for light in range(256)])
    shades = [[round(a + (b - a) * n / (SHADES - 1)) for a, b in zip(PAPER, INK, strict=True)] for n in range(SHADES)]
    few.putpalette(bytes(chain.from_iterable(shades)))
    out = io.BytesIO()
    few.save(out, "PNG", bits=2)
    return out.getvalue()
