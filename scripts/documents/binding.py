"""The plan in one language bound into books: the whole, and each agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import groupby

from scripts.addresses import WHOLE, lasting
from scripts.documents.book import Book, Node, Passage, Role, anchor, link, text
from scripts.documents.lists import index, offices, partners
from scripts.documents.prose import Prose
from scripts.markdown import Section
from scripts.model import Agenda, Chapter, ChapterSection
from scripts.outline import FIXED
from scripts.parts import Parts
from scripts.source import joint
from scripts.texts import Texts

AGENDAS_IN = "E"
"""The chapter that introduces the agendas; they stand in it."""
WORDS = ("contents", "document_address", "document_note", "lasting_link", "official_plan", "website")
"""The words of the interface that a document needs."""


@dataclass(frozen=True)
class Binder:
    """Binds the books of one language for a site at `site_url`; `epoch` is the time they are dated with, in seconds."""

    texts: Texts
    site_url: str
    epoch: int

    def book(self, name: str) -> Book:
        """Return the whole plan, or the agenda `name`."""
        texts, views = self.texts, self.texts.views
        whole = name == WHOLE
        agenda = [] if whole else [name, *(initiative.id for initiative in views.agendas[name].initiatives)]
        ids = agenda or [*views.chapters, *views.agendas, *views.plan.items]
        places = {
            slug: [name for name in names if name in ids]
            for slug, names in views.mentions.items()
            if not set(ids).isdisjoint(names)
        }
        writer = Writer(texts, self.site_url, frozenset((*ids, *places)))
        passages = writer.whole() if whole else (writer.agenda(views.agendas[name]),)
        terms = (index(writer.parts, places, self.site_url),) if places else ()
        words = writer.parts.words
        day = words.date(datetime.fromtimestamp(self.epoch, UTC).date().isoformat())
        return Book(
            texts.language, words["site_name"], "" if whole else texts.heading(name), self.site_url + texts.addresses.home(), views.official_plan,
            words.fill("document_date", date=day), {key: words[key] for key in WORDS}, (*passages, *terms),
        )  # fmt: skip


@dataclass(frozen=True)
class Writer:
    """Writes the passages of one book; `inside` are the ids of all that stands in it."""

    texts: Texts
    site_url: str
    inside: frozenset[str]

    @cached_property
    def parts(self) -> Parts:
        """What pages and books share."""
        return Parts(self.texts)

    def whole(self) -> tuple[Passage, ...]:
        """Return the chapters in the order of the plan, those of one part in a passage of their own."""
        records = self.texts.views.plan.organisation.records
        names = {part.id: part.name[self.texts.language] for part in records.parts}
        found: list[Passage] = []
        for part, chapters in groupby(records.chapters, key=lambda chapter: chapter.part):
            passages = tuple(map(self._chapter, chapters))
            heading = [self._passage(part, "part", f"{part}. {names[part]}", passages=passages)] if part else passages
            found.extend(heading)
        if any(chapter.id == AGENDAS_IN for chapter in records.chapters):
            return tuple(found)
        return (*found, *self._agendas())

    def _agendas(self) -> Iterator[Passage]:
        yield from map(self.agenda, self.texts.views.agendas.values())

    def agenda(self, agenda: Agenda) -> Passage:
        """Return an agenda: its description, vision and approach, and every initiative in its group."""
        texts, name = self.texts, str(agenda.number)
        fixed = [self._section(texts.section(f"{name}#{section}"), f"{name}#{section}") for section in FIXED]
        groups: list[tuple[str | None, str]] = [(None, self.parts.words["initiatives"])]
        groups += [(group.slug, group.name[texts.language]) for group in agenda.groups]
        for slug, title in groups:
            items = tuple(self._item(i.id) for i in agenda.initiatives if i.group == slug)
            if items:
                fixed.append(self._passage(f"{name}#group-{slug or 'none'}", "section", title, passages=items))
        return self._passage(name, "chapter", texts.heading(name), passages=tuple(fixed), lasts=True)

    def _chapter(self, chapter: Chapter) -> Passage:
        sections = [self._chapter_section(chapter, section) for section in chapter.sections]
        agendas = self._agendas() if chapter.id == AGENDAS_IN else ()
        title = self.texts.heading(chapter.id)
        return self._passage(chapter.id, "chapter", title, passages=(*sections, *agendas), lasts=True)

    def _chapter_section(self, chapter: Chapter, section: ChapterSection) -> Passage:
        name = f"{chapter.id}#{section.id}"
        lists = {"partners": partners, "offices": offices}
        shown = tuple(lists[section.shows](self.parts)) if section.shows else ()
        items = tuple(
            self._item(action.id, tuple(self._item(item.id) for item in action.items)) for action in section.actions
        )
        return self._section(self.texts.section(name), name, shown, items)

    def _item(self, name: str, passages: tuple[Passage, ...] = ()) -> Passage:
        return self._section(self.texts.section(name), name, passages=passages)

    def _section(
        self, section: Section, name: str, more: tuple[Node, ...] = (), passages: tuple[Passage, ...] = ()
    ) -> Passage:
        """Return the passage of a contributed section, followed by `more`; an item has its number and lasting address."""
        item = name in self.texts.views.plan.items
        standing = self.texts.standing(section)
        told = standing.told if standing else "current"
        return Passage(
            anchor(name), "item" if item else "section", name if item else "", section.title, self.texts.spoken(section),
            (*self._prose(section).blocks(section), *more), self.site_url + lasting(name) if item else "",
            "" if told in {"current", "unmarked"} else self.parts.words[f"notice_{told}"], passages,
        )  # fmt: skip

    def _passage(
        self, name: str, role: Role, title: str, passages: tuple[Passage, ...], *, lasts: bool = False
    ) -> Passage:
        """Return a passage without text of its own."""
        address = self.site_url + lasting(name) if lasts else ""
        return Passage(anchor(name), role, "", title, self.texts.language, address=address, passages=passages)

    def _prose(self, section: Section) -> Prose:
        language, linked = self.texts.spoken(section), set[str]()

        def link_names(content: str) -> Sequence[Node]:
            return list(self._linked(content, language, linked))

        return Prose(joint(language), self._resolve, link_names)

    def _resolve(self, target: str) -> str:
        """Return where a link leads: within the book if what it names stands in it, else to the site."""
        scheme, _, name = target.partition(":")
        if scheme not in {"id", "term"}:
            return target
        if name.partition("#")[0] in self.inside:
            return f"#{anchor(name)}"
        return self.site_url + (self.texts.address(name) if "#" in name else lasting(name))

    def _linked(self, content: str, language: str, linked: set[str]) -> Iterator[Node]:
        """Yield `content` with the first mention of each name as a link to the index."""
        done = 0
        for mention in self.texts.views.plan.finders[language].find(content):
            if (
                mention.slug in self.inside
                and mention.slug in self.texts.views.plan.terms
                and mention.slug not in linked
            ):
                linked.add(mention.slug)
                yield text(content[done : mention.start])
                yield link(content[mention.start : mention.end], f"#{anchor(mention.slug)}")
                done = mention.end
        yield text(content[done:])
