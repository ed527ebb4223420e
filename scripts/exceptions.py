"""Exceptions to the checks of texts, declared with a reason beside the text they are for.

`<!-- allow number-missing "2018": the sentence says three years later -->` stands on a line of its own inside a section: the
name of the check, the value it concerns, the reason. It is no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

COMMENT = re.compile(
    r' {0,3}<!-- allow (?P<name>[a-z]+(?:-[a-z]+)*) "(?P<value>[^"]+)": (?P<reason>\S(?:(?!--)[^<>]){2,}\S) -->\s*'
)
MEANT = re.compile(r"\s*<!--\s*(?:allow|except|ignore)\b", re.IGNORECASE)
"""How a comment begins that is meant as an exception, whether it has the form of one or not."""


@dataclass(frozen=True)
class Exemption:
    """One exception: the name of the check, the value it concerns, the reason, and the line of the file."""

    name: str
    value: str
    reason: str
    line: int

    def __str__(self) -> str:
        """Return the exception as it is written."""
        return f'<!-- allow {self.name} "{self.value}": {self.reason} -->'


def exemption(text: str, line: int) -> Exemption | None:
    """Return the exception that `text`, on this line, declares; none when it does not have the form of one."""
    found = COMMENT.fullmatch(text)
    return Exemption(found["name"], found["value"], found["reason"], line) if found else None


def apart(tokens: Sequence[Token], offset: int) -> tuple[tuple[Token, ...], tuple[Exemption, ...]]:
    """Return the tokens of a section without its exceptions, and the exceptions; its file begins `offset` lines before the tokens count."""
    text: list[Token] = []
    found: list[Exemption] = []
    for token in tokens:
        line = (token.map or [0])[0] + offset
        if token.type == "html_block" and (declared := exemption(token.content, line)):
            found.append(declared)
        else:
            text.append(token)
    return tuple(text), tuple(found)
