"""Exceptions that a text declares: what they allow, what they are no part of, and when they are mistakes themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.exceptions import EXCUSABLE
from scripts.exceptions import exemption
from scripts.markdown import body, parse_document, plain
from scripts.messages import catalogue
from scripts.render import render
from scripts.version import version
from tests.conftest import problems_of
from tests.test_rules import EN
from tests.test_standing import replace

COMMENT = '<!-- allow percent-missing "10": the sentence says one part in ten -->'
HEAD = "---\na: 1\n---\n## A {#a}\n\n"


def names(root: Path) -> list[str]:
    """Return the names of all problems."""
    return [problem.name for problem in problems_of(root)]


def declare(root: Path, comment: str) -> None:
    """Write `comment` at the end of the section 1.2 in English."""
    replace(root, EN, "in three years.\n", f"in three years.\n\n{comment}\n")


def test_an_exception_allows_what_it_names(small: Path) -> None:
    """The problem of this name and value in this section is not told, and nothing else is kept back."""
    replace(small, EN, "by up to 10%", "by up to 10 parts")
    assert names(small) == ["percent-missing"]
    declare(small, COMMENT)
    assert names(small) == []
    replace(small, EN, "Every river is clean.", "Every river is 99 times clean.")
    assert names(small) == ["number-unknown"]


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        (COMMENT, "exception-unneeded"),
        (COMMENT.replace('"10"', '"11"'), "exception-unneeded"),
        (COMMENT.replace("percent-missing", "percent-lost"), "exception-unknown"),
        (COMMENT.replace("percent-missing", "section-empty"), "exception-unknown"),
        (COMMENT.replace("percent-missing", "html-in-text"), "exception-unknown"),
        ('<!-- allow percent-missing "10" -->', "exception-malformed"),
        ('<!-- allow percent-missing "10": ok -->', "exception-malformed"),
        ("<!-- allow percent-missing: the sentence says one part in ten -->", "exception-malformed"),
        (f"A word before it. {COMMENT}", "exception-malformed"),
        (f"- {COMMENT}", "exception-malformed"),
        (COMMENT.replace(": the", ":\nthe"), "exception-malformed"),
        (f"{COMMENT} and more", "exception-malformed"),
        ("<!-- a note to myself -->", "html-in-text"),
        (COMMENT.replace("one part", "<b>one</b> part"), "exception-malformed"),
    ],
)
def test_an_exception_that_is_wrong_is_told(small: Path, comment: str, name: str) -> None:
    """An exception that allows nothing, names no check that allows any, or lacks its reason, fails."""
    declare(small, comment)
    assert name in names(small)


def test_every_check_that_allows_exceptions_exists() -> None:
    """Each name is one that some problem has."""
    assert set(catalogue("en")["messages"]) >= EXCUSABLE


def test_an_exception_of_another_section_allows_nothing(small: Path) -> None:
    """It counts where it stands."""
    replace(small, EN, "by up to 10%", "by up to 10 parts")
    replace(small, EN, "Every river is clean.\n", f"Every river is clean.\n\n{COMMENT}\n")
    assert sorted(names(small)) == ["exception-unneeded", "percent-missing"]


def test_an_exception_is_no_part_of_the_text() -> None:
    """Nothing that is made of a section has it: not its text, its version, its page or its lines for a translation tool."""
    document, problems = parse_document("a.md", f"{HEAD}One.\n\n{COMMENT}\n\nTwo.\n")
    bare, _ = parse_document("a.md", f"{HEAD}One.\n\nTwo.\n")
    (section,), (other,) = document.sections, bare.sections
    assert not problems
    assert section.exceptions == (exemption(COMMENT, 8),)
    assert str(section.exceptions[0]) == COMMENT
    assert (body(section), plain(section, " ")) == (body(other), plain(other, " "))
    assert version(section, "ko") == version(other, "ko")
    assert "allow" not in render(section, " ", lambda target: target, lambda _text: [])
    assert section.line_where(lambda line: "10" in line) == section.line


def test_an_import_keeps_exceptions(small: Path, tmp_path: Path) -> None:
    """A translation tool does not see them, and a new translation does not lose them."""
    replace(small, EN, "by up to 10%", "by up to 10 parts")
    declare(small, COMMENT)
    file = tmp_path / "en.po"
    assert main(["--root", str(small), "export", "en", "--format", "po", "--output", str(file)]) == 0
    text = file.read_text(encoding="utf-8")
    assert "allow" not in text
    file.write_text(text.replace("Water use will fall", "The use of water will fall"), encoding="utf-8")
    assert main(["--root", str(small), "import", "en", str(file)]) == 0
    assert f"The use of water will fall by up to 10 parts in three years.\n\n{COMMENT}\n" in (small / EN).read_text(
        encoding="utf-8"
    )
    assert names(small) == []
