"""From a section's Markdown tokens to HTML.

The theme's own Markdown engine never sees contributed text, only the HTML made here, with HTML in the text escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from scripts.markdown import Section


def render(
    section: Section, joint: str, resolve: Callable[[str], str], link_names: Callable[[str], Sequence[Token]]
) -> str:
    """Return the HTML of `section`.

    `resolve` turns a link's target into an address; `link_names` turns a run of plain text into tokens in which names are links.
    """
    tokens = [_rendered(token, joint, resolve, link_names) for token in section.tokens]
    writer = MarkdownIt("commonmark", {"html": False})
    html: str = writer.renderer.render(tokens, writer.options, {})
    return html.strip()


def _rendered(
    token: Token, joint: str, resolve: Callable[[str], str], link_names: Callable[[str], Sequence[Token]]
) -> Token:
    if token.type != "inline":
        return token
    children: list[Token] = []
    inside_link = False
    for child in token.children or ():
        inside_link = child.type == "link_open" or (inside_link and child.type != "link_close")
        children.extend(_rendered_child(child, joint, resolve, None if inside_link else link_names))
    return token.copy(children=children)


def _rendered_child(
    child: Token, joint: str, resolve: Callable[[str], str], link_names: Callable[[str], Sequence[Token]] | None
) -> Sequence[Token]:
    if child.type == "softbreak":
        return [text_token(joint)]
    if child.type == "text" and link_names:
        return link_names(child.content)
    if child.type == "link_open":
        attrs: dict[str, Any] = {"href": resolve(str(child.attrs["href"]))}
        return [child.copy(attrs=attrs)]
    return [child]


def text_token(text: str) -> Token:
    """Return the Markdown token for `text`."""
    return Token("text", "", 0, content=text)


def link_tokens(text: str, href: str, css: str) -> tuple[Token, Token, Token]:
    """Return the Markdown tokens for a link to `href` that reads `text`, with the class `css`."""
    return (
        Token("link_open", "a", 1, attrs={"href": href, "class": css}),
        text_token(text),
        Token("link_close", "a", -1),
    )
