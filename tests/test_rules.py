"""Every rule, broken once in the small plan: what is said, where, and that nothing else is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from scripts import checks
from scripts.files import parse_yaml
from scripts.interface import mistakes
from scripts.messages import Messages
from scripts.problem import Problem
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
    said: tuple[Problem, ...]


def word(language: str, *spot: str) -> int:
    """Return the line on which a word of the interface really stands."""
    *_, key = spot
    lines = (ROOT / f"scripts/words/{language}.yaml").read_text(encoding="utf-8").split("\n")
    first = lines.index(f"{spot[0]}:") if len(spot) > 1 else 0
    return next(at for at, line in enumerate(lines[first:], first + 1) if line.strip().startswith(f"{key}:"))


def said(path: str, line: int, name: str, /, **values: object) -> Problem:
    """Return the problem that must be told, with all that its message speaks of."""
    return Problem.of(path, line, name, **values)


MISTAKES = (
    Mistake("", AGENDAS, "strategies: 2", "strategies: [2", (
        said(AGENDAS, 9, "yaml-invalid", reason="expected ',' or ']', but got ':'"),
    )),
    Mistake("", AGENDAS, "    slug: water-city\n", "    slug: water-city\n    slug: water-town\n", (
        said(AGENDAS, 6, "key-repeated", first=5, key="slug"),
    )),
    Mistake("", AGENDAS, 'sources: {ko: {section: "E.1", item: 2}, ja: null}', "sources: {ko: null, ja: null}", (
        said(AGENDAS, 31, "sources-contradictory", found="{'ko': None, 'ja': None}", key="agendas.initiatives.sources"),
    )),
    Mistake("", AGENDAS, "numbers: [3]", "numbrs: [3]", (
        said(AGENDAS, 30, "key-unknown", key="numbrs", known="group, id, months, numbers, places, related, slug, sources, targets, terms, years"),
    )),
    Mistake("", AGENDAS, 'id: "1.2"', "id: 1.2", (
        said(AGENDAS, 25, "value-type-wrong", expected="text", found="1.2", key="agendas.initiatives.id"),
    )),
    Mistake("", AGENDAS, "years: [2015, 2018]", 'years: ["2015", 2018]', (
        said(AGENDAS, 21, "value-type-wrong", expected="whole-number", found="'2015'", key="agendas.initiatives.years"),
    )),
    Mistake("", AGENDAS, 'months: ["2015-04"]', 'months: ["2015-13"]', (
        said(AGENDAS, 22, "value-form-wrong", expected="month", found="'2015-13'", key="agendas.initiatives.months"),
    )),
    Mistake("", AGENDAS, "slug: save-water", "slug: Save Water", (
        said(AGENDAS, 26, "value-form-wrong", expected="slug", found="'Save Water'", key="agendas.initiatives.slug"),
    )),
    Mistake("", AGENDAS, "    strategies: 2\n", "", (
        said(AGENDAS, 4, "key-missing", key="agendas.strategies"),
    )),
    Mistake("", GLOSSARY, "kind: event", "kind: party", (
        said(GLOSSARY, 3, "value-unknown", found="'party'", key="terms.kind", known="body, programme, tool, network, platform, charter, treaty, standard, publication, event, concept"),
    )),
    Mistake("", GLOSSARY, "en: World Water Forum", "en: <b>World Water Forum</b>", (
        said(GLOSSARY, 5, "value-form-wrong", expected="plain", found="'<b>World Water Forum</b>'", key="terms.name.en"),
    )),
    Mistake("names_in_every_language", AGENDAS, "{ko: 강, ja: 川, en: Rivers}", "{ko: 강, en: Rivers, fr: Rivière}", (
        said(AGENDAS, 12, "language-missing", language="ja"),
        said(AGENDAS, 12, "language-unknown", known="ko, ja, en", language="fr"),
    )),
    Mistake("names_fit_the_language", GLOSSARY, "ja: 世界水フォーラム", "ja: 세계 水フォーラム", (
        said(GLOSSARY, 5, "script-foreign", found="세계", language="ja", script="hangul"),
        said(JA, 5, "name-missing", about="description, vision, approach", home=AGENDAS, name="세계 水フォーラム", slug="world-water-forum"),
        said("docs/ja/background/timeline.md", 5, "name-missing", about="first-forum", home="data/timeline.yaml", name="세계 水フォーラム", slug="world-water-forum"),
        said("docs/ja/background/water-story.md", 5, "name-missing", about="water-story#beginnings", home="data/background.yaml", name="세계 水フォーラム", slug="world-water-forum"),
        said(JA_V, 5, "name-missing", about="V#actions", home=ORGANISATION, name="세계 水フォーラム", slug="world-water-forum"),
    )),
    Mistake("", AGENDAS, "value: 10,", 'value: "10",', (
        said(AGENDAS, 29, "value-type-wrong", expected="number", found="'10'", key="agendas.initiatives.targets.value"),
    )),
    Mistake("", AGENDAS, "[/water.html]", "['javascript:alert(1)']", (
        said(AGENDAS, 7, "value-form-wrong", expected="website", found="'javascript:alert(1)'", key="agendas.websites"),
    )),
    Mistake("", KO, "모든 강이 맑다.", "모든 강이\x0b 맑다.", (
        said(KO, 11, "character-invisible", character="U+000B"),
    )),
    Mistake("names_in_every_language", GLOSSARY, "ja: 世界水フォーラム, ", "", (
        said(GLOSSARY, 5, "language-missing", language="ja"),
        said(JA, 5, "name-missing", about="description, vision, approach", home=AGENDAS, name="world-water-forum", slug="world-water-forum"),
        said("docs/ja/background/timeline.md", 5, "name-missing", about="first-forum", home="data/timeline.yaml", name="world-water-forum", slug="world-water-forum"),
        said("docs/ja/background/water-story.md", 5, "name-missing", about="water-story#beginnings", home="data/background.yaml", name="world-water-forum", slug="world-water-forum"),
        said(JA_V, 5, "name-missing", about="V#actions", home=ORGANISATION, name="world-water-forum", slug="world-water-forum"),
    )),
    Mistake("", GLOSSARY, "kind: event", "kind: !!str event", (
        said(GLOSSARY, 3, "yaml-type-tag", tag="tag:yaml.org,2002:str"),
    )),
    Mistake("", GLOSSARY, "acronym: WWF7", "acronym: '[WWF7](javascript:alert(1))'", (
        said(GLOSSARY, 4, "value-form-wrong", expected="plain", found="'[WWF7](javascript:alert(1))'", key="terms.acronym"),
    )),
    Mistake("front_matter_fits", "docs/en/index.md", "title: Our plan", 'title: "[Our plan](javascript:alert(1))"', (
        said("docs/en/index.md", 2, "title-not-plain"),
    )),
    Mistake("scripts_fit_the_language", JA, "すべての川が澄んでいる。", "Every river is clean.", (
        said(JA, 9, "section-in-other-language", language="ja", section="vision"),
    )),
    Mistake("texts_keep_the_numbers", EN, "10%", "10 parts", (
        said(EN, 23, "percent-missing", about="1.2", home=AGENDAS, value=10),
    )),
    Mistake("texts_keep_the_numbers", AGENDAS, "by: 2018", "by: 2019", (
        said(EN, 18, "number-missing", about="1.1", home=AGENDAS, value=2019),
        said(JA, 18, "number-missing", about="1.1", home=AGENDAS, value=2019),
        said(KO, 18, "number-missing", about="1.1", home=AGENDAS, value=2019),
    )),
    Mistake("", EN, "(id:1.2)", "(ID:1.2)", (
        said(EN, 21, "link-form-unknown", target="ID:1.2"),
    )),
    Mistake("slugs_are_unique", AGENDAS, "slug: save-water", "slug: clean-rivers", (
        said(AGENDAS, 26, "slug-repeated", place="data/agendas.yaml:15", slug="clean-rivers", thing="item"),
    )),
    Mistake("slugs_are_unique", AGENDAS, "slug: save-water", "slug: energy-for-all", (
        said(AGENDAS, 26, "slug-like-language", slug="energy-for-all"),
    )),
    Mistake("ids_are_in_order", AGENDAS, "number: 1\n", "number: 2\n", (
        said(AGENDAS, 4, "agenda-number-wrong", expected=1, number=2),
        said(AGENDAS, 14, "id-out-of-order", expected="2.1", id="1.1"),
        said(AGENDAS, 25, "id-out-of-order", expected="2.2", id="1.2"),
        said(EN, 2, "front-matter-wrong", expected="agenda: 2"),
        said(JA, 2, "front-matter-wrong", expected="agenda: 2"),
        said(KO, 2, "front-matter-wrong", expected="agenda: 2"),
    )),
    Mistake("references_are_known", AGENDAS, 'related: ["1.2"]', 'related: ["1.2", "9.9", "1.2"]', (
        said(AGENDAS, 23, "related-unknown", found="9.9"),
        said(AGENDAS, 23, "relation-repeated", item="1.2", place="data/agendas.yaml:23"),
        said(AGENDAS, 23, "value-repeated", key="related", times=2, value="1.2"),
    )),
    Mistake("groups_hold_together", AGENDAS, "slug: save-water\n        group: rivers", "slug: save-water\n        group: lakes", (
        said(AGENDAS, 27, "group-unknown", found="lakes", known="rivers"),
    )),
    Mistake("relations_are_declared_once", AGENDAS, "numbers: [3]", 'numbers: [3]\n        related: ["1.1", "1.2"]', (
        said(AGENDAS, 31, "relation-repeated", item="1.1", place="data/agendas.yaml:23"),
        said(AGENDAS, 31, "relation-with-itself", item="1.2"),
    )),
    Mistake("spellings_are_unambiguous", "data/places.yaml", "en: Gyeongju}", "en: Gyeongju}, forms: {en: [WWF7]}", (
        said("data/places.yaml", 2, "spelling-ambiguous", language="en", other="world-water-forum", spelling="WWF7"),
    )),
    Mistake("forms_are_in_known_languages", GLOSSARY, "forms: {ko:", "forms: {fr: [Forum de l'eau], ko:", (
        said(GLOSSARY, 6, "language-unknown", known="ko, ja, en", language="fr"),
    )),
    Mistake("terms_are_mentioned", "data/places.yaml", "en: Gyeongju}}\n", "en: Gyeongju}}\n  - {slug: daegu, name: {ko: 대구, ja: 大邱, en: Daegu}}\n", (
        said("data/places.yaml", 3, "name-unused", slug="daegu"),
    )),
    Mistake("", ORGANISATION, 'id: "V.2"', 'id: "V2"', (
        said(ORGANISATION, 32, "value-form-wrong", expected="action-id", found="'V2'", key="chapters.sections.actions.id"),
    )),
    Mistake("", ORGANISATION, "id: population", "id: Population", (
        said(ORGANISATION, 9, "value-form-wrong", expected="section-id", found="'Population'", key="chapters.sections.id"),
    )),
    Mistake("", "data/timeline.yaml", 'date: "1997"', 'date: "1997-13"', (
        said("data/timeline.yaml", 3, "value-form-wrong", expected="date", found="'1997-13'", key="events.date"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "id: 1.1-1", "id: 1.2-1", (
        said("data/editions.yaml", 6, "difference-id-wrong", found="1.2-1", start="1.1"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "ko: 경주\n    ja: テグ", "ko: null\n    ja: null", (
        said("data/editions.yaml", 6, "difference-without-quotation"),
    )),
    Mistake("chapters_belong_to_parts", ORGANISATION, "part: C", "part: D", (
        said(ORGANISATION, 15, "part-unknown", found="D"),
    )),
    Mistake("partners_and_offices_are_known", ORGANISATION, "    terms: [world-water-forum]\n\noffices", "    terms: [nobody]\n\noffices", (
        said(ORGANISATION, 47, "term-unknown", found="nobody"),
    )),
    Mistake("partners_and_offices_are_known", ORGANISATION, "editions: [ko]", "editions: [zh]", (
        said(ORGANISATION, 55, "edition-unknown", found="zh"),
    )),
    Mistake("ids_are_in_order", ORGANISATION, '"V.1.1"', '"V.1.2"', (
        said(ORGANISATION, 27, "id-out-of-order", expected="V.1.1", id="V.1.2"),
        said(EN_V, 13, "section-unknown", lacking="V.1.2", section="V.1.1"),
        said(JA_V, 13, "section-unknown", lacking="V.1.2", section="V.1.1"),
        said(KO_V, 12, "section-missing", section="V.1.2"),
        said(KO_V, 13, "section-unknown", lacking="V.1.2", section="V.1.1"),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", "value: 7000000000", "value: 7200000000", (
        said("data/figures.yaml", 5, "figure-number-unknown", about="A#population", value=7200000000),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", 'about: "A#population"\n    ko: 95억 명', 'about: "A#people"\n    ko: 95억 명', (
        said("data/figures.yaml", 17, "figure-about-unknown", found="A#people"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "degree: about\n    unit: people", "degree: about\n    unit: percent", (
        said("data/figures.yaml", 24, "chart-units-mixed", units="people, percent"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "[population-now, population-2050]", "[population-now, nothing]", (
        said("data/figures.yaml", 24, "chart-figure-unknown", figure="nothing"),
    )),
    Mistake("background_names_its_sources", "data/background.yaml", "works: [water-report]", "works: [other-report]", (
        said("data/background.yaml", 7, "work-unknown", found="other-report"),
        said("data/background.yaml", 12, "work-unlisted", topic="water-story", work="water-report"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'date: "1997"', 'date: "2016"', (
        said("data/timeline.yaml", 3, "event-year-missing", about="water-story#beginnings", date="2016"),
        said("data/timeline.yaml", 8, "event-out-of-order", before="2016", date="2015-04-12"),
    )),
    Mistake("", "data/timeline.yaml", 'date: "2015-04-12"', 'date: "2015-02-30"', (
        said("data/timeline.yaml", 8, "day-unknown", found="'2015-02-30'", key="events.date"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'date: "1997"', 'date: "1990"', (
        said("data/timeline.yaml", 3, "event-year-missing", about="water-story#beginnings", date="1990"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'until: "2015-04-17"', 'until: "2015-05"', (
        said("data/timeline.yaml", 9, "event-dates-unlike", date="2015-04-12", until="2015-05"),
    )),
    Mistake("editions_are_described_once", "data/editions.yaml", "{code: ja,", "{code: ko,", (
        said("data/editions.yaml", 1, "editions-incomplete", found="ko, ko"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", "ja: テグ", "ja: 경주", (
        said("data/editions.yaml", 9, "difference-without-difference"),
    )),
    Mistake("slugs_are_unique", ORGANISATION, "- id: partners", "- id: offices", (
        said(ORGANISATION, 40, "section-id-repeated", first=37, id="offices"),
        said(EN_V, 25, "section-unknown", lacking="-", section="partners"),
        said(JA_V, 25, "section-unknown", lacking="-", section="partners"),
        said(KO_V, 25, "section-unknown", lacking="-", section="partners"),
    )),
    Mistake("slugs_are_unique", ORGANISATION, "- id: partners", "- id: sources", (
        said(ORGANISATION, 40, "section-id-reserved", id="sources"),
        said(EN_V, 25, "section-unknown", lacking="sources", section="partners"),
        said(JA_V, 25, "section-unknown", lacking="sources", section="partners"),
        said(KO_V, 24, "section-missing", section="sources"),
        said(KO_V, 25, "section-unknown", lacking="sources", section="partners"),
    )),
    Mistake("slugs_are_unique", "data/places.yaml", "en: Gyeongju}}\n", "en: Gyeongju}}\n  - {slug: world-water-forum, name: {ko: 대구, ja: 大邱, en: Daegu}}\n", (
        said("data/places.yaml", 3, "slug-repeated", place="data/glossary.yaml:2", slug="world-water-forum", thing="term-or-place"),
    )),
    Mistake("charts_compare_like_with_like", "data/figures.yaml", "[population-now, population-2050]", "[population-now, population-now]", (
        said("data/figures.yaml", 24, "chart-figure-repeated", figure="population-now"),
    )),
    Mistake("figures_stand_in_the_plan", "data/figures.yaml", "value: 9500000000", "value: 9500000000\n    to: 2050", (
        said("data/figures.yaml", 14, "figure-range-reversed", to=2050, value=9500000000),
        said("data/figures.yaml", 25, "chart-figure-range", figure="population-2050"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", 'until: "2015-04-17"', 'until: "2015-04-01"', (
        said("data/timeline.yaml", 9, "event-ends-early", date="2015-04-12", until="2015-04-01"),
    )),
    Mistake("events_are_in_order", "data/timeline.yaml", "water-story#beginnings", "water-story#endings", (
        said("data/timeline.yaml", 5, "event-about-unknown", found="water-story#endings"),
    )),
    Mistake("texts_keep_the_numbers", "docs/ja/background/water-story.md", "1997年", "1998年", (
        said("docs/ja/background/water-story.md", 5, "number-missing", about="water-story#beginnings", home="data/background.yaml", value=1997),
        said("docs/ja/background/water-story.md", 7, "number-unknown", about="water-story#beginnings", home="data/background.yaml", value=1998),
    )),
    Mistake("texts_name_the_facts", EN_V, "join in Gyeongju", "join", (
        said(EN_V, 17, "name-missing", about="V.2", home=ORGANISATION, name="Gyeongju", slug="gyeongju"),
    )),
    Mistake("front_matter_fits", EN_V, "chapter: V", "chapter: VI", (
        said(EN_V, 2, "front-matter-wrong", expected="chapter: V"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", 'about: "1.1"', 'about: "1.3"', (
        said("data/editions.yaml", 7, "difference-about-unknown", found="1.3"),
    )),
    Mistake("units_have_words", AGENDAS, "unit: people", "unit: dwellers", (
        said(AGENDAS, 18, "unit-unknown", found="dwellers", known=UNITS),
    )),
    Mistake("front_matter_fits", KO, "agenda: 1", "agenda: 2", (
        said(KO, 2, "front-matter-wrong", expected="agenda: 1"),
    )),
    Mistake("front_matter_fits", "docs/en/about.md", "title: About", "author: somebody", (
        said("docs/en/about.md", 2, "title-missing"),
    )),
    Mistake("sections_are_complete", JA, "{#1.2}", "{#1.3}", (
        said(JA, 23, "section-unknown", lacking="1.2", section="1.3"),
    )),
    Mistake("sections_are_complete", KO, "{#1.2}", "{#1.3}", (
        said(KO, 22, "section-missing", section="1.2"),
        said(KO, 23, "section-unknown", lacking="1.2", section="1.3"),
    )),
    Mistake("", KO, "{#vision}", "{#description}", (
        said(KO, 9, "section-repeated", first=5, section="description"),
        said(KO, 12, "section-missing", section="vision"),
    )),
    Mistake("sections_are_filled", EN, "Every river is clean.\n", "", (
        said(EN, 9, "section-empty", section="vision"),
    )),
    Mistake("strategies_are_counted", JA, "- **絶えず。** 毎年はかる。\n", "", (
        said(JA, 13, "strategies-miscounted", count=1, expected=2),
    )),
    Mistake("links_lead_somewhere", EN, "(id:1.2)", "(id:1.9)", (
        said(EN, 21, "link-target-unknown", target="id:1.9"),
    )),
    Mistake("scripts_fit_the_language", JA, "水を大切にする都市である。", "水を大切にする도시である。", (
        said(JA, 7, "script-foreign", found="도시", language="ja", script="hangul"),
    )),
    Mistake("scripts_fit_the_language", KO, "물을 아끼는 도시이다.", "물을 아끼는 まち이다.", (
        said(KO, 7, "script-foreign", found="まち", language="ko", script="kana"),
    )),
    Mistake("texts_name_the_facts", JA, "世界水フォーラム（WWF7）", "大きな会議", (
        said(JA, 18, "name-missing", about="1.1", home=AGENDAS, name="世界水フォーラム", slug="world-water-forum"),
    )),
    Mistake("texts_name_the_facts", EN, "Water use will fall", "Water use in Gyeongju will fall", (
        said(EN, 25, "name-unknown", about="1.2", home=AGENDAS, key="places", name="Gyeongju", slug="gyeongju"),
    )),
    Mistake("texts_keep_the_numbers", KO, "2018년", "2019년", (
        said(KO, 18, "number-missing", about="1.1", home=AGENDAS, value=2018),
        said(KO, 20, "number-unknown", about="1.1", home=AGENDAS, value=2019),
    )),
    Mistake("texts_keep_the_numbers", JA, "5,000万人", "500万人", (
        said(JA, 18, "number-missing", about="1.1", home=AGENDAS, value=50000000),
        said(JA, 20, "number-unknown", about="1.1", home=AGENDAS, value=5000000),
    )),
    Mistake("texts_keep_the_numbers", EN, "April 2015", "May 2015", (
        said(EN, 18, "month-missing", about="1.1", home=AGENDAS, month=4),
        said(EN, 20, "month-unknown", about="1.1", home=AGENDAS, month=5),
    )),
    Mistake("", EN, "A city that saves water.", "A city that <b>saves</b> water.", (
        said(EN, 7, "html-in-text"),
    )),
    Mistake("", EN, "A city that saves water.", "<script>alert(1)</script>\n\nA city that saves water.", (
        said(EN, 7, "html-in-text"),
    )),
    Mistake("", JA, "(id:1.2)", "(javascript:alert(1))", (
        said(JA, 21, "link-form-unknown", target="javascript:alert(1)"),
    )),
    Mistake("", KO, "물을 아끼는 도시이다.", "물을 아끼는 {{ 도시 }}이다.", (
        said(KO, 7, "braces-in-text"),
    )),
    Mistake("", KO, "## 물을 아낀다 {#1.2}", "## 물을 아낀다", (
        said(KO, 22, "section-missing", section="1.2"),
        said(KO, 23, "heading-id-missing"),
    )),
    Mistake("", KO, "## 물을 아낀다 {#1.2}", "## *물*을 아낀다 {#1.2}", (
        said(KO, 23, "heading-not-plain"),
    )),
    Mistake("", KO, "---\nagenda: 1\n---\n", "", (
        said(KO, 1, "front-matter-missing"),
    )),
    Mistake("texts_are_written_as_their_language_is", KO, "물을 아끼는 도시이다.", "물을 **아끼는** 도시입니다.", (
        said(EN, 5, "structure-different", part="strong", found=0, expected=1),
        said(JA, 5, "structure-different", part="strong", found=0, expected=1),
        said(KO, 7, "register-polite", found="도시입니다.", better="도시이다."),
    )),
    Mistake("texts_are_written_as_their_language_is", JA, "水を大切にする都市である。", "水を 大切にする都市である。", (
        said(JA, 7, "space-needless", found="水を 大切にする都市である", better="水を大切にする都市である"),
    )),
    Mistake("texts_are_written_as_their_language_is", "docs/en/about.md", "title: About", "title: About  us", (
        said("docs/en/about.md", 2, "space-doubled", found="About  us", better="About us"),
    )),
    Mistake("headlines_have_a_fitting_length", EN, "## Save water {#1.2}", "## Save {#1.2}", (
        said(EN, 23, "headline-too-short", found="Save", length=1, fewest=2),
    )),
    Mistake("headlines_have_a_fitting_length", EN, "## Save water {", f"## Save{' more water' * 5} {{", (
        said(EN, 23, "headline-too-long", found=f"Save{' more water' * 5}", length=11, most=10),
    )),
    Mistake("headlines_have_a_fitting_length", JA, "## ビジョン {", "## ビジョン。 {", (
        said(JA, 9, "heading-full-stop", found="ビジョン。", better="ビジョン"),
    )),
    Mistake("texts_are_written_as_their_language_is", JA, "を見る。", "を見る。\n次のアジェンダのこと も見る。", (
        said(JA, 22, "space-needless", found="次のアジェンダのこと も見る。", better="次のアジェンダのことも見る。"),
    )),
    Mistake("phrases_are_written_as_their_language_is", AGENDAS, "en: Rivers", "en: Rivers。", (
        said(AGENDAS, 12, "punctuation-fullwidth", found="Rivers。", better="Rivers."),
    )),
    Mistake("", KO, "모든 강이 맑다.\n", "모든 강이 맑다.\n>>>>>>> main\n", (
        said(KO, 12, "merge-conflict", found=">>>>>>> main"),
    )),
    Mistake("addresses_are_links", EN, "Every river is clean.", "Every river is clean, says www.example.org in full.", (
        said(EN, 11, "address-bare", found="www.example.org"),
    )),
    Mistake("texts_say_as_much_as_the_source", EN, "A city that saves water.", "TODO.", (
        said(EN, 5, "text-too-short", found=5, source=10),
    )),
    Mistake("countries_are_those_of_the_source", EN, "Every river is clean.", "Every river in Japan is clean.", (
        said(EN, 11, "country-added", found="Japan"),
    )),
    Mistake("nothing_is_said_twice", EN, "in three years.", "in three years.\nWater use will fall by up to 10% in three years.", (
        said(EN, 26, "sentence-repeated", found="Water use will fall by up to 10% in three years."),
    )),
    Mistake("nothing_is_said_twice", EN, "## Save water {", "## Clean the rivers {", (
        said(EN, 23, "section-alike", section="1.2", other="1.1"),
    )),
    Mistake("headlines_have_a_fitting_length", EN, "## Clean the rivers {", "## Clean Dirty Rivers {", (
        said(EN, 18, "headline-capitals", found="Clean Dirty Rivers"),
    )),
    Mistake("headlines_have_a_fitting_length", EN, "## Clean the rivers {", "## clean the rivers {", (
        said(EN, 18, "sentence-capital-missing", found="clean the rivers", better="Clean the rivers"),
    )),
    Mistake("sections_are_complete", KO, "{#1.1}", "{#1.1 ko=3f9a2c1b}", (
        said(KO, 18, "mark-in-source", found="ko=3f9a2c1b"),
    )),
    Mistake("scripts_fit_the_language", EN, "saves water", "s\u0430ves water", (
        said(EN, 7, "script-foreign", script="cyrillic", language="en", found="s\u0430ves"),
    )),
    Mistake("scripts_fit_the_language", EN, "Every river is clean.", "Toutes les rivières sont propres dans la ville et pour tous.", (
        said(EN, 9, "section-in-other-language", section="vision", language="en"),
    )),
    Mistake("front_matter_fits", "docs/en/index.md", "title: Our plan", 'title: ""', (
        said("docs/en/index.md", 2, "title-missing"),
    )),
    Mistake("", EN, "[the next initiative](id:1.2)", "the next initiative[](id:1.2)", (
        said(EN, 21, "link-empty", target="id:1.2"),
    )),
    Mistake("bodies_keep_the_numbers", EN_V, "At least 25% of members take part", "Members take part", (
        said(EN_V, 13, "number-dropped", value=25),
    )),
    Mistake("units_agree", "docs/en/plan/background-of-it.md", "7 billion people", "7 billion dollars", (
        said("docs/en/plan/background-of-it.md", 7, "unit-wrong", value="7 billion", source="70억", found="dollars", expected="people"),
    )),
    Mistake("degrees_agree", EN, "at least 50 million", "at most 50 million", (
        said(EN, 20, "degree-wrong", value="50 million", source="5천만", found="up-to", expected="at-least"),
    )),
    Mistake("targets_have_their_degree", AGENDAS, "degree: up-to", "degree: at-least", (
        said(KO, 25, "degree-not-told", value=10, expected="at-least"),
    )),
    Mistake("links_are_those_of_the_source", EN, "[the next initiative](id:1.2)", "the next initiative", (
        said(EN, 18, "link-missing", target="id:1.2"),
    )),
    Mistake("shapes_are_those_of_the_source", EN, "- **Steadily.** It", "- Steadily. It", (
        said(EN, 13, "structure-different", part="strong", found=1, expected=2),
    )),
    Mistake("texts_are_translated", JA, "**絶えず。** 毎年はかる。", "**Steadily.** It measures every year.", (
        said(JA, 16, "text-untranslated", text="Steadily. It measures ev", language="en"),
    )),
    Mistake("avoided_words_are_clear", GLOSSARY, "    forms: {ko:", "    avoid: {en: [WWF7]}\n    forms: {ko:", (
        said(GLOSSARY, 6, "avoided-allowed", form="WWF7", language="en"),
    )),
    Mistake("texts_avoid_words", GLOSSARY, "    forms: {ko:", "    avoid: {en: [clean rivers]}\n    forms: {ko:", (
        said(EN, 20, "term-avoided", found="clean rivers", use="World Water Forum"),
    )),
    Mistake("names_are_spelled_as_in_the_glossary", EN, "After the World Water Forum", "After the World-Water Forum", (
        said(EN, 20, "name-misspelled", found="World-Water Forum", name="World Water Forum"),
    )),
    Mistake("names_are_typed_rightly", KO, "모든 강이 맑다.", "세계물포룸에서 본 강이 맑다.", (
        said(KO, 11, "name-mistyped", found="세계물포룸", name="세계물포럼"),
    )),
    Mistake("names_are_typed_rightly", JA, "すべての川が澄んでいる。", "世界水フォーヲムの川が澄んでいる。", (
        said(JA, 11, "name-mistyped", found="世界水フォーヲム", name="世界水フォーラム"),
    )),
    Mistake("names_are_typed_rightly", JA, "すべての川が澄んでいる。", "ICLIEの川が澄んでいる。ICLEIの川、ICLEIの水、ICLEIの雨が澄んでいる。", (
        said(JA, 11, "name-mistyped", found="ICLIE", name="ICLEI"),
    )),
    Mistake("names_are_typed_rightly", JA, "すべての川が澄んでいる。", "プロラグムの川が澄んでいる。プログラムの川、プログラムの水、プログラムの雨が澄んでいる。", (
        said(JA, 11, "name-mistyped", found="プロラグム", name="プログラム"),
    )),
    Mistake("names_are_typed_rightly", JA, "すべての川が澄んでいる。", "ツイニングの川が澄んでいる。マイニングの川、マイニングの水、マイニングの雨が澄んでいる。", ()),
    Mistake("sentences_are_translated", JA, "すべての川が澄んでいる。", "すべての川が澄んでいる。All the rivers are very clean.", (
        said(JA, 11, "sentence-untranslated", found="All the rivers are very clean.", language="ja"),
    )),
    Mistake("", KO, "## 물을 아낀다 {#1.2}", "## {#1.2}", (
        said(KO, 22, "section-missing", section="1.2"),
        said(KO, 23, "heading-empty", found="{#1.2}"),
    )),
    Mistake("scripts_fit_the_language", KO, "모든 강이 맑다.", "모든 江이 맑다.", (
        said(KO, 11, "script-foreign", found="江", language="ko", script="han"),
    )),
)  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.rule or 'reading'}-{mistake.new[:20]!r}")
def test_a_mistake_is_told_where_it_is_and_alone(mistake: Mistake, small: Path) -> None:
    """Each mistake gives exactly the messages that belong to it."""
    file = small / mistake.path
    text = file.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1
    file.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    assert problems_of(small) == sorted(mistake.said)


def test_every_rule_is_broken_by_some_mistake() -> None:
    """No rule stands untested."""
    elsewhere = {
        "documents_are_complete",
        "interface_words_agree",
        "interface_words_are_written_as_their_language_is",
    }  # whole files, in the tests below
    elsewhere |= {rule.__name__ for rule in checks.RULES if rule.__module__.endswith(".redirects")}  # test_permalinks
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
    assert "\n".join(Messages("en").lines(problems_of(small))) + "\n" == golden.read_text(encoding="utf-8")


def test_a_text_without_headings_is_told(small: Path) -> None:
    """A text that has lost every heading is refused, not crashed on, and so is a page."""
    (small / JA).write_text("---\nagenda: 1\n---\n\n言葉だけがある。\n", encoding="utf-8")
    (small / "docs/ja/about.md").write_text("---\ntitle: 説明\n---\n", encoding="utf-8")
    found = problems_of(small)
    assert said(JA, 5, "text-before-heading") in found
    assert said("docs/ja/about.md", 1, "page-empty") in found


def test_what_is_no_file_is_told(small: Path) -> None:
    """A folder named like a text is told, not crashed on."""
    (small / "docs/ja/agendas/folder.md").mkdir()
    assert [problem for problem in problems_of(small) if problem.name == "file-unreadable"]


def test_no_term_takes_the_address_of_the_list(small: Path) -> None:
    """The slug index would put a term in the place of the index of terms."""
    file = small / GLOSSARY
    file.write_text(
        file.read_text(encoding="utf-8").replace("slug: world-water-forum", "slug: index"), encoding="utf-8"
    )
    assert said(GLOSSARY, 2, "slug-reserved", slug="index") in problems_of(small)


def test_a_repeated_id_is_told(small: Path) -> None:
    """A second initiative with an id is refused where it stands, and its text is not held against the first one's."""
    file = small / AGENDAS
    file.write_text(file.read_text(encoding="utf-8").replace('id: "1.2"', 'id: "1.1"'), encoding="utf-8")
    found = problems_of(small)
    assert said(AGENDAS, 25, "id-repeated", id="1.1", first=14, expected="1.2") in found
    assert not [problem for problem in found if problem.path.startswith("docs/") and ("about", "1.1") in problem.values]


