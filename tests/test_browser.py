"""What people do, in a real Chromium: search, switch languages, read on a phone, read without scripts."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page
from pypdf import PdfReader

from scripts.source import Plan
from tests.conftest import Built

pytestmark = pytest.mark.browser

BOX = "input.md-search__input"
Open = Callable[..., Page]

QUERIES = {
    "ko": (
        "구매", "공공구매", "녹색구매", "재생에너지", "소도서국", "물", "지방정부", "생물다양성", "회복력", "기후변화", "도시", "온실가스",
        "cCR", "ICLEI", "서울", "세계은행", "5천만", "2015", "UNEP", "생태교통", "지속가능한 도시", "식량", "배출", "에너지 안전", "100%",
        "행복지수", "광역", "메트로폴리탄", "ISO 37120", "시장협약",
    ),
    "ja": (
        "温室効果ガス", "再生可能エネルギー", "気候レジストリ", "調達", "水", "都市", "回復力", "生物多様性", "エコモビリティ", "ガス",
        "イニシアティブ", "地方自治体", "小島嶼国", "ソウル", "世界銀行", "UNEP", "cCR", "2018年", "食料", "グリーン", "統合", "首長誓約",
        "モビリティ", "プログラム", "ネットワーク", "排出", "都市NEXUS", "幸福", "広域", "ボン",
    ),
    "en": (
        "city", "procurement", "water", "resilience", "climate", "biodiversity", "Seoul", "UNEP", "cCR", "emission", "network", "food",
        "greenhouse gas", "renewable energy", "island", "mayors", "EcoMobility", "2018", "charter", "Bonn", "local governments", "festival",
        "World Bank", "waste", "carbonn", "Compact of Mayors", "happiness", "region", "pilgrimage", "metropolitan",
    ),
}  # fmt: skip


def texts(site: Built, language: str) -> dict[str, str]:
    """Return the words of the main part of every page that is searched, by address within the language.

    Lists of where else a thing stands (sources, other languages, what the editions print) are kept out of the search.
    """
    folder = site.folder / language
    found = {}
    for file in folder.rglob("index.html"):
        main = html.document_fromstring(file.read_bytes()).find(".//article[@class='md-content__inner md-typeset']")
        assert main is not None
        for left_out in main.findall(".//*[@data-search-exclude]"):
            left_out.drop_tree()  # type: ignore[attr-defined]  # elements of HTML have it
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        found[address] = folded(" ".join(" ".join(map(str, main.itertext())).split()))
    for address in ("differences/", "ids/"):  # they have a filter of their own
        del found[address]
    return found


def folded(text: str) -> str:
    """Return `text` as the search compares it."""
    return unicodedata.normalize("NFKC", text).lower()


def holds(text: str, query: str, language: str) -> bool:
    """Say whether a page with `text` must be found: it contains every typed word, in English as a whole word."""
    words = folded(query).split()
    if language == "en":
        return all(re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", text) for word in words)
    return all(word in text for word in words)


LISTEN = """
const Native = Worker
window.Worker = class extends Native {
  constructor(...options) {
    super(...options)
    this.addEventListener("message", ({ data: { type, data } }) => {
      if (type === 3) window.found = data.items.map(([{ location }]) => location)
    })
  }
}
"""
"""Keeps what the search answers, since the box itself shows results by and by while one scrolls."""


def search(page: Page, query: str) -> list[str]:
    """Type `query` into the box and return the addresses of all results within the language, best first."""
    for typed in ("", query) if page.input_value(BOX) == query else (query,):  # the same words twice ask nothing
        page.evaluate("() => { window.found = undefined }")
        page.fill(BOX, typed)
        page.wait_for_function("() => window.found")
    found: list[str] = page.evaluate("() => window.found")
    shown = page.locator(".md-search-result__item > a")
    shown.nth(min(len(found), 10) - 1).wait_for() if found else page.wait_for_function(
        "() => !document.querySelector('.md-search-result__item')"
    )
    return found


@pytest.fixture
def searching(open_page: Open) -> Callable[[str], Page]:
    """Return a function that opens a language's home page with the search box open."""

    def opened(language: str) -> Page:
        page = open_page(f"{language}/", viewport={"width": 1280, "height": 900})
        page.add_init_script(LISTEN)
        page.reload()
        page.click(BOX)
        return page

    return opened


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_every_page_that_holds_a_word_is_found(site: Built, searching: Callable[[str], Page], language: str) -> None:
    """For each query, the results hold every page of the language whose text contains it, inside compounds too."""
    page, pages = searching(language), texts(site, language)
    for query in QUERIES[language]:
        found = search(page, query)
        wanted = {address for address, text in pages.items() if holds(text, query, language)}
        assert wanted - set(found) == set(), query
        assert wanted, query
        if language != "en":
            assert set(found) == wanted, query


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_an_id_leads_to_its_item(searching: Callable[[str], Page], plan: Plan, language: str) -> None:
    """Typing an id, in any width and case, leads with that initiative or action."""
    page = searching(language)
    for initiative in [*plan.initiatives][::9]:
        assert search(page, initiative.id)[0] == f"initiatives/{initiative.id}/"
    for action in [*plan.actions][::11]:
        assert search(page, action.id)[0] == f"actions/{action.id}/"
    assert search(page, "４．８")[0] == "initiatives/4.8/"
    assert search(page, "v-9-2")[0] == "actions/V.9.2/"


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_names_and_other_spellings_find_the_term(searching: Callable[[str], Page], plan: Plan, language: str) -> None:
    """Each name and acronym leads to its term within the first five results; each other spelling finds it."""
    page = searching(language)
    for term in [*plan.terms.values()][::4]:
        for name in filter(None, (term.name[language], term.acronym)):
            assert f"terms/{term.slug}/" in search(page, name)[:5], name
        for form in term.forms.get(language, ()):
            assert f"terms/{term.slug}/" in search(page, form), form


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ko", "기후", unicodedata.normalize("NFD", "기후")),
        ("ja", "ガス", unicodedata.normalize("NFKC", "ｶﾞｽ")),
        ("ja", "ガス", "ｶﾞｽ"),
        ("ja", "COP21", "ＣＯＰ２１"),
        ("en", "cities", "CITIES"),
        ("ko", "공공구매", "  공공구매 "),
    ],
)
def test_look_alikes_are_equal(searching: Callable[[str], Page], language: str, one: str, other: str) -> None:
    """Composed and decomposed, full and half width, capital and small find the same pages."""
    page = searching(language)
    found = search(page, one)
    assert found
    assert search(page, other) == found


