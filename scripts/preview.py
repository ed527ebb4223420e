"""The site while it is being written: what a change makes new, language by language, the one being looked at first."""

from __future__ import annotations

import os
import shutil
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scripts import checks
from scripts.api import documents
from scripts.build import Settings
from scripts.exports import Exports
from scripts.history import Change, History, changed
from scripts.messages import Messages
from scripts.mkdocs import configuration
from scripts.pages import agenda_pages, pages
from scripts.problem import Problem, ProblemsError
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from scripts.write import (
    BuildError,
    Project,
    Workshop,
    compact_search,
    finish_mkdocs,
    remove_pages,
    start_mkdocs,
    write_files,
    write_pages,
)

Changes = Mapping[tuple[str, str], Sequence[Change]]
"""What changed in the source of outdated sections, by language and key."""
Checked = Future[list[Problem]]
"""What the rules find, some time later."""
Tell = Callable[[Sequence[str]], None]
"""Tells the browsers what is wrong, or with nothing that there is something new to see."""


@dataclass
class Preview:
    """The built site in `build/preview/`, one folder a language and one for what belongs to none, kept up to date."""

    project: Project
    settings: Settings
    say: Callable[[str], None]
    tell: Tell
    only: str = ""
    """The one language to build, if not all."""
    agenda: str = ""
    """The number of the one agenda to build, if not the whole plan."""
    messages: Messages = field(default_factory=Messages)
    viewed: str = ""
    """The language of the page that was opened last: a change is shown there first."""
    made: dict[str, Mapping[str, str]] = field(default_factory=dict)
    configurations: dict[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    history: History | None = None

    @property
    def mistakes(self) -> Sequence[str]:
        """What is wrong, as people are told it."""
        return self.messages.lines(self.problems)

    @property
    def shop(self) -> Workshop:
        """Where the preview is built."""
        return Workshop(self.project, self.project.root / "build" / "preview")

    def folder(self, name: str) -> Path:
        """Return the folder from which addresses under `name` are served: a language's own, or that of all the rest."""
        return self.shop.build / name / "site" if name in self.made else self.shop.build / "root"

    def begin(self) -> None:
        """Build everything anew; raises ProblemsError when the plan cannot be read."""
        shutil.rmtree(self.shop.build, ignore_errors=True)
        self.made, self.configurations = {}, {}
        self.update()

    def update(self, newer: Callable[[], bool] = lambda: False) -> None:
        """Bring the preview up to date, and say how long it took until the change could be seen.

        When there is something `newer`, the languages that nobody looks at are left for the next time.
        """
        begun = time.monotonic()
        mistaken = bool(self.problems)
        plan, views = self._read()
        self.history = self.history or History(self.project.root, plan.codes[0])
        told = dict(changed(views.standings.values(), self.history))
        order = sorted([self.only] if self.only else plan.codes, key=lambda code: code != self.viewed)
        with ThreadPoolExecutor(max_workers=1) as pool:
            for place, code in enumerate(order):
                if place and newer():
                    return
                checking = None if place else partial(pool.submit, checks.problems, plan)
                count, found = self._update(Texts(views, code), told, checking)
                if count:
                    if not self.problems:
                        self.tell(())
                    self.say(f"{code}: {count} new page{'s' * (count > 1)} after {time.monotonic() - begun:.1f} s")
                if found:
                    self._report([*self.problems, *found.result()])
                    if mistaken and not count and not self.problems:
                        self.tell(())
        texts = {code: self.made[code] for code in order}
        exports = Exports(views, self.settings.site_url, self.settings.snapshot)
        write_files(self.shop.build / "root", {**exports.all(texts), **documents(exports.api)})

    def _read(self) -> tuple[Plan, Views]:
        try:
            plan, problems = read_plan(self.project.root)
        except ProblemsError as error:
            self._report(error.problems)
            raise
        self.problems = ()
        if problems:
            self._report(problems)
        return plan, Views(plan)

    def _update(
        self, texts: Texts, told: Changes, checking: Callable[[], Checked] | None
    ) -> tuple[int, Checked | None]:
        """Bring one language up to date; return how many pages are new or gone, and what `checking` the plan begins to find meanwhile."""
        code, before = texts.language, self.made.get(texts.language, {})
        made = self._made(texts, told)
        new = {path: text for path, text in made.items() if before.get(path) != text}
        gone = [path for path in before if path not in made]
        base = os.path.relpath(self.project.root, self.shop.build / code)
        config = configuration(texts, base, self.settings.site_url, made)
        whole = bool(gone) or self.configurations.get(code) != config
        process = None
        if new or whole:
            remove_pages(self.shop, code, gone)
            write_pages(self.shop, code, new, config)
            process = start_mkdocs(self.shop, code, self.settings.epoch, whole=whole)
        found = checking() if checking else None  # on the other processor, while MkDocs works
        if process is not None:
            finish_mkdocs(process, code)
            if whole:
                compact_search(self.shop.build / code / "site")
        self.made[code], self.configurations[code] = made, config
        return len(new) + len(gone), found

    def _made(self, texts: Texts, told: Changes) -> Mapping[str, str]:
        """Return the pages of one language; raises ProblemsError when a mistake in the plan makes that impossible."""
        chosen = self.settings
        try:
            if self.agenda:
                return agenda_pages(
                    texts, self.agenda, chosen.site_url, chosen.repository, told, snapshot=chosen.snapshot
                )
            return pages(texts, chosen.site_url, chosen.repository, told, snapshot=chosen.snapshot)
        except (KeyError, ValueError, IndexError):
            self._report([*self.problems, *checks.problems(texts.views.plan)])
            if not self.problems:  # then the fault is the program's
                raise
            raise ProblemsError(self.problems) from None

    def _report(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems))
        if self.problems:
            self.tell(self.mistakes)
            self.say("\n".join(self.mistakes))


def safely(work: Callable[[], None], say: Callable[[str], None]) -> None:
    """Do `work`, and tell of a failure instead of ending."""
    try:
        work()
    except ProblemsError:
        say("Mend this to see the change.")
    except (BuildError, OSError) as error:
        say(str(error))
    except Exception:  # noqa: BLE001 - a fault of the program must not end the server while somebody writes
        say(f"The program failed:\n{traceback.format_exc()}")
