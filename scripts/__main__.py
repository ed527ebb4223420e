"""The command line: `python -m scripts check`, `build`, `serve`, `schema`, `status`, `current`, `initiative`, `export`, `import` or `permalinks`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from scripts import commands
from scripts.build import build, settings
from scripts.exchange import FORMATS
from scripts.messages import Messages, of_environment
from scripts.problem import ProblemsError
from scripts.scaffold import Addition, Alteration, Wording
from scripts.schema import write_schemas
from scripts.write import BuildError, Project

ROOT = Path(__file__).parent.parent
WRITERS = ("current", "export", "import", "initiative", "permalinks", "schema")
"""The commands that write into the project and publish nothing."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after telling what is wrong."""
    chosen = _parser().parse_args(arguments)
    root: Path = getattr(chosen, "root", ROOT).resolve()
    messages = Messages(getattr(chosen, "speak", None), of_environment())
    project = Project(root, (root / "site").resolve())
    run: dict[str, Callable[[], object]] = {
        "check": lambda: commands.check(root, chosen.format, messages),
        "build": lambda: (
            commands.build_one(project, chosen.only, messages)
            if chosen.only
            else build(project, settings(root), commands.say)
        ),
        "permalinks": lambda: commands.permalinks(root),
        "schema": lambda: write_schemas(root),
        "serve": lambda: commands.serve(project, chosen.port, chosen.only, messages),
        "status": lambda: commands.status(root, chosen.language),
        "current": lambda: commands.current(root, chosen.language, chosen.id),
        "initiative": lambda: commands.initiative(root, _order(chosen), messages, dry=chosen.dry_run),
        "export": lambda: commands.export(root, chosen.language, chosen.source, chosen.format, chosen.output),
        "import": lambda: commands.import_(root, chosen.language, chosen.file),
    }
    return told(run[chosen.command], messages, "nothing-written" if chosen.command in WRITERS else "nothing-published")


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=argparse.SUPPRESS, help="the project's folder")
    shared.add_argument(
        "--language",
        dest="speak",
        metavar="CODE",
        default=argparse.SUPPRESS,
        help="the language to tell mistakes in, such as ko; that of the file they are in when not given",
    )
    parser = argparse.ArgumentParser(
        prog="python -m scripts", description="Builds the Seoul Plan site.", parents=[shared]
    )
    known = parser.add_subparsers(dest="command", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return known.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", parents=[shared])

    check = command("check", "check the data and the texts")
    check.add_argument(
        "--format", choices=("text", "github"), default="text", help="github: annotations of a pull request"
    )
    command("build", "build the site").add_argument(
        "--only", default="", help="one language, or one agenda in it such as ja/4, into build/preview/ alone"
    )
    command("permalinks", "write the addresses that are new into the ledger")
    command("schema", "write the schemas for editors")
    serve = command("serve", "show the site")
    serve.add_argument("--port", type=int, default=8000, help="where to listen")
    serve.add_argument("--only", default="", help="build one language alone, or one agenda in it such as ja/4")
    status = command("status", "tell which sections of the translations are outdated or missing")
    status.add_argument("language", nargs="?", help="only this translation")
    current = command("current", "say that sections of a translation agree with the source again")
    current.add_argument("language", help="the translation")
    current.add_argument("id", nargs="+", help="ids such as IX.9, 4#vision or A#population; `all` for every section")
    _initiative(command("initiative", "add or change an initiative: its record and its text in every language"), shared)
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


def _initiative(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Let `parser` take the two things that can be done with an initiative."""
    words = argparse.ArgumentParser(add_help=False)
    for part in ("headline", "text"):
        words.add_argument(
            f"--{part}", nargs=2, action="append", default=[], metavar=("LANGUAGE", "WORDS"),
            help=f"the {part} in a language, such as: --{part} ko '…'; once for each language",
        )  # fmt: skip
    words.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    deeds = parser.add_subparsers(dest="deed", required=True)
    add = deeds.add_parser("add", help="add one at the end of an agenda, under the next id", parents=[shared, words])
    add.add_argument("agenda", help="the number of the agenda")
    add.add_argument("--slug", required=True, help="what machines call it: lower case, hyphens")
    add.add_argument("--group", help="the sub-heading it stands under; the last one in use when not given")
    add.add_argument("--added", type=date.fromisoformat, default=date.today(), metavar="DAY", help="2027-01-15; today")  # noqa: DTZ011 - the day where the editor is
    change = deeds.add_parser("change", help="give one another headline or text", parents=[shared, words])
    change.add_argument("id", help="the id of the initiative, such as 4.8")
    change.add_argument("--slug", help=argparse.SUPPRESS)


def _order(chosen: argparse.Namespace) -> Addition | Alteration:
    words = Wording(chosen.headline, chosen.text)
    if chosen.deed == "add":
        return Addition(chosen.agenda, chosen.slug, chosen.added, words, chosen.group)
    return Alteration(chosen.id, words, chosen.slug)


def told(run: Callable[[], object], messages: Messages, not_done: str) -> int:
    """Run a command; print its problems, if any, and what was `not_done`, then return the exit code."""
    try:
        run()
    except ProblemsError as error:
        lines = "\n".join(messages.lines(error.problems))
        rest = ("hidden",) if error.more else ()
        ending = messages.ending("count", not_done, *rest, count=len(error.problems))
        print(f"\n{lines}\n\n{ending}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{messages.ending('stopped', not_done)}", file=sys.stderr)
        return 130
    except (BuildError, OSError) as error:
        print(f"\n{error}\n{messages.ending(not_done)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
