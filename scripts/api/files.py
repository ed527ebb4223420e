"""The JSON files of the open data: a list of each kind of record, and a file for each record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, create_model
from typing_extensions import TypedDict

from scripts.api import records
from scripts.api.lists import Api

PLACE = "api/v1"


@dataclass(frozen=True)
class Listing:
    """A list: what its records are, the key they are known by, and the types of what else is in the file."""

    title: str
    record: Any
    key: str
    more: Mapping[str, Any]

    def model(self, name: str) -> type[BaseModel]:
        """Return the type of the file, for its schema."""
        kinds: Mapping[str, Any] = {name: GenericAlias(list, (self.record,)), **self.more}
        fields: dict[str, Any] = {key: (kind, ...) for key, kind in kinds.items()}
        made: type[BaseModel] = create_model(f"{name.capitalize()}List", __doc__=f"{self.title}.", **fields)
        return made


LISTINGS: Mapping[str, Listing] = {
    "agendas": Listing("The ten urban agendas", records.Agenda, "number", {}),
    "initiatives": Listing("The initiatives of the agendas", records.Initiative, "id", {}),
    "chapters": Listing("The chapters of the plan, section by section", records.Chapter, "id", {}),
    "actions": Listing("What ICLEI itself plans, sub-items inside their action", records.Action, "id", {}),
    "terms": Listing("The bodies, programmes, events and concepts that are named", records.Term, "slug", {}),
    "offices": Listing("The offices of ICLEI in April 2015", records.Office, "slug", {}),
    "figures": Listing("The figures the plan gives", records.Figure, "slug", {"charts": list[records.Chart]}),
    "differences": Listing("Where the editions differ", records.Difference, "id", {"editions": list[records.Edition]}),
    "background": Listing("What is not part of the plan", records.Topic, "slug", {"works": list[records.Work]}),
    "timeline": Listing("Dated events", records.Event, "id", {}),
}
"""Every list of records, by the name of its file."""


class Status(BaseModel):
    """How far each translation keeps up with the source."""

    status: dict[str, records.Progress]
    sections: list[records.Task]


class Redirects(BaseModel):
    """Every id that is no longer used."""

    redirects: list[records.Redirect]


class IndexedList(TypedDict):
    """A list: what is in it, its address, its schemas, and the address of each record."""

    title: str
    url: str
    schema: str
    record_schema: str
    records: dict[str, str]


class IndexedFile(TypedDict):
    """A file: its address, its type, what it is, its size in bytes and its checksum."""

    url: str
    media_type: str
    title: str
    size: int
    sha256: str


class Index(TypedDict):
    """The names of all files of the open data."""

    version: str
    openapi: str
    lists: dict[str, IndexedList]
    downloads: list[IndexedFile]


def listed(name: str, content: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each record of the list `name` under its id; sub-items of actions follow their action."""
    for record in content[name]:
        yield str(record[LISTINGS[name].key]), record
        yield from ((str(item["id"]), item) for item in record.get("items", ()))


def json_text(value: object) -> str:
    """Return `value` as the text of a JSON file."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def documents(api: Api) -> Mapping[str, str]:
    """Return the text of each list and of each record, by its path in the site."""
    lists = api.lists()
    files = {f"{PLACE}/{name}.json": json_text(content) for name, content in lists.items()}
    return files | {
        f"{PLACE}/{name}/{key}.json": json_text(record)
        for name in LISTINGS
        for key, record in listed(name, lists[name])
    }
