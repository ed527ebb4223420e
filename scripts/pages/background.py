"""The background, apart from the plan: topics with their sources, and the timeline."""

from __future__ import annotations

from markupsafe import Markup

from scripts.charts import timeline as drawing
from scripts.markdown import Section
from scripts.model import Event, Topic, Work
from scripts.pages.press import Press
from scripts.parts import Link


def index(press: Press) -> str:
    """Return the list of topics."""
    here = press.addresses.background()
    topics = [
        (press.parts.link(here, slug), [press.parts.link(here, f"{slug}#{section.id}") for section in topic.sections])
        for slug, topic in press.views.topics.items()
    ]
    timeline = press.parts.way(here, press.addresses.topic("timeline"), "timeline")
    return press.page(
        "background", here, press.words["background"], press.words["background_intro"], topics=topics, timeline=timeline
    )


def page(press: Press, topic: Topic) -> str:
    """Return the page of a topic: its sections, and the works it restates."""
    here = press.texts.address(topic.slug)
    document = press.texts.document(topic)
    works = {slug: press.views.works[slug] for slug in topic.works}
    sources = {s.id: (_short(works[s.source.work]) if len(works) > 1 else "", s.source.section) for s in topic.sections}
    terms = tuple(dict.fromkeys(slug for section in topic.sections for slug in section.terms))
    return press.page(
        "topic", here, topic.name[press.language], press.texts.plain(document.sections[0]), name=topic.slug,
        sections=[(s, press.parts.html(s, here, f"{topic.slug}#{s.id}")) for s in document.sections], sources=sources, works=[(work, _cited(press, work)) for work in works.values()],
        terms=press.parts.terms(terms, here), **press.steps(topic.slug, here),
    )  # fmt: skip


def timeline(press: Press) -> str:
    """Return the timeline: a picture of all events by strand, and the list of them by year."""
    here = press.addresses.topic("timeline")
    events = press.views.plan.timeline.records.events
    years: dict[int, list[tuple[Event, str, Section, Markup, Link]]] = {}
    for event in events:
        section = press.texts.section(f"timeline#{event.id}")
        entry = (
            event,
            press.words.date(event.date, event.until),
            section,
            press.parts.html(section, here, f"timeline#{event.id}"),
            press.parts.link(here, event.about),
        )
        years.setdefault(int(event.date[:4]), []).append(entry)
    strands = press.words["strands"]
    counts = {strand: [int(e.date[:4]) for e in events if e.strand == strand] for strand in strands}
    description = press.words.fill(
        "timeline_summary", count=len(events), first=min(years, default=""), last=max(years, default="")
    )
    picture = (
        drawing([(strands[strand], strand, found) for strand, found in counts.items() if found], description)
        if events
        else ""
    )
    return press.page(
        "timeline",
        here,
        press.words["timeline"],
        description,
        years=years,
        picture=picture,
        strands=strands,
    )


def _cited(press: Press, work: Work) -> str:
    """Return the work as a list of sources names it."""
    facts = [", ".join(work.authors), work.title, work.publisher or "", str(work.year or "")]
    return str(press.words["list_separator"]).join(fact for fact in facts if fact)


def _short(work: Work) -> str:
    return f"{work.title}, {work.year}" if work.year else work.title
