"""Records written into the text of `data/agendas.yaml`; every other line, comments too, stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from scripts.files import LOADER

KEYS = ("id", "slug", "group", "targets", "terms", "places", "years", "months", "numbers", "related", "sources")
"""The keys of a record in the order in which they are written."""
Facts: TypeAlias = Mapping[str, Sequence[object]]


def with_record(text: str, agenda: int, record: Mapping[str, object]) -> str | None:
    """Return the `text` of the file with `record` after the last initiative of the agenda at the position `agenda`.

    None when the initiatives do not stand one below the other, with their keys below each other.
    """
    data = _loaded(text)
    listed = _at(text, ("agendas", agenda, "initiatives"))
    lines = text.split("\n")
    if listed.value:
        keys = listed.value[-1].start_mark.column
        first, *more = _dumped(record).splitlines()
        dash = "-".ljust(keys - listed.start_mark.column)
        new = [f"{'':{listed.start_mark.column}}{dash}{first}", *(" " * keys + line for line in more)]
        end = _end(listed)
        lines[end:end] = new
    data["agendas"][agenda]["initiatives"].append(dict(record))
    return _proved("\n".join(lines), data)


def with_facts(text: str, agenda: int, position: int, facts: Facts) -> str | None:
    """Return the `text` of the file with other `facts` in the record at `position` of an agenda; None as in `with_record`."""
    data = _loaded(text)
    record = data["agendas"][agenda]["initiatives"][position]
    for key, values in facts.items():
        if list(values) == record.get(key, []):
            continue
        record.pop(key, None)
        record |= {key: list(values)} if values else {}
        node = _at(text, ("agendas", agenda, "initiatives", position))
        new = _proved(_with_fact(text, node, key, values), data)
        if new is None:
            return None
        text = new
    return text


def _with_fact(text: str, record: Any, key: str, values: Sequence[object]) -> str:  # noqa: ANN401 - a node of YAML
    lines = text.split("\n")
    line = " " * record.start_mark.column + _dumped({key: list(values)}).rstrip("\n")
    for name, value in record.value:
        at = name.start_mark.line
        if name.value == key and values:
            rest = lines[value.end_mark.line][value.end_mark.column :] if value.flow_style else ""
            lines[at : _end(value)] = [line + rest]
            break
        if name.value == key:
            del lines[at : _end(value)]
            break
        if values and name.value in KEYS[KEYS.index(key) + 1 :]:
            lines.insert(at, line)
            break
    return "\n".join(lines)


def _dumped(record: Mapping[str, object]) -> str:
    """Return `record` as YAML, its lists and mappings on one line; slugs, ids and dates have no quotes of their own."""
    text = yaml.safe_dump(dict(record), default_flow_style=None, sort_keys=False, width=float("inf")).replace("'", '"')
    return re.sub(
        r"(?<=[\[ ])\d{4}-\d{2}(?=[,\]])", r'"\g<0>"', text
    )  # months, which other readers could take for dates


def _proved(text: str, data: object) -> str | None:
    """Return `text` if it says what is in `data` and nothing else."""
    try:
        return text if _loaded(text) == data else None
    except yaml.YAMLError:
        return None


def _loaded(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - both are safe loaders


def _at(text: str, spot: Sequence[str | int]) -> Any:  # noqa: ANN401 - a node of YAML
    node: Any = yaml.compose(text, Loader=LOADER)
    for part in spot:
        node = node.value[part] if isinstance(part, int) else {key.value: value for key, value in node.value}[part]
    return node


def _end(node: Any) -> int:  # noqa: ANN401 - a node of YAML
    """Return how many lines of the file there are up to the end of `node`; a block ends where its last part does."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.line + (node.end_mark.column > 0))
