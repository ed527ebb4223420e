"""What the search box fetches: the text of every page of a language, each passage once.

The same passage stands on several pages (an initiative on its own page and on its agenda's, a headline in many lists), so
pages hold numbers of passages. The reader's browser makes the index of it (`overrides/assets/search/worker.js`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BLOCK = re.compile(r"</?(?:p|ul|ol|li|pre)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")


@dataclass
class Page:
    """A page in the making: its title, and its passages above and below the main heading."""

    title: str
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def compact(index: str) -> str:
    """Return the search data as JSON, made from the `index` that MkDocs' search plugin writes.

    `passages` are texts. Each of `pages` is its address, how many passages stand above the main heading, and the numbers of
    its title, of those passages and of the others, each told by its distance from the number before, which packs well.
    """
    numbers: dict[str, int] = {}
    packed: list[list[str | int]] = []
    for address, page in _pages(index).items():
        passages = [page.title, *page.above, *page.below]
        found = [numbers.setdefault(passage, len(numbers)) for passage in passages]
        steps = (number - before for before, number in zip([0, *found], found, strict=False))
        packed.append([address, len(page.above), *steps])
    return json.dumps({"passages": list(numbers), "pages": packed}, ensure_ascii=False, separators=(",", ":"))


def _pages(index: str) -> dict[str, Page]:
    """Return the pages of `index` by their addresses, each passage of a page once."""
    pages: dict[str, Page] = {}
    for section in json.loads(index)["docs"]:
        address, _, part = section["location"].partition("#")
        title = _plain(section["title"])
        page = pages.setdefault(address, Page(title))
        for passage in (title, *_passages(section["text"])):
            if passage not in (page.title, *page.above, *page.below):
                (page.below if part else page.above).append(passage)
    return pages


def _passages(text: str) -> Iterator[str]:
    for block in BLOCK.split(text):
        if passage := _plain(block):
            yield passage


def _plain(text: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", text)).split())