def test_the_small_plan_is_sound() -> None:
    """The plan that the mistakes are made in has none of its own."""
    assert problems_of(SMALL) == []


def test_files_that_nobody_reads_are_told(small: Path) -> None:
    """A text with another ending, one outside of the languages and a data file of another name are named; hidden files are not."""
    (small / EN).rename(small / "docs/en/agendas/water-city.MD")
    for path in (
        "docs/readme.md",
        "docs/EN/index.md",
        "docs/en/agendas/river.png",
        "docs/en/.DS_Store",
        "data/names.yml",
    ):
        (small / path).parent.mkdir(exist_ok=True)
        (small / path).write_text("x", encoding="utf-8")
    folders = "docs/ko/, docs/ja/, docs/en/"
    names = "agendas, background, editions, figures, glossary, languages, organisation, places, redirects, timeline"
    known = ", ".join(f"{name}.yaml" for name in names.split(", "))
    assert problems_of(small) == [
        said("data/names.yml", 1, "file-no-record", known=known),
        said("docs/EN/index.md", 1, "file-misplaced", known=folders),
        said("docs/en/agendas/river.png", 1, "file-no-text", ending=".png", better="docs/en/agendas/river.md"),
        said("docs/en/agendas/water-city.MD", 1, "file-no-text", ending=".MD", better="docs/en/agendas/water-city.md"),
        said("docs/readme.md", 1, "file-misplaced", known=folders),
    ]


