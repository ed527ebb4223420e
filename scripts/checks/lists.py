"""Rules of the lists beside the plan's own text: differences, figures, partners, offices, works, events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scripts.checks.common import subjects
from scripts.model import Facts, Item
from scripts.outline import facts_by_key, outlines
from scripts.problem import Problem
from scripts.source import Plan

ABOUT = "write an initiative (4.8), an action (V.3), an agenda or chapter (4, V) or a section of one (4#vision)"

SECTION = "write an initiative (4.8), an action (V.3) or a section of an agenda or chapter (4#vision, A#population)"


def differences_are_about_something(plan: Plan) -> Iterator[Problem]:
    """A difference concerns an item, an agenda, a chapter or a section; its lasting id names what it is about, once."""
    known = subjects(plan)
    lines: dict[str, int] = {}
    for index, difference in enumerate(plan.editions.records.differences):
        line = plan.editions.file.line("differences", index, "id")
        if difference.about not in known:
            message = f"unknown '{difference.about}'; {ABOUT}"
            yield plan.editions.file.problem(message, "differences", index, "about")
        elif difference.id.rpartition("-")[0] != difference.about.partition("#")[0]:
            message = (
                f"the id must be {difference.about.partition('#')[0]}, a hyphen and a number; found '{difference.id}'"
            )
            yield plan.editions.file.problem(message, "differences", index, "id")
        if difference.id in lines:
            message = f"the id '{difference.id}' stands on line {lines[difference.id]} already; take the next free one"
            yield plan.editions.file.problem(message, "differences", index, "id")
        if difference.ko is not None and difference.ko == difference.ja and difference.kind != "misprint":
            message = "the two editions say the same; only a misprint that both have can be such a difference"
            yield plan.editions.file.problem(message, "differences", index, "ko")
        if difference.ko is None and difference.ja is None:
            yield plan.editions.file.problem(
                "at least one of ko and ja quotes its edition; add it", "differences", index
            )
        lines.setdefault(difference.id, line)


def editions_are_described_once(plan: Plan) -> Iterator[Problem]:
    """The Korean and the Japanese edition are described, each once."""
    codes = [edition.code for edition in plan.editions.records.editions]
    if sorted(codes) != ["ja", "ko"]:
        message = f"there must be one edition ko and one edition ja; found {', '.join(codes) or 'none'}"
        yield plan.editions.file.problem(message, "editions")


def figures_stand_in_the_plan(plan: Plan) -> Iterator[Problem]:
    """A figure's value is among the numbers of the record it is about, so it stands in the text of every language."""
    facts, known = facts_by_key(plan), subjects(plan)
    for index, figure in enumerate(plan.figures.records.figures):
        if figure.about not in known or figure.about not in facts:
            yield plan.figures.file.problem(f"unknown '{figure.about}'; {SECTION}", "figures", index, "about")
            continue
        if figure.to is not None and figure.to <= figure.value:
            yield plan.figures.file.problem("a range goes up; correct value or to", "figures", index, "to")
        for key, value in (("value", figure.value), ("to", figure.to), ("year", figure.year)):
            if value is not None and Fraction(str(value)) not in _numbers(facts[figure.about]):
                message = f"{figure.about} has no number {value}; correct the figure, or add the number to that record"
                yield plan.figures.file.problem(message, "figures", index, key)


def charts_compare_like_with_like(plan: Plan) -> Iterator[Problem]:
    """A chart shows known figures of one unit, each once and none a range."""
    figures = {figure.slug: figure for figure in plan.figures.records.figures}
    for index, chart in enumerate(plan.figures.records.charts):
        for position, slug in enumerate(chart.figures):
            fault = None
            if slug not in figures:
                fault = f"unknown figure '{slug}'; correct it"
            elif slug in chart.figures[:position]:
                fault = f"the figure '{slug}' stands there already; keep one"
            elif figures[slug].to is not None:
                fault = f"the figure '{slug}' is a range, which a bar cannot show; take it out"
            if fault:
                yield plan.figures.file.problem(fault, "charts", index, "figures", position)
        units = {figures[slug].unit for slug in chart.figures if slug in figures}
        if len(units) > 1:
            message = f"the figures have different units: {', '.join(sorted(units))}; compare like with like"
            yield plan.figures.file.problem(message, "charts", index, "figures")


