"""The catalogues of messages: every name of a problem is told in every language, with all that the problem knows."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from scripts import messages
from scripts.__main__ import main
from scripts.checks.common import FOREIGN, OWN
from scripts.files import read_yaml
from scripts.messages import FALLBACK, HOME, LANGUAGES, PARTS, Messages, catalogue, of_environment
from scripts.problem import Problem
from scripts.records import FORMS, TYPES
from scripts.source import Plan
from tests.conftest import ROOT
from tests.test_standing import replace

GIVEN = {"facts": {"about", "home"}, "taken": {"unit"}, "audit": {"others"}}
"""Values that every problem of a module has, added in one place."""
ASIDE = {"holds"}
"""The argument that is no value: it says where a problem stands."""
LONGEST = 240
"""Of a message with its braces unfilled; a line of a terminal or two."""
KO = "docs/ko/agendas/water-city.md"


def calls() -> Iterator[tuple[Path, str, set[str]]]:
    """Yield the module, the name and the values of each problem that the code makes by name: `Problem.of(…)`, `….problem(…)`."""
    for file in sorted((ROOT / "scripts").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"of": 2, "problem": 0}.get(called, len(node.args))
            for name in node.args[place : place + 1]:
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    yield file, name.value, {keyword.arg for keyword in node.keywords if keyword.arg}


def tables() -> Iterator[str]:
    """Yield the names in the tables of the code: constants that are annotated as mappings to a `Name`."""
    for file in sorted((ROOT / "scripts").rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.AnnAssign) and node.value and "Name]" in ast.unparse(node.annotation):
                yield from ast.literal_eval(node.value).values()


def slips() -> Iterator[str]:
    """Yield the names that the rules of typography give to what they find."""
    for file in sorted((ROOT / "scripts" / "typography").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"replaced", "translated", "Slip.of"}:
                yield from (str(name.value) for name in node.args[:1] if isinstance(name, ast.Constant))


def things() -> Iterator[str]:
    """Yield the kinds of things whose slugs are compared with each other."""
    for node in ast.walk(ast.parse((ROOT / "scripts/checks/data.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_unique":
            yield ast.literal_eval(node.args[1])


def braces(text: str) -> set[str]:
    """Return what stands in the braces of a sentence, each with `:word` where a word is looked up."""
    found = string.Formatter().parse(text)
    return {f"{name}:{kind}" if kind else name for _, name, kind, _ in found if name is not None}


def values(language: str, name: str) -> set[str]:
    """Return the values that a message speaks of."""
    told = catalogue(language)["messages"][name].values()
    return {brace.partition(":")[0] for text in told for brace in braces(text)}


def texts(value: object) -> Iterator[str]:
    """Yield every text inside `value`."""
    for inner in value.values() if isinstance(value, dict) else ():
        yield from texts(inner)
    if not isinstance(value, dict):
        assert isinstance(value, str)
        yield value


def test_every_name_is_told_and_no_other() -> None:
    """A name that is used has a message, and a message without a name that is used has no place in the catalogue."""
    used = {name for _, name, _ in calls()} | set(tables()) | set(slips())
    assert used == set(catalogue(FALLBACK)["messages"])


def test_a_message_speaks_of_what_its_problem_knows() -> None:
    """Each value in a call is told, and nothing is told that the call does not give."""
    for file, name, given in calls():
        assert values(FALLBACK, name) == given - ASIDE | GIVEN.get(file.stem, set()), (
            file,
            name,
        )


def test_the_site_speaks_to_everybody(plan: Plan) -> None:
    """Each language of the site has a catalogue."""
    assert set(plan.codes) == set(LANGUAGES)


def test_a_slip_is_told_with_what_is_better() -> None:
    """Each message of typography quotes what was found and says what to write instead."""
    assert all(values(FALLBACK, name) == {"found", "better"} for name in slips())


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_have_one_shape(language: str) -> None:
    """Every catalogue has the same names, words and endings, each message its three sentences with the same braces, each in its language."""
    file, first = read_yaml(ROOT, f"scripts/messages/{language}.yaml").value, catalogue(FALLBACK)
    assert {key: set(file[key]) for key in file if key != "joint"} == {
        key: set(first[key]) for key in first if key != "joint"
    }
    for name, message in file["messages"].items():
        assert tuple(message) == PARTS, name
        assert values(language, name) == values(FALLBACK, name), name
        assert len(" ".join(message.values())) <= LONGEST, name
    for name, ending in file["endings"].items():
        assert braces(ending) == braces(first["endings"][name]), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_plain_text(language: str) -> None:
    """Every text is printable, on one line, without spaces around it, and sentences end."""
    found = catalogue(language)
    for text in texts({key: found[key] for key in found if key != "joint"}):
        assert text.isprintable()
        assert text == text.strip() != ""
    for name, message in found["messages"].items():
        for sentence in message.values():
            assert sentence.endswith((".", "。", "#", "\\")), name


def test_every_word_that_is_looked_up_is_there() -> None:
    """Kinds of values, kinds of things, scripts and languages have a word."""
    looked_up = {*FORMS.values(), *TYPES.values(), "plain", *FOREIGN, *OWN}
    looked_up |= {script for scripts in FOREIGN.values() for script, _ in scripts}
    looked_up |= set(things())
    assert looked_up <= set(catalogue(FALLBACK)["words"])


def test_a_message_says_all() -> None:
    """What is wrong, why and what to do, with its values and words filled in, at its line and with its name."""
    problem = Problem.of("data/a.yaml", 3, "script-foreign", script="kana", language="ko", found="まち")
    line = Messages().line(problem)
    message, words = catalogue(FALLBACK)["messages"]["script-foreign"], catalogue(FALLBACK)["words"]
    assert line.startswith("data/a.yaml:3: ")
    assert line.endswith(" [script-foreign]")
    assert message["why"] in line
    assert "まち" in line
    assert words["kana"] in line
    assert words["ko"] in line
    assert "{" not in line


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be catalogues in these languages."""
    monkeypatch.setattr(messages, "LANGUAGES", ("en", "ja", "ko"))


