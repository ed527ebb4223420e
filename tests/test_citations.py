"""References to everything that can be cited, read by the programs that people read them with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rispy
import yaml
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft7Validator
from lxml import html
from pybtex.database import parse_string
from pybtex.richtext import Text

from scripts.citations import FORMATS, Citation, Citer, Snapshot, citable
from scripts.exports import Exports
from scripts.head import Head
from scripts.pages import pages
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import ROOT, SITE_URL, SMALL

SNAPSHOT = Snapshot(date(2026, 3, 14), "5f99d81")
LANGUAGES = ("ko", "ja", "en")
HARD = r"""5 % & #1_{x} ~ ^ $ \ “quoted” </script><b> " 小島 도시"""
"""A title with all that some format treats as its own."""


def citer(plan: Plan, language: str) -> Citer:
    """Return what makes the references of a language."""
    return Citer(Texts(Views(plan), language), SITE_URL, SNAPSHOT)


@pytest.fixture(scope="module")
def citations(plan: Plan) -> Mapping[str, Citation]:
    """Return every reference of the real plan, by the path of its files."""
    makers = [citer(plan, language) for language in LANGUAGES]
    found = [maker.citation(name) for maker in makers for name in citable(maker.texts.views)]
    return {citation.path: citation for citation in found}


@pytest.fixture(scope="module")
def hard(citations: Mapping[str, Citation]) -> Citation:
    """Return a reference whose words are as hard as can be."""
    return replace(citations["cite/4.8.en"], title=HARD, note=HARD, edition=HARD, work=HARD, author=HARD)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "이클레이(2015). “{title}.” 『2015-2021 이클레이 전략계획』, 쉬운 말 판(2026-03-14 고침, 개정 번호 5f99d81). {url} (검색일: 2026-04-01)"),
        ("ja", "ICLEI. “{title}”. ICLEI戦略2015-2021（ソウルプラン）. 2015, 平易な言葉による版, 2026-03-14更新, リビジョン5f99d81. {url}, (参照 2026-04-01)"),
        ("en", "ICLEI. (2015). {title}. In ICLEI Seoul Strategic Plan 2015-2021 (plain-language edition, revision 5f99d81 of 2026-03-14). Retrieved 2026-04-01, from {url}"),
    ],
)  # fmt: skip
def test_texts_follow_the_custom_of_each_language(plan: Plan, language: str, text: str) -> None:
    """A reference on one line names author, year, title with id, plan, edition, revision, lasting address and day of reading."""
    maker = citer(plan, language)
    title = f"4.8 {maker.texts.title('4.8')}"
    accessed = maker.words.fill("cite_accessed", date="2026-04-01")
    assert maker.text("4.8", accessed) == text.format(title=title, url=f"{SITE_URL}id/4.8/")


def test_a_term_is_the_sites_own(plan: Plan) -> None:
    """ICLEI is not named as the author of a term, nor as the publisher of anything."""
    term, item = (citer(plan, "en").citation(name) for name in ("ccr", "4.8"))
    assert (term.author, term.year) == ("Contributors to the ICLEI Seoul Plan site", 2026)
    assert (item.author, item.year) == ("ICLEI", 2015)
    assert term.publisher == item.publisher == term.author


def test_a_site_without_a_history_names_no_revision(plan: Plan) -> None:
    """Outside a repository a reference gives the date alone."""
    maker = Citer(Texts(Views(plan), "en"), SITE_URL, Snapshot(date(2026, 3, 14)))
    assert "(plain-language edition, revised 2026-03-14)" in maker.text("4.8")


def test_bibtex_is_read(citations: Mapping[str, Citation]) -> None:
    """A BibTeX reader finds every reference, each under a key of its own, with all it says."""
    entries = parse_string("".join(FORMATS["bib"][1](c) for c in citations.values()), "bibtex").entries
    assert len(entries) == len(citations)
    for citation, entry in zip(citations.values(), entries.values(), strict=True):
        fields = {key: decoded(value) for key, value in entry.fields.items() if key != "url"}
        assert entry.type == "incollection"
        assert [decoded(str(person)) for person in entry.persons["author"]] == [citation.author]
        said = [fields[key] for key in ("title", "booktitle", "publisher")]
        assert said == [" ".join(text.split()) for text in (citation.title, citation.work, citation.publisher)]
        assert (fields["year"], entry.fields["url"]) == (str(citation.year), citation.url)
        assert citation.edition in fields["note"]
        assert fields["langid"] in {"korean", "japanese", "english"}


def decoded(text: str) -> str:
    """Return `text` as TeX prints it."""
    return str(Text.from_latex(text))


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (r"5 % & #1_x ~ \ “小島” 도시", r"{5 \% \& \#1\_x \textasciitilde{} \textbackslash{} “小島” 도시}"),
        ("} ^ $ {", r"{\textbraceright{} \textasciicircum{} \$ \textbraceleft{}}"),
    ],
)
def test_bibtex_keeps_every_sign(hard: Citation, title: str, written: str) -> None:
    """What TeX treats as its own is written so that TeX prints it, and no brace ends a field."""
    entries = parse_string(FORMATS["bib"][1](replace(hard, title=title)), "bibtex").entries
    assert [entry.fields["title"] for entry in entries.values()] == [written]
    if "{" not in title:  # the reader does not know every name of a sign
        assert decoded(written) == title


