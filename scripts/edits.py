"""The links that open what a page shows where it is written: a text at its heading, a fact at its record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from scripts.markdown import Section
from scripts.standing import Standing
from scripts.views import Views
from scripts.words import Words

LINK = Markup('<a href="{}" rel="external">{}<span class="plan-unseen">{}</span></a>')
GUIDE = re.compile(r"CONTRIBUTING(?:\.[a-z]{2})?\.md")
GUIDED = Markup('<a href="{}/blob/HEAD/{}" rel="external">{}</a>')
BELOW = Markup('<p class="plan-edit" data-search-exclude>{}</p>')


@dataclass(frozen=True)
class Edits:
    """Makes links to edit, in the language of `words`; they are empty when nobody has said where the files are kept."""

    views: Views
    words: Words
    repository: str = ""

    def address(self, path: str, line: int) -> str:
        """Return the address at which a line of a file can be read and edited, or nothing when there is no repository."""
        return f"{self.repository}/blob/HEAD/{path}?plain=1#L{line}" if self.repository else ""

    def below(self, written: Standing | Section, title: str, record: str = "") -> Markup:
        """Return what stands below a section: the link to where it is written, or belongs when it is still to be.

        `record` is the id of the record whose facts the page shows with it, if it does.
        """
        if not self.repository:
            return Markup("")
        text = self._link((written.path, written.line), "edit_text", title)
        return BELOW.format(Markup(" · ").join([text, self.record(record, title, "edit_record")] if record else [text]))

    def record(self, record: str, title: str, word: str = "edit") -> Markup:
        """Return the link to the record `record`, which the page calls `title`, that reads as the word of the interface does."""
        return self._link(self.views.places_of[record], word, title)

    def guided(self, html: Markup) -> Markup:
        """Return `html` with each name of a guide for contributors as a link to it, where it is known where the files are."""
        if not self.repository:
            return html
        return Markup(GUIDE.sub(lambda name: GUIDED.format(self.repository, name[0], name[0]), html))  # noqa: S704 - escaped

    def _link(self, place: tuple[str, int], word: str, title: str) -> Markup:
        """Return a link that says to those who hear the page, out of sight, what of the page it edits."""
        if not self.repository:
            return Markup("")
        return LINK.format(self.address(*place), self.words[word], self.words.fill("edit_what", name=title))
