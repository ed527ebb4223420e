"""Headings of contributed Markdown: a title and the lasting id of the section, in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from scripts.problem import Problem

HEADING = re.compile(
    r"^(?P<title>.*\S)\s*\{#(?P<id>[A-Za-z0-9][A-Za-z0-9.-]*)(?:\s+(?P<source>[a-z]{2})=(?P<version>[0-9a-f]{8}))?\}$"
)
TITLE_MARKS = re.compile(r"[*_`\[\]<>{}|\\#]")
BROKEN = re.compile(
    r"(?P<title>.*?\S)\s*(?P<mark>(?:[{｛]|(?<=\s)#\s*(?=[A-Za-z0-9]))[\s#＃]*(?P<id>[A-Za-z0-9][A-Za-z0-9.-]*)?\b[^{}｛｝]*[}｝]?.*)"
)
"""A heading whose id is not written as one: spaces, brackets or signs are missing or too many."""
VERSION = re.compile(r"\bko\s*=\s*([0-9a-f]{8})\b", re.IGNORECASE)


def headed(text: str) -> re.Match[str] | None:
    """Return the title and the id of the heading `text`, an id that is not quite written as one, too; none when it has none."""
    broken = None if HEADING.match(text) else BROKEN.fullmatch(text)
    return HEADING.match(f"{broken['title']} {_repaired(broken)}" if broken else text)


def mistakes(path: str, line: int, token: Token, text: str) -> Iterator[Problem]:
    """Yield what is wrong with the heading `token`, which says `text`."""
    found = HEADING.match(text)
    if token.tag != "h2":
        yield Problem.of(path, line, "heading-level-wrong", level=token.tag[1])
    if found is None and text.startswith("{#"):
        yield Problem.of(path, line, "heading-empty", found=text)
    elif found is None and (broken := BROKEN.fullmatch(text)):
        yield Problem.of(path, line, "heading-id-broken", found=broken["mark"], better=_repaired(broken))
    elif found is None:
        yield Problem.of(path, line, "heading-id-missing")
    elif TITLE_MARKS.search(found["title"]):
        yield Problem.of(path, line, "heading-not-plain")


def _repaired(broken: re.Match[str]) -> str:
    """Return the id as it is written, with the version that can still be read in it."""
    version = VERSION.search(broken["mark"])
    return f"{{#{broken['id'] or '…'}{f' ko={version[1].lower()}' if version else ''}}}"
