"""Translation tools: what goes out comes back byte for byte, what was translated is marked, and mistakes are told and change nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from scripts.__main__ import main
from scripts.exchange import FORMATS, exported, po, xliff
from scripts.exchange.judged import parsed
from scripts.exchange.units import Marks, Unit
from scripts.source import read_plan
from scripts.standing import standings
from tests.conftest import ROOT, copy_project, problems_of

KO = "docs/ko/agendas/water-city.md"
JA = "docs/ja/agendas/water-city.md"
TAG = "{urn:oasis:names:tc:xliff:document:1.2}"
TITLE = "川をきれいにする"
both = pytest.mark.parametrize("form", FORMATS)


def files(root: Path) -> dict[str, bytes]:
    """Return every text under `root`."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in (root / "docs").rglob("*.md")}


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Change a file under `root` in one place."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def out(root: Path, form: str, *more: str, language: str = "ja") -> str:
    """Export a pair of languages to `out` under `root`."""
    file = str(root / "out")
    assert main(["--root", str(root), "export", language, "--format", form, "--output", file, *more]) == 0
    return file


def back(root: Path, language: str = "ja") -> int:
    """Import the file `out` under `root`; return the exit code."""
    return main(["--root", str(root), "import", language, str(root / "out")])


def states(root: Path) -> dict[str, str]:
    """Return the state of every section of the Japanese translation that is not current."""
    return {s.key: s.state for s in standings(read_plan(root)[0]) if s.language == "ja" and s.state != "current"}


@pytest.fixture
def marked(small: Path) -> Path:
    """Return the small plan with every translation marked as current."""
    for language in ("ja", "en"):
        assert main(["--root", str(small), "current", language, "all"]) == 0
    return small


@pytest.mark.parametrize(
    ("source", "language", "form"),
    [("ko", "ja", "xliff"), ("ko", "ja", "po"), ("ko", "en", "xliff"), ("ko", "en", "po"), ("en", "ja", "xliff")],
)
def test_the_whole_site_comes_back(tmp_path: Path, source: str, language: str, form: str) -> None:
    """Out and back changes nothing; and from the file alone every text of a translation is made again, byte for byte."""
    root = copy_project(ROOT, tmp_path / "plan")
    before = files(root)
    out(root, form, "--source", source, language=language)
    assert back(root, language) == 0
    assert files(root) == before
    shutil.rmtree(root / "docs" / language)
    assert back(root, language) == 0
    assert files(root) == before


@both
def test_outdated_and_unmarked_sections_come_back_as_they_were(marked: Path, form: str) -> None:
    """The state of each section, too, survives the way through a file."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    text = (marked / JA).read_text(encoding="utf-8")
    (marked / JA).write_text(re.sub(r"(\{#approach) ko=\w+", r"\1", text), encoding="utf-8")
    before = files(marked)
    out(marked, form)
    assert back(marked) == 0
    assert files(marked) == before
    shutil.rmtree(marked / "docs/ja")
    assert back(marked) == 0
    assert files(marked) == before
    assert states(marked) == {"1#vision": "outdated", "1#approach": "outdated"}


@both
def test_any_pair_goes_out(marked: Path, form: str) -> None:
    """Into the source language too, whose sections carry no mark."""
    out(marked, form, "--source", "en", language="ko")
    before = files(marked)
    assert back(marked, "ko") == 0
    assert files(marked) == before
    replace(marked, "out", "모든 강이 맑다.", "모든 못이 맑다.")
    assert back(marked, "ko") == 0
    assert "모든 못이 맑다." in (marked / KO).read_text(encoding="utf-8")
    assert states(marked) == {"1#vision": "outdated"}


@both
def test_a_translation_says_what_it_was_made_from(marked: Path, form: str) -> None:
    """A changed text is marked with the source in the file, even if the source has changed again since."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    out(marked, form)
    replace(marked, "out", "すべての川が澄んでいる。", "すべての池が澄んでいる。")
    settle(marked)
    shutil.copytree(marked, marked / "later")
    assert back(marked) == 0
    assert "すべての池が澄んでいる。" in (marked / JA).read_text(encoding="utf-8")
    assert states(marked) == {}
    replace(marked / "later", KO, "모든 못이 맑다.", "모든 샘이 맑다.")
    assert back(marked / "later") == 0
    assert states(marked / "later") == {"1#vision": "outdated"}


