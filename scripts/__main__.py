"""The command line: `python -m scripts check`."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.checks import check
from scripts.problem import ProblemsError
from scripts.source import read_plan

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Run the checks."""
    try:
        check(read_plan(ROOT))
    except ProblemsError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
