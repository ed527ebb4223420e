"""The words of the plan in one language: titles, sections, addresses of whatever has an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts import markdown
from scripts.addresses import Addresses
from scripts.markdown import Document, Section
from scripts.model import Agenda, Chapter, Topic
from scripts.outline import agenda_path, chapter_path, outlines, topic_path
from scripts.source import joint
from scripts.standing import Standing
from scripts.views import Views


def numbered(mark: str, title: str) -> str:
    """Return `title` with its number before it, if it has one: `4. Resilient City`, `4.8 Plan for floods`."""
    return f"{mark}{'' if '.' in mark else '.'} {title}" if mark else title


@dataclass(frozen=True)
class Texts:
    """The words of the plan in one language."""

    views: Views
    language: str

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the pages in this language."""
        return Addresses(self.language)

    @cached_property
    def others(self) -> Mapping[str, Texts]:
        """The same plan in the other languages, by code."""
        return {code: Texts(self.views, code) for code in self.views.plan.codes if code != self.language}

    def document(self, thing: Agenda | Chapter | Topic) -> Document:
        """Return the text of an agenda, a chapter or a topic."""
        match thing:
            case Agenda():
                path = agenda_path(thing.slug)
            case Chapter():
                path = chapter_path(thing.slug)
            case _:
                path = topic_path(thing.slug)
        return self.page(path)

    def page(self, path: str) -> Document:
        """Return the text at `path` within the language folder."""
        return self.views.documents[self.language][path]

    @cached_property
    def _holders(self) -> Mapping[str, Agenda | Chapter | Topic]:
        """Every agenda, chapter and topic, by id."""
        return {**self.views.agendas, **self.views.chapters, **self.views.topics}

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        """Every section, by the id the whole plan knows it by: `4.8`, `4#vision`, `A#population`, `timeline#event`."""
        documents = self.views.documents[self.language]
        return {o.key(section.id): section for o in outlines(self.views.plan) for section in documents[o.path].sections}

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all sections, agendas, chapters and topics."""
        return frozenset((*self._sections, *self._holders))

    def section(self, name: str) -> Section:
        """Return the section of the item `4.8`, or the section `4#vision`."""
        return self._sections[name]

    def standing(self, section: Section) -> Standing | None:
        """Return where a section of a translation stands; none for the source."""
        path = section.path.split("/", 2)[-1]
        return self.views.standings.get((self.language, path, section.id))

    def spoken(self, section: Section) -> str:
        """Return the language in which `section` is shown: the source language, while it is not translated yet."""
        standing = self.standing(section)
        return self.views.plan.codes[0] if standing and standing.state == "missing" else self.language

    def borrowed(self, name: str) -> str:
        """Return the language in which the title of `name` is shown, if it is not this one."""
        section = self._sections.get(name)
        spoken = self.spoken(section) if section else self.language
        return spoken if spoken != self.language else ""

    def title(self, name: str) -> str:
        """Return the headline of an item or section, or the name of an agenda, chapter, topic or term."""
        if name in self._sections:
            return self.section(name).title
        named = self._holders.get(name) or self.views.plan.terms[name]
        return named.name[self.language]

    def term_title(self, slug: str) -> str:
        """Return the name of a term, with its acronym unless the name holds it."""
        term = self.views.plan.terms[slug]
        name = term.name[self.language]
        return f"{name} ({term.acronym})" if term.acronym and term.acronym not in name else name

    def mark(self, name: str) -> str:
        """Return the number that stands before the title of `name`, if it has one."""
        if name in self.views.plan.items or name in self.views.agendas:
            return name
        return name if name in self.views.chapters and name.isupper() and name != "P" else ""

    def plain(self, section: Section) -> str:
        """Return the text of `section` without marks."""
        return markdown.plain(section, joint(self.language))

    def heading(self, name: str) -> str:
        """Return the title of `name` with its number before it."""
        return numbered(self.mark(name), self.title(name))

    def address(self, name: str) -> str:
        """Return the address of anything with an id; of a section `A#population` with its fragment."""
        base, hash_, fragment = name.partition("#")
        event = "event-" if base == "timeline" and fragment else ""
        return self._address(base) + hash_ + event + fragment

    def _address(self, name: str) -> str:
        views, addresses = self.views, self.addresses
        if name in views.agendas:
            return addresses.agenda(views.agendas[name].slug)
        if name in views.chapters:
            return addresses.chapter(views.chapters[name].slug)
        own = {"index": addresses.home(), "about": addresses.about(), "timeline": addresses.topic("timeline")}
        own["permalinks"] = addresses.permalinks()
        named = (
            (views.initiatives, addresses.initiative),
            (views.section_of, addresses.action),
            (views.topics, addresses.topic),
        )
        return own.get(name) or next((address(name) for known, address in named if name in known), addresses.term(name))
