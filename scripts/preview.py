"""The site while it is being written: what a change makes new, language by language, the one being looked at first."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts import checks
from scripts.build import Settings
from scripts.exports import Exports
from scripts.history import History, changed
from scripts.mkdocs import configuration
from scripts.pages import pages
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
    start_mkdocs,
    write_files,
    write_pages,
)

Tell = Callable[[Sequence[Problem]], None]
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
    viewed: str = ""
    """The language of the page that was opened last: a change is shown there first."""
    made: dict[str, Mapping[str, str]] = field(default_factory=dict)
    configurations: dict[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    histories: dict[str, History] = field(default_factory=dict)

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
        order = sorted([self.only] if self.only else plan.codes, key=lambda code: code != self.viewed)
        for place, code in enumerate(order):
            if place and newer():
                return
            count = self._update(views, code, plan if place == 0 else None)
            if (count or mistaken) and not self.problems:
                self.tell(())
                mistaken = False
            if count:
                self.say(f"{code}: {count} new page{'s' * (count > 1)} after {time.monotonic() - begun:.1f} s")
        texts = {code: self.made[code] for code in order}
        write_files(self.shop.build / "root", Exports(views, self.settings.site_url).all(texts))

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

    def _update(self, views: Views, code: str, check: Plan | None) -> int:
        """Bring one language up to date, checking the plan meanwhile; return how many pages are new."""
        history = self.histories.setdefault(views.plan.codes[0], History(self.project.root, views.plan.codes[0]))
        told = dict(changed(views.standings.values(), history))
        try:
            made = pages(Texts(views, code), self.settings.site_url, self.settings.repository, told)
        except (KeyError, ValueError, IndexError):  # what the check is about to explain
            self._report([*self.problems, *checks.problems(views.plan)])
            raise ProblemsError(self.problems) from None
        before = self.made.get(code, {})
        new = {path: text for path, text in made.items() if before.get(path) != text}
        config = configuration(
            Texts(views, code), os.path.relpath(self.project.root, self.shop.build / code), self.settings.site_url
        )
        whole = self.configurations.get(code) != config
        process = None
        if new or whole:
            write_pages(self.shop, code, new, config)
            process = start_mkdocs(self.shop, code, self.settings.epoch, whole=whole)
        if check is not None:  # on the other processor, while MkDocs works
            self._report([*self.problems, *checks.problems(check)])
        if process is not None:
            finish_mkdocs(process, code)
            if whole:
                compact_search(self.shop.build / code / "site")
        self.made[code], self.configurations[code] = made, config
        return len(new)

    def _report(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems))
        if self.problems:
            self.tell(self.problems)
            self.say("\n".join(map(str, self.problems)))


def safely(work: Callable[[], None], say: Callable[[str], None]) -> None:
    """Do `work`, and tell of a failure instead of ending."""
    try:
        work()
    except ProblemsError:
        say("Mend this to see the change.")
    except (BuildError, OSError) as error:
        say(str(error))
