"""From a section's Markdown tokens to the nodes of a book; no markup of any format is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from scripts.documents.book import Kind, Node, text
from scripts.markdown import Section

KINDS: dict[str, Kind] = {
    "paragraph": "paragraph",
    "bullet_list": "list",
    "ordered_list": "numbers",
    "list_item": "item",
    "blockquote": "quote",
    "em": "emphasis",
    "strong": "strong",
    "hardbreak": "break",
}
"""What the Markdown reader calls each kind of node; it lets no others through but text, code and links."""


@dataclass(frozen=True)
class Prose:
    """Makes nodes of the sections of a text.

    `joint` stands where the source breaks a line; `resolve` turns a link's target into where it leads in the book; `link_names`
    turns a run of text into nodes in which names are links.
    """

    joint: str
    resolve: Callable[[str], str]
    link_names: Callable[[str], Sequence[Node]]

    def blocks(self, section: Section) -> tuple[Node, ...]:
        """Return the blocks of `section`."""
        return tuple(self._nodes(SyntaxTreeNode(section.tokens).children))

    def _nodes(self, found: Sequence[SyntaxTreeNode], *, inside_link: bool = False) -> Iterator[Node]:
        for node in found:
            if node.type == "inline":
                yield from self._nodes(node.children)
            elif node.type == "softbreak":
                yield text(self.joint)
            elif node.type == "text":
                yield from (text(node.content),) if inside_link else self.link_names(node.content)
            elif node.type == "code_inline":
                yield Node("code", node.content)
            elif node.type == "link":
                children = tuple(self._nodes(node.children, inside_link=True))
                yield Node("link", to=self.resolve(str(node.attrs["href"])), children=children)
            else:
                children = tuple(self._nodes(node.children, inside_link=inside_link))
                yield Node(KINDS[node.type], children=children)
