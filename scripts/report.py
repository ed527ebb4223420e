"""What a translator is told about the state of a translation, in the language of the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.history import Change, History, changes, excerpts
from scripts.problem import Problem
from scripts.source import Plan
from scripts.standing import Standing, percent, standings
from scripts.words import Words


def report(plan: Plan, history: History, languages: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the report on the translations into `languages`: counts, then every section that is not current."""
    found = list(standings(plan))
    names = {language.code: language.name for language in plan.languages}
    for code in languages:
        words = Words(code, plan.words[code])
        mine = [standing for standing in found if standing.language == code]
        count = Counter(standing.state for standing in mine)
        yield words.fill(
            "status_summary", language=names[code], total=len(mine), current=count["current"], share=percent(count["current"], len(mine)),
            outdated=count["outdated"], missing=count["missing"],
        )  # fmt: skip
        for standing in mine:
            if standing.state != "current":
                yield ""
                yield from _told(standing, words, history)


def tasks(plan: Plan) -> Iterator[Problem]:
    """Yield what is to be done for every section that is not current, each in the language of its translation."""
    for standing in standings(plan):
        if standing.state != "current":
            words = Words(standing.language, plan.words[standing.language])
            state = words["states"][standing.told]
            steps = " ".join(line.strip() for line in _told(standing, words, None)[1:])
            yield Problem(standing.path, standing.line, f"{standing.key}: {words.fill('label', name=state)}{steps}")


def _told(standing: Standing, words: Words, history: History | None) -> list[str]:
    """Return the lines on a section that is not current: where and what, then what changed, then what to write.

    Without a `history` nothing is said of what changed.
    """
    lines = [f"{standing.path}:{standing.line}: {standing.key}: {words['states'][standing.told]}"]
    if standing.state == "missing":
        heading = f"## … {{#{standing.source.id} {standing.now}}}"
        return [*lines, "  " + words.fill("status_add", heading=heading, title=standing.source.title)]
    if standing.made_from is None:
        lines.append("  " + words["status_unmarked"])
    elif history is not None:
        old = history.section(standing.made_from)
        if old is None:
            lines.append("  " + words.fill("status_no_history", version=standing.made_from))
        else:
            lines += ["  " + words["status_changed"], f"    {shown(list(changes(old, standing.source)))}"]
    mark = f"{{#{standing.source.id} {standing.now}}}"
    command = f"make current IN={standing.language} ID={standing.key}"
    return [*lines, "  " + words.fill("status_mend", mark=mark, command=command)]


def shown(found: Sequence[Change]) -> str:
    """Return changes as one line, `[-removed-]` and `{+added+}`, with a few words around each."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[kind].format(" ".join(text.split())) for kind, text in excerpts(found))
