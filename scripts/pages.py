"""The pages of one language as Markdown files for MkDocs: front matter, and HTML made from templates.

Everything here returns text; nothing is written. Contributed text arrives as HTML from `render`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import escape

from scripts.addresses import lasting, relative
from scripts.model import Agenda, Initiative, Term
from scripts.parts import Link, Parts
from scripts.templating import environment
from scripts.views import Texts, Views
from scripts.words import Words

SUMMARY = 150
"""How long the summary of a page in search results of other sites may be, in characters."""


@dataclass(frozen=True)
class Pages:
    """Makes the pages of one language."""

    texts: Texts
    site_url: str

    @cached_property
    def parts(self) -> Parts:
        """The parts that pages share."""
        return Parts(self.texts)

    @property
    def views(self) -> Views:
        """The regrouped records."""
        return self.texts.views

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.parts.words

    @cached_property
    def _environment(self) -> Environment:
        return environment()

    def all(self) -> Mapping[str, str]:
        """Return the text of every page, by its path within the language folder."""
        plan = self.views.plan
        pages = {"index.md": self.home(), "about.md": self.about(), "agendas/index.md": self.agendas()}
        pages |= {"initiatives/index.md": self.initiatives(), "terms/index.md": self.terms()}
        pages |= {f"agendas/{agenda.slug}.md": self.agenda(agenda) for agenda in plan.agendas.records.agendas}
        pages |= {f"initiatives/{initiative.id}.md": self.initiative(initiative) for initiative in plan.initiatives}
        pages |= {f"terms/{term.slug}.md": self.term(term) for term in plan.glossary.records.terms}
        return pages

    def home(self) -> str:
        """Return the home page: what the plan is, whose it is, and the way to the ten agendas."""
        here = self.texts.addresses.home()
        document = self.views.plan.documents[self.texts.language]["index.md"]
        sections = [(section.title, section.id, self.parts.html(section, here)) for section in document.sections]
        return self._page(
            "home", here, document.meta.value["title"], sections=sections, cards=list(self.parts.cards(here))
        )

    def about(self) -> str:
        """Return the page about the site."""
        here = self.texts.addresses.about()
        document = self.views.plan.documents[self.texts.language]["about.md"]
        sections = [(section.title, section.id, self.parts.html(section, here)) for section in document.sections]
        return self._page("about", here, document.meta.value["title"], sections=sections)

    def agendas(self) -> str:
        """Return the list of agendas."""
        here = self.texts.addresses.agendas()
        summary = self.words.fill("agendas_intro", count=len(self.views.initiatives))
        return self._page("agendas", here, self.words["agendas"], summary, cards=list(self.parts.cards(here)))

    def initiatives(self) -> str:
        """Return the list of all initiatives by agenda."""
        here = self.texts.addresses.initiatives()
        summary = self.words.fill("initiatives_intro", count=len(self.views.initiatives))
        agendas = [
            (
                agenda,
                self.parts.link(here, str(agenda.number)),
                [self.parts.link(here, i.id) for i in agenda.initiatives],
            )
            for agenda in self.views.plan.agendas.records.agendas
        ]
        return self._page("initiatives", here, self.words["all_initiatives"], summary, agendas=agendas)

    def terms(self) -> str:
        """Return the index of terms, by kind."""
        here = self.texts.addresses.terms()
        terms = sorted(self.views.plan.glossary.records.terms, key=lambda term: term.name[self.texts.language].lower())
        kinds = [
            (name, kind, [self.parts.term_link(here, term) for term in terms if term.kind == kind])
            for kind, name in self.words["kinds"].items()
        ]
        summary = self.words.fill("terms_intro", count=len(terms))
        return self._page("terms", here, self.words["terms"], summary, kinds=[entry for entry in kinds if entry[2]])

    def agenda(self, agenda: Agenda) -> str:
        """Return the page of an agenda: description, vision, approach and every initiative."""
        name, document = str(agenda.number), self.texts.document(agenda)
        here = self.texts.address(name)
        fixed = [(s.title, s.id, self.parts.html(s, here)) for s in document.sections if "." not in s.id]
        summary = self.texts.plain(document.section("vision"))
        return self._page(
            "agenda", here, f"{name}. {self.texts.title(name)}", summary, name=name,
            websites=self.views.websites(agenda), fixed=fixed, groups=list(self.parts.groups(agenda, here)),
            sources=self.words.sources(agenda.sources), differences=self.parts.differences(name), terms=self.parts.terms(agenda.terms, here),
        )  # fmt: skip

    def initiative(self, initiative: Initiative) -> str:
        """Return the page of an initiative: headline, text, facts, relations, sources, other languages."""
        here, name = self.texts.address(initiative.id), initiative.id
        section, agenda = self.texts.section(name), self.views.agenda_of[name]
        earlier, later = self.views.neighbours(name)
        groups = {group.slug: group.name[self.texts.language] for group in agenda.groups}
        return self._page(
            "initiative", here, f"{name} {section.title}", self.texts.plain(section), name=name,
            agenda=self.parts.link(here, str(agenda.number), f"#{name}"), group=groups.get(initiative.group or ""),
            headline=section.title, html=self.parts.html(section, here),
            targets=[self.words.target(target) for target in initiative.targets],
            terms=self.parts.terms(initiative.terms, here),
            places=[self.views.places[slug].name[self.texts.language] for slug in initiative.places],
            years=initiative.years, related=[self.parts.link(here, other) for other in self.views.related[name]],
            differences=self.parts.differences(name), sources=self.words.sources(initiative.sources), others=self.parts.others(name, here),
            earlier=earlier and self.parts.link(here, earlier), later=later and self.parts.link(here, later),
        )  # fmt: skip

    def term(self, term: Term) -> str:
        """Return the page of a term: its names and everything that names it."""
        here = self.texts.address(term.slug)
        languages = {language.code: language.name for language in self.views.plan.languages}
        names = [(code, languages[code], term.name[code]) for code in languages]
        forms = [(code, list(term.forms.get(code, ()))) for code in languages if term.forms.get(code)]
        mentions = [self.parts.link(here, name) for name in self.views.mentions[term.slug]]
        name = term.name[self.texts.language]
        title = f"{name} ({term.acronym})" if term.acronym and term.acronym not in name else name
        kind = self.words["kinds"][term.kind]
        return self._page(
            "term", here, title, f"{title}: {kind}", name=term.slug,
            term=term, kind=kind, names=names, forms=forms, mentions=mentions,
        )  # fmt: skip

    def _page(self, template: str, here: str, title: str, summary: str = "", name: str = "", **values: Any) -> str:  # noqa: ANN401 - what the template needs
        meta: dict[str, object] = {"title": str(escape(title))}  # the theme puts both into HTML as they are
        if summary:
            meta["description"] = str(escape(shortened(summary)))
        if name:
            meta["plan_id"] = name
            values["lasting"] = Link(relative(here, lasting(name)), f"{self.site_url}{lasting(name)}")
        if template in {"initiative", "term", "home"}:
            meta["hide"] = ["navigation", "toc"]
        values |= {"words": self.words, "name": name, "title": title, "summary": summary}
        body = self._environment.get_template(f"{template}.md.jinja").render(values)
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10**6)
        return f"---\n{front}---\n\n{body.strip()}\n"


def shortened(text: str) -> str:
    """Return the beginning of `text` on one line, cut at a sentence or word, at most SUMMARY characters long."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY:
        return line
    cut = line[: SUMMARY - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[SUMMARY // 2 :] else cut) + "…"
