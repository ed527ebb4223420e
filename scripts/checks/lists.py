"""Rules of the lists beside the plan's own text: differences, figures, partners, offices, works, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scripts.checks.common import subjects
from scripts.files import Spot
from scripts.model import Facts, Item
from scripts.outline import facts_by_key, outlines
from scripts.problem import Problem
from scripts.source import Plan


def differences_are_about_something(plan: Plan) -> Iterator[Problem]:
    """A difference concerns an item, an agenda, a chapter or a section; its lasting id names what it is about, once."""
    known, file = subjects(plan), plan.editions.file
    lines: dict[str, int] = {}
    for index, difference in enumerate(plan.editions.records.differences):
        line = file.line("differences", index, "id")
        if difference.about not in known:
            yield file.problem("difference-about-unknown", "differences", index, "about", found=difference.about)
        elif difference.id.rpartition("-")[0] != (start := difference.about.partition("#")[0]):
            yield file.problem("difference-id-wrong", "differences", index, "id", found=difference.id, start=start)
        if difference.id in lines:
            first = lines[difference.id]
            yield file.problem("difference-id-repeated", "differences", index, "id", id=difference.id, first=first)
        if difference.ko is not None and difference.ko == difference.ja and difference.kind != "misprint":
            yield file.problem("difference-without-difference", "differences", index, "ko")
        if difference.ko is None and difference.ja is None:
            yield file.problem("difference-without-quotation", "differences", index)
        lines.setdefault(difference.id, line)


def editions_are_described_once(plan: Plan) -> Iterator[Problem]:
    """The Korean and the Japanese edition are described, each once."""
    codes = [edition.code for edition in plan.editions.records.editions]
    if sorted(codes) != ["ja", "ko"]:
        yield plan.editions.file.problem("editions-incomplete", "editions", found=", ".join(codes) or "-")


def figures_stand_in_the_plan(plan: Plan) -> Iterator[Problem]:
    """A figure's value is among the numbers of the record it is about, so it stands in the text of every language."""
    facts, known, file = facts_by_key(plan), subjects(plan), plan.figures.file
    for index, figure in enumerate(plan.figures.records.figures):
        if figure.about not in known or figure.about not in facts:
            yield file.problem("figure-about-unknown", "figures", index, "about", found=figure.about)
            continue
        if figure.to is not None and figure.to <= figure.value:
            yield file.problem("figure-range-reversed", "figures", index, "to", value=figure.value, to=figure.to)
        for key, value in (("value", figure.value), ("to", figure.to), ("year", figure.year)):
            if value is not None and Fraction(str(value)) not in _numbers(facts[figure.about]):
                yield file.problem("figure-number-unknown", "figures", index, key, about=figure.about, value=value)


def charts_compare_like_with_like(plan: Plan) -> Iterator[Problem]:
    """A chart shows known figures of one unit, each once and none a range."""
    figures = {figure.slug: figure for figure in plan.figures.records.figures}
    for index, chart in enumerate(plan.figures.records.charts):
        for position, slug in enumerate(chart.figures):
            spot: Spot = ("charts", index, "figures", position)
            if slug not in figures:
                yield plan.figures.file.problem("chart-figure-unknown", *spot, figure=slug)
            elif slug in chart.figures[:position]:
                yield plan.figures.file.problem("chart-figure-repeated", *spot, figure=slug)
            elif figures[slug].to is not None:
                yield plan.figures.file.problem("chart-figure-range", *spot, figure=slug)
        units = {figures[slug].unit for slug in chart.figures if slug in figures}
        if len(units) > 1:
            spot = ("charts", index, "figures")
            yield plan.figures.file.problem("chart-units-mixed", *spot, units=", ".join(sorted(units)))


