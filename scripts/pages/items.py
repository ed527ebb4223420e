"""What the plan sets out to do: a page for each initiative and planned action, and their lists."""

from __future__ import annotations

from scripts.addresses import relative
from scripts.embeds import embed, frame
from scripts.model import Action, Initiative, Item
from scripts.pages.press import Press
from scripts.parts import Link


def page(press: Press, name: str) -> str:
    """Return the page of an item: headline, text, facts, relations, sources, other languages."""
    item, section, here = press.views.item(name), press.texts.section(name), press.texts.address(name)
    parts, words, anchor = press.parts, press.words, "initiative" if isinstance(item, Initiative) else "action"
    return press.page(
        "item", here, f"{name} {section.title}", press.texts.plain(section), name=name,
        above=_above(press, item, here), group=_group(press, item), section=section, html=parts.html(section, here),
        inner=[parts.link(here, inner.id) for inner in item.items] if isinstance(item, Action) else [],
        targets=[words.target(target) for target in item.targets], terms=parts.terms(item.terms, here),
        places=[press.views.places[slug].name[press.language] for slug in item.places],
        years=item.years, related=[parts.link(here, other) for other in press.views.related[name]],
        differences=parts.differences(name), sources=words.sources(item.sources), others=parts.others(name, here),
        frame=str(frame(press.texts, name, press.site_url)), card=relative(here, embed(press.language, name)),
        anchor=anchor, kind=words[f"{anchor}s"], **press.steps(name, here),
    )  # fmt: skip


def initiatives(press: Press) -> str:
    """Return the list of all initiatives, by agenda."""
    here = press.addresses.initiatives()
    summary = press.words.fill("initiatives_intro", count=len(press.views.initiatives))
    groups = [
        (press.parts.link(here, str(agenda.number)), [press.parts.link(here, i.id) for i in agenda.initiatives])
        for agenda in press.views.plan.agendas.records.agendas
    ]
    return press.page("items", here, press.words["all_initiatives"], summary, groups=groups, read="read_agenda")


def actions(press: Press) -> str:
    """Return the list of all planned actions, by chapter."""
    here = press.addresses.actions()
    groups = [
        (press.parts.link(here, chapter.id), [press.parts.link(here, action.id) for action in chapter.actions])
        for chapter in press.views.chapters.values()
        if chapter.actions
    ]
    summary = press.words.fill("actions_intro", count=sum(len(links) for _, links in groups))
    return press.page("items", here, press.words["all_actions"], summary, groups=groups, read="read_chapter")


def _above(press: Press, item: Item, here: str) -> list[Link]:
    """Return the links to what the item belongs to, the widest first."""
    name = press.views.above(item.id)
    if isinstance(item, Initiative):
        return [press.parts.link(here, name, f"#{item.id}")]
    if name in press.views.plan.items:
        return [*_above(press, press.views.item(name), here), press.parts.link(here, name)]
    return [press.parts.link(here, name.partition("#")[0]), press.parts.link(here, name)]


def _group(press: Press, item: Item) -> str | None:
    if not isinstance(item, Initiative):
        return None
    groups = {group.slug: group.name[press.language] for group in press.views.agenda_of[item.id].groups}
    return groups.get(item.group or "")
