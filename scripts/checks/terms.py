"""Rules of the names in texts: in the form the glossary prefers, and none that it says to avoid."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from scripts import markdown
from scripts.checks.common import containing, named_things
from scripts.files import Spot, YamlFile
from scripts.markdown import Section
from scripts.mentions import fold, guarded, spellings
from scripts.model import Term
from scripts.problem import Problem
from scripts.source import Plan, joint

LATIN = re.compile(r"[A-Za-z0-9]{2}")
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{2}")
LOOSE = re.compile(r"[ \-\u2010-\u2013·・･]")
"""What people leave out or put in between the words of a name."""
CAPITAL_INSIDE = re.compile("[a-z][A-Z]")
ADDRESS = re.compile(r"(?:https?:|www\.)\S+")
SHORTEST = 6
"""A shorter name, taken apart, may well be other words: `we go` is not WeGO."""


def avoided_words_are_clear(plan: Plan) -> Iterator[Problem]:
    """What texts must avoid is listed under a language of the site, once, and is no spelling of anything."""
    right = {code: _right(plan, code) for code in plan.codes}
    seen: dict[tuple[str, str], str] = {}
    for file, spot, code, use, form in _avoided(plan):
        if code not in plan.codes:
            yield file.problem("language-unknown", *spot, language=code, known=", ".join(plan.codes))
        elif form in right[code] or form == use:
            yield file.problem("avoided-allowed", *spot, form=form, language=code)
        elif seen.setdefault((code, form), use) != use:
            yield file.problem("avoided-repeated", *spot, form=form, language=code, use=seen[code, form])


def texts_avoid_words(plan: Plan) -> Iterator[Problem]:
    """No text uses a word or name that the glossary says to avoid, but inside a name."""
    for code in plan.codes:
        texts, right = list(_texts(plan, code)), _right(plan, code)
        whole = "\n".join(text for _, text in texts)
        listed = {form: use for _, _, language, use, form in _avoided(plan) if language == code and use}
        instead = {form: use for form, use in listed.items() if form in whole}
        found = re.compile("|".join(guarded(form) for form in sorted(instead, key=len, reverse=True)) or "(?!)")
        for section, text in texts if instead else ():
            for match in found.finditer(text):
                names = _named(plan, code, text, right)
                if not any(match.start() in name and match.end() - 1 in name for name in names):
                    line = section.line_where(containing(match[0]))
                    yield Problem.of(section.path, line, "term-avoided", found=match[0], use=instead[match[0]])


def names_are_spelled_as_in_the_glossary(plan: Plan) -> Iterator[Problem]:
    """A name has the spaces, hyphens, dots and capitals that it has in the glossary."""
    for code in plan.codes:
        texts = list(_texts(plan, code))
        book = Spellings.of(plan, code).suspected("\n".join(text for _, text in texts))
        for section, text in texts:
            told: list[range] = []
            for start, end, name in book.wrong(text):
                told = told or _named(plan, code, text, book.right)
                if not any(start in place and end - 1 in place for place in told):
                    told.append(range(start, end))
                    found, line = text[start:end], section.line_where(containing(text[start:end]))
                    yield Problem.of(section.path, line, "name-misspelled", found=found, name=name)


@dataclass(frozen=True)
class Spellings:
    """The spellings that texts may use in one language, and the names among them without what people leave out, the longest first."""

    right: frozenset[str]
    names: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, plan: Plan, code: str) -> Spellings:
        """Return the spellings that the glossary and the places of `plan` have in `code`."""
        names = sorted(_names(plan, code), key=lambda name: (-len(name), name))
        return cls(frozenset(_right(plan, code)), [(_bare(name), name) for name in names])

    def suspected(self, text: str) -> Spellings:
        """Return these spellings with those names alone that `text` has more often than it writes them rightly."""
        bare = _bare(text)
        return Spellings(self.right, [(key, name) for key, name in self.names if bare.count(key) > text.count(name)])

    def wrong(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield each place where a name stands in another spelling, from where to where, and the name."""
        bare = _bare(text)
        suspect = [(key, name) for key, name in self.names if key in bare]
        places = [at for at, letter in enumerate(fold(text)) if not LOOSE.match(letter)] if suspect else []
        for key, name in suspect:
            for found in re.finditer(re.escape(key), bare):
                start, end = places[found.start()], places[found.end() - 1] + 1
                if _whole(text, start, end) and not self._fits(text[start:end], name):
                    yield start, end, name

    def _fits(self, found: str, name: str) -> bool:
        """Say whether `found` is right, or may well be other words: `shift` is not SHIFT, `urban development` no programme."""
        if {found, found[0].lower() + found[1:]} & self.right or len(_bare(name)) < SHORTEST:
            return True
        if name.islower():
            return found.lower() == name
        return (found.islower() and not CAPITAL_INSIDE.search(name)) or (name.isupper() and found != found.upper())


def _named(plan: Plan, code: str, text: str, right: Collection[str]) -> list[range]:
    """Return where rightly spelled names stand in `text`."""
    found = plan.finders[code].find(text)
    return [range(one.start, one.end) for one in found if text[one.start : one.end] in right]


def _right(plan: Plan, code: str) -> set[str]:
    """Return the spellings that texts may use: names, acronyms, and forms that differ from these in more than spaces, dots and capitals."""
    names = _names(plan, code)
    keys = {_bare(name) for name in names}
    things = [thing for _, _, listed in named_things(plan) for thing in listed]
    return names | {form for thing in things for form in spellings(thing, code) if _bare(form) not in keys}


def _names(plan: Plan, code: str) -> set[str]:
    """Return the names and acronyms of all things."""
    things = [thing for _, _, listed in named_things(plan) for thing in listed]
    acronyms = {thing.acronym for thing in things if isinstance(thing, Term) and thing.acronym}
    return acronyms | {thing.name[code] for thing in things if code in thing.name}


def _bare(text: str) -> str:
    return LOOSE.sub("", fold(text)).lower()


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether what stands from `start` to `end` is not part of a longer Latin or kana word."""
    pairs = ((text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1]))
    return not any(LATIN.fullmatch(left + right) or KATAKANA.fullmatch(left + right) for left, right in pairs)


def _texts(plan: Plan, code: str) -> Iterator[tuple[Section, str]]:
    """Yield every section in the language `code`, and its heading and text with blanks for web addresses."""
    for document in plan.documents[code].values():
        for section in document.sections:
            text = f"{section.title}\n{markdown.plain(section, joint(code))}"
            yield section, ADDRESS.sub(lambda found: " " * len(found[0]), text)


def _avoided(plan: Plan) -> Iterator[tuple[YamlFile, Spot, str, str, str]]:
    """Yield each form to be avoided: its file and place there, its language, what to use instead (empty when unknown), itself."""
    for file, key, things in named_things(plan):
        for index, thing in enumerate(things):
            for code, forms in thing.avoid.items():
                for form in forms:
                    yield file, (key, index, "avoid", code), code, thing.name.get(code, ""), form
    for code, words in plan.glossary.records.usage.items():
        for index, word in enumerate(words):
            for form in word.avoid:
                yield plan.glossary.file, ("usage", code, index), code, word.use, form
