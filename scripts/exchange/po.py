"""PO, the format of gettext; written and read by Babel, which the site depends on anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_string

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, generate_po

from scripts.exchange.units import Exchanged, Marks, Received, Unit
from scripts.problem import Problem, ProblemsError

HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Seoul Plan\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: {source}\\n"

"""
LINE = re.compile(r'(?:(?P<word>msgctxt|msgid|msgstr)[ \t]+)?"(?:[^"\\]|\\[nt"\\])*"')
BEFORE = {"msgctxt": ("msgstr",), "msgid": ("msgctxt", "msgstr"), "msgstr": ("msgid",)}
"""What each line of an entry may follow."""
COMMENTS = {"version": "version: ", "made_from": "made from: ", "text": "text: "}


class _Read(Catalog):
    """A catalog that keeps each entry as it was read: Babel's own would join entries of the same name and believe the header."""

    def __init__(self) -> None:
        super().__init__(charset="utf-8")
        self.entries: list[Message] = []

    def __setitem__(self, key: object, message: Message) -> None:
        self.entries.append(message)


def written(units: Sequence[Unit], source: str, language: str) -> str:
    """Return `units` as a PO file; the id of a unit is its context, and what needs review is fuzzy."""
    catalog = Catalog(charset="utf-8")
    for unit in units:
        comments = [unit.hint] + [
            f"{start}{value}" for name, start in COMMENTS.items() if (value := getattr(unit.marks, name))
        ]
        flags = ["fuzzy"] if unit.state == "outdated" else []
        catalog.add(unit.source, unit.target, [(unit.path, unit.line)], flags, auto_comments=comments, context=unit.id)
    return HEADER.format(source=source, language=language) + "".join(generate_po(catalog, omit_header=True, width=0))


def read(path: str, text: str) -> Exchanged:
    """Return what a PO file holds; raises ProblemsError when it is broken."""
    lines = text.split("\n")
    if problems := list(_mistakes(path, lines)):
        raise ProblemsError(problems)
    found = _Read()
    try:
        PoFileParser(found, ignore_obsolete=True, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise ProblemsError([Problem.of(path, error.lineno + 1, "po-invalid", reason=error)]) from None
    header = next((entry for entry in found.entries if not (entry.id or entry.context)), None)
    said = message_from_string(str(header.string) if header else "")
    pair = (_line(header), str(said.get("X-Source-Language", "")), str(said.get("Language", "")))
    return Exchanged([pair], [_unit(entry) for entry in found.entries if entry is not header])


def _mistakes(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each line and each entry that Babel would read as something else than it says."""
    last, at = "msgstr", 1
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = LINE.fullmatch(line.strip())
        if not found:
            yield Problem.of(path, number, "po-line-invalid")
        elif word := found["word"]:
            if last not in BEFORE[word]:
                yield Problem.of(path, number, "po-entry-disordered", found=word, before=last)
            last, at = word, number
    if last != "msgstr":
        yield Problem.of(path, at, "po-entry-unfinished")


def _unit(entry: Message) -> Received:
    comments = {
        name: comment.removeprefix(start)
        for comment in entry.auto_comments for name, start in COMMENTS.items() if comment.startswith(start)
    }  # fmt: skip
    marks = Marks(**comments)
    return Received(entry.context or "", _line(entry), str(entry.id), str(entry.string), not entry.fuzzy, marks)


def _line(entry: Message | None) -> int:
    return entry.lineno or 1 if entry else 1
