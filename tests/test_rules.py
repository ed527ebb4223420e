"""Every rule, broken once in the small plan: what is said, where, and that nothing else is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from scripts import checks
from scripts.checks.lists import ABOUT, SECTION
from scripts.files import parse_yaml
from scripts.interface import mistakes
from scripts.source import read_plan
from tests.conftest import ROOT, SMALL, problems_of

KO = "docs/ko/agendas/water-city.md"
JA = "docs/ja/agendas/water-city.md"
EN = "docs/en/agendas/water-city.md"
AGENDAS = "data/agendas.yaml"
GLOSSARY = "data/glossary.yaml"
ORGANISATION = "data/organisation.yaml"
KO_V, JA_V, EN_V = (f"docs/{code}/plan/membership.md" for code in ("ko", "ja", "en"))
UNITS = ", ".join(read_plan(SMALL)[0].words["ko"]["units"])


@dataclass(frozen=True)
class Mistake:
    """A change to one file of the small plan, the rule it breaks (if a rule finds it), and all that must be said."""

    rule: str
    path: str
    old: str
    new: str
    said: tuple[str, ...]


def said(path: str, line: int, message: str) -> str:
    """Return a problem as it is printed."""
    return f"{path}:{line}: {message}"


MISTAKES = (
    Mistake("", AGENDAS, "strategies: 2", "strategies: [2", (
        said(AGENDAS, 9, "this is not valid YAML (expected ',' or ']', but got ':'); check quotes, colons and indentation here and just above"),
    )),
    Mistake("", AGENDAS, "    slug: water-city\n", "    slug: water-city\n    slug: water-town\n", (
        said(AGENDAS, 6, "the key 'slug' stands on line 5 already; keep one of the two"),
    )),
    Mistake("", AGENDAS, "numbers: [3]", "numbrs: [3]", (
        said(AGENDAS, 30, "unknown key 'numbrs'; known here: group, id, months, numbers, places, related, slug, sources, targets, terms, years"),
    )),
    Mistake("", AGENDAS, 'id: "1.2"', "id: 1.2", (
        said(AGENDAS, 25, 'agendas.initiatives.id: must be text; put it in quotes, such as "4.10"; found 1.2'),
    )),
    Mistake("", AGENDAS, "years: [2015, 2018]", 'years: ["2015", 2018]', (
        said(AGENDAS, 21, "agendas.initiatives.years: must be a whole number without quotes; found '2015'"),
    )),
    Mistake("", AGENDAS, 'months: ["2015-04"]', 'months: ["2015-13"]', (
        said(AGENDAS, 22, "agendas.initiatives.months: must be a month such as \"2015-04\"; found '2015-13'"),
    )),
    Mistake("", AGENDAS, "slug: save-water", "slug: Save Water", (
        said(AGENDAS, 26, "agendas.initiatives.slug: must be lower-case letters, digits and single hyphens, beginning with a letter, such as resilient-city; found 'Save Water'"),
    )),
    Mistake("", AGENDAS, "    strategies: 2\n", "", (said(AGENDAS, 4, "agendas.strategies: this key is missing; add it"),)),
    Mistake("", GLOSSARY, "kind: event", "kind: party", (
        said(GLOSSARY, 3, "terms.kind: must be one of 'body', 'programme', 'tool', 'network', 'platform', 'charter', 'treaty', "
             "'standard', 'publication', 'event' or 'concept'; found 'party'"),
    )),
    Mistake("", GLOSSARY, "en: World Water Forum", "en: <b>World Water Forum</b>", (
        said(GLOSSARY, 5, "terms.name.en: must be plain text on one line, without any of < > { } [ ] * _ ` | \\ and without spaces around it; "
             "found '<b>World Water Forum</b>'"),
    )),
    Mistake("names_in_every_language", AGENDAS, "{ko: 강, ja: 川, en: Rivers}", "{ko: 강, en: Rivers, fr: Rivière}", (
        said(AGENDAS, 12, "'fr' is not a language of this site"),
        said(AGENDAS, 12, "the language 'ja' is missing; add it"),
    )),
    Mistake("names_fit_the_language", GLOSSARY, "ja: 世界水フォーラム", "ja: 세계 水フォーラム", (
        said(GLOSSARY, 5, "Hangul in text of the language 'ja': '세계'; write it in that language"),
        said(JA, 5, "agenda 1: the text does not name '세계 水フォーラム' (world-water-forum), which the record lists; name it"),
        said("docs/ja/background/timeline.md", 5, "first-forum: the text does not name '세계 水フォーラム' (world-water-forum), which the record lists; name it"),
        said("docs/ja/background/water-story.md", 5, "water-story#beginnings: the text does not name '세계 水フォーラム' (world-water-forum), which the record lists; name it"),
        said("docs/ja/plan/membership.md", 5, "V#actions: the text does not name '세계 水フォーラム' (world-water-forum), which the record lists; name it"),
    )),
    Mistake("", AGENDAS, "value: 10,", 'value: "10",', (
        said(AGENDAS, 29, "agendas.initiatives.targets.value: must be a number without quotes; found '10'"),
    )),
    Mistake("", AGENDAS, "[/water.html]", "['javascript:alert(1)']", (
        said(AGENDAS, 7, "agendas.websites: must be a web address without https://, or one that begins with /; found 'javascript:alert(1)'"),
    )),
    Mistake("", KO, "모든 강이 맑다.", "모든 강이\x0b 맑다.", (
        said(KO, 11, "there is an invisible or broken character (U+000B) in this line; delete it"),
    )),
    Mistake("names_in_every_language", GLOSSARY, "ja: 世界水フォーラム, ", "", (
        said(GLOSSARY, 5, "the language 'ja' is missing; add it"),
        said(JA, 5, "agenda 1: the text does not name 'world-water-forum' (world-water-forum), which the record lists; name it"),
        said("docs/ja/background/timeline.md", 5, "first-forum: the text does not name 'world-water-forum' (world-water-forum), which the record lists; name it"),
        said("docs/ja/background/water-story.md", 5, "water-story#beginnings: the text does not name 'world-water-forum' (world-water-forum), which the record lists; name it"),
        said("docs/ja/plan/membership.md", 5, "V#actions: the text does not name 'world-water-forum' (world-water-forum), which the record lists; name it"),
    )),
    Mistake("", GLOSSARY, "kind: event", "kind: !!str event", (
        said(GLOSSARY, 3, "the type tag tag:yaml.org,2002:str is not allowed; write the plain value"),
    )),
    Mistake("", GLOSSARY, "acronym: WWF7", "acronym: '[WWF7](javascript:alert(1))'", (
        said(GLOSSARY, 4, "terms.acronym: must be plain text on one line, without any of < > { } [ ] * _ ` | \\ and without spaces around it; "
             "found '[WWF7](javascript:alert(1))'"),
    )),
    Mistake("front_matter_fits", "docs/en/index.md", "title: Our plan", 'title: "[Our plan](javascript:alert(1))"', (
        said("docs/en/index.md", 2, "a title is plain text; remove * _ ` [ ] < > { } | \\ #"),
    )),
    Mistake("scripts_fit_the_language", JA, "すべての川が澄んでいる。", "Every river is clean.", (
        said(JA, 9, "the section {#vision} is not written in the language 'ja'; translate it"),
    )),
    Mistake("texts_keep_the_numbers", EN, "10%", "10 parts", (
        said(EN, 23, "1.2: the record aims at 10%, the text does not; write the number with its %"),
    )),
    Mistake("texts_keep_the_numbers", AGENDAS, "by: 2018", "by: 2019", (
        said(EN, 18, "1.1: the record has the number 2019, the text does not; write it with digits"),
        said(JA, 18, "1.1: the record has the number 2019, the text does not; write it with digits"),
        said(KO, 18, "1.1: the record has the number 2019, the text does not; write it with digits"),
    )),
    Mistake("", EN, "(id:1.2)", "(ID:1.2)", (
        said(EN, 21, "the link to 'ID:1.2' is not allowed; write id:4.8, term:ccr or an address with https://"),
    )),
    Mistake("slugs_are_unique", AGENDAS, "slug: save-water", "slug: clean-rivers", (
        said(AGENDAS, 26, "the initiative or action 'clean-rivers' stands in data/agendas.yaml:15 already; choose another slug"),
    )),
    Mistake("slugs_are_unique", AGENDAS, "slug: save-water", "slug: energy-for-all", (
        said(AGENDAS, 26, "the slug 'energy-for-all' begins like a language code, which misleads the site; choose another"),
    )),
    Mistake("ids_are_in_order", AGENDAS, "number: 1\n", "number: 2\n", (
        said(AGENDAS, 4, "this is agenda 1 of the list"),
        said(AGENDAS, 14, "'1.1' stands where \"2.1\" belongs; ids come in order, under their agenda or chapter"),
        said(AGENDAS, 25, "'1.2' stands where \"2.2\" belongs; ids come in order, under their agenda or chapter"),
        said(EN, 2, "the front matter must be `agenda: 2` and nothing else"),
        said(JA, 2, "the front matter must be `agenda: 2` and nothing else"),
        said(KO, 2, "the front matter must be `agenda: 2` and nothing else"),
    )),
    Mistake("references_are_known", AGENDAS, 'related: ["1.2"]', 'related: ["1.2", "9.9", "1.2"]', (
        said(AGENDAS, 23, "related: '1.2' stands there 2 times; keep one"),
        said(AGENDAS, 23, "related: unknown '9.9'; correct it or add it to the data"),
        said(AGENDAS, 23, "the relation with 1.2 is declared in data/agendas.yaml:23 already; both pages show it, so remove one"),
    )),
    Mistake("groups_hold_together", AGENDAS, "slug: save-water\n        group: rivers", "slug: save-water\n        group: lakes", (
        said(AGENDAS, 27, "group 'lakes' is not among the groups of agenda 1: rivers"),
    )),
    Mistake("relations_are_declared_once", AGENDAS, "numbers: [3]", 'numbers: [3]\n        related: ["1.1", "1.2"]', (
        said(AGENDAS, 31, "an item is not related to itself"),
        said(AGENDAS, 31, "the relation with 1.1 is declared in data/agendas.yaml:23 already; both pages show it, so remove one"),
    )),
    Mistake("spellings_are_unambiguous", "data/places.yaml", "en: Gyeongju}", "en: Gyeongju}, forms: {en: [WWF7]}", (
        said("data/places.yaml", 2, "'WWF7' (en) already means 'world-water-forum'; give each its own spelling"),
    )),
    Mistake("forms_are_in_known_languages", GLOSSARY, "forms: {ko:", "forms: {fr: [Forum de l'eau], ko:", (
        said(GLOSSARY, 6, "'fr' is not a language of this site"),
    )),
    Mistake("terms_are_mentioned", "data/places.yaml", "en: Gyeongju}}\n", "en: Gyeongju}}\n  - {slug: daegu, name: {ko: 대구, ja: 大邱, en: Daegu}}\n", (
        said("data/places.yaml", 3, "nobody mentions 'daegu'; name it in a record or remove it"),
    )),
    Mistake("", ORGANISATION, 'id: "V.2"', 'id: "V2"', (
        said(ORGANISATION, 32, 'chapters.sections.actions.id: must be an id such as "V.3" or "V.9.2": chapter, dot, position; found \'V2\''),
    )),
    Mistake("", ORGANISATION, "id: population", "id: Population", (
        said(ORGANISATION, 9, "chapters.sections.id: must be lower-case letters, digits and single hyphens, such as 25-years; found 'Population'"),
    )),
    Mistake("", "data/timeline.yaml", 'date: "1997"', 'date: "1997-13"', (
        said("data/timeline.yaml", 3, 'events.date: must be a year, a month or a day such as "2013-11-04"; found \'1997-13\''),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "id: 1.1-1", "id: 1.2-1", (
        said("data/editions.yaml", 6, "the id must be 1.1, a hyphen and a number; found '1.2-1'"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "ko: 경주\n    ja: テグ", "ko: null\n    ja: null", (
        said("data/editions.yaml", 6, "at least one of ko and ja quotes its edition; add it"),
    )),
    Mistake("chapters_belong_to_parts", ORGANISATION, "part: C", "part: D", (
        said(ORGANISATION, 15, "unknown part 'D'; correct it or add it to parts"),
    )),
    Mistake("partners_and_offices_are_known", ORGANISATION, "    terms: [world-water-forum]\n\noffices", "    terms: [nobody]\n\noffices", (
        said(ORGANISATION, 47, "unknown term 'nobody'; correct it or add it to data/glossary.yaml"),
    )),
    Mistake("partners_and_offices_are_known", ORGANISATION, "editions: [ko]", "editions: [zh]", (
        said(ORGANISATION, 55, "unknown edition 'zh'; see data/editions.yaml"),
    )),
    Mistake("ids_are_in_order", ORGANISATION, '"V.1.1"', '"V.1.2"', (
        said(ORGANISATION, 27, "'V.1.2' stands where \"V.1.1\" belongs; ids come in order, under their agenda or chapter"),
        said(EN_V, 13, "unknown section {#V.1.1}; correct its id or remove it"),
        said(JA_V, 13, "unknown section {#V.1.1}; correct its id or remove it"),
        said(KO_V, 12, "the section {#V.1.2} is missing; add its heading and text here"),
        said(KO_V, 13, "unknown section {#V.1.1}; correct its id or remove it"),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", "value: 7000000000", "value: 7200000000", (
        said("data/figures.yaml", 5, "A#population has no number 7200000000; correct the figure, or add the number to that record"),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", 'about: "A#population"\n    ko: 95억 명', 'about: "A#people"\n    ko: 95억 명', (
        said("data/figures.yaml", 17, f"unknown 'A#people'; {SECTION}"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "degree: about\n    unit: people", "degree: about\n    unit: percent", (
        said("data/figures.yaml", 24, "the figures have different units: people, percent; compare like with like"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "[population-now, population-2050]", "[population-now, nothing]", (
        said("data/figures.yaml", 24, "unknown figure 'nothing'; correct it"),
    )),
    Mistake("background_names_its_sources", "data/background.yaml", "works: [water-report]", "works: [other-report]", (
        said("data/background.yaml", 7, "unknown work 'other-report'; correct it or add it to works"),
        said("data/background.yaml", 12, "the topic does not list the work 'water-report'; add it to its works"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'date: "1997"', 'date: "2016"', (
        said("data/timeline.yaml", 3, "neither the event's text nor water-story#beginnings names the year of 2016; correct the date"),
        said("data/timeline.yaml", 8, "2015-04-12 comes before 2016; move the event up"),
    )),
    Mistake("", "data/timeline.yaml", 'date: "2015-04-12"', 'date: "2015-02-30"', (
        said("data/timeline.yaml", 8, "events.date: there is no such day; found '2015-02-30'"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'date: "1997"', 'date: "1990"', (
        said("data/timeline.yaml", 3, "neither the event's text nor water-story#beginnings names the year of 1990; correct the date"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'until: "2015-04-17"', 'until: "2015-05"', (
        said("data/timeline.yaml", 9, "date and until are both years, both months or both days"),
    )),
    Mistake("editions_are_described_once", "data/editions.yaml", "{code: ja,", "{code: ko,", (
        said("data/editions.yaml", 1, "there must be one edition ko and one edition ja; found ko, ko"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "ja: テグ", "ja: 경주", (
        said("data/editions.yaml", 9, "the two editions say the same; only a misprint that both have can be such a difference"),
    )),
    Mistake("slugs_are_unique", ORGANISATION, "- id: partners", "- id: offices", (
        said(ORGANISATION, 40, "the section of V 'offices' stands in data/organisation.yaml:37 already; choose another slug"),
        *(said(path, 25, "unknown section {#partners}; correct its id or remove it") for path in (EN_V, JA_V, KO_V)),
    )),
    Mistake("slugs_are_unique", ORGANISATION, "- id: partners", "- id: sources", (
        said(ORGANISATION, 40, "the id 'sources' is a part of every such page; choose another"),
        said(EN_V, 25, "unknown section {#partners}; correct its id or remove it"),
        said(JA_V, 25, "unknown section {#partners}; correct its id or remove it"),
        said(KO_V, 24, "the section {#sources} is missing; add its heading and text here"),
        said(KO_V, 25, "unknown section {#partners}; correct its id or remove it"),
    )),
    Mistake("slugs_are_unique", "data/places.yaml", "en: Gyeongju}}\n", "en: Gyeongju}}\n  - {slug: world-water-forum, name: {ko: 대구, ja: 大邱, en: Daegu}}\n", (
        said("data/places.yaml", 3, "the term or place 'world-water-forum' stands in data/glossary.yaml:2 already; choose another slug"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "[population-now, population-2050]", "[population-now, population-now]", (
        said("data/figures.yaml", 24, "the figure 'population-now' stands there already; keep one"),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", "value: 9500000000", "value: 9500000000\n    to: 2050", (
        said("data/figures.yaml", 14, "a range goes up; correct value or to"),
        said("data/figures.yaml", 25, "the figure 'population-2050' is a range, which a bar cannot show; take it out"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'until: "2015-04-17"', 'until: "2015-04-01"', (
        said("data/timeline.yaml", 9, "the event ends before it begins; correct until"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", "water-story#beginnings", "water-story#endings", (
        said("data/timeline.yaml", 5, f"unknown 'water-story#endings'; {ABOUT}, or a background topic or its section (topic#section)"),
    )),
    Mistake("texts_keep_the_numbers", "docs/ja/background/water-story.md", "1997年", "1998年", (
        said("docs/ja/background/water-story.md", 5, "water-story#beginnings: the record has the number 1997, the text does not; write it with digits"),
        said("docs/ja/background/water-story.md", 7, "water-story#beginnings: the text has the number 1998, the record does not; correct one of the two"),
    )),
    Mistake("texts_name_the_facts", EN_V, "join in Gyeongju", "join", (
        said(EN_V, 17, "V.2: the text does not name 'Gyeongju' (gyeongju), which the record lists; name it"),
    )),
    Mistake("front_matter_fits", EN_V, "chapter: V", "chapter: VI", (said(EN_V, 2, "the front matter must be `chapter: V` and nothing else"),)),
    Mistake("differences_are_about_something", "data/editions.yaml", 'about: "1.1"', 'about: "1.3"', (
        said("data/editions.yaml", 7, f"unknown '1.3'; {ABOUT}"),
    )),
    Mistake("units_have_words", AGENDAS, "unit: people", "unit: dwellers", (
        said(AGENDAS, 18, f"unit: unknown 'dwellers'; use one of {UNITS} or add it to scripts/words/"),
    )),
    Mistake("front_matter_fits", KO, "agenda: 1", "agenda: 2", (said(KO, 2, "the front matter must be `agenda: 1` and nothing else"),)),
    Mistake("front_matter_fits", "docs/en/about.md", "title: About", "author: somebody", (
        said("docs/en/about.md", 2, "the front matter must hold the page's title and nothing else: `title: …`"),
    )),
    Mistake("sections_are_complete", JA, "{#1.2}", "{#1.3}", (
        said(JA, 23, "unknown section {#1.3}; correct its id or remove it"),
    )),
    Mistake("sections_are_complete", KO, "{#1.2}", "{#1.3}", (
        said(KO, 22, "the section {#1.2} is missing; add its heading and text here"),
        said(KO, 23, "unknown section {#1.3}; correct its id or remove it"),
    )),
    Mistake("", KO, "{#vision}", "{#description}", (
        said(KO, 9, "the section {#description} stands on line 5 already; keep one of the two"),
        said(KO, 12, "the section {#vision} is missing; add its heading and text here"),
    )),
    Mistake("sections_are_filled", EN, "Every river is clean.\n", "", (
        said(EN, 9, "the section {#vision} is empty; write its text"),
    )),
    Mistake("strategies_are_counted", JA, "- **絶えず。** 毎年はかる。\n", "", (
        said(JA, 13, "the approach lists 1 strategies; data/agendas.yaml says 2"),
    )),
    Mistake("links_lead_somewhere", EN, "(id:1.2)", "(id:1.9)", (said(EN, 21, "the link to 'id:1.9' leads nowhere; correct the id"),)),
    Mistake("scripts_fit_the_language", JA, "水を大切にする都市である。", "水を大切にする도시である。", (
        said(JA, 7, "Hangul in text of the language 'ja': '도시'; write it in that language"),
    )),
    Mistake("scripts_fit_the_language", KO, "물을 아끼는 도시이다.", "물을 아끼는 まち이다.", (
        said(KO, 7, "kana in text of the language 'ko': 'まち'; write it in that language"),
    )),
    Mistake("texts_name_the_facts", JA, "世界水フォーラム（WWF7）", "大きな会議", (
        said(JA, 18, "1.1: the text does not name '世界水フォーラム' (world-water-forum), which the record lists; name it"),
    )),
    Mistake("texts_name_the_facts", EN, "Water use will fall", "Water use in Gyeongju will fall", (
        said(EN, 25, "1.2: the text names 'Gyeongju', but the record does not; add gyeongju to its places"),
    )),
    Mistake("texts_keep_the_numbers", KO, "2018년", "2019년", (
        said(KO, 18, "1.1: the record has the number 2018, the text does not; write it with digits"),
        said(KO, 20, "1.1: the text has the number 2019, the record does not; correct one of the two"),
    )),
    Mistake("texts_keep_the_numbers", JA, "5,000万人", "500万人", (
        said(JA, 18, "1.1: the record has the number 50000000, the text does not; write it with digits"),
        said(JA, 20, "1.1: the text has the number 5000000, the record does not; correct one of the two"),
    )),
    Mistake("texts_keep_the_numbers", EN, "April 2015", "May 2015", (
        said(EN, 18, "1.1: the record has month 4, the text does not; name the month"),
        said(EN, 20, "1.1: the text names month 5, the record does not; correct one of the two"),
    )),
    Mistake("", EN, "A city that saves water.", "A city that <b>saves</b> water.", (
        said(EN, 7, "raw HTML is not allowed; write plain Markdown"),
    )),
    Mistake("", EN, "A city that saves water.", "<script>alert(1)</script>\n\nA city that saves water.", (
        said(EN, 7, "raw HTML is not allowed; write plain Markdown"),
    )),
    Mistake("", JA, "(id:1.2)", "(javascript:alert(1))", (
        said(JA, 21, "the link to 'javascript:alert(1)' is not allowed; write id:4.8, term:ccr or an address with https://"),
    )),
    Mistake("", KO, "물을 아끼는 도시이다.", "물을 아끼는 {{ 도시 }}이다.", (
        said(KO, 7, "braces and template syntax are not allowed; write the words themselves"),
    )),
    Mistake("", KO, "## 물을 아낀다 {#1.2}", "## 물을 아낀다", (
        said(KO, 22, "the section {#1.2} is missing; add its heading and text here"),
        said(KO, 23, "the heading must end with the id of its section, such as {#vision} or {#4.8 ko=3f9a2c1b}"),
    )),
    Mistake("", KO, "## 물을 아낀다 {#1.2}", "## *물*을 아낀다 {#1.2}", (
        said(KO, 23, "a heading is plain text; remove * _ ` [ ] < > | \\ #"),
    )),
    Mistake("", KO, "---\nagenda: 1\n---\n", "", (
        said(KO, 1, "the file must begin with a line ---, its facts such as `agenda: 4`, and a second line ---"),
    )),
)  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule or 'reading'}-{mistake.new[:20]!r}")
def test_a_mistake_is_told_where_it_is_and_alone(mistake: Mistake, small: Path) -> None:
    """Each mistake gives exactly the messages that belong to it."""
    file = small / mistake.path
    text = file.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1
    file.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    assert problems_of(small) == list(mistake.said)


def test_every_rule_is_broken_by_some_mistake() -> None:
    """No rule stands untested."""
    elsewhere = {"documents_are_complete", "interface_words_agree"}  # whole files, in the tests below
    broken = {mistake.rule for mistake in MISTAKES} | elsewhere
    assert {rule.__name__ for rule in checks.RULES} <= broken


def test_all_mistakes_are_told_in_one_run(small: Path) -> None:
    """A plan with many mistakes in data and texts tells them all at once, sorted by file and line."""
    chosen = [m for m in MISTAKES if m.rule and m.path != AGENDAS]
    for mistake in chosen:
        file = small / mistake.path
        text = file.read_text(encoding="utf-8")
        if mistake.old in text:
            file.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    (small / EN).write_text((small / EN).read_text(encoding="utf-8") + "\n<script>\n", encoding="utf-8")
    golden = ROOT / "tests" / "golden" / "worst.txt"
    assert "\n".join(problems_of(small)) + "\n" == golden.read_text(encoding="utf-8")


def test_a_text_without_headings_is_told(small: Path) -> None:
    """A text that has lost every heading is refused, not crashed on, and so is a page."""
    (small / JA).write_text("---\nagenda: 1\n---\n\n言葉だけがある。\n", encoding="utf-8")
    (small / "docs/ja/about.md").write_text("---\ntitle: 説明\n---\n", encoding="utf-8")
    found = problems_of(small)
    assert said(JA, 5, "text before the first heading belongs to no section; move it under a heading") in found
    assert said("docs/ja/about.md", 1, "the page has no section; write its headings and text") in found


def test_what_is_no_file_is_told(small: Path) -> None:
    """A folder named like a text is told, not crashed on."""
    (small / "docs/ja/agendas/folder.md").mkdir()
    assert [problem for problem in problems_of(small) if "cannot be read as a file" in problem]


def test_no_term_takes_the_address_of_the_list(small: Path) -> None:
    """The slug index would put a term in the place of the index of terms."""
    file = small / GLOSSARY
    file.write_text(
        file.read_text(encoding="utf-8").replace("slug: world-water-forum", "slug: index"), encoding="utf-8"
    )
    assert said(GLOSSARY, 2, "the slug 'index' is an address of the site; choose another") in problems_of(small)


def test_a_repeated_id_is_told(small: Path) -> None:
    """A second initiative with an id is refused where it stands, and its text is not held against the first one's."""
    file = small / AGENDAS
    file.write_text(file.read_text(encoding="utf-8").replace('id: "1.2"', 'id: "1.1"'), encoding="utf-8")
    found = problems_of(small)
    assert said(AGENDAS, 25, "the id '1.1' stands on line 14 already; here \"1.2\" belongs") in found
    assert not [problem for problem in found if ": 1.1: " in problem]


