"""The headlines and texts that somebody gives, judged by themselves: a mistake in them names the option they came with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from scripts import markdown
from scripts.exchange.judged import parsed
from scripts.files import CONTROL
from scripts.markdown import Section
from scripts.problem import Problem
from scripts.source import Plan, joint
from scripts.typography.english import SHORTENED

ODD = re.compile(rf"{CONTROL.pattern}|[\ud800-\udfff]")
"""Characters that are no text; half of a pair stands for a byte that is not UTF-8."""
OPENED = re.compile(r"\s|[-*+>]\s|\d+[.)]\s")
"""What begins a line whose breaks mean something: a list, a quotation."""
ENDED = re.compile(
    r"(?P<last>[.?!])(?:[\"'”’)\]]*)(?P<space> +)(?=[\"'“‘(\[]*[^\sa-z])|[。？！](?P<none> *)(?=[^\s」』）])"
)
"""The end of a sentence before another one: a full stop, what it closes and a space, or a full-width stop alone."""
BRACKETS = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("“", "”"))
HEADINGS = frozenset({"heading-level-wrong", "heading-id-missing", "heading-not-plain"})
"""What is wrong with a heading that has no place in the text of a section at all."""
PARTS = ("headline", "text")
Pairs = Sequence[Sequence[str]]
Parts = Mapping[str, str | None]
"""The headline, the text or both; None is what was given and is no text of the plan."""


@dataclass(frozen=True)
class Wording:
    """Headlines and texts as they were given, each with its language before it."""

    headlines: Pairs = ()
    texts: Pairs = ()

    def judged(self, plan: Plan, problems: list[Problem]) -> Mapping[str, Parts]:
        """Return what was given by language; `problems` grows with what is no text of the plan."""
        found: dict[str, dict[str, str | None]] = {}
        for part, pairs in (("headline", self.headlines), ("text", self.texts)):
            for code, words in pairs:
                cleaned = unicodedata.normalize("NFC", words.replace("\r\n", "\n")).strip()
                mistakes = _mistakes(plan, code, f"--{part} {code}", cleaned)
                if part in found.setdefault(code, {}):
                    problems.append(Problem.of(f"--{part} {code}", 1, "option-repeated", option=f"--{part} {code}"))
                problems.extend(mistakes)
                found[code][part] = None if mistakes else cleaned
        return found


def _mistakes(plan: Plan, code: str, option: str, words: str) -> Sequence[Problem]:
    if code not in plan.codes:
        return [Problem.of(option, 1, "language-unknown", language=code, known=", ".join(plan.codes))]
    if not words:
        return [Problem.of(option, 1, "option-empty", option=option)]
    if odd := ODD.search(words):
        line = words.count("\n", 0, odd.start()) + 1
        return [Problem.of(option, line, "character-invisible", character=f"U+{ord(odd[0]):04X}")]
    if option.startswith("--headline") and "\n" in words:
        return [Problem.of(option, 2, "headline-line-break")]
    return ()


def section(code: str, name: str, parts: Parts, problems: list[Problem]) -> Section | None:
    """Return the section `name` that `parts` make in a language; None, and more `problems`, when they make none."""
    missing = [f"--{part} {code}" for part in PARTS if part not in parts]
    problems += [Problem.of(option, 1, "option-missing", option=option) for option in missing]
    headline, text = parts.get("headline"), parts.get("text")
    return _judged(code, name, headline, text, problems) if headline and text else None


def _judged(code: str, name: str, headline: str, text: str, problems: list[Problem]) -> Section | None:
    found, mistakes = parsed(headline, text)
    for mistake in mistakes:
        part, line = ("headline", 1) if mistake.line == 1 else ("text", mistake.line - 2)
        told = Problem.of("", line, "heading-in-text") if part == "text" and mistake.name in HEADINGS else mistake
        problems.append(replace(told, path=f"--{part} {code}", line=line))
    if not mistakes and found is None:
        problems.append(Problem.of(f"--text {code}", 1, "heading-in-text"))
    elif not mistakes and found and not markdown.plain(found, "").strip():
        problems.append(Problem.of(f"--text {code}", 1, "section-empty", section=name))
    elif not mistakes and found:
        return _named(found, name, _spread(found, headline, text, joint(code)))
    return None


def headed(section: Section, mark: str | None) -> Section:
    """Return `section` with the `mark` of the text it was made from, or none, at the end of its heading."""
    heading = f"## {section.title} {{#{section.id}{' ' + mark if mark else ''}}}"
    return replace(section, written=(heading, *section.written[1:]), version=mark)


def _named(found: Section, name: str, text: str) -> Section:
    return headed(replace(found, id=name, written=("", "", *text.split("\n"), "")), None)


def _spread(found: Section, headline: str, text: str, between: str) -> str:
    """Return `text` with one sentence a line, as the guides ask; as it was given where that would say something else."""
    spread = "\n".join(chain.from_iterable(_sentences(line) for line in text.split("\n")))
    other, mistakes = parsed(headline, spread)
    same = other and not mistakes and markdown.plain(other, between) == markdown.plain(found, between)
    return spread if same else text


def _sentences(line: str) -> Sequence[str]:
    """Return the sentences of a line; what is only shortened ends none, nor does what is said inside another."""
    if OPENED.match(line):
        return [line]
    found, start = [], 0
    for end in ENDED.finditer(line):
        stop = end.start("space") if end["space"] else end.start("none")
        if not (_shortened(line[: end.start()]) and end["last"] == ".") and _closed(line[:stop]):
            found.append(line[start:stop])
            start = end.end()
    return [*found, line[start:]]


def _shortened(text: str) -> bool:
    word = re.split(r"[\s(\"']", text)[-1].lower()
    return word in SHORTENED or "." in word or (len(word) == 1 and word.isascii() and word.isalpha())


def _closed(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in BRACKETS)
