"""YAML is read with the line of every value, and nothing in it can break the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.files import parse_yaml, read_text
from scripts.problem import ProblemsError

keys = st.text("abcdefgh", min_size=1, max_size=5)
values = st.recursive(
    st.integers() | st.text("xyz 가あ:", max_size=8),
    lambda inner: st.lists(inner) | st.dictionaries(keys, inner),
    max_leaves=12,
)


@given(st.dictionaries(keys, values))
def test_values_are_those_of_the_yaml_library(value: dict[str, object]) -> None:
    """Whatever the YAML library writes is read back as it was, and every key has a line."""
    text = yaml.safe_dump(value, allow_unicode=True)
    file = parse_yaml("a.yaml", text)
    assert (file.value or {}) == value
    for key in value:
        assert text.split("\n")[file.line(key) - 1].lstrip("?").lstrip().startswith((key, f"'{key}'"))


@given(st.text())
def test_any_text_is_read_or_refused_with_a_line_that_exists(text: str) -> None:
    """No text makes the reader fail in another way than by telling a problem on a line of the file."""
    try:
        parse_yaml("a.yaml", text)
    except ProblemsError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= len(text.splitlines()) + 1


def test_the_nearest_line_is_given_for_what_is_not_there() -> None:
    """A problem about a missing key points at the mapping that lacks it."""
    file = parse_yaml("a.yaml", "top:\n  - name: x\n  - name: y\n", first_line=3)
    assert file.line("top", 1, "kind") == 5
    assert file.line("nothing") == 3


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("a: 1\nb: [1, 2\n", 3, "yaml-invalid"),
        ("a: 1\n\ta: 2\n", 2, "yaml-invalid"),
        ("a: &x [1]\nb: *x\n", 2, "yaml-alias"),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n", 4, "key-repeated"),
        ("a: 2015-13-45\n", 1, "yaml-value-unreadable"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, name: str) -> None:
    """Broken YAML, aliases, repeated keys and impossible dates are refused where they stand."""
    with pytest.raises(ProblemsError) as caught:
        parse_yaml("a.yaml", text)
    assert [(problem.line, problem.name) for problem in caught.value.problems] == [(line, name)]


def test_windows_line_ends_and_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    """Files saved by other editors are read the same."""
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\nagenda: 1\r\n---\r\n")
    assert read_text(tmp_path, "a.md") == "---\nagenda: 1\n---\n"
