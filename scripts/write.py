"""The only module that writes: pages into `build/`, MkDocs once per language, the finished site in the place of the old one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


class BuildError(Exception):
    """Raised when MkDocs fails; the message holds what it said."""


@dataclass(frozen=True)
class Workshop:
    """The folders of one build: `root` is the project, `site` the folder the finished site appears in."""

    root: Path
    site: Path

    @property
    def build(self) -> Path:
        """The folder in which the next site is made."""
        return self.root / "build"

    @property
    def next_site(self) -> Path:
        """The site in the making."""
        return self.build / "site"


@contextmanager
def alone(workshop: Workshop) -> Iterator[None]:
    """Hold the workshop: a second build waits until the first has finished."""
    workshop.build.mkdir(exist_ok=True)
    with (workshop.build / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_pages(workshop: Workshop, language: str, pages: Mapping[str, str], configuration: str) -> None:
    """Write the pages of one language and its MkDocs configuration, in place of those of an earlier build."""
    folder = workshop.build / language
    shutil.rmtree(folder, ignore_errors=True)
    _write_all(folder / "docs" / language, pages)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def run_mkdocs(workshop: Workshop, languages: Sequence[str], epoch: int, done: Callable[[str], None]) -> None:
    """Build every language in a process of its own, all at once, and call `done` with each that has finished.

    `epoch` is the time the site is dated with, in seconds. Raises BuildError with what every failed build said.
    """
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    processes = {language: _start(workshop.build / language, environment) for language in languages}
    failures = []
    try:
        for language, process in processes.items():
            output, _ = process.communicate()
            if process.returncode:
                failures.append(f"MkDocs could not build '{language}':\n{output}")
            else:
                done(language)
    finally:
        for process in processes.values():
            process.kill()
    if failures:
        raise BuildError("\n".join(failures))


def _start(folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def assemble(workshop: Workshop, languages: Sequence[str], files: Mapping[str, str]) -> Path:
    """Put the built languages and the `files` that belong to none together; return the folder."""
    shutil.rmtree(workshop.next_site, ignore_errors=True)
    workshop.next_site.mkdir(parents=True)
    for language in languages:
        folder = workshop.next_site / language
        (workshop.build / language / "site").rename(folder)
        (folder / "search" / "search_index.json").rename(
            folder / "search" / "pages.json"
        )  # the theme must not fetch it
        for name in ("sitemap.xml", "sitemap.xml.gz"):  # one site map at the root lists every language
            (folder / name).unlink(missing_ok=True)
    _write_all(workshop.next_site, files)
    return workshop.next_site


def publish(workshop: Workshop) -> None:
    """Let the next site take the place of the old one in one step, and remove the old one."""
    if workshop.site.exists():
        _exchange(workshop.next_site, workshop.site)
        shutil.rmtree(workshop.next_site)
    else:
        workshop.next_site.rename(workshop.site)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders at once where the system can; elsewhere in two steps."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):  # Linux
        failed = library.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):  # macOS
        failed = library.renamex_np(first, second, RENAME_SWAP)
    else:
        failed = True
    if failed:
        aside = Path(tempfile.mkdtemp(dir=one.parent)) / "old"
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
