"""The open data as tables: a row for each record, a column for each fact, texts in a column for each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from scripts.api import Api, listed
from scripts.model import Item
from scripts.words import Words

Cell: TypeAlias = str | int | float | None
LIST = "; "
ITEM = (
    "slug", "title*", "text*", "untranslated", "terms", "places*", "years", "months", "numbers", "targets*", "related", "differences",
    "source_ko", "source_ja", "source_added", "url*", "id_url",
)  # fmt: skip
COLUMNS: Mapping[str, Sequence[str]] = {
    "initiatives": ("id", "agenda", "agenda_name*", "group*", *ITEM),
    "actions": ("id", "part_of", "chapter", "chapter_name*", "section", "section_title*", *ITEM),
    "terms": (
        "slug", "kind", "acronym", "name*", "other_spellings*", "partner", "mentioned_in", "background", "url*", "id_url",
    ),
    "agendas": (
        "number", "slug", "name*", "vision*", "description*", "approach*", "initiatives", "terms", "websites", "differences", "source_ko",
        "source_ja", "url*", "id_url",
    ),
    "offices": ("slug", "kind", "name*", "city*", "country*", "editions", "note*"),
    "figures": ("slug", "topic", "name*", "value", "to", "degree", "unit", "year", "about", "ko", "ja", "note"),
    "differences": ("id", "about", "kind", "ko", "ja", "note*", "where_ko", "where_ja", "url*"),
}  # fmt: skip
"""The columns of each table, the most used table first; one that ends with a star stands for a column in each language."""


@dataclass(frozen=True)
class Table:
    """A table: its name, the names of its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Tables:
    """Makes the tables of the open data."""

    api: Api

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return self.api.views.plan.codes

    def all(self) -> Mapping[str, Table]:
        """Return every table by its name."""
        lists = self.api.lists()
        return {name: self._table(name, [record for _, record in listed(name, lists[name])]) for name in COLUMNS}

    def _table(self, name: str, records: Sequence[Mapping[str, Any]]) -> Table:
        columns = tuple(
            part
            for column in COLUMNS[name]
            for part in ([f"{column[:-1]}_{code}" for code in self.codes] if column.endswith("*") else [column])
        )
        rows = [self._spread(self._prepared(record)) for record in records]
        return Table(name, columns, tuple(tuple(row.get(column) for column in columns) for row in rows))

    def _spread(self, record: Mapping[str, Any]) -> Mapping[str, Cell]:
        """Return the cells of a record: of a text in several languages a cell for each, of a list one cell."""
        cells: dict[str, Cell] = {}
        for key, value in record.items():
            if isinstance(value, dict):
                cells |= {f"{key}_{code}": _cell(text) for code, text in value.items()}
            else:
                cells[key] = _cell(value)
        return cells

    def _prepared(self, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a record with the names of what it belongs to, and with its facts in words."""
        found = {**record}
        if "sources" in record:
            found["source"] = {edition: _source(source) for edition, source in record["sources"].items()}
        if "where" in record:
            found["where"] = {edition: _source(source) for edition, source in record["where"].items()}
        if "agenda" in record:
            found["agenda_name"] = self.api.views.agendas[str(record["agenda"])].name
        if "chapter" in record:
            found |= self._above(record)
        if "targets" in record:
            found |= self._item(record, self.api.views.item(record["id"]))
        return found

    def _above(self, action: Mapping[str, Any]) -> Mapping[str, Any]:
        name, section = action["chapter"], f"{action['chapter']}#{action['section']}"
        part_of = self.api.views.above(action["id"])
        return {
            "part_of": part_of if "#" not in part_of else None,
            "chapter_name": self.api.views.chapters[name].name,
            "section_title": {code: texts.title(section) for code, texts in self.api.texts.items()},
        }

    def _item(self, record: Mapping[str, Any], item: Item) -> Mapping[str, Any]:
        words = {code: Words(code, self.api.views.plan.words[code]) for code in self.codes}
        return {
            "group": record["group"]["name"] if record["group"] else {},
            "places": {code: [place["name"][code] for place in record["places"]] for code in self.codes},
            "targets": {code: [words[code].target(target) for target in item.targets] for code in self.codes},
        }


def _cell(value: Any) -> Cell:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as one cell; an empty one is none."""
    if isinstance(value, list | tuple):
        return LIST.join(map(str, value)) or None
    found: Cell = value
    return found


def _source(source: Mapping[str, Any] | str | None) -> str | None:
    """Return the place in an edition as one cell; the day of an addition is one already."""
    if source is None or isinstance(source, str):
        return source
    return f"{source['section']}, {source['item']}" if "item" in source else str(source["section"])
