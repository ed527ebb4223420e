"""The command line: `python -m scripts check`, `build`, `serve` or `schema`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from scripts.build import build, checked_plan, settings
from scripts.problem import ProblemsError
from scripts.schema import write_schemas
from scripts.serve import serve
from scripts.write import BuildError, Project

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after telling what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Builds the Seoul Plan site.")
    parser.add_argument("command", choices=("check", "build", "serve", "schema"))
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--port", type=int, default=8000, help="where serve listens")
    chosen = parser.parse_args(arguments)
    root: Path = chosen.root.resolve()
    project = Project(root, (root / "site").resolve())
    commands: dict[str, Callable[[], object]] = {
        "check": lambda: checked_plan(root, say),
        "build": lambda: build(project, settings(root), say),
        "schema": lambda: write_schemas(root),
        "serve": lambda: _serve(project, chosen.port),
    }
    return told(commands[chosen.command])


def say(text: str) -> None:
    """Print `text` at once, so that progress is seen while it is made."""
    print(text, flush=True)


def told(run: Callable[[], object]) -> int:
    """Run a command; print its problems, if any, and return the exit code."""
    try:
        run()
    except ProblemsError as error:
        count = len(error.problems)
        rest = " Mend them to let the other rules be checked." if error.more else ""
        print(f"\n{error}\n\n{count} problem{'s' * (count > 1)}; nothing was published.{rest}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{error}\nNothing was published.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; nothing was published.", file=sys.stderr)
        return 130
    except BuildError as error:
        print(f"\n{error}\nNothing was published.", file=sys.stderr)
        return 1
    return 0


def _serve(project: Project, port: int) -> None:
    chosen = settings(project.root)
    if told(lambda: build(project, chosen, say)) and not project.site.exists():
        return
    serve(project, chosen.site_url, port, lambda: told(lambda: build(project, chosen, say)))


if __name__ == "__main__":
    sys.exit(main())
