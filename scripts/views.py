"""The same records, regrouped for readers: what names a term, what is related to what, what comes before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts.markdown import Document
from scripts.model import Agenda, Chapter, ChapterSection, Difference, Figure, Initiative, Item, Location, Topic, Work
from scripts.outline import PAGES, outlines
from scripts.placed import lines
from scripts.source import Plan
from scripts.standing import Standing, completed, standings


@dataclass(frozen=True)
class Views:
    """Regroupings of `plan` that do not depend on a language."""

    plan: Plan

    @cached_property
    def documents(self) -> Mapping[str, Mapping[str, Document]]:
        """The texts as they are shown, by language and path: where a translation lacks a section, the source's stands in."""
        return completed(self.plan)

    @cached_property
    def standings(self) -> Mapping[tuple[str, str, str], Standing]:
        """Where each section of each translation stands, by language, path within the language folder, and id."""
        found = standings(self.plan)
        return {(s.language, s.path.split("/", 2)[2], s.source.id): s for s in found}

    @cached_property
    def lacking(self) -> Mapping[str, Sequence[str]]:
        """The languages in which nothing of a page is translated yet, by the id of the item or text that the page shows."""
        texts = {outline.path: outline.name for outline in outlines(self.plan)} | {
            path: path.removesuffix(".md") for path in PAGES
        }
        found: dict[str, dict[str, bool]] = {}
        for (language, path, _), standing in self.standings.items():
            for name in {standing.key, texts[path]}:
                missing = found.setdefault(name, {})
                missing[language] = missing.get(language, True) and standing.state == "missing"
        return {name: [code for code, none in missing.items() if none] for name, missing in found.items()}

    @cached_property
    def places_of(self) -> Mapping[str, tuple[str, int]]:
        """The file and line of each record that a page shows, by its id or its fragment."""
        return dict(lines(self.plan))

    @cached_property
    def agenda_of(self) -> Mapping[str, Agenda]:
        """Each initiative's agenda, by the initiative's id."""
        return {i.id: agenda for agenda in self.plan.agendas.records.agendas for i in agenda.initiatives}

    @cached_property
    def agendas(self) -> Mapping[str, Agenda]:
        """Each agenda, by its number as text."""
        return {str(agenda.number): agenda for agenda in self.plan.agendas.records.agendas}

    @cached_property
    def chapters(self) -> Mapping[str, Chapter]:
        """Each chapter, by id."""
        return {chapter.id: chapter for chapter in self.plan.organisation.records.chapters}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Each topic of the background, by slug."""
        return {topic.slug: topic for topic in self.plan.background.records.topics}

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """Each work that the background restates, by slug."""
        return {work.slug: work for work in self.plan.background.records.works}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Each figure, by slug."""
        return {figure.slug: figure for figure in self.plan.figures.records.figures}

    @cached_property
    def official_plan(self) -> str:
        """Where ICLEI publishes the plan: the address that an edition prints."""
        return next((f"https://{e.url}" for e in self.plan.editions.records.editions if e.url), "https://www.iclei.org")

    @cached_property
    def section_of(self) -> Mapping[str, tuple[Chapter, ChapterSection]]:
        """Each action's chapter and section, by the action's id."""
        return {
            item.id: (chapter, section)
            for chapter in self.chapters.values()
            for section in chapter.sections
            for item in section.items
        }

    @cached_property
    def initiatives(self) -> Mapping[str, Initiative]:
        """Each initiative, by id."""
        return {initiative.id: initiative for initiative in self.plan.initiatives}

    @cached_property
    def places(self) -> Mapping[str, Location]:
        """Each place, by slug."""
        return {place.slug: place for place in self.plan.places.records.places}

    @cached_property
    def related(self) -> Mapping[str, Sequence[str]]:
        """The ids related to each item, whichever of the two declares it, in the order of the plan."""
        items = self.plan.items
        pairs: dict[str, set[str]] = {name: set(item.related) for name, item in items.items()}
        for name, item in items.items():
            for other in item.related:
                pairs[other].add(name)
        return {name: tuple(other for other in items if other in found) for name, found in pairs.items()}

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[str]]:
        """The agendas (`4`), chapters (`V`) and items (`4.8`, `V.3`) that name each term, in the order of the plan."""
        found: dict[str, list[str]] = {slug: [] for slug in self.plan.terms}
        for name, slug in self._naming():
            if name not in found[slug]:
                found[slug].append(name)
        return found

    def _naming(self) -> Iterator[tuple[str, str]]:
        """Yield every pair of an agenda, chapter or item and a term it names."""
        for agenda in self.plan.agendas.records.agendas:
            for facts, name in ((agenda, str(agenda.number)), *((i, i.id) for i in agenda.initiatives)):
                yield from ((name, slug) for slug in facts.terms)
        partners = {slug for category in self.plan.organisation.records.partners for slug in category.terms}
        for chapter in self.chapters.values():
            for section in chapter.sections:
                yield from ((chapter.id, slug) for slug in section.terms)
                if section.shows == "partners":
                    yield from ((chapter.id, slug) for slug in self.plan.terms if slug in partners)
        for action in self.plan.actions:
            yield from ((action.id, slug) for slug in action.terms)

    def named_by(self, name: str) -> list[str]:
        """Return the terms that the agenda, chapter or item `name` itself names, in the order of the glossary."""
        return [slug for slug, names in self.mentions.items() if name in names]

    @cached_property
    def background_mentions(self) -> Mapping[str, Sequence[str]]:
        """The sections of the background (`topic#section`) that name each term."""
        found: dict[str, list[str]] = {slug: [] for slug in self.plan.terms}
        for topic in self.topics.values():
            for section in topic.sections:
                for slug in section.terms:
                    found[slug].append(f"{topic.slug}#{section.id}")
        return found

    @cached_property
    def differences(self) -> Mapping[str, Sequence[Difference]]:
        """The differences of the editions, by the item, agenda or chapter they concern."""
        found: dict[str, list[Difference]] = {}
        for difference in self.plan.editions.records.differences:
            found.setdefault(difference.about.partition("#")[0], []).append(difference)
        return found

    @cached_property
    def chosen(self) -> Sequence[str]:
        """Everything with a lasting address, by id: chapters, agendas, items, terms, topics of the background."""
        return (*self.chapters, *self.agendas, *self.plan.items, *self.plan.terms, *self.topics)

    def websites(self, agenda: Agenda) -> list[str]:
        """Return the addresses the editions print for `agenda`, written out."""
        base = self.plan.agendas.records.website
        return [f"{base}{site}" if site.startswith("/") else site for site in agenda.websites]

    def neighbours(self, name: str) -> tuple[str | None, str | None]:
        """Return the ids before and after `name` among its like: initiatives, actions, chapters or topics."""
        kinds: tuple[Sequence[str], ...] = (
            list(self.initiatives), [action.id for action in self.plan.actions], list(self.chapters), list(self.topics)
        )  # fmt: skip
        order = next(kind for kind in kinds if name in kind)
        at = order.index(name)
        return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)

    def above(self, name: str) -> str:
        """Return what `name` belongs to: the agenda of an initiative, the section of an action, the action of a sub-item."""
        if name in self.agenda_of:
            return str(self.agenda_of[name].number)
        parent = name.rpartition(".")[0]
        if parent in self.plan.items:
            return parent
        chapter, section = self.section_of[name]
        return f"{chapter.id}#{section.id}"

    def item(self, name: str) -> Item:
        """Return the initiative or action `name`."""
        return self.plan.items[name]
