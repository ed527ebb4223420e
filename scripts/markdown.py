"""Contributed Markdown: one document in sections, read with suspicion.

The text is read as CommonMark by markdown-it-py. Nothing that could carry code is let through, and what is refused is
named with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.files import YamlFile, parse_yaml
from scripts.problem import Problem, ProblemsError

HEADING = re.compile(
    r"^(?P<title>.*\S)\s*\{#(?P<id>[A-Za-z0-9][A-Za-z0-9.-]*)(?:\s+(?P<source>[a-z]{2})=(?P<version>[0-9a-f]{8}))?\}$"
)
FRONT = re.compile(r"\A---\n(?P<yaml>.*?)^---\n", re.DOTALL | re.MULTILINE)
SCHEMES = ("id:", "term:", "https://", "http://")  # as written: ID: or HTTPS: is a slip
TITLE_MARKS = re.compile(r"[*_`\[\]<>{}|\\#]")
REFUSED = {
    "html_block": "raw HTML is not allowed; write plain Markdown",
    "html_inline": "raw HTML is not allowed; write plain Markdown",
    "image": "pictures cannot stand in this text; remove it",
    "fence": "code blocks have no place in this text; write a paragraph",
    "code_block": "this line is indented and would become code; remove the spaces before it",
    "hr": "a dividing line is not needed here; remove it",
}


@dataclass(frozen=True)
class Section:
    """A section of a document: its file, lasting id, heading, first line, lines as written, and content as Markdown tokens.

    `version` is what a translation says it was made from: the source language and the version of its text, `ko=3f9a2c1b`.
    """

    path: str
    id: str
    title: str
    line: int
    written: tuple[str, ...]
    tokens: tuple[Token, ...]
    version: str | None = None

    def line_where(self, holds: Callable[[str], bool]) -> int:
        """Return the first line of the file in which what is written `holds`, or that of the heading."""
        return next((self.line + at for at, text in enumerate(self.written) if holds(text)), self.line)


@dataclass(frozen=True)
class Document:
    """A contributed Markdown file: what its front matter says, and its sections in order."""

    path: str
    meta: YamlFile
    sections: tuple[Section, ...]

    def section(self, name: str) -> Section:
        """Return the section with the id `name`; raises KeyError when there is none."""
        return {section.id: section for section in self.sections}[name]


@lru_cache(maxsize=512)  # a server reads the same texts again after each change
def parse_document(path: str, text: str) -> tuple[Document, Sequence[Problem]]:
    """Return the document `text`, and everything in it that is not allowed.

    Raises ProblemsError when the front matter cannot be read.
    """
    front = FRONT.match(text)
    if not front:
        message = "the file must begin with a line ---, its facts such as `agenda: 4`, and a second line ---"
        raise ProblemsError([Problem(path, 1, message)])
    meta = parse_yaml(path, front["yaml"], first_line=2)
    offset = text.count("\n", 0, front.end()) + 1
    body = text[front.end() :]
    tokens = _reader().parse(body)
    problems = [*_braces(path, body, offset), *_refused(path, tokens, offset)]
    sections = tuple(_sections(path, body, tokens, offset, problems))
    problems += _repeated(path, sections)
    return Document(path, meta, sections), problems


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True})
    # A link the library finds unsafe would stay text and slip past the check; here every link becomes a token and is judged.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the library's own name
    return reader


def _braces(path: str, body: str, offset: int) -> Iterator[Problem]:
    for number, line in enumerate(body.split("\n"), offset):
        rest = HEADING.sub(r"\g<title>", line) if line.startswith("#") else line
        if "{" in rest or "}" in rest:
            message = "braces and template syntax are not allowed; write the words themselves"
            yield Problem(path, number, message)


def _refused(path: str, tokens: Sequence[Token], offset: int) -> Iterator[Problem]:
    line = offset
    for token in tokens:
        line = token.map[0] + offset if token.map else line
        if token.type in REFUSED:
            yield Problem(path, line, REFUSED[token.type])
        if token.type == "heading_open" and token.level:
            yield Problem(
                path, line, "a heading cannot stand inside a list or a quotation; remove the # or the mark before it"
            )
        yield from _refused_inside(path, token.children or (), line)


def _refused_inside(path: str, children: Sequence[Token], line: int) -> Iterator[Problem]:
    for token in children:
        if token.type in {"softbreak", "hardbreak"}:
            line += 1
        elif token.type in REFUSED:
            yield Problem(path, line, REFUSED[token.type])
        elif token.type == "link_open" and not str(token.attrs["href"]).startswith(SCHEMES):
            message = f"the link to '{token.attrs['href']}' is not allowed; write id:4.8, term:ccr or an address with https://"
            yield Problem(path, line, message)


def _sections(path: str, body: str, tokens: Sequence[Token], offset: int, problems: list[Problem]) -> Iterator[Section]:
    lines = body.split("\n")
    starts = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    if tokens and (not starts or starts[0] > 0):
        line = (tokens[0].map or [0])[0] + offset
        problems.append(
            Problem(path, line, "text before the first heading belongs to no section; move it under a heading")
        )
    for start, end in zip(starts, [*starts, len(tokens)][1:], strict=True):
        line = (tokens[start].map or [0])[0] + offset
        found = HEADING.match(tokens[start + 1].content)
        problems.extend(Problem(path, line, message) for message in _heading_mistakes(tokens[start], found))
        if found:
            last = (tokens[end].map or [0])[0] if end < len(tokens) else len(lines)
            written = tuple(lines[line - offset : last])
            version = f"{found['source']}={found['version']}" if found["version"] else None
            yield Section(path, found["id"], found["title"], line, written, tuple(tokens[start + 3 : end]), version)


def _heading_mistakes(token: Token, found: re.Match[str] | None) -> Iterator[str]:
    if token.tag != "h2":
        yield f"headings in these files have two marks (##); this one has {token.tag[1]}"
    if found is None:
        yield "the heading must end with the id of its section, such as {#vision} or {#4.8 ko=3f9a2c1b}"
    elif TITLE_MARKS.search(found["title"]):
        yield "a heading is plain text; remove * _ ` [ ] < > | \\ #"


def _repeated(path: str, sections: Sequence[Section]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for section in sections:
        if section.id in first:
            message = f"the section {{#{section.id}}} stands on line {first[section.id]} already; keep one of the two"
            yield Problem(path, section.line, message)
        first.setdefault(section.id, section.line)


def body(section: Section) -> str:
    """Return the text of `section` as written, without its heading and the empty lines around it."""
    first = section.written[0].lstrip(" ").startswith("#")
    return "\n".join(section.written[1 if first else 2 :]).strip("\n")  # a heading may be underlined instead


def links(section: Section) -> Iterator[str]:
    """Yield the target of every link in `section`."""
    for token in section.tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])


def items(section: Section) -> int:
    """Return how many list items stand in `section`, those inside other items not counted."""
    return sum(token.type == "list_item_open" and token.level == 1 for token in section.tokens)


def plain(section: Section, joint: str) -> str:
    """Return the text of `section` without marks, a line for each paragraph or list item.

    `joint` stands where the source breaks a line: a space, or nothing in Japanese.
    """
    return "\n".join(_plain_inline(token.children or (), joint) for token in section.tokens if token.type == "inline")


def _plain_inline(children: Sequence[Token], joint: str) -> str:
    return "".join(joint if t.type in {"softbreak", "hardbreak"} else t.content for t in children)
