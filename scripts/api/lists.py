"""The open data under `/api/v1/`: every record with its texts in all languages, as plain values for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.addresses import lasting
from scripts.api import records
from scripts.api.shapes import Addresses, Named, Names, Words, facts, named, sources
from scripts.model import Action, Agenda, Chapter, ChapterSection, Item, Sources
from scripts.standing import State
from scripts.texts import Texts
from scripts.views import Views


@dataclass(frozen=True)
class Api:
    """Makes the lists of the open data for a site at `site_url`; `texts` are the words of the plan by language."""

    views: Views
    site_url: str

    @cached_property
    def texts(self) -> Mapping[str, Texts]:
        """The words of the plan, by language."""
        return {code: Texts(self.views, code) for code in self.views.plan.codes}

    def lists(self) -> Mapping[str, dict[str, Any]]:
        """Return the content of each file, by its name: the list under that name, and what belongs to it."""
        return self._lists

    @cached_property
    def _lists(self) -> Mapping[str, dict[str, Any]]:
        plan = self.views.plan
        editions = [edition.model_dump(exclude_none=True) for edition in plan.editions.records.editions]
        charts = [chart.model_dump() for chart in plan.figures.records.charts]
        works = [work.model_dump(exclude_none=True) for work in plan.background.records.works]
        return {
            "agendas": {"agendas": [self._agenda(agenda) for agenda in plan.agendas.records.agendas]},
            "initiatives": {"initiatives": [self._initiative(initiative.id) for initiative in plan.initiatives]},
            "chapters": {"chapters": [self._chapter(chapter) for chapter in self.views.chapters.values()]},
            "actions": {"actions": self.actions()},
            "terms": {"terms": self.terms()},
            "offices": {"offices": [office.model_dump() for office in plan.organisation.records.offices]},
            "figures": {"figures": [figure.model_dump() for figure in plan.figures.records.figures], "charts": charts},
            "differences": {"differences": self.differences(), "editions": editions},
            "background": {"background": self.background(), "works": works},
            "timeline": {"timeline": self.timeline()},
            "status": {"status": self.status(), "sections": self._sections_to_do()},
        }

    def actions(self) -> list[records.Action]:
        """Return the planned actions, their sub-items inside them."""
        chapters = self.views.chapters.values()
        return [self._action(action) for chapter in chapters for action in chapter.actions]

    def terms(self) -> list[records.Term]:
        """Return the glossary; `partner` is the category of a partner organisation."""
        partner = {slug: c.slug for c in self.views.plan.organisation.records.partners for slug in c.terms}
        return [
            {
                "slug": term.slug, "kind": term.kind, "acronym": term.acronym, "name": dict(term.name),
                "other_spellings": {code: list(forms) for code, forms in term.forms.items()}, "partner": partner.get(term.slug),
                "mentioned_in": list(self.views.mentions[term.slug]), "background": list(self.views.background_mentions[term.slug]),
                **self.addresses(term.slug),
            }
            for term in self.views.plan.glossary.records.terms
        ]  # fmt: skip

    def differences(self) -> list[records.Difference]:
        """Return the differences of the editions; `where` is the place in each edition."""
        return [
            {
                "id": d.id, "about": [d.about], "kind": d.kind, "ko": d.ko, "ja": d.ja, "note": dict(d.note),
                "where": sources(self._sources_of(d.about)), "url": self.urls(d.about),
            }
            for d in self.views.plan.editions.records.differences
        ]  # fmt: skip

    def background(self) -> list[records.Topic]:
        """Return the background, topic by topic."""
        return [
            {
                "slug": topic.slug, "name": dict(topic.name), "works": list(topic.works),
                "sections": [
                    {"id": s.id, **self._words(f"{topic.slug}#{s.id}"), **facts(s), "source": s.source.model_dump()}
                    for s in topic.sections
                ],
                **self.addresses(topic.slug),
            }
            for topic in self.views.topics.values()
        ]  # fmt: skip

    def status(self) -> dict[str, records.Progress]:
        """Return how many sections of each translation are current, outdated and missing."""
        count = Counter((s.language, s.state) for s in self.views.standings.values())
        states: tuple[State, ...] = ("current", "outdated", "missing")
        return {code: {state: count[code, state] for state in states} for code in self.views.plan.codes[1:]}

    def _sections_to_do(self) -> list[records.Task]:
        """Return every section of a translation that is not current."""
        return [
            {
                "language": s.language, "id": s.key, "state": s.state, "path": s.path, "line": s.line, "made_from": s.made_from,
                "source": s.now,
            }
            for s in self.views.standings.values()
            if s.state != "current"
        ]  # fmt: skip

    def timeline(self) -> list[records.Event]:
        """Return the dated events."""
        return [
            {
                "id": event.id, "date": event.date, "until": event.until, "strand": event.strand, "about": event.about,
                **self._words(f"timeline#{event.id}"), "terms": list(event.terms), "places": list(event.places),
            }
            for event in self.views.plan.timeline.records.events
        ]  # fmt: skip

    def addresses(self, name: str) -> Addresses:
        """Return the addresses of the pages about `name`, and its lasting one."""
        return {"url": self.urls(name), "id_url": f"{self.site_url}{lasting(name)}"}

    def urls(self, name: str) -> dict[str, str]:
        """Return the address of the page about `name` in each language."""
        return {code: f"{self.site_url}{texts.address(name)}" for code, texts in self.texts.items()}

    def _words(self, name: str) -> Words:
        """Return the heading and text of a section; in a language that is `untranslated` they are the source's."""
        return {
            "title": {code: texts.title(name) for code, texts in self.texts.items()},
            "text": {code: texts.plain(texts.section(name)) for code, texts in self.texts.items()},
            "untranslated": [code for code, texts in self.texts.items() if texts.borrowed(name)],
        }

    def _text(self, name: str) -> Names:
        return self._words(name)["text"]

    def _agenda(self, agenda: Agenda) -> records.Agenda:
        name = str(agenda.number)
        return {
            "number": agenda.number, "slug": agenda.slug, "name": dict(agenda.name), "description": self._text(f"{name}#description"),
            "vision": self._text(f"{name}#vision"), "approach": self._text(f"{name}#approach"),
            "initiatives": [initiative.id for initiative in agenda.initiatives],
            "terms": list(agenda.terms), "websites": self.views.websites(agenda), "differences": self._difference_ids(name),
            "sources": sources(agenda.sources), **self.addresses(name),
        }  # fmt: skip

    def _chapter(self, chapter: Chapter) -> records.Chapter:
        sections: list[records.ChapterSection] = [
            {
                "id": section.id, **self._words(f"{chapter.id}#{section.id}"), **facts(section), "sources": sources(section.sources),
                "actions": [action.id for action in section.actions],
            }
            for section in chapter.sections
        ]  # fmt: skip
        return {
            "id": chapter.id, "slug": chapter.slug, "part": chapter.part, "name": dict(chapter.name), "sections": sections,
            "differences": self._difference_ids(chapter.id), **self.addresses(chapter.id),
        }  # fmt: skip

    def _initiative(self, name: str) -> records.Initiative:
        agenda, initiative = self.views.agenda_of[name], self.views.initiatives[name]
        group = next((named(group) for group in agenda.groups if group.slug == initiative.group), None)
        return {"id": name, "slug": initiative.slug, "agenda": agenda.number, **self._item(initiative, group)}

    def _action(self, action: Action) -> records.Action:
        chapter, section = self.views.section_of[action.id]
        items = [self._action(item) for item in action.items]
        own = self._item(action, None)
        return {"id": action.id, "slug": action.slug, "chapter": chapter.id, "section": section.id, **own, "items": items}  # fmt: skip

    def _item(self, item: Item, group: Named | None) -> records.Item:
        named_ = facts(item)
        return {
            "slug": item.slug, "group": group, **self._words(item.id), "terms": named_["terms"],
            "places": [named(self.views.places[slug]) for slug in item.places], "years": named_["years"], "months": named_["months"],
            "numbers": named_["numbers"], "targets": [target.model_dump() for target in item.targets],
            "related": list(self.views.related[item.id]), "differences": self._difference_ids(item.id),
            "sources": sources(item.sources), **self.addresses(item.id),
        }  # fmt: skip

    def _difference_ids(self, name: str) -> list[str]:
        return [difference.id for difference in self.views.differences.get(name, ())]

    def _sources_of(self, about: str) -> Sources:
        """Return where the editions have what a difference is about; of a whole chapter, its first section."""
        base, _, fragment = about.partition("#")
        if base in self.views.chapters:
            sections: Mapping[str, ChapterSection] = {s.id: s for s in self.views.chapters[base].sections}
            return sections.get(fragment, self.views.chapters[base].sections[0]).sources
        return self.views.agendas[base].sources if base in self.views.agendas else self.views.item(base).sources
