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
    """Yield what is to be done for every section of a translation that is not current."""
    for standing in standings(plan):
        if standing.state != "current":
            yield _task(standing)


def _task(standing: Standing) -> Problem:
    path, line, key, mark = standing.path, standing.line, standing.key, f"{{#{standing.source.id} {standing.now}}}"
    if standing.state == "missing":
        return Problem.of(path, line, "section-untranslated", key=key, mark=mark, title=standing.source.title)
    if standing.made_from is None:
        return Problem.of(path, line, "section-unmarked", key=key, mark=mark)
    return Problem.of(path, line, "section-outdated", key=key, mark=mark)


def _told(standing: Standing, words: Words, history: History) -> list[str]:
    """Return the lines on a section that is not current: where and what, then what changed, then what to write."""
    lines = [f"{standing.path}:{standing.line}: {standing.key}: {words['states'][standing.told]}"]
    if standing.state == "missing":
        heading = f"## … {{#{standing.source.id} {standing.now}}}"
        return [*lines, "  " + words.fill("status_add", heading=heading, title=standing.source.title)]
    if standing.made_from is None:
        lines.append("  " + words["status_unmarked"])
    else:
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
