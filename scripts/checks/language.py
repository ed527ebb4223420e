"""The rule that a text is written in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import markdown
from scripts.checks.common import OWN, containing, foreign
from scripts.markdown import Document, Section
from scripts.problem import Problem
from scripts.source import Plan

OTHER_WORDS = frozenset({
    "le", "les", "des", "du", "et", "qui", "une", "pour", "dans", "aux", "est", "sur", "der", "die", "das", "und", "ist", "für", "mit", "dem", "den", "von", "el", "los", "las", "y", "que", "para", "del", "con", "por", "una",
})  # fmt: skip
"""Small words of languages that are written like English."""


def scripts_fit_the_language(plan: Plan) -> Iterator[Problem]:
    """No kana in Korean text, no Hangul in Japanese text, neither of them nor Chinese characters in English text."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                if _is_other(code, markdown.plain(section, " ")):
                    path, line = document.path, section.line
                    yield Problem.of(path, line, "section-in-other-language", section=section.id, language=code)
                else:
                    yield from _foreign(document, section, code)


def _other_latin(text: str) -> bool:
    """Say whether a paragraph of `text` is written with the small words of French, Spanish or German, not English."""
    for paragraph in text.split("\n"):
        words = re.findall(r"[^\W\d_]+", paragraph.lower())
        if len([word for word in words if word in OTHER_WORDS]) > max(2, len(words) / 6):
            return True
    return False


def _is_other(code: str, text: str) -> bool:
    """Say whether `text` is not written in the language `code`."""
    return bool(text and code in OWN and not OWN[code].search(text)) or (code == "en" and _other_latin(text))


def _foreign(document: Document, section: Section, code: str) -> Iterator[Problem]:
    for script, found in foreign(code, f"{section.title}\n{markdown.plain(section, ' ')}"):
        line = section.line_where(containing(found))
        yield Problem.of(document.path, line, "script-foreign", script=script, language=code, found=found)
