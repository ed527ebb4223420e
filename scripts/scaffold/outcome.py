"""What a change of an initiative comes to: the files as they would read, and what then remains to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, unified_diff
from pathlib import Path

from scripts import checks
from scripts.files import parse_yaml, read_text
from scripts.markdown import parse_document
from scripts.model import AgendasFile
from scripts.problem import Problem
from scripts.report import tasks
from scripts.source import Plan, data_of
from scripts.standing import standings


@dataclass(frozen=True)
class Outcome:
    """Files by path in the project, as they read `before` (empty when there is none) and `after`, for the initiative `name` of `plan`."""

    plan: Plan
    name: str
    before: Mapping[str, str]
    after: Mapping[str, str]

    @classmethod
    def of(cls, root: Path, plan: Plan, name: str, after: Mapping[str, str]) -> Outcome:
        """Return what the texts `after` come to beside those under `root`; those that say the same are left out."""
        before = {path: read_text(root, path) if (root / path).exists() else "" for path in after}
        return cls(plan, name, before, {path: text for path, text in after.items() if text != before[path]})

    def differences(self) -> Iterator[str]:
        """Yield the lines of a unified diff of every file."""
        for path, text in self.after.items():
            old, new = self.before[path].splitlines(), text.splitlines()
            yield from unified_diff(old, new, f"a/{path}" if old else "/dev/null", f"b/{path}", lineterm="")

    def written(self) -> Iterator[str]:
        """Yield the place of each change and the lines that stand there now, or that went."""
        for path, text in self.after.items():
            old, new = self.before[path].splitlines(), text.splitlines()
            for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if kind != "equal":
                    yield f"{path}:{start + 1}: +{end - start} -{last - first}"

    def remaining(self) -> list[Problem]:
        """Return what is still wrong in the plan with these files, and what their translators have to do about the initiative."""
        plan = rewritten(self.plan, self.after)
        mine = {(s.path, s.line) for s in standings(plan) if s.key == self.name}
        to_do = [problem for problem in tasks(plan) if (problem.path, problem.line) in mine]
        return sorted({*checks.problems(plan), *to_do})


def rewritten(plan: Plan, texts: Mapping[str, str]) -> Plan:
    """Return `plan` with other texts of some files, by path in the project: of the agendas, and in `docs/`.

    Raises ProblemsError when one of them cannot be read.
    """
    agendas, documents = plan.agendas, {code: dict(found) for code, found in plan.documents.items()}
    for path, text in texts.items():
        if path == plan.agendas.file.path:
            agendas = data_of(AgendasFile, parse_yaml(path, text), plan.languages)
        else:
            _, code, inside = path.split("/", 2)
            documents[code][inside] = parse_document(path, text)[0]
    return replace(plan, agendas=agendas, documents=documents)
