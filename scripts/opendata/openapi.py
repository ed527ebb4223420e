"""One OpenAPI description of every address of the open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.api import LISTINGS, PLACE
from scripts.opendata.schema import Schema, components

LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def description(
    site_url: str, codes: tuple[str, ...], about: tuple[str, str], version: str, others: Mapping[str, tuple[str, str]]
) -> Mapping[str, Any]:
    """Return the description of the open data under `site_url`.

    `about` is its title and what it is, `others` the files besides JSON lists and records: by name their type and what they are.
    """
    files, definitions = components(codes)
    paths = dict(_paths(files))
    for name, (media, summary) in others.items():
        body = files.get(name.removesuffix(".json"), {} if media.endswith("json") else {"type": "string"})
        paths[f"/{PLACE}/{name}"] = {"get": _get(_identifier(name), summary, media, body)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": about[0], "description": about[1], "version": version, "license": {"name": "CC BY 4.0", "url": LICENSE},
        },
        "servers": [{"url": site_url.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": definitions},
    }  # fmt: skip


def _paths(files: Mapping[str, Schema]) -> Iterator[tuple[str, Any]]:
    """Yield the address of each list and of its records, and what is there."""
    retired = files["retired"]
    for name, listing in LISTINGS.items():
        yield f"/{PLACE}/{name}.json", {"get": _get(name, listing.title, "application/json", files[name])}
        summary = f"One of: {listing.title[0].lower()}{listing.title[1:]}"
        record = _get(f"{name}_record", summary, "application/json", {"oneOf": [files[f"{name}.record"], retired]})
        record["responses"]["404"] = {"description": f"There is no record with this {listing.key}"}
        key = {"name": listing.key, "in": "path", "required": True, "schema": {"type": "string"}}
        yield f"/{PLACE}/{name}/{{{listing.key}}}.json", {"parameters": [key], "get": record}
    gone = _get("redirects", "Ids that are no longer used, and where they lead", "application/json", files["redirects"])
    yield f"/{PLACE}/redirects.json", {"get": gone}
    status = _get("status", "The state of the translations", "application/json", files["status"])
    yield f"/{PLACE}/status.json", {"get": status}


def _get(name: str, summary: str, media: str, schema: Schema) -> dict[str, Any]:
    content = {media: {"schema": schema}}
    return {"operationId": name, "summary": summary, "responses": {"200": {"description": summary, "content": content}}}


def _identifier(name: str) -> str:
    return name.replace(".", "_").replace("/", "_")