def test_english_finds_word_forms(searching: Callable[[str], Page], site: Built) -> None:
    """Pages that say city are found by cities, and the other way round."""
    page = searching("en")
    for query, other in (("cities", "city"), ("city", "cities"), ("networks", "network"), ("financing", "finance")):
        wanted = {address for address, text in texts(site, "en").items() if holds(text, other, "en")}
        assert wanted <= set(search(page, query)), query


@pytest.mark.parametrize(
    ("language", "query"),
    [("ko", "쀍뛟"), ("ko", "zzqx"), ("ja", "鱻驫麤"), ("en", "zzqx"), ("en", "city zzqx"), ("ko", "!!!")],
)
def test_nonsense_finds_nothing(searching: Callable[[str], Page], language: str, query: str) -> None:
    """What stands nowhere finds nothing, also beside a word that does."""
    assert search(searching(language), query) == []


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_index_waits_until_the_box_is_opened(open_page: Open, language: str) -> None:
    """Reading a page fetches no search data; opening the box does."""
    page = open_page(f"{language}/initiatives/4.8/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/pages.json" in url or "search_index" in url or "minisearch" in url]
    with page.expect_response(re.compile(r"/search/pages\.json$")):
        page.click(BOX)
    page.fill(BOX, "4.8")
    page.wait_for_selector(".md-search-result__item")
    assert not [url for url in asked if not url.startswith("http://127.0.0.1")]


def test_missing_search_data_is_told(open_page: Open, plan: Plan) -> None:
    """When the data cannot be fetched the box says so instead of finding nothing, and tries again at the next word."""
    page = open_page("ko/", viewport={"width": 1280, "height": 900})
    page.route("**/search/pages.json", lambda route: route.abort())
    page.click(BOX)
    page.fill(BOX, "도시")
    page.wait_for_selector(".md-search-result__item")
    assert plan.words["ko"]["search_failed"] in page.inner_text(".md-search-result__list")
    page.unroute("**/search/pages.json")
    page.fill(BOX, "물")
    page.wait_for_function("() => document.querySelectorAll('.md-search-result__item').length > 1")


