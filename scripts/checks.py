"""The rules of the plan. Each rule is one generator of problems; its docstring is the rule; RULES is the list of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scripts import markdown, numbers
from scripts.files import Spot, YamlFile
from scripts.markdown import Document, Section
from scripts.mentions import named_in, spellings
from scripts.model import Agenda, Facts, Initiative, Named
from scripts.problem import Problem, ProblemsError
from scripts.source import PAGES, Plan, agenda_path, joint

FIXED = ("description", "vision", "approach")
"""The sections every agenda has, before those of its initiatives."""
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]+")
HAN = re.compile(r"[\u3400-\u9fff]+")
FOREIGN = {
    "ko": (("kana", KANA),),
    "ja": (("Hangul", HANGUL),),
    "en": (("Hangul", HANGUL), ("kana", KANA), ("Chinese characters", HAN)),
}
"""Scripts that have no place in a language."""


@dataclass(frozen=True)
class Passage:
    """Text in one language that must name the facts of one record: an initiative, or an agenda's fixed sections."""

    language: str
    path: str
    line: int
    text: str
    about: str
    facts: Facts
    spot: Spot


def check(plan: Plan) -> None:
    """Raise ProblemsError with every rule broken anywhere in `plan`."""
    problems = [problem for rule in RULES for problem in rule(plan)]
    if problems:
        raise ProblemsError(problems)


def names_in_every_language(plan: Plan) -> Iterator[Problem]:
    """A name, a group, a target or a note is there in every language of the site and in no other."""
    for data in (plan.agendas, plan.glossary, plan.places, plan.editions):
        for spot in data.file.lines:
            if spot and spot[-1] in {"name", "of", "note"}:
                value = _at(data.file.value, spot)
                if isinstance(value, dict):
                    for code in sorted(set(plan.codes) - set(value)):
                        yield data.file.problem(f"the language '{code}' is missing; add it", *spot)
                    for code in sorted(set(value) - set(plan.codes)):
                        yield data.file.problem(f"'{code}' is not a language of this site", *spot, code)


def slugs_are_unique(plan: Plan) -> Iterator[Problem]:
    """No two agendas, initiatives, terms or places share a slug; ids and slugs give addresses, so they begin with no language."""
    agendas = plan.agendas.records.agendas
    yield from _unique(plan, "agenda", [(a.slug, ("agendas", i, "slug")) for i, a in enumerate(agendas)])
    yield from _unique(plan, "initiative", [(n.slug, (*spot, "slug")) for n, spot in _initiatives(plan)])
    terms, places = plan.glossary.records.terms, plan.places.records.places
    yield from _unique(plan, "term", [(t.slug, ("terms", i, "slug")) for i, t in enumerate(terms)])
    yield from _unique(plan, "place", [(p.slug, ("places", i, "slug")) for i, p in enumerate(places)])


