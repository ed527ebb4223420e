"""How Korean is written here: units and particles attached, half-width marks, ‘ ’, 해라체."""

from __future__ import annotations

import re
import unicodedata

from scripts.typography import particles
from scripts.typography.slips import Rule, ended, replaced, space_before, translated, unusual_space

H = "가-힣"
HANGUL = re.compile(f"[{H}]{{2}}")
NUMBER = r"(?<![A-Za-z0-9.,+-])\d[\d,.]*"
UNITS = "년대|년도|개년|년|개월|월|일|주|시간|분|초|세기|개국|개|곳|명|건|번째|번|차|회|위|절|쪽|장|배|가지|톤|달러|원|유로|엔|퍼센트|세|인|층|호|단계|점"
COUNTED = "명|개국|개|곳|건|톤|달러|원|유로|엔|가구|종|마리|회|번|배"
ATTACHED = rf"(?:을|를|이|가|은|는|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|마다|씩|당|간|째|여|인|이다|이며|이고)?(?:는|도|의)?(?![{H}])"
"""A particle, or none, and the end of the word."""
MARKS = str.maketrans(
    {"、": ", ", "。": ".", "「": "‘", "」": "’", "『": "‘", "』": "’", "《": "‘", "》": "’", "〈": "‘", "〉": "’"}
)
POLITE_BIEUP, NIEUN = 17, 4
"""The numbers of the final consonants of 합 and 됩, and of 한 and 된, in a syllable."""
ADJECTIVES = ("필요하", "중요하", "가능하", "다양하", "부족하", "충분하", "심각하", "시급하", "아니", "이")
CLEAR = "있없같좋높많넓작적깊낮쉽었았였겠렸졌됐했갔왔"
"""Syllables after which 습니다 becomes 다 and not 는다."""


SPELLINGS = {
    "됬": "됐", "역활": "역할", "몇일": "며칠", "갯수": "개수", "댓가": "대가", "촛점": "초점", "일일히": "일일이", "통채로": "통째로",
    "왠만": "웬만", "금새 ": "금세 ", "구지 ": "굳이 ", "비률": "비율", "참여률": "참여율", "장율": "장률", "업율": "업률", "출율": "출률", "할려고": "하려고", "되요": "돼요",
}  # fmt: skip
"""Words that are often spelled wrongly, and how they are spelled."""
INFORMAL = {
    "함": "한다", "됨": "된다", "해": "한다", "할 것": "한다", "할게": "한다", "것임": "것이다", "거야": "것이다", "있음": "있다", "없음": "없다", "했음": "했다", "됐음": "됐다",
    "였음": "였다", "했어": "했다", "됐어": "됐다", "있어": "있다", "없어": "없다",
}  # fmt: skip
"""Endings of speech and of notes, and those of written Korean."""
BEFORE_HAE = "피재이공손방오견분침저상양동서남중북수"
"""Syllables with which 해 is a noun: 피해, 재해."""
RIEUL = 8
"""The number of the final consonant ㄹ in a syllable."""
SHORT_VERBS = "할될쓸볼줄갈올살알열"
"""Verbs of one syllable before 수: 할 수."""


def _able(match: re.Match[str]) -> str:
    """Return 할 수 for 할수, where what stands before 수 is a verb: it ends in ㄹ, and is no noun such as 실수."""
    stem = match[1]
    future = (ord(stem[-1]) - ord("가")) % 28 == RIEUL
    return f"{stem} 수 " if future and (len(stem) > 1 or stem in SHORT_VERBS) else match[0]


def _written(match: re.Match[str]) -> str:
    return INFORMAL[match[0]]


def _halfwidth(match: re.Match[str]) -> str:
    between = match[0] == "，" and HANGUL.fullmatch(match.string[match.start() - 1 : match.end() + 1 : 2])
    return ", " if between else unicodedata.normalize("NFKC", match[0].translate(MARKS))


def _plain(match: re.Match[str]) -> str:
    """Return the plain form of a polite ending, as far as it is certain; the writer sees to the rest."""
    stem, ending = match["stem"], match["ending"]
    if ending == "습니다":
        return f"{stem}다" if stem[-1] in CLEAR else f"{stem}는다"
    if ending == "니다" and (ord(stem[-1]) - 0xAC00) % 28 == POLITE_BIEUP:
        open_stem = stem[:-1] + chr(ord(stem[-1]) - POLITE_BIEUP)
        return (
            f"{open_stem}다"
            if open_stem.endswith(ADJECTIVES)
            else f"{stem[:-1]}{chr(ord(stem[-1]) - POLITE_BIEUP + NIEUN)}다"
        )
    if ending == "니다":
        return match[0]
    if ending == "세요" and not (ord(stem[-1]) - 0xAC00) % 28:
        return f"{stem[:-1]}{chr(ord(stem[-1]) + NIEUN)}다"
    return (
        f"{stem}다" if stem[-1] in CLEAR else {"해요": f"{stem}한다", "하세요": f"{stem}한다"}.get(ending, f"{stem}…다")
    )


