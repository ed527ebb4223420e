"""The guides for contributors: three of one shape, and whatever they show is what the program does and says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.messages import Messages
from scripts.pages import pages
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import ROOT, SITE_URL, problems_of
from tests.test_standing import replace, to_do

GUIDES = {"ko": "CONTRIBUTING.ko.md", "ja": "CONTRIBUTING.ja.md", "en": "CONTRIBUTING.md"}
SECTION, EXAMPLE, MESSAGE, LANGUAGE = 1, 4, 5, 6
"""Which section, from 0, shows a section of a text, the worked example, a message of the check, and a new language."""
LONGEST = 120
"""In lines, without the section about the code, which only one of them has at length."""
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"(?!id:|term:)[\w.-]*(?:/[\w.-]*)+|[\w.-]+\.(?:md|yaml|toml)")
TO_BE_MADE = ("docs/zh",)


def read(code: str) -> str:
    """Return the guide in this language."""
    return (ROOT / GUIDES[code]).read_text(encoding="utf-8")


def sections(text: str) -> list[str]:
    """Return the sections of a guide, without what stands before the first; headings inside code blocks begin none."""
    covered = BLOCK.sub(lambda block: block[0].replace("\n## ", "\n\0# "), text)
    return [part.replace("\0", "#") for part in re.split(r"^## ", covered, flags=re.MULTILINE)[1:]]


def blocks(code: str, section: int, kind: str = "") -> list[tuple[str, str]]:
    """Return the code blocks in one section of a guide, each with its kind, in order."""
    found = [(block[1], block[2]) for block in BLOCK.finditer(sections(read(code))[section])]
    return [block for block in found if kind in {"", block[0]}]


def apply(root: Path, difference: str) -> None:
    """Change the file named in the first line: lines that begin with - go, lines with + come, line by line."""
    path, *lines = difference.splitlines()
    old = [line[1:] for line in lines if line.startswith("-")]
    new = [line[1:] for line in lines if line.startswith("+")]
    for before, after in zip(old, new, strict=True):
        replace(root, path, f"{before}\n", f"{after}\n")


@pytest.mark.parametrize("code", GUIDES)
def test_the_site_leads_to_the_guide_of_the_language(plan: Plan, code: str) -> None:
    """The page about the site names the guide in its language, and links to it where it is known where the files are kept."""
    texts = Texts(Views(plan), code)
    link = f'<a href="https://git.example/a/blob/HEAD/{GUIDES[code]}" rel="external">{GUIDES[code]}</a>'
    assert pages(texts, SITE_URL, "https://git.example/a")["about.md"].count(link) == 1
    without = pages(texts, SITE_URL)["about.md"]
    assert GUIDES[code] in without
    assert "blob/HEAD" not in without


def test_the_guides_have_one_shape() -> None:
    """Each language has its guide, short, with as many sections and the same kinds of code blocks in them."""
    assert set(GUIDES.values()) == {path.name for path in ROOT.glob("CONTRIBUTING*.md")}
    count = len(sections(read("en")))
    for code in GUIDES:
        assert len(sections(read(code))) == count
        assert len(read(code).removesuffix(sections(read(code))[-1]).splitlines()) <= LONGEST
        for section in (SECTION, MESSAGE, LANGUAGE):
            assert [kind for kind, _ in blocks(code, section)] == [kind for kind, _ in blocks("en", section)]


@pytest.mark.parametrize("code", GUIDES)
def test_every_section_of_a_text_is_shown_as_it_is_written(marked: Path, code: str) -> None:
    """The section that a guide shows, with its mark, is one of the small plan."""
    ((_, shown),) = blocks(code, SECTION, "markdown")
    assert shown in (marked / f"docs/{code}/agendas/water-city.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", GUIDES)
def test_the_example_is_true(marked: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Step by step, each change can be made, and each message is all that `status` says at that point."""
    language = "en" if code == "en" else "ja"
    for kind, text in blocks(code, EXAMPLE):
        if kind == "diff":
            apply(marked, text)
        else:
            capsys.readouterr()
            assert main(["--root", str(marked), "status", language]) == 0
            assert capsys.readouterr().out == text
    assert {other for other, _ in to_do(marked)} == {"ja", "en"} - {language}
    assert problems_of(marked) == []


@pytest.mark.parametrize("code", GUIDES)
def test_the_command_of_the_example_writes_the_mark(marked: Path, code: str) -> None:
    """The command that a guide names for a computer leaves the same file as the change in the browser."""
    commands = re.findall(r"`make current IN=(\w+) ID=([\w.#]+)`", sections(read(code))[EXAMPLE])
    differences = blocks(code, EXAMPLE, "diff")
    for language, name in commands:
        apply(marked, differences[0][1])
        assert (language, name) in to_do(marked)
        assert main(["--root", str(marked), "current", language, name]) == 0
        assert (language, name) not in to_do(marked)
        heading = next(line for line in differences[-1][1].splitlines() if line.startswith("+## "))
        mark = heading[heading.index("{") :]
        assert mark in (marked / f"docs/{language}/agendas/water-city.md").read_text(encoding="utf-8")
    assert len(commands) == 1


@pytest.mark.parametrize("code", GUIDES)
def test_the_message_of_the_check_is_true(marked: Path, code: str) -> None:
    """The mistake that a guide shows is told in the words that it shows, and nothing else is."""
    (_, mistake), (_, message) = blocks(code, MESSAGE)
    apply(marked, mistake)
    assert Messages().lines(problems_of(marked)) == message.splitlines()


@pytest.mark.parametrize("code", GUIDES)
def test_a_language_is_added_as_the_guides_say(marked: Path, code: str) -> None:
    """The line that a guide shows and a folder are enough."""
    ((_, line),) = blocks(code, LANGUAGE, "yaml")
    with (marked / "data/languages.yaml").open("a", encoding="utf-8") as languages:
        languages.write(line)
    (marked / TO_BE_MADE[0]).mkdir()
    assert problems_of(marked) == []
    assert read_plan(marked)[0].codes[-1] == Path(TO_BE_MADE[0]).name


@pytest.mark.parametrize("code", GUIDES)
def test_whatever_the_guides_name_exists(code: str) -> None:
    """Every file, every command of the Makefile and every button and page of the site that a guide names is there."""
    text = BLOCK.sub("", read(code))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    quoted = re.findall(r"`([^`\n]+)`", text)
    for path in [name for words in quoted for name in words.split() if PATH.fullmatch(name)]:
        inside = not path.startswith((".venv/", f"/{code}/")) and path not in TO_BE_MADE
        assert not inside or (ROOT / path).exists() or list((ROOT / "docs" / code).glob(path)), path
    for command in re.findall(r"`make (\w+)", text):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command
    for target in re.findall(r"\]\(([^):]+)\)", text):
        path, _, fragment = target.partition("#")
        assert (ROOT / path).is_file(), target
        assert not fragment or fragment in map(slug, sections((ROOT / path).read_text(encoding="utf-8"))), target
    words = read_plan(ROOT)[0].words[code]
    for key in ("edit_text", "status"):
        assert words[key] in text


def slug(section: str) -> str:
    """Return the fragment that GitHub gives to the heading of a section."""
    return re.sub(r"[^\w\s-]", "", section.splitlines()[0].lower()).replace(" ", "-")


def test_the_readme_leads_to_the_guides() -> None:
    """Whoever reads the README finds the guide in their language."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for guide in GUIDES.values():
        assert f"]({guide})" in readme