def ids_are_in_order(plan: Plan) -> Iterator[Problem]:
    """Agendas are numbered 1, 2, 3; initiatives of agenda 4 are "4.1", "4.2" and so on, and stand under it."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        if agenda.number != index + 1:
            yield plan.agendas.file.problem(f"this is agenda {index + 1} of the list", "agendas", index, "number")
    for initiative, spot in _initiatives(plan):
        agenda = plan.agendas.records.agendas[int(spot[1])]
        expected = f"{agenda.number}.{int(spot[3]) + 1}"
        if initiative.id != expected:
            message = f"initiative '{initiative.id}' stands where \"{expected}\" belongs; each id comes once, in order, under its agenda"
            yield plan.agendas.file.problem(message, *spot, "id")


def references_are_known(plan: Plan) -> Iterator[Problem]:
    """A term, place, group or related initiative that a record names exists."""
    ids = {initiative.id for initiative in plan.initiatives}
    places = {place.slug for place in plan.places.records.places}
    for facts, spot in _records(plan):
        known = [("terms", facts.terms, set(plan.terms), "data/glossary.yaml"), ("places", facts.places, places, "data/places.yaml")]
        if isinstance(facts, Initiative):
            known.append(("related", facts.related, ids, "data/agendas.yaml"))
        for key, named, all_known, home in known:
            for position, name in enumerate(named):
                if name not in all_known:
                    message = f"{key}: unknown '{name}'; correct it or add it to {home}"
                    yield plan.agendas.file.problem(message, *spot, key, position)
        for key in ("terms", "places", "years", "months", "numbers", "related"):
            for value, times in Counter(getattr(facts, key, ())).items():
                if times > 1:
                    yield plan.agendas.file.problem(f"{key}: '{value}' stands there {times} times; keep one", *spot, key)


def groups_hold_together(plan: Plan) -> Iterator[Problem]:
    """An initiative's group is one of its agenda's; in an agenda with groups every initiative has one, and groups do not mix."""
    for index, agenda in enumerate(plan.agendas.records.agendas):
        order = [group.slug for group in agenda.groups]
        last = 0
        for position, initiative in enumerate(agenda.initiatives):
            spot: Spot = ("agendas", index, "initiatives", position, "group")
            if initiative.group is None and not order:
                continue
            if initiative.group not in order:
                message = f"group '{initiative.group}' is not among the groups of agenda {agenda.number}: {', '.join(order) or 'none'}"
                yield plan.agendas.file.problem(message, *spot)
            elif order.index(initiative.group) < last:
                yield plan.agendas.file.problem(f"group '{initiative.group}' stands apart from its other initiatives", *spot)
            else:
                last = order.index(initiative.group)


def relations_are_declared_once(plan: Plan) -> Iterator[Problem]:
    """Related initiatives are shown on both pages, so a pair is declared once, and none with itself."""
    seen: dict[frozenset[str], int] = {}
    for initiative, spot in _initiatives(plan):
        for position, other in enumerate(initiative.related):
            pair = frozenset((initiative.id, other))
            line = plan.agendas.file.line(*spot, "related", position)
            if other == initiative.id:
                yield plan.agendas.file.problem("an initiative is not related to itself", *spot, "related", position)
            elif pair in seen:
                message = f"the relation with {other} is declared on line {seen[pair]} already; both pages show it, so remove one"
                yield plan.agendas.file.problem(message, *spot, "related", position)
            seen.setdefault(pair, line)


def spellings_are_unambiguous(plan: Plan) -> Iterator[Problem]:
    """In one language, no spelling means two terms or places."""
    for code in plan.codes:
        owner: dict[str, str] = {}
        for data, key, things in _named(plan):
            for index, thing in enumerate(things):
                for form in sorted(set(spellings(thing, code)) if code in thing.name else ()):
                    if owner.setdefault(form, thing.slug) != thing.slug:
                        message = f"'{form}' ({code}) already means '{owner[form]}'; give each its own spelling"
                        yield data.problem(message, key, index)


def forms_are_in_known_languages(plan: Plan) -> Iterator[Problem]:
    """Other spellings are listed under a language of the site."""
    for data, key, things in _named(plan):
        for index, thing in enumerate(things):
            for code in sorted(set(thing.forms) - set(plan.codes)):
                yield data.problem(f"'{code}' is not a language of this site", key, index, "forms", code)


def terms_are_mentioned(plan: Plan) -> Iterator[Problem]:
    """A term or place is named by at least one initiative or agenda."""
    used = {slug for facts, _ in _records(plan) for slug in (*facts.terms, *facts.places)}
    for data, key, things in _named(plan):
        for index, thing in enumerate(things):
            if thing.slug not in used:
                message = f"nobody mentions '{thing.slug}'; name it in a record of data/agendas.yaml or remove it"
                yield data.problem(message, key, index, "slug")


def differences_are_about_something(plan: Plan) -> Iterator[Problem]:
    """A difference concerns an initiative, an agenda, or a fixed section of an agenda such as `4#vision`."""
    known = {initiative.id for initiative in plan.initiatives}
    for agenda in plan.agendas.records.agendas:
        known |= {str(agenda.number), *(f"{agenda.number}#{name}" for name in FIXED)}
    for index, difference in enumerate(plan.editions.records.differences):
        if difference.about not in known:
            message = f"unknown '{difference.about}'; write an initiative (4.8), an agenda (4) or its section (4#vision)"
            yield plan.editions.file.problem(message, "differences", index, "about")


def units_have_words(plan: Plan) -> Iterator[Problem]:
    """The unit of a target is one that the words of the interface can say."""
    units = plan.words[plan.codes[0]]["units"]
    for initiative, spot in _initiatives(plan):
        for position, target in enumerate(initiative.targets):
            if target.unit not in units:
                message = f"unit: unknown '{target.unit}'; use one of {', '.join(units)} or add it to scripts/words/"
                yield plan.agendas.file.problem(message, *spot, "targets", position)


def interface_words_agree(plan: Plan) -> Iterator[Problem]:
    """The words of the interface are the same in number and kind in every language, with the same names in braces."""
    first, *others = plan.codes
    expected = dict(_words("", plan.words[first]))
    for code in others:
        found = dict(_words("", plan.words[code]))
        path = f"scripts/words/{code}.yaml"
        for key in sorted(set(expected) ^ set(found)):
            state = "is missing here" if key in expected else f"is not in scripts/words/{first}.yaml"
            yield Problem(path, 1, f"the word '{key}' {state}; the files of all languages have the same keys")
        for key in sorted(set(expected) & set(found)):
            if expected[key] != found[key]:
                yield Problem(path, 1, f"the word '{key}' must have the same names in braces as in scripts/words/{first}.yaml")


def documents_are_complete(plan: Plan) -> Iterator[Problem]:
    """Every language has the home page, the about page and one text for each agenda, and no other files."""
    expected = {*PAGES, *(agenda_path(agenda.slug) for agenda in plan.agendas.records.agendas)}
    for code in plan.codes:
        found = plan.documents[code]
        for path in sorted(expected - set(found)):
            yield Problem(f"docs/{code}/{path}", 1, "the file is missing; add it with the same sections as in the other languages")
        for path in sorted(set(found) - expected):
            yield Problem(f"docs/{code}/{path}", 1, "no page is made from this file; correct its name or remove it")


def front_matter_fits(plan: Plan) -> Iterator[Problem]:
    """The front matter of an agenda's text is its number; that of a page is its title."""
    for code in plan.codes:
        for path in PAGES:
            if document := plan.documents[code].get(path):
                meta = document.meta.value
                if not isinstance(meta, dict) or set(meta) != {"title"} or not isinstance(meta["title"], str):
                    yield document.meta.problem("the front matter must hold the page's title and nothing else: `title: …`")
    for _, agenda, document in _texts(plan):
        if document.meta.value != {"agenda": agenda.number}:
            yield document.meta.problem(f"the front matter must be `agenda: {agenda.number}` and nothing else")


