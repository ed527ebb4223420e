"""Lines of contributed Markdown that are read otherwise than their writer meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.problem import Problem

CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)|\|{7}(?: |$)")
"""What Git writes where two people changed the same lines."""
HEADING = re.compile(r" {0,3}(?P<marks>[#＃]{1,6})(?P<words>[^\s#＃].*)")
WIDE_HEADING = re.compile(r" {0,3}(?P<marks>＃{1,6}(?=\s)|#{1,6}(?=[\u3000\u00a0]))\s+(?P<words>.+)")
BULLET = re.compile(
    r" {0,3}(?:[-+・•●○▪–—])(?P<words>(?:(?<=[-+])[A-Za-z가-힣\u3041-\u30ff\u4e00-\u9fff「（(‘“]|(?<![-+])\S|(?<![-+]) +\S).*)"
)
ROW = re.compile(r"\s*\|.*\|\s*")
RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*")
"""The line under the head of a table."""


LOST = re.compile(r" {0,3}(?P<words>[^\s#＃>*+-].*\{#[^{}]*\}\s*)")
"""A line that ends as headings do, without their mark before it."""
UNDERLINE = re.compile(r" {0,3}(?:-{2,}|={2,})\s*")
BLOCK = re.compile(r"\s*(?:$|#|＃|>|[-*+] |\d+[.)] |<!--)")
"""What a line begins with that a line of - or = under it does not make a heading."""
FOREIGN = re.compile(
    r"\[\^[^\]\s]+\]|\[\[[^\]]*\]\]|~~|^\s*!!!|^\s*[-*+] \[[ xX]\]|^\s*:::|(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])"
)
"""Footnotes, links of wikis, and marks of other kinds of Markdown."""


def misread(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """Yield the lines of `text`, the first of which is line `first_line` of `path`, that do not become what they look like.

    They are headings and list items without their mark or a space after it, lines that make the line above a heading,
    tables, and marks of other kinds of Markdown.
    """
    lines = text.split("\n")
    for at, line in enumerate(lines):
        number = at + first_line
        if _underlines(lines, at):
            yield Problem.of(path, number, "line-underlining", found=line.strip())
        elif lost := _lost(lines, at):
            yield Problem.of(path, number, "heading-mark-missing", found=line.strip(), better=lost)
        elif foreign := FOREIGN.search(line):
            yield Problem.of(path, number, "mark-foreign", found=foreign[0].strip())
        elif heading := HEADING.fullmatch(line) or WIDE_HEADING.fullmatch(line):
            better = f"{'#' * len(heading['marks'])} {heading['words']}"
            yield Problem.of(path, number, "heading-space-missing", found=line.strip(), better=better)
        elif bullet := BULLET.fullmatch(line):
            yield Problem.of(
                path, number, "list-mark-unknown", found=line.strip(), better=f"- {bullet['words'].strip()}"
            )
        elif _begins_table(lines, at):
            yield Problem.of(path, number, "table-not-allowed", found=line.strip(), better=_item(line))


def conflicts(path: str, text: str) -> Iterator[Problem]:
    """Yield the places of the file `text` where a merge has left both versions: the first line of each, or what is left of its marks."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if CONFLICT.match(line)]
    marks = [(number, line) for number, line in lines if line[0] != "="]  # many = also underline a heading
    for number, line in [mark for mark in marks if mark[1][0] == "<"] or marks:
        yield Problem.of(path, number, "merge-conflict", found=line)


def meant(text: str) -> str:
    """Return `text` with as many lines, in which headings are such and lines under others are none, so that one slip is not told as many."""
    lines = text.split("\n")
    return "\n".join("" if _underlines(lines, at) else _heading(lines, at) for at in range(len(lines)))


def _heading(lines: Sequence[str], at: int) -> str:
    line = lines[at]
    if found := HEADING.fullmatch(line) or WIDE_HEADING.fullmatch(line):
        return f"{'#' * len(found['marks'])} {found['words']}"
    return _lost(lines, at) or line


def _lost(lines: Sequence[str], at: int) -> str:
    """Return the heading that the line `at` is without its mark; nothing when it is none, or one in another way."""
    found, above, below = LOST.fullmatch(lines[at]), lines[at - 1] if at else "", (lines[at + 1 : at + 2] or [""])[0]
    inside = UNDERLINE.fullmatch(below) or above.startswith("#")  # underlined, or the second line of a heading
    return f"## {found['words'].strip()}" if found and not inside else ""


def _underlines(lines: Sequence[str], at: int) -> bool:
    """Say whether the line `at` of - or = makes a heading of the line above, which has no id and so is not meant as one."""
    above = lines[at - 1] if at else ""
    return bool(UNDERLINE.fullmatch(lines[at])) and not BLOCK.match(above) and "{#" not in above


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
