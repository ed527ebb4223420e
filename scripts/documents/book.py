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

    @property
    def heading(self) -> str:
        """The title, with the number before it if there is one."""
        return f"{self.mark} {self.title}" if self.mark else self.title

    @property
    def opens(self) -> bool:
        """Whether the passage begins on a new page."""
        return self.role in {"part", "chapter"}

    def all(self, depth: int = 1) -> Iterator[tuple[int, Passage]]:
        """Yield the passage and all within it, each with how deep it stands, in reading order."""
        yield depth, self
        for passage in self.passages:
            yield from passage.all(depth + 1)


@dataclass(frozen=True)
class Book:
    """A document in one language: what its title page says, and its passages.

    `site` is the address of its pages on the web, `official` that of the official plan; `words` are the words of the interface it
    needs. `address` is where it will stand, once its form is chosen.
    """

    language: str
    title: str
    subtitle: str
    site: str
    official: str
    date: str
    words: Mapping[str, str]
    passages: tuple[Passage, ...]
    address: str = ""

    @property
    def name(self) -> str:
        """The title and subtitle on one line."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    def all(self) -> Iterator[tuple[int, Passage]]:
        """Yield every passage and how deep it stands, in reading order."""
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
