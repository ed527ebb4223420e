"""Adding and changing initiatives by a command: what is written, what is left alone, what is refused."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import event, example, given
from hypothesis import strategies as st

from scripts import scaffold
from scripts.__main__ import main
from scripts.api import Api
from scripts.markdown import Section, body, parse_document, plain
from scripts.pages import pages
from scripts.problem import ProblemsError
from scripts.scaffold import Addition, Alteration, Wording, added, altered, wording
from scripts.scaffold.adding import next_id
from scripts.scaffold.named import facts
from scripts.scaffold.outcome import rewritten
from scripts.scaffold.written import with_facts, with_record
from scripts.source import Plan, joint, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import ROOT, SITE_URL, SMALL, copy_project, problems_of
from tests.test_guides import GUIDES
from tests.test_standing import replace, to_do

AGENDAS = "data/agendas.yaml"
KO, JA, EN = (f"docs/{code}/agendas/water-city.md" for code in ("ko", "ja", "en"))
DAY = date(2027, 1, 15)
KOREAN = (
    "--headline", "ko", "강의 물을 함께 잰다",
    "--text", "ko", "2027년 3월부터 경주에서 세계물포럼(WWF7)과 함께 강 12곳의 물을 잰다. 결과는 해마다 알린다.",
)  # fmt: skip
JAPANESE = (
    "--headline", "ja", "川の水を一緒にはかる",
    "--text", "ja", "2027年3月から、慶州で世界水フォーラム（WWF7）とともに12の川の水をはかる。結果は毎年知らせる。",
)  # fmt: skip
ENGLISH = (
    "--headline", "en", "Measure the water of rivers together",
    "--text", "en", "From March 2027, the water of 12 rivers will be measured in Gyeongju, e.g. with the World Water Forum (WWF7). The results will be told every year.",
)  # fmt: skip
SLUG = ("--slug", "measure-rivers", "--added", "2027-01-15")
RECORD = """\
      - id: "1.3"
        slug: measure-rivers
        group: rivers
        terms: [world-water-forum]
        places: [gyeongju]
        years: [2027]
        months: ["2027-03"]
        numbers: [12]
        sources: {ko: null, ja: null, added: "2027-01-15"}
"""


def run(root: Path, *arguments: str) -> int:
    """Run the command under `root`; return its exit code."""
    return main(["--root", str(root), "initiative", *arguments])


def files(root: Path) -> dict[str, bytes]:
    """Return every file of the data and the texts under `root`."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for folder in ("data", "docs")
        for file in (root / folder).rglob("*")
        if file.is_file()
    }


def read(root: Path, path: str) -> str:
    """Return a file under `root`."""
    return (root / path).read_text(encoding="utf-8")


def order(headline: str, text: str, agenda: str = "1") -> Addition:
    """Return the order of an initiative in Korean alone."""
    return Addition(agenda, "measure-rivers", DAY, Wording([("ko", headline)], [("ko", text)]))


def test_one_command_adds_an_initiative_in_every_language(marked: Path) -> None:
    """The record and the three sections are written at the end of their lists; the plan keeps every rule and nothing is outdated."""
    before = files(marked)
    assert run(marked, "add", "1", *SLUG, *KOREAN, *JAPANESE, *ENGLISH) == 0
    assert {path for path, text in files(marked).items() if before[path] != text} == {AGENDAS, KO, JA, EN}
    assert read(marked, AGENDAS) == before[AGENDAS].decode() + RECORD
    assert read(marked, KO) == before[KO].decode() + (
        "\n## 강의 물을 함께 잰다 {#1.3}\n\n"
        "2027년 3월부터 경주에서 세계물포럼(WWF7)과 함께 강 12곳의 물을 잰다.\n결과는 해마다 알린다.\n"
    )
    assert read(marked, JA).endswith("12の川の水をはかる。\n結果は毎年知らせる。\n")
    assert read(marked, EN).endswith("e.g. with the World Water Forum (WWF7).\nThe results will be told every year.\n")
    assert problems_of(marked) == []
    assert to_do(marked) == {}


def test_what_was_added_says_so(marked: Path) -> None:
    """Its page names the day instead of a place in an edition, in every language; the open data has the day and no place."""
    run(marked, "add", "1", *SLUG, *KOREAN, *JAPANESE, *ENGLISH)
    views = Views(read_plan(marked)[0])
    for code, said in (
        ("ko", "2027년 1월 15일 추가, 인쇄본에는 없음"),
        ("ja", "2027年1月15日に追加、印刷された版にはない"),
        ("en", "Added 15 January 2027; not in the printed editions"),
    ):
        assert said in pages(Texts(views, code), SITE_URL, "", {})["initiatives/1.3.md"]
    record = Api(views, SITE_URL).lists()["initiatives"]["initiatives"][-1]
    assert (record["id"], record["sources"]) == ("1.3", {"ko": None, "ja": None, "added": "2027-01-15"})


