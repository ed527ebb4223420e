"""Every lasting id with its title in all languages, for whoever needs the link; and the page that says what is promised of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.addresses import lasting, relative
from scripts.pages.moved import every
from scripts.pages.press import Press
from scripts.parts import Link


@dataclass(frozen=True)
class Row:
    """An id as the table shows it: the link to its lasting address, its kind and that in words, its title by language."""

    link: Link
    kind: str
    name: str
    titles: tuple[tuple[str, str], ...]


def page(press: Press) -> str:
    """Return the list of every lasting id; a script sorts and narrows it and copies the links."""
    here, kinds = press.addresses.listing("ids"), press.words["id_kinds"]
    rows = list(_rows(press, here))
    used = [kind for kind in kinds if any(row.kind == kind for row in rows)]
    return press.page(
        "ids", here, press.words["ids"], press.words.fill("ids_intro", count=len(rows)), rows=rows, base=f"{press.site_url}id/",
        kinds={kind: kinds[kind] for kind in used}, languages=press.views.plan.languages,
        promise=press.parts.way(here, press.addresses.permalinks(), "permalinks"),
    )  # fmt: skip


def promise(press: Press, made: Iterable[str]) -> str:
    """Return the page that states what is promised, with everything that was ever retired; `made` are the living addresses."""
    here = press.addresses.permalinks()
    document, way = press.texts.page("permalinks.md"), press.addresses.listing("ids")
    return press.page(
        "permalinks", here, document.meta.value["title"], sections=press.sections(document, here),
        redirects=every(press, made, here), way=press.parts.way(here, way, "ids"),
    )  # fmt: skip


def _rows(press: Press, here: str) -> Iterator[Row]:
    everyone = {press.language: press.texts, **press.texts.others}
    for kind, names in _kinds(press).items():
        for name in names:
            titles = [
                (everyone[code].borrowed(name) or code, everyone[code].title(name)) for code in press.views.plan.codes
            ]
            yield Row(Link(relative(here, lasting(name)), name), kind, press.words["id_kinds"][kind], tuple(titles))


def _kinds(press: Press) -> Mapping[str, Iterable[str]]:
    views = press.views
    return {
        "agenda": views.agendas, "initiative": views.initiatives, "chapter": views.chapters, "action": views.section_of,
        "topic": views.topics, "term": views.plan.terms,
    }  # fmt: skip
