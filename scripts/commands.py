"""What each command does, but for parsing, printing of failures and exit codes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from scripts.annotations import annotated
from scripts.build import DEFAULT_URL, checked_plan, settings
from scripts.exchange import FORMATS, exported, imported
from scripts.history import History
from scripts.live import News, live, watch
from scripts.lock import PATH as LEDGER
from scripts.lock import written
from scripts.messages import Messages
from scripts.permalinks import addresses
from scripts.preview import Preview
from scripts.problem import Problem, ProblemsError
from scripts.report import report, tasks
from scripts.scaffold import Addition, Alteration, added, altered, given
from scripts.source import Plan, read_plan
from scripts.standing import marked
from scripts.write import Project, write_files, write_lines


def say(text: str) -> None:
    """Print `text` at once, so that progress is seen while it is made."""
    print(text, flush=True)


def _preview(project: Project, only: str, news: News, messages: Messages) -> Preview:
    """Return the preview, built, of all, of one language, or of one agenda in it, such as `ja/4`."""
    plan = read_plan(project.root)[0]
    language, slash, agenda = only.partition("/")
    if only and language not in plan.codes:
        known = ", ".join(plan.codes)
        raise ProblemsError([Problem.of("data/languages.yaml", 1, "language-unknown", language=language, known=known)])
    numbers = [str(found.number) for found in plan.agendas.records.agendas]
    if slash and agenda not in numbers:
        known = ", ".join(numbers)
        raise ProblemsError([Problem.of("data/agendas.yaml", 1, "agenda-unknown", found=agenda, known=known)])
    preview = Preview(project, settings(project.root), say, news.tell, language, agenda, messages)
    say("Building the preview ...")
    preview.begin()
    return preview


def build_one(project: Project, only: str, messages: Messages) -> None:
    """Build the preview of one language, or of one agenda in it, and say where it is; raises ProblemsError."""
    preview = _preview(project, only, News(), messages)
    if preview.problems:
        raise ProblemsError(preview.problems)
    folder = preview.folder(preview.only).relative_to(project.root)
    say(f"The pages of '{only}' are in {folder}/; nothing was published.")


def serve(project: Project, port: int, only: str, messages: Messages) -> None:
    """Show the preview on `port` until interrupted: of all, of one language, or of one agenda in it."""
    news = News()
    preview = _preview(project, only, news, messages)
    shown = live(preview, news, port)
    threading.Thread(target=shown.serve_forever, daemon=True).start()
    base = urlsplit(preview.settings.site_url).path
    say(f"The site is at http://127.0.0.1:{shown.server_port}{base} and follows every saved change; Ctrl+C ends.")
    watch(preview)


def check(root: Path, form: str, messages: Messages) -> None:
    """Check the plan, telling in words or as annotations for GitHub; raises ProblemsError."""
    if form == "text":
        _, new = _promised(root, say)
        if new:
            say(f"{len(new)} addresses are new; `make permalinks` writes them into the ledger.")
        return
    try:
        plan, new = _promised(root, lambda _text: None)
    except ProblemsError as error:
        say("\n".join(annotated(error.problems, "error", messages)))
        raise
    for line in annotated([*tasks(plan), *_unwritten(new)], "warning", messages):
        say(line)


def permalinks(root: Path) -> None:
    """Write what the plan would publish into the ledger, beside all that was; raises ProblemsError."""
    plan = checked_plan(root, say)
    _, new = addresses(plan, DEFAULT_URL)
    write_files(root, {LEDGER: written({*plan.lock.lines, *new})})
    say(f"{len(new)} addresses added to {LEDGER}, which has {len(plan.lock.lines) + len(new)}")


def _promised(root: Path, tell: Callable[[str], None]) -> tuple[Plan, frozenset[str]]:
    """Return the plan and the addresses that are new in it; raises ProblemsError for its mistakes, and for addresses that lead nowhere."""
    plan = checked_plan(root, tell)
    found, new = addresses(plan, DEFAULT_URL)
    if found:
        raise ProblemsError(found)
    return plan, new


def _unwritten(new: Collection[str]) -> list[Problem]:
    """Return what to tell of addresses that the ledger does not have yet."""
    return [Problem.of(LEDGER, 1, "addresses-unwritten", count=len(new), first=min(new))] if new else []


def status(root: Path, language: str | None) -> None:
    """Tell the state of one translation or of all; raises ProblemsError."""
    plan = _readable(root)
    for line in report(plan, History(root, plan.codes[0]), _translations(plan, language)):
        say(line)


def current(root: Path, language: str, ids: list[str]) -> None:
    """Mark sections of a translation as current; raises ProblemsError when one is unknown."""
    plan = _readable(root)
    _translations(plan, language)
    lines, unknown = marked(plan, language, ids)
    if unknown:
        problem = Problem.of(f"docs/{language}", 1, "section-id-unknown", found=", ".join(unknown), language=language)
        raise ProblemsError([problem])
    write_lines(root, lines)
    say(f"{sum(map(len, lines.values()))} marked as current; files changed: {len(lines)}")


def export(root: Path, language: str, source: str | None, form: str, output: Path | None) -> None:
    """Write two languages of the plan for a translation tool; raises ProblemsError when a language is none of the site's."""
    plan = _readable(root)
    text = exported(plan, source or plan.codes[0], language, form)
    file = output or root / "build" / f"{source or plan.codes[0]}-{language}{FORMATS[form]}"
    write_files(file.parent, {file.name: text})
    say(str(file))


def import_(root: Path, language: str, file: Path) -> None:
    """Bring the file of a translation tool back into the texts; raises ProblemsError with all that is wrong with it."""
    found = imported(root, _readable(root), language, file)
    write_files(root, found.texts)
    for line in found.told():
        say(line)


def initiative(root: Path, order: Addition | Alteration, messages: Messages, *, dry: bool) -> None:
    """Add or change an initiative, or show what that would do; raises ProblemsError with all that is wrong with the order."""
    plan = _readable(root)
    done = added(root, plan, order, given(plan)) if isinstance(order, Addition) else altered(root, plan, order)
    if not dry:
        write_files(root, done.after)
    for line in done.differences() if dry else done.written():
        say(line)
    say(
        f"{done.name}: what remains to be done"
        if (remaining := done.remaining())
        else f"{done.name}: nothing remains to be done"
    )
    for line in messages.lines(remaining):
        say(line)
    if dry:
        say(messages.ending("nothing-written"))


def _readable(root: Path) -> Plan:
    """Return the plan under `root`; raises ProblemsError when a text in it has mistakes."""
    plan, problems = read_plan(root)
    if problems:
        raise ProblemsError(problems)
    return plan


def _translations(plan: Plan, language: str | None) -> Sequence[str]:
    """Return the translations to speak of; raises ProblemsError when `language` is none."""
    others = plan.codes[1:]
    if language is not None and language not in others:
        known = ", ".join(others)
        problem = Problem.of("data/languages.yaml", 1, "translation-unknown", language=language, known=known)
        raise ProblemsError([problem])
    return others if language is None else (language,)
