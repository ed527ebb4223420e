"""The open data in every form, read by the programs that its users have."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from rdflib import DCAT, DCTERMS, RDF, SDO, SKOS, BNode, Graph, Literal, URIRef

from scripts.api import LISTINGS, PLACE, Api
from scripts.interface import read_words
from scripts.opendata import OTHERS, open_data
from scripts.opendata.database import tokens
from scripts.opendata.sheets import csv_text
from scripts.opendata.tables import Table
from scripts.source import Plan, read_plan
from scripts.views import Views
from tests.conftest import EPOCH, ROOT, SITE_URL, SMALL
from tests.test_pages import golden

LANGUAGES = ("ko", "ja", "en")
DEPRECATED = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own reader of JSON-LD uses what rdflib itself calls deprecated."""
Files = Mapping[str, bytes]


def made(plan: Plan) -> Files:
    """Return the files of the open data of `plan`, by name."""
    files = open_data(Api(Views(plan), SITE_URL), EPOCH)
    return {path.removeprefix(f"{PLACE}/"): content for path, content in files.items()}


@pytest.fixture(scope="module")
def small_files() -> Files:
    """Return the open data of the small plan."""
    return made(read_plan(SMALL)[0])


@pytest.fixture(scope="module")
def files(plan: Plan) -> Files:
    """Return the open data of the real plan."""
    return made(plan)


