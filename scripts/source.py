"""Reading `data/` and `docs/` into one frozen plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from scripts.files import YamlFile, read_text, read_yaml
from scripts.interface import read_words
from scripts.lock import Lock, read_lock
from scripts.markdown import Document, parse_document
from scripts.mentions import Finder
from scripts.model import (
    Action,
    AgendasFile,
    BackgroundFile,
    EditionsFile,
    FiguresFile,
    GlossaryFile,
    Initiative,
    Item,
    Language,
    LanguagesFile,
    OrganisationFile,
    PlacesFile,
    Record,
    RedirectsFile,
    Term,
    TimelineFile,
)
from scripts.problem import Problem, ProblemsError
from scripts.records import read_records
from scripts.strays import strays

FILES: Mapping[str, type[Record]] = {
    "agendas": AgendasFile,
    "organisation": OrganisationFile,
    "glossary": GlossaryFile,
    "places": PlacesFile,
    "editions": EditionsFile,
    "figures": FiguresFile,
    "background": BackgroundFile,
    "timeline": TimelineFile,
    "redirects": RedirectsFile,
}
"""The data files besides the list of languages: `data/<name>.yaml`, and the record each holds."""
R = TypeVar("R", bound=Record)
T = TypeVar("T")
PHRASES = frozenset({"name", "of", "note", "description", "city", "country", "author", "reason"})
"""Keys that hold a phrase in every language, or one text."""


@dataclass(frozen=True, eq=False)  # unchanged files give the same object, which what is made of them is kept by
class Data(Generic[R]):
    """A data file: its records, and the document they were read from."""

    records: R
    file: YamlFile


@dataclass(frozen=True)
class Plan:
    """Everything the site is made from."""

    languages: tuple[Language, ...]
    agendas: Data[AgendasFile]
    organisation: Data[OrganisationFile]
    glossary: Data[GlossaryFile]
    places: Data[PlacesFile]
    editions: Data[EditionsFile]
    figures: Data[FiguresFile]
    background: Data[BackgroundFile]
    timeline: Data[TimelineFile]
    redirects: Data[RedirectsFile]
    lock: Lock
    documents: Mapping[str, Mapping[str, Document]]
    """By language and by path within the language, such as `agendas/resilient-city.md`."""
    unread: frozenset[str]
    """Texts that are there but cannot be read, by path in the project."""
    words: Mapping[str, Mapping[str, Any]]
    """The words of the interface, by language."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, the source language first."""
        return tuple(language.code for language in self.languages)

    @cached_property
    def initiatives(self) -> tuple[Initiative, ...]:
        """Every initiative, in the order of the plan."""
        return tuple(i for agenda in self.agendas.records.agendas for i in agenda.initiatives)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every planned action, each followed by its sub-items, in the order of the plan."""
        chapters = self.organisation.records.chapters
        return tuple(item for chapter in chapters for section in chapter.sections for item in section.items)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every initiative and action, by id."""
        return {item.id: item for item in (*self.initiatives, *self.actions)}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Every term, by slug."""
        return {term.slug: term for term in self.glossary.records.terms}

    @cached_property
    def finders(self) -> Mapping[str, Finder]:
        """For each language, what finds the names of terms and places in a text."""
        return {code: _finder(self.glossary, self.places, code) for code in self.codes}


@lru_cache(maxsize=16)
def _finder(glossary: Data[GlossaryFile], places: Data[PlacesFile], code: str) -> Finder:
    return Finder((*glossary.records.terms, *places.records.places), code)


def joint(language: str) -> str:
    """Return what stands between two lines of one paragraph: Japanese and Chinese set no space there."""
    return "" if language in {"ja", "zh"} else " "


def read_plan(root: Path) -> tuple[Plan, Sequence[Problem]]:
    """Return the plan that stands under `root`, and what is wrong in its texts.

    Raises ProblemsError with all that cannot be read when a data file is among it.
    """
    problems: list[Problem] = []
    languages = _tried(problems, lambda: _data(root, "languages", LanguagesFile))
    spoken = languages.records.languages if languages else ()
    files = dict(_files(root, problems, spoken))
    words = {x.code: _tried(problems, partial(read_words, x.code, x.fallback)) or {} for x in spoken}
    unread: set[str] = set()
    documents = {x.code: dict(_documents(root, x.code, problems, unread)) for x in spoken}
    problems += strays(root, [x.code for x in spoken], (*FILES, "languages")) if spoken else ()
    if not spoken or len(files) < len(FILES) or not all(words.values()):
        raise ProblemsError(problems, more=True)
    lock, shut = _tried(problems, partial(read_lock, root)) or Lock({}), frozenset(unread)
    return Plan(languages=spoken, documents=documents, unread=shut, words=words, lock=lock, **files), problems


def _files(root: Path, problems: list[Problem], spoken: Sequence[Language]) -> Iterator[tuple[str, Data[Any]]]:
    """Yield every data file that can be read, by name, and note the problems of the others."""
    for name, kind in FILES.items():
        if found := _tried(problems, partial(_data, root, name, kind, spoken)):
            yield name, found


def _tried(problems: list[Problem], read: Callable[[], T]) -> T | None:
    """Return what `read` returns; on failure note its problems and go on, so that all files are read."""
    try:
        return read()
    except ProblemsError as error:
        problems.extend(error.problems)
        return None


def _data(root: Path, name: str, kind: type[R], spoken: Sequence[Language] = ()) -> Data[R]:
    return data_of(kind, read_yaml(root, f"data/{name}.yaml"), tuple(spoken))


@lru_cache(maxsize=64)
def data_of(kind: type[R], file: YamlFile, spoken: Sequence[Language]) -> Data[R]:
    """Return the records of class `kind` in `file`, for a site in the languages `spoken`; raises ProblemsError."""
    lacking = [(language.code, language.fallback) for language in spoken if language.fallback]
    file = YamlFile(file.path, deepcopy(file.value), file.lines) if lacking else file  # others read the same document
    for code, fallback in lacking:
        _fill(file.value, code, fallback)
    return Data(read_records(kind, file), file)


def _fill(value: object, code: str, fallback: str) -> None:
    """Let the phrases of the language `fallback` stand in for those that `code` lacks, everywhere in `value`."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key in PHRASES and isinstance(inner, dict) and fallback in inner:
            inner.setdefault(code, inner[fallback])
        _fill(inner, code, fallback)
    for inner in value if isinstance(value, list) else ():
        _fill(inner, code, fallback)


def _documents(root: Path, language: str, problems: list[Problem], unread: set[str]) -> Iterator[tuple[str, Document]]:
    folder = root / "docs" / language
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(root).as_posix()
        if found := _tried(problems, partial(_document, root, path)):
            problems.extend(found[1])
            yield file.relative_to(folder).as_posix(), found[0]
        else:
            unread.add(path)


def _document(root: Path, path: str) -> tuple[Document, Sequence[Problem]]:
    return parse_document(path, read_text(root, path))
