"""Addresses last: the ledger is replayed, what is retired leads on, and an id is understood however it is written."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator
from lxml import etree, html
from playwright.sync_api import Browser, Page

from scripts.__main__ import main
from scripts.build import Settings, build
from scripts.lasting import aliases, spellings
from scripts.lock import PATH, Lock, read_lock
from scripts.permalinks import unresolved
from scripts.problem import Problem, ProblemsError
from scripts.serve import server
from scripts.source import Plan
from scripts.views import Views
from scripts.write import Project
from tests.conftest import EPOCH, ROOT, SITE_URL, SMALL, Built, copy_project, git

AGENDAS = "data/agendas.yaml"
LANGUAGES = ("ko", "ja", "en")
REASON = {"ko": "둘을 하나로 합쳤다.", "ja": "二つを一つにまとめた。", "en": "Two became one."}


def redirect(kind: str, old: str, new: str | None) -> dict[str, object]:
    """Return the declaration that `new` takes the place of `old`."""
    return {"kind": kind, "from": old, "to": new, "date": "2027-01-15", "reason": REASON}


def declare(root: Path, *redirects: dict[str, object]) -> None:
    """Write the redirects of the plan under `root`."""
    text = json.dumps({"redirects": redirects}, ensure_ascii=False)  # JSON is YAML too
    (root / "data" / "redirects.yaml").write_text(text, encoding="utf-8")


def replace(root: Path, pattern: str, *changes: tuple[str, str]) -> None:
    """Make the `changes` in every file under `root` that fits."""
    for file in root.glob(pattern):
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, (file, old)
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")


def publish(root: Path) -> None:
    """Write what the plan under `root` publishes into its ledger."""
    assert main(["permalinks", "--root", str(root)]) == 0


def problems(root: Path) -> list[Problem]:
    """Build the plan under `root` and return what is wrong with it."""
    try:
        build(Project(root, root / "site"), Settings(SITE_URL, EPOCH), lambda _text: None)
    except ProblemsError as error:
        return list(error.problems)
    return []


def names(root: Path) -> list[str]:
    """Return the names of what is wrong when the plan under `root` is built."""
    return [problem.name for problem in problems(root)]


def retire(root: Path) -> None:
    """Rename an initiative, a section and the slugs of an agenda and a chapter, and retire an action and a difference."""
    replace(root, AGENDAS, ('id: "1.2"', 'id: "1.3"'), ('related: ["1.2"]', 'related: ["1.3"]'))
    replace(root, "docs/*/agendas/water-city.md", ("{#1.2}", "{#1.3}"), ("(id:1.2)", "(id:1.3)"))
    replace(root, "data/organisation.yaml", ("slug: membership", "slug: members"), ("id: population", "id: people"))
    replace(
        root, "data/organisation.yaml", ('            related: ["V.1"]\n', ""), ("            places: [gyeongju]\n", "")
    )
    replace(
        root,
        "data/organisation.yaml",
        (
            '          - id: "V.2"\n            slug: win-members\n            sources: {ko: {section: V, item: 2}, ja: null}\n',
            "",
        ),
    )
    replace(root, "docs/*/plan/background-of-it.md", ("{#population}", "{#people}"))
    replace(root, "data/figures.yaml", ("A#population", "A#people"))
    for language in LANGUAGES:
        file = root / "docs" / language / "plan" / "membership.md"
        text = re.sub(r"## [^\n]*\{#V\.2\}.*?(?=\n## )", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        file.with_name("members.md").write_text(text, encoding="utf-8")
        file.unlink()
    replace(root, AGENDAS, ("slug: water-city", "slug: rivers-city"))
    for language in LANGUAGES:
        folder = root / "docs" / language / "agendas"
        (folder / "water-city.md").rename(folder / "rivers-city.md")
    replace(root, "data/editions.yaml", ("id: 1.1-1", "id: 1.1-2"))
    declare(
        root, redirect("initiative", "1.2", "1.3"), redirect("chapter", "membership", "members"), redirect("section", "A#population", "A#people"),
        redirect("action", "V.2", None), redirect("difference", "1.1-1", None), redirect("agenda", "water-city", "rivers-city"),
    )  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a server answers: the status and the page."""

    status: int
    page: html.HtmlElement | None

    @property
    def ids(self) -> set[str]:
        """The ids on the page."""
        return {str(e.get("id")) for e in self.page.iter(tag=etree.Element)} if self.page is not None else set()


