"""Translations know which text they were made from: what outdates them, what does not, and what a translator is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.__main__ import main
from scripts.api import Api
from scripts.history import History, changes
from scripts.markdown import Section, parse_document
from scripts.pages import pages
from scripts.source import read_plan
from scripts.standing import Standing, standings
from scripts.texts import Texts
from scripts.version import version
from scripts.views import Views
from tests.conftest import SITE_URL, git, problems_of

KO = "docs/ko/agendas/water-city.md"
JA = "docs/ja/agendas/water-city.md"


def section(title: str, text: str) -> Section:
    """Return a section with this heading and text."""
    return parse_document("docs/ko/a.md", f"---\nagenda: 1\n---\n\n## {title} {{#a}}\n\n{text}\n")[0].sections[0]


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Change a file under `root` in one place."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def to_do(root: Path) -> dict[tuple[str, str], Standing]:
    """Return every section under `root` that is not current, by language and key."""
    return {(s.language, s.key): s for s in standings(read_plan(root)[0]) if s.state != "current"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("물을 아낀다.", "물을  아낀다."), ("물을 아낀다.", "물을\n아낀다."), ("물을 아낀다.", "물을 **아낀다**."), ("“물”", '"물"'), ("‘물’", "'물'"),
        ("2015–2021", "2015-2021"), ("물·강", "물ㆍ강"), ("물(강)", "물（강）"), ("그리고…", "그리고..."),
    ],
)  # fmt: skip
def test_typography_outdates_nothing(one: str, other: str) -> None:
    """Spaces, line breaks, emphasis and the forms of quotes, dashes and dots leave the version as it is."""
    assert version(section("제목", one), "ko") == version(section("제목", other), "ko")


@pytest.mark.parametrize(
    ("one", "other"), [("물을 아낀다.", "물을 쓴다."), ("3년", "4년"), ("물 이상", "물 이하"), ("강 10%", "강 10")]
)
def test_words_outdate(one: str, other: str) -> None:
    """Another word, number or unit is another version, in the text and in the heading."""
    assert version(section("제목", one), "ko") != version(section("제목", other), "ko")
    assert version(section(one, "글"), "ko") != version(section(other, "글"), "ko")


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.integers(0, 5))
def test_versions_look_alike(text: str, spaces: int) -> None:
    """A version is the language and eight characters, whatever the text, and spaces around it change nothing."""
    found = version(section("제목", text), "ko")
    assert found.startswith("ko=")
    assert len(found) == len("ko=3f9a2c1b")
    assert version(section("제목", text + " " * spaces), "ko") == found


def test_everything_marked_is_current(marked: Path) -> None:
    """After `current … all` nothing is left to do, and the plan still keeps every rule."""
    assert to_do(marked) == {}
    assert problems_of(marked) == []


def test_a_changed_source_outdates_its_section_alone(marked: Path) -> None:
    """A change of a Korean sentence outdates that section in each translation, and no other."""
    replace(marked, KO, "모든 강이 맑다.", "모든 강과 못이 맑다.")
    assert {key: s.state for key, s in to_do(marked).items()} == {
        ("ja", "1#vision"): "outdated",
        ("en", "1#vision"): "outdated",
    }


def test_what_changed_is_shown_from_the_history(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report shows the change word by word, in the language of the translation, and what to write where."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    assert main(["--root", str(marked), "status", "ja"]) == 0
    told = capsys.readouterr().out
    now = to_do(marked)["ja", "1#vision"].now
    assert f"{JA}:9: 1#vision: 原文が変更された" in told
    assert "모든 [-강이-] {+못이+} 맑다." in told
    assert f"{{#vision {now}}}" in told
    assert "make current IN=ja ID=1#vision" in told


def test_without_history_it_says_so(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the history does not reach back, or there is none, the report says that what changed cannot be shown."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    shutil.rmtree(marked / ".git")
    main(["--root", str(marked), "status", "en"])
    assert "does not hold the earlier text" in capsys.readouterr().out


def test_history_survives_squashing_and_a_shallow_clone(marked: Path, tmp_path: Path) -> None:
    """The earlier text is found by what it says, not by a commit: after a rewritten history, and in a clone of one commit."""
    old = standings(read_plan(marked)[0])
    wanted = next(s.now for s in old if s.key == "1#vision")
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    git(marked, "commit", "-qam", "Another word")
    found = History(marked, "ko").section(wanted)
    assert found is not None
    assert list(changes(found, to_do(marked)["ja", "1#vision"].source)) == [
        ("same", "비전\n모든 "), ("removed", "강이 "), ("added", "못이 "), ("same", "맑다."),
    ]  # fmt: skip
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{marked}", "shallow")
    assert {key for _, key in to_do(tmp_path / "shallow")} == {"1#vision"}
    assert History(tmp_path / "shallow", "ko").section(wanted) is None


def test_a_renamed_text_and_another_order_outdate_nothing(marked: Path) -> None:
    """A new file name in every language, and sections in another order in the source, leave every section current."""
    for language in ("ko", "ja", "en"):
        folder = marked / "docs" / language / "agendas"
        (folder / "water-city.md").rename(folder / "river-city.md")
    replace(marked, "data/agendas.yaml", "slug: water-city", "slug: river-city")
    assert to_do(marked) == {}


@pytest.mark.parametrize("how", ["command", "browser"])
def test_a_section_is_marked_as_current_again(marked: Path, how: str) -> None:
    """One short command, or one visible value changed in a browser, says that a section agrees with the source again."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    standing = to_do(marked)["ja", "1#vision"]
    if how == "command":
        assert main(["--root", str(marked), "current", "ja", "1#vision"]) == 0
    else:
        replace(marked, JA, f"{{#vision {standing.made_from}}}", f"{{#vision {standing.now}}}")
    assert set(to_do(marked)) == {("en", "1#vision")}