def test_a_dry_run_shows_all_and_writes_nothing(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every line that would come is in the difference, what would remain is told, and each file is as it was."""
    before = files(marked)
    assert run(marked, "add", "1", *SLUG, *KOREAN, *ENGLISH, "--dry-run") == 0
    told = capsys.readouterr().out
    assert files(marked) == before
    assert f"+++ b/{AGENDAS}" in told
    assert all(f"+{line}" in told.splitlines() for line in RECORD.splitlines())
    assert "+결과는 해마다 알린다." in told
    assert "+The results will be told every year." in told
    assert f"{JA}:26: " in told
    assert "[section-untranslated]" in told
    assert "Nothing was written." in told
    assert run(marked, "add", "1", *SLUG, *KOREAN, *ENGLISH) == 0
    assert f"{AGENDAS}:32: +9 -0\n" in capsys.readouterr().out


def test_a_language_left_out_is_left_out(marked: Path) -> None:
    """Without words in Japanese nothing is written there, and the section is missing, which is no mistake."""
    before = files(marked)
    assert run(marked, "add", "1", *SLUG, *KOREAN, *ENGLISH) == 0
    assert files(marked)[JA] == before[JA]
    assert {key: s.state for key, s in to_do(marked).items()} == {("ja", "1.3"): "missing"}
    assert problems_of(marked) == []


def test_what_remains_is_told(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that a translation lacks is told at its line once the files are written."""
    assert run(marked, "add", "1", *SLUG, *KOREAN, *ENGLISH[:-1], "Water will be measured in Gyeongju.") == 0
    told = capsys.readouterr().out
    assert f"{EN}:27: " in told
    assert "[name-missing]" in told
    assert "1.3: what remains to be done" in told


def test_a_group_can_be_begun_and_never_resumed(small: Path) -> None:
    """A new initiative joins the last group in use, or a later one; an earlier one is closed, and the record of each is as it should be."""
    groups = "- {slug: rivers, name: {ko: 강, ja: 川, en: Rivers}}\n"
    replace(small, AGENDAS, groups, f"{groups}      - {{slug: lakes, name: {{ko: 호수, ja: 湖, en: Lakes}}}}\n")
    first, second, third = (
        ("--headline", "ko", f"{water} 물을 잰다", "--text", "ko", f"{water} 물을 해마다 잰다.")
        for water in ("강의", "호수의", "못의")
    )
    assert run(small, "add", "1", "--slug", "one", *first) == 0
    assert run(small, "add", "1", "--slug", "two", "--group", "lakes", *second) == 0
    assert run(small, "add", "1", "--slug", "three", "--group", "rivers", *third) == 1
    assert run(small, "add", "1", "--slug", "three", *third) == 0
    added_ones = [(i.id, i.group) for i in read_plan(small)[0].initiatives[2:]]
    assert added_ones == [("1.3", "rivers"), ("1.4", "lakes"), ("1.5", "lakes")]
    assert problems_of(small) == []


def test_an_id_is_never_given_twice(plan: Plan) -> None:
    """The next id comes after the highest that an agenda ever gave, whatever has become of it."""
    assert next_id(4, {"4.1", "4.9", "4.10", "14.30", "V.40"}) == "4.11"
    assert next_id(4, set()) == "4.1"
    assert next_id(4, {*scaffold.given(plan), "4.25"}) == "4.26"
    assert added(ROOT, plan, order("강을 잰다", "강을 잰다.", "4"), {*scaffold.given(plan), "4.25"}).name == "4.26"


def test_every_agenda_of_the_plan_can_grow(plan: Plan) -> None:
    """In each agenda the next id is the right one, one record comes, and every line that stood in a file still does."""
    for agenda in plan.agendas.records.agendas:
        done = added(
            ROOT, plan, order("강의 물을 함께 잰다", "강의 물을 잰다.", str(agenda.number)), scaffold.given(plan)
        )
        assert done.name == f"{agenda.number}.{len(agenda.initiatives) + 1}"
        assert set(done.after) == {AGENDAS, f"docs/ko/agendas/{agenda.slug}.md"}
        gone = [line for line in done.differences() if line.startswith("-") and not line.startswith("---")]
        assert gone == []
        found = rewritten(plan, done.after)
        assert [i.id for i in found.initiatives if i not in plan.initiatives] == [done.name]


def test_a_text_says_which_facts_its_record_needs(plan: Plan) -> None:
    """Of every initiative, the record is what its text names: nothing to add, nothing to drop, in the order in which it is written."""
    for initiative in plan.initiatives:
        path = next(f"agendas/{a.slug}.md" for a in plan.agendas.records.agendas if initiative in a.initiatives)
        found = facts(plan, plan.documents["ko"][path].section(initiative.id), initiative)
        assert found == {key: list(getattr(initiative, key)) for key in found}, initiative.id


def test_a_change_in_korean_renews_the_record_and_outdates_what_was_not_given(marked: Path) -> None:
    """The headline and the facts follow the new words; a translation given with them is current, the other outdated."""
    before = files(marked)
    assert run(marked, "change", "1.2", "--text", "ko", "4년 동안 경주에서 물 소비를 최대 10% 줄인다.",
               "--text", "ja", "4年間で慶州の水の消費を最大10%減らす。") == 0  # fmt: skip
    record = yaml.safe_load(read(marked, AGENDAS))["agendas"][0]["initiatives"][1]
    assert (record["places"], record["numbers"]) == (["gyeongju"], [4])
    assert list(record) == ["id", "slug", "group", "targets", "places", "numbers", "sources"]
    assert {key: s.state for key, s in to_do(marked).items()} == {("en", "1.2"): "outdated"}
    assert read(marked, KO) == before[KO].decode().replace("3년 동안", "4년 동안 경주에서")
    assert {problem.path for problem in problems_of(marked)} == {EN}


def test_facts_that_a_text_no_longer_names_go(marked: Path) -> None:
    """Lines of the record that would be empty are removed; its targets stay, for whoever reads the check."""
    words = ("--headline", "ko", "강을 맑게 한다", "--text", "ko", "주민 5천만 명 이상이 맑은 강을 누리게 한다.")
    assert run(marked, "change", "1.1", *words) == 0
    record = yaml.safe_load(read(marked, AGENDAS))["agendas"][0]["initiatives"][0]
    assert list(record) == ["id", "slug", "group", "targets", "related", "sources"]


def test_a_translation_alone_keeps_its_mark_unless_it_is_whole(marked: Path) -> None:
    """Another headline leaves an outdated translation outdated; headline and text make it current."""
    replace(marked, KO, "3년 동안 물", "3년 안에 물")
    assert run(marked, "change", "1.2", "--headline", "en", "Save more water") == 0
    assert to_do(marked)["en", "1.2"].state == "outdated"
    assert run(marked, "change", "1.2", "--headline", "ko", "물을 더 아낀다", "--headline", "en", "Save it") == 0
    assert to_do(marked)["en", "1.2"].state == "outdated"
    assert run(marked, "change", "1.2", *ENGLISH[:3], "--text", "en", "Water use falls by up to 10% in 3 years.") == 0
    assert ("en", "1.2") not in to_do(marked)
    assert problems_of(marked) == []


def test_a_change_to_the_same_words_changes_nothing(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an initiative says already is not written again."""
    before = files(marked)
    assert run(marked, "change", "1.2", "--headline", "ko", "물을 아낀다", "--headline", "ja", "水を節約する") == 0
    assert files(marked) == before
    assert capsys.readouterr().out == "1.2: nothing remains to be done\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "2", *SLUG, *KOREAN), {"agenda-unknown"}),
        (("add", "1", "--slug", "save-water", *KOREAN), {"slug-repeated"}),
        (("add", "1", "--slug", "index", *KOREAN), {"slug-reserved"}),
        (("add", "1", "--slug", "korean-rivers", *KOREAN), {"slug-like-language"}),
        (("add", "1", "--slug", "Measure_Rivers", *KOREAN), {"value-form-wrong"}),
        (("add", "1", *SLUG, "--group", "seas", *KOREAN), {"group-closed"}),
        (("add", "1", *SLUG, *ENGLISH), {"option-missing"}),
        (("add", "1", *SLUG, *KOREAN, *ENGLISH[:3]), {"option-missing"}),
        (("add", "1", *SLUG, *KOREAN, *KOREAN[3:]), {"option-repeated"}),
        (("add", "1", *SLUG, *KOREAN, "--text", "zz", "x"), {"language-unknown"}),
        (("add", "1", *SLUG, *KOREAN[:5], " \n"), {"option-empty"}),
        (("add", "1", *SLUG, *KOREAN[:5], "강\x07"), {"character-invisible"}),
        (("add", "1", *SLUG, *KOREAN[:5], "강\udcff"), {"character-invisible"}),
        (("add", "1", *SLUG, *KOREAN[:5], "강\n\n## 못\n"), {"heading-in-text"}),
        (("add", "1", *SLUG, *KOREAN[:5], "강\n\n## 못 {#1.4}\n\n못"), {"heading-in-text"}),
        (("add", "1", *SLUG, *KOREAN[:5], "강\n---"), {"line-underlining"}),
        (("add", "1", *SLUG, *KOREAN[:5], "[강]: https://example.org"), {"section-empty"}),
        (("add", "1", *SLUG, *KOREAN[:5], "<b>강</b>"), {"html-in-text"}),
        (("add", "1", *SLUG, "--headline", "ko", "**강**", *KOREAN[3:]), {"heading-not-plain"}),
        (("add", "1", *SLUG, "--headline", "ko", "강\n못", *KOREAN[3:]), {"headline-line-break"}),
        (("change", "1.3", *KOREAN), {"initiative-unknown"}),
        (("change", "V.1", *KOREAN), {"initiative-unknown"}),
        (("change", "1.1"), {"change-empty"}),
        (("change", "1.1", "--slug", "clean-streams"), {"slug-fixed"}),
        (("change", "1.1", "--text", "ko", "{강}"), {"braces-in-text"}),
    ],
)
def test_what_cannot_be_written_is_refused(
    small: Path, arguments: tuple[str, ...], told: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The mistake is named, and each file is as it was."""
    before = files(small)
    assert run(small, *arguments) == 1
    said = capsys.readouterr().err
    assert {line.rsplit("[", 1)[1].rstrip("]") for line in said.splitlines() if line.endswith("]")} == told
    assert "Nothing was written." in said
    assert files(small) == before


def test_all_mistakes_are_told_at_once(small: Path) -> None:
    """An order in which everything is wrong names everything."""
    given_words = Wording([("ko", "<i>강</i>"), ("zz", "x")], [("ja", ""), ("ko", "강 {{a}}")])
    with pytest.raises(ProblemsError) as caught:
        added(small, read_plan(small)[0], Addition("9", "A", DAY, given_words), ())
    assert {problem.name for problem in caught.value.problems} >= {
        "agenda-unknown", "value-form-wrong", "language-unknown", "option-empty", "heading-not-plain", "braces-in-text",
    }  # fmt: skip


def test_a_missing_section_of_a_translation_is_made_by_a_change(marked: Path) -> None:
    """Words in a language that lacked the section are put at its place, marked; half of them are refused."""
    text = read(marked, EN)
    start, end = text.index("## Clean the rivers"), text.index("## Save water")
    (marked / EN).write_text(text[:start] + text[end:], encoding="utf-8")
    assert run(marked, "change", "1.1", "--headline", "en", "Clean the rivers") == 1
    words = "\n\n".join(body(section) for section in parse_document(EN, text)[0].sections if section.id == "1.1")
    assert run(marked, "change", "1.1", "--headline", "en", "Clean the rivers", "--text", "en", words) == 0
    assert read(marked, EN) == text


def test_a_section_that_korean_lacks_is_not_translated(small: Path) -> None:
    """Without a Korean text there is nothing to change: it is told where that is missing."""
    text = read(small, KO)
    (small / KO).write_text(text[: text.index("## 물을 아낀다")], encoding="utf-8")
    with pytest.raises(ProblemsError, match=f"{KO}:1: section-missing"):
        altered(small, read_plan(small)[0], Alteration("1.2", Wording([("ja", "水を使わない")])))


LISTED = """\
agendas:
  - number: 1
    initiatives:  # the first
      - id: "1.1"
        terms: [a,
                b]  # why
        numbers:
          - 3
          # three
          - 4
        sources: {ko: null}  # where

  # the second
  - number: 2
    initiatives: [{id: "2.1"}]
"""


def test_comments_and_lines_stay_as_they_are() -> None:
    """A record is added before the comments of what follows, a fact replaced without its neighbours; odd lists are refused."""
    record = {"id": "1.2", "years": [2015], "sources": {"ko": None}}
    new = '      - id: "1.2"\n        years: [2015]\n        sources: {ko: null}\n'
    assert with_record(LISTED, 0, record) == LISTED.replace("# where\n", f"# where\n{new}")
    assert with_facts(LISTED, 0, 0, {"terms": ["a"], "months": ["2015-04"], "numbers": []}) == (
        LISTED[: LISTED.index("        terms")]
        + '        terms: [a]  # why\n        months: ["2015-04"]\n'
        + LISTED[LISTED.index("        sources") :]
    )
    assert with_record(LISTED, 1, record) is None
    assert with_facts(LISTED, 1, 0, {"terms": ["a"]}) is None


def test_a_list_that_cannot_be_written_to_is_told(small: Path) -> None:
    """An agenda whose record stands on one line is left to a person."""
    text = read(small, AGENDAS)
    kept = yaml.safe_load(text)
    (small / AGENDAS).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    plan = read_plan(small)[0]
    with pytest.raises(ProblemsError, match="records-not-listed"):
        added(small, plan, order("강을 잰다", "강을 잰다."), scaffold.given(plan))
    with pytest.raises(ProblemsError, match="records-not-listed"):
        altered(small, plan, Alteration("1.1", Wording((), [("ko", "강을 잰다.")])))


SMALL_PLAN = read_plan(SMALL)[0]
printable = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="*_`[]{}\\#"), min_size=1)
words = printable | st.text(max_size=60) | st.text("강물 a.。!「」#*-_`[](){}<>\\&\n1=~|:", max_size=40)