def fetched(url: str, paths: list[str]) -> Iterator[tuple[str, Answer]]:
    """Fetch each path under `url`, one after the other."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc)
    for path in paths:
        connection.request("GET", urljoin(parts.path, path))
        response = connection.getresponse()
        body = response.read()
        paged = "html" in str(response.getheader("Content-Type"))
        yield path, Answer(response.status, html.document_fromstring(body) if paged else None)
    connection.close()


def unanswered(url: str, lock: set[str]) -> list[str]:
    """Return the addresses of a ledger that a server does not answer, or whose fragment is not on the page."""
    wanted: dict[str, set[str]] = {}
    for address in lock:
        path, _, fragment = address.partition("#")
        wanted.setdefault(path, set()).update({fragment} - {""})
    answers = fetched(url, sorted(wanted))
    return [path for path, answer in answers if answer.status != 200 or not wanted[path] <= answer.ids]


@pytest.fixture(scope="module")
def retired(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Publish the small plan, retire and rename things in it, build it again, and serve it."""
    root = copy_project(SMALL, tmp_path_factory.mktemp("retired") / "plan")
    publish(root)
    retire(root)
    assert problems(root) == []
    shown = server(root / "site", SITE_URL, 0)
    threading.Thread(target=shown.serve_forever, daemon=True).start()
    yield Built(root / "site", f"http://127.0.0.1:{shown.server_port}/seoul/")
    shown.shutdown()
    shown.server_close()


def opened(browser: Browser, url: str, **options: object) -> Page:
    """Open an address in a fresh window; keywords are Playwright's for a context."""
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]  # passed on as they are
    page.goto(url)
    return page


def test_every_address_of_the_ledger_answers(site: Built) -> None:
    """Each page that was ever published is fetched, and each fragment is on it."""
    lock = set(read_lock(ROOT).lines)
    assert len(lock) > 11000
    assert unanswered(site.url, lock) == []


def test_what_was_retired_still_answers(retired: Built) -> None:
    """After ids were retired and renamed, every address published before is answered, by its page and by each fragment."""
    lock = set(read_lock(retired.folder.parent).lines)
    assert {"ko/initiatives/1.2/", "ja/actions/V.2/", "en/plan/background-of-it/#population", "id/V.2/"} <= lock
    assert unanswered(retired.url, lock) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_pages_lead_on_in_words_and_links(retired: Built, language: str) -> None:
    """The page at an old address says why in its language and links to what takes its place, or says that nothing does."""
    folder = retired.folder / language
    page = html.parse(str(folder / "initiatives/1.2/index.html")).getroot()
    assert page.get("lang") == language
    assert REASON[language] in page.text_content()
    assert "../1.3/" in [a.get("href") for a in page.iter("a")]
    gone = html.parse(str(folder / "actions/V.2/index.html")).getroot()
    assert REASON[language] in gone.text_content()
    assert not gone.xpath("//*[@class='plan-onward']")
    assert [e.get("content") for e in gone.iter("meta") if e.get("name") == "robots"] == ["noindex"]
    told = (folder / "permalinks/index.html").read_text(encoding="utf-8")
    assert told.count(REASON[language]) == 6


def test_old_ids_lead_on_without_a_language(retired: Built) -> None:
    """The address to cite of a retired id says in each language what happened, and leads to what takes its place."""
    page = html.parse(str(retired.folder / "id/1.2/index.html")).getroot()
    assert all(reason in page.text_content() for reason in REASON.values())
    assert [a.get("href") for a in page.iter("a") if a.get("hreflang")] == [
        f"../../{code}/initiatives/1.3/" for code in LANGUAGES
    ]
    assert [e.get("href") for e in page.xpath("//link[@rel='canonical']")] == [f"{SITE_URL}id/1.3/"]
    gone = html.parse(str(retired.folder / "id/V.2/index.html")).getroot()
    assert [a.get("href") for a in gone.iter("a") if a.get("hreflang")] == [
        f"../../{code}/actions/V.2/" for code in LANGUAGES
    ]
    assert (retired.folder / "id/v-2/index.html").read_bytes() == (retired.folder / "id/V.2/index.html").read_bytes()


