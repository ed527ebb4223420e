"""A book as an EPUB 3: XHTML in a ZIP archive. No library for it is kept well and under a licence that suits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from markupsafe import Markup

from scripts.documents.book import Book, Passage
from scripts.templating import TEMPLATES, environment

TAGS = {
    "emphasis": "em",
    "strong": "strong",
    "paragraph": "p",
    "list": "ul",
    "numbers": "ol",
    "item": "li",
    "quote": "blockquote",
    "group": "p",
}
"""The element of each kind of node that is only a container."""
LANGUAGE = Markup(' lang="{0}" xml:lang="{0}"')


def epub(book: Book, epoch: int) -> bytes:
    """Return `book` as an EPUB, dated with `epoch` in seconds; the same book gives the same bytes."""
    moment = datetime.fromtimestamp(epoch, UTC)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in _files(book, moment).items():
            entry = zipfile.ZipInfo(path, (moment.year, moment.month, moment.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return buffer.getvalue()


def _files(book: Book, moment: datetime) -> Mapping[str, str]:
    """Return the files of the archive in their order: the first one names the format."""
    opening = {passage.anchor: (depth, passage) for depth, passage in book.all() if passage.opens}
    places = dict(_places(book))

    def goal(to: str) -> str:
        return f"{places[to[1:]]}.xhtml{to}" if to.startswith("#") else to

    def lang(passage: Passage) -> Markup:
        return LANGUAGE.format(passage.language) if passage.language != book.language else Markup("")

    templates = environment().overlay()
    templates.globals = {
        **templates.globals,
        "book": book,
        "goal": goal,
        "lang": lang,
        "tags": TAGS,
    }  # of this book alone
    day, time = moment.date().isoformat(), moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def filled(name: str, **values: object) -> str:
        return templates.get_template(f"epub/{name}.jinja").render(values)

    found = {"mimetype": "application/epub+zip", "META-INF/container.xml": filled("container.xml")}
    found["EPUB/package.opf"] = filled("package.opf", files=list(opening), day=day, moment=time)
    found |= {"EPUB/nav.xhtml": filled("nav.xhtml"), "EPUB/title.xhtml": filled("title.xhtml")}
    found["EPUB/style.css"] = (TEMPLATES / "epub" / "style.css").read_text(encoding="utf-8")
    for name, (depth, passage) in opening.items():
        found[f"EPUB/{name}.xhtml"] = filled("chapter.xhtml", passage=passage, depth=depth)
    return found


def _places(book: Book) -> Iterator[tuple[str, str]]:
    """Yield each anchor and the file it stands in: that of the passage on a new page before it."""
    file = ""
    for _, passage in book.all():
        file = passage.anchor if passage.opens else file
        yield passage.anchor, file
        yield from ((node.anchor, file) for node in passage.blocks if node.anchor)
