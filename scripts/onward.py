"""Old addresses in the forms that machines read: rules for hosts, the list and the records of the open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from scripts.addresses import lasting as lasting_address
from scripts.api import PLACE, json_text
from scripts.lasting import Lasting, aliases
from scripts.leads import FORMS
from scripts.model import Redirect


@dataclass(frozen=True)
class Onward:
    """Makes the files that lead machines on, for the site of `lasting`."""

    lasting: Lasting

    def files(self) -> Mapping[str, str]:
        """Return every file, by its path in the site."""
        rules = dict(self._rules())
        return {
            f"{PLACE}/redirects.json": json_text(
                {"redirects": [self._record(redirect) for redirect in self._redirects()]}
            ),
            **dict(self._records()),
            "_redirects": "".join(f"{old} {new} 301\n" for old, new in rules.items()),  # Netlify, Cloudflare, GitLab
            "redirects.map": "".join(f"{old} {new};\n" for old, new in rules.items()),  # a `map` of nginx
        }

    def _redirects(self) -> list[Redirect]:
        return list(self.lasting.leads.redirects.values())

    def _rules(self) -> Iterator[tuple[str, str]]:
        """Yield each old path and the one that takes its place; what nothing replaces keeps its page."""
        api, leads = self.lasting.api, self.lasting.leads
        base = urlsplit(api.site_url).path
        for code in api.texts:
            for address in sorted(api.views.plan.lock.inside(code) - leads.living):
                lead = leads.lead(address) if "#" not in address else None
                if lead and lead.to:
                    yield f"{base}{code}/{address}", f"{base}{code}/{lead.to}"
        names = {name: name for name in api.views.chosen}
        for redirect in self.lasting.retired():
            to = leads.successor(redirect)
            names[redirect.from_] = to if to in names else redirect.from_
        names |= {form: names[name] for form, name in aliases(names).items()}
        for old, new in names.items():
            if old.lower() != new.lower():  # a host that does not tell V from v would lead in a circle
                yield f"{base}{lasting_address(old)}", f"{base}{lasting_address(new)}"

    def _records(self) -> Iterator[tuple[str, str]]:
        """Yield, for each retired record of the open data that was published as a file, what became of it."""
        published = self.lasting.api.views.plan.lock.inside("api")
        for redirect in self._redirects():
            path = f"{PLACE}/{FORMS[redirect.kind].record.format(redirect.from_)}"
            if path.removeprefix("api/") in published:
                yield path, json_text({"retired": self._record(redirect)})

    def _record(self, redirect: Redirect) -> dict[str, Any]:
        """Return a redirect as open data: `to` is what stands at the end of a chain, `url` where each language leads."""
        leads, site = self.lasting.leads, self.lasting.api.site_url
        to = leads.successor(redirect)
        place = leads.place(redirect.kind, to) if to else leads.told(redirect)
        lasts = to if to in self.lasting.api.views.chosen else None
        return {
            "kind": redirect.kind, "from": redirect.from_, "to": to, "date": redirect.date, "reason": dict(redirect.reason),
            "url": {code: f"{site}{code}/{place}" for code in self.lasting.api.texts},
            "id_url": f"{site}{lasting_address(lasts)}" if lasts else None,
        }  # fmt: skip
