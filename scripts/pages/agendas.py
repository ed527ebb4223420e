"""The ten agendas: their list, and a page for each."""

from __future__ import annotations

from scripts.model import Agenda
from scripts.outline import FIXED
from scripts.pages.press import Press


def index(press: Press) -> str:
    """Return the list of agendas."""
    here = press.addresses.agendas()
    summary = press.words.fill("agendas_intro", count=len(press.views.initiatives))
    return press.page("agendas", here, press.words["agendas"], summary, cards=list(press.parts.cards(here)))


def page(press: Press, agenda: Agenda) -> str:
    """Return the page of an agenda: description, vision, approach and every initiative."""
    name, document = str(agenda.number), press.texts.document(agenda)
    here = press.texts.address(name)
    summary = press.texts.plain(document.section("vision"))
    return press.page(
        "agenda", here, press.texts.heading(name), summary, name=name,
        websites=press.views.websites(agenda), groups=list(press.parts.groups(agenda, here)),
        fixed=[(section, html) for section, html in press.sections(document, here) if section.id in FIXED],
        sources=press.words.sources(agenda.sources), differences=press.parts.differences(name), terms=press.parts.terms(agenda.terms, here),
        documents=[press.taken(here, name)],
    )  # fmt: skip
