"""The build as its users meet it: the same bytes each time, an old site that survives failures, messages they can act on."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import html

from scripts.__main__ import main
from scripts.build import DEFAULT_URL, Settings, build, settings
from scripts.citations import FIRST
from scripts.problem import ProblemsError
from scripts.write import BuildError, Project
from tests.conftest import EPOCH, ROOT, SITE_URL

DATA = "application/ld+json"
"""The type of a script that is none: it holds data."""
KO = "docs/ko/agendas/water-city.md"


def silent(_text: str) -> None:
    """Say nothing."""


def digest(folder: Path) -> dict[str, str]:
    """Return a checksum of every file under `folder`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def made(root: Path) -> dict[str, str]:
    """Build the plan under `root` and return the checksums of the site."""
    build(Project(root, root / "site"), Settings(SITE_URL, EPOCH), silent)
    return digest(root / "site")


def test_the_same_input_gives_the_same_bytes(small: Path) -> None:
    """Two builds, one after the other and in another folder, do not differ in a single byte."""
    first = made(small)
    assert made(small) == first
    assert made(small.rename(small.with_name("elsewhere"))) == first


def test_a_mistake_leaves_the_old_site_and_names_itself(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build that finds problems prints them all, returns 1 and touches nothing."""
    before = made(small)
    (small / KO).write_text((small / KO).read_text(encoding="utf-8") + "\n<script>\n\n<b>\n", encoding="utf-8")
    assert main(["build", "--root", str(small)]) == 1
    said = capsys.readouterr().err
    assert re.search(rf"^{KO}:27: .* \[html-in-text\]$", said, re.MULTILINE)
    assert "Nothing was published." in said
    assert digest(small / "site") == before


def test_a_failing_mkdocs_leaves_the_old_site(small: Path) -> None:
    """When the last step fails, every language's output is told and the old site stays."""
    before = made(small)
    (small / "overrides" / "main.html").write_text("{#- broken -#}{% block %}", encoding="utf-8")
    with pytest.raises(BuildError, match=r"'ko'(.|\n)*'ja'(.|\n)*'en'"):
        made(small)
    assert digest(small / "site") == before


def test_a_killed_build_leaves_the_old_site_and_the_next_succeeds(small: Path) -> None:
    """Killing a build at any moment loses nothing; the next build runs as if it had not been."""
    before = made(small)
    for pause in (0.3, 1.0, 1.6):
        process = subprocess.Popen(
            [sys.executable, "-m", "scripts", "build", "--root", str(small)], cwd=ROOT, stdout=subprocess.DEVNULL
        )
        time.sleep(pause)
        process.kill()
        process.wait()
        assert (small / "site" / "ko" / "index.html").is_file()
    assert made(small) == before


def test_two_builds_at_once_both_succeed(small: Path) -> None:
    """The second build waits for the first instead of mixing its files with it."""
    command = [sys.executable, "-m", "scripts", "build", "--root", str(small)]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]


def test_folders_are_exchanged_also_where_the_system_cannot(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the system's exchange the new site still takes the old one's place."""
    made(small)
    (small / "site" / "old.txt").write_text("old", encoding="utf-8")
    monkeypatch.setattr("ctypes.CDLL", lambda *_args, **_keywords: object())
    made(small)
    assert not (small / "site" / "old.txt").exists()
    assert (small / "site" / "ko" / "index.html").is_file()


def test_escaped_marks_in_a_text_stay_text_on_every_page(small: Path) -> None:
    """Text that spells out HTML, in a sentence or a headline, is shown and never run: in the page, its head, the search and the data."""
    file = small / "docs/en/agendas/water-city.md"
    hostile = 'Every "river\\" is \\<script>alert(x)\\</script>\\<img src=x onerror=alert(x)> clean.'
    text = file.read_text(encoding="utf-8").replace("Every river is clean.", hostile)
    text = text.replace("Water use will fall", f"{hostile} Water use will fall").replace(
        "## Save water", '## Save "water" & more'
    )
    file.write_text(text, encoding="utf-8")
    made(small)
    for page in (small / "site").rglob("*.html"):
        root = html.document_fromstring(page.read_bytes())
        assert not [e for e in root.iter("script") if "alert" in (e.text or "") and e.get("type") != DATA], page
        assert not [e for e in root.iter("img") if e.get("onerror")], page
    shown = html.document_fromstring((small / "site/en/initiatives/1.2/index.html").read_bytes())
    assert "<script>alert(x)</script>" in "".join(map(str, shown.itertext()))
    assert '"river"' in str(shown.find(".//meta[@name='description']").get("content"))  # type: ignore[union-attr]
    assert 'Save "water" & more' in str(shown.findtext(".//title"))


def test_the_site_address_is_a_setting() -> None:
    """SITE_URL is taken with or without its last slash; what is no address is refused with an example."""
    assert settings(ROOT, {}).site_url == DEFAULT_URL
    chosen = settings(ROOT, {"SITE_URL": "https://host/plan", "SOURCE_DATE_EPOCH": "7"})
    assert (chosen.site_url, chosen.epoch) == ("https://host/plan/", 7)
    for wrong in ("plan.example", "ftp://host/", "https://", "https://host/?a=b"):
        with pytest.raises(ProblemsError, match="site-address-wrong"):
            settings(ROOT, {"SITE_URL": wrong})


def test_the_site_is_dated_with_the_last_commit(small: Path) -> None:
    """Outside a repository the date is that of the plan's adoption; inside it is the last commit's, which is named."""
    assert settings(small, {}).epoch == EPOCH
    assert settings(small, {}).snapshot == FIRST
    git = ["git", "-C", str(small), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run(
        [*git, "commit", "--quiet", "--allow-empty", "--message", "a", "--date", "@1500000000 +0000"], check=True
    )
    shown = subprocess.run([*git, "log", "-1", "--format=%ct %H"], check=True, capture_output=True, text=True)
    time, _, commit = shown.stdout.strip().partition(" ")
    assert settings(small, {}).epoch == int(time)
    assert commit.startswith(settings(small, {}).commit)
    assert len(settings(small, {}).commit) >= 10


def test_open_data_carries_the_address(small: Path) -> None:
    """Addresses in the open data are whole and have the site's path in them."""
    made(small)
    records = json.loads((small / "site/api/v1/initiatives.json").read_text(encoding="utf-8"))["initiatives"]
    assert records[0]["url"]["ja"] == f"{SITE_URL}ja/initiatives/1.1/"


def test_progress_is_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build says what it does, what came of it and where the site is."""
    assert main(["build", "--root", str(small)]) == 0
    said = capsys.readouterr().out
    for words in (
        "Reading and checking",
        "1 agendas, 2 initiatives",
        "MkDocs",
        "ko, ja, en",
        "pages",
        "ready in site/",
    ):
        assert words in said
