"""The preview in a real browser: a saved change appears, a mistake is told in the page, and the server lives on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.__main__ import main
from scripts.build import Settings
from scripts.live import News, live, watch
from scripts.preview import Preview
from scripts.write import Project
from tests.conftest import EPOCH, SMALL, copy_project

BASE = "/seoul/"
JA = "docs/ja/agendas/water-city.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small plan to change while it is shown."""
    return copy_project(SMALL, tmp_path_factory.mktemp("preview") / "plan")


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Show the plan under `root`, and return where."""
    (root / "scripts").mkdir()
    news = News()
    settings = Settings(f"http://localhost:8000{BASE}", EPOCH)
    preview = Preview(Project(root, root / "site"), settings, lambda _text: None, news.tell)
    preview.begin()
    shown = live(preview, news, 0)
    threading.Thread(target=shown.serve_forever, daemon=True).start()
    threading.Thread(target=watch, args=(preview,), daemon=True).start()
    yield f"http://127.0.0.1:{shown.server_port}{BASE}"
    shown.shutdown()
    shown.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the Japanese agenda."""
    opened = browser.new_page()
    opened.goto(f"{address}ja/agendas/water-city/")
    yield opened
    opened.close()


def change(root: Path, path: str, old: str, new: str) -> None:
    """Save a change in one place of a file."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_sentence_appears(root: Path, page: Page) -> None:
    """A change of a text is shown in the open page without a touch."""
    change(root, JA, "すべての川が澄んでいる。", "すべての川と池が澄んでいる。")
    page.get_by_text("すべての川と池が澄んでいる。").wait_for()


def test_a_saved_fact_appears(root: Path, page: Page) -> None:
    """A change of a name in the data is shown in the open page without a touch."""
    change(root, "data/agendas.yaml", "name: {ko: 강, ja: 川, en: Rivers}", "name: {ko: 강, ja: 川と池, en: Rivers}")
    page.locator("h3", has_text="川と池").wait_for()


def test_a_mistake_is_told_in_the_page_and_mended(root: Path, page: Page, address: str) -> None:
    """A mistake in a text or in the data appears in the page, says where it is, goes when it is mended, and breaks nothing."""
    for path, old, new, told in (
        (JA, "水を大切にする都市である。", "水を<b>大切</b>にする都市である。", "html-in-text"),
        ("data/agendas.yaml", "strategies: 2", "strategies: [2", "yaml-invalid"),
    ):
        change(root, path, old, new)
        problems = page.locator("#preview-problems")
        problems.get_by_text(told).wait_for()
        assert path in problems.inner_text()
        page.goto(f"{address}ja/")
        page.locator("#preview-problems").get_by_text(told).wait_for()
        change(root, path, new, old)
        problems.wait_for(state="detached")


def test_a_new_reader_finds_the_whole_site(page: Page, address: str) -> None:
    """Every part is served from its place: pages, the root, lasting addresses, open data, the page for wrong addresses."""
    for path, words in (
        ("", "ICLEI"),
        ("id/1.1/?stay", "1.1"),
        ("api/v1/terms.json", "world-water-forum"),
        ("en/nowhere/", "no page"),
    ):
        page.goto(f"{address}{path}")
        assert words in page.inner_text("body")


def test_a_page_that_is_no_longer_made_is_gone(tmp_path: Path) -> None:
    """A renamed text has its page at the new address alone, and nothing is said to be wrong."""
    plan = copy_project(SMALL, tmp_path / "plan")
    preview = Preview(
        Project(plan, plan / "site"), Settings(f"http://localhost:8000{BASE}", EPOCH), lambda _text: None, News().tell
    )
    preview.begin()
    change(plan, "data/agendas.yaml", "slug: water-city", "slug: river-city")
    for language in ("ko", "ja", "en"):
        (plan / f"docs/{language}/agendas/water-city.md").rename(plan / f"docs/{language}/agendas/river-city.md")
    preview.update()
    assert not preview.problems
    agendas = preview.folder("ja") / "agendas"
    assert (agendas / "river-city/index.html").is_file()
    assert not (agendas / "water-city/index.html").exists()


def test_one_language_is_built_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build of one language leaves the published site alone and says where its pages are; a slip is told."""
    plan = copy_project(SMALL, tmp_path / "plan")
    assert main(["build", "--only", "ja", "--root", str(plan)]) == 0
    assert (plan / "build/preview/ja/site/agendas/water-city/index.html").is_file()
    assert not (plan / "site").exists()
    assert not (plan / "build/preview/ko").exists()
    assert "build/preview/ja/site/" in capsys.readouterr().out
    assert main(["build", "--only", "xx", "--root", str(plan)]) == 1
    assert "[language-unknown]" in capsys.readouterr().err


def test_one_agenda_is_built_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build of one agenda makes its pages, those of its initiatives and the way in, and nothing else; a slip is told."""
    plan = copy_project(SMALL, tmp_path / "plan")
    assert main(["build", "--only", "ja/1", "--root", str(plan)]) == 0
    site = plan / "build/preview/ja/site"
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert pages == {
        "404.html", "index.html", "agendas/water-city/index.html", "initiatives/1.1/index.html", "initiatives/1.2/index.html"
    }  # fmt: skip
    assert "of 'ja/1' are in build/preview/ja/site/" in capsys.readouterr().out
    for wrong in ("ja/9", "ja/"):
        assert main(["build", "--only", wrong, "--root", str(plan)]) == 1
        assert "[agenda-unknown]" in capsys.readouterr().err
