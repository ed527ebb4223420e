"""What is not a page of one language: the lasting addresses, the root, the site map. Text out, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import yaml

from scripts.api import PLACE, Api
from scripts.citations import FIRST, FORMATS, Citer, Snapshot, citable
from scripts.lasting import Lasting
from scripts.leads import Leads, is_moved, page_address, promised
from scripts.onward import Onward
from scripts.renditions import llms
from scripts.standing import percent
from scripts.templating import environment
from scripts.views import Views
from scripts.words import Words

BADGES = f"{PLACE}/badges"


@dataclass(frozen=True)
class Exports:
    """Makes the files that belong to no single language."""

    views: Views
    site_url: str
    snapshot: Snapshot = FIRST

    @cached_property
    def api(self) -> Api:
        """The records, their texts and addresses in every language."""
        return Api(self.views, self.site_url)

    def all(self, pages: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
        """Return the text of every file, by its path in the site; `pages` are the page files of each language."""
        files = dict(self._references())
        files |= {f"{BADGES}/{code}.svg": self._badge(code) for code in self.views.plan.codes[1:]}
        files[f"{BADGES}/readme.md"] = "".join(self._shown_badges())
        files["index.html"] = self._root_page("choose.html.jinja")
        leads = Leads(self.views.plan, promised(self.views.plan, next(iter(pages.values()))))
        pages_of_ids = Lasting(self.api, leads, self._shared())
        ids = [*self.views.chosen, *(redirect.from_ for redirect in pages_of_ids.retired())]
        files["404.html"] = self._root_page("not_found.html.jinja", ids=ids)
        files |= {**pages_of_ids.files(), **Onward(pages_of_ids).files()}
        files["sitemap.xml"] = self.sitemap(pages)
        files["llms.txt"] = llms(self.views, self.site_url)
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {self.site_url}sitemap.xml\n"
        return files

    def sitemap(self, pages: Mapping[str, Mapping[str, str]]) -> str:
        """Return the site map: every page of every language that says something in it, with its counterparts."""
        first = next(iter(pages.values()))
        told = {
            page_address(path): [code for code in pages if code not in _lacking(first[path])]
            for path in sorted(first)
            if not is_moved(first[path])
        }
        links = {
            path: "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(self.site_url)}{code}/{path}"/>'
                for code in codes
            )
            for path, codes in told.items()
        }
        entries = [
            f"<url><loc>{escape(self.site_url)}{code}/{path}</loc>{links[path]}</url>"
            for code in pages
            for path in sorted(told)
            if code in told[path]
        ]
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n' + "\n".join(entries) + "\n</urlset>\n"

    def _references(self) -> Iterator[tuple[str, str]]:
        """Yield the files for reference managers: of each page, language and format, and as plain text."""
        for texts in self.api.texts.values():
            citer = Citer(texts, self.site_url, self.snapshot)
            for name in citable(self.views):
                citation = citer.citation(name)
                yield f"{citation.path}.txt", f"{citer.text(name)}\n"
                yield from ((f"{citation.path}.{ending}", made(citation)) for ending, (_, made) in FORMATS.items())

    def _badge(self, code: str) -> str:
        """Return a small picture of how much of a translation is current."""
        count = self.api.status()[code]
        share = percent(count["current"], sum(count.values()))
        name = dict(self._languages())[code]
        return (
            environment()
            .get_template("badge.svg.jinja")
            .render(name=name, share=share, language=code, whole=share == "100")
        )

    def _shown_badges(self) -> Iterator[str]:
        """Yield the Markdown that shows the badges elsewhere, each leading to the state of its translation."""
        for code, name in self._languages()[1:]:
            status = self.api.texts[code].addresses.status()
            yield f"[![{name}]({self.site_url}{BADGES}/{code}.svg)]({self.site_url}{status})\n"

    def _root_page(self, template: str, **own: object) -> str:
        """Return a page of no language; `own` are the values of its template alone."""
        ways = [
            (code, name, self.api.texts[code].addresses.home(), self._words(code)["site_name"])
            for code, name in self._languages()
        ]
        notes = [(code, self._words(code)) for code, _ in self._languages()]
        values = {
            "ways": ways,
            "notes": notes,
            "address": self.site_url,
            "base": urlsplit(self.site_url).path,
            **own,
        }
        return environment().get_template(template).render(values, **self._shared())

    def _shared(self) -> dict[str, Any]:
        return {
            "official_plan": self.views.official_plan,
            "site_url": self.site_url,
            "words": {code: self._words(code) for code in self.views.plan.codes},
        }

    def _languages(self) -> list[tuple[str, str]]:
        return [(language.code, language.name) for language in self.views.plan.languages]

    def _words(self, code: str) -> Words:
        return Words(code, self.views.plan.words[code])


def _lacking(page: str) -> list[str]:
    """Return the languages in which nothing of a page is translated, as its front matter says."""
    front = page.split("---\n", 2)[1]
    found: list[str] = yaml.safe_load(front).get("lacking", []) if "\nlacking:" in front else []
    return found
