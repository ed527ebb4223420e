"""How Japanese is written here: full-width marks, half-width letters and digits, no spaces, である調."""

from __future__ import annotations

import re
import unicodedata

from scripts.typography import kanji
from scripts.typography.slips import Rule, ended, replaced, translated, unusual_space

J = "\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uff01-\uff60"
"""Characters of Japanese text, its marks among them."""
PARTICLES = "がを|をが(?!ま)|はを|をは(?![じか])|(?<![たなら])が{2,}|は{2,}(?!が)|に{2,}(?!ぎ)|(?<!も)の{2,}|(?<!ま)で{2,}|を{2,}"
"""Particles that follow each other in a slip alone."""
WIDE = str.maketrans(",.:;!?()", "、。：；！？（）")
ENDINGS = (
    ("してください", "する"), ("いてください", "く"), ("ってください", "る"), ("んでください", "む"), ("てください", "る"), ("ください", "…る"), ("下さい", "…る"),
    ("ではありません", "ではない"), ("ありません", "ない"), ("りません", "らない"), ("きません", "かない"), ("ませんでした", "なかった"), ("ません", "ない"),
    ("しました", "した"), ("りました", "った"), ("ちました", "った"), ("びました", "んだ"), ("みました", "んだ"), ("きました", "いた"), ("ました", "た"),
    ("でしょう", "であろう"), ("ましょう", "る"), ("でした", "であった"), ("です", "である"),
    ("できます", "できる"), ("ています", "ている"), ("でいます", "でいる"), ("います", "う"), ("します", "する"), ("きます", "く"), ("ぎます", "ぐ"),
    ("ります", "る"), ("びます", "ぶ"), ("みます", "む"), ("ちます", "つ"), ("ます", "る"),
)  # fmt: skip
"""Polite endings, the longer first, and plain ones to begin with; the writer sees to the verb."""
PLAIN = "励悩覚冷醒済澄騙脅増だなさ"
"""What stands before ます where it is no ending: 励ます, 澄ます, だます."""


def _wide(match: re.Match[str]) -> str:
    """Return a mark as wide as the text around it."""
    shortened = match[0] == "." and re.search(
        r"(?<![A-Za-z])[A-Za-z]\.[A-Za-z]$", match.string[: match.start()]
    )  # D.C.
    return match[0] if shortened else match[0].translate(WIDE)


def _plain(match: re.Match[str]) -> str:
    return next(plain for polite, plain in ENDINGS if match[0] == polite)


RULES: tuple[Rule, ...] = (
    replaced("punctuation-halfwidth", rf"\((?=[^()]*[{J}])[^()（）]*\)|(?<=[{J}])\([^()（）]*\)|\([^()（）]*\)(?=[{J}])|(?<=[{J}])(?:[,:;!?()]|\.(?!\.))|(?<!\.)[,.:;!?()](?=[{J}])", _wide),
    replaced("halfwidth-kana", "[\uff66-\uff9f]+", lambda match: unicodedata.normalize("NFKC", match[0])),
    replaced("fullwidth-alphanumeric", "[０-９Ａ-Ｚａ-ｚ％＋]+", lambda match: unicodedata.normalize("NFKC", match[0])),
    replaced("punctuation-form", r"(?<=\d)[，、](?=\d{3}(?!\d))", ","),
    translated("punctuation-form", {"｡": "。", "､": "、", "｢": "「", "｣": "」", "･": "・"}),
    replaced("punctuation-form", "(?:(?<!\\d)，|，(?!\\d{3}(?!\\d))|．)+", lambda match: match[0].translate({ord("，"): "、", ord("．"): "。"})),
    translated("punctuation-form", {"·": "・", "‧": "・", "•": "・"}),
    unusual_space("", r"(?<![部章節編])"),
    replaced("space-needless", rf"(?<=[{J}])(?<!＊) +(?=[{J}A-Za-z0-9(])(?!\d{{4}}-\d{{4}}(?!\d|年))|(?<=[A-Za-z0-9%)]) +(?=[{J}])|(?<=\d) +(?=%)", ""),
    replaced("quotes-form", r"[“\"]([^“”\"]*)[”\"]", r"「\1」"),
    replaced("quotes-form", rf"[‘']([^‘’']*[{J}][^‘’']*)[’']", r"「\1」"),
    replaced("range-mark", rf"(?<=[\d年月日%])[～~∼](?=\d)|(?<=\d{{4}})[-–—―ー](?=\d{{4}}年)|(?<=[{J}])[～~∼]|[～~∼](?=[{J}])", "〜"),
    replaced("register-polite", rf"(?<![{PLAIN}])(?:{'|'.join(polite for polite, _ in ENDINGS)})(?=[。！？」）]|$|か。|が、|ので|から)", _plain),
    replaced("register-informal", r"(?:んだよ|だよ|だね|よね|(?<=[るた])よ)(?=[。！])", lambda match: "である" if "だ" in match[0] else ""),
    replaced("particle-repeated", PARTICLES, lambda match: match[0][-1]),
    replaced("word-repeated", rf"([{kanji.KATAKANA}]{{3,}}(?:の|を|に|は|が|と|な)?|[\u4e00-\u9fff]{{2,}}(?:的な|的に|の|を|に|は|が|な)?)\1+|(する|ある|いる|した|れる)\2+(?=。)", lambda match: match[1] or match[2]),
    *kanji.RULES,
)  # fmt: skip
SENTENCES: tuple[Rule, ...] = (ended("。"),)
