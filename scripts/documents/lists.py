"""The lists of a book that are made from data: partners, offices, and the index of the names it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scripts.addresses import lasting
from scripts.documents.book import Node, Passage, anchor, link, text
from scripts.model import Office, Term
from scripts.parts import Parts
from scripts.texts import Texts
from scripts.words import Words


def partners(parts: Parts) -> Iterator[Node]:
    """Yield the partner organisations by category."""
    texts = parts.texts
    for category in texts.views.plan.organisation.records.partners:
        yield Node("group", children=(text(category.name[texts.language]),))
        terms = [texts.views.plan.terms[slug] for slug in category.terms]
        yield _list((link(_named(term, texts.language), f"#{anchor(term.slug)}"),) for term in terms)


def offices(parts: Parts) -> Iterator[Node]:
    """Yield the offices by kind."""
    words = parts.words
    for kind, found in parts.offices():
        yield Node("group", children=(text(kind),))
        yield _list(tuple(_office(office, words)) for office in found)


def _office(office: Office, words: Words) -> Iterator[Node]:
    """Yield the name of an office, where it is, and what else is known of it."""
    language = words.language
    place = words.fill("office_place", city=office.city[language], country=office.country[language])
    yield Node("strong", children=(text(office.name[language]),))
    yield text(words["list_separator"] + place)
    if office.note:
        yield Node("break")
        yield text(office.note[language])


def index(parts: Parts, slugs: Mapping[str, Sequence[str]], site_url: str) -> Passage:
    """Return the index of the names in a book, by kind: each with its lasting address and the ids of what names it.

    `slugs` are the names, each with those of the ids that stand in the book.
    """
    words = parts.words
    terms = sorted((parts.views.plan.terms[slug] for slug in slugs), key=lambda term: term.name[words.language].lower())
    groups = tuple(
        Passage(
            anchor(f"terms#{kind}"), "names", "", name, words.language,
            tuple(_entry(parts.texts, term, slugs[term.slug], site_url) for term in terms if term.kind == kind),
        )
        for kind, name in words["kinds"].items() if any(term.kind == kind for term in terms)
    )  # fmt: skip
    return Passage(anchor("terms"), "chapter", "", words["terms"], words.language, passages=groups)


def _entry(texts: Texts, term: Term, places: Sequence[str], site_url: str) -> Node:
    address = site_url + lasting(term.slug)
    shown = [node for place in places for node in (text(" · "), link(_place(texts, place), f"#{anchor(place)}"))]
    name = Node("strong", children=(text(_named(term, texts.language)),))
    children = (name, text("  "), *shown[1:], Node("break"), link(address, address))
    return Node("paragraph", anchor=anchor(term.slug), children=children)


def _place(texts: Texts, name: str) -> str:
    """Return what an index calls the place `name`: its number, or its title when it has none."""
    return texts.mark(name) or texts.title(name)


def _named(term: Term, language: str) -> str:
    """Return the name of a term, with its acronym unless the name holds it."""
    name = term.name[language]
    return f"{name} ({term.acronym})" if term.acronym and term.acronym not in name else name


def _list(lines: Iterable[tuple[Node, ...]]) -> Node:
    items = (Node("item", children=(Node("paragraph", children=line),)) for line in lines)
    return Node("list", children=tuple(items))