def value(files: Files, name: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return what the JSON file `name` holds."""
    return json.loads(files[name])


def rows(files: Files, name: str) -> list[dict[str, str]]:
    """Return the rows of the CSV file `name`."""
    return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["openapi.json", "plan.ttl", "terms.csv"])
def test_files_are_as_they_were(small_files: Files, name: str, request: pytest.FixtureRequest) -> None:
    """What programs rely on is what the golden file holds: a change here belongs into the list of changes."""
    text = small_files[name].decode().replace("\r\n", "\n")
    golden(f"exports/{PLACE}/{name}", text, update=request.config.getoption("--update-golden"))


def test_every_record_has_a_file_of_its_own(files: Files) -> None:
    """The file of a record holds what the list does, also of a sub-item, and there are no others."""
    expected = set()
    for name, listing in LISTINGS.items():
        for record in value(files, f"{name}.json")[name]:
            for inner in (record, *record.get("items", ())):
                expected.add(f"{name}/{inner[listing.key]}.json")
                assert value(files, f"{name}/{inner[listing.key]}.json") == inner
    assert {"initiatives/4.8.json", "actions/V.9.2.json", "agendas/4.json", "terms/ccr.json"} <= expected
    assert {name for name in files if "/" in name and not name.startswith("schema/")} == expected


def schema_of(name: str) -> str:
    """Return the name of the schema that the JSON file `name` keeps."""
    folder, _, _ = name.rpartition("/")
    return f"schema/{folder}.record.json" if folder else f"schema/{name}"


def test_files_keep_their_schemas(files: Files) -> None:
    """Every JSON list, record and index is valid, and each schema is itself one of draft 2020-12 that says where it is."""
    validators = {}
    for name in (name for name in files if name.startswith("schema/")):
        schema = value(files, name)
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{SITE_URL}{PLACE}/{name}"
        validators[name] = Draft202012Validator(schema)
    data = [n for n in files if n.endswith(".json") and not n.startswith("schema/") and n != "openapi.json"]
    for name in data:
        validators[schema_of(name)].validate(value(files, name))
    later = {"schema/redirects.json", "schema/retired.json"}  # of files that are made with the pages
    assert {schema_of(name) for name in data} == set(validators) - later


@pytest.mark.parametrize(
    ("name", "key", "wrong"),
    [
        ("initiatives/1.1.json", "id", "1"),
        ("initiatives/1.1.json", "title", {"ko": "물"}),
        ("initiatives/1.1.json", "years", ["2015"]),
        ("terms/world-water-forum.json", "kind", "thing"),
    ],
)
def test_schemas_refuse_what_is_wrong(small_files: Files, name: str, key: str, wrong: object) -> None:
    """A record with a wrong or missing value is not valid, while one with a further key is."""
    check, record = Draft202012Validator(value(small_files, schema_of(name))), value(small_files, name)
    assert check.is_valid({**record, "further": 1})
    assert not check.is_valid({**record, key: wrong})
    assert not check.is_valid({name: value for name, value in record.items() if name != key})


def closed(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return `schema` refusing every key that it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    return (
        {"additionalProperties": False, **inner} if "properties" in schema and schema.get("type") == "object" else inner
    )


def test_schemas_name_every_key(files: Files) -> None:
    """No list has a key that its schema does not know."""
    for name in (*LISTINGS, "status", "index"):
        Draft202012Validator(closed(value(files, f"schema/{name}.json"))).validate(value(files, f"{name}.json"))


def test_the_openapi_description_is_whole(files: Files) -> None:
    """The standard check finds nothing, and every file of the data has its path."""
    description = value(files, "openapi.json")
    validate(description)
    paths = {re.sub(r"\{\w+\}", "*", path.removeprefix(f"/{PLACE}/")) for path in description["paths"]}
    kept = {re.sub(r"/.*\.json$", "/*.json", name) for name in files if not name.startswith("schema/")}
    assert paths == kept - {"openapi.json"} | {"redirects.json"}
    assert {server["url"] for server in description["servers"]} == {SITE_URL.rstrip("/")}


def test_the_index_names_every_file(files: Files) -> None:
    """Lists, records, schemas and downloads are all in the index, with their sizes and checksums."""
    index, base = value(files, "index.json"), f"{SITE_URL}{PLACE}/"
    named = {address for entry in index["lists"].values() for address in entry["records"].values()}
    named |= {entry[key] for entry in index["lists"].values() for key in ("url", "schema", "record_schema")}
    for entry in index["downloads"]:
        content = files[entry["url"].removeprefix(base)]
        assert (entry["size"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        named.add(entry["url"])
    unnamed = {base + name for name in files} - named
    kinds = ("status", "index", "redirects", "retired")
    assert unnamed == {f"{base}{n}" for n in ("index.json", "SHA256SUMS", *(f"schema/{kind}.json" for kind in kinds))}


def test_csv_opens_right(files: Files, plan: Plan) -> None:
    """A byte order mark, rows that end as RFC 4180 says, one row for each record, every language."""
    text = files["initiatives.csv"]
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\r\n") > len(plan.initiatives)
    found = rows(files, "initiatives.csv")
    assert [row["id"] for row in found] == [initiative.id for initiative in plan.initiatives]
    assert len(rows(files, "actions.csv")) == len(plan.actions)
    assert len(rows(files, "terms.csv")) == len(plan.terms)
    for row, record in zip(found, value(files, "initiatives.json")["initiatives"], strict=True):
        assert {code: row[f"text_{code}"] for code in LANGUAGES} == record["text"]
        assert row["years"] == "; ".join(map(str, record["years"]))
        assert row["agenda_name_en"]
        assert row["id_url"] == record["id_url"]
    sub_item = next(row for row in rows(files, "actions.csv") if row["id"] == "V.9.2")
    assert (sub_item["part_of"], sub_item["chapter"]) == ("V.9", "V")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    """A text that a spreadsheet program would run is shown as text; numbers stay numbers."""
    text = csv_text(Table("t", ("a", "b"), ((f"{begin}1+1", -1),))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == [f"'{begin}1+1", "-1"]


def test_the_workbook_opens(files: Files) -> None:
    """Another library reads each sheet: as many rows as the list has, a head that stays, links, and the right fonts."""
    book = openpyxl.load_workbook(io.BytesIO(files["plan.xlsx"]))
    counts = {name: len(value(files, f"{name}.json")[name]) for name in book.sheetnames[1:]}
    counts["actions"] = len(rows(files, "actions.csv"))
    assert {name: book[name].max_row - 1 for name in counts} == counts
    assert book.sheetnames == [
        "about",
        "initiatives",
        "actions",
        "terms",
        "agendas",
        "offices",
        "figures",
        "differences",
    ]
    sheet = book["initiatives"]
    second = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert sheet.freeze_panes == "B2"
    link = second["id_url"].hyperlink
    assert link
    assert link.target == second["id_url"].value == f"{SITE_URL}id/1.1/"
    assert [second[f"text_{code}"].font.name for code in LANGUAGES] == ["Malgun Gothic", "Yu Gothic", "Calibri"]
    assert second["text_ko"].alignment.wrap_text
    assert (second["id"].value, second["agenda"].value) == ("1.1", 1)
    assert not any(cell.data_type == "f" for page in book for row in page.iter_rows() for cell in row)
    assert {read_words(code)["note"] for code in LANGUAGES} <= {cell.value for cell in book["about"]["A"]}


def test_the_database_opens(files: Files, tmp_path: Path) -> None:
    """The file is sound, and its tables have a row for each record."""
    (tmp_path / "plan.sqlite").write_bytes(files["plan.sqlite"])
    with closing(sqlite3.connect(tmp_path / "plan.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*), min(agenda), typeof(agenda) FROM initiatives").fetchone() == (
            145,
            1,
            "integer",
        )
        named = database.execute("SELECT id FROM mentions WHERE term = 'ccr'").fetchall()
        assert {name for (name,) in named} == set(value(files, "terms/ccr.json")["mentioned_in"])


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ko", "소도시"),
        ("ko", "재난"),
        ("ko", "재생에너지*"),
        ("ja", "防災"),
        ("ja", "再生可能エネルギー*"),
        ("en", "resilien*"),
    ],
)
def test_the_database_finds_words(files: Files, tmp_path: Path, language: str, word: str) -> None:
    """A word is found wherever it stands, as a look through every text finds it."""
    (tmp_path / "plan.sqlite").write_bytes(files["plan.sqlite"])
    query = "SELECT number FROM search JOIN texts ON number = search.rowid WHERE search MATCH ? AND language = ?"
    look = "SELECT number FROM texts WHERE title || ' ' || text LIKE ? AND language = ?"
    with closing(sqlite3.connect(tmp_path / "plan.sqlite")) as database:
        found = set(database.execute(query, [word, language]))
        assert found == set(database.execute(look, [f"%{word.rstrip('*')}%", language]))
    assert found


def test_words_are_cut_where_no_space_is() -> None:
    """Short parts and the rest of each word are found; what has spaces stays as it is."""
    assert tokens("ab 防災") == "ab   防 防災 災"
    assert "가나다라마" in tokens("가나다라마").split()
    assert "나다라" in tokens("가나다라마").split()


@DEPRECATED
def test_linked_data_loads(files: Files) -> None:
    """Both forms hold the same facts, none of them about a nameless thing: a concept for each term, a part for each record."""
    graph, other = Graph().parse(data=files["plan.ttl"]), Graph().parse(data=files["plan.jsonld"], format="json-ld")
    assert set(graph) == set(other)
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]
    glossary = URIRef(f"{SITE_URL}{PLACE}/plan.ttl#glossary")
    terms = set(graph.subjects(SKOS.inScheme, glossary))
    assert terms == {URIRef(term["id_url"]) for term in value(files, "terms.json")["terms"]}
    for term in terms:
        names = [name for name in graph.objects(term, SKOS.prefLabel) if isinstance(name, Literal)]
        assert sorted(str(name.language) for name in names) == sorted(LANGUAGES)
        assert not set(names) & set(graph.objects(term, SKOS.altLabel))
    items = [*rows(files, "initiatives.csv"), *rows(files, "actions.csv")]
    assert {str(node) for node in graph.subjects(RDF.type, SDO.CreativeWork)} >= {item["id_url"] for item in items}
    subjects = set(graph.objects(URIRef(f"{SITE_URL}id/4.8/"), DCTERMS.subject))
    assert subjects == {URIRef(f"{SITE_URL}id/{slug}/") for slug in value(files, "initiatives/4.8.json")["terms"]}


@DEPRECATED
def test_the_catalogue_describes_every_file(files: Files) -> None:
    """Licence, publisher and languages of the dataset; of each file its address, type and size."""
    graph = Graph().parse(data=files["catalog.ttl"])
    assert set(graph) == set(Graph().parse(data=files["catalog.jsonld"], format="json-ld"))
    dataset = graph.value(predicate=RDF.type, object=DCAT.Dataset)
    for predicate in (DCTERMS.license, DCTERMS.publisher, DCTERMS.source, DCTERMS.modified, DCTERMS.rights):
        assert (dataset, predicate, None) in graph
    assert len(list(graph.objects(dataset, DCTERMS.language))) == len(LANGUAGES)
    files_told = {str(graph.value(d, DCAT.downloadURL)): d for d in graph.objects(dataset, DCAT.distribution)}
    own = {"catalog.ttl", "catalog.jsonld", "index.json", "SHA256SUMS"}
    lists = {f"{name}.json" for name in (*LISTINGS, "status", "openapi")}
    assert {address.removeprefix(f"{SITE_URL}{PLACE}/") for address in files_told} == lists | set(OTHERS) - own
    for address, node in files_told.items():
        assert int(str(graph.value(node, DCAT.byteSize))) == len(files[address.rsplit("/", 1)[1]])


def test_the_checksums_are_right(files: Files, tmp_path: Path) -> None:
    """The usual program finds every file whole, and there is a sum for each."""
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)
    assert files["SHA256SUMS"].count(b"\n") == len(files) - 1


def test_the_list_of_changes_has_the_version(files: Files) -> None:
    """The version that the descriptions give is the newest in the list of changes, within version 1."""
    changes = (ROOT / "scripts/opendata/CHANGELOG.md").read_text(encoding="utf-8")
    version = value(files, "index.json")["version"]
    assert changes.split("\n## ")[1].startswith(f"{version}\n")
    assert value(files, "openapi.json")["info"]["version"] == version
    assert version.startswith("1.")


def test_the_same_plan_gives_the_same_bytes() -> None:
    """In processes that order sets differently, every file has the same content."""
    program = """
import hashlib, pathlib
from tests.test_opendata import made, read_plan, SMALL
files = made(read_plan(SMALL)[0])
print({name: hashlib.sha256(content).hexdigest() for name, content in files.items()})
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


def test_a_missing_translation_is_not_passed_off(small: Path) -> None:
    """What is not translated yet has no text in that language in linked data and search, and is named in the tables."""
    path = small / "docs/ja/agendas/water-city.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("## 水を節約する {#1.2")], encoding="utf-8")
    found = made(read_plan(small)[0])
    graph = Graph().parse(data=found["plan.ttl"])
    titles = [t for t in graph.objects(URIRef(f"{SITE_URL}id/1.2/"), DCTERMS.title) if isinstance(t, Literal)]
    assert sorted(str(title.language) for title in titles) == ["en", "ko"]
    assert [row["untranslated"] for row in rows(found, "initiatives.csv")] == ["", "ja"]
