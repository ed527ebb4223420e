"""Every rule, broken once in the small plan: what is said, where, and that nothing else is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from scripts import checks
from scripts.files import parse_yaml
from scripts.source import _word_mistakes, read_plan
from tests.conftest import ROOT, SMALL, problems_of

KO = "docs/ko/agendas/water-city.md"
JA = "docs/ja/agendas/water-city.md"
EN = "docs/en/agendas/water-city.md"
AGENDAS = "data/agendas.yaml"
GLOSSARY = "data/glossary.yaml"


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
        said(AGENDAS, 26, "the initiative 'clean-rivers' stands on line 15 already; choose another slug"),
    )),
    Mistake("slugs_are_unique", AGENDAS, "slug: save-water", "slug: energy-for-all", (
        said(AGENDAS, 26, "the slug 'energy-for-all' begins like a language code, which misleads the site; choose another"),
    )),
    Mistake("ids_are_in_order", AGENDAS, "number: 1\n", "number: 2\n", (
        said(AGENDAS, 4, "this is agenda 1 of the list"),
        said(AGENDAS, 14, "initiative '1.1' stands where \"2.1\" belongs; ids come in order, under their agenda"),
        said(AGENDAS, 25, "initiative '1.2' stands where \"2.2\" belongs; ids come in order, under their agenda"),
        said(EN, 2, "the front matter must be `agenda: 2` and nothing else"),
        said(JA, 2, "the front matter must be `agenda: 2` and nothing else"),
        said(KO, 2, "the front matter must be `agenda: 2` and nothing else"),
    )),
    Mistake("references_are_known", AGENDAS, 'related: ["1.2"]', 'related: ["1.2", "9.9", "1.2"]', (
        said(AGENDAS, 23, "related: '1.2' stands there 2 times; keep one"),
        said(AGENDAS, 23, "related: unknown '9.9'; correct it or add it to data/agendas.yaml"),
        said(AGENDAS, 23, "the relation with 1.2 is declared on line 23 already; both pages show it, so remove one"),
    )),
    Mistake("groups_hold_together", AGENDAS, "slug: save-water\n        group: rivers", "slug: save-water\n        group: lakes", (
        said(AGENDAS, 27, "group 'lakes' is not among the groups of agenda 1: rivers"),
    )),
    Mistake("relations_are_declared_once", AGENDAS, "numbers: [3]", 'numbers: [3]\n        related: ["1.1", "1.2"]', (
        said(AGENDAS, 31, "an initiative is not related to itself"),
        said(AGENDAS, 31, "the relation with 1.1 is declared on line 23 already; both pages show it, so remove one"),
    )),
    Mistake("spellings_are_unambiguous", "data/places.yaml", "en: Gyeongju}", "en: Gyeongju}, forms: {en: [WWF7]}", (
        said("data/places.yaml", 2, "'WWF7' (en) already means 'world-water-forum'; give each its own spelling"),
    )),
    Mistake("forms_are_in_known_languages", GLOSSARY, "forms: {ko:", "forms: {fr: [Forum de l'eau], ko:", (
        said(GLOSSARY, 6, "'fr' is not a language of this site"),
    )),
    Mistake("terms_are_mentioned", "data/places.yaml", "en: Gyeongju}}\n", "en: Gyeongju}}\n  - {slug: daegu, name: {ko: 대구, ja: 大邱, en: Daegu}}\n", (
        said("data/places.yaml", 3, "nobody mentions 'daegu'; name it in a record of data/agendas.yaml or remove it"),
    )),
    Mistake("differences_are_about_something", "data/editions.yaml", 'about: "1.1"', 'about: "1.3"', (
        said("data/editions.yaml", 6, "unknown '1.3'; write an initiative (4.8), an agenda (4) or its section (4#vision)"),
    )),
    Mistake("units_have_words", AGENDAS, "unit: people", "unit: dwellers", (
        said(AGENDAS, 18, "unit: unknown 'dwellers'; use one of percent, people, cities, members, local-governments, years, projects, networks "
             "or add it to scripts/words/"),
    )),
    Mistake("front_matter_fits", KO, "agenda: 1", "agenda: 2", (said(KO, 2, "the front matter must be `agenda: 1` and nothing else"),)),
    Mistake("front_matter_fits", "docs/en/about.md", "title: About", "author: somebody", (
        said("docs/en/about.md", 2, "the front matter must hold the page's title and nothing else: `title: …`"),
    )),
    Mistake("sections_are_complete", JA, "{#1.2}", "{#1.3}", (
        said(JA, 22, "the section {#1.2} is missing; add its heading and text here"),
        said(JA, 23, "unknown section {#1.3}; correct its id or remove it"),
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
        said(KO, 23, "the heading must end with the id of its section, such as {#vision} or {#4.8}"),
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
    assert said(GLOSSARY, 2, "the slug 'index' is the address of the list; choose another") in problems_of(small)


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
    """A text that lacks and a text nobody asked for are both named."""
    (small / JA).rename(small / "docs/ja/agendas/watercity.md")
    assert problems_of(small) == [
        said(
            "docs/ja/agendas/water-city.md",
            1,
            "the file is missing; add it with the same sections as in the other languages",
        ),
        said("docs/ja/agendas/watercity.md", 1, "no page is made from this file; correct its name or remove it"),
    ]


def test_a_file_in_another_encoding_is_told(small: Path) -> None:
    """A text that is not UTF-8 is refused with the line, and does not count as missing."""
    text = (small / JA).read_text(encoding="utf-8")
    (small / JA).write_bytes(text[:60].encode() + text[60:].encode("euc_jp"))
    assert problems_of(small) == [said(JA, 9, "this line is not UTF-8 text; save the file in the encoding UTF-8")]


@pytest.mark.parametrize("text", ["", "- a\n", "home: <script>\n", "home: 12\n", "home:\n", "units: {percent: [1]}\n"])
def test_interface_words_are_plain_text(text: str) -> None:
    """The words of the interface go into HTML as they are: anything but plain text is refused."""
    assert list(_word_mistakes(parse_yaml("scripts/words/ko.yaml", text)))


def test_interface_words_must_agree(small: Path) -> None:
    """A word that lacks in one language, or has other names in braces, is told."""
    plan, _ = read_plan(small)
    words = {code: dict(plan.words[code]) for code in plan.codes}
    del words["ja"]["home"]
    words["en"]["agenda"] = "Agenda {nr}"
    changed = replace(plan, words=words)
    assert [str(problem) for problem in checks.texts.interface_words_agree(changed)] == [
        said(
            "scripts/words/ja.yaml", 1, "the word 'home' is missing here; the files of all languages have the same keys"
        ),
        said(
            "scripts/words/en.yaml",
            1,
            "the word 'agenda' must have the same names in braces as in scripts/words/ko.yaml",
        ),
    ]
