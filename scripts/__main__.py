"""The command line: `python -m scripts check`, `build`, `serve`, `schema`, `status`, `current`, `export` or `import`."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from scripts.annotations import annotated
from scripts.build import build, checked_plan, settings
from scripts.exchange import FORMATS, exported, imported
from scripts.history import History
from scripts.live import News, live, watch
from scripts.preview import Preview
from scripts.problem import Problem, ProblemsError
from scripts.report import report, tasks
from scripts.schema import write_schemas
from scripts.source import Plan, read_plan
from scripts.standing import marked
from scripts.write import BuildError, Project, write_files, write_lines

ROOT = Path(__file__).parent.parent
WRITERS = ("current", "export", "import", "schema")
"""The commands that write into the project and publish nothing."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after telling what is wrong."""
    chosen = _parser().parse_args(arguments)
    root: Path = getattr(chosen, "root", ROOT).resolve()
    project = Project(root, (root / "site").resolve())
    commands: dict[str, Callable[[], object]] = {
        "check": lambda: _check(root, chosen.format),
        "build": lambda: build(project, settings(root), say),
        "schema": lambda: write_schemas(root),
        "serve": lambda: _serve(project, chosen.port),
        "status": lambda: _status(root, chosen.language),
        "current": lambda: _current(root, chosen.language, chosen.id),
        "export": lambda: _export(root, chosen.language, chosen.source, chosen.format, chosen.output),
        "import": lambda: _import(root, chosen.language, chosen.file),
    }
    return told(commands[chosen.command], "written" if chosen.command in WRITERS else "published")


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=argparse.SUPPRESS, help="the project's folder")
    parser = argparse.ArgumentParser(
        prog="python -m scripts", description="Builds the Seoul Plan site.", parents=[shared]
    )
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", parents=[shared])

    check = command("check", "check the data and the texts")
    check.add_argument(
        "--format", choices=("text", "github"), default="text", help="github: annotations of a pull request"
    )
    command("build", "build the site")
    command("schema", "write the schemas for editors")
    command("serve", "show the site").add_argument("--port", type=int, default=8000, help="where to listen")
    status = command("status", "tell which sections of the translations are outdated or missing")
    status.add_argument("language", nargs="?", help="only this translation")
    current = command("current", "say that sections of a translation agree with the source again")
    current.add_argument("language", help="the translation")
    current.add_argument("id", nargs="+", help="ids such as IX.9, 4#vision or A#population; `all` for every section")
    out = command("export", "write a pair of languages for a translation tool")
    out.add_argument("language", help="the language to translate into")
    out.add_argument("--source", help="the language to translate from; the source language when not given")
    out.add_argument("--format", choices=FORMATS, default="xliff", help="the format the tool reads")
    out.add_argument(
        "--output", type=Path, help="the file to write; build/<source>-<language>.xlf or .po when not given"
    )
    back = command("import", "bring the file of a translation tool back into the texts")
    back.add_argument("language", help="the language translated into")
    back.add_argument("file", type=Path, help="the file the tool saved")
    return parser


def say(text: str) -> None:
    """Print `text` at once, so that progress is seen while it is made."""
    print(text, flush=True)


def told(run: Callable[[], object], not_done: str = "published") -> int:
    """Run a command; print its problems, if any, and what did not happen, then return the exit code."""
    try:
        run()
    except ProblemsError as error:
        count = len(error.problems)
        rest = " Mend them to let the other rules be checked." if error.more else ""
        print(f"\n{error}\n\n{count} problem{'s' * (count > 1)}; nothing was {not_done}.{rest}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{error}\nNothing was {not_done}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped; nothing was {not_done}.", file=sys.stderr)
        return 130
    except BuildError as error:
        print(f"\n{error}\nNothing was {not_done}.", file=sys.stderr)
        return 1
    return 0


def _serve(project: Project, port: int) -> None:
    news = News()
    preview = Preview(project, settings(project.root), say, news.tell)
    say("Building the preview ...")
    preview.begin()
    shown = live(preview, news, port)
    threading.Thread(target=shown.serve_forever, daemon=True).start()
    base = urlsplit(preview.settings.site_url).path
    say(f"The site is at http://127.0.0.1:{shown.server_port}{base} and follows every saved change; Ctrl+C ends.")
    watch(preview)


def _check(root: Path, form: str) -> None:
    if form == "text":
        checked_plan(root, say)
        return
    try:
        plan = checked_plan(root, lambda _text: None)
    except ProblemsError as error:
        say("\n".join(annotated(error.problems, "error")))
        raise
    for line in annotated(tasks(plan), "warning"):
        say(line)


def _status(root: Path, language: str | None) -> None:
    plan = _readable(root)
    for line in report(plan, History(root, plan.codes[0]), _translations(plan, language)):
        say(line)


def _current(root: Path, language: str, ids: list[str]) -> None:
    plan = _readable(root)
    _translations(plan, language)
    lines, unknown = marked(plan, language, ids)
    if unknown:
        message = f"no section of '{language}' has the id {', '.join(unknown)}; `make status` lists them"
        raise ProblemsError([Problem(f"docs/{language}", 1, message)])
    write_lines(root, lines)
    say(f"{sum(map(len, lines.values()))} marked as current in {len(lines)} files")


def _export(root: Path, language: str, source: str | None, form: str, output: Path | None) -> None:
    plan = _readable(root)
    text = exported(plan, source or plan.codes[0], language, form)
    file = output or root / "build" / f"{source or plan.codes[0]}-{language}{FORMATS[form]}"
    write_files(file.parent, {file.name: text})
    say(f"{file}")


def _import(root: Path, language: str, file: Path) -> None:
    found = imported(root, _readable(root), language, file)
    write_files(root, found.texts)
    for line in found.told():
        say(line)


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
        message = f"'{language}' is not a translation of this site; choose one of {', '.join(others)}"
        raise ProblemsError([Problem("data/languages.yaml", 1, message)])
    return others if language is None else (language,)


if __name__ == "__main__":
    sys.exit(main())
