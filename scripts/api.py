"""The open data under `/api/v1/`: every record with its texts in all languages, as plain values for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.addresses import lasting
from scripts.model import Action, Agenda, Chapter, ChapterSection, Item, Source, Sources
from scripts.outline import FIXED
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

    def actions(self) -> list[dict[str, Any]]:
        """Return the planned actions, their sub-items inside them."""
        chapters = self.views.chapters.values()
        return [self._action(action) for chapter in chapters for action in chapter.actions]

    def terms(self) -> list[dict[str, Any]]:
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

    def differences(self) -> list[dict[str, Any]]:
        """Return the differences of the editions; `where` is the place in each edition."""
        return [
            {
                "id": d.id, "about": [d.about], "kind": d.kind, "ko": d.ko, "ja": d.ja, "note": dict(d.note),
                "where": _sources(self._sources_of(d.about)), "url": self.urls(d.about),
            }
            for d in self.views.plan.editions.records.differences
        ]  # fmt: skip

    def background(self) -> list[dict[str, Any]]:
        """Return the background, topic by topic."""
        return [
            {
                "slug": topic.slug, "name": dict(topic.name), "works": list(topic.works),
                "sections": [
                    {"id": s.id, **self._words(f"{topic.slug}#{s.id}"), **_facts(s), "source": s.source.model_dump()}
                    for s in topic.sections
                ],
                **self.addresses(topic.slug),
            }
            for topic in self.views.topics.values()
        ]  # fmt: skip

    def status(self) -> dict[str, dict[str, int]]:
        """Return how many sections of each translation are current, outdated and missing."""
        count = Counter((s.language, s.state) for s in self.views.standings.values())
        states: tuple[State, ...] = ("current", "outdated", "missing")
        return {code: {state: count[code, state] for state in states} for code in self.views.plan.codes[1:]}

    def _sections_to_do(self) -> list[dict[str, Any]]:
        """Return every section of a translation that is not current."""
        return [
            {
                "language": s.language, "id": s.key, "state": s.state, "path": s.path, "line": s.line, "made_from": s.made_from,
                "source": s.now,
            }
            for s in self.views.standings.values()
            if s.state != "current"
        ]  # fmt: skip

    def timeline(self) -> list[dict[str, Any]]:
        """Return the dated events."""
        return [
            {
                "id": event.id, "date": event.date, "until": event.until, "strand": event.strand, "about": event.about,
                **self._words(f"timeline#{event.id}"), "terms": list(event.terms), "places": list(event.places),
            }
            for event in self.views.plan.timeline.records.events
        ]  # fmt: skip

    def addresses(self, name: str) -> dict[str, Any]:
        """Return the addresses of the pages about `name`, and its lasting one."""
        return {"url": self.urls(name), "id_url": f"{self.site_url}{lasting(name)}"}

    def urls(self, name: str) -> dict[str, str]:
        """Return the address of the page about `name` in each language."""
        return {code: f"{self.site_url}{texts.address(name)}" for code, texts in self.texts.items()}

    def _words(self, name: str) -> dict[str, Any]:
        """Return the heading and text of a section; in a language that is `untranslated` they are the source's."""
        return {
            "title": {code: texts.title(name) for code, texts in self.texts.items()},
            "text": {code: texts.plain(texts.section(name)) for code, texts in self.texts.items()},
            "untranslated": [code for code, texts in self.texts.items() if texts.borrowed(name)],
        }

    def _agenda(self, agenda: Agenda) -> dict[str, Any]:
        name = str(agenda.number)
        return {
            "number": agenda.number, "slug": agenda.slug, "name": dict(agenda.name),
            **{part: self._words(f"{name}#{part}")["text"] for part in FIXED},
            "initiatives": [initiative.id for initiative in agenda.initiatives],
            "terms": list(agenda.terms), "websites": self.views.websites(agenda), "differences": self._difference_ids(name),
            "sources": _sources(agenda.sources), **self.addresses(name),
        }  # fmt: skip

    def _chapter(self, chapter: Chapter) -> dict[str, Any]:
        sections = [
            {
                "id": section.id, **self._words(f"{chapter.id}#{section.id}"), **_facts(section), "sources": _sources(section.sources),
                "actions": [action.id for action in section.actions],
            }
            for section in chapter.sections
        ]  # fmt: skip
        return {
            "id": chapter.id, "slug": chapter.slug, "part": chapter.part, "name": dict(chapter.name), "sections": sections,
            "differences": self._difference_ids(chapter.id), **self.addresses(chapter.id),
        }  # fmt: skip

    def _initiative(self, name: str) -> dict[str, Any]:
        agenda, initiative = self.views.agenda_of[name], self.views.initiatives[name]
        groups = {group.slug: {"slug": group.slug, "name": dict(group.name)} for group in agenda.groups}
        above = {"agenda": agenda.number, "group": groups.get(initiative.group or "")}
        return {"id": name, "slug": initiative.slug, **above, **self._item(name, initiative)}

    def _action(self, action: Action) -> dict[str, Any]:
        chapter, section = self.views.section_of[action.id]
        above = {"chapter": chapter.id, "section": section.id, "group": None}
        items = [self._action(item) for item in action.items]
        return {"id": action.id, "slug": action.slug, **above, **self._item(action.id, action), "items": items}

    def _item(self, name: str, item: Item) -> dict[str, Any]:
        return {
            **self._words(name), **_facts(item), "targets": [target.model_dump() for target in item.targets],
            "places": [{"slug": slug, "name": dict(self.views.places[slug].name)} for slug in item.places],
            "related": list(self.views.related[name]), "differences": self._difference_ids(name),
            "sources": _sources(item.sources), **self.addresses(name),
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


def _facts(facts: Any) -> dict[str, Any]:  # noqa: ANN401 - every record with facts
    return {key: list(getattr(facts, key)) for key in ("terms", "places", "years", "months", "numbers")}


def _sources(sources: Sources) -> dict[str, Any]:
    return {"ko": _source(sources.ko), "ja": _source(sources.ja)}


def _source(source: Source | None) -> dict[str, Any] | None:
    return source.model_dump(exclude_none=True) if source else None
