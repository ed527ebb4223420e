"""Rules that hold the shape of a translation against its source: links, lists, paragraphs, emphasis, and that it is translated at all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from scripts import markdown
from scripts.checks.common import OWN, containing, subjects
from scripts.checks.pairs import Pair, pairs
from scripts.markdown import Section
from scripts.model import Agenda
from scripts.outline import facts_by_key
from scripts.problem import Problem
from scripts.source import Plan, joint
from scripts.standing import keyed

PARTS: Mapping[str, str] = {
    "bullet_list_open": "bulleted-list",
    "ordered_list_open": "numbered-list",
    "blockquote_open": "quotation",
    "list_item_open": "list-item",
    "paragraph_open": "paragraph",
    "strong_open": "strong",
    "em_open": "emphasis",
    "code_inline": "code",
}
"""What sections are made of, by kind of token; where several differ, the first is told, for the others follow from it."""
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
EDITION = re.compile(r"(?<![A-Za-z])(?:ko|kr|kor|ja|jp|jpn|en|eng|us|gb)(?![A-Za-z])", re.IGNORECASE)
"""The part of a web address that says which language a page is in."""
VISIBLE = re.compile(r"\]\s*[(（]|\)\[")
"""What is left in the text of a link that is not read as one."""
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>)」』]*[^\s<>)」』.,;:、。]")
SHOWN = 24
"""How many letters of a text are quoted."""
FEWEST = 4
"""A text with fewer letters outside of names may well be the same in two languages."""


def links_are_those_of_the_source(plan: Plan) -> Iterator[Problem]:
    """A section links to the same places as its source, as often; a page on the web may be the one in the other language."""
    known = {f"id:{name}" for name in subjects(plan)} | {f"term:{slug}" for slug in plan.terms}
    for pair in pairs(plan):
        source, own = (list(markdown.links(section)) for section in (pair.source, pair.own))
        if VISIBLE.search(markdown.plain(pair.own, " ")):
            continue  # a link that is not read as one is told to be broken
        if all(
            target in known or target.startswith(("http://", "https://")) for target in (*source, *own)
        ):  # others are told elsewhere
            ours, theirs = (Counter(EDITION.sub("", target) for target in found) for found in (source, own))
            for target in source:
                if ours[key := EDITION.sub("", target)] > theirs[key]:
                    theirs[key] += 1
                    yield pair.problem("link-missing", target=target)
            for target in own:
                if theirs[key := EDITION.sub("", target)] > ours[key]:
                    theirs[key] -= 1
                    yield pair.problem("link-added", containing(target), target=target)
            listed, own = _listed(pair.source), _listed(pair.own)
            if listed != own and sorted(listed) == sorted(own):
                expected, found = next(both for both in zip(listed, own, strict=True) if both[0] != both[1])
                yield pair.problem("links-out-of-order", containing(found), found=found, expected=expected)


def addresses_are_links(plan: Plan) -> Iterator[Problem]:
    """A web address stands in a link, under words that say what it leads to."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                text = "\n".join(_outside(section))
                for found in ADDRESS.finditer(text) if not VISIBLE.search(text) else ():
                    line = section.line_where(containing(found[0]))
                    yield Problem.of(document.path, line, "address-bare", found=found[0])


def _outside(section: Section) -> Iterator[str]:
    """Yield the pieces of the text of `section` that stand outside of links."""
    for token in section.tokens:
        depth = 0
        for child in token.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if not depth:
                yield child.content


def _listed(section: Section) -> list[str]:
    """Return the targets of the links in the lists of `section`, in order."""
    tokens = [token for token in section.tokens if token.type == "inline" and token.level > 1]
    return [str(child.attrs["href"]) for token in tokens for child in token.children or () if child.type == "link_open"]


def shapes_are_those_of_the_source(plan: Plan) -> Iterator[Problem]:
    """A section has the same lists, with as many items on each level, paragraphs, quotations and emphasis as its source."""
    facts = facts_by_key(plan)
    for pair in pairs(plan):
        record = facts.get(pair.key)
        strategies = record.strategies if isinstance(record, Agenda) and pair.own.id == "approach" else None
        if strategies in {None, markdown.items(pair.own)}:  # a wrong number of strategies is told elsewhere
            yield from _shape(pair)


def _shape(pair: Pair) -> Iterator[Problem]:
    """Yield the first way in which a translation is made of other parts than its source."""
    ours, theirs = _parts(pair.source), _parts(pair.own)
    for part in (*PARTS.values(), *sorted({*ours, *theirs} - {*PARTS.values()})):
        if ours[part] != theirs[part]:
            holds = _item if "list" in part or "item" in part else _never
            yield pair.problem("structure-different", holds, part=part, found=theirs[part], expected=ours[part])
            return


def _item(line: str) -> bool:
    return bool(ITEM.match(line))


def _never(_line: str) -> bool:
    return False


def _parts(section: Section) -> Counter[str]:
    """Return how often each part stands in `section`: paragraphs outside of lists, items inside of other items apart."""
    found: Counter[str] = Counter()
    for token in section.tokens:
        part = PARTS.get(token.type)
        if part == "list-item" and token.level > 1:
            part = "nested-item"
        if part and not (part == "paragraph" and token.level):
            found[part] += 1
        found.update(PARTS[child.type] for child in token.children or () if child.type in PARTS)
    return found


def texts_are_translated(plan: Plan) -> Iterator[Problem]:
    """No heading, paragraph or list item says the very same in two languages, unless it is made of names, numbers and signs."""
    sections = {(code, key): section for code in plan.codes for key, section in _sections(plan, code)}
    for pair in pairs(plan):
        if pair.language in OWN and not OWN[pair.language].search(markdown.plain(pair.own, "")):
            continue  # then the whole section is told to be in another language
        for other in (code for code in plan.codes if code != pair.language):
            if theirs := sections.get((other, pair.key)):
                known = {_bare(text): text for text in _blocks(theirs, other)}
                for text in _blocks(pair.own, pair.language):
                    if _bare(text) in known and _is_foreign(plan, pair.language, other, text):
                        start = text.strip()[:SHOWN]
                        yield pair.problem("text-untranslated", _showing(start), text=start, language=other)


def _sections(plan: Plan, code: str) -> Iterator[tuple[str, Section]]:
    for path, keys in keyed(plan):
        if document := plan.documents[code].get(path):
            yield from ((keys[section.id], section) for section in document.sections if section.id in keys)


def _blocks(section: Section, code: str) -> Sequence[str]:
    return [section.title, *markdown.plain(section, joint(code)).split("\n")]


def _showing(words: str) -> Callable[[str], bool]:
    """Return what says whether a line, without its marks of emphasis, contains `words`."""
    return lambda line: words in re.sub(r"[*_`]", "", line)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _is_foreign(plan: Plan, code: str, other: str, text: str) -> bool:
    """Say whether `text`, found in `code` and in `other`, belongs to `other` and is more than names and numbers."""
    own = OWN.get(code)
    for language in (other, code):
        text = plan.finders[language].without_names(text)
    letters = sum(letter.isalpha() for letter in text)
    return letters >= FEWEST and (other == plan.codes[0] or bool(own and not own.search(text)))
