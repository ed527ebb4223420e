"""The chapters of the plan: their list, and a page for each."""

from __future__ import annotations

from markupsafe import Markup

from scripts.addresses import WHOLE
from scripts.markdown import Section
from scripts.model import Chapter, ChapterSection, Sources
from scripts.pages.figures import Drawn, charts_of
from scripts.pages.press import Press
from scripts.parts import Link


def index(press: Press) -> str:
    """Return the contents of the whole plan, part by part."""
    here = press.addresses.plan()
    parts = {part.id: f"{part.id}. {part.name[press.language]}" for part in press.views.plan.organisation.records.parts}
    groups: list[tuple[str, list[tuple[Link, list[Link]]]]] = []
    for chapter in press.views.chapters.values():
        heading = parts.get(chapter.part or "", "")
        if not groups or groups[-1][0] != heading or not heading:
            groups.append((heading, []))
        sections = [press.parts.link(here, f"{chapter.id}#{section.id}") for section in chapter.sections]
        groups[-1][1].append((press.parts.link(here, chapter.id), sections))
    summary = press.words.fill("plan_intro", count=len(press.views.chapters))
    agendas = [press.parts.link(here, name) for name in press.views.agendas]
    documents = [press.taken(here, name) for name in (WHOLE, *press.views.agendas)]
    return press.page("plan", here, press.words["plan"], summary, groups=groups, agendas=agendas, documents=documents)


def page(press: Press, chapter: Chapter) -> str:
    """Return the page of a chapter: its sections in order, each with its actions."""
    here, name = press.texts.address(chapter.id), chapter.id
    sections = [_section(press, chapter, section, here) for section in chapter.sections]
    shown = {section.shows for section in chapter.sections}
    parts = {part.id: part.name[press.language] for part in press.views.plan.organisation.records.parts}
    terms = tuple(dict.fromkeys(slug for section in chapter.sections for slug in section.terms))
    return press.page(
        "chapter", here, press.texts.heading(name), press.texts.plain(press.texts.document(chapter).sections[0]), name=name,
        part=f"{chapter.part}. {parts[chapter.part]}" if chapter.part else None, sections=sections,
        categories=press.parts.partners(here) if "partners" in shown else [], offices=press.parts.offices() if "offices" in shown else [], terms=press.parts.terms(terms, here),
        sources=_sources(press, chapter), differences=press.parts.differences(name), **press.steps(name, here),
    )  # fmt: skip


Shown = tuple[Section, Markup, list[Drawn], list[tuple[int, Section, Markup, Link]], str | None]
"""A section as the template shows it: itself, its HTML, its charts, its items (their depth, text, HTML, link), the list that follows."""


def _section(press: Press, chapter: Chapter, section: ChapterSection, here: str) -> Shown:
    texts = {text.id: text for text in press.texts.document(chapter).sections}
    shown = [
        (2 + name.count("."), texts[name], press.parts.html(texts[name], here), press.parts.link(here, name))
        for name in (item.id for item in section.items)
    ]
    key, text = f"{chapter.id}#{section.id}", texts[section.id]
    return text, press.parts.html(text, here, key), charts_of(press, key), shown, section.shows


def _sources(press: Press, chapter: Chapter) -> list[str]:
    """Return where the editions have the chapter, each place once."""
    found: list[Sources] = [section.sources for section in chapter.sections]
    return list(dict.fromkeys(line for sources in found for line in press.words.sources(sources)))
