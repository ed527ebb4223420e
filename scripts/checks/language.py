"""Rules that a text is written in its language. The docstring of each rule is the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts import markdown
from scripts.checks.common import OWN, containing, foreign
from scripts.markdown import Document, Section
from scripts.problem import Problem
from scripts.source import Plan, joint

OTHER_WORDS = frozenset({
    "le", "les", "des", "du", "et", "qui", "une", "pour", "dans", "aux", "est", "sur", "der", "die", "das", "und", "ist", "für", "mit", "dem", "den", "von", "el", "los", "las", "y", "que", "para", "del", "con", "por", "una",
})  # fmt: skip
"""Small words of languages that are written like English."""
ENGLISH = re.compile(r"[A-Za-z][A-Za-z'-]*(?:,? [A-Za-z][A-Za-z'-]*){3,}[.!?]?")
LOWER = 2
"""So many words in lower case are no name."""


def scripts_fit_the_language(plan: Plan) -> Iterator[Problem]:
    """No kana and no Chinese characters in Korean text, no Hangul in Japanese text, neither of them nor Chinese characters in English text."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                if _is_other(code, markdown.plain(section, " ")):
                    path, line = document.path, section.line
                    yield Problem.of(path, line, "section-in-other-language", section=section.id, language=code)
                else:
                    yield from _foreign(document, section, code)


def sentences_are_translated(plan: Plan) -> Iterator[Problem]:
    """No text in another script has an English sentence: four words or more, two of them in lower case."""
    for code in (code for code in plan.codes if code in OWN and code != "en"):
        for path, document in plan.documents[code].items():
            original = plan.documents["en"].get(path) if "en" in plan.codes else None
            copied = {line for s in original.sections for line in _lines(s, " ")} if original else set()
            for section in document.sections:
                lines = [
                    line for line in _lines(section, joint(code)) if line not in copied
                ]  # those are told elsewhere
                text = "\n".join(lines)
                for found in ENGLISH.finditer(text) if OWN[code].search(text) else ():
                    inside = any(m.start < found.end() and found.start() < m.end for m in plan.finders[code].find(text))
                    if sum(word.islower() for word in found[0].split()) >= LOWER and not inside:
                        line = section.line_where(containing(found[0]))
                        yield Problem.of(section.path, line, "sentence-untranslated", found=found[0], language=code)


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


def _lines(section: Section, between: str) -> Sequence[str]:
    return markdown.plain(section, between).split("\n")
