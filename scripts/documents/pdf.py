"""A book as a PDF for people with and without sight, and for archives: PDF/UA-1 and PDF/A-2a, with the fonts inside."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime

import typst

from scripts.documents.book import Book
from scripts.fonts import FONTS, font_file
from scripts.templating import TEMPLATES

UNKNOWN = re.compile(r'the text `"(?P<text>.+)"` could not be displayed')


class UnknownCharacterError(Exception):
    """Raised when the font lacks a character of the text."""

    def __init__(self, text: str) -> None:
        """Keep the characters that are unknown."""
        super().__init__(text)
        self.text = text


def pdf(book: Book, epoch: int) -> bytes:
    """Return `book` as a PDF, dated with `epoch` in seconds; the same book gives the same bytes.

    Raises UnknownCharacterError.
    """
    try:
        return typst.compile(
            TEMPLATES / "book.typ", root=TEMPLATES, sys_inputs={"book": json.dumps(asdict(book))},
            font_paths=[font_file(weight).parent for weight in FONTS], ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"], timestamp=datetime.fromtimestamp(epoch, UTC),
        )  # fmt: skip
    except typst.TypstError as error:
        if found := UNKNOWN.search(str(error)):
            raise UnknownCharacterError(found["text"]) from None
        raise