def test_an_unknown_id_or_language_is_told(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the command is told, and nothing is written."""
    assert main(["--root", str(marked), "current", "ja", "9.9"]) == 1
    assert re.search(r"9\.9.*\[section-id-unknown\]", capsys.readouterr().err)
    assert main(["--root", str(marked), "status", "ko"]) == 1
    assert re.search(r"ko.*\[translation-unknown\]", capsys.readouterr().err)


def test_a_missing_section_is_shown_in_the_source_language(marked: Path) -> None:
    """What a translation lacks is no mistake: its pages show the source, marked as such, with a notice and the way to it."""
    text = (marked / JA).read_text(encoding="utf-8")
    (marked / JA).write_text(text[: text.index("## 水を節約する {#1.2")], encoding="utf-8")
    assert problems_of(marked) == []
    assert {key: s.state for key, s in to_do(marked).items()} == {("ja", "1.2"): "missing"}
    made = pages(Texts(Views(read_plan(marked)[0]), "ja"), SITE_URL)
    page = made["initiatives/1.2.md"]
    assert "# 1.2 물을 아낀다 {#initiative lang=ko}" in page
    assert '<div lang="ko"><p>3년 동안' in page
    assert 'href="../../../ko/initiatives/1.2/" hreflang="ko"' in page
    assert 'lang="ko"' in made["initiatives/index.md"]
    assert 'id="section-1.2"' in made["status.md"]


def test_a_missing_text_is_shown_in_the_source_language(marked: Path) -> None:
    """A whole file that is not there yet is shown like missing sections."""
    (marked / "docs/en/plan/membership.md").unlink()
    assert problems_of(marked) == []
    assert {s.state for s in to_do(marked).values()} == {"missing"}
    made = pages(Texts(Views(read_plan(marked)[0]), "en"), SITE_URL)
    assert "{#V.1 lang=ko}" in made["plan/membership.md"]


def test_open_data_says_what_is_not_translated(marked: Path) -> None:
    """Where a translation lacks a section, the open data gives the source's words and says so."""
    text = (marked / JA).read_text(encoding="utf-8")
    (marked / JA).write_text(text[: text.index("## 水を節約する {#1.2")], encoding="utf-8")
    records = {r["id"]: r for r in Api(Views(read_plan(marked)[0]), SITE_URL).lists()["initiatives"]["initiatives"]}
    assert (records["1.1"]["untranslated"], records["1.2"]["untranslated"]) == ([], ["ja"])
    assert records["1.2"]["text"]["ja"] == records["1.2"]["text"]["ko"]


def test_a_section_of_unknown_source_is_not_called_outdated(small: Path) -> None:
    """A section that does not say what it was made from is listed for the translator, and readers are told nothing."""
    assert {s.told for s in to_do(small).values()} == {"unmarked"}
    made = pages(Texts(Views(read_plan(small)[0]), "ja"), SITE_URL)
    assert "plan-notice" not in made["agendas/water-city.md"]
    assert "原文が変更された</span>" not in made["status.md"]


def test_an_outdated_section_says_so(marked: Path) -> None:
    """Readers of an outdated section see a notice with the ways to the source and to what changed; others see none."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    made = pages(Texts(Views(read_plan(marked)[0]), "ja"), SITE_URL)
    assert made["agendas/water-city.md"].count("plan-notice") == 1
    assert "#section-1-vision" in made["agendas/water-city.md"]
    assert "plan-notice" not in pages(Texts(Views(read_plan(marked)[0]), "ko"), SITE_URL)["agendas/water-city.md"]


def test_problems_stand_beside_their_lines_in_a_pull_request(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--format github` a mistake is an annotation of its line, and an outdated section one in the translator's language."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 100% 맑다.")
    replace(marked, "data/agendas.yaml", "    strategies: 2\n", "    strategies: 2\n    numbers: [100]\n")
    assert main(["--root", str(marked), "check", "--format", "github"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert any(re.match(rf"::error file={JA},line=5,title=number-missing::.*\b100\b", line) for line in told)
    replace(marked, KO, "모든 못이 100% 맑다.", "모든 못이 맑다.")
    replace(marked, "data/agendas.yaml", "    numbers: [100]\n", "")
    assert main(["--root", str(marked), "check", "--format", "github"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert any(re.match(rf"::warning file={JA},line=9,title=section-outdated::.*1#vision", line) for line in told)
