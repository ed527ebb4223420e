"""A small card of each item for other sites: a page to put into an iframe, and what oEmbed readers ask for.

The document beside each card is that of https://oembed.com, type `rich`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from scripts.addresses import lasting, relative
from scripts.leads import Leads
from scripts.model import Initiative, Redirect
from scripts.templating import environment
from scripts.texts import Texts
from scripts.words import Words

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
    """Yield the card and the oEmbed document of every item in the language of `texts`, by their paths in the site.

    A retired item keeps its card, and its document when something takes its place.
    """
    for name in texts.views.plan.items:
        here = embed(texts.language, name)
        yield f"{here}index.html", _card(texts, name, here, site_url)
        yield f"{here}oembed.json", _document(texts, name, site_url)
    leads = Leads(texts.views.plan, frozenset())
    for redirect in texts.views.plan.redirects.records.redirects:
        here = embed(texts.language, redirect.from_)
        if here.removeprefix("embed/") in texts.views.plan.lock.inside("embed"):
            yield f"{here}index.html", _retired(texts, redirect, leads, site_url)
            if to := leads.successor(redirect):
                yield f"{here}oembed.json", _document(texts, to, site_url)


def _retired(texts: Texts, redirect: Redirect, leads: Leads, site_url: str) -> str:
    """Return what is shown in the place of a card whose item was retired: the card of its successor, or why there is none."""
    here = embed(texts.language, redirect.from_)
    words = Words(texts.language, texts.views.plan.words[texts.language])
    if to := leads.successor(redirect):
        return _card(texts, to, here, site_url)
    promise = texts.addresses.permalinks()
    return environment().get_template("embed.html.jinja").render(
        language=texts.language, spoken=texts.language, name=redirect.from_, title="", words=words.words,
        lines=[words.fill("redirect_gone", date=words.date(redirect.date)), redirect.reason[texts.language]], above=words["permalinks"],
        above_href=relative(here, promise), page=relative(here, f"{texts.language}/{leads.told(redirect)}"),
        lasting=f"{site_url}{lasting(redirect.from_)}", oembed="",
    )  # fmt: skip


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