def partners_and_offices_are_known(plan: Plan) -> Iterator[Problem]:
    """A partner is a term and stands in one category; an office is listed by editions that exist."""
    file, data = plan.organisation.file, plan.organisation.records
    seen: set[str] = set()
    for index, category in enumerate(data.partners):
        for position, slug in enumerate(category.terms):
            if slug not in plan.terms:
                yield file.problem("term-unknown", "partners", index, "terms", position, found=slug)
            elif slug in seen:
                yield file.problem("partner-repeated", "partners", index, "terms", position, partner=slug)
            seen.add(slug)
    codes = {edition.code for edition in plan.editions.records.editions}
    for index, office in enumerate(data.offices):
        for position, code in enumerate(office.editions):
            if code not in codes:
                yield file.problem("edition-unknown", "offices", index, "editions", position, found=code)


def chapters_belong_to_parts(plan: Plan) -> Iterator[Problem]:
    """The part of a chapter is one of the parts listed, and a chapter has sections."""
    file, known = plan.organisation.file, {part.id for part in plan.organisation.records.parts}
    for index, chapter in enumerate(plan.organisation.records.chapters):
        if not chapter.sections:
            yield file.problem("chapter-empty", "chapters", index, "sections", chapter=chapter.id)
        if chapter.part is not None and chapter.part not in known:
            yield file.problem("part-unknown", "chapters", index, "part", found=chapter.part)


def background_names_its_sources(plan: Plan) -> Iterator[Problem]:
    """A topic restates works that are listed, and each of its sections says where in one of them it stands."""
    file = plan.background.file
    known = {work.slug for work in plan.background.records.works}
    for index, topic in enumerate(plan.background.records.topics):
        if not topic.sections:
            yield file.problem("topic-empty", "topics", index, "sections", topic=topic.slug)
        for position, slug in enumerate(topic.works):
            if slug not in known:
                yield file.problem("work-unknown", "topics", index, "works", position, found=slug)
        for place, section in enumerate(topic.sections):
            if section.source.work not in topic.works:
                spot: Spot = ("topics", index, "sections", place, "source")
                yield file.problem("work-unlisted", *spot, work=section.source.work, topic=topic.slug)


def events_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Events come in the order of their dates, end after they begin, and point to a text that names their year."""
    file, facts = plan.timeline.file, facts_by_key(plan)
    known = {*facts, *(outline.name for outline in outlines(plan))}
    before, seen = "", set()
    for index, event in enumerate(plan.timeline.records.events):
        if event.date < before:
            yield file.problem("event-out-of-order", "events", index, "date", date=event.date, before=before)
        if event.until is not None and event.until <= event.date:
            yield file.problem("event-ends-early", "events", index, "until", date=event.date, until=event.until)
        if event.about not in known:
            yield file.problem("event-about-unknown", "events", index, "about", found=event.about)
        elif not {int(event.date[:4]), int((event.until or event.date)[:4])} <= {
            *event.years,
            *_years(facts, event.about),
        }:
            yield file.problem("event-year-missing", "events", index, "date", date=event.date, about=event.about)
        if event.until is not None and len(event.until) != len(event.date):
            yield file.problem("event-dates-unlike", "events", index, "until", date=event.date, until=event.until)
        if event.id in seen:
            yield file.problem("event-id-repeated", "events", index, "id", id=event.id)
        before = event.date
        seen.add(event.id)


def _years(facts: Mapping[str, Facts], about: str) -> set[int]:
    """Return the years that the texts named by `about` hold: of a section or item its own, of a whole chapter or topic all."""
    found = [record for name, record in facts.items() if about in {name, name.partition("#")[0]}]
    return {year for record in found for year in (*record.years, *_aimed(record))}


def _aimed(facts: Facts) -> Iterator[int]:
    return (target.by for target in facts.targets if target.by) if isinstance(facts, Item) else iter(())


def _numbers(facts: Facts) -> set[Fraction]:
    targets = facts.targets if isinstance(facts, Item) else ()
    return {Fraction(str(value)) for value in (*facts.numbers, *facts.years, *(target.value for target in targets))}