def test_ris_is_read(citations: Mapping[str, Citation]) -> None:
    """A RIS reader finds in every reference all it says; lines end as the format wants."""
    text = "".join(FORMATS["ris"][1](c) for c in citations.values())
    assert text.count("\r\n") == text.count("\n")
    for citation, entry in zip(citations.values(), rispy.loads(text), strict=True):
        kind = {"chapter": "CHAP", "entry": "DICT"}[citation.kind]
        assert (entry["type_of_reference"], entry["authors"], entry["year"]) == (
            kind, [citation.author], str(citation.year)
        )  # fmt: skip
        assert (entry["title"], entry["secondary_title"]) == (citation.title, citation.work)
        assert (entry["urls"], entry["language"]) == ([citation.url], citation.language)
        assert (entry["edition"], entry["publisher"]) == (citation.edition, citation.publisher)


def test_csl_fits_its_schema(citations: Mapping[str, Citation], hard: Citation) -> None:
    """Every reference in CSL-JSON is what the official schema allows."""
    schema = Draft7Validator(json.loads((ROOT / "tests/schemas/csl-data.json").read_text(encoding="utf-8")))
    for citation in (*citations.values(), hard):
        assert not list(schema.iter_errors(json.loads(FORMATS["json"][1](citation))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_csl_is_set(citations: Mapping[str, Citation], language: str) -> None:
    """A citation processor sets an initiative and a term in a common style, with title, plan and address."""
    for name in ("4.8", "ccr"):
        citation = citations[f"cite/{name}.{language}"]
        line = set_line(json.loads(FORMATS["json"][1](citation)))
        for part in (citation.author, str(citation.year), citation.title, citation.url):
            assert part in line


def set_line(items: list[dict[str, Any]]) -> str:
    """Return the reference as a citation processor sets it."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Cited([CitationItem(items[0]["id"])]))
    return "".join(str(part) for part in bibliography.bibliography()[0])


def test_each_reference_is_a_file(plan: Plan) -> None:
    """Every chapter, agenda, item and term has its files in each language, as text and in each format."""
    views = Views(plan)
    files = Exports(views, SITE_URL, SNAPSHOT).all({code: {} for code in LANGUAGES} | {"ko": {}})
    names = {
        f"cite/{name}.{code}.{ending}" for name in citable(views) for code in LANGUAGES for ending in (*FORMATS, "txt")
    }
    assert names == {path for path in files if path.startswith("cite/")}
    assert files["cite/4.8.en.txt"] == f"{citer(plan, 'en').text('4.8')}\n"


def heads(plan: Plan, language: str) -> Iterator[tuple[str, dict[str, str], dict[str, Any]]]:
    """Yield of every page its path, its meta tags and its JSON-LD."""
    for path, text in pages(Texts(Views(plan), language), SITE_URL, snapshot=SNAPSHOT).items():
        tags = html.fragments_fromstring("".join(yaml.safe_load(text.split("---\n")[1])["head"]))
        meta = {str(t.get("property") or t.get("name")): str(t.get("content")) for t in tags if t.tag == "meta"}
        yield path, meta, json.loads(str(tags[-1].text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_tell_programs_what_a_page_is(plan: Plan, language: str) -> None:
    """Every page has Open Graph and JSON-LD about itself; those to be cited have the tags of reference managers."""
    views = Views(plan)
    cited = 0
    for _, meta, record in heads(plan, language):
        assert meta["og:title"] == record["name"]
        assert meta["og:url"] == record["url"]
        assert meta["og:locale"] == {"ko": "ko_KR", "ja": "ja_JP", "en": "en_GB"}[language]
        assert (record["inLanguage"], record["dateModified"], record["version"]) == (language, "2026-03-14", "5f99d81")
        if "citation_title" in meta:
            cited += 1
            assert meta["citation_public_url"] == record["identifier"]
            assert ("translationOfWork" in record) == (language != "ko")
            assert len(record.get("workTranslation", [])) == (2 if language == "ko" else 0)
    assert cited == len(citable(views))


def test_an_initiative_is_part_of_its_agenda_and_about_its_terms(plan: Plan) -> None:
    """JSON-LD leads from an initiative to its agenda, its terms and the plan it restates."""
    record = next(record for path, _, record in heads(plan, "ja") if path == "initiatives/4.8.md")
    assert record["isPartOf"]["@id"] == f"{SITE_URL}ja/agendas/resilient-city/"
    assert [term["@type"] for term in record["about"]] == ["DefinedTerm"] * len(plan.items["4.8"].terms)
    assert record["isBasedOn"]["url"] == "https://www.iclei.org/seoul-strategic-plan"


def test_head_tags_hold_any_words() -> None:
    """No title can end a tag or a script."""
    plan = read_plan(SMALL)[0]
    text = "".join(Head(citer(plan, "en")).tags("en/x/", HARD, HARD, "1.1"))
    tags = html.fragments_fromstring(text)
    assert {t.tag for t in tags} == {"meta", "script"}
    assert json.loads(str(tags[-1].text))["name"] == HARD
    assert next(t for t in tags if t.get("property") == "og:title").get("content") == HARD


def test_the_repository_can_be_cited() -> None:
    """CITATION.cff is what its schema allows, and of the same version as the project."""
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "tests/schemas/cff-1.2.0.json").read_text(encoding="utf-8"))
    assert not list(Draft7Validator(schema).iter_errors(cff))
    assert f'version = "{cff["version"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