def test_following_a_result_opens_its_page(searching: Callable[[str], Page]) -> None:
    """Enter opens the best result."""
    page = searching("ko")
    search(page, "4.8")
    page.press(BOX, "Enter")
    page.wait_for_url("**/ko/initiatives/4.8/")


def test_hostile_queries_stay_text(searching: Callable[[str], Page]) -> None:
    """What a reader types is never run, and text is marked, not broken."""
    page = searching("en")
    page.on("dialog", lambda _dialog: pytest.fail("a script ran"))
    for query in ("<img src=x onerror=alert(1)>", "(", "[a-", "\\", 'city" onmouseover=alert(1)'):
        search(page, query)
    assert page.locator(".md-search-result img").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "agendas/resilient-city/",
        "initiatives/4.8/",
        "terms/ccr/",
        "plan/advocacy/",
        "actions/V.9.2/",
        "differences/",
        "background/timeline/",
        "",
    ],
)
def test_switching_languages_stays_on_the_page(open_page: Open, path: str) -> None:
    """From each kind of page the switcher leads to the same page, there and back."""
    page = open_page(f"ko/{path}", viewport={"width": 1280, "height": 900})
    for language in ("ja", "en", "ko"):
        page.hover(".md-select")
        page.click(f".md-select__link[hreflang={language}]")
        page.wait_for_url(f"**/seoul/{language}/{path}")
        assert page.locator("html").get_attribute("lang") == language


def test_the_choice_of_language_is_kept(open_page: Open) -> None:
    """/ offers the languages, remembers the one chosen there, and leads on to it; /id/ follows it too and can be told to stay."""
    page = open_page("", locale="fr-FR")
    assert page.locator("main a").count() == 3
    page.click("main a[hreflang=ja]")
    page.wait_for_url("**/seoul/ja/")
    root = page.url.removesuffix("ja/")
    page.goto(root)
    page.wait_for_url("**/seoul/ja/")
    page.goto(f"{root}id/4.8/")
    page.wait_for_url("**/ja/initiatives/4.8/")
    page.goto(f"{root}id/4.8/?stay")
    assert page.locator("main a[hreflang]").count() == 3


