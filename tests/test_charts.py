"""Charts: labels of any length are seen whole."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.charts import WIDTH, Bar, bars, wrapped

KO = "에너지와 관련하여 배출되는 온실가스의 전체 양 가운데 세계의 도시들이 내보내는 것으로 알려진 비율"
JA = "エネルギーに関連して排出される温室効果ガスの総量のうち、世界の都市が出しているとされる割合（2015年にICLEIが調べたもの）"
EN = "The share of all greenhouse gases related to energy that the cities of the world are known to give off, by 2050"


@pytest.mark.parametrize("label", [KO, EN])
def test_labels_break_at_spaces(label: str) -> None:
    """Korean and English words stay whole, and no line is longer than the picture is wide."""
    lines = wrapped(label)
    assert len(lines) > 1
    assert " ".join(lines) == label
    assert all(drawn(line) <= WIDTH for line in lines)


def test_japanese_labels_break_between_letters() -> None:
    """Japanese lines are filled, numbers and names stay whole, and no line begins or ends with what must not stand there."""
    lines = wrapped(JA)
    assert "".join(lines) == JA
    assert all(drawn(line) > WIDTH - 60 for line in lines[:-1])
    assert all(drawn(line) <= WIDTH for line in lines)
    assert not any(re.search(r"^[、）ー]|（$", line) for line in lines)
    assert all(word in " ".join(lines) for word in ("2015", "ICLEI"))


def test_a_bracket_or_long_sound_is_not_parted_from_its_letter() -> None:
    """Wherever the line ends, brackets, commas and long sounds stay with the letter they belong to."""
    for before in range(24, 32):
        lines = wrapped("水" * before + "データ、（ICLEI（都市）")
        assert not any(re.search(r"^[、）ー]|（$", line) for line in lines), lines


@given(st.text(st.sampled_from("가나 다水都「（）、ーabc12-"), min_size=1, max_size=200))
def test_nothing_of_a_label_is_lost(label: str) -> None:
    """Whatever a label holds stands in its lines, in order."""
    assert "".join("".join(wrapped(label)).split()) == "".join(label.split())


def test_a_longer_label_moves_what_follows_down() -> None:
    """The value and the bar stand under the last line, the next label under the bar, and the picture is high enough."""
    short, long = (bars([Bar(label, 1, "1"), Bar("b", 2, "2")], "a", "b") for label in ("a", KO))
    extra = 16 * (len(wrapped(KO)) - 1)
    assert extra > 0
    assert height(long) == height(short) + extra
    for name in ("text", "rect"):
        assert tops(long, name)[-1] == tops(short, name)[-1] + extra
    assert sorted(tops(long, "text")) == tops(long, "text")


def drawn(line: str) -> float:
    """Return how wide a line is at most, with letters twelve units high."""
    return sum(12 if unicodedata.east_asian_width(letter) in "FW" else 7.2 for letter in line)


def tops(picture: str, element: str) -> list[int]:
    """Return where the elements of this name stand, from the top."""
    return [int(y) for y in re.findall(rf'<{element} [^>]*?\by="(\d+)"', picture)]


def height(picture: str) -> int:
    """Return the height of a picture."""
    return int(re.findall(r'viewBox="0 0 \d+ (\d+)"', picture)[0])
