"""Atom feeds of what changed in the texts: one for each language, one for each agenda in each (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from scripts import markdown
from scripts.addresses import FEED
from scripts.history import changes, excerpts
from scripts.revisions import Revision
from scripts.source import joint
from scripts.templating import environment
from scripts.texts import Texts
from scripts.words import Words

LONGEST = 50
"""How many changes a feed tells, the latest."""
CHANGES = {"same": Markup("{}"), "removed": Markup("<del>{}</del>"), "added": Markup("<ins>{}</ins>")}


@dataclass(frozen=True)
class Entry:
    """One change, as a feed tells it: `content` is HTML, `updated` a time as RFC 3339 writes it."""

    id: str
    title: str
    updated: str
    href: str
    kind: str
    content: Markup


@dataclass(frozen=True)
class Feeds:
    """Makes the feeds of the language of `texts`, for a site at `site_url` that is dated with the second `epoch`."""

    texts: Texts
    site_url: str
    epoch: int

    def all(self, found: Sequence[Revision]) -> Iterator[tuple[str, str]]:
        """Yield each feed of the revisions `found`, the newest first, by its path in the site."""
        home = self.texts.addresses.home()
        yield f"{home}{FEED}", self._feed(home, self._words["site_name"], found)
        for number, agenda in self.texts.views.agendas.items():
            here = self.texts.addresses.agenda(agenda.slug)
            mine = [revision for revision in found if revision.key[0] == number]
            yield f"{here}{FEED}", self._feed(here, self.texts.heading(number), mine)

    def _feed(self, here: str, title: str, found: Sequence[Revision]) -> str:
        entries = list(islice(self._entries(found), LONGEST))
        updated = entries[0].updated if entries else _time(self.epoch)
        return environment().get_template("feed.xml.jinja").render(
            entries=entries, updated=updated, language=self.texts.language, page=f"{self.site_url}{here}",
            address=f"{self.site_url}{here}{FEED}", title=self._words.fill("feed_of", name=title), words=self._words,
        )  # fmt: skip

    def _entries(self, found: Sequence[Revision]) -> Iterator[Entry]:
        for revision in found:
            section, name = revision.after or revision.before, self._name(revision)
            if section and name:
                href = f"{self.site_url}{self.texts.address(name)}"
                updated = _time(revision.time)
                lasting = uuid5(NAMESPACE_URL, f"{href} {updated}").urn
                title = f"{self._above(revision)}{section.title}"
                yield Entry(lasting, title, updated, href, self._kind(revision), self._content(revision))

    def _name(self, revision: Revision) -> str:
        """Return the id of what a revision is about, as long as it has a place in the plan: its own, its section's, its holder's."""
        owner, part = revision.key
        own = part if "." in part else f"{owner}#{part}"
        return next((name for name in (own, owner) if name in self.texts.known), "")

    def _above(self, revision: Revision) -> str:
        owner, part = revision.key
        if "." in part:
            return f"{part} "
        return self._words.fill("label", name=self.texts.heading(owner)) if owner in self.texts.known else ""

    def _kind(self, revision: Revision) -> str:
        kind = (
            "feed_changed" if revision.before and revision.after else "feed_added" if revision.after else "feed_removed"
        )
        return str(self._words[kind])

    def _content(self, revision: Revision) -> Markup:
        """Return what became of the words: the change word by word, or the whole text of what is new; nothing of what is gone."""
        before, after = revision.before, revision.after
        if after is None:
            return Markup("")
        if before is None:
            lines = markdown.plain(after, joint(self.texts.language)).splitlines()
            return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)
        return Markup("<p>{}</p>").format(
            Markup("").join(CHANGES[kind].format(text) for kind, text in excerpts(list(changes(before, after))))
        )

    @property
    def _words(self) -> Words:
        return Words(self.texts.language, self.texts.views.plan.words[self.texts.language])


def feeds(texts: Texts, site_url: str, epoch: int, found: Sequence[Revision]) -> Mapping[str, str]:
    """Return the text of each feed of one language by its path in the site."""
    return dict(Feeds(texts, site_url, epoch).all(found))


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
