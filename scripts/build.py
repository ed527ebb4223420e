"""From the data and texts to the finished site, telling what happens."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from scripts import checks
from scripts.audit import audit
from scripts.citations import Snapshot
from scripts.documents import documents
from scripts.embeds import embeds
from scripts.exports import Exports
from scripts.feeds import feeds
from scripts.history import History, changed
from scripts.lock import forgotten
from scripts.mkdocs import configuration
from scripts.opendata import open_data
from scripts.pages import pages
from scripts.permalinks import followed, lost, unresolved
from scripts.problem import Problem, ProblemsError
from scripts.repository import git
from scripts.revisions import revisions
from scripts.shares import pictures
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from scripts.write import Project, Workshop, assemble, publish, run_mkdocs, workshop, write_pages

DEFAULT_URL = "http://localhost:8000/"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Settings:
    """What a build depends on besides the project: where the site will stand, the time it is dated with, where its files are kept.

    `commit` is the short name of the last commit, where there is a repository.
    """

    site_url: str
    epoch: int
    repository: str = ""
    commit: str = ""

    @property
    def snapshot(self) -> Snapshot:
        """The state of the site that references name."""
        return Snapshot(datetime.fromtimestamp(self.epoch, UTC).date(), self.commit)


def settings(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings from SITE_URL, SOURCE_DATE_EPOCH and REPOSITORY_URL.

    Without them: the local address, the time of the last commit, and the repository that GitHub Actions names, or none.
    Raises ProblemsError when one of them is not what it should be.
    """
    url = environment.get("SITE_URL") or DEFAULT_URL
    if not _is_address(url):
        raise ProblemsError([Problem.of("SITE_URL", 1, "site-address-wrong", found=url)])
    hosted = (
        "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}".format_map(environment) if "GITHUB_REPOSITORY" in environment else ""
    )
    repository = environment.get("REPOSITORY_URL") or hosted
    if repository and not _is_address(repository):
        raise ProblemsError([Problem.of("REPOSITORY_URL", 1, "repository-address-wrong", found=repository)])
    time, commit = _last_commit(root)
    epoch = environment.get("SOURCE_DATE_EPOCH") or time
    if not epoch.isdecimal():
        raise ProblemsError([Problem.of("SOURCE_DATE_EPOCH", 1, "site-date-wrong", found=epoch)])
    return Settings(url.rstrip("/") + "/", int(epoch), repository.rstrip("/"), commit)


