"""From a YAML document to records, with every problem named where it stands in the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.files import Spot, YamlFile
from scripts.model import Record
from scripts.problem import Name, Problem, ProblemsError

R = TypeVar("R", bound=Record)

FORMS: Mapping[str, str] = {
    r"^[1-9]": "initiative-id",
    r"^(?:[1-9]": "item-id",
    r"^(?:P|[IVX]+)": "action-id",
    r"^(?:P|[A-E]": "chapter-id",
    r"^[a-z0-9-]+(?:\.": "host",
    r"^[a-z0-9]": "section-id",
    r"^[A-Za-z0-9]+": "published-id",
    r"^[A-Za-z0-9]": "difference-id",
    r"^20": "day",
    r"^(?:(?:19": "date",
    r"^[a-z][": "slug",
    r"^(?:19": "month",
    r"^(?:[a-z0-9-]+": "website",
    r"^[a-z]{2}": "language-code",
}
"""What a text must look like, by the beginning of the pattern it failed; any other pattern is that of plain text."""
TYPES: Mapping[str, str] = {
    "string_type": "text",
    "int_type": "whole-number",
    "number_type": "number",
    "tuple_type": "list",
    "dict_type": "names",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "none_required": "nothing",
}
"""What a value must be, by pydantic's name for what it is not."""
OTHERS: Mapping[str, Name] = {
    "too_short": "list-too-short",
    "string_too_long": "text-too-long",
    "number_too_large": "number-too-long",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "day_unknown": "day-unknown",
    "sources_contradictory": "sources-contradictory",
}
"""What else can be wrong with a value, by pydantic's name for it."""


def read_records(kind: type[R], file: YamlFile) -> R:
    """Return the record of class `kind` that `file` holds; raises ProblemsError with everything that does not fit."""
    try:
        return kind.model_validate(file.value if file.value is not None else {})
    except ValidationError as error:
        raise ProblemsError(_problem(kind, file, detail) for detail in error.errors()) from None


def _problem(kind: type[Record], file: YamlFile, detail: ErrorDetails) -> Problem:
    spot = _spot(file, detail["loc"])
    key = ".".join(str(part) for part in detail["loc"] if isinstance(part, str)) or "-"
    match detail["type"]:
        case "extra_forbidden":
            known = ", ".join(_siblings(kind, detail["loc"]))
            return file.problem("key-unknown", *spot, key=detail["loc"][-1], known=known)
        case "missing":
            return file.problem("key-missing", *spot, key=key)
        case _:
            return _value_problem(file, spot, key, detail)


def _value_problem(file: YamlFile, spot: Spot, key: str, detail: ErrorDetails) -> Problem:
    shown = _shown(detail["input"])
    match detail["type"]:
        case "string_pattern_mismatch":
            pattern = detail["ctx"]["pattern"]
            form = next((form for start, form in FORMS.items() if pattern.startswith(start)), "plain")
            return file.problem("value-form-wrong", *spot, key=key, found=shown, expected=form)
        case "literal_error":
            return file.problem("value-unknown", *spot, key=key, found=shown, known=_choices(detail))
        case wrong if wrong in TYPES:
            return file.problem("value-type-wrong", *spot, key=key, found=shown, expected=TYPES[wrong])
        case other if other in OTHERS:
            return file.problem(OTHERS[other], *spot, key=key, found=shown, **_limit(detail))
        case _:
            return file.problem("value-wrong", *spot, key=key, found=shown, reason=detail["msg"])


def _spot(file: YamlFile, loc: Spot) -> Spot:
    """Drop the parts of pydantic's location that name a branch of a union and not a place in the file."""
    spot: Spot = ()
    for part in loc:
        if (*spot, part) in file.lines:
            spot = (*spot, part)
    return spot


def _limit(detail: ErrorDetails) -> Mapping[str, object]:
    """Return the `limit` that a value missed, if there is one."""
    context = detail.get("ctx", {})
    limits = [context[key] for key in ("ge", "le", "min_length", "max_length") if key in context]
    return {"limit": limits[0]} if limits else {}


def _choices(detail: ErrorDetails) -> str:
    """Return the words allowed, which pydantic joins with its own words."""
    return ", ".join(re.findall(r"'([^']*)'", detail["ctx"]["expected"]))


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a message stays on a line


def _siblings(kind: type[Record], loc: Spot) -> list[str]:
    """Return the keys allowed where `loc` points, by following the classes down."""
    schema = kind.model_json_schema()
    here: dict[str, Any] = schema
    for part in loc[:-1]:
        here = _inner(here, part, schema)
    return sorted(here.get("properties", {}))


def _inner(here: dict[str, Any], part: str | int, schema: dict[str, Any]) -> dict[str, Any]:
    found = here.get("items", {}) if isinstance(part, int) else here.get("properties", {}).get(part, {})
    for choice in found.get("anyOf", [found]):
        if "$ref" in choice:
            definition: dict[str, Any] = schema["$defs"][choice["$ref"].rsplit("/", 1)[-1]]
            return definition
    inner: dict[str, Any] = found
    return inner