def last(outcome: scaffold.Outcome) -> Section:
    """Return the section that an addition wrote last in Korean, after reading the files again."""
    document, problems = parse_document(KO, outcome.after[KO])
    assert problems == []
    return document.sections[-1]


@given(printable | words, words | st.text("강물 a.。!?「」()\n-1%년", min_size=5))
@example("강을 잰다", "강을 잰다. ---")
@example("강을 잰다", "- 강. 못.\n\n1. 강. 2. 못.")
@example("강을 잰다", "0.000000001 5조 999999999999999조 1990-2015년 13월 2015년 13월 3월")
@example("强", "강。못「물。」이다。")
def test_any_words_are_refused_or_kept(headline: str, text: str) -> None:
    """Whatever is given, it either names a mistake or makes a plan that can be read and says those very words."""
    try:
        done = added(SMALL, SMALL_PLAN, order(headline, text), scaffold.given(SMALL_PLAN))
    except ProblemsError as error:
        event(error.problems[0].name)
        return
    found = rewritten(SMALL_PLAN, done.after).initiatives[-1]
    section = last(done)
    assert (found.id, section.id, found.sources.added) == ("1.3", "1.3", "2027-01-15")
    cleaned = Wording([("ko", headline)], [("ko", text)]).judged(SMALL_PLAN, [])["ko"]
    assert section.title == cleaned["headline"]
    assert "".join(body(section).split()) == "".join((cleaned["text"] or "").split())
    assert plain(section, "").strip()


