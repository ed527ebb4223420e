"""The language-neutral addresses under `id/`: a small page for each id, for its common spellings, and for ids that were retired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Template

from scripts.addresses import lasting, relative
from scripts.api import Api
from scripts.leads import FORMS, Leads
from scripts.model import Redirect
from scripts.templating import environment
from scripts.words import Words


def spellings(name: str) -> Iterator[str]:
    """Yield other common spellings of an id: `4-8` and `4.08` of `4.8`, `v.3`, `V-3` and `v-3` of `V.3`."""
    first, dot, last = name.rpartition(".")
    padded = f"{first}.{last.zfill(2)}" if dot and first.isdecimal() else name
    for spelled in (padded, name.lower()):
        yield from (form for form in (spelled, spelled.replace(".", "-")) if form != name)
    yield name.replace(".", "-")


def aliases(names: Iterable[str]) -> Mapping[str, str]:
    """Return the id that each other spelling means; what is an id itself means nothing else."""
    known = list(names)
    taken = {name.lower(): name for name in known}
    found = {form: name for name in known for form in spellings(name) if taken.get(form.lower(), name) == name}
    return {form: name for form, name in found.items() if form not in known}


@dataclass(frozen=True)
class Lasting:
    """Makes the pages under `id/` for a site at the address of the `api`; `shared` is what every standalone page shows."""

    api: Api
    leads: Leads
    shared: Mapping[str, Any]

    @cached_property
    def _template(self) -> Template:
        return environment().get_template("lasting.html.jinja")

    def files(self) -> Mapping[str, str]:
        """Return every page, by its path in the site."""
        found = {name: self._page(name) for name in self.api.views.chosen}
        found |= {redirect.from_: self._retired(redirect) for redirect in self.retired()}
        other = {form: found[name] for form, name in aliases(found).items()}  # first: some file systems take V for v
        return {f"{lasting(name)}index.html": text for name, text in (other | found).items()}

    def retired(self) -> list[Redirect]:
        """Return the redirects of ids that had a lasting address and have it no longer."""
        published, living = self.api.views.plan.lock.inside("id"), self.api.views.chosen
        every = self.leads.redirects.values()
        return [r for r in every if FORMS[r.kind].lasting and f"{r.from_}/" in published and r.from_ not in living]

    def _page(self, name: str) -> str:
        texts = self.api.texts
        ways = {
            code: (texts[code].address(name), texts[code].title(name), texts[code].borrowed(name) or code)
            for code in texts
        }
        return self._rendered(name, lasting(name), ways, {})

    def _retired(self, redirect: Redirect) -> str:
        """Return the page of a retired id: it leads to what takes its place, or to where the reader is told that nothing does."""
        to = self.leads.successor(redirect)
        place = self.leads.place(redirect.kind, to) if to else self.leads.told(redirect)
        lasts = to if to in self.api.views.chosen else None
        words = {code: Words(code, self.api.views.plan.words[code]) for code in self.api.texts}
        what = "redirect_moved" if to else "redirect_gone"
        said = {
            code: f"{word.fill(what, date=word.date(redirect.date))} {redirect.reason[code]}"
            for code, word in words.items()
        }
        ways = {
            code: (
                f"{code}/{place}",
                f"{lasts} {texts.title(lasts)}" if lasts else to or words[code]["permalinks"],
                (texts.borrowed(lasts) if lasts else "") or code,
            )
            for code, texts in self.api.texts.items()
        }
        return self._rendered(redirect.from_, lasting(lasts) if lasts else lasting(redirect.from_), ways, said)

    def _rendered(
        self, name: str, canonical: str, ways: Mapping[str, tuple[str, str, str]], said: Mapping[str, str]
    ) -> str:
        here, site = lasting(name), self.api.site_url
        languages = {language.code: language.name for language in self.api.views.plan.languages}
        return self._template.render(
            name=name, address=f"{site}{canonical}", here=f"{site}{here}", said=said,
            absolute={} if said else {code: f"{site}{address}" for code, (address, _, _) in ways.items()},
            ways=[(code, languages[code], relative(here, way[0]), *way[1:]) for code, way in ways.items()],
            finders=[(code, relative(here, f"{code}/ids/")) for code in ways], **self.shared,
        )  # fmt: skip