def partners_and_offices_are_known(plan: Plan) -> Iterator[Problem]:
    """A partner is a term and stands in one category; an office is listed by editions that exist."""
    file, data = plan.organisation.file, plan.organisation.records
    seen: set[str] = set()
    for index, category in enumerate(data.partners):
        for position, slug in enumerate(category.terms):
            if slug not in plan.terms:
                message = f"unknown term '{slug}'; correct it or add it to data/glossary.yaml"
                yield file.problem(message, "partners", index, "terms", position)
            elif slug in seen:
                yield file.problem(f"'{slug}' is listed already; keep one", "partners", index, "terms", position)
            seen.add(slug)
    codes = {edition.code for edition in plan.editions.records.editions}
    for index, office in enumerate(data.offices):
        for position, code in enumerate(office.editions):
            if code not in codes:
                yield file.problem(
                    f"unknown edition '{code}'; see data/editions.yaml", "offices", index, "editions", position
                )


def chapters_belong_to_parts(plan: Plan) -> Iterator[Problem]:
    """The part of a chapter is one of the parts listed, and a chapter has sections."""
    known = {part.id for part in plan.organisation.records.parts}
    for index, chapter in enumerate(plan.organisation.records.chapters):
        if not chapter.sections:
            yield plan.organisation.file.problem("a chapter needs a section; add one", "chapters", index, "sections")
        if chapter.part is not None and chapter.part not in known:
            message = f"unknown part '{chapter.part}'; correct it or add it to parts"
            yield plan.organisation.file.problem(message, "chapters", index, "part")


def background_names_its_sources(plan: Plan) -> Iterator[Problem]:
    """A topic restates works that are listed, and each of its sections says where in one of them it stands."""
    file = plan.background.file
    known = {work.slug for work in plan.background.records.works}
    for index, topic in enumerate(plan.background.records.topics):
        if not topic.sections:
            yield file.problem("a topic needs a section; add one", "topics", index, "sections")
        for position, slug in enumerate(topic.works):
            if slug not in known:
                yield file.problem(
                    f"unknown work '{slug}'; correct it or add it to works", "topics", index, "works", position
                )
        for place, section in enumerate(topic.sections):
            if section.source.work not in topic.works:
                message = f"the topic does not list the work '{section.source.work}'; add it to its works"
                yield file.problem(message, "topics", index, "sections", place, "source")


def events_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Events come in the order of their dates, end after they begin, and point to a text that names their year."""
    file, facts = plan.timeline.file, facts_by_key(plan)
    known = {*facts, *(outline.name for outline in outlines(plan))}
    before, seen = "", set()
    for index, event in enumerate(plan.timeline.records.events):
        if event.date < before:
            yield file.problem(f"{event.date} comes before {before}; move the event up", "events", index, "date")
        if event.until is not None and event.until <= event.date:
            yield file.problem("the event ends before it begins; correct until", "events", index, "until")
        if event.about not in known:
            message = f"unknown '{event.about}'; {ABOUT}, or a background topic or its section (topic#section)"
            yield file.problem(message, "events", index, "about")
        elif not {int(event.date[:4]), int((event.until or event.date)[:4])} <= {
            *event.years,
            *_years(facts, event.about),
        }:
            message = f"neither the event's text nor {event.about} names the year of {event.date}; correct the date"
            yield file.problem(message, "events", index, "date")
        if event.until is not None and len(event.until) != len(event.date):
            yield file.problem("date and until are both years, both months or both days", "events", index, "until")
        if event.id in seen:
            yield file.problem(f"the id '{event.id}' stands there already; choose another", "events", index, "id")
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