@pytest.mark.parametrize(("locale", "language"), [("ko-KR", "ko"), ("ja-JP", "ja"), ("en-GB", "en")])
def test_a_lasting_address_follows_the_browser(open_page: Open, locale: str, language: str) -> None:
    """Without a choice, /id/ leads to the first of the browser's languages that the site has."""
    page = open_page("id/ccr/", locale=locale)
    page.wait_for_url(f"**/{language}/terms/ccr/")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "ko/",
        "ja/agendas/low-carbon-city/",
        "en/initiatives/2.16/",
        "ko/terms/",
        "ja/terms/ccr/",
        "id/4.8/?stay",
        "en/nowhere/",
        "ko/plan/",
        "en/plan/membership/",
        "ja/actions/V.9/",
        "ja/figures/",
        "ko/differences/",
        "en/offices/",
        "en/background/seoul-networks/",
        "ja/background/timeline/",
        "ja/ids/",
        "ko/permalinks/",
        "id/99.1/",
    ],
)
@pytest.mark.parametrize("scripts", [True, False])
def test_pages_fit_a_phone(open_page: Open, path: str, *, scripts: bool) -> None:
    """At 360 pixels nothing is wider than the screen and nothing is missing, with and without scripts."""
    page = open_page(path, viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    assert page.locator("h1").first.is_visible()
    width = page.locator("body").bounding_box()
    assert width is not None
    assert width["width"] <= 360
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_everything_can_be_reached(open_page: Open) -> None:
    """With scripts off, / leads to a language, home to an agenda, the agenda to an initiative, and the switcher to its translation."""
    page = open_page("", java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.click("main a[hreflang=en]")
    page.click(".plan-cards a >> nth=3")
    page.click("a[href$='initiatives/4.8/'] >> nth=0")
    assert "4.8" in page.inner_text("h1")
    assert not page.locator(BOX).is_visible()
    page.hover(".md-select")
    page.click(".md-select__link[hreflang=ko]")
    assert page.locator("html").get_attribute("lang") == "ko"


@pytest.mark.parametrize(
    ("path", "language"), [("ja/nowhere/", "ja"), ("ko/agendas/nowhere/", "ko"), ("nowhere/", "en")]
)
def test_a_wrong_address_speaks_the_language(open_page: Open, plan: Plan, path: str, language: str) -> None:
    """An address that does not exist answers in the language it begins with, at the root in all three, and leads on."""
    page = open_page(path)
    assert plan.words[language]["not_found"] in page.inner_text("body")
    ways = page.locator("a[hreflang]").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert {re.sub(r"/$", "", way) for way in ways} == {"/seoul/ko", "/seoul/ja", "/seoul/en"}
    page.click(".md-content a >> nth=0" if language != "en" else "main a >> nth=0")
    page.locator("h1").first.wait_for()


def test_no_page_complains(open_page: Open, plan: Plan) -> None:
    """No kind of page writes an error to the console or asks for something that is not there."""
    page = open_page("ko/")
    root = page.url.removesuffix("ko/")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    for path in (
        "ko/",
        "ja/about/",
        "en/agendas/",
        "ko/agendas/smart-city/",
        "ja/initiatives/",
        "en/initiatives/1.3/",
        "ko/terms/uclg/",
        "ja/plan/partnerships/",
        "en/figures/",
        "ko/differences/?kind=number",
        "ja/background/timeline/",
        "id/1/?stay",
        "ja/ids/",
        "en/permalinks/",
    ):
        page.goto(root + path)
        page.wait_for_load_state("networkidle")
    assert complaints == []
    assert plan.codes


def test_the_plan_is_read_in_order(open_page: Open, plan: Plan) -> None:
    """From the contents a reader goes through every chapter by the link to the next, and back by the link to the one before."""
    page = open_page("en/plan/", viewport={"width": 360, "height": 740})
    page.click(".plan-chapter >> nth=0")
    titles = [page.inner_text("h1")]
    while page.locator("a[rel=next]").count():
        page.click("a[rel=next]")
        titles.append(page.inner_text("h1"))
    assert len(titles) == len(set(titles)) == len(plan.organisation.records.chapters)
    page.click("a[rel=prev]")
    assert page.inner_text("h1") == titles[-2]


def test_the_differences_can_be_narrowed(open_page: Open, plan: Plan) -> None:
    """The list is narrowed by kind, by chapter or agenda and by words; the choice stands in the address and can be taken back."""
    differences = plan.editions.records.differences
    page = open_page("ko/differences/")
    items = page.locator("[data-kind]:visible")
    assert items.count() == len(differences)
    page.select_option("select[name=kind]", "number")
    assert items.count() == sum(d.kind == "number" for d in differences)
    page.select_option("select[name=about]", "A")
    assert items.count() == sum(d.kind == "number" and d.about.partition("#")[0] == "A" for d in differences)
    page.reload()
    assert page.input_value("select[name=about]") == "A"
    page.fill("input[name=words]", "９５억")
    assert "95억" in page.inner_text("[data-kind]:visible")
    page.fill("input[name=words]", "qqqq")
    assert page.inner_text("output") == plan.words["ko"]["filter_none"]
    page.goto(page.url.partition("?")[0])
    assert items.count() == len(differences)


def test_without_scripts_the_differences_are_all_there(open_page: Open, plan: Plan) -> None:
    """With scripts off the list is whole and the filter, which would do nothing, is not shown."""
    page = open_page("en/differences/", java_script_enabled=False)
    assert page.locator("[data-kind]").count() == len(plan.editions.records.differences)
    assert not page.locator(".plan-filter").is_visible()


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_timeline_is_a_picture_and_a_list(open_page: Open, plan: Plan, language: str) -> None:
    """On a phone the picture shows a dot for each event and says so in words, and each event of the list leads on."""
    page = open_page(f"{language}/background/timeline/", viewport={"width": 360, "height": 740})
    events = plan.timeline.records.events
    assert page.locator(".plan-dots circle").count() == len(events) == page.locator(".plan-timeline li").count()
    told = re.findall(r"\d+", page.locator(".plan-dots desc").text_content() or "")
    assert sum(map(int, told)) == len(events)
    assert page.locator(".plan-timeline li .plan-more a").count() == len(events)
    words = page.locator(".plan-dots text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect().right)"
    )
    assert max(words) <= 360


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_charts_can_be_read_on_a_phone(open_page: Open, language: str) -> None:
    """In each chart label, value and bar stand below each other and on the screen, and a text says what it shows."""
    page = open_page(f"{language}/figures/", viewport={"width": 360, "height": 740})
    places = page.locator(".plan-bars g").evaluate_all(
        """bars => bars.map(bar => [...bar.querySelectorAll("text, .plan-bar")].map(part => part.getBoundingClientRect()))"""
    )
    for label, value, bar in places:
        assert label["bottom"] <= value["bottom"] <= bar["top"] + 2
        assert max(label["right"], value["right"], bar["right"]) <= 360
    pictures = page.locator(".plan-bars")
    assert pictures.count() >= 4
    assert all(pictures.evaluate_all("all => all.map(one => one.querySelector('desc').textContent.length > 20)"))


@pytest.mark.parametrize("path", ["ko/agendas/resilient-city/", "ja/plan/partnerships/", "en/initiatives/4.8/"])
def test_a_page_can_be_printed_as_it_is(open_page: Open, path: str) -> None:
    """On paper stand the text and the note with the address of the official plan, black on white, whatever the screen shows."""
    page = open_page(path, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for unwanted in (".md-header", ".md-tabs", ".md-sidebar", ".plan-more", "#documents"):
        assert not any(found.is_visible() for found in page.locator(unwanted).all()), unwanted
    for wanted in ("h1", "article p", ".md-copyright__highlight", ".md-copyright__highlight a"):
        found = page.locator(wanted).first
        assert found.is_visible(), wanted
        assert found.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)", wanted
    shown = "one => getComputedStyle(one, '::after').content"
    assert "https://www.iclei.org" in page.locator(".md-copyright__highlight a").evaluate(shown)
    assert page.locator("article a:not([href^=http])").first.evaluate(shown) == "none"


def test_a_page_does_not_run_over_to_an_empty_sheet(open_page: Open) -> None:
    """A short page is one sheet of paper."""
    sheets = PdfReader(io.BytesIO(open_page("en/initiatives/4.8/").pdf(format="A4"))).pages
    assert len(sheets) == 1
    assert "The plan published by ICLEI is the authentic text" in " ".join(sheets[0].extract_text().split())


def test_the_skip_link_leads_to_the_text(open_page: Open) -> None:
    """The first press of Tab offers to skip to the text."""
    page = open_page("ko/initiatives/4.8/")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    assert page.url.endswith("#initiative")


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("ko/", "light"), ("ko/agendas/low-carbon-city/", "light"), ("ja/initiatives/4.8/", "light"), ("en/terms/ccr/", "light"),
        ("en/terms/", "light"), ("ja/about/", "light"), ("ko/initiatives/", "light"), ("en/nowhere/", "light"), ("", "light"),
        ("ko/plan/", "light"), ("en/plan/partnerships/", "light"), ("ja/actions/V.9/", "light"), ("ko/figures/", "light"),
        ("en/differences/?kind=number", "light"), ("ja/editions/", "light"), ("en/background/timeline/", "light"), ("ko/offices/", "light"),
        ("en/open-data/", "light"), ("ja/open-data/", "dark"), ("ja/figures/", "dark"), ("ko/background/timeline/", "dark"), ("en/differences/?kind=date", "dark"),
        ("ko/", "dark"), ("ja/agendas/low-carbon-city/", "dark"), ("en/initiatives/4.8/", "dark"), ("id/4.8/?stay", "dark"),
        ("ko/ids/", "light"), ("ja/ids/", "dark"), ("en/permalinks/", "light"), ("id/99.1/", "light"),
    ],
)  # fmt: skip
def test_pages_are_accessible(open_page: Open, path: str, scheme: str) -> None:
    """No kind of page breaks a rule of WCAG 2.2 A or AA that a machine can see, in light or dark."""
    page = open_page(path, viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    results = Axe().run(page, options={"runOnly": rules})
    assert results.violations_count == 0, results.generate_report()
