"""The real site as it is published: languages, addresses, links, weight."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from scripts.audit import audit
from scripts.problem import ProblemsError
from scripts.source import Plan
from tests.conftest import SITE_URL, Built

LANGUAGES = ("ko", "ja", "en")
SEARCH_BUDGET = 200_000
"""What the search of one language may weigh, compressed, in bytes: pages, library and our words together."""


def pages(site: Built, language: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield every page of a language but its 404: its address and its content."""
    for file in sorted((site.folder / language).rglob("index.html")):
        yield file.parent.relative_to(site.folder).as_posix() + "/", html.document_fromstring(file.read_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_initiative_agenda_and_term_has_its_page(site: Built, plan: Plan, language: str) -> None:
    """Pages exist for all that the data lists, and each heading of an agenda has its lasting id."""
    for initiative in plan.initiatives:
        assert (site.folder / language / "initiatives" / initiative.id / "index.html").is_file()
    for slug in plan.terms:
        assert (site.folder / language / "terms" / slug / "index.html").is_file()
    for agenda in plan.agendas.records.agendas:
        page = html.parse(str(site.folder / language / "agendas" / agenda.slug / "index.html")).getroot()
        ids = {e.get("id") for e in page.iter(tag=etree.Element)}
        assert {initiative.id for initiative in agenda.initiatives} | {"description", "vision", "approach"} <= ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_there_as_markdown_too(site: Built, language: str) -> None:
    """Beside each page is its text as Markdown, which the page names, with its title and only whole links."""
    for address, page in pages(site, language):
        assert [e.get("href") for e in page.findall(".//link[@type='text/markdown']")] == ["index.md"]
        text = (site.folder / address / "index.md").read_text(encoding="utf-8")
        assert f'\nurl: "{SITE_URL}{address}"\n' in text
        title = "".join(page.find(".//h1").itertext()).removesuffix("¶").split()
        assert " ".join(next(line for line in text.splitlines() if line.startswith("# "))[2:].split()) == " ".join(
            title
        )
        assert [
            link for link in re.findall(r"\]\(<?([^)\s>]+)", text) if not link.startswith(("http://", "https://"))
        ] == []


def test_programs_find_what_they_are_shown(site: Built) -> None:
    """Every link of llms.txt into the site is a file of it."""
    text = (site.folder / "llms.txt").read_text(encoding="utf-8")
    found = re.findall(rf"\({re.escape(SITE_URL)}([^)]+)\)", text)
    assert len(found) > 90
    assert [path for path in found if not (site.folder / path).is_file()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_head_tells_the_truth(site: Built, language: str) -> None:
    """Language, canonical address and hreflang with x-default are absolute, whole, and right on every page."""
    titles = set()
    for address, page in pages(site, language):
        assert page.get("lang") == language
        inside = address.removeprefix(f"{language}/")
        heads = {str(e.get("hreflang")): str(e.get("href")) for e in page.findall(".//link[@hreflang]")}
        default = heads.pop("x-default")
        assert heads == {code: f"{SITE_URL}{code}/{inside}" for code in LANGUAGES}
        expected = f"{SITE_URL}id/" if re.match(r"(initiatives|actions|terms|agendas|plan)/.", inside) else SITE_URL
        assert default.startswith(expected)
        assert [e.get("href") for e in page.findall(".//link[@rel='canonical']")] == [SITE_URL + address]
        titles.add(page.findtext(".//title"))
    assert len(titles) == sum(1 for _ in pages(site, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_whose_words_it_has_and_switches_in_place(site: Built, plan: Plan, language: str) -> None:
    """The note with the link to the official plan is on every page, and the switcher leads to the same page."""
    note = plan.words[language]["note"]
    for address, page in pages(site, language):
        footer = page.find(".//footer")
        assert footer is not None
        assert note in footer.text_content()
        assert "https://www.iclei.org/seoul-strategic-plan" in [a.get("href") for a in footer.iter("a")]
        switch = {a.get("lang"): a.get("href") for a in page.iter("a") if a.get("class") == "md-select__link"}
        inside = address.removeprefix(f"{language}/")
        assert {code: str(href).split("../")[-1] for code, href in switch.items()} == {
            code: f"{code}/{inside}" for code in LANGUAGES
        }


def test_links_lead_somewhere_and_nothing_is_loaded_from_elsewhere(site: Built) -> None:
    """The audit that every build runs finds nothing."""
    assert audit(site.folder, SITE_URL, LANGUAGES) > 3 * (145 + 10)


@pytest.mark.parametrize(
    ("broken", "name"),
    [
        ('<a href="../nowhere/">a</a>', "page-link-broken"),
        ('<a href="index.html/">a</a>', "page-link-broken"),
        ('<a href="#nothing">a</a>', "page-fragment-broken"),
        ('<script src="https://elsewhere.example/a.js"></script>', "page-load-foreign"),
        ('<img src="missing.png">', "page-load-missing"),
        ("<h1>Two</h1>", "page-headings-wrong"),
    ],
)
def test_the_audit_finds_what_is_broken(tmp_path: Path, broken: str, name: str) -> None:
    """Each kind of fault in a built page is told."""
    folder = tmp_path / "ko"
    folder.mkdir()
    (folder / "index.html").write_text(f'<html lang="ko"><h1>One</h1>{broken}</html>', encoding="utf-8")
    with pytest.raises(ProblemsError, match=name):
        audit(tmp_path, SITE_URL, LANGUAGES)


def test_a_page_in_the_wrong_language_is_found(tmp_path: Path) -> None:
    """A page under ko/ that says it is Japanese is told."""
    (tmp_path / "ko").mkdir()
    (tmp_path / "ko" / "index.html").write_text('<html lang="ja"><h1>One</h1></html>', encoding="utf-8")
    with pytest.raises(ProblemsError, match="page-language-wrong"):
        audit(tmp_path, SITE_URL, LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_is_light(site: Built, language: str) -> None:
    """All that a reader fetches to search weighs less than the budget, compressed."""
    folder = site.folder / language
    files = [folder / "search" / "pages.json", *(folder / "assets" / "search").rglob("*.js")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < SEARCH_BUDGET
    assert not (folder / "search" / "search_index.json").exists()


def test_the_site_map_lists_every_page_with_its_counterparts(site: Built) -> None:
    """Every built page of a language is in the one site map, absolute, and nothing else."""
    tree = etree.parse(str(site.folder / "sitemap.xml"))
    listed = [str(e.text) for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    built = {SITE_URL + address for language in LANGUAGES for address, _ in pages(site, language)}
    assert set(listed) == built
    assert len(listed) == len(built)


def test_lasting_addresses_lead_to_every_language(site: Built, plan: Plan) -> None:
    """/id/ has a page for every agenda, initiative and term, which works without a script and is its own canonical address."""
    names = [*(str(a.number) for a in plan.agendas.records.agendas), *(i.id for i in plan.initiatives), *plan.terms]
    for name in names:
        page = html.document_fromstring((site.folder / "id" / name / "index.html").read_bytes())
        links = [a for a in page.iter("a") if a.get("hreflang")]
        assert [a.get("lang") for a in links] == list(LANGUAGES)
        assert all("".join(map(str, a.itertext())).strip() for a in links)
        assert [e.get("href") for e in page.findall(".//link[@rel='canonical']")] == [f"{SITE_URL}id/{name}/"]


def test_open_data_and_pages_agree(site: Built) -> None:
    """The headline and text of the open data stand on the page of each language."""
    records = json.loads((site.folder / "api/v1/initiatives.json").read_text(encoding="utf-8"))["initiatives"]
    assert len(records) == 145
    for record in records:
        for language in LANGUAGES:
            page = html.parse(str(site.folder / language / "initiatives" / record["id"] / "index.html")).getroot()
            words = re.sub(r"\s+", "", page.text_content())
            assert re.sub(r"\s+", "", record["title"][language]) in words
            assert re.sub(r"\s+", "", record["text"][language]) in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_open_data_run(site: Built, tmp_path: Path, language: str) -> None:
    """Each example of the page, copied from it, does what it says; only the host is ours."""
    page = html.parse(str(site.folder / language / "open-data" / "index.html")).getroot()
    shutil.copy(site.folder / "api/v1/SHA256SUMS", tmp_path)
    programs = {"language-py": [sys.executable, "-"], "language-sh": ["sh", "-e"]}
    told = [
        subprocess.run(
            programs[str(code.get("class"))], input=code.text_content().replace(SITE_URL, site.url), cwd=tmp_path, check=True,
            capture_output=True, text=True, env={**os.environ, "no_proxy": "*", "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for code in page.iterfind(".//pre/code")
    ]  # fmt: skip
    record = json.loads((site.folder / "api/v1/initiatives/1.1.json").read_text(encoding="utf-8"))
    assert told[0].splitlines()[0] == record["title"][language]
    assert all(text.strip() for text in told)
    assert told[4] == "plan.sqlite: OK\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_data_page_names_every_file(site: Built, language: str) -> None:
    """Every list, other form and schema has a link, and every size is that of the file."""
    page = html.parse(str(site.folder / language / "open-data" / "index.html")).getroot()
    linked = {str(a.get("href")).partition("api/v1/")[2] for a in page.iter("a") if "api/v1/" in str(a.get("href"))}
    folder = site.folder / "api/v1"
    files = {
        p.relative_to(folder).as_posix() for p in (*folder.glob("*.*"), *folder.glob("SHA*"), *folder.glob("schema/*"))
    }
    assert linked == files - {"schema/status.json", "schema/index.json"}
    for row in page.iterfind(".//table[@class='plan-files']/tbody/tr"):
        kilobytes = int(re.sub(r"\D", "", row[3].text_content()))
        assert kilobytes == -(-(folder / row[0].text_content()).stat().st_size // 1000)


def test_no_other_host_is_named_in_what_is_loaded(site: Built) -> None:
    """Style sheets and our scripts fetch nothing from other hosts."""
    for file in [
        *(site.folder / "ko" / "assets" / "search").glob("*.js"),
        *site.folder.glob("ko/assets/stylesheets/plan.css"),
    ]:
        assert "://" not in file.read_text(encoding="utf-8")