@pytest.mark.usefixtures("three")
def test_each_language_is_told_its_own_mistakes() -> None:
    """A file of a language is spoken of in it, one of none in that of whoever asks; one language can be asked for."""
    for path in ("docs/ja/index.md", "docs/ja", "scripts/words/ja.yaml"):
        assert Messages(otherwise="ko").spoken(path) == "ja"
        assert Messages("ko").spoken(path) == "ko"
    for path in ("data/agendas.yaml", "docs/jam.md", "elsewhere/docs/ja/index.md"):
        assert Messages(otherwise="ko").spoken(path) == "ko"
    assert Messages(otherwise="ko").spoken("docs/zh/index.md") == "en"


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "xx_XX.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "ko_KR.UTF-8", "LANGUAGE": "xx:ja:ko"}, "ja"),
    ],
)
def test_the_environment_names_the_language(environment: dict[str, str], language: str) -> None:
    """The variables are read as gettext reads them; English where they name no language with a catalogue."""
    assert of_environment(environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_language_can_be_asked_for(small: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--language` every message and the ending are in it."""
    replace(small, KO, "모든 강이 맑다.", "모든 <b>강</b>이 맑다.")
    assert main(["--root", str(small), "check", "--language", language]) == 1
    found, said = catalogue(language), capsys.readouterr().err
    assert found["messages"]["html-in-text"]["what"] in said
    assert found["endings"]["nothing-published"] in said


def test_catalogues_are_read_as_they_are_written() -> None:
    """No key stands twice in a catalogue, where only one would count."""
    for file in HOME.glob("*.yaml"):
        assert read_yaml(ROOT, f"scripts/messages/{file.name}").value == yaml.safe_load(
            file.read_text(encoding="utf-8")
        )
