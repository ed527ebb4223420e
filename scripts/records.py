"""From a YAML document to records, with every problem worded for the person who wrote the document."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.files import Spot, YamlFile
from scripts.model import Record
from scripts.problem import Problem, ProblemsError

R = TypeVar("R", bound=Record)

PATTERNS = {
    r"^[1-9]": 'must be an id such as "4.8": agenda, dot, position',
    r"^(?:[1-9]": 'must be an id such as "4.8" or "V.3"',
    r"^(?:P|[IVX]+)": 'must be an id such as "V.3" or "V.9.2": chapter, dot, position',
    r"^(?:P|[A-E]": "must be a letter or Roman number of the plan, such as V, or a word such as foreword",
    r"^[a-z0-9-]+(?:\.": "must be a web address without https://, such as www.iclei.org",
    r"^[a-z0-9]": "must be lower-case letters, digits and single hyphens, such as 25-years",
    r"^[A-Za-z0-9]": 'must be an id such as "4.8-1": what it is about, a hyphen and a number',
    r"^(?:(?:19": 'must be a year, a month or a day such as "2013-11-04"',
    r"^[a-z][": "must be lower-case letters, digits and single hyphens, beginning with a letter, such as resilient-city",
    r"^(?:19": 'must be a month such as "2015-04"',
    r"^(?:[a-z0-9-]+": "must be a web address without https://, or one that begins with /",
    r"^[a-z]{2}": "must be a code of two lower-case letters, such as ko",
}
"""What a text must look like, by the beginning of the pattern it failed."""
PLAIN = "must be plain text on one line, without any of < > { } [ ] * _ ` | \\ and without spaces around it"
WORDS = {
    "string_type": 'must be text; put it in quotes, such as "4.10"',
    "int_type": "must be a whole number without quotes",
    "tuple_type": "must be a list, such as [2015, 2016]",
    "dict_type": "must be a mapping with one key for each language",
    "model_type": "must be a mapping of keys and values",
    "model_attributes_type": "must be a mapping of keys and values",
    "missing": "this key is missing; add it",
    "none_required": "must be null",
    "too_short": "must not be empty or shorter than that; add what is missing",
    "string_too_long": "is too long",
}


def read_records(kind: type[R], file: YamlFile) -> R:
    """Return the record of class `kind` that `file` holds; raises ProblemsError with everything that does not fit."""
    try:
        return kind.model_validate(file.value if file.value is not None else {})
    except ValidationError as error:
        raise ProblemsError(_problem(kind, file, detail) for detail in error.errors()) from None


def _problem(kind: type[Record], file: YamlFile, detail: ErrorDetails) -> Problem:
    spot = _spot(file, detail["loc"])
    name = ".".join(str(part) for part in detail["loc"] if isinstance(part, str)) or "the file"
    if detail["type"] == "extra_forbidden":
        known = ", ".join(_siblings(kind, detail["loc"]))
        return file.problem(f"unknown key '{detail['loc'][-1]}'; known here: {known}", *spot)
    return file.problem(f"{name}: {_words(detail)}", *spot)


def _spot(file: YamlFile, loc: Spot) -> Spot:
    """Drop the parts of pydantic's location that name a branch of a union and not a place in the file."""
    spot: Spot = ()
    for part in loc:
        if (*spot, part) in file.lines:
            spot = (*spot, part)
    return spot


def _words(detail: ErrorDetails) -> str:
    shown = _shown(detail["input"])
    match detail["type"]:
        case "string_pattern_mismatch":
            pattern = detail["ctx"]["pattern"]
            words = next((w for start, w in PATTERNS.items() if pattern.startswith(start)), PLAIN)
            return f"{words}; found {shown}"
        case "literal_error":
            return f"must be one of {detail['ctx']['expected']}; found {shown}"
        case "value_error":
            return f"{detail['ctx']['error']}; found {shown}"
        case "missing":
            return WORDS["missing"]
        case known if known in WORDS:
            return f"{WORDS[known]}; found {shown}"
        case _:
            return f"{detail['msg'][0].lower()}{detail['msg'][1:]}; found {shown}"


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
