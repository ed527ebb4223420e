"""Parts that several pages share: a section's HTML, links, cards, what the editions say differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token
from markupsafe import Markup

from scripts.addresses import relative
from scripts.edits import Edits
from scripts.markdown import Section
from scripts.model import Agenda, Difference, Office, Term
from scripts.notices import notice
from scripts.render import link_tokens, render, text_token
from scripts.source import joint
from scripts.texts import Texts, numbered
from scripts.views import Views
from scripts.words import Words


@dataclass(frozen=True)
class Link:
    """A link as a template shows it: where it leads, what it reads, a number or acronym beside it, its language if another."""

    href: str
    text: str
    mark: str = ""
    language: str = ""

    @property
    def numbered(self) -> str:
        """What it reads with the number before it, if it has one: `4. Resilient City`, `4.8 Plan for floods`."""
        return numbered(self.mark, self.text)


@dataclass(frozen=True)
class Reading:
    """What an edition prints where the editions differ: its language, its name, its words, or none."""

    language: str
    edition: str
    text: str


@dataclass(frozen=True)
class Disagreement:
    """A difference between the editions as a page shows it: id, kind, kind in words, what each edition prints, a note."""

    id: str
    kind: str
    name: str
    readings: tuple[Reading, ...]
    note: str


@dataclass(frozen=True)
class Parts:
    """Makes the parts of pages in one language; `here` is always the address of the page they stand on."""

    texts: Texts
    repository: str = ""
    """Where the project's files are kept, on the web; without it nothing can be edited from a page."""

    @property
    def views(self) -> Views:
        """The regrouped records."""
        return self.texts.views

    @cached_property
    def words(self) -> Words:
        """The words of the interface."""
        return Words(self.texts.language, self.views.plan.words[self.texts.language])

    @cached_property
    def edits(self) -> Edits:
        """Makes the links to edit what the page shows."""
        return Edits(self.views, self.words, self.repository)

    def html(self, section: Section, here: str, record: str = "") -> Markup:
        """Return the HTML of `section`, in which the first mention of each term is a link.

        A section that is not translated yet comes in the language of the source, marked as such, and one that is outdated
        with the notice that it is. `record` is the id of the record whose facts the page shows with it, if it does.
        """
        linked: set[str] = set()
        standing = self.texts.standing(section)
        language = self.texts.spoken(section)
        missing = language != self.texts.language

        def link_names(text: str) -> Sequence[Token]:
            return list(self._linked(text, here, linked, language))

        def resolve(target: str) -> str:
            scheme, _, name = target.partition(":")
            return relative(here, self.texts.address(name)) if scheme in {"id", "term"} else target

        text = Markup(render(section, joint(language), resolve, link_names))  # noqa: S704 - the renderer escapes
        return Markup("{}{}{}").format(
            notice(self.texts, self.words, standing, here),
            Markup('<div lang="{}">{}</div>').format(language, text) if missing else text,
            self.edits.below(standing or section, section.title, record),
        )

    def _linked(self, text: str, here: str, linked: set[str], language: str) -> Iterator[Token]:
        done = 0
        for mention in self.views.plan.finders[language].find(text):
            if mention.slug in self.views.plan.terms and mention.slug not in linked:
                linked.add(mention.slug)
                yield text_token(text[done : mention.start])
                yield from link_tokens(
                    text[mention.start : mention.end], relative(here, self.texts.address(mention.slug)), "plan-term"
                )
                done = mention.end
        yield text_token(text[done:])

    def cards(self, here: str) -> Iterator[tuple[Link, str]]:
        """Yield each agenda with the number of its initiatives in words."""
        for agenda in self.views.plan.agendas.records.agendas:
            yield (
                self.link(here, str(agenda.number)),
                self.words.fill("initiative_count", count=len(agenda.initiatives)),
            )

    def groups(self, agenda: Agenda, here: str) -> Iterator[tuple[str, str, list[tuple[Section, Markup, Link]]]]:
        """Yield each group of an agenda's initiatives: its slug, its name, and each initiative's section, HTML and link."""
        for slug, name in [(None, ""), *((group.slug, group.name[self.texts.language]) for group in agenda.groups)]:
            sections = [self.texts.section(i.id) for i in agenda.initiatives if i.group == slug]
            if sections:
                yield slug or "", name, [(s, self.html(s, here), self.link(here, s.id)) for s in sections]

    def link(self, here: str, name: str, fragment: str = "") -> Link:
        """Return the link to anything with an id, its number beside it."""
        texts = self.texts
        address = relative(here, texts.address(name) + fragment)
        return Link(address, texts.title(name), texts.mark(name), texts.borrowed(name))

    def way(self, here: str, address: str, word: str) -> Link:
        """Return the link to the page at `address` that reads as the word of the interface does."""
        return Link(relative(here, address), self.words[word])

    def term_link(self, here: str, term: Term) -> Link:
        """Return the link to a term, with its acronym beside it unless the name holds it."""
        name = term.name[self.texts.language]
        acronym = term.acronym if term.acronym and term.acronym not in name else ""
        return Link(relative(here, self.texts.address(term.slug)), name, acronym or "")

    def terms(self, slugs: Sequence[str], here: str) -> list[Link]:
        """Return the links to several terms."""
        return [self.term_link(here, self.views.plan.terms[slug]) for slug in slugs]

    def partners(self, here: str) -> list[tuple[str, str, list[Link]]]:
        """Return the partner organisations by category: slug, name, links."""
        categories = self.views.plan.organisation.records.partners
        return [(c.slug, c.name[self.texts.language], self.terms(c.terms, here)) for c in categories]

    def offices(self) -> list[tuple[str, list[Office]]]:
        """Return the offices by kind, in words."""
        offices = self.views.plan.organisation.records.offices
        kinds = [(name, [o for o in offices if o.kind == kind]) for kind, name in self.words["office_kinds"].items()]
        return [(name, found) for name, found in kinds if found]

    def others(self, name: str, here: str) -> list[tuple[str, str, Link]]:
        """Return the same item in the other languages: code, language, link."""
        names = {language.code: language.name for language in self.views.plan.languages}
        return [
            (
                code,
                names[code],
                Link(relative(here, texts.address(name)), texts.title(name), language=texts.borrowed(name) or code),
            )
            for code, texts in self.texts.others.items()
        ]

    def differences(self, name: str) -> list[Disagreement]:
        """Return what the editions say differently about the item, agenda or chapter `name`."""
        return [self._disagreement(found) for found in self.views.differences.get(name, ())]

    def _disagreement(self, difference: Difference) -> Disagreement:
        readings: tuple[Reading, ...] = (
            Reading("ko", self.words["edition_ko"], difference.ko or ""),
            Reading("ja", self.words["edition_ja"], difference.ja or ""),
        )
        if difference.kind == "misprint":  # an edition without the misprint has nothing to show
            readings = tuple(reading for reading in readings if reading.text)
        kind = self.words["difference_kinds"][difference.kind]
        return Disagreement(difference.id, difference.kind, kind, readings, difference.note[self.texts.language])
