"""The Markdown files that an import comes to: changed sections in their place, missing ones and missing files made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import yaml

from scripts.exchange.taken import Taken
from scripts.files import read_text
from scripts.markdown import Section
from scripts.outline import outlines
from scripts.source import Plan


def texts(root: Path, plan: Plan, language: str, taken: Taken) -> Iterator[tuple[str, str]]:
    """Yield each file that changes, by path in the project, as it reads with what was `taken`.

    A page whose title is still missing cannot be made yet; its sections join `taken.half`.
    """
    fronts = {outline.path: outline.front for outline in outlines(plan)}
    for path in sorted({*taken.sections, *taken.titles}):
        document, front = plan.documents[language].get(path), fronts.get(path)
        if path in taken.titles:
            meta = document.meta.value if document and isinstance(document.meta.value, dict) else {}
            front = {**meta, "title": taken.titles[path]}
        if document is None and front is None:
            taken.half.extend(f"{path.removesuffix('.md')}#{name}" for name in taken.sections[path])
            continue
        place = f"docs/{language}/{path}"
        lines = read_text(root, place).split("\n") if document else []
        order = [section.id for section in plan.documents[plan.codes[0]][path].sections]
        old = document.sections if document else ()
        before = _before(lines, old, front if path in taken.titles or document is None else None)
        yield place, "\n".join([*before, *_joined(old, order, taken.sections.get(path, {}))])


def _before(lines: Sequence[str], old: Sequence[Section], front: Mapping[str, object] | None) -> Sequence[str]:
    """Return the lines before the first section; `front` are the facts of a file that is new or has another title."""
    if front is not None:
        facts = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False, width=float("inf"))
        return ["---", *facts.splitlines(), "---", ""]
    if old:
        return lines[: old[0].line - 1]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return [*lines, ""]


def _joined(old: Sequence[Section], order: Sequence[str], new: Mapping[str, Section]) -> Iterator[str]:
    """Return the lines of all sections: those there are in their order, each new one after that which precedes it in the source."""
    names = [section.id for section in old]
    for at, name in enumerate(order):
        if name in new and name not in names:
            nearest = next((names.index(other) for other in reversed(order[:at]) if other in names), -1)
            names.insert(nearest + 1, name)
    written = {section.id: section.written for section in (*old, *new.values())}
    return chain.from_iterable((*written[name], *([""] if written[name][-1] else [])) for name in names)