def test_the_small_plan_is_sound() -> None:
    """The plan that the mistakes are made in has none of its own."""
    assert problems_of(SMALL) == []


def test_a_missing_and_a_needless_file_are_told(small: Path) -> None:
    """A text that the source language lacks and a text nobody asked for are both named."""
    (small / KO).rename(small / "docs/ko/agendas/watercity.md")
    assert problems_of(small) == [
        said("docs/ko/agendas/water-city.md", 1, "the file is missing; write it with the sections that the data lists"),
        said("docs/ko/agendas/watercity.md", 1, "no page is made from this file; correct its name or remove it"),
    ]


def test_a_file_in_another_encoding_is_told(small: Path) -> None:
    """A text that is not UTF-8 is refused with the line, and does not count as missing."""
    text = (small / JA).read_text(encoding="utf-8")
    (small / JA).write_bytes(text[:60].encode() + text[60:].encode("euc_jp"))
    assert problems_of(small) == [said(JA, 9, "this line is not UTF-8 text; save the file in the encoding UTF-8")]


@pytest.mark.parametrize("text", ["", "- a\n", "home: <script>\n", "home: 12\n", "home:\n", "units: {percent: [1]}\n"])
def test_interface_words_are_plain_text(text: str) -> None:
    """The words of the interface go into HTML as they are: anything but plain text is refused."""
    assert list(mistakes(parse_yaml("scripts/words/ko.yaml", text)))


def test_interface_words_must_agree(small: Path) -> None:
    """A word that lacks in one language, or has other names in braces, is told."""
    plan, _ = read_plan(small)
    words = {code: dict(plan.words[code]) for code in plan.codes}
    del words["ja"]["home"]
    words["en"]["year"] = "Year {nr}"
    changed = replace(plan, words=words)
    assert [str(problem) for problem in checks.texts.interface_words_agree(changed)] == [
        said(
            "scripts/words/ja.yaml", 1, "the word 'home' is missing here; the files of all languages have the same keys"
        ),
        said(
            "scripts/words/en.yaml",
            1,
            "the word 'year' must have the same names in braces as in scripts/words/ko.yaml",
        ),
    ]
