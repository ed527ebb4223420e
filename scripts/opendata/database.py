"""The open data as one SQLite file: the tables, what names what, and every text, to be searched in each language."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from scripts.api import Api, listed
from scripts.opendata.tables import Cell, Table

SCHEMA = """
CREATE TABLE mentions (id TEXT NOT NULL, term TEXT NOT NULL REFERENCES terms, PRIMARY KEY (id, term)) WITHOUT ROWID;
CREATE TABLE related (id TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (id, other)) WITHOUT ROWID;
CREATE TABLE years (id TEXT NOT NULL, year INTEGER NOT NULL, PRIMARY KEY (id, year)) WITHOUT ROWID;
CREATE TABLE texts (number INTEGER PRIMARY KEY, list TEXT NOT NULL, id TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (heading, body, content = '', tokenize = 'unicode61');
"""
UNSPACED = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
"""Scripts that write words together, or with their endings."""
SHORT, LONG = 4, 12
"""In characters: words that are found as they are, and those that are found when a star follows them."""
PAGE = 4096
Text = tuple[str, str, str, str, str]
"""The list, the id, the language, the title and the text of something."""


def database(api: Api, tables: Mapping[str, Table]) -> bytes:
    """Return the content of the SQLite file.

    `search` finds a Korean or Japanese word also inside a longer one. (The tokenizer `trigram` of SQLite cannot find one of two
    characters, and they are the most frequent.)
    """
    lists = api.lists()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        for table in tables.values():
            _create(connection, table)
        connection.executescript(SCHEMA)
        mentions = [(str(name), term["slug"]) for term in lists["terms"]["terms"] for name in term["mentioned_in"]]
        connection.executemany("INSERT INTO mentions VALUES (?, ?)", mentions)
        items = [record for name in ("initiatives", "actions") for _, record in listed(name, lists[name])]
        connection.executemany("INSERT INTO related VALUES (?, ?)", [(i["id"], o) for i in items for o in i["related"]])
        connection.executemany("INSERT INTO years VALUES (?, ?)", [(i["id"], y) for i in items for y in i["years"]])
        _fill_texts(connection, list(texts(lists, api.views.plan.codes)))
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()


def _create(connection: sqlite3.Connection, table: Table) -> None:
    """Make a table, known by its first column."""
    kinds = [_kind(row[place] for row in table.rows) for place in range(len(table.columns))]
    columns = [f'"{name}" {kind}' for name, kind in zip(table.columns, kinds, strict=True)]
    columns[0] += " PRIMARY KEY"
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows)  # noqa: S608 - the names are ours


def _kind(cells: Iterable[Cell]) -> str:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int}:
        return "INTEGER"
    return "REAL" if kinds and kinds <= {int, float} else "TEXT"


def texts(lists: Mapping[str, Any], codes: Sequence[str]) -> Iterator[Text]:
    """Yield every text of the open data in each language, under the id that the site knows it by."""
    for name in ("agendas", "initiatives", "chapters", "actions", "terms", "background", "timeline"):
        for key, record in listed(name, lists[name]):
            base = f"{name}#{key}" if name == "timeline" else key
            yield from _texts(name, base, record, codes)
            for section in record.get("sections", ()):
                yield from _texts(name, f"{key}#{section['id']}", section, codes)


def _texts(name: str, key: str, record: Mapping[str, Any], codes: Sequence[str]) -> Iterator[Text]:
    parts = ("description", "vision", "approach") if name == "agendas" else ("text",)
    for code in codes:
        if code not in record.get("untranslated", ()):
            title = record["title" if "title" in record else "name"][code]
            yield name, key, code, title, "\n".join(record[part][code] for part in parts if part in record)


def _fill_texts(connection: sqlite3.Connection, found: Sequence[Text]) -> None:
    connection.executemany("INSERT INTO texts (list, id, language, title, text) VALUES (?, ?, ?, ?, ?)", found)
    words = [(number, tokens(title), tokens(text)) for number, (*_, title, text) in enumerate(found, start=1)]
    connection.executemany("INSERT INTO search (rowid, heading, body) VALUES (?, ?, ?)", words)
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def tokens(text: str) -> str:
    """Return what `text` is found by: its words, and of each Korean or Japanese one its parts, those up to its end as well."""
    parts = [part for run in UNSPACED.findall(text) for place in range(len(run)) for part in _parts(run[place:])]
    return " ".join([UNSPACED.sub(" ", text), *parts])


def _parts(rest: str) -> Iterator[str]:
    yield from (rest[:length] for length in range(1, min(SHORT, len(rest)) + 1))
    if len(rest) > SHORT:
        yield rest[:LONG]
