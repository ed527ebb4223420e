"""A small card of each item for other sites: a page to put into an iframe, and what oEmbed readers ask for.

The document beside each card is that of https://oembed.com, type `rich`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from scripts.addresses import lasting, relative
from scripts.model import Initiative
from scripts.templating import environment
from scripts.texts import Texts

WIDTH, HEIGHT = 480, 300
"""How large a card is shown, in CSS pixels, where nobody says otherwise."""
FRAME = Markup(
    '<iframe src="{}" title="{}" width="{}" height="{}" style="border:0;max-width:100%" loading="lazy"></iframe>'
)


def embed(language: str, name: str) -> str:
    """Return the address of the card of the item `name`."""
    return f"embed/{language}/{name}/"


def frame(texts: Texts, name: str, site_url: str) -> Markup:
    """Return the line of HTML that shows the card of the item `name` on another site."""
    address = f"{site_url}{embed(texts.language, name)}"
    return FRAME.format(address, f"{name} {texts.title(name)}", WIDTH, HEIGHT)


def embeds(texts: Texts, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the card and the oEmbed document of every item in the language of `texts`, by their paths in the site."""
    for name in texts.views.plan.items:
        here = embed(texts.language, name)
        yield f"{here}index.html", _card(texts, name, here, site_url)
        yield f"{here}oembed.json", _document(texts, name, site_url)


def _card(texts: Texts, name: str, here: str, site_url: str) -> str:
    section, words = texts.section(name), texts.views.plan.words[texts.language]
    item = texts.views.plan.items[name]
    above = (
        str(texts.views.agenda_of[name].number) if isinstance(item, Initiative) else texts.views.section_of[name][0].id
    )
    return environment().get_template("embed.html.jinja").render(
        language=texts.language, spoken=texts.spoken(section), name=name, title=section.title, words=words,
        lines=texts.plain(section).splitlines(), above=texts.heading(above), above_href=relative(here, texts.address(above)),
        page=relative(here, texts.address(name)), lasting=f"{site_url}{lasting(name)}", oembed=f"{site_url}{here}oembed.json",
    )  # fmt: skip


def _document(texts: Texts, name: str, site_url: str) -> str:
    words = texts.views.plan.words[texts.language]
    found = {
        "version": "1.0", "type": "rich", "title": f"{name} {texts.title(name)}", "provider_name": words["site_name"],
        "provider_url": f"{site_url}{texts.addresses.home()}", "html": str(frame(texts, name, site_url)),
        "width": WIDTH, "height": HEIGHT,
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