def test_rules_for_hosts_and_open_data_lead_on(retired: Built) -> None:
    """Hosts are told where old pages went, under the path of the site, and the open data lists every redirect."""
    rules = (retired.folder / "_redirects").read_text(encoding="utf-8").splitlines()
    assert "/seoul/ko/initiatives/1.2/ /seoul/ko/initiatives/1.3/ 301" in rules
    assert "/seoul/en/plan/membership/ /seoul/en/plan/members/ 301" in rules
    assert "/seoul/id/1.2/ /seoul/id/1.3/ 301" in rules
    assert "/seoul/id/1-2/ /seoul/id/1.3/ 301" in rules
    assert not [rule for rule in rules if rule.startswith("/seoul/ko/actions/V.2/")]
    assert "/seoul/id/v-1/ /seoul/id/V.1/;" in (retired.folder / "redirects.map").read_text(encoding="utf-8")
    records = json.loads((retired.folder / "api/v1/redirects.json").read_text(encoding="utf-8"))["redirects"]
    first = {record["from"]: record for record in records}["1.2"]
    assert first["to"] == "1.3"
    assert first["url"]["ja"] == f"{SITE_URL}ja/initiatives/1.3/"
    assert first["id_url"] == f"{SITE_URL}id/1.3/"
    record = json.loads((retired.folder / "api/v1/initiatives/1.2.json").read_text(encoding="utf-8"))
    assert record == {"retired": first}
    for name, found in (("redirects", {"redirects": records}), ("retired", record)):
        schema = json.loads((retired.folder / f"api/v1/schema/{name}.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(found)
    assert "initiatives/1.2" not in (retired.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_fragments_last_where_hosts_lead_on(retired: Built) -> None:
    """A host that leads an old page on keeps the fragment: the page that takes its place has it, too."""
    ledger = set(read_lock(retired.folder.parent).lines)
    rules = (line.split() for line in (retired.folder / "_redirects").read_text(encoding="utf-8").splitlines())
    onward = {old.removeprefix("/seoul/"): new.removeprefix("/seoul/") for old, new, _ in rules}
    followed = {f"{onward.get(path, path)}{mark}{name}" for path, mark, name in (a.partition("#") for a in ledger)}
    assert "ja/agendas/rivers-city/#1.2" in followed
    assert unanswered(retired.url, followed) == []


def test_cards_and_feeds_on_other_sites_live_on(retired: Built) -> None:
    """A card that stands on another site shows what takes its place, or says why it is gone; a feed is read on."""
    for language in LANGUAGES:
        card = html.parse(str(retired.folder / f"embed/{language}/1.2/index.html")).getroot()
        assert [a.get("href") for a in card.xpath("//h1/a")] == [f"../../../{language}/initiatives/1.3/"]
        document = json.loads((retired.folder / f"embed/{language}/1.2/oembed.json").read_text(encoding="utf-8"))
        assert f"{SITE_URL}embed/{language}/1.3/" in document["html"]
        gone = html.parse(str(retired.folder / f"embed/{language}/V.2/index.html")).getroot()
        assert REASON[language] in gone.text_content()
        feed = retired.folder / language / "agendas" / "water-city" / "feed.xml"
        assert feed.read_bytes() == (retired.folder / language / "agendas" / "rivers-city" / "feed.xml").read_bytes()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ko/initiatives/1.2/", "ko/initiatives/1.3/"),
        ("ja/agendas/water-city/#1.2", "ja/agendas/rivers-city/#1.3"),
        ("en/plan/membership/#V.1.1", "en/plan/members/#V.1.1"),
        ("en/plan/membership/#V.2", "en/actions/V.2/"),
        ("ko/plan/background-of-it/#population", "ko/plan/background-of-it/#people"),
        ("ko/differences/#difference-1.1-1", "ko/permalinks/#redirect-difference-1.1-1"),
        ("id/1.2/", "ko/initiatives/1.3/"),
    ],
)  # fmt: skip
def test_scripts_lead_on_with_the_fragment(retired: Built, browser: Browser, old: str, new: str) -> None:
    """In a browser an old address, and an old fragment of a page that stays, lead to where the thing is now."""
    page = opened(browser, retired.url + old, locale="ko-KR")
    page.wait_for_url(retired.url + new)


@pytest.mark.browser
def test_an_old_page_can_be_read(retired: Built, browser: Browser) -> None:
    """With `?stay`, or without scripts, an old page stays, and an old fragment shows its note."""
    page = opened(browser, f"{retired.url}en/initiatives/1.2/?stay")
    assert page.locator(".plan-onward a").is_visible()
    page = opened(browser, f"{retired.url}en/plan/background-of-it/#population", java_script_enabled=False)
    assert page.locator("#population a").is_visible()
    page.click("#population a")
    assert page.url.endswith("#people")


def test_what_vanishes_undeclared_is_named(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address that neither resolves nor leads on fails the check and the build, each named."""
    publish(small)
    replace(small, "data/organisation.yaml", ("slug: membership", "slug: members"))
    for language in LANGUAGES:
        (small / f"docs/{language}/plan/membership.md").rename(small / f"docs/{language}/plan/members.md")
    found = problems(small)
    assert {problem.name for problem in found} == {"address-lost"}
    told = [dict(problem.values)["addresses"] for problem in found]
    assert "en/plan/membership/, ja/plan/membership/, ko/plan/membership/" in told
    assert "en/plan/membership/#V.1, ja/plan/membership/#V.1, ko/plan/membership/#V.1" in told
    assert main(["check", "--root", str(small)]) == 1
    assert f"Problems: {len(found)}." in capsys.readouterr().err
    declare(small, redirect("chapter", "membership", "members"))
    assert problems(small) == []


def test_the_built_site_is_held_to_the_ledger(tmp_path: Path) -> None:
    """What the finished site lacks is told, a page, a fragment or a file, once for all languages."""
    for language in ("ko", "ja"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "index.html").write_text('<h1 id="here">One</h1>', encoding="utf-8")
    addresses = ("ko/", "ko/#here", "ko/#gone", "ja/#gone", "ko/away/", "api/v1/away.json")
    lock = Lock({address: line for line, address in enumerate(addresses, start=1)})
    found = [(problem.line, problem.values) for problem in unresolved(tmp_path, lock, ("ko", "ja"))]
    assert found == [
        (3, (("addresses", "ko/#gone, ja/#gone"),)),
        (5, (("addresses", "ko/away/"),)),
        (6, (("addresses", "api/v1/away.json"),)),
    ]


@pytest.mark.parametrize(
    ("redirects", "name"),
    [
        ([redirect("initiative", "1.2", "1.1")], "id-reused"),
        ([redirect("term", "world-water-forum", None)], "id-reused"),
        ([redirect("initiative", "1.9", "1.1")], "redirect-source-unpublished"),
        ([redirect("event", "1.2", None)], "redirect-source-unpublished"),
        ([redirect("initiative", "1.4", "1.7")], "redirect-target-unknown"),
        ([redirect("initiative", "1.4", "1.5"), redirect("initiative", "1.5", "1.4")], "redirect-circular"),
        ([redirect("initiative", "1.4", "1.1"), redirect("initiative", "1.4", "1.2")], "redirect-repeated"),
    ],
)  # fmt: skip
def test_redirects_keep_their_rules(small: Path, redirects: list[dict[str, object]], name: str) -> None:
    """A redirect is from what was published and is gone, to what is there, once and not in a circle."""
    publish(small)
    with (small / PATH).open("a", encoding="utf-8") as file:
        file.write("id/1.4/\nid/1.5/\n")  # published some time ago
    declare(small, *redirects)
    assert name in names(small)


def test_a_reason_is_given_in_every_language(small: Path) -> None:
    """A redirect without its reason in one language is refused."""
    publish(small)
    declare(small, redirect("term", "world-water-forum", None) | {"reason": {"ko": "합쳤다."}})
    assert {problem.path for problem in problems(small)} >= {"data/redirects.yaml"}


def test_chains_end_at_what_is_there(small: Path) -> None:
    """An id renamed twice leads to its last name, and the earlier declaration stays as it was."""
    publish(small)
    replace(small, AGENDAS, ('id: "1.2"', 'id: "1.4"'), ('related: ["1.2"]', 'related: ["1.4"]'))
    replace(small, "docs/*/agendas/water-city.md", ("{#1.2}", "{#1.4}"), ("(id:1.2)", "(id:1.4)"))
    with (small / PATH).open("a", encoding="utf-8") as file:
        file.write("id/1.3/\n")
    declare(small, redirect("initiative", "1.2", "1.3"), redirect("initiative", "1.3", "1.4"))
    assert problems(small) == []
    for name in ("1.2", "1.3"):
        assert "/initiatives/1.4/" in (small / f"site/id/{name}/index.html").read_text(encoding="utf-8")


def test_the_ledger_only_grows(small: Path) -> None:
    """A line that was committed once and is removed is told, also when it was removed in an earlier commit."""
    publish(small)
    git(small, "init", "-q", "-b", "main")
    git(small, "add", "data", "docs")
    git(small, "commit", "-qm", "First")
    lines = (small / PATH).read_text(encoding="utf-8")
    (small / PATH).write_text(lines.replace("id/1.1/\n", ""), encoding="utf-8")
    assert names(small) == ["address-removed"]
    git(small, "commit", "-qam", "Forget")
    assert names(small) == ["address-removed"]
    (small / PATH).unlink()
    assert len(names(small)) == lines.count("\n") - 1
    (small / PATH).write_text(lines, encoding="utf-8")
    assert names(small) == []


def test_new_addresses_are_added_and_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not in the ledger is told by the check, which does not fail for it; the command adds it and changes no other line."""
    publish(small)
    before = (small / PATH).read_text(encoding="utf-8").splitlines()
    office = "{slug: branch, kind: other, name: &, city: &, country: &, editions: [ko]}".replace(
        "&", "{ko: 지부, ja: 支部, en: Branch}"
    )
    replace(small, "data/organisation.yaml", ("offices:\n", f"offices:\n  - {office}\n"))
    capsys.readouterr()
    assert main(["check", "--root", str(small)]) == 0
    assert "7 addresses are new" in capsys.readouterr().out
    assert main(["check", "--root", str(small), "--format", "github"]) == 0
    assert "::warning file=data/permalinks.lock,line=1" in capsys.readouterr().out
    publish(small)
    after = (small / PATH).read_text(encoding="utf-8").splitlines()
    new = {f"{code}/{page}/#office-branch" for code in LANGUAGES for page in ("offices", "plan/membership")}
    assert set(after) - set(before) == new | {"api/v1/offices/branch.json"}
    assert set(before) <= set(after)
    assert after[1:] == sorted(after[1:])


def test_lines_that_are_no_address_are_refused(small: Path) -> None:
    """What was typed into the ledger and is no address is told with its line."""
    (small / PATH).write_text("# head\nko/\nnot an address\n", encoding="utf-8")
    assert [(problem.line, problem.name) for problem in problems(small)] == [(3, "address-malformed")]


def test_ids_are_known_by_common_spellings(plan: Plan) -> None:
    """Each id has other spellings, and none of them means two things."""
    assert {"4-8", "4.08", "4-08"} == set(spellings("4.8"))
    assert {"v.3", "v-3", "V-3"} == set(spellings("V.3"))
    found = aliases(Views(plan).chosen)
    assert found["v-9-2"] == "V.9.2"
    assert found["ix"] == "IX"
    assert not set(found) & set(Views(plan).chosen)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("id/4-8/?stay", "4.8"), ("id/4.08/?stay", "4.8"), ("id/v.3/?stay", "V.3"), ("id/V-3/?stay", "V.3"), ("id/v-9-2?stay", "V.9.2"),
    ],
)  # fmt: skip
def test_spellings_answer_without_scripts(site: Built, browser: Browser, asked: str, name: str) -> None:
    """With scripts off, the common spellings of an id show its page."""
    page = opened(browser, site.url + asked, java_script_enabled=False)
    assert page.inner_text("h1").startswith(f"{name} ")
    assert page.locator("main li a").count() == 3


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("id/４.８/", "id/4.8/"), ("id/4_8", "id/4.8/"), ("ID/V%2003/", "id/V.3/"), ("id/CCR/", "id/ccr/"), ("id/v.09.02/", "id/V.9.2/"),
    ],
)  # fmt: skip
def test_any_spelling_is_understood_by_the_page_for_wrong_addresses(
    site: Built, browser: Browser, asked: str, found: str
) -> None:
    """With scripts, an id in any case, width and punctuation leads to its page, under the path of the site."""
    page = opened(browser, f"{site.url}{asked}?stay")
    page.wait_for_url(f"{site.url}{found}?stay")


