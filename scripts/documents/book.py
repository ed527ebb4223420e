"""The plan, or one agenda, as a book: what every form of a document is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "text", "emphasis", "strong", "code", "link", "break", "paragraph", "list", "numbers", "item", "quote", "group"
]
Role: TypeAlias = Literal["part", "chapter", "section", "item", "names"]


@dataclass(frozen=True)
class Node:
    """A run of text, or what holds others.

    `to` is where a link leads: an address, or `#` and the anchor of another place in the book.
    """

    kind: Kind
    text: str = ""
    to: str = ""
    anchor: str = ""
    language: str = ""
    """Its language, where that is not the one of what holds it."""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A heading and what stands under it, other passages too.

    `address` is the lasting address of what it is about, if it has one; `notice` is what the reader of a translation is told.
    """

    anchor: str
    role: Role
    mark: str
    title: str
    language: str
    blocks: tuple[Node, ...] = ()
    address: str = ""
    notice: str = ""
    passages: tuple[Passage, ...] = ()

    def all(self) -> Iterator[Passage]:
        """Yield the passage and all within it, in reading order."""
        yield self
        for passage in self.passages:
            yield from passage.all()


@dataclass(frozen=True)
class Book:
    """A document in one language: what its title page says, and its passages.

    `address` is the lasting address of the document, `site` that of its pages; `words` are the words of the interface it needs.
    """

    language: str
    title: str
    subtitle: str
    address: str
    site: str
    official: str
    date: str
    words: Mapping[str, str]
    passages: tuple[Passage, ...]

    def all(self) -> Iterator[Passage]:
        """Yield every passage, in reading order."""
        for passage in self.passages:
            yield from passage.all()


def anchor(name: str) -> str:
    """Return the anchor of what the whole plan knows as `name`: `4.8`, `4#vision`, `ccr`."""
    return f"p-{name.replace('#', '-')}"


def text(content: str) -> Node:
    """Return a run of text."""
    return Node("text", content)


def link(content: str, to: str, language: str = "") -> Node:
    """Return a link that reads `content`."""
    return Node("link", to=to, language=language, children=(text(content),))
