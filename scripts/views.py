"""The same records, regrouped for readers: what names a term, what is related to what, what comes before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts import markdown
from scripts.addresses import Addresses
from scripts.markdown import Document, Section
from scripts.model import Agenda, Difference, Initiative, Location
from scripts.source import Plan, agenda_path, joint

FIXED = ("description", "vision", "approach")


@dataclass(frozen=True)
class Views:
    """Regroupings of `plan` that do not depend on a language."""

    plan: Plan

    @cached_property
    def agenda_of(self) -> Mapping[str, Agenda]:
        """Each initiative's agenda, by the initiative's id."""
        return {i.id: agenda for agenda in self.plan.agendas.records.agendas for i in agenda.initiatives}

    @cached_property
    def agendas(self) -> Mapping[str, Agenda]:
        """Each agenda, by its number as text."""
        return {str(agenda.number): agenda for agenda in self.plan.agendas.records.agendas}

    @cached_property
    def initiatives(self) -> Mapping[str, Initiative]:
        """Each initiative, by id."""
        return {initiative.id: initiative for initiative in self.plan.initiatives}

    @cached_property
    def places(self) -> Mapping[str, Location]:
        """Each place, by slug."""
        return {place.slug: place for place in self.plan.places.records.places}

    @cached_property
    def related(self) -> Mapping[str, Sequence[str]]:
        """The ids related to each initiative, whichever of the two declares it, in the order of the plan."""
        pairs: dict[str, set[str]] = {initiative.id: set(initiative.related) for initiative in self.plan.initiatives}
        for initiative in self.plan.initiatives:
            for other in initiative.related:
                pairs[other].add(initiative.id)
        return {name: tuple(other for other in self.initiatives if other in found) for name, found in pairs.items()}

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[str]]:
        """The agendas (`4`) and initiatives (`4.8`) that name each term, in the order of the plan."""
        found: dict[str, list[str]] = {slug: [] for slug in self.plan.terms}
        for agenda in self.plan.agendas.records.agendas:
            for slug in agenda.terms:
                found[slug].append(str(agenda.number))
            for initiative in agenda.initiatives:
                for slug in initiative.terms:
                    found[slug].append(initiative.id)
        return found

    @cached_property
    def differences(self) -> Mapping[str, Sequence[tuple[str, Difference]]]:
        """The differences of the editions with their ids, by the initiative or agenda they concern."""
        found: dict[str, list[tuple[str, Difference]]] = {}
        for difference in self.plan.editions.records.differences:
            about = difference.about.partition("#")[0]
            same = found.setdefault(about, [])
            same.append((f"{about}-{len(same) + 1}", difference))
        return found

    def websites(self, agenda: Agenda) -> list[str]:
        """Return the addresses the editions print for `agenda`, written out."""
        base = self.plan.agendas.records.website
        return [f"{base}{site}" if site.startswith("/") else site for site in agenda.websites]

    def neighbours(self, name: str) -> tuple[str | None, str | None]:
        """Return the ids of the initiatives before and after `name` in the whole plan."""
        order = list(self.initiatives)
        at = order.index(name)
        return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


@dataclass(frozen=True)
class Texts:
    """The words of the plan in one language."""

    views: Views
    language: str

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the pages in this language."""
        return Addresses(self.language)

    def document(self, agenda: Agenda) -> Document:
        """Return the text of `agenda`."""
        return self.views.plan.documents[self.language][agenda_path(agenda.slug)]

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        agendas = self.views.plan.agendas.records.agendas
        return {section.id: section for agenda in agendas for section in self.document(agenda).sections}

    def section(self, name: str) -> Section:
        """Return the section of the initiative `name`."""
        return self._sections[name]

    def title(self, name: str) -> str:
        """Return the headline of an initiative (`4.8`) or the name of an agenda (`4`)."""
        return self.section(name).title if "." in name else self.views.agendas[name].name[self.language]

    def plain(self, section: Section) -> str:
        """Return the text of `section` without marks."""
        return markdown.plain(section, joint(self.language))

    def address(self, name: str) -> str:
        """Return the address of an initiative (`4.8`), an agenda (`4`) or a term (`ccr`)."""
        if name in self.views.initiatives:
            return self.addresses.initiative(name)
        if name in self.views.agendas:
            return self.addresses.agenda(self.views.agendas[name].slug)
        return self.addresses.term(name)
