"""Lists made from data: the offices, where the editions differ, the editions."""

from __future__ import annotations

from collections import Counter

from scripts.model import Edition
from scripts.pages.press import Press


def offices(press: Press) -> str:
    """Return the page of ICLEI's offices."""
    here = press.addresses.listing("offices")
    found = press.parts.offices()
    summary = press.words.fill("offices_intro", count=sum(len(group[1]) for group in found))
    chapter = next((c for c in press.views.chapters.values() if any(s.shows == "offices" for s in c.sections)), None)
    back = press.parts.link(here, chapter.id) if chapter else None
    return press.page("offices", here, press.words["offices"], summary, offices=found, chapter=back)


def differences(press: Press) -> str:
    """Return the page of everything on which the editions differ; what weighs most comes first in each place."""
    here, views, kinds = press.addresses.listing("differences"), press.views, press.words["difference_kinds"]
    weight = {kind: place for place, kind in enumerate(kinds)}
    groups = [
        (
            press.parts.link(here, name),
            _holder(press, name),
            sorted(press.parts.differences(name), key=lambda found: weight[found.kind]),
        )
        for name in (*views.chapters, *views.agendas, *views.plan.items)
        if name in views.differences
    ]
    count = Counter(found.kind for _, _, differences in groups for found in differences)
    holders = [(name, press.parts.link(here, name)) for name in (*views.chapters, *views.agendas)]
    used = {holder for _, holder, _ in groups}
    return press.page(
        "differences", here, press.words["differences_page"], press.words.fill("differences_summary", count=count.total()),
        groups=groups, holders=[holder for holder in holders if holder[0] in used], kinds=kinds,
        counts=[(kind, name, count[kind]) for kind, name in kinds.items() if count[kind]],
        editions=press.parts.way(here, press.addresses.listing("editions"), "editions"),
    )  # fmt: skip


def editions(press: Press) -> str:
    """Return the page about the printed editions."""
    here = press.addresses.listing("editions")
    found = [_edition(press, edition) for edition in press.views.plan.editions.records.editions]
    way = press.parts.way(here, press.addresses.listing("differences"), "differences_page")
    return press.page(
        "editions", here, press.words["editions"], press.words["editions_intro"], editions=found, differences=way
    )


def _holder(press: Press, name: str) -> str:
    """Return the chapter or agenda that `name` is or belongs to."""
    if name in press.views.section_of:
        return press.views.section_of[name][0].id
    return str(press.views.agenda_of[name].number) if name in press.views.agenda_of else name


def _edition(press: Press, edition: Edition) -> tuple[Edition, str, list[tuple[str, str]], str]:
    """Return an edition as the page shows it: itself, its name, its facts with their names, a note."""
    words = press.words
    adoption = (words.date(edition.adopted) if edition.adopted else None, edition.adopted_by, edition.adopted_in)
    facts = {
        "edition_year": (edition.year,), "publisher": (edition.publisher, edition.address), "adopted": adoption, "authors": edition.authors,
        "contributors": edition.contributors, "editor": (edition.editor,), "design": (edition.design,), "rights": edition.rights,
        "page_count": (edition.pages,), "citation": (edition.citation,), "website": (edition.url,),
    }  # fmt: skip
    filled = {name: [str(fact) for fact in values if fact] for name, values in facts.items()}
    shown = [(words[name], str(words["list_separator"]).join(values)) for name, values in filled.items() if values]
    return edition, words[f"edition_{edition.code}"], shown, edition.note[press.language] if edition.note else ""
