"""The pages of one language as Markdown files for MkDocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scripts.addresses import FEED
from scripts.citations import FIRST, Snapshot
from scripts.history import Change
from scripts.leads import promised
from scripts.model import Agenda
from scripts.pages import agendas, background, chapters, figures, finder, items, lists, moved, opendata, status, terms
from scripts.pages.press import SUMMARY, Press, shortened
from scripts.texts import Texts

__all__ = ["SUMMARY", "agenda_pages", "pages", "shortened"]


def pages(  # noqa: PLR0913 - what a build knows of the site besides the plan
    texts: Texts,
    site_url: str,
    repository: str = "",
    changes: Mapping[tuple[str, str], Sequence[Change]] | None = None,
    sizes: Mapping[str, int] | None = None,
    *,
    snapshot: Snapshot = FIRST,
) -> Mapping[str, str]:
    """Return the text of every page in the language of `texts`, by its path within the language folder.

    `repository` is where the project's files are kept; `changes` is what changed in the source of outdated sections; `sizes` are
    those of the files to take away that were made, open data and documents, by path in the site; `snapshot` is the state of the
    site, which references name.
    """
    press, plan = Press(texts, site_url, repository, changes or {}, sizes or {}, snapshot), texts.views.plan
    found = {"index.md": _home(press), "about.md": _about(press)}
    found |= {"agendas/index.md": agendas.index(press), "initiatives/index.md": items.initiatives(press)}
    found |= {"plan/index.md": chapters.index(press), "actions/index.md": items.actions(press)}
    found |= {"terms/index.md": terms.index(press), "background/index.md": background.index(press)}
    found |= {"offices.md": lists.offices(press), "figures.md": figures.page(press)}
    found |= {"differences.md": lists.differences(press), "editions.md": lists.editions(press)}
    found |= {"status.md": status.page(press), "open-data.md": opendata.page(press)}
    found["ids.md"] = finder.page(press)
    found |= {"background/timeline.md": background.timeline(press)}
    for one in texts.views.agendas.values():
        found |= _agenda(press, one)
    found |= {f"plan/{chapter.slug}.md": chapters.page(press, chapter) for chapter in texts.views.chapters.values()}
    found |= {f"actions/{name}.md": items.page(press, name) for name in texts.views.section_of}
    found |= {f"terms/{term.slug}.md": terms.page(press, term) for term in plan.glossary.records.terms}
    found |= {f"background/{topic.slug}.md": background.page(press, topic) for topic in texts.views.topics.values()}
    found["permalinks.md"] = finder.promise(press, promised(plan, found))
    return {**found, **moved.pages(press, found)}


def agenda_pages(  # noqa: PLR0913 - likewise
    texts: Texts,
    agenda: str,
    site_url: str,
    repository: str,
    changes: Mapping[tuple[str, str], Sequence[Change]],
    *,
    snapshot: Snapshot = FIRST,
) -> Mapping[str, str]:
    """Return the text of the pages of one agenda, by its number, and of the home page; raises KeyError when there is no such agenda."""
    press = Press(texts, site_url, repository, changes, snapshot=snapshot)
    return {"index.md": _home(press), **_agenda(press, texts.views.agendas[agenda])}


def _agenda(press: Press, agenda: Agenda) -> dict[str, str]:
    """Return the page of an agenda, and those of its initiatives."""
    initiatives = {f"initiatives/{found.id}.md": items.page(press, found.id) for found in agenda.initiatives}
    return {f"agendas/{agenda.slug}.md": agendas.page(press, agenda), **initiatives}


def _home(press: Press) -> str:
    """Return the home page: what the plan is, whose it is, and the ways into it."""
    here = press.addresses.home()
    document = press.texts.page("index.md")
    return press.page(
        "home", here, document.meta.value["title"], sections=press.sections(document, here), cards=list(press.parts.cards(here)),
        ways=[
            (press.parts.way(here, press.addresses.plan(), "plan"), press.words.fill("plan_intro", count=len(press.views.chapters))),
            (press.parts.way(here, press.addresses.listing("figures"), "figures"), press.words["figures_intro"]),
            (press.parts.way(here, press.addresses.listing("differences"), "differences_page"), press.words["differences_intro"]),
            (press.parts.way(here, press.addresses.topic("timeline"), "timeline"), press.words["timeline_intro"]),
            (press.parts.way(here, press.addresses.listing("open-data"), "open_data"), press.words["data_intro"]),
            (press.parts.way(here, f"{here}{FEED}", "feed"), press.words["feed_intro"]),
        ],
    )  # fmt: skip


def _about(press: Press) -> str:
    """Return the page about the site."""
    here = press.addresses.about()
    document = press.texts.page("about.md")
    sections = [(section, press.parts.edits.guided(html)) for section, html in press.sections(document, here)]
    data = press.parts.way(here, press.addresses.listing("open-data"), "open_data")
    return press.page("about", here, document.meta.value["title"], sections=sections, data=data)
