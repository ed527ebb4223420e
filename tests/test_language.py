"""A new language is a folder and a few lines: partly translated, it is shown with what stands in for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from scripts.__main__ import main
from scripts.build import Settings, build
from scripts.source import read_plan
from scripts.write import Project
from tests.conftest import EPOCH, SITE_URL, SMALL, copy_project, problems_of

OWN = """---
agenda: 1
---

## 节约用水 {#1.2}

在3年内把用水量最多减少10%。
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small plan with one section in a fourth language, built."""
    root = copy_project(SMALL, tmp_path_factory.mktemp("four") / "plan")
    languages = root / "data" / "languages.yaml"
    text = languages.read_text(encoding="utf-8").rstrip() + "\n  - {code: zh, name: 中文, fallback: en}\n"
    languages.write_text(text, encoding="utf-8")
    (root / "docs/zh/agendas").mkdir(parents=True)
    (root / "docs/zh/agendas/water-city.md").write_text(OWN, encoding="utf-8")
    for language in ("ja", "en", "zh"):
        assert main(["--root", str(root), "current", language, "all"]) == 0
    build(Project(root, root / "site"), Settings(SITE_URL, EPOCH), lambda _text: None)
    return root


def page(root: Path, address: str) -> html.HtmlElement:
    """Return a page of the built site."""
    return html.document_fromstring((root / "site" / address / "index.html").read_bytes())


def test_it_keeps_every_rule(built: Path) -> None:
    """What is not translated yet is no mistake, and nothing else had to be changed."""
    assert problems_of(built) == []


def test_its_code_forbids_no_slug(built: Path, tmp_path: Path) -> None:
    """Slugs were given before the language came: one that begins like its code stays."""
    root = copy_project(built, tmp_path / "plan")
    for path, old, new in (
        ("data/languages.yaml", "code: zh", "code: wo"),
        ("data/agendas.yaml", "slug: save-water", "slug: wonderful-water"),
    ):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(text.replace(old, new), encoding="utf-8")
    (root / "docs/zh").rename(root / "docs/wo")
    assert problems_of(root) == []


def test_what_is_translated_is_shown(built: Path) -> None:
    """Its own sections stand on its pages, without a notice, and its pages say their language."""
    found = page(built, "zh/initiatives/1.2")
    assert found.get("lang") == "zh"
    assert "节约用水" in found.findtext(".//h1", "")
    assert not found.find_class("plan-notice")


def test_what_is_not_is_shown_in_the_source_language(built: Path) -> None:
    """The rest is Korean, marked as such, with a notice; its canonical address is the Korean page's."""
    found = page(built, "zh/initiatives/1.1")
    assert [part.get("lang") for part in found.iter("div") if part.get("lang")] == ["ko"]
    assert found.find_class("plan-notice")
    assert found.xpath("//link[@rel='canonical']/@href") == [f"{SITE_URL}ko/initiatives/1.1/"]


def test_only_what_says_something_in_a_language_is_its_counterpart(built: Path) -> None:
    """Hreflang and the site map leave a page out where nothing of it is translated, in every language's page alike."""
    for language in ("ko", "zh"):
        whole = page(built, f"{language}/initiatives/1.2").xpath("//link[@rel='alternate']/@hreflang")
        part = page(built, f"{language}/initiatives/1.1").xpath("//link[@rel='alternate']/@hreflang")
        assert (whole, part) == (["ko", "ja", "en", "zh", "x-default"], ["ko", "ja", "en", "x-default"])
    # Of the agenda's page a part is translated, of the home page nothing.
    assert "zh" in page(built, "ko/agendas/water-city").xpath("//link[@rel='alternate']/@hreflang")
    assert "zh" not in page(built, "ko").xpath("//link[@rel='alternate']/@hreflang")
    assert page(built, "zh").xpath("//link[@rel='canonical']/@href") == [f"{SITE_URL}ko/"]
    sitemap = (built / "site/sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{SITE_URL}zh/initiatives/1.2/</loc>" in sitemap
    assert f"<loc>{SITE_URL}zh/initiatives/1.1/</loc>" not in sitemap


def test_it_is_offered_everywhere(built: Path) -> None:
    """The switcher of every page, the lasting addresses and the start page lead to it."""
    assert [a.get("lang") for a in page(built, "ko/about").find_class("md-select__link")] == ["ko", "ja", "en", "zh"]
    for address in ("", "id/1.1"):
        assert "zh" in page(built, address).xpath("//main//a/@hreflang")


def test_the_status_page_tells_what_is_left(built: Path) -> None:
    """Its status page lists every section still to be translated, and those of the others nothing."""
    tasks = page(built, "zh/status").find_class("plan-tasks")[0].findall("li")
    source = read_plan(built)[0].documents["ko"].values()
    assert len(tasks) == sum(len(document.sections) for document in source) - OWN.count("## ")
    assert not page(built, "ja/status").find_class("plan-tasks")


def test_names_and_words_stand_in(built: Path) -> None:
    """Names and words of the interface that it lacks are those of the language it names."""
    assert "World Water Forum" in page(built, "zh/terms/world-water-forum").findtext(".//h1", "")
    assert page(built, "zh/about").xpath("//*[contains(@class, 'md-tabs__link')]/text()")