@pytest.mark.browser
def test_an_old_slug_that_was_no_lasting_id_is_a_wrong_one(retired: Built, browser: Browser) -> None:
    """A renamed agenda keeps its number under `id/`; its old slug never stood there, and no script looks for it there."""
    page = opened(browser, f"{retired.url}id/water-city/")
    assert page.locator("h1").inner_text() == "404"
    assert page.url == f"{retired.url}id/water-city/"


@pytest.mark.browser
def test_a_wrong_id_leads_to_the_list(site: Built, browser: Browser) -> None:
    """An id that never was answers 404, and offers the list of all of them in each language without a script."""
    page = opened(browser, f"{site.url}id/99.1/", java_script_enabled=False)
    ways = page.locator("main p a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert ways == [f"/seoul/{code}/ids/" for code in LANGUAGES]
    page.click("main p a >> nth=2")
    assert page.locator(".plan-ids tbody tr").count() > 500


@pytest.mark.browser
def test_a_reader_can_stay(site: Built, browser: Browser) -> None:
    """Who ticks the box on a lasting address is not led on any more, until it is unticked."""
    page = opened(browser, f"{site.url}id/4.8/?stay", locale="ja-JP")
    page.check("#stay input")
    page.goto(f"{site.url}id/4.9/")
    assert page.locator("#stay input").is_checked()
    page.uncheck("#stay input")
    page.goto(f"{site.url}id/4.9/")
    page.wait_for_url("**/ja/initiatives/4.9/")


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_ids_is_narrowed_sorted_and_copied(
    site: Built, browser: Browser, plan: Plan, language: str
) -> None:
    """By keyboard alone: narrow the list by a kind and a word, sort it by a title, and copy a lasting link."""
    page = opened(browser, f"{site.url}{language}/ids/", permissions=["clipboard-read", "clipboard-write"])
    rows = page.locator(".plan-ids tbody tr:visible")
    assert rows.count() == len(Views(plan).chosen)
    page.select_option("select[name=kind]", "initiative")
    assert rows.count() == len(plan.initiatives)
    page.fill("input[name=words]", "4.8")
    page.wait_for_function("document.querySelectorAll('.plan-ids tbody tr:not([hidden])').length === 1")
    page.focus(".plan-ids tbody tr:not([hidden]) button")
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"() => document.activeElement.textContent === {json.dumps(plan.words[language]['ids_copied'])}"
    )
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}id/4.8/"
    page.fill("input[name=words]", "")
    page.focus(".plan-ids thead th:nth-child(5) button")
    for way in ("ascending", "descending"):
        page.keyboard.press("Enter")
        assert page.get_attribute(".plan-ids thead th:nth-child(5)", "aria-sort") == way
        titles = page.locator(".plan-ids tbody tr:visible td:nth-child(5)").all_inner_texts()
        order = page.evaluate("titles => [...titles].sort(new Intl.Collator('en', { numeric: true }).compare)", titles)
        assert titles == (order if way == "ascending" else order[::-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_ids_is_light_and_whole(site: Built, plan: Plan, language: str) -> None:
    """Without scripts the list holds every lasting id with its link and titles, and it weighs less than 300 kB."""
    file = site.folder / language / "ids" / "index.html"
    assert file.stat().st_size < 300_000
    rows = html.parse(str(file)).getroot().xpath("//table[@class='plan-ids']/tbody/tr")
    assert [row[0].text_content() for row in rows] == [row.find(".//a").get("href").split("/")[-2] for row in rows]
    assert {row[0].text_content() for row in rows} == set(Views(plan).chosen)
    assert all(cell.text_content().strip() for row in rows for cell in row)