RULES: tuple[Rule, ...] = (
    replaced("unit-detached", rf"({NUMBER}) +(?=(?:{UNITS}){ATTACHED})|({NUMBER}) +(?=[%℃㎢]|(?:km|cm|kg|ha|MW)(?![A-Za-z]))|({NUMBER}) +(?=(?:천|백)?[만억](?![{H}]))", lambda match: match[0].rstrip()),
    replaced("step-attached", rf"(?<=\d)((?:천|백)?[만억조])(?=(?:{COUNTED}){ATTACHED})", r"\1 "),
    replaced("particle-detached", r"(?<=[A-Za-z%)’]) +(?=(?:은|는|가|을|를|과|와|의|에|로|으로|에서|에게|도|까지|부터)(?:는|도|의)?(?![가-힣]))", ""),
    replaced("particle-detached", r"(?<=[가-힣]) +(?=(?:를|을|는|에서|으로|에게|까지|부터)(?:는|도|의)?(?![가-힣]))", ""),
    *particles.RULES,
    replaced("space-missing", rf"(?<=[{H}]지)(?=못(?:한|하|했|할))|(?<=[{H}]지)(?=않[는은았을고아])|(?<= 수)(?=(?:있|없)(?:다|는|게|고|도록|으|어|을|던))|(?<=[{H}]고)(?=있(?:다|는|으|어|었|을|던)[.,{H}]*)|(?<=[{H}][는할될])(?=것(?:이다|이|을|은|과|도|으로)?(?![{H}]))", " "),
    replaced("space-missing", rf"(?<![{H}])([{H}]+)수 ?(?=(?:있|없)[{H}])", _able),
    replaced("register-informal", rf"(?<=[{H}])(?:할 것|것임|됨|있음|없음|했음|됐음|였음|했어|됐어|있어|없어|거야|할게|(?<!포)함|(?<=[{H}]{{2}})(?<![{BEFORE_HAE}])해)(?=[.!])", _written),
    replaced("spelling-wrong", "|".join(SPELLINGS), lambda match: SPELLINGS[match[0]]),
    replaced("word-repeated", rf"(?<![{H}])([{H}]{{2,}})(?: \1)+(?![{H}])", r"\1"),
    replaced("punctuation-fullwidth", "[\uff01-\uff5d、。「」『』《》〈〉]+", _halfwidth),
    translated("interpunct-form", {"・": "·", "ㆍ": "·", "‧": "·", "•": "·", "･": "·", "∙": "·", "ᆞ": "·"}),
    unusual_space(" "),
    space_before(";:!?"),
    replaced("punctuation-without-space", rf"(?<=[{H})’])([,.:;])(?=[{H}‘])", r"\1 "),
    replaced("bracket-detached", rf"(?<=[{H}A-Za-z0-9’]) +(?=\([A-Z0-9][^()가-힣]*\))", ""),
    replaced("quotes-form", r"[“”\"„«»]([^“”\"„«»]*)[“”\"„«»]", r"‘\1’"),
    replaced("quotes-form", r"(?<![A-Za-z])'([^']*)'(?![A-Za-z])", r"‘\1’"),
    replaced("range-mark", r"[～〜∼]|(?<=[^\w-]\d{4})[-–—](?=\d{4}년)|(?<=^\d{4})[-–—](?=\d{4}년)|(?<=[\d년월일%]) +~ *(?=\d)|(?<=[\d년월일%])~ +(?=\d)", "~"),
    replaced("register-polite", rf"(?P<stem>[{H}]+?)(?P<ending>습니다|니다|하세요|세요|해요|이에요|예요|어요|아요|여요|워요|와요|돼요|하십시오|십시오)(?=[.?!’”)]|$)", _plain),
    replaced("jamo-stray", "[ㄱ-ㅎㅏ-ㅣ]+", ""),
)  # fmt: skip
SENTENCES: tuple[Rule, ...] = (
    replaced(
        "sentence-end-missing",
        r"(?<=[한된이있없는였었았했됐왔]다) (?=[가-힣])(?!해도|하더|보|는|고|싶|할|한들|못|치)",
        ". ",
    ),
    ended("."),
)
