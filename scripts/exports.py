"""What is not a page of one language: open data, the lasting addresses, the root, the site map. Text out, nothing written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.sax.saxutils import escape

from scripts.addresses import lasting, relative
from scripts.mkdocs import OFFICIAL_PLAN
from scripts.model import Agenda, Initiative, Source
from scripts.templating import environment
from scripts.views import FIXED, Texts, Views
from scripts.words import Words

API = "api/v1"


@dataclass(frozen=True)
class Exports:
    """Makes the files that belong to no single language."""

    views: Views
    site_url: str

    @cached_property
    def texts(self) -> Mapping[str, Texts]:
        """The words of the plan, by language."""
        return {code: Texts(self.views, code) for code in self.views.plan.codes}

    def all(self, pages: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
        """Return the text of every file, by its path in the site; `pages` are the page files of each language."""
        lists = {
            "agendas": self.agendas(),
            "initiatives": self.initiatives(),
            "terms": self.terms(),
            "differences": self.differences(),
        }
        files = {f"{API}/{name}.json": _json({name: records}) for name, records in lists.items()}
        files |= dict(self._lasting_pages())
        files["index.html"] = self._root_page("choose.html.jinja")
        files["404.html"] = self._root_page("not_found.html.jinja")
        files["sitemap.xml"] = self.sitemap(pages)
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {self.site_url}sitemap.xml\n"
        return files

    def agendas(self) -> list[dict[str, Any]]:
        """Return the agendas as open data."""
        return [self._agenda(agenda) for agenda in self.views.plan.agendas.records.agendas]

    def initiatives(self) -> list[dict[str, Any]]:
        """Return the initiatives as open data."""
        return [self._initiative(initiative) for initiative in self.views.plan.initiatives]

    def terms(self) -> list[dict[str, Any]]:
        """Return the glossary as open data."""
        return [
            {
                "slug": term.slug, "kind": term.kind, "acronym": term.acronym, "name": dict(term.name),
                "other_spellings": {code: list(forms) for code, forms in term.forms.items()},
                "mentioned_in": list(self.views.mentions[term.slug]), **self._addresses(term.slug),
            }
            for term in self.views.plan.glossary.records.terms
        ]  # fmt: skip

    def differences(self) -> list[dict[str, Any]]:
        """Return the differences of the editions as open data."""
        return [
            {"id": number, "about": [d.about], "kind": d.kind, "ko": d.ko, "ja": d.ja, "note": dict(d.note)}
            for same in self.views.differences.values()
            for number, d in same
        ]

    def sitemap(self, pages: Mapping[str, Mapping[str, str]]) -> str:
        """Return the site map: every page of every language, with its counterparts."""
        first = next(iter(pages.values()))
        addresses = sorted(_address(path) for path in first)
        links = {
            path: "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(self.site_url)}{code}/{path}"/>'
                for code in pages
            )
            for path in addresses
        }
        entries = [
            f"<url><loc>{escape(self.site_url)}{code}/{path}</loc>{links[path]}</url>"
            for code in pages
            for path in addresses
        ]
        spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n' + "\n".join(entries) + "\n</urlset>\n"

    def _agenda(self, agenda: Agenda) -> dict[str, Any]:
        name = str(agenda.number)
        words = {
            part: {code: t.plain(t.document(agenda).section(part)) for code, t in self.texts.items()} for part in FIXED
        }
        return {
            "number": agenda.number, "slug": agenda.slug, "name": dict(agenda.name), "vision": words["vision"],
            "description": words["description"], "approach": words["approach"],
            "initiatives": [initiative.id for initiative in agenda.initiatives],
            "terms": list(agenda.terms), "websites": self.views.websites(agenda), "differences": self._difference_ids(name),
            "sources": _sources(agenda), **self._addresses(name),
        }  # fmt: skip

    def _initiative(self, initiative: Initiative) -> dict[str, Any]:
        name, agenda = initiative.id, self.views.agenda_of[initiative.id]
        groups = {group.slug: {"slug": group.slug, "name": dict(group.name)} for group in agenda.groups}
        return {
            "id": name, "slug": initiative.slug, "agenda": agenda.number, "group": groups.get(initiative.group or ""),
            "title": {code: texts.title(name) for code, texts in self.texts.items()},
            "text": {code: texts.plain(texts.section(name)) for code, texts in self.texts.items()},
            "terms": list(initiative.terms), "targets": [target.model_dump() for target in initiative.targets],
            "years": list(initiative.years), "months": list(initiative.months), "numbers": list(initiative.numbers),
            "places": [{"slug": slug, "name": dict(self.views.places[slug].name)} for slug in initiative.places],
            "related": list(self.views.related[name]), "differences": self._difference_ids(name),
            "sources": _sources(initiative), **self._addresses(name),
        }  # fmt: skip

    def _difference_ids(self, name: str) -> list[str]:
        return [number for number, _ in self.views.differences.get(name, ())]

    def _addresses(self, name: str) -> dict[str, Any]:
        url = {code: f"{self.site_url}{texts.address(name)}" for code, texts in self.texts.items()}
        return {"url": url, "id_url": f"{self.site_url}{lasting(name)}"}

    def _lasting_pages(self) -> Iterator[tuple[str, str]]:
        """Yield the small pages under /id/ that lead to each language."""
        template = environment().get_template("lasting.html.jinja")
        for name in (*self.views.agendas, *self.views.initiatives, *self.views.plan.terms):
            here = lasting(name)
            ways = [
                (*language, relative(here, self.texts[language[0]].address(name)), self._name(name, language[0]))
                for language in self._languages()
            ]
            values = {"name": name, "ways": ways, "address": f"{self.site_url}{here}", "root": relative(here, "")}
            absolute = self._addresses(name)["url"]
            yield f"{here}index.html", template.render(values, absolute=absolute, **self._shared())

    def _name(self, name: str, code: str) -> str:
        terms = self.views.plan.terms
        return terms[name].name[code] if name in terms else self.texts[code].title(name)

    def _root_page(self, template: str) -> str:
        ways = [
            (code, name, self.texts[code].addresses.home(), self._words(code)["site_name"])
            for code, name in self._languages()
        ]
        notes = [(code, self._words(code)) for code, _ in self._languages()]
        values = {"ways": ways, "notes": notes, "address": self.site_url}
        return environment().get_template(template).render(values, **self._shared())

    def _shared(self) -> dict[str, Any]:
        return {
            "official_plan": OFFICIAL_PLAN,
            "site_url": self.site_url,
            "words": {code: self._words(code) for code in self.views.plan.codes},
        }

    def _languages(self) -> list[tuple[str, str]]:
        return [(language.code, language.name) for language in self.views.plan.languages]

    def _words(self, code: str) -> Words:
        return Words(code, self.views.plan.words[code])


def _sources(record: Agenda | Initiative) -> dict[str, Any]:
    return {"ko": _source(record.sources.ko), "ja": _source(record.sources.ja)}


def _source(source: Source | None) -> dict[str, Any] | None:
    return source.model_dump(exclude_none=True) if source else None


def _address(path: str) -> str:
    """Return the address of a page file within its language: `terms/ccr.md` is `terms/ccr/`, `index.md` the language itself."""
    folder, _, name = path.rpartition("/")
    inside = folder if name == "index.md" else path.removesuffix(".md")
    return f"{inside}/" if inside else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
