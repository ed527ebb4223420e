"""The glossary: its index, and a page for each term."""

from __future__ import annotations

from scripts.model import Term
from scripts.pages.press import Press


def index(press: Press) -> str:
    """Return the index of terms, by kind."""
    here = press.addresses.terms()
    terms = sorted(press.views.plan.glossary.records.terms, key=lambda term: term.name[press.language].lower())
    kinds = [
        (name, kind, [press.parts.term_link(here, term) for term in terms if term.kind == kind])
        for kind, name in press.words["kinds"].items()
    ]
    summary = press.words.fill("terms_intro", count=len(terms))
    return press.page("terms", here, press.words["terms"], summary, kinds=[entry for entry in kinds if entry[2]])


def page(press: Press, term: Term) -> str:
    """Return the page of a term: its names and everything that names it."""
    here = press.texts.address(term.slug)
    languages = {language.code: language.name for language in press.views.plan.languages}
    title = press.texts.term_title(term.slug)
    kind = press.words["kinds"][term.kind]
    return press.page(
        "term", here, title, f"{title}: {kind}", name=term.slug, term=term, kind=kind,
        names=[(code, languages[code], term.name[code]) for code in languages],
        forms=[(code, list(term.forms.get(code, ()))) for code in languages if term.forms.get(code)],
        mentions=[press.parts.link(here, name) for name in press.views.mentions[term.slug]],
        partner=next((c.name[press.language] for c in press.views.plan.organisation.records.partners if term.slug in c.terms), None),
        background=[press.parts.link(here, name) for name in press.views.background_mentions[term.slug]],
    )  # fmt: skip
