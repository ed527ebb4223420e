"""The addresses of the site. All are relative to its root, so the site works under any path."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

FEED = "feed.xml"
"""The feed of what changes on a page, beside the page."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of the pages in one language."""

    language: str

    def home(self) -> str:
        """Return the address of the home page."""
        return f"{self.language}/"

    def agendas(self) -> str:
        """Return the address of the list of agendas."""
        return f"{self.language}/agendas/"

    def agenda(self, slug: str) -> str:
        """Return the address of an agenda."""
        return f"{self.language}/agendas/{slug}/"

    def initiatives(self) -> str:
        """Return the address of the list of initiatives."""
        return f"{self.language}/initiatives/"

    def initiative(self, name: str) -> str:
        """Return the address of an initiative's own page."""
        return f"{self.language}/initiatives/{name}/"

    def plan(self) -> str:
        """Return the address of the list of chapters."""
        return f"{self.language}/plan/"

    def chapter(self, slug: str) -> str:
        """Return the address of a chapter."""
        return f"{self.language}/plan/{slug}/"

    def actions(self) -> str:
        """Return the address of the list of planned actions."""
        return f"{self.language}/actions/"

    def action(self, name: str) -> str:
        """Return the address of an action's own page."""
        return f"{self.language}/actions/{name}/"

    def listing(self, name: str) -> str:
        """Return the address of a list made from data: `offices`, `figures`, `differences`."""
        return f"{self.language}/{name}/"

    def background(self) -> str:
        """Return the address of the list of background topics."""
        return f"{self.language}/background/"

    def topic(self, slug: str) -> str:
        """Return the address of a background topic, or of the `timeline`."""
        return f"{self.language}/background/{slug}/"

    def terms(self) -> str:
        """Return the address of the index of terms."""
        return f"{self.language}/terms/"

    def term(self, slug: str) -> str:
        """Return the address of a term."""
        return f"{self.language}/terms/{slug}/"

    def status(self) -> str:
        """Return the address of the page on the state of the translation."""
        return f"{self.language}/status/"

    def permalinks(self) -> str:
        """Return the address of the page on what is promised of addresses."""
        return f"{self.language}/permalinks/"

    def about(self) -> str:
        """Return the address of the page about the site."""
        return f"{self.language}/about/"


WHOLE = "plan"
"""How the document of the whole plan is called; those of the agendas are called by their numbers."""


def document(name: str, language: str, form: str) -> str:
    """Return the address of the document `name` in the given form, `pdf` or `epub`."""
    return f"documents/{'seoul-plan' if name == WHOLE else f'agenda-{name}'}.{language}.{form}"


def lasting(name: str) -> str:
    """Return the language-neutral address of anything with a lasting id, the one to cite."""
    return f"id/{name}/"


def relative(here: str, there: str) -> str:
    """Return the link from the page `here` to the page or file `there`, a fragment included; a page ends with a slash."""
    path, hash_, fragment = there.partition("#")
    way = posixpath.relpath("/" + path, "/" + here)
    end = "/" if not path or path.endswith("/") else ""
    return way + end + hash_ + fragment
