"""Each section of a translation beside the section of the source that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scripts import markdown
from scripts.checks.common import texts
from scripts.markdown import Section
from scripts.problem import Problem
from scripts.source import Plan, joint
from scripts.standing import standings


@dataclass(frozen=True)
class Pair:
    """A section in the source language and in the language `language`; `key` is the id the whole plan knows it by."""

    language: str
    key: str
    source: Section
    own: Section

    def problem(self, name: str, holds: Callable[[str], bool] = lambda _line: False, /, **values: object) -> Problem:
        """Return the problem `name` on the first line of the translation that `holds`, or on the heading."""
        return Problem.of(self.own.path, self.own.line_where(holds), name, **values)


def pairs(plan: Plan) -> Iterator[Pair]:
    """Yield every section that a translation has, beside its source.

    One that is outdated is left out: until somebody has gone over it, it may say what the source said before.
    """
    for standing in standings(plan):
        if standing.told in {"current", "unmarked"}:
            document = plan.documents[standing.language][standing.path.removeprefix(f"docs/{standing.language}/")]
            own = document.section(standing.source.id)
            if all(markdown.plain(section, "").strip() for section in (own, standing.source)):  # told elsewhere
                yield Pair(standing.language, standing.key, standing.source, own)


def passages(plan: Plan) -> Mapping[tuple[str, str], str]:
    """Return, by language and key, the whole text that is held against the same record as a section, headings included."""
    found: dict[tuple[str, str], str] = {}
    for code, outline, document in texts(plan):
        sections = {section.id: section for section in document.sections}
        for slot in outline.slots:
            mine = [sections[name] for name in slot.ids if name in sections]
            heads = [section.title for section in mine] if slot.headed else []
            text = "\n".join([*heads, *(markdown.plain(section, joint(code)) for section in mine)])
            found.update({(code, outline.key(name)): text for name in slot.ids})
    return found
