"""Documents to take away: the whole plan and each agenda, in each language, as PDF and EPUB. Bytes out, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain

from scripts.addresses import WHOLE, document
from scripts.documents.binding import Binder
from scripts.documents.epub import epub
from scripts.documents.pdf import UnknownCharacterError, pdf
from scripts.problem import Problem, ProblemsError
from scripts.texts import Texts
from scripts.views import Views

__all__ = ["documents"]


def documents(views: Views, site_url: str, epoch: int) -> Mapping[str, bytes]:
    """Return every document by its address, dated with `epoch` in seconds.

    Raises ProblemsError when a text has a character that the documents cannot show.
    """
    binders = [Binder(Texts(views, code), site_url, epoch) for code in views.plan.codes]
    works = [(binder, name) for name in (WHOLE, *views.agendas) for binder in binders]
    with ThreadPoolExecutor() as pool:  # the typesetter leaves Python free while it works
        made = dict(chain.from_iterable(pool.map(lambda work: list(_forms(*work)), works)))
    return {**made, **dict(_kept(views, made))}


def _kept(views: Views, made: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield each published document that is `made` no longer, of a retired agenda: the whole plan, which has what takes its place."""
    for name in views.plan.lock.inside("documents"):
        whole = document(WHOLE, *name.rsplit(".", 2)[1:])
        if f"documents/{name}" not in made and whole in made:
            yield f"documents/{name}", made[whole]


def _forms(binder: Binder, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the document `name` in each form, with its address."""
    book = binder.book(name)
    for form, made in {"pdf": pdf, "epub": epub}.items():
        address = document(name, binder.texts.language, form)
        try:
            yield address, made(replace(book, address=binder.site_url + address), binder.epoch)
        except UnknownCharacterError as error:
            raise ProblemsError([_unknown(binder.texts, error.text, address)]) from None


def _unknown(texts: Texts, unknown: str, address: str) -> Problem:
    """Return the problem that the documents cannot show `unknown`, where it is written if that can be found."""
    written = texts.views.documents[texts.language].values()
    for section in chain.from_iterable(text.sections for text in written):
        if any(unknown in line for line in section.written):
            line = section.line_where(lambda line: unknown in line)
            return Problem.of(section.path, line, "character-not-shown", text=unknown)
    return Problem.of(address, 1, "character-not-shown", text=unknown)
