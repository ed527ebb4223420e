"""What of a file is judged apart from the plan's other texts: one section by itself, and the languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.exchange.units import Exchanged
from scripts.markdown import Section, body, parse_document
from scripts.problem import Problem, ProblemsError
from scripts.source import Plan


def parsed(heading: str, text: str) -> tuple[Section | None, Sequence[Problem]]:
    """Return the one section that `heading` and `text` make, None when they make another, and what is not allowed in it; the heading is line 1."""
    try:
        document, problems = parse_document("", f"---\n---\n## {heading} {{#a}}\n\n{text}\n")
    except ProblemsError as error:
        return None, [replace(problem, line=problem.line - 2) for problem in error.problems]
    mistakes = [replace(problem, line=problem.line - 2) for problem in problems]
    one = document.sections[0] if len(document.sections) == 1 else None
    return (one if one and (one.title, body(one)) == (heading, text) else None), mistakes


def wrong_pairs(plan: Plan, language: str, path: str, found: Exchanged) -> Iterator[Problem]:
    """Yield what is wrong with the languages that the file `path` names, when it is to be brought into `language`."""
    for line, source, target in found.pairs:
        if code(plan, target) != language:
            yield Problem.of(path, line, "exchange-target-wrong", found=target, language=language)
        if code(plan, source) in {"", language}:
            yield Problem.of(path, line, "exchange-source-unknown", found=source)
        elif source != found.pairs[0][1]:
            yield Problem.of(path, line, "exchange-sources-mixed", found=source, first=found.pairs[0][1])
    if not (found.pairs and found.units):
        yield Problem.of(path, 1, "exchange-empty")


def code(plan: Plan, tag: str) -> str:
    """Return the language of the site that a tool means by `tag`, such as ja-JP; empty when there is none."""
    names = (tag, tag.replace("_", "-").split("-")[0].lower())
    return next((name for name in names if name in plan.codes), "")
