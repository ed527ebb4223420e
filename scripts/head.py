"""The tags in the head of a page that tell other programs what it is: reference managers, search engines, whoever shows a shared link."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from markupsafe import Markup

from scripts.addresses import lasting
from scripts.citations import Citation, Citer, citable
from scripts.texts import Texts
from scripts.words import LOCALES

META = Markup('<meta {}="{}" content="{}">')
SHARE = "share.png"
"""The picture of a page, beside it."""
SHARE_SIZE = (1200, 630)
"""How wide and high it is: what those who show shared links ask for."""
SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What might end a script or a line of it; in JSON each may be written by its number."""


@dataclass(frozen=True)
class Head:
    """Makes the head tags of the pages that `citer` makes references to."""

    citer: Citer

    def tags(self, here: str, title: str, summary: str, name: str) -> list[str]:
        """Return the tags of the page at `here`, each a line of HTML; `name` is the lasting id of what it is about, if it has one."""
        return [str(tag) for tag in self._tags(here, title, summary, name)]

    def _tags(self, here: str, title: str, summary: str, name: str) -> Iterator[Markup]:
        yield from self._shared(here, title, summary)
        if name in citable(self.citer.texts.views):
            yield from self._reference(self.citer.citation(name))
        data = json.dumps(self._record(here, title, summary, name), ensure_ascii=False).translate(SAFE)
        yield Markup('<script type="application/ld+json">{}</script>').format(Markup(data))  # noqa: S704 - made safe above

    def _shared(self, here: str, title: str, summary: str) -> Iterator[Markup]:
        """Yield what shows a shared link: Open Graph, which others read too."""
        words, code = self.citer.words, self.citer.texts.language
        yield META.format("property", "og:type", "website" if here == f"{code}/" else "article")
        yield META.format("property", "og:site_name", words["site_name"])
        yield META.format("property", "og:title", title)
        yield META.format("property", "og:description", summary or words["note"])
        yield META.format("property", "og:url", f"{self.citer.site_url}{here}")
        yield META.format("property", "og:locale", _locale(code))
        for other in self.citer.texts.others:
            yield META.format("property", "og:locale:alternate", _locale(other))
        yield META.format("property", "og:image", f"{self.citer.site_url}{here}{SHARE}")
        yield META.format("property", "og:image:width", SHARE_SIZE[0])
        yield META.format("property", "og:image:height", SHARE_SIZE[1])
        yield META.format("property", "og:image:alt", title)
        yield META.format("name", "twitter:card", "summary_large_image")

    def _reference(self, citation: Citation) -> Iterator[Markup]:
        """Yield what reference managers read from a page."""
        yield META.format("name", "citation_title", citation.title)
        yield META.format("name", "citation_author", citation.author)
        yield META.format("name", "citation_inbook_title", citation.work)
        yield META.format("name", "citation_publication_date", citation.year)
        yield META.format("name", "citation_online_date", f"{self.citer.snapshot.day:%Y/%m/%d}")
        yield META.format("name", "citation_publisher", citation.publisher)
        yield META.format("name", "citation_language", citation.language)
        yield META.format("name", "citation_public_url", citation.url)

    def _record(self, here: str, title: str, summary: str, name: str) -> dict[str, Any]:
        """Return the page as schema.org describes one: its language, its translations, what it is part of and about."""
        texts, words, url = self.citer.texts, self.citer.words, self.citer.site_url
        record: dict[str, Any] = {
            "@context": "https://schema.org", "@type": "WebPage", "@id": f"{url}{here}", "url": f"{url}{here}",
            "name": title, "description": summary or words["note"], "inLanguage": texts.borrowed(name) or texts.language,
            "dateModified": self.citer.snapshot.day.isoformat(),
            "isPartOf": {"@type": "WebSite", "@id": f"{url}{texts.language}/", "name": words["site_name"]},
            "publisher": {"@type": "Organization", "name": words["site_contributors"]},
        }  # fmt: skip
        if self.citer.snapshot.commit:
            record["version"] = self.citer.snapshot.commit
        return record | self._about(here, name)

    def _about(self, here: str, name: str) -> dict[str, Any]:
        """Return what the page has to say of the thing with the lasting id `name`."""
        views = self.citer.texts.views
        if name not in views.chosen:
            return {}
        record: dict[str, Any] = {"identifier": f"{self.citer.site_url}{lasting(name)}", **self._translations(name)}
        if name in views.plan.terms:
            return record | {"mainEntity": self._term(name, here)}
        if name in views.topics:
            return record
        if name not in views.plan.items:
            record["@type"] = ["WebPage", "Chapter"]
        record |= self._part_of(name) | {"isBasedOn": self._plan()}
        terms = [self._term(slug) for slug in views.named_by(name)]
        return record | {"about": terms} if terms else record

    def _translations(self, name: str) -> dict[str, Any]:
        """Return the pages translated from this one, or the one it is translated from."""
        source, texts = self.citer.texts.views.plan.codes[0], self.citer.texts
        if texts.language != source:
            return {} if texts.borrowed(name) else {"translationOfWork": self._work(texts.others[source], name)}
        return {"workTranslation": [self._work(t, name) for t in texts.others.values() if not t.borrowed(name)]}

    def _part_of(self, name: str) -> dict[str, Any]:
        """Return the agenda, chapter or action that an item belongs to; chapters and agendas belong to the site."""
        texts = self.citer.texts
        if name not in texts.views.plan.items:
            return {}
        return {"isPartOf": self._work(texts, texts.views.above(name).partition("#")[0])}

    def _work(self, texts: Texts, name: str) -> dict[str, str]:
        address = f"{self.citer.site_url}{texts.address(name)}"
        return {"@type": "WebPage", "@id": address, "name": texts.title(name), "inLanguage": texts.language}

    def _plan(self) -> dict[str, Any]:
        """Return the plan itself, whose words the site restates."""
        views, code = self.citer.texts.views, self.citer.texts.language
        cited = views.plan.editions.records.cited
        author = {"@type": "Organization", "name": cited.author[code]}
        return {
            "@type": "CreativeWork", "name": cited.name[code], "author": author,
            "datePublished": str(cited.year), "url": views.official_plan,
        }  # fmt: skip

    def _term(self, slug: str, here: str = "") -> dict[str, Any]:
        """Return a term; on its own page, at `here`, with the glossary it is from."""
        texts, url = self.citer.texts, self.citer.site_url
        address = f"{url}{texts.address(slug)}"
        term = {"@type": "DefinedTerm", "@id": f"{address}#term", "name": texts.title(slug), "url": address}
        if not here:
            return term
        glossary = f"{url}{texts.addresses.terms()}"
        terms = {"@type": "DefinedTermSet", "@id": glossary, "name": self.citer.words["terms"], "url": glossary}
        return {**term, "termCode": slug, "inDefinedTermSet": terms}


def _locale(code: str) -> str:
    """Return language and country as Open Graph wants them: those of most who speak it."""
    likely: Sequence[str] = get_global("likely_subtags").get(code, code).split("_")
    try:
        return LOCALES.get(code) or str(Locale(code, territory=likely[-1] if len(likely) > 1 else None))
    except UnknownLocaleError:
        return code
