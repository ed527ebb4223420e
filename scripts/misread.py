"""Lines of contributed Markdown that are read otherwise than their writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.problem import Problem

CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
"""What Git writes where two people changed the same lines."""
HEADING = re.compile(r" {0,3}(?P<marks>[#＃]{1,6})(?P<words>[^\s#＃].*)")
WIDE_HEADING = re.compile(r" {0,3}(?P<marks>＃{1,6})\s+(?P<words>.+)")
BULLET = re.compile(
    r" {0,3}(?:[-+・•●○▪–—])(?P<words>(?:(?<=[-+])[A-Za-z가-힣\u3041-\u30ff\u4e00-\u9fff「（(‘“]|(?<![-+])\S|(?<![-+]) +\S).*)"
)
ROW = re.compile(r"\s*\|.*\|\s*")
RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*")
"""The line under the head of a table."""


def misread(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """Yield the lines of `text`, the first of which is line `first_line` of `path`, that do not become what they look like.

    They are headings and list items without a space after their mark, tables, and what a merge has left behind.
    """
    lines = text.split("\n")
    conflicted = any(CONFLICT.match(line) and line[0] != "=" for line in lines)  # many = also underline a heading
    for at, line in enumerate(lines):
        number = at + first_line
        if CONFLICT.match(line) and (conflicted or line[0] != "="):
            yield Problem.of(path, number, "merge-conflict", found=line)
        elif heading := HEADING.fullmatch(line) or WIDE_HEADING.fullmatch(line):
            better = f"{'#' * len(heading['marks'])} {heading['words']}"
            yield Problem.of(path, number, "heading-space-missing", found=line.strip(), better=better)
        elif bullet := BULLET.fullmatch(line):
            yield Problem.of(
                path, number, "list-mark-unknown", found=line.strip(), better=f"- {bullet['words'].strip()}"
            )
        elif _begins_table(lines, at):
            yield Problem.of(path, number, "table-not-allowed", found=line.strip(), better=_item(line))


def _begins_table(lines: Sequence[str], at: int) -> bool:
    """Say whether a table begins with the line `at`: its head over a ruler, or the first of some rows."""
    before, after = (lines[at - 1] if at else ""), (lines[at + 1] if at + 1 < len(lines) else "")
    if RULER.fullmatch(after) and "|" in lines[at] and "|" in after:
        return True
    rows = ROW.fullmatch(lines[at]) and ROW.fullmatch(after)
    return bool(rows) and not ROW.fullmatch(before)


def _item(row: str) -> str:
    """Return the cells of a row of a table as an item of a list."""
    return "- " + ": ".join(filter(None, (cell.strip() for cell in row.strip().strip("|").split("|"))))