def sections_are_complete(plan: Plan) -> Iterator[Problem]:
    """An agenda's text has its description, vision, approach and every initiative, in this order, and nothing else."""
    for _, agenda, document in _texts(plan):
        expected = [*FIXED, *(initiative.id for initiative in agenda.initiatives)]
        found = [section.id for section in document.sections]
        for name in expected:
            if name not in found:
                yield Problem(document.path, 1, f"the section {{#{name}}} is missing; add its heading and text")
        for section in document.sections:
            if section.id not in expected:
                yield Problem(document.path, section.line, f"unknown section {{#{section.id}}}; correct its id or remove it")
        if sorted(found) == sorted(expected) and found != expected:
            first = next(s for s, name in zip(document.sections, expected, strict=True) if s.id != name)
            yield Problem(document.path, first.line, f"the section {{#{first.id}}} is out of order; follow data/agendas.yaml")


def sections_are_filled(plan: Plan) -> Iterator[Problem]:
    """Every section has text, and every language tells the pages in the same sections."""
    for code in plan.codes:
        for path, document in plan.documents[code].items():
            for section in document.sections:
                if not markdown.plain(section, "").strip():
                    yield Problem(document.path, section.line, f"the section {{#{section.id}}} is empty; write its text")
            source = plan.documents[plan.codes[0]].get(path)
            if path in PAGES and source and [s.id for s in document.sections] != [s.id for s in source.sections]:
                ids = ", ".join(section.id for section in source.sections)
                yield Problem(document.path, 1, f"the sections must be those of {source.path}: {ids}")


