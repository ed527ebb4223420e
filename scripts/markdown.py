"""Contributed Markdown: one document in sections, read with suspicion.

The text is read as CommonMark by markdown-it-py. Nothing that could carry code is let through, and what is refused is
named with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.exceptions import MEANT, Exemption, apart, exemption
from scripts.files import YamlFile, parse_yaml
from scripts.headings import BROKEN, HEADING, headed, mistakes
from scripts.misread import conflicts, meant, misread
from scripts.problem import Name, Problem, ProblemsError

FRONT = re.compile(r"\A---\n(?P<yaml>.*?)^---\n", re.DOTALL | re.MULTILINE)
SCHEMES = ("id:", "term:", "https://", "http://")  # as written: ID: or HTTPS: is a slip
REFUSED: Mapping[str, Name] = {
    "html_block": "html-in-text",
    "html_inline": "html-in-text",
    "image": "picture-in-text",
    "fence": "code-in-text",
    "code_block": "line-indented",
    "hr": "dividing-line",
}
"""What has no place in a text, by the type of its token."""


@dataclass(frozen=True)
class Section:
    """A section of a document: its file, lasting id, heading, first line, lines as written, and content as Markdown tokens.

    `version` is what a translation says it was made from: the source language and the version of its text, `ko=3f9a2c1b`.
    `exceptions` to the checks stand among the lines as written only.
    """

    path: str
    id: str
    title: str
    line: int
    written: tuple[str, ...]
    tokens: tuple[Token, ...]
    version: str | None = None
    exceptions: tuple[Exemption, ...] = ()

    def line_where(self, holds: Callable[[str], bool]) -> int:
        """Return the first line of the file in which what is written `holds`, or that of the heading."""
        lines, aside = enumerate(self.written, self.line), {found.line for found in self.exceptions}
        return next((at for at, text in lines if at not in aside and holds(text)), self.line)


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

    Raises ProblemsError when the front matter cannot be read, or a merge has left both versions of some lines.
    """
    if left := list(conflicts(path, text)):
        raise ProblemsError(left)
    front = FRONT.match(text)
    if not front:
        raise ProblemsError([Problem.of(path, 1, "front-matter-missing")])
    meta = parse_yaml(path, front["yaml"], first_line=2)
    offset = text.count("\n", 0, front.end()) + 1
    written = text[front.end() :]
    body = meant(written)
    tokens = _reader().parse(body)
    problems = [*_braces(path, body, offset), *misread(path, written, offset), *_refused(path, tokens, offset)]
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
        if ("{" in rest or "}" in rest) and not (line.startswith("#") and BROKEN.search(rest)):
            yield Problem.of(path, number, "braces-in-text")


def _refused(path: str, tokens: Sequence[Token], offset: int) -> Iterator[Problem]:
    line = offset
    for token in tokens:
        line = token.map[0] + offset if token.map else line
        if token.type == "html_block" and MEANT.match(token.content):
            if token.level or not exemption(token.content, line):
                yield Problem.of(path, line, "exception-malformed")
        elif token.type in REFUSED:
            yield Problem.of(path, line, REFUSED[token.type])
        if token.type == "heading_open" and token.level:
            yield Problem.of(path, line, "heading-inside")
        yield from _refused_inside(path, token.children or (), line)


def _refused_inside(path: str, children: Sequence[Token], line: int) -> Iterator[Problem]:
    for at, token in enumerate(children):
        if token.type in {"softbreak", "hardbreak"}:
            line += 1
        elif token.type == "html_inline" and MEANT.match(token.content):
            yield Problem.of(path, line, "exception-malformed")
        elif token.type in REFUSED:
            yield Problem.of(path, line, REFUSED[token.type])
        elif token.type == "link_open" and children[at + 1].type == "link_close":
            yield Problem.of(path, line, "link-empty", target=token.attrs["href"])
        elif token.type == "link_open" and not str(token.attrs["href"]).startswith(SCHEMES):
            yield Problem.of(path, line, "link-form-unknown", target=token.attrs["href"])


def _sections(path: str, body: str, tokens: Sequence[Token], offset: int, problems: list[Problem]) -> Iterator[Section]:
    lines = body.split("\n")
    starts = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    if tokens and (not starts or starts[0] > 0):
        line = (tokens[0].map or [0])[0] + offset
        problems.append(Problem.of(path, line, "text-before-heading"))
    for start, end in zip(starts, [*starts, len(tokens)][1:], strict=True):
        line = (tokens[start].map or [0])[0] + offset
        found = headed(tokens[start + 1].content)
        problems.extend(mistakes(path, line, tokens[start], tokens[start + 1].content))
        if found:
            last = (tokens[end].map or [0])[0] if end < len(tokens) else len(lines)
            written = tuple(lines[line - offset : last])
            version = f"{found['source']}={found['version']}" if found["version"] else None
            inside, aside = apart(tokens[start + 3 : end], offset)
            yield Section(path, found["id"], found["title"], line, written, inside, version, aside)


def _repeated(path: str, sections: Sequence[Section]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for section in sections:
        if section.id in first:
            yield Problem.of(path, section.line, "section-repeated", section=section.id, first=first[section.id])
        first.setdefault(section.id, section.line)


def body(section: Section) -> str:
    """Return the text of `section` as written, without its heading, its exceptions and the empty lines around it."""
    aside = {found.line - section.line for found in section.exceptions}
    first = 1 if section.written[0].lstrip(" ").startswith("#") else 2  # a heading may be underlined instead
    lines = [line for at, line in enumerate(section.written) if at >= first and at not in aside]
    text = "\n".join(lines).strip("\n")
    return re.sub("\n{3,}", "\n\n", text) if aside else text


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
