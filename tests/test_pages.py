"""The pages of the small plan, word for word, and the rules every page keeps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from scripts.addresses import relative
from scripts.api import documents
from scripts.exports import Exports
from scripts.mkdocs import configuration
from scripts.pages import SUMMARY, pages, shortened
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import ROOT, SITE_URL, SMALL

GOLDEN = ROOT / "tests" / "golden"
FRAGMENTS = ("partners-", "office-", "figure-", "chart-", "edition-", "difference-", "work-")
PAGES = (
    "index.md",
    "agendas/water-city.md",
    "initiatives/1.1.md",
    "initiatives/1.2.md",
    "terms/world-water-forum.md",
    "terms/index.md",
    "plan/index.md",
    "plan/background-of-it.md",
    "plan/membership.md",
    "actions/index.md",
    "actions/V.1.md",
    "actions/V.1.1.md",
    "offices.md",
    "figures.md",
    "differences.md",
    "background/index.md",
    "background/water-story.md",
    "background/timeline.md",
    "status.md",
    "ids.md",
    "permalinks.md",
)


@pytest.fixture(scope="module")
def small_plan() -> Plan:
    """Return the small plan."""
    return read_plan(SMALL)[0]


def golden(name: str, text: str, *, update: bool = False) -> None:
    """Compare `text` with the golden file `name`; with `update` write the file instead."""
    file = GOLDEN / name
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_as_they_were(small_plan: Plan, language: str, path: str, request: pytest.FixtureRequest) -> None:
    """Each kind of page, in each language, is what the golden file holds."""
    made = pages(Texts(Views(small_plan), language), SITE_URL)
    golden(f"{language}/{path}", made[path], update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize(
    "path",
    [
        "api/v1/initiatives.json",
        "api/v1/terms.json",
        "api/v1/agendas.json",
        "api/v1/differences.json",
        "api/v1/actions.json",
        "api/v1/chapters.json",
        "api/v1/offices.json",
        "api/v1/figures.json",
        "api/v1/background.json",
        "api/v1/timeline.json",
        "api/v1/status.json",
        "api/v1/redirects.json",
        "404.html",
        "_redirects",
        "api/v1/badges/ja.svg",
        "api/v1/badges/readme.md",
        "id/1.1/index.html",
        "index.html",
        "sitemap.xml",
    ],
)
def test_exports_are_as_they_were(small_plan: Plan, path: str, request: pytest.FixtureRequest) -> None:
    """Each kind of export is what the golden file holds."""
    views = Views(small_plan)
    made = {code: pages(Texts(views, code), SITE_URL) for code in small_plan.codes}
    exports = Exports(views, SITE_URL)
    files = {**exports.all(made), **documents(exports.api)}
    golden(f"exports/{path}", files[path], update=request.config.getoption("--update-golden"))


def test_front_matter_is_yaml_whatever_a_title_holds(small_plan: Plan) -> None:
    """Every page begins with front matter that reads back."""
    for text in pages(Texts(Views(small_plan), "ko"), SITE_URL).values():
        assert yaml.safe_load(text.split("---\n")[1])["title"]


def test_every_language_has_the_same_pages(plan: Plan) -> None:
    """No language lacks a page that another has, so every switch of language leads somewhere."""
    views = Views(plan)
    paths = [set(pages(Texts(views, code), SITE_URL)) for code in plan.codes]
    assert paths[0] == paths[1] == paths[2]


def test_the_menu_stays_short(small_plan: Plan) -> None:
    """Pages of initiatives and terms stay out of the menu, whose cost grows with the square of its length."""
    texts = Texts(Views(small_plan), "ko")
    text = configuration(texts, "../..", SITE_URL, pages(texts, SITE_URL))
    assert "initiatives/index" in text
    assert "initiatives/1.1" not in text
    assert "terms/world" not in text
    assert yaml.safe_load(text)["site_url"] == f"{SITE_URL}ko/"


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("ko/initiatives/4.8/", "ko/initiatives/4.9/", "../4.9/"),
        ("ko/", "ko/agendas/x/#4.8", "agendas/x/#4.8"),
        ("ko/initiatives/4.8/", "id/4.8/", "../../../id/4.8/"),
        ("id/4.8/", "", "../../"),
        ("ko/", "ko/", "./"),
        ("ko/open-data/", "api/v1/terms.csv", "../../api/v1/terms.csv"),
    ],
)
def test_links_are_relative(here: str, there: str, way: str) -> None:
    """Links work under any path of the site's address."""
    assert relative(here, there) == way