def strategies_are_counted(plan: Plan) -> Iterator[Problem]:
    """The approach of an agenda lists as many strategies in every language as its record says."""
    for _, agenda, document in _texts(plan):
        for section in document.sections:
            if section.id == "approach" and (count := markdown.items(section)) != agenda.strategies:
                message = f"the approach lists {count} strategies; data/agendas.yaml says {agenda.strategies}"
                yield Problem(document.path, section.line, message)


def links_lead_somewhere(plan: Plan) -> Iterator[Problem]:
    """A link `id:4.8` or `term:ccr` names an agenda, an initiative or a term of the plan."""
    ids = {*(i.id for i in plan.initiatives), *(str(a.number) for a in plan.agendas.records.agendas)}
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                for target in markdown.links(section):
                    scheme, _, name = target.partition(":")
                    if (scheme == "id" and name not in ids) or (scheme == "term" and name not in plan.terms):
                        yield Problem(document.path, section.line, f"the link to '{target}' leads nowhere; correct the id")


def scripts_fit_the_language(plan: Plan) -> Iterator[Problem]:
    """No kana in Korean text, no Hangul in Japanese text, neither of them nor Chinese characters in English text."""
    for code in plan.codes:
        for document in plan.documents[code].values():
            for section in document.sections:
                yield from _foreign(document, section, code)


def texts_name_the_facts(plan: Plan) -> Iterator[Problem]:
    """Every term and place of a record is named in every language's text, and every one named is in the record."""
    places = {place.slug: place for place in plan.places.records.places}
    for passage in _passages(plan):
        things: list[Named] = [plan.terms[s] for s in passage.facts.terms if s in plan.terms]
        things += [places[s] for s in passage.facts.places if s in places]
        named = named_in(passage.text, things, passage.language)
        for thing in things:
            if thing.slug not in named:
                name = thing.name.get(passage.language, thing.slug)
                yield _about(passage, f"the text does not name '{name}' ({thing.slug}), which the record lists; name it")
        listed = {*passage.facts.terms, *passage.facts.places}
        found = {m.slug: passage.text[m.start : m.end] for m in plan.finders[passage.language].find(passage.text)}
        for slug in sorted(set(found) - listed):
            key = "terms" if slug in plan.terms else "places"
            yield _about(passage, f"the text names '{found[slug]}', but the record does not; add {slug} to its {key}")


def texts_keep_the_numbers(plan: Plan) -> Iterator[Problem]:
    """Every year, month, target and number of a record stands in every language's text, and no other number does."""
    for passage in _passages(plan):
        facts = passage.facts
        targets = [target.value for target in facts.targets] if isinstance(facts, Initiative) else []
        needed = [Fraction(str(value)) for value in (*facts.years, *targets, *facts.numbers)]
        written = numbers.numbers(numbers.without_months(passage.text))
        found = {*written, *(numbers.spelled(passage.text) if passage.language == "en" else ())}
        for value in sorted(set(needed) - found):
            yield _about(passage, f"the record has the number {_shown(value)}, the text does not; write it with digits")
        bare = plan.finders[passage.language].without_names(passage.text)
        for value in sorted(set(numbers.numbers(numbers.without_months(bare))) - set(needed)):
            yield _about(passage, f"the text has the number {_shown(value)}, the record does not; correct one of the two")
        yield from _months(passage)


RULES: Sequence[Callable[[Plan], Iterator[Problem]]] = (
    names_in_every_language,
    slugs_are_unique,
    ids_are_in_order,
    references_are_known,
    groups_hold_together,
    relations_are_declared_once,
    spellings_are_unambiguous,
    forms_are_in_known_languages,
    terms_are_mentioned,
    differences_are_about_something,
    units_have_words,
    interface_words_agree,
    documents_are_complete,
    front_matter_fits,
    sections_are_complete,
    sections_are_filled,
    strategies_are_counted,
    links_lead_somewhere,
    scripts_fit_the_language,
    texts_name_the_facts,
    texts_keep_the_numbers,
)