def settle(root: Path) -> None:
    """Say in the file `out` that everything is translated, as a tool does."""
    text = (root / "out").read_text(encoding="utf-8")
    text = text.replace('"needs-review-translation"', '"translated"').replace("#, fuzzy\n", "")
    (root / "out").write_text(text, encoding="utf-8")


@both
def test_a_confirmed_section_is_current(marked: Path, form: str) -> None:
    """A translation that needs review and is said to be right is marked without a change of its words."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    out(marked, form)
    settle(marked)
    assert back(marked) == 0
    assert states(marked) == {}


@both
def test_what_still_needs_review_stays_outdated(marked: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed text that the file calls in need of review is written, not marked, and named."""
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    out(marked, form)
    replace(marked, "out", "すべての川が澄んでいる。", "すべての池が澄んでいる。")
    assert back(marked) == 0
    assert "すべての池が澄んでいる。" in (marked / JA).read_text(encoding="utf-8")
    assert states(marked) == {"1#vision": "outdated"}
    assert "make current IN=ja ID='1#vision'" in capsys.readouterr().out


@both
def test_missing_sections_are_put_in_their_place(marked: Path, form: str) -> None:
    """A section that a translation lacked comes where the source has it, marked, and the plan keeps every rule."""
    before = files(marked)
    out(marked, form)
    text = (marked / JA).read_text(encoding="utf-8")
    first, last = text.index("## ビジョン"), text.index("## 川をきれいにする")
    (marked / JA).write_text(text[:first] + text[last:], encoding="utf-8")
    assert back(marked) == 0
    assert files(marked) == before
    assert problems_of(marked) == []


