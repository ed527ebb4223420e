"""How each language is written: every slip is found with what to write instead, and good text stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.checks import typography as rules
from scripts.markdown import parse_document
from scripts.misread import misread
from scripts.problem import Problem, ProblemsError
from scripts.source import Plan
from scripts.typography import Slip, mistakes

SLIPS = (
    ("ko", "3 년 안에 줄인다.", "unit-detached", "3년"),
    ("ko", "20.2 km를 달린다.", "unit-detached", "20.2km를"),
    ("ko", "200 곳에서 줄인다.", "unit-detached", "200곳에서"),
    ("ko", "10 % 줄인다.", "unit-detached", "10%"),
    ("ko", "5 천만 명이 쓴다.", "unit-detached", "5천만"),
    ("ko", "5천만명이 쓴다.", "step-attached", "5천만 명이"),
    ("ko", "43억달러를 쓴다.", "step-attached", "43억 달러를"),
    ("ko", "GHG 를 줄인다.", "particle-detached", "GHG를"),
    ("ko", "적응헌장(DAC) 을 지킨다.", "particle-detached", "적응헌장(DAC)을"),
    ("ko", "도시 를 돕는다.", "particle-detached", "도시를"),
    ("ko", "GHG을 줄인다.", "particle-form", "GHG를"),
    ("ko", "MRV과 보고를 한다.", "particle-form", "MRV와"),
    ("ko", "WWF7는 열린다.", "particle-form", "WWF7은"),
    ("ko", "COP21으로 간다.", "particle-form", "COP21로"),
    ("ko", "LCM를 쓴다.", "particle-form", "LCM을"),
    ("ko", "SDGs은 목표이다.", "particle-form", "SDGs는"),
    ("ko", "10%을 줄인다.", "particle-form", "10%를"),
    ("ko", "더반적응헌장(DAC)를 지킨다.", "particle-form", "더반적응헌장(DAC)을"),
    ("ko", "지역를 돕는다.", "particle-form", "지역을"),
    ("ko", "도시을 돕는다.", "particle-form", "도시를"),
    ("ko", "서울으로 간다.", "particle-form", "서울로"),
    ("ko", "세계물포럼（WWF7）에서 배운다.", "punctuation-fullwidth", "세계물포럼(WWF7)에서"),
    ("ko", "「회복력」을 높인다.", "punctuation-fullwidth", "‘회복력’을"),
    ("ko", "아시아ㆍ태평양을 본다.", "interpunct-form", "아시아·태평양을"),
    ("ko", "도시,지역을 돕는다.", "punctuation-without-space", "도시, 지역을"),
    ("ko", "세계물포럼 (WWF7)에서 배운다.", "bracket-detached", "세계물포럼(WWF7)에서"),
    ("ko", "“회복력”을 높인다.", "quotes-form", "‘회복력’을"),
    ("ko", "'회복력'을 높인다.", "quotes-form", "‘회복력’을"),
    ("ko", "이는 2015-2021년의 계획이다.", "range-mark", "2015~2021년의"),
    ("ko", "2015 ~ 2021년의 계획이다.", "range-mark", "2015~2021년의"),
    ("ko", "도시를 지원합니다.", "register-polite", "지원한다."),
    ("ko", "실천이 필요합니다.", "register-polite", "필요하다."),
    ("ko", "도시가 있습니다.", "register-polite", "있다."),
    ("ko", "도시를 지원해요.", "register-polite", "지원한다."),
    ("ko", "도시를 돕는다 ㅇ", "jamo-stray", ""),
    ("ko", "도시를 돕는다", "sentence-end-missing", "돕는다."),
    ("ko", "도시를 지원한다 다음 일을 한다.", "sentence-end-missing", "지원한다. 다음"),
    ("ja", "都市(WWF7)で学ぶ。", "punctuation-halfwidth", "都市（WWF7）で学ぶ。"),
    ("ja", "都市,地域を支援する.", "punctuation-halfwidth", "都市、地域を支援する。"),
    ("ja", "ｶﾞｽを減らす。", "halfwidth-kana", "ガスを減らす。"),
    ("ja", "２０１８年に１０％減る。", "fullwidth-alphanumeric", "2018年に10%減る。"),
    ("ja", "都市，地域を見る．", "punctuation-form", "都市、地域を見る。"),
    ("ja", "都市\u3000を見る。", "space-unusual", "都市を見る。"),
    ("ja", "ICLEI は都市を見る。", "space-needless", "ICLEIは都市を見る。"),
    ("ja", "都市を 見る。", "space-needless", "都市を見る。"),
    ("ja", "“都市”を見る。", "quotes-form", "「都市」を見る。"),
    ("ja", "2015～2021年の計画である。", "range-mark", "2015〜2021年の計画であ"),
    ("ja", "都市を支援します。", "register-polite", "都市を支援する。"),
    ("ja", "計画です。", "register-polite", "計画である。"),
    ("ja", "都市を支援してください。", "register-polite", "都市を支援する。"),
    ("ja", "都市をを見る。", "particle-repeated", "都市を見る。"),
    ("ja", "都市を見る", "sentence-end-missing", "都市を見る。"),
    ("ja", "は**「回復力」**を見る。", "emphasis-broken", "は「**回復力**」を見る。"),
    ("ja", "は**回復力。**を見る。", "emphasis-broken", "は**回復力**。を見る。"),
    ("ja", "［次］（id:4.8）を見る。", "link-broken", "[次](id:4.8)を見る。"),
    ("ko", "쓸수 있게 한다.", "space-missing", "쓸 수 있게"),
    ("ko", "할수있다.", "space-missing", "할 수 있다."),
    ("ko", "할 수있다.", "space-missing", "수 있다."),
    ("ko", "내다보지못한 과제를 푼다.", "space-missing", "내다보지 못한"),
    ("ko", "하는것을 본다.", "space-missing", "하는 것을"),
    ("ko", "도시이 돕는다.", "particle-form", "도시가"),
    ("ko", "프로그램가 있다.", "particle-form", "프로그램이"),
    ("ko", "도구을를 쓴다.", "particle-repeated", "도구를"),
    ("ko", "GHG은는 준다.", "particle-repeated", "GHG는"),
    ("ko", "차원에서에서 돕는다.", "particle-repeated", "차원에서"),
    ("ko", "도시의의 기능을 본다.", "particle-repeated", "도시의"),
    ("ko", "국제적인 국제적인 개념을 본다.", "word-repeated", "국제적인"),
    ("ko", "프로그램을 확대함.", "register-informal", "확대한다."),
    ("ko", "프로그램을 확대할 것.", "register-informal", "확대한다."),
    ("ko", "프로그램을 확대해.", "register-informal", "확대한다."),
    ("ko", "알려 주세요.", "register-polite", "준다."),
    ("ko", "비률을 낮춘다.", "spelling-wrong", "비율을"),
    ("ko", "도시，지역을 돕는다.", "punctuation-fullwidth", "도시, 지역을"),
    ("ko", "도시를 돕고,", "sentence-unfinished", "돕고…."),
    ("ja", "国际的な都市を见る。", "kanji-form", "国際的な都市を见る。"),
    ("ja", "國際的な都市を見る。", "kanji-form", "国際的な都市を見る。"),
    ("ja", "グロ一バルな都市を見る。", "letter-lookalike", "グローバルな都市を見る。"),
    ("ja", "プ口グラムを見る。", "letter-lookalike", "プログラムを見る。"),
    ("ja", "地域の地域の実情を見る。", "word-repeated", "地域の実情を見る。"),
    ("ja", "支援するする。", "word-repeated", "支援する。"),
    ("ja", "都市がを見る。", "particle-repeated", "都市を見る。"),
    ("ja", "都市のの力を見る。", "particle-repeated", "都市の力を見る。"),
    ("ja", "核だよ。", "register-informal", "核である。"),
    ("ja", "5，000万人を見る。", "punctuation-form", "5,000万人を見る。"),
    ("ja", "5、000万人を見る。", "punctuation-form", "5,000万人を見る。"),
    ("ja", "｢都市｣を見る。", "punctuation-form", "「都市」を見る。"),
    ("ja", "＊＊都市。＊＊を見る。", "emphasis-broken", "**都市**。を見る。"),
    ("ja", "2015—2021年の計画を見る。", "range-mark", "2015〜2021年の計画を見"),
    ("ja", "都市を見て、", "sentence-unfinished", "都市を見て…。"),
    ("ja", "か゛すを減らす。", "letters-decomposed", "がすを減らす。"),
    ("ja", "20㎞を走る。", "letters-squeezed", "20kmを走る。"),
    ("en", "ICLEI’s “support” is here.", "quotes-form", "ICLEI's"),
    ("en", "Cities（WWF7）learn。", "punctuation-fullwidth", "Cities(WWF7)learn."),
    ("en", "Cities learn ; they grow.", "space-before-punctuation", "learn;"),
    ("en", "Cities fall by 10 %.", "space-before-punctuation", "10%."),
    ("en", "Cities,regions learn.", "punctuation-without-space", "Cities, regions"),
    ("en", "Cities learn.They grow.", "punctuation-without-space", "learn. They"),
    ("en", "The forum(WWF7) meets.", "bracket-without-space", "forum (WWF7)"),
    ("en", "It is the the city.", "word-repeated", "the"),
    ("en", "The years 2015-2021 pass.", "range-mark", "2015–2021"),
    ("en", "Cities learn - and grow.", "dash-form", "learn – and"),
    ("en", "Cities learn. they grow.", "sentence-capital-missing", "They"),
    ("en", "Cities learn", "sentence-end-missing", "learn."),
    ("en", "They sign a memorandum of understanding", "sentence-end-missing", "understanding."),
    ("ja", "エネルギ－と資源を使う。", "letter-lookalike", "エネルギーと資源を使う。"),
    ("ko", "이미 참여하고있다.", "space-missing", "참여하고 있다."),
    ("ko", "회원이이 쓴다.", "particle-repeated", "회원이"),
    ("en", "Cities\u00a0learn.", "space-unusual", "Cities learn."),
    ("zh", "城市，，城市。", "punctuation-repeated", "城市，城市。"),
    ("zh", "城市。。", "punctuation-repeated", "城市。"),
    ("zh", "城市......", "ellipsis-dots", "城市…"),
    ("zh", "（城市。", "bracket-unpaired", "（城市。…）"),
    ("zh", "城市）。", "bracket-unpaired", "（…城市）。"),
    ("zh", "ab  cd", "space-doubled", "ab cd"),
    ("zh", "ab , cd", "space-before-punctuation", "ab,"),
    ("zh", "( ab )", "space-inside-bracket", "(ab)"),
    ("zh", "ab **cd **ef", "emphasis-broken", "**cd** ef"),
    ("zh", "ab `cd", "emphasis-broken", "cd"),
    ("zh", "[ab] (id:4.8)", "link-broken", "[ab](id:4.8)"),
)  # fmt: skip
"""A text, the slip in it and what is better."""
UNCHANGED = (
    ("ko", "2015 생태교통 세계축제와 C40 도시 12개, 3차 회의와 21건을 본다."),
    ("ko", "도시는 3년 안에 200곳에서 10%를 줄이고 5천만 명이 43억 달러를 쓴다."),
    ("ko", "GHG를, MRV와, WWF7은, ICLEI는, UN은, SDGs를 쓴다."),
    ("ko", "마을은 가을을 지을 곳이다. 효과와 초과 효과, 나은 결과를 본다. 앞으로 서로 돕는다."),
    ("ko", "더반적응헌장(DAC)을 (공동으로) 지키고 ‘이클레이’를 돕는다."),
    ("ko", "그는 아니다. 힘을 지니다. 이것이 중요."),
    ("ko", "시행한다 해도 어렵다. 실수 있는 사람을 돕는다. 회의의 결과와 성과를 본다. 기후 재해."),
    ("ko", "도시이다. 이클레이가 이 일을 한다. 국민국가가 모인다. 포함. 43㎢이다."),
    ("ko", "ISO 37120과 UN-Habitat, 9/11 이후를 2012~2017년에 본다."),
    ("ja", "支持者を励ます。水を澄ます。"),
    ("ja", "2015年に5,000万人、25.4%、ISO 37120、If Mayors Ruled the Worldを見る。"),
    ("ja", "ワシントンD.C.の市長は（WWF7）「都市」を見る。"),
    ("ja", "プロキュラ+、api.jsonと、2012〜2017年、都市－地域、！を見る。"),
    ("ja", "2050年までである。悩むものの、人と人とが、ますます近づく。国連をはじめとする圳。"),
    ("ja", "第1部\u3000都市。"),
    ("en", "Washington, D.C. in 2015, e.g. the Mayors' Forum; it had had 1,500 cities (37)."),
    ("en", 'See agendas.json, member(s), 9/11, "quoted" words and 2012–2017.'),
    ("en", "Wait… what? Rio+20: the end!"),
    ("zh", "城市（城市）「城市」 a) 1) …"),
)  # fmt: skip
"""Good texts that look nearly like slips."""
INCOMPLETE = {"bracket-unpaired", "emphasis-broken", "link-broken", "sentence-unfinished"}
"""Slips of which what is better shows the way, and the writer goes it."""


RULES = (
    rules.texts_are_written_as_their_language_is,
    rules.headlines_have_a_fitting_length,
    rules.phrases_are_written_as_their_language_is,
    rules.interface_words_are_written_as_their_language_is,
)


def found(language: str, text: str) -> list[Slip]:
    """Return the slips in a paragraph."""
    return list(mistakes(language, text, paragraph=language != "zh"))


@pytest.mark.parametrize(("language", "text", "name", "better"), SLIPS)
def test_a_slip_is_named_with_what_is_better(language: str, text: str, name: str, better: str) -> None:
    """Each slip has its name and its better."""
    assert (name, better) in [(slip.name, slip.better.strip()) for slip in found(language, text)]


@pytest.mark.parametrize(("language", "text"), UNCHANGED)
def test_good_text_stays_silent(language: str, text: str) -> None:
    """What is right is not told."""
    assert found(language, text) == []


PIECES = st.lists(
    st.sampled_from([*"가나를을는은 이다.,()（）「」。、“”'\"-~～〜*_`[]|%·・ㆍ5０ＡｶﾞAGHSsab\u00a0\u3000", "합니다", "です", "ます", "GHG", "2015", "만명", "the "])
).map("".join)  # fmt: skip


@given(st.sampled_from(["ko", "ja", "en", "zh"]), st.one_of(st.text(), PIECES))
def test_any_text_can_be_read_and_mended(language: str, text: str) -> None:
    """No text breaks the rules; what is found stands there, and writing what is better takes that slip away."""
    for slip in found(language, text):
        assert text[slip.at : slip.at + len(slip.found)] == slip.found
        if slip.name not in INCOMPLETE:
            assert slip not in found(language, slip.mended(text))


LINES = (
    ("##Track {#1.1}", "heading-space-missing", "## Track {#1.1}"),
    ("＃＃ 강 {#1.1}", "heading-space-missing", "## 강 {#1.1}"),
    ("##\u3000川 {#1.1}", "heading-space-missing", "## 川 {#1.1}"),
    ("-강을 맑게 한다.", "list-mark-unknown", "- 강을 맑게 한다."),
    ("・川をきれいにする。", "list-mark-unknown", "- 川をきれいにする。"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "table-not-allowed", "- a: b"),
    ("a | b\n--|--\n1 | 2", "table-not-allowed", "- a: b"),
    ("강을 맑게 한다 {#1.1 ko=3f9a2c1b}", "heading-mark-missing", "## 강을 맑게 한다 {#1.1 ko=3f9a2c1b}"),
)


@pytest.mark.parametrize(("text", "name", "better"), LINES)
def test_a_misread_line_is_told(text: str, name: str, better: str | None) -> None:
    """What does not become what it looks like is told where it stands, also before the first heading."""
    values = {"found": text.split("\n", maxsplit=1)[0], **({"better": better} if better else {})}
    assert list(misread("a.md", text, 4)) == [Problem.of("a.md", 4, name, **values)]
    assert Problem.of("a.md", 4, name, **values) in parse_document("a.md", f"---\nagenda: 1\n---\n{text}\n")[1]


@pytest.mark.parametrize(
    "text",
    [
        "## A {#1.1}",
        "- a\n- b",
        "**b** a",
        "-5 degrees",
        "Title {#1.1}\n=======",
        "- a\n---",
        "at 10:30 and 11:45:",
        "* a\n+ b",
        "#",
        "1. a",
    ],
)
def test_ordinary_lines_are_not_misread(text: str) -> None:
    """Headings, lists and numbers are what they look like."""
    assert list(misread("a.md", text, 1)) == []


@pytest.mark.parametrize("mark", ["[^1]", "[[page]]", "~~", ":smile:", "!!!", "- [ ]"])
def test_marks_of_other_tools_are_told(mark: str) -> None:
    """A footnote, a tick or a struck word would stay visible."""
    assert list(misread("a.md", f"{mark} rivers", 4)) == [Problem.of("a.md", 4, "mark-foreign", found=mark)]


def test_a_line_under_another_is_told_alone() -> None:
    """It makes no heading, and the text above it stays that of its section."""
    document, told = parse_document("a.md", "---\nagenda: 1\n---\n## A {#1.1}\n\nRivers.\n---\n")
    assert list(told) == [Problem.of("a.md", 7, "line-underlining", found="---")]
    assert [section.id for section in document.sections] == ["1.1"]


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("{ #1.1 ko=3f9a2c1b}", "{#1.1 ko=3f9a2c1b}"),
        ("{# 1.1 ko=3f9a2c1b}", "{#1.1 ko=3f9a2c1b}"),
        ("{1.1 ko=3f9a2c1b}", "{#1.1 ko=3f9a2c1b}"),
        ("{#1.1 ko=3F9A2C1B}", "{#1.1 ko=3f9a2c1b}"),
        ("{#1.1 ko = 3f9a2c1b}", "{#1.1 ko=3f9a2c1b}"),
        ("{#1.1 ko=3f9a2c1b", "{#1.1 ko=3f9a2c1b}"),
        ("#1.1 ko=3f9a2c1b}", "{#1.1 ko=3f9a2c1b}"),
        ("{#1.1 ko=3f9a2c1b} now", "{#1.1 ko=3f9a2c1b}"),
        ("｛#1.1 ko=3f9a2c1b｝", "{#1.1 ko=3f9a2c1b}"),
        ("{#1.1 ko=XYZ}", "{#1.1}"),
    ],
)
def test_a_broken_id_is_told_with_the_right_one(written: str, better: str) -> None:
    """What is left of an id is enough to know the section by, and to say what to write."""
    document, told = parse_document("a.md", f"---\nagenda: 1\n---\n## Rivers {written}\n\nRivers.\n")
    assert list(told) == [Problem.of("a.md", 4, "heading-id-broken", found=written, better=better)]
    assert [(section.id, section.title) for section in document.sections] == [("1.1", "Rivers")]


@pytest.mark.parametrize("text", ["<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main", "a\n>>>>>>> main"])
def test_what_a_merge_left_is_told_alone(text: str) -> None:
    """Both versions stand in the file: what else is wrong follows from it."""
    with pytest.raises(ProblemsError) as raised:
        parse_document("a.md", f"---\nagenda: 1\n---\n## A {{#1.1}}\n\n{text}\n")
    assert [problem.name for problem in raised.value.problems] == ["merge-conflict"]


def test_the_real_texts_have_no_slip(plan: Plan) -> None:
    """Every rule is silent over the whole plan."""
    assert [problem for rule in RULES for problem in rule(plan)] == []
