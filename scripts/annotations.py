"""Problems as GitHub Actions reads them, so that each appears beside its line in a pull request.

The form is that of GitHub's workflow commands: `::error file=…,line=…,title=…::message`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from scripts.messages import Messages
from scripts.problem import Problem


def annotated(problems: Iterable[Problem], level: Literal["error", "warning"], messages: Messages) -> Iterator[str]:
    """Yield a workflow command for each problem, its name as the title."""
    for problem in problems:
        path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
        text = _escaped(messages.text(problem))
        yield f"::{level} file={path},line={problem.line},title={problem.name}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
