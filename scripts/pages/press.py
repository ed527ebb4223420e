"""What makes a page of one language out of a template: front matter for MkDocs, and HTML.

Everything here returns text; nothing is written. Contributed text arrives as HTML from `render`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from jinja2 import Environment, Template
from markupsafe import Markup, escape

from scripts.addresses import WHOLE, Addresses, document, lasting, relative
from scripts.citations import FIRST, Citer, Snapshot, citable
from scripts.head import Head
from scripts.history import Change
from scripts.markdown import Document, Section
from scripts.pages.cite import references
from scripts.parts import Link, Parts
from scripts.templating import environment
from scripts.texts import Texts
from scripts.views import Views
from scripts.words import Words

DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The same words either way; written in C ten times as fast."""
SUMMARY = 150
"""How long the summary of a page in search results of other sites may be, in characters."""
WIDE = frozenset({"item", "term", "home", "differences", "ids"})
"""Kinds of pages without a menu beside them."""
UNSEARCHED = frozenset({"differences", "ids", "moved"})
"""Kinds of pages that the search leaves out: they repeat what others say, and the long ones have a filter."""
SCRIPTS = {
    "differences": ["assets/filter.js"],
    "ids": ["assets/filter.js", "assets/ids.js"],
    "moved": ["assets/moved.js"],
}
"""The scripts that a kind of page has of its own."""


SHOWN = {"home": "index", "about": "about", "permalinks": "permalinks", "timeline": "timeline"}
"""The texts shown by pages that have no lasting id."""


@dataclass(frozen=True)
class Press:
    """Makes pages in the language of `texts`, for a site at `site_url`."""

    texts: Texts
    site_url: str
    repository: str = ""
    """Where the project's files are kept, on the web; without it nothing can be edited from a page."""
    changes: Mapping[tuple[str, str], Sequence[Change]] = field(default_factory=dict)
    """What changed in the source of outdated sections, by language and key, as far as the history knows."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The sizes of the files to take away that were made, by path in the site."""
    snapshot: Snapshot = FIRST
    """The state of the site, which references name."""

    @cached_property
    def parts(self) -> Parts:
        """The parts that pages share."""
        return Parts(self.texts, self.repository)

    @cached_property
    def citer(self) -> Citer:
        """What makes references to pages."""
        return Citer(self.texts, self.site_url, self.snapshot)

    @cached_property
    def head(self) -> Head:
        """What makes the tags that tell programs about a page."""
        return Head(self.citer)

    @property
    def views(self) -> Views:
        """The regrouped records."""
        return self.texts.views

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.parts.words

    @property
    def addresses(self) -> Addresses:
        """The addresses of the pages."""
        return self.texts.addresses

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.texts.language

    @cached_property
    def _environment(self) -> Environment:
        return environment()

    def template(self, name: str) -> Template:
        """Return the template `name`."""
        return self._environment.get_template(name)

    def sections(self, document: Document, here: str) -> list[tuple[Section, Markup]]:
        """Return every section of `document` with its HTML."""
        return [(section, self.parts.html(section, here)) for section in document.sections]

    def mark(self, section: Section, name: str = "") -> str:
        """Return what ends the heading of `section` in MkDocs' Markdown: its id, or `name`, and its language if it is another."""
        spoken = self.texts.spoken(section)
        return f"{{#{name or section.id}{f' lang={spoken}' if spoken != self.language else ''}}}"

    def permanent(self, name: str) -> str:
        """Return the whole address to cite of anything with a lasting id."""
        return f"{self.site_url}{lasting(name)}"

    def steps(self, name: str, here: str) -> dict[str, Link | None]:
        """Return the links to what comes before and after `name`."""
        earlier, later = self.views.neighbours(name)
        return {
            "earlier": self.parts.link(here, earlier) if earlier else None,
            "later": self.parts.link(here, later) if later else None,
        }

    def taken(self, here: str, name: str) -> list[Link]:
        """Return the links to the document `name` in each form, if it was made."""
        title = self.words["documents_whole"] if name == WHOLE else self.texts.heading(name)
        found = [(form, document(name, self.language, form)) for form in ("pdf", "epub")]
        return [
            Link(
                relative(here, address).rstrip("/"),
                self.words.fill(
                    "document_file", name=title, form=form.upper(), size=self.words.size(self.sizes[address])
                ),
            )
            for form, address in found
            if address in self.sizes
        ]

    def page(self, template: str, here: str, title: str, summary: str = "", name: str = "", **values: Any) -> str:  # noqa: ANN401 - what the template needs
        """Return the page at the address `here`: the template filled in with `values`, under front matter.

        `name` is the lasting id of what the page is about, if it has one.
        """
        meta: dict[str, object] = {"title": str(escape(title))}  # the theme puts both into HTML as they are
        if summary:
            meta["description"] = str(escape(shortened(summary)))
        if lacking := self.views.lacking.get(name or SHOWN.get(template, "")):
            meta["lacking"] = list(lacking)
        if name:
            meta["plan_id"] = name
            values["record"] = self.parts.edits.record(name, title, "edit_record")
            values["lasting"] = Link(relative(here, lasting(name)), self.permanent(name))
            values["references"] = references(self.citer, name, here) if name in citable(self.views) else []
            meta["scripts"] = ["assets/copy.js"]
        if template in WIDE:
            meta["hide"] = ["navigation", "toc"]
        if template in UNSEARCHED:
            meta["search"] = {"exclude": True}
        if template in SCRIPTS:
            meta["scripts"] = SCRIPTS[template]
        if template == "moved":
            meta["moved"] = True
        values |= {
            "mark": self.mark,
            "edit": self.parts.edits.record,
            "permanent": self.permanent,
            "spoken": self.texts.spoken,
            "words": self.words,
            "official_plan": self.views.official_plan,
            "name": name,
            "title": title,
            "summary": summary,
        }
        meta["head"] = self.head.tags(here, title, shortened(summary), name)
        body = self.template(f"{template}.md.jinja").render(values)
        front = yaml.dump(meta, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10**6)
        return f"---\n{front}---\n\n{body.strip()}\n"


def shortened(text: str) -> str:
    """Return the beginning of `text` on one line, cut at a sentence or word, at most SUMMARY characters long."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY:
        return line
    cut = line[: SUMMARY - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[SUMMARY // 2 :] else cut) + "…"