def test_a_missing_and_a_needless_file_are_told(small: Path) -> None:
    """A text that the source language lacks and a text nobody asked for are both named."""
    (small / KO).rename(small / "docs/ko/agendas/watercity.md")
    assert problems_of(small) == [
        said("docs/ko/agendas/water-city.md", 1, "text-missing"),
        said("docs/ko/agendas/watercity.md", 1, "text-unknown", lacking="agendas/water-city.md"),
    ]


def test_a_file_in_another_encoding_is_told(small: Path) -> None:
    """A text that is not UTF-8 is refused with the line, and does not count as missing."""
    text = (small / JA).read_text(encoding="utf-8")
    (small / JA).write_bytes(text[:60].encode() + text[60:].encode("euc_jp"))
    assert problems_of(small) == [said(JA, 9, "encoding-unknown")]


@pytest.mark.parametrize("text", ["", "- a\n", "home: <script>\n", "home: 12\n", "home:\n", "units: {percent: [1]}\n"])
def test_interface_words_are_plain_text(text: str) -> None:
    """The words of the interface go into HTML as they are: anything but plain text is refused."""
    assert list(mistakes(parse_yaml("scripts/words/ko.yaml", text)))


def test_interface_words_have_no_slip(small: Path) -> None:
    """A word of the interface is written as its language is."""
    plan, _ = read_plan(small)
    words = {**plan.words, "ja": {**plan.words["ja"], "states": {"current": "最新 版"}}}
    changed = replace(plan, words=words)
    assert list(checks.typography.interface_words_are_written_as_their_language_is(changed)) == [
        said(
            "scripts/words/ja.yaml", word("ja", "states", "current"), "space-needless", found="最新 版", better="最新版"
        )
    ]


def test_interface_words_must_agree(small: Path) -> None:
    """A word that lacks in one language, or has other names in braces, is told."""
    plan, _ = read_plan(small)
    words = {code: dict(plan.words[code]) for code in plan.codes}
    del words["ja"]["home"]
    words["en"]["year"] = "Year {nr}"
    changed = replace(plan, words=words)
    assert list(checks.texts.interface_words_agree(changed)) == [
        said("scripts/words/ja.yaml", word("ja", "home"), "word-missing", word="home"),
        said(
            "scripts/words/en.yaml",
            word("en", "year"),
            "word-braces-differ",
            word="year",
            source="scripts/words/ko.yaml",
        ),
    ]