@pytest.mark.parametrize(
    ("code", "text", "sentences"),
    [
        ("ko", "강을 잰다. 2018년까지 “못도 잰다.” 물은 3.5% 준다.", 3),
        ("en", "Rivers, e.g. in the U.S. or St. Louis, are measured. 12 lakes follow (see below). They are.", 3),
        ("ja", "川をはかる。「湖もはかる。」という。3.5%減る。", 3),
        ("en", "- **Together.** It learns. It grows.", 1),
    ],
)
def test_each_sentence_has_its_line(code: str, text: str, sentences: int) -> None:
    """Sentences part at their ends in each language's way, not after what is shortened, inside quotes or in a list."""
    found = Alteration("1.1", Wording((), [(code, text)]))
    path = f"docs/{code}/agendas/water-city.md"
    done = altered(SMALL, SMALL_PLAN, found).after[path]
    written = body(parse_document(path, done)[0].section("1.1")).split("\n")
    assert len(written) == sentences, written


def test_the_command_of_the_guides_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the guides say to type is understood, gives the next id of agenda 4 and leaves the plan as it is."""
    root = copy_project(ROOT, tmp_path / "plan")
    texts = [(ROOT / guide).read_text(encoding="utf-8") for guide in GUIDES.values()]
    typed = [re.findall(r"`\.venv/bin/python -m scripts initiative ([^`]+)`", text) for text in texts]
    assert [len(found) for found in typed] == [1, 1, 1]
    before = files(root)
    for (command,) in set(map(tuple, typed)):
        assert run(root, *shlex.split(command)) == 0
        assert '+      - id: "4.19"' in capsys.readouterr().out
    assert files(root) == before


def test_the_sentences_of_the_plan_part_as_they_stand(plan: Plan) -> None:
    """The text of every initiative, put on one line, comes back with one sentence a line, in each language."""
    for code, documents in plan.documents.items():
        for agenda in plan.agendas.records.agendas:
            found = documents[f"agendas/{agenda.slug}.md"]
            for text in (body(found.section(i.id)) for i in agenda.initiatives):
                given_text = {"headline": "강", "text": text.replace("\n", joint(code))}
                section = wording.section(code, "a", given_text, [])
                assert section
                assert body(section) == text
