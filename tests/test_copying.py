"""Copying links and references, sharing and citing, in a real Chromium: by keyboard, on a phone, refused, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from scripts.citations import Citer, Snapshot
from scripts.source import Plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import EPOCH, SITE_URL

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
MAY = {"permissions": ["clipboard-read", "clipboard-write"], "timezone_id": "UTC"}
REFUSED = "navigator.clipboard.writeText = async () => { throw new DOMException('refused', 'NotAllowedError') }"
PAGES = ("initiatives/4.8/", "actions/V.9.2/", "agendas/resilient-city/", "terms/ccr/", "plan/advocacy/")
"""A page of each kind that can be cited."""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what `selector` finds first has the focus."""
    page.evaluate("selector => { window.wanted = document.querySelector(selector) }", selector)
    for _ in range(250):
        if page.evaluate("document.activeElement === window.wanted"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {selector}")


def clipboard(page: Page) -> str:
    """Return what was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def said(page: Page, text: str) -> None:
    """Wait until the status says `text`."""
    page.wait_for_function("text => document.querySelector('[role=status].plan-said').textContent === text", arg=text)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_links_and_references_are_copied_by_keyboard(open_page: Open, plan: Plan, path: str, language: str) -> None:
    """Tab, Enter and Space copy the lasting link and the reference of today, and the page says that it worked."""
    page, words = open_page(f"{language}/{path}", **MAY), plan.words[language]
    tab_to(page, ".plan-buttons [data-copy]")
    page.keyboard.press("Enter")
    said(page, words["copied"])
    link = clipboard(page)
    assert link == page.locator("a[rel=bookmark]").inner_text()
    tab_to(page, ".plan-cite summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-copy-reference]")
    page.keyboard.press("Space")
    said(page, words["copied"])
    citer = Citer(Texts(Views(plan), language), SITE_URL, Snapshot(datetime.fromtimestamp(EPOCH, UTC).date()))
    accessed = citer.words.fill("cite_accessed", date=datetime.now(UTC).date().isoformat())
    assert clipboard(page) == citer.text(link.removeprefix(f"{SITE_URL}id/").strip("/"), accessed)


def test_each_initiative_of_an_agenda_can_be_linked(open_page: Open, plan: Plan) -> None:
    """Beside each initiative a button, which names it, copies its own lasting link."""
    page = open_page("en/agendas/resilient-city/", **MAY)
    agenda = next(a for a in plan.agendas.records.agendas if a.slug == "resilient-city")
    buttons = page.locator(".plan-more [data-copy]:visible")
    assert buttons.count() == len(agenda.initiatives)
    page.get_by_role("button", name="Copy link 4.8", exact=True).click()
    said(page, plan.words["en"]["copied"])
    assert clipboard(page) == f"{SITE_URL}id/4.8/"


def test_where_copying_is_refused_the_text_is_selected(open_page: Open, plan: Plan) -> None:
    """A browser that refuses leaves the reader with the text selected and told so; Escape leads back to the button."""
    page = open_page("ja/initiatives/4.8/")
    page.add_init_script(REFUSED)
    page.reload()
    tab_to(page, ".plan-buttons [data-copy]")
    page.keyboard.press("Enter")
    said(page, plan.words["ja"]["copy_failed"])
    box = "document.activeElement"
    assert page.evaluate(f"{box}.value.slice({box}.selectionStart, {box}.selectionEnd)") == f"{SITE_URL}id/4.8/"
    assert page.evaluate(f"{box}.getAttribute('aria-label')") == plan.words["ja"]["copy_link"]
    page.keyboard.press("Escape")
    assert page.evaluate(f"{box}.matches('.plan-buttons [data-copy]')")
    assert page.locator(".plan-copied").count() == 0


def test_pages_are_shared_where_the_device_can(open_page: Open) -> None:
    """The button to share is there only where the device has a share sheet, and hands it the lasting link."""
    page = open_page("ko/terms/ccr/")
    page.add_init_script("delete Navigator.prototype.share")
    page.reload()
    assert not page.locator("[data-share]").is_visible()
    page.add_init_script("navigator.share = async what => { window.shared = what }")
    page.reload()
    page.click("[data-share]")
    assert page.evaluate("window.shared.url") == f"{SITE_URL}id/ccr/"


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_without_scripts_one_can_still_cite(open_page: Open, plan: Plan, language: str) -> None:
    """With scripts off the lasting link is a link, the references open and their files are saved; no button is shown that does nothing."""
    page = open_page(f"{language}/initiatives/4.8/", java_script_enabled=False)
    assert page.locator("a[rel=bookmark]").is_visible()
    assert page.locator(".plan-button:visible").count() == 0
    page.click(".plan-cite summary")
    reference = page.locator(".plan-reference").first
    assert reference.is_visible()
    assert f"{SITE_URL}id/4.8/" in reference.inner_text()
    assert "{" not in reference.inner_text()
    assert reference.get_attribute("lang") == language
    with page.expect_download() as download:
        page.click(f".plan-files a[href$='4.8.{language}.bib']")
    assert download.value.suggested_filename == f"seoul-plan-4.8.{language}.bib"
    assert "@incollection" in Path(download.value.path()).read_text(encoding="utf-8")
    assert plan.codes


@pytest.mark.parametrize("path", PAGES)
def test_the_buttons_fit_a_thumb_and_a_phone(open_page: Open, path: str) -> None:
    """On a phone, with the references open, nothing is too wide and every button is at least 24 pixels high."""
    page = open_page(f"en/{path}", viewport={"width": 320, "height": 740})
    page.click(".plan-cite summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    boxes = [button.bounding_box() for button in page.locator(".plan-button:visible").all()]
    assert boxes
    assert all(box and box["height"] >= 24 for box in boxes)


@pytest.mark.parametrize(
    ("path", "scheme"),
    [("ko/initiatives/4.8/", "light"), ("ja/terms/ccr/", "dark"), ("en/agendas/smart-city/", "dark")],
)
def test_open_references_are_accessible(open_page: Open, path: str, scheme: str) -> None:
    """With the references open and a copy announced, no rule of WCAG 2.2 A or AA that a machine can see is broken."""
    page = open_page(path, viewport={"width": 1280, "height": 900}, color_scheme=scheme, **MAY)
    page.click(".plan-cite summary")
    page.click("[data-copy-reference] >> nth=0")
    page.wait_for_function("document.querySelector('.plan-said').textContent")
    results = Axe().run(
        page, ".md-content", options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    )
    assert results.violations_count == 0, results.generate_report()
    assert re.search(r"\d{4}-\d\d-\d\d", page.inner_text(".plan-reference >> nth=0"))