@both
def test_half_a_section_is_left_out(marked: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing section whose text is not translated yet stays missing, and is named."""
    out(marked, form)
    (marked / JA).unlink()
    replace(marked, "out", "すべての川が澄んでいる。", "")
    assert back(marked) == 0
    assert states(marked) == {"1#vision": "missing"}
    assert "1#vision" in capsys.readouterr().out


@both
def test_an_old_file_does_not_undo_newer_work(marked: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was changed in the project since the export stays when the file left it alone, and is a conflict when it did not."""
    out(marked, form)
    replace(marked, JA, "すべての川が澄んでいる。", "すべての泉が澄んでいる。")
    before = files(marked)
    assert back(marked) == 0
    assert files(marked) == before
    assert states(marked) == {}
    replace(marked, "out", "すべての川が澄んでいる。", "すべての池が澄んでいる。")
    assert back(marked) == 1
    assert "[unit-overtaken]" in capsys.readouterr().err
    assert files(marked) == before


@both
def test_an_old_file_does_not_undo_newer_marks(marked: Path, form: str) -> None:
    """A section marked as current since the export stays so, whatever the file was made from."""
    out(marked, form)
    replace(marked, KO, "모든 강이 맑다.", "모든 못이 맑다.")
    assert main(["--root", str(marked), "current", "ja", "1#vision"]) == 0
    assert back(marked) == 0
    assert states(marked) == {}
    replace(marked, KO, "모든 못이 맑다.", "모든 샘이 맑다.")
    out(marked, form)
    settle(marked)
    replace(marked, KO, "모든 샘이 맑다.", "모든 내가 맑다.")
    assert main(["--root", str(marked), "current", "ja", "1#vision"]) == 0
    assert back(marked) == 0
    assert states(marked) == {}


MISTAKES: list[tuple[str, str, str, str]] = [
    ("xliff", 'id="1.1"', 'id="7.7"', "exchange-unit-unknown"),
    ("xliff", 'id="1.1"', 'id="1.2"', "unit-repeated"),
    ("xliff", ">" + TITLE, ">" + TITLE + "&#x200B;", "unit-character-invisible"),
    ("xliff", ">" + TITLE, "><g id='1'>" + TITLE + "</g>", "unit-tag"),
    ("xliff", ">" + TITLE, ">a\nb", "unit-line-break"),
    ("xliff", ">" + TITLE, ">a *b*", "heading-not-plain"),
    ("xliff", "すべての川が", "&lt;b&gt;すべて&lt;/b&gt;", "html-in-text"),
    ("xliff", "すべての川が", "[a](javascript:b)", "link-form-unknown"),
    ("xliff", "すべての川が", "a\n\n## b {#c}\n\n", "unit-heading"),
    ("xliff", "すべての川が", "a\n---\n", "line-underlining"),
    ("xliff", "すべての川が", "{{ a }}", "braces-in-text"),
    ("xliff", "모든 강이 맑다.", "모든 못이 맑다.", "unit-source-changed"),
    ("xliff", "<xliff", "<!DOCTYPE a [<!ENTITY b 'c'>]><xliff", "xml-declaration"),
    ("xliff", ">" + TITLE, ">&b;", "xml-invalid"),
    ("xliff", "</xliff>", "", "xml-invalid"),
    ("xliff", "document:1.2", "document:2.0", "xliff-version-wrong"),
    ("po", '"1.1"', '"7.7"', "exchange-unit-unknown"),
    ("po", '"1.1"', '"1.2"', "unit-repeated"),
    ("po", TITLE + '"', TITLE, "po-line-invalid"),
    ("po", TITLE + '"', TITLE + '\\x"', "po-line-invalid"),
    ("po", TITLE + '"', TITLE + '"\nmsgstr "a"', "po-entry-disordered"),
    ("po", TITLE + '"', TITLE + '"\nmsgid "a"\nmsgid "b"', "po-entry-disordered"),
    ("po", TITLE + '"', 'a\\nb"', "unit-line-break"),
    ("po", "すべての川が", "<b>", "html-in-text"),
    ("po", "Language: ja", "Language: en", "exchange-target-wrong"),
    ("po", "X-Source-Language: ko", "X-Source-Language: fr", "exchange-source-unknown"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_and_nothing_is_written(
    marked: Path, capsys: pytest.CaptureFixture[str], mistake: tuple[str, str, str, str]
) -> None:
    """Each mistake is told with the file, the line and the unit, and no text changes, not even those without mistakes."""
    form, old, new, name = mistake
    before = files(marked)
    path = out(marked, form)
    text = (marked / "out").read_text(encoding="utf-8").replace("3年間で", "4年間で")
    assert old in text
    at = text.rindex(old) if old in {"Language: ja", "</xliff>"} else text.index(old)
    (marked / "out").write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")
    assert back(marked) == 1
    error = capsys.readouterr().err
    assert re.search(rf"^{re.escape(path)}:\d+: .* \[{name}\]$", error, re.MULTILINE)
    assert files(marked) == before


def test_all_mistakes_are_told_at_once(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run shows every unit that is wrong."""
    out(marked, "xliff")
    replace(marked, "out", ">" + TITLE, ">a *b*")
    replace(marked, "out", "すべての川が", "{{ a }}")
    assert back(marked) == 1
    error = capsys.readouterr().err
    assert "[heading-not-plain]" in error
    assert "[braces-in-text]" in error


def test_a_wrong_language_is_told(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file comes back into its own language alone."""
    out(marked, "xliff")
    assert back(marked, "en") == 1
    assert "[exchange-target-wrong]" in capsys.readouterr().err
    assert main(["--root", str(marked), "export", "fr"]) == 1
    assert "[language-unknown]" in capsys.readouterr().err
    assert main(["--root", str(marked), "export", "ja", "--source", "ja"]) == 1
    assert "[languages-alike]" in capsys.readouterr().err


def test_a_declared_encoding_hides_nothing(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document type in another encoding than UTF-8 is refused like any other."""
    text = Path(out(marked, "xliff")).read_text(encoding="utf-8")
    hidden = text.replace("UTF-8", "UTF-16").replace("<xliff", "<!DOCTYPE a><xliff", 1)
    (marked / "out").write_text(hidden, encoding="utf-16")
    assert back(marked) == 1
    assert "[encoding-unknown]" in capsys.readouterr().err
    (marked / "out").write_text(text.replace("UTF-8", "UTF-7"), encoding="utf-8")
    assert back(marked) == 0


def test_xliff_as_tools_return_it(marked: Path) -> None:
    """Segments, regional language tags, further elements, lost contexts and Windows line ends are understood."""
    before = files(marked)
    text = Path(out(marked, "xliff")).read_text(encoding="utf-8")
    text = text.replace('target-language="ja"', 'target-language="ja-JP"')
    text = re.sub(r"<context-group.*?</context-group>", "", text, flags=re.DOTALL)
    text = re.sub(
        r"(<target[^>]*>)(.*?)</target>", r'\1<mrk mtype="seg" mid="0">\2</mrk></target>', text, flags=re.DOTALL
    )
    text = text.replace("<note", "<alt-trans><target>他</target></alt-trans><!-- a --><note")
    (marked / "out").write_text(text.replace("\n", "\r\n"), encoding="utf-8-sig")
    assert back(marked) == 0
    assert files(marked) == before
    shutil.rmtree(marked / "docs/ja")
    assert back(marked) == 0
    assert files(marked) == before


def test_xliff_has_the_shape_of_the_standard() -> None:
    """As the schema of XLIFF 1.2 asks: required attributes, order of elements, allowed states, ids that occur once."""
    plan, _ = read_plan(ROOT)
    root = etree.fromstring(exported(plan, "ko", "ja", "xliff").encode())
    assert (root.tag, root.get("version")) == (f"{TAG}xliff", "1.2")
    assert {file.tag for file in root} == {f"{TAG}file"}
    originals = [file.get("original") for file in root]
    assert len(originals) == len(set(originals)) == len(plan.documents["ko"])
    for file in root:
        assert set(file.attrib) >= {"original", "source-language", "target-language", "datatype"}
        assert [part.tag for part in file] == [f"{TAG}body"]
    found = root.findall(f".//{TAG}trans-unit")
    assert len({unit.get("id") for unit in found}) == len(found) > 1000
    for unit in found:
        assert [etree.QName(part).localname for part in unit] == ["source", "target", "context-group", "note"]
        target = unit.find(f"{TAG}target")
        assert target is not None
        assert target.get("state") in {"translated", "needs-review-translation", "new"}


LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t")
LINES = st.sampled_from(
    ["- a", "  b", "1. c", "**d** e", "", "\\* f", '"g" \\n', "&amp; <", "]]>", "`h`", "> i", "j  ", "    k", "'l'\\"]
)


@given(st.one_of(st.text(LETTERS, min_size=1), st.lists(LINES, min_size=1).map("\n".join)))
def test_any_text_goes_out_and_comes_back(text: str) -> None:
    """Whatever a unit holds, both formats return it as it was."""
    assume(text)
    unit = Unit("4.8.body", "docs/ko/a.md", 7, text, text, "outdated", Marks("ko=3f9a2c1b", None, "12345678"))
    for form in (xliff, po):
        (found,) = form.read("a", form.written([unit], "ko", "ja")).units
        assert (found.id, found.source, found.target) == (unit.id, text, text)
        assert (found.done, found.marks) == (False, unit.marks)


@given(st.lists(LINES, min_size=1).map("\n".join))
def test_a_text_that_is_taken_is_the_same(text: str) -> None:
    """A section made from a text holds that very text."""
    section, mistakes = parsed("a", text.strip("\n"))
    assume(not mistakes)
    assert section is not None