def _is_address(url: str) -> bool:
    """Say whether `url` is a whole web address that can stand before a path; quotes and the like cannot be in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = not set(url) & set("\"'<>\\ ")
    return plain and parts.scheme in {"http", "https"} and bool(parts.netloc) and not parts.query and not parts.fragment


def _last_commit(root: Path) -> tuple[str, str]:
    """Return the time and the short name of the last commit; outside a repository 2015-04-11, when the plan was adopted, and none."""
    time, _, commit = git(root, "log", "-1", "--format=%ct %h", "--abbrev=10").decode().strip().partition(" ")
    return (time, commit) if time.isdecimal() else ("1428710400", "")


def checked_plan(root: Path, say: Say) -> Plan:
    """Return the plan under `root` after all checks; raises ProblemsError."""
    with step(say, "Reading and checking the plan") as tell:
        plan, problems = read_plan(root)
        if found := [*problems, *checks.problems(plan), *forgotten(root, plan.lock)]:
            raise ProblemsError(found)
        tell(
            f"{len(plan.organisation.records.chapters)} chapters, {len(plan.agendas.records.agendas)} agendas, {len(plan.initiatives)} initiatives, "
            f"{len(plan.actions)} actions, {len(plan.terms)} terms"
        )
    return plan


def build(project: Project, chosen: Settings, say: Say) -> None:
    """Make the site; the old one stays until the new one is whole.

    Raises ProblemsError for mistakes in data, texts or the built site, BuildError when MkDocs fails.
    """
    begun = time.monotonic()
    with workshop(project) as shop:
        plan = checked_plan(project.root, say)
        views = Views(plan)
        taken = _taken(views, chosen, say)
        with step(say, "Writing pages") as tell:
            made = _write_pages(shop, views, chosen, {path: len(content) for path, content in taken.items()})
            others = _other_files(project.root, views, chosen, made)
            if gone := lost(plan, made, {*others, *taken}):
                raise ProblemsError(gone)
            tell(f"{sum(map(len, made.values()))} in {len(plan.codes)} languages")
        with step(say, "Building with MkDocs, drawing pictures for shared links") as tell, ThreadPoolExecutor() as pool:
            drawing = pool.submit(pictures, views, made, chosen.site_url)  # while MkDocs works in processes of its own
            run_mkdocs(shop, plan.codes, chosen.epoch, tell)
            drawn = drawing.result()
            tell(f"{len(drawn)} pictures, {sum(map(len, drawn.values())) / 10**6:.1f} MB together")
        with step(say, "Adding lasting addresses, feeds, cards, search and Markdown"):
            files: dict[str, str | bytes] = {**others, **taken, **drawn}
            site = assemble(shop, plan.codes, files, chosen.site_url)
        with step(say, "Checking every link of the built site, and every address ever published") as tell:
            tell(f"{audit(site, chosen.site_url, plan.codes)} pages")
            if gone := unresolved(site, plan.lock, plan.codes):
                raise ProblemsError(gone)
            tell(f"{len(plan.lock.lines)} addresses")
        publish(shop)
    say(f"The site is ready in {project.site.name}/ after {time.monotonic() - begun:.1f} s. `make serve` shows it.")


def _taken(views: Views, chosen: Settings, say: Say) -> Mapping[str, bytes]:
    """Return the files that readers take away, open data and documents, by path in the site."""
    with step(say, "Making open data") as tell:
        data = open_data(Exports(views, chosen.site_url).api, chosen.epoch)
        tell(f"{len(data)} files")
    with step(say, "Making documents to take away") as tell:
        made = documents(views, chosen.site_url, chosen.epoch)
        tell(f"{len(made)}, {sum(map(len, made.values())) / 10**6:.1f} MB together")
    return {**data, **made}


def _write_pages(
    shop: Workshop, views: Views, chosen: Settings, sizes: Mapping[str, int]
) -> Mapping[str, Mapping[str, str]]:
    """Write the pages for MkDocs, and return them by language; `sizes` are those of the files to take away."""
    root, codes = shop.project.root, views.plan.codes
    told = dict(changed(views.standings.values(), History(root, codes[0])))
    made = {
        code: pages(Texts(views, code), chosen.site_url, chosen.repository, told, sizes, snapshot=chosen.snapshot)
        for code in codes
    }
    for code in codes:
        base = os.path.relpath(root, shop.build / code)
        write_pages(shop, code, made[code], configuration(Texts(views, code), base, chosen.site_url, made[code]))
    return made


def _other_files(
    root: Path, views: Views, chosen: Settings, made: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    """Return the files that MkDocs does not make, by path in the site; `made` are its pages."""
    files = dict(Exports(views, chosen.site_url, chosen.snapshot).all(made))
    for code in views.plan.codes:
        texts = Texts(views, code)
        files |= feeds(texts, chosen.site_url, chosen.epoch, revisions(root, code))
        files |= dict(embeds(texts, chosen.site_url))
    return {**files, **followed(views.plan, made, files)}


@contextmanager
def step(say: Say, title: str) -> Iterator[Say]:
    """Say what is being done, what came of it, and how long it took."""
    begun = time.monotonic()
    results: list[str] = []
    say(f"{title} …")
    yield results.append
    say(f"  {', '.join(results) or 'done'} ({time.monotonic() - begun:.1f} s)")
