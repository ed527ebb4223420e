"""What GitHub is told to do: actions pinned by commit, few rights, an end to every job, and reviewers for files that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
USES = re.compile(r"^\s*(?:- )?uses:\s*(.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Path:
    """Return each workflow."""
    path: Path = request.param
    return path


def parsed(path: Path) -> dict[str, Any]:
    """Return what a workflow says; `on` stays a word."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only strings
    return found


def test_there_are_workflows() -> None:
    """Both workflows are found, so that the other tests look at something."""
    assert {path.name for path in WORKFLOWS} == {"check.yml", "publish.yml"}


def test_every_action_is_pinned(workflow: Path) -> None:
    """Each `uses:` names a file here, or a whole commit, with its version in a comment; the same action has the same commit everywhere."""
    written = USES.findall(workflow.read_text(encoding="utf-8"))
    steps = [step for job in parsed(workflow)["jobs"].values() for step in job.get("steps", [job])]
    assert len(written) == len([step for step in steps if "uses" in step]) > 0
    assert [
        uses for uses in written if not (PINNED.fullmatch(uses) or (ROOT / uses.removeprefix("$/")).is_file())
    ] == []
    everywhere = {uses for path in WORKFLOWS for uses in USES.findall(path.read_text(encoding="utf-8"))}
    assert len(everywhere) == len({uses.partition("@")[0] for uses in everywhere})


def test_rights_are_given_to_jobs_that_end(workflow: Path) -> None:
    """Nothing is granted to all jobs, only publishing and the ledger of addresses may write, runs do not pile up, and every job has an end."""
    found = parsed(workflow)
    assert found["permissions"] == {}
    assert "concurrency" in found
    assert "pull_request_target" not in found["on"]
    for name, job in found["jobs"].items():
        assert "uses" in job or int(job["timeout-minutes"]) <= 30
        writes = {right for right, degree in job["permissions"].items() if degree == "write"}
        assert writes == {"deploy": {"pages", "id-token"}, "ledger": {"contents"}}.get(name, set())


def test_what_is_run_exists(workflow: Path) -> None:
    """Commands are those of the Makefile and of `.ci/run`; no text that a stranger can write is put into a command."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    commands = "\n".join(
        step["run"] for job in parsed(workflow)["jobs"].values() for step in job.get("steps", ()) if "run" in step
    )
    assert "${{" not in commands
    targets = re.findall(r"make (?:--silent )?([\w./-]+)", commands)
    assert targets
    for target in targets:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target
    for path in re.findall(r"^\.ci/\S+", commands, re.MULTILINE):
        assert (ROOT / path).stat().st_mode & 0o100


def test_nothing_is_published_unchecked() -> None:
    """The site is built for publishing only after the jobs that check pull requests, all tests among them, have passed."""
    check, publish = (parsed(ROOT / ".github" / "workflows" / f"{name}.yml") for name in ("check", "publish"))
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert set(check["on"]) == {"pull_request", "workflow_call"}
    assert ".ci/run" in [step.get("run") for job in check["jobs"].values() for step in job["steps"]]
    jobs = publish["jobs"]
    assert jobs["check"]["uses"] == "$/.github/workflows/check.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("check", "build")
    assert not any("if" in jobs[name] for name in ("build", "deploy"))
    assert not any("continue-on-error" in job for job in (*check["jobs"].values(), *jobs.values()))


def test_reviewers_are_named_for_files_that_exist() -> None:
    """Each line of CODEOWNERS is about something that is there."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert [path for path, *_ in rules if path != "*" and not (ROOT / path.lstrip("/")).exists()] == []
    assert all(owner.startswith("@") for _, *owners in rules for owner in owners)


def test_the_template_leads_to_the_guides() -> None:
    """A pull request begins with the way to each guide."""
    template = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert [path.name for path in ROOT.glob("CONTRIBUTING*.md") if path.name not in template] == []
