"""The open data as files to take away: JSON with its descriptions, tables, linked data, a database, and what lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.api import LISTINGS, PLACE, Api, documents, json_text
from scripts.opendata.catalogue import Download, checksums, dataset, index
from scripts.opendata.database import database
from scripts.opendata.linked import Linked, json_ld, turtle
from scripts.opendata.openapi import description
from scripts.opendata.schema import schemas
from scripts.opendata.sheets import csv_text, workbook
from scripts.opendata.tables import Tables
from scripts.words import Words

__all__ = ["OTHERS", "names", "open_data"]

OTHERS: Mapping[str, tuple[str, str]] = {
    "initiatives.csv": ("text/csv", "The initiatives, a row for each"),
    "actions.csv": ("text/csv", "The planned actions and their sub-items, a row for each"),
    "terms.csv": ("text/csv", "The glossary, a row for each term"),
    "plan.xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "A workbook with a sheet for each kind of record",
    ),
    "plan.sqlite": ("application/vnd.sqlite3", "A database with every text, to be searched in each language"),
    "plan.ttl": ("text/turtle", "The plan and its glossary as linked data"),
    "plan.jsonld": ("application/ld+json", "The same as JSON-LD"),
    "catalog.ttl": ("text/turtle", "The dataset and its files in the terms of DCAT"),
    "catalog.jsonld": ("application/ld+json", "The same as JSON-LD"),
    "index.json": ("application/json", "The names of all files"),
    "SHA256SUMS": ("text/plain", "The checksums of the files"),
    "CHANGELOG.md": ("text/markdown", "What changed in the open data"),
}
"""Every file besides the JSON lists and records and what describes them: its type, and what it is."""
CHANGES = Path(__file__).parent / "CHANGELOG.md"


def open_data(api: Api, epoch: int) -> Mapping[str, bytes]:
    """Return the content of every file of the open data, dated `epoch`, by its path in the site."""
    changes = CHANGES.read_text(encoding="utf-8")
    version = re.findall(r"^## ([\d.]+)", changes, re.MULTILINE)[0]
    words = _words(api)["en" if "en" in api.texts else api.views.plan.codes[0]]
    about = (words["data_title"], words["data_intro"])
    described = {
        **schemas(api.site_url, api.views.plan.codes),
        f"{PLACE}/openapi.json": description(api.site_url, api.views.plan.codes, about, version, OTHERS),
    }
    texts = {**documents(api), **{path: json_text(value) for path, value in described.items()}}
    files = {path: text.encode() for path, text in texts.items()}
    files |= {f"{PLACE}/{name}": content for name, content in _forms(api, epoch).items()}
    files[f"{PLACE}/CHANGELOG.md"] = changes.encode()
    downloads = list(_downloads(files))
    described_files = dataset(api, downloads, epoch)
    files[f"{PLACE}/catalog.ttl"] = turtle(described_files)
    files[f"{PLACE}/catalog.jsonld"] = json_ld(described_files)
    files[f"{PLACE}/index.json"] = json_text(index(api, list(_downloads(files)), version)).encode()
    files[f"{PLACE}/SHA256SUMS"] = checksums({path.removeprefix(f"{PLACE}/"): text for path, text in files.items()})
    return files


def names(api: Api) -> set[str]:
    """Return the path of every file of the open data, without making those that take long."""
    described = {*schemas(api.site_url, api.views.plan.codes), f"{PLACE}/openapi.json"}
    return described | set(documents(api)) | {f"{PLACE}/{name}" for name in OTHERS}


def _words(api: Api) -> Mapping[str, Words]:
    plan = api.views.plan
    return {code: Words(code, plan.words[code]) for code in plan.codes}


def _forms(api: Api, epoch: int) -> Mapping[str, bytes]:
    """Return the plan in the forms of other programs, by the name of the file."""
    tables, graph = Tables(api).all(), Linked(api).graph()
    keys = ("data_title", "data_intro", "data_columns", "data_rights", "note")
    lines = [(code, words[key]) for code, words in _words(api).items() for key in keys]
    return {
        **{f"{name}.csv": csv_text(tables[name]) for name in ("initiatives", "actions", "terms")},
        "plan.xlsx": workbook(lines, tables, epoch),
        "plan.sqlite": database(api, tables),
        "plan.ttl": turtle(graph),
        "plan.jsonld": json_ld(graph),
    }


def _downloads(files: Mapping[str, bytes]) -> Iterator[Download]:
    """Yield the lists and other forms that are there already."""
    titles = {f"{name}.json": ("application/json", listing.title) for name, listing in LISTINGS.items()}
    titles["status.json"] = ("application/json", "The state of the translations")
    titles["openapi.json"] = ("application/vnd.oai.openapi+json", "The description of the open data for programs")
    for name, (media, title) in {**titles, **OTHERS}.items():
        if content := files.get(f"{PLACE}/{name}"):
            yield Download(name, media, title, content)
