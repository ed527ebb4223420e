"""The open data described for machines: a JSON Schema for each list and record, and one OpenAPI description of every file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scripts.api import LISTINGS, PLACE, Index, Redirects, Status
from scripts.api.records import Retired

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


class ForReaders(GenerateJsonSchema):
    """Schemas for readers of the data: keys may be added, and any text may come."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a record, which may get further keys."""
        found = super().model_schema(schema)
        found.pop("additionalProperties", None)
        return found

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - the library's own
        """Return that keys have no title: it would only repeat them."""
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return the schema of a text, without a pattern that JSON Schema cannot read."""
        found = super().str_schema(schema)
        if "\\u{" in found.get("pattern", ""):
            del found["pattern"]
        return found


def types() -> Iterator[tuple[str, Any]]:
    """Yield the type of each file, under the name of its schema."""
    for name, listing in LISTINGS.items():
        yield name, listing.model(name)
        yield f"{name}.record", listing.record
    yield "retired", Retired
    yield "redirects", Redirects
    yield "status", Status
    yield "index", Index


def schemas(site_url: str, codes: tuple[str, ...]) -> Mapping[str, Schema]:
    """Return the schema of each kind of file, by its path in the site; names are given in the languages `codes`."""
    found = {}
    for name, kind in types():
        path = f"{PLACE}/schema/{name}.json"
        schema = TypeAdapter(kind).json_schema(schema_generator=ForReaders)
        _name_languages(schema.get("$defs", {}), codes)
        found[path] = {"$schema": DIALECT, "$id": f"{site_url}{path}", **schema}
    return found


def components(codes: tuple[str, ...]) -> tuple[Mapping[str, Schema], Mapping[str, Schema]]:
    """Return the schemas of all files for one document: those of the files by name, and what they refer to."""
    inputs = [(name, "validation", TypeAdapter(kind)) for name, kind in types()]
    files, shared = TypeAdapter.json_schemas(
        inputs,  # type: ignore[arg-type]  # the names of modes are literals there
        ref_template="#/components/schemas/{model}", schema_generator=ForReaders,
    )  # fmt: skip
    definitions: dict[str, Schema] = shared["$defs"]
    _name_languages(definitions, codes)
    return {name: schema for (name, _), schema in files.items()}, definitions


def _name_languages(definitions: dict[str, Schema], codes: tuple[str, ...]) -> None:
    if "Names" in definitions:
        definitions["Names"] |= {"properties": {code: {"type": "string"} for code in codes}, "required": list(codes)}
