"""Every page as Markdown beside its HTML, and `llms.txt`, which tells programs that read for people where to begin.

`llms.txt` follows https://llmstxt.org: a title, a summary, lists of links to the pages as Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import cast

from html_to_markdown import ConversionOptions, convert
from lxml import html

from scripts.texts import Texts
from scripts.views import Views

NAME = "index.md"
"""The file beside a page's `index.html`."""
OPTIONS = ConversionOptions(
    bullets="-",
    code_block_style="backticks",
    exclude_selectors=[
        "nav",
        "svg",
        "script",
        "style",
        "button",
        ".headerlink",
        ".md-content__button",
        ".plan-edit",
        ".plan-edited",
    ],
    extract_metadata=False,
)
LANGUAGE = "en"
"""What the readers of `llms.txt` know best."""
ABSTRACT = (
    "What ICLEI - Local Governments for Sustainability and its member cities set out to do from 2015 to 2021, "
    "restated in plain Korean, Japanese and English. The official plan is at {official}."
)
DATA = (
    ("agendas", "the urban agendas"),
    ("initiatives", "the initiatives of each agenda"),
    ("actions", "what ICLEI itself plans to do"),
    ("terms", "bodies, programmes, events and concepts"),
    ("differences", "where the Korean and the Japanese edition differ"),
)


def rendition(page: bytes, address: str) -> str:
    """Return the text of a built `page` as Markdown, with its links written out; `address` is the page's own, whole.

    What only works on the site (menus, buttons, pictures) is left out. Returns an empty text when the page has no content of ours.
    """
    root = cast("html.HtmlElement", html.document_fromstring(page))
    found = root.find_class("md-content__inner")
    if not found:
        return ""
    root.make_links_absolute(address)
    for name in found[0].iter("dt"):  # the library writes the terms of a list of facts like any other text
        name.tag = "h2"
    for kind in found[0].find_class("plan-kind"):  # set apart by its colour on the page
        kind.tag = "strong"
    text = convert(html.tostring(found[0], encoding="unicode"), OPTIONS).content or ""
    front = {"title": str(root.findtext(".//title")), "language": root.get("lang", ""), "url": address}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{text.strip()}\n"


def llms(views: Views, site_url: str) -> str:
    """Return `llms.txt` of the site at `site_url`."""
    name = views.plan.words[LANGUAGE if LANGUAGE in views.plan.words else views.plan.codes[0]]["site_name"]
    parts = [f"# {name}\n\n> {ABSTRACT.format(official=views.official_plan)}"]
    parts += [_section(language.name, _pages(views, language.code, site_url)) for language in views.plan.languages]
    files = [f"[{name}.json]({site_url}api/v1/{name}.json): {about}, in all languages" for name, about in DATA]
    return "\n\n".join([*parts, _section("Open data", files)]) + "\n"


def _section(title: str, links: Sequence[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {link}" for link in links)


def _pages(views: Views, code: str, site_url: str) -> list[str]:
    """Return links to the pages of a language from which every other page can be reached."""
    texts, words = Texts(views, code), views.plan.words[code]
    return [f"[{title}]({site_url}{address}{NAME})" for title, address in _named(views, texts, words["plan"])]


def _named(views: Views, texts: Texts, plan: str) -> Iterator[tuple[str, str]]:
    yield plan, texts.addresses.plan()
    for name in (*views.chapters, *views.agendas, *views.topics):
        yield texts.heading(name), texts.address(name)
