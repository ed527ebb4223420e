"""Tables for spreadsheet programs: CSV, and one workbook of all."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scripts.opendata.tables import Cell, Table

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
FONTS = {"ko": "Malgun Gothic", "ja": "Yu Gothic", "en": "Calibri"}
"""Fonts that the usual programs have; where one is missing, they take another of the same script."""
NARROW, WIDE, WIDEST = 12, 30, 60
"""Widths of columns, in characters."""
LONG = ("text_", "vision_", "description_", "approach_", "note_")
MIDDLE = (
    "name",
    "title_",
    "agenda_name_",
    "chapter_name_",
    "section_title_",
    "city_",
    "country_",
    "url_",
    "id_url",
    "ko",
    "ja",
)


def csv_text(table: Table) -> bytes:
    """Return `table` as CSV: with a byte order mark, by which spreadsheet programs know UTF-8, and no cell that is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(BEGINS_FORMULA) else cell


def workbook(first: Sequence[tuple[str, str]], tables: Mapping[str, Table], epoch: int) -> bytes:
    """Return a workbook dated `epoch`: a first sheet of the lines `first`, each with its language, and a sheet for each table."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": first[0][1], "created": datetime.fromtimestamp(epoch, UTC).replace(tzinfo=None)})
    _explain(book, first)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "font_name": FONTS["en"]})
    plain = {
        code: book.add_format({"font_name": font, "text_wrap": True, "valign": "top"}) for code, font in FONTS.items()
    }
    link = book.add_format({"font_name": FONTS["en"], "font_color": "#08605D", "underline": 1, "valign": "top"})
    for name, table in tables.items():
        _fill(book.add_worksheet(name), table, head, plain, link)
    book.close()
    return file.getvalue()


def _explain(book: Workbook, lines: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 0, 110)
    formats = {
        code: book.add_format({"font_name": font, "text_wrap": True, "valign": "top"}) for code, font in FONTS.items()
    }
    for row, (code, text) in enumerate(lines):
        sheet.write_string(row, 0, text, formats.get(code, formats["en"]))


def _fill(sheet: Worksheet, table: Table, head: Format, plain: Mapping[str, Format], link: Format) -> None:
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, _width(name))
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for row, cells in enumerate(table.rows, start=1):
        for column, (name, cell) in enumerate(zip(table.columns, cells, strict=True)):
            style = plain.get(name.rpartition("_")[2], plain["en"])
            if name.startswith(("url_", "id_url")) and isinstance(cell, str):
                sheet.write_url(row, column, cell, link)
            elif isinstance(cell, str):
                sheet.write_string(row, column, cell, style)
            elif cell is not None:
                sheet.write_number(row, column, cell, style)


def _width(column: str) -> int:
    if column.startswith(LONG):
        return WIDEST
    return WIDE if column.startswith(MIDDLE) else NARROW
