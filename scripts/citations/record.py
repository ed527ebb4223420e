"""What a reference to a page says, whatever its form.

The plan is ICLEI's, the words of the site are not: a reference names ICLEI and the year of the plan, then this edition of it, with its
revision and its publisher. A term of the glossary is no part of the plan, so the site itself answers for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from scripts.addresses import lasting
from scripts.texts import Texts
from scripts.views import Views
from scripts.words import Words


@dataclass(frozen=True)
class Snapshot:
    """The state of the site: the day of its last commit, and the commit's short name where there is a repository."""

    day: date
    commit: str = ""


FIRST = Snapshot(date(2015, 4, 11))
"""The state of a site without a history: the day on which the plan was adopted."""


@dataclass(frozen=True)
class Citation:
    """A reference to one page in one language; `title` holds its number, `edition` what is cited and in which revision."""

    id: str
    page: str
    """The language of the page."""
    language: str
    """The language of the title: another than that of the page, while it is not translated yet."""
    kind: Literal["chapter", "entry"]
    author: str
    year: int
    title: str
    work: str
    edition: str
    publisher: str
    url: str
    note: str

    @property
    def path(self) -> str:
        """The path of its files in the site, without their ending."""
        return f"cite/{self.id}.{self.page}"


@dataclass(frozen=True)
class Citer:
    """Makes the references to pages in the language of `texts`, on a site at `site_url` that stands at `snapshot`."""

    texts: Texts
    site_url: str
    snapshot: Snapshot

    @cached_property
    def words(self) -> Words:
        """The words of the interface."""
        return Words(self.texts.language, self.texts.views.plan.words[self.texts.language])

    @cached_property
    def all(self) -> Mapping[str, Citer]:
        """One for each language, this one first."""
        others = {code: Citer(texts, self.site_url, self.snapshot) for code, texts in self.texts.others.items()}
        return {self.texts.language: self, **others}

    def citation(self, name: str) -> Citation:
        """Return the reference to `name`, the id of a chapter, agenda, item or term."""
        texts, words, plan = self.texts, self.words, self.texts.views.plan.editions.records.cited
        term = name in texts.views.plan.terms
        return Citation(
            id=name,
            page=texts.language,
            language=texts.borrowed(name) or texts.language,
            kind="entry" if term else "chapter",
            author=words["site_contributors"] if term else plan.author[texts.language],
            year=self.snapshot.day.year if term else plan.year,
            title=self.title(name),
            work=plan.name[texts.language],
            edition=self.edition,
            publisher=words["site_contributors"],
            url=f"{self.site_url}{lasting(name)}",
            note=words["note"],
        )

    def title(self, name: str) -> str:
        """Return the title of `name` as a reference gives it: with its number, or a term's acronym."""
        term = name in self.texts.views.plan.terms
        return self.texts.term_title(name) if term else self.texts.heading(name)

    @cached_property
    def edition(self) -> str:
        """What of the plan the site is, and its revision."""
        day, commit = self.snapshot.day.isoformat(), self.snapshot.commit
        return self.words.fill("cite_revision" if commit else "cite_edition", date=day, revision=commit)

    def text(self, name: str, accessed: str = "") -> str:
        """Return the reference to `name` on one line, as writers of the language give it; `accessed` says when it was read."""
        c = self.citation(name)
        return self.words.fill(
            "cite_text", author=c.author, year=c.year, title=c.title, work=c.work, edition=c.edition, url=c.url, accessed=accessed
        )  # fmt: skip


def citable(views: Views) -> Sequence[str]:
    """Return the ids of all that can be cited: chapters, agendas, items, terms."""
    return (*views.chapters, *views.agendas, *views.plan.items, *views.plan.terms)
