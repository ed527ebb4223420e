"""What several tests share: the real plan, a small plan to break, and the real site in a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import checks
from scripts.__main__ import main
from scripts.build import Settings, build
from scripts.problem import Problem, ProblemsError
from scripts.serve import server
from scripts.source import Plan, read_plan
from scripts.write import Project
from tests import chromium

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "plans" / "small"
SITE_URL = "https://plan.example/seoul/"
"""The address of the tested site: another host than the one it is served from, and with a path."""
EPOCH = 1428710400


# Speed is no matter of these tests; where many machines run them, every run tries the same examples.
hypothesis_settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden files anew, to be read before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast tests first, then those that build, then those that open a browser."""
    slow = ("test_build", "test_site", "test_permalinks", "test_preview", "test_browser", "test_copying")
    items.sort(key=lambda item: slow.index(item.path.stem) + 1 if item.path.stem in slow else 0)


@pytest.fixture(autouse=True)
def _told_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on the language of whoever runs it."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Return the real plan."""
    found, problems = read_plan(ROOT)
    assert not problems
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small plan, free to be broken, with what a build needs beside it."""
    return copy_project(SMALL, tmp_path / "plan")


@pytest.fixture
def marked(small: Path) -> Path:
    """Return the small plan with every translation marked as current, in a repository of its own."""
    for language in ("ja", "en"):
        assert main(["--root", str(small), "current", language, "all"]) == 0
    git(small, "init", "-q")
    git(small, "add", "docs", "data")
    git(small, "commit", "-qm", "The first texts")
    return small


def copy_project(source: Path, target: Path) -> Path:
    """Copy the data and texts of `source` to `target`, with the theme's files of this project."""
    shutil.copytree(source / "data", target / "data")
    shutil.copytree(source / "docs", target / "docs")
    shutil.copytree(ROOT / "overrides", target / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def git(root: Path, *arguments: str) -> None:
    """Run git under `root`, as somebody."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def problems_of(root: Path) -> list[Problem]:
    """Return every problem of the plan under `root`, in the order in which they are told."""
    try:
        found, problems = read_plan(root)
    except ProblemsError as error:
        return list(error.problems)
    return sorted({*problems, *checks.problems(found)})


@dataclass(frozen=True)
class Built:
    """A built site: its folder and the address it is served from."""

    folder: Path
    url: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Build the real site for another host and a path, and serve it."""
    root = copy_project(ROOT, tmp_path_factory.mktemp("real") / "plan")
    build(Project(root, root / "site"), Settings(SITE_URL, EPOCH), lambda _text: None)
    shown = server(root / "site", SITE_URL, 0)
    threading.Thread(target=shown.serve_forever, daemon=True).start()
    yield Built(root / "site", f"http://127.0.0.1:{shown.server_port}/seoul/")
    shown.shutdown()
    shown.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a real Chromium; without one the tests fail."""
    path = chromium.find()
    assert path, "no Chromium; run `make test`, which installs one"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, site: Built) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a path of the site in a fresh window; keywords are Playwright's for a context."""
    contexts = []

    def opened(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]  # passed on as they are
        contexts.append(context)
        page = context.new_page()
        page.goto(site.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
