"""The only module that writes: pages into `build/`, MkDocs once per language, the finished site in the place of the old one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.renditions import NAME, rendition
from scripts.search import compact

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


class BuildError(Exception):
    """Raised when MkDocs fails; the message holds what it said."""


@dataclass(frozen=True)
class Project:
    """The folders of the project: its root, and the one in which the finished site appears."""

    root: Path
    site: Path


@dataclass(frozen=True)
class Workshop:
    """A build under way: the project, and the folder `build` in which its next site is made."""

    project: Project
    build: Path

    @property
    def next_site(self) -> Path:
        """The site in the making."""
        return self.build / "site"


@contextmanager
def workshop(project: Project) -> Iterator[Workshop]:
    """Open a workshop for one build; a second build waits until the first has finished.

    Each build has a folder of its own, so that what a killed one left running cannot write into the next. It stays for a look until then.
    """
    folder = project.root / "build"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in folder.glob("work-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield Workshop(project, Path(tempfile.mkdtemp(prefix="work-", dir=folder)))


def write_pages(shop: Workshop, language: str, pages: Mapping[str, str], configuration: str) -> None:
    """Write the pages of one language and its MkDocs configuration."""
    folder = shop.build / language
    write_files(folder / "docs" / language, pages)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def remove_pages(shop: Workshop, language: str, paths: Iterable[str]) -> None:
    """Remove pages of one language that are no longer made; the next build of the whole leaves them out."""
    for path in paths:
        (shop.build / language / "docs" / language / path).unlink(missing_ok=True)


def run_mkdocs(shop: Workshop, languages: Sequence[str], epoch: int, done: Callable[[str], None]) -> None:
    """Build every language in a process of its own, all at once, and call `done` with each that has finished.

    `epoch` is the time the site is dated with, in seconds. Raises BuildError with what every failed build said.
    """
    processes = {language: start_mkdocs(shop, language, epoch) for language in languages}
    failures = []
    try:
        for language, process in processes.items():
            try:
                finish_mkdocs(process, language)
                done(language)
            except BuildError as error:
                failures.append(str(error))
    finally:
        for process in processes.values():
            process.kill()
    if failures:
        raise BuildError("\n".join(failures))


def start_mkdocs(shop: Workshop, language: str, epoch: int, *, whole: bool = True) -> subprocess.Popen[str]:
    """Start the build of one language: of the `whole`, or only of the pages that are newer than what was built of them."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    how = ("--strict",) if whole else ("--dirty", "--no-strict")  # building parts warns by itself
    command = [sys.executable, "-m", "mkdocs", "build", *how, "--config-file", "mkdocs.yml"]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=shop.build / language, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def finish_mkdocs(process: subprocess.Popen[str], language: str) -> None:
    """Wait for the build of a language; raises BuildError with what it said when it failed."""
    output, _ = process.communicate()
    if process.returncode:
        raise BuildError(f"MkDocs could not build '{language}':\n{output}")


def assemble(shop: Workshop, languages: Sequence[str], files: Mapping[str, str | bytes], site_url: str) -> Path:
    """Put the built languages, their pages as Markdown, and the `files` that belong to none together; return the folder."""
    shop.next_site.mkdir()
    for language in languages:
        folder = shop.next_site / language
        (shop.build / language / "site").rename(folder)
        compact_search(folder)
        for name in ("sitemap.xml", "sitemap.xml.gz"):  # one site map at the root lists every language
            (folder / name).unlink(missing_ok=True)
        write_renditions(folder, f"{site_url}{language}/")
    write_files(shop.next_site, files)
    return shop.next_site


def publish(shop: Workshop) -> None:
    """Let the next site take the place of the old one in one step, and remove the old one."""
    if shop.project.site.exists():
        _exchange(shop.next_site, shop.project.site)
        shutil.rmtree(shop.next_site)
    else:
        shop.next_site.rename(shop.project.site)


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


def compact_search(folder: Path) -> None:
    """Put our search data in the place of MkDocs' index, which the theme must not fetch."""
    index = folder / "search" / "search_index.json"
    (folder / "search" / "pages.json").write_text(compact(index.read_text(encoding="utf-8")), encoding="utf-8")
    index.unlink()


def write_renditions(folder: Path, address: str) -> None:
    """Write each page under `folder`, which stands at `address`, as Markdown beside its HTML."""
    for page in folder.rglob("index.html"):
        inside = page.parent.relative_to(folder).as_posix()
        text = rendition(page.read_bytes(), address if inside == "." else f"{address}{inside}/")
        if text:
            page.with_name(NAME).write_text(text, encoding="utf-8")


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write `files`, texts or bytes by their paths under `folder`."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def write_lines(root: Path, lines: Mapping[str, Mapping[int, str]]) -> None:
    """Put the given lines, by file under `root` and number from 1, in the place of what stands there."""
    for path, changed in lines.items():
        text = (root / path).read_text(encoding="utf-8").split("\n")
        for number, line in changed.items():
            text[number - 1] = line
        (root / path).write_text("\n".join(text), encoding="utf-8")