def _at(value: Any, spot: Spot) -> Any:  # noqa: ANN401 - whatever the file holds
    for part in spot:
        value = value[part]
    return value


def _words(prefix: str, words: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each word's key and the names in its braces, groups of words written out."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from _words(f"{prefix}{key}.", value)
        elif key != "language":
            yield f"{prefix}{key}", sorted(re.findall(r"\{(\w+)\}", str(value)))


def _unique(plan: Plan, what: str, slugs: Sequence[tuple[str, Spot]]) -> Iterator[Problem]:
    file = {"term": plan.glossary.file, "place": plan.places.file}.get(what, plan.agendas.file)
    lines: dict[str, int] = {}
    for slug, spot in slugs:
        if slug in lines:
            yield file.problem(f"the {what} '{slug}' stands on line {lines[slug]} already; choose another slug", *spot)
        if slug.startswith(plan.codes):
            yield file.problem(f"the slug '{slug}' begins like a language code, which misleads the site; choose another", *spot)
        lines.setdefault(slug, file.line(*spot))


def _initiatives(plan: Plan) -> Iterator[tuple[Initiative, Spot]]:
    for index, agenda in enumerate(plan.agendas.records.agendas):
        for position, initiative in enumerate(agenda.initiatives):
            yield initiative, ("agendas", index, "initiatives", position)


def _records(plan: Plan) -> Iterator[tuple[Facts, Spot]]:
    for index, agenda in enumerate(plan.agendas.records.agendas):
        yield agenda, ("agendas", index)
    yield from _initiatives(plan)


def _named(plan: Plan) -> Iterator[tuple[YamlFile, str, Sequence[Named]]]:
    yield plan.glossary.file, "terms", plan.glossary.records.terms
    yield plan.places.file, "places", plan.places.records.places


def _texts(plan: Plan) -> Iterator[tuple[str, Agenda, Document]]:
    for code in plan.codes:
        for agenda in plan.agendas.records.agendas:
            if document := plan.documents[code].get(agenda_path(agenda.slug)):
                yield code, agenda, document


def _passages(plan: Plan) -> Iterator[Passage]:
    for code, agenda, document in _texts(plan):
        sections = {section.id: section for section in document.sections}
        fixed = [sections[name] for name in FIXED if name in sections]
        if fixed:
            index = agenda.number - 1
            text = "\n".join(markdown.plain(section, joint(code)) for section in fixed)
            yield Passage(code, document.path, fixed[0].line, text, f"agenda {agenda.number}", agenda, ("agendas", index))
        for initiative in agenda.initiatives:
            if section := sections.get(initiative.id):
                text = f"{section.title}\n{markdown.plain(section, joint(code))}"
                yield Passage(code, document.path, section.line, text, initiative.id, initiative, ())


def _about(passage: Passage, message: str) -> Problem:
    return Problem(passage.path, passage.line, f"{passage.about}: {message}")


def _foreign(document: Document, section: Section, code: str) -> Iterator[Problem]:
    text = f"{section.title}\n{markdown.plain(section, ' ')}"
    for name, pattern in FOREIGN.get(code, ()):
        if found := pattern.search(text):
            yield Problem(document.path, section.line, f"{name} in text of the language '{code}': '{found[0]}'; write it in that language")


def _months(passage: Passage) -> Iterator[Problem]:
    needed = {int(month[-2:]) for month in passage.facts.months}
    found = numbers.months(passage.text)
    for month in sorted(needed - found):
        yield _about(passage, f"the record has month {month}, the text does not; name the month")
    for month in sorted(found - needed):
        yield _about(passage, f"the text names month {month}, the record does not; correct one of the two")
    for month_name in passage.facts.months:
        if int(month_name[:4]) not in passage.facts.years:
            yield _about(passage, f"the record has the month {month_name} but not its year; add {month_name[:4]} to years")


def _shown(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))
