"""Ways in and out for translation tools: a pair of languages as XLIFF 1.2 or PO, and back into Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.exchange import po, xliff
from scripts.exchange.taken import Taken, take
from scripts.exchange.texts import texts
from scripts.exchange.units import units
from scripts.files import read_text
from scripts.problem import Problem, ProblemsError
from scripts.source import Plan

FORMATS: Mapping[str, str] = {"xliff": ".xlf", "po": ".po"}
"""The formats, and how the names of their files end."""
LARGEST = 20_000_000
"""The largest file that is read, in bytes; the whole plan takes about one million."""


@dataclass(frozen=True)
class Imported:
    """What an import comes to: the files to write, and what became of the sections."""

    language: str
    texts: Mapping[str, str]
    taken: Taken

    def told(self) -> Iterator[str]:
        """Yield what the translator is told."""
        count = sum(map(len, self.taken.sections.values())) + len(self.taken.titles)
        yield f"{count} sections and titles changed in {len(self.texts)} files"
        if self.taken.review:
            names = " ".join(self.taken.review)
            yield f"written, but still in need of review in the file: {names}"
            yield f"  when they are right: make current IN={self.language} ID='{names}'"
        if self.taken.half:
            yield f"left out, since the heading or the text is still missing: {' '.join(self.taken.half)}"


def exported(plan: Plan, source: str, language: str, form: str) -> str:
    """Return the texts of `plan` in two languages in the format `form`; raises ProblemsError when a language is none of the site's."""
    for code in (source, language):
        _known(plan, code)
    if source == language:
        raise ProblemsError([Problem.of("data/languages.yaml", 1, "languages-alike", language=language)])
    write = xliff.written if form == "xliff" else po.written
    return write(list(units(plan, source, language)), source, language)


def imported(root: Path, plan: Plan, language: str, file: Path) -> Imported:
    """Return what the `file` of a translation tool comes to; raises ProblemsError with everything that is wrong with it."""
    _known(plan, language)
    if file.is_file() and file.stat().st_size > LARGEST:
        raise ProblemsError([Problem.of(str(file), 1, "exchange-too-large")])
    text = read_text(Path(), str(file))
    read = xliff.read if text.lstrip().startswith("<") else po.read
    taken = take(plan, language, str(file), read(str(file), text))
    return Imported(language, dict(texts(root, plan, language, taken)), taken)


def _known(plan: Plan, language: str) -> None:
    if language not in plan.codes:
        problem = Problem.of(
            "data/languages.yaml", 1, "language-unknown", language=language, known=", ".join(plan.codes)
        )
        raise ProblemsError([problem])
