"""Reading text and YAML so that every later message can name a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from scripts.problem import Problem, ProblemsError

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast reader, where PyYAML was built with it."""
DEEPEST = 20
"""How many levels of YAML may stand inside each other; the plan's data has eight."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd-\uffff]")
Spot: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a YAML document: keys and positions from the top."""


@dataclass(frozen=True, eq=False)  # the same text is read once, and is then the same document
class YamlFile:
    """A YAML document: its value, and the line of each value in it."""

    path: str
    value: Any
    lines: Mapping[Spot, int]

    def line(self, *spot: str | int) -> int:
        """Return the line of the value at `spot`, or of the nearest value around it that exists."""
        while spot and spot not in self.lines:
            spot = spot[:-1]
        return self.lines.get(spot, 1)

    def problem(self, name: str, /, *spot: str | int, **values: object) -> Problem:
        """Return the problem `name` about the value at `spot`, with the `values` its message speaks of."""
        return Problem.of(self.path, self.line(*spot), name, **values)


def read_text(root: Path, path: str) -> str:
    """Return the text of `path` under `root`, with line feeds, composed letters and no byte order mark.

    Raises ProblemsError when the file is missing or is not UTF-8.
    """
    try:
        data = (root / path).read_bytes()
    except FileNotFoundError:
        raise ProblemsError([Problem.of(path, 1, "file-missing")]) from None
    except OSError as error:
        raise ProblemsError([Problem.of(path, 1, "file-unreadable", reason=error.strerror)]) from None
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProblemsError([Problem.of(path, line, "encoding-unknown")]) from None
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ProblemsError([Problem.of(path, line, "character-invisible", character=f"U+{ord(found[0]):04X}")])
    return text


def read_yaml(root: Path, path: str) -> YamlFile:
    """Return the YAML document in `path` under `root`; raises ProblemsError for everything that is wrong with it."""
    return parse_yaml(path, read_text(root, path))


@lru_cache(maxsize=1024)  # a server reads the same files again after each change
def parse_yaml(path: str, text: str, first_line: int = 1) -> YamlFile:
    """Return the YAML document `text`, whose first line is line `first_line` of `path`.

    Raises ProblemsError when it does not parse, repeats a key or uses aliases.
    """
    try:
        _refuse_aliases(path, text, first_line)
        node = yaml.compose(text, Loader=LOADER)
        problems = list(_repeated_keys(path, node, first_line)) if node else []
        if problems:
            raise ProblemsError(problems)
        value = yaml.load(text, Loader=LOADER)  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise ProblemsError([_syntax_problem(path, _worded(text, error), first_line)]) from None
    except ValueError as error:  # a date such as 2015-13-01
        raise ProblemsError([Problem.of(path, first_line, "yaml-value-unreadable", reason=error)]) from None
    lines = dict(_lines(node, (), first_line)) if node else {}
    return YamlFile(path, value, lines)


def _refuse_aliases(path: str, text: str, first_line: int) -> None:
    """Aliases, merges, type tags and deep nesting can make a small file expand, mislead or exhaust the reader; nobody needs them here."""
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        problem = partial(Problem.of, path, (event.start_mark.line if event.start_mark else 0) + first_line)
        if isinstance(event, yaml.AliasEvent):
            raise ProblemsError([problem("yaml-alias", alias=event.anchor)])
        if getattr(event, "tag", None):
            raise ProblemsError([problem("yaml-type-tag", tag=event.tag)])
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<":
            raise ProblemsError([problem("yaml-merge-key")])
        if depth > DEEPEST:
            raise ProblemsError([problem("yaml-too-deep")])


def _worded(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    """Return the error in the words of the slower reader, which says better what is wrong."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as worded:
        return worded
    return error


def _syntax_problem(path: str, error: yaml.YAMLError, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    line = (mark.line if mark else 0) + first_line
    return Problem.of(path, line, "yaml-invalid", reason=what)


def _repeated_keys(path: str, node: yaml.Node, first_line: int) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + first_line
            name = str(key.value)
            if name in seen:
                yield Problem.of(path, line, "key-repeated", key=name, first=seen[name])
            seen.setdefault(name, line)
            yield from _repeated_keys(path, value, first_line)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(path, item, first_line)


def _lines(node: yaml.Node, spot: Spot, first_line: int) -> Iterator[tuple[Spot, int]]:
    yield spot, node.start_mark.line + first_line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*spot, str(key.value))
            yield from _lines(value, inner, first_line)
            yield inner, key.start_mark.line + first_line
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield from _lines(item, (*spot, position), first_line)