def test_summaries_end_at_a_word() -> None:
    """A long summary is cut at a word and says so; a short one is left alone."""
    assert shortened("one\ntwo") == "one two"
    cut = shortened("word " * 60)
    assert len(cut) <= SUMMARY
    assert cut.endswith("word…")


def test_golden_files_belong_to_a_test() -> None:
    """No golden file is left over."""
    kept = {GOLDEN / language / path for language in ("ko", "ja", "en") for path in PAGES} | {GOLDEN / "worst.txt"}
    others = {file for file in GOLDEN.rglob("*") if file.is_file() and file.relative_to(GOLDEN).parts[0] != "exports"}
    assert others == {Path(file) for file in kept}


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_edit_links_land(plan: Plan, language: str) -> None:
    """Every link to edit leads to the heading of that section in that language, or to the line that names that record."""
    repository, views = "https://git.example/somebody/plan", Views(plan)
    made = pages(Texts(views, language), SITE_URL, repository)
    found = {
        link for page in made.values() for link in re.findall(rf'{repository}/blob/HEAD/(\S+)\?plain=1#L(\d+)"', page)
    }
    lines = {path: (ROOT / path).read_text(encoding="utf-8").splitlines() for path, _ in found}
    texts = {(path, int(line)) for path, line in found if path.startswith("docs/")}
    assert texts == {(s.path, s.line) for document in plan.documents[language].values() for s in document.sections}
    assert all(re.match(r"## .*\{#", lines[path][line - 1]) for path, line in texts)
    assert {(path, int(line)) for path, line in found} - texts == set(views.places_of.values())
    for name, (path, line) in views.places_of.items():
        own = name.rpartition("#")[2].removeprefix(next((x for x in FRAGMENTS if name.startswith(f"#{x}")), ""))
        written = re.match(r"\s*- \{?(?:id|slug|number|code): \"?([\w.-]+)", lines[path][line - 1])
        assert written, (name, path, line)
        assert written[1] == own


@pytest.mark.parametrize(
    ("path", "record", "link"),
    [
        ("initiatives/1.2.md", "1.2", "Edit the record: 1.2 Save water"),
        ("agendas/water-city.md", "1", "Edit the record: 1. Water City"),
        ("plan/membership.md", "V", "Edit the record: V. Members together"),
        ("plan/membership.md", "V#offices", "Edit the record: Offices"),
        ("plan/membership.md", "#partners-events", "Edit: Events"),
        ("plan/background-of-it.md", "#chart-population", "Edit: World population"),
        ("offices.md", "#office-world-secretariat", "Edit: World Secretariat"),
        ("figures.md", "#figure-population-now", "Edit: World population"),
        ("figures.md", "#chart-population", "Edit: World population"),
        ("differences.md", "#difference-1.1-1", "Edit: 1.1-1"),
        ("initiatives/1.1.md", "#difference-1.1-1", "Edit: 1.1-1"),
        ("editions.md", "#edition-ja", "Edit: Japanese edition"),
        ("background/water-story.md", "water-story", "Edit the record: The story of water"),
        ("background/water-story.md", "water-story#beginnings", "Edit the record: Beginnings"),
        ("background/water-story.md", "#work-water-report", "Edit: 물 보고서"),
        ("background/timeline.md", "timeline#first-forum", "Edit the record: The first forum meets"),
    ],
)
def test_facts_open_their_record(small_plan: Plan, path: str, record: str, link: str) -> None:
    """Each page that shows the facts of a record leads to it, and says to those who hear it what is edited."""
    views = Views(small_plan)
    shown = html.fragment_fromstring(
        pages(Texts(views, "en"), SITE_URL, "https://git.example/a")[path], create_parent="div"
    )
    file, line = views.places_of[record]
    way = f"https://git.example/a/blob/HEAD/{file}?plain=1#L{line}"
    assert [str(found.text_content()) for found in shown.iter("a") if found.get("href") == way] == [link]


def test_without_a_repository_nothing_can_be_edited(small_plan: Plan) -> None:
    """No page offers to edit what cannot be reached."""
    assert not any("blob/HEAD" in page for page in pages(Texts(Views(small_plan), "ko"), SITE_URL).values())
