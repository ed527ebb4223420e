"""Files that look like a part of the plan and would be read by nobody: another ending, another folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from scripts.problem import Problem

BESIDE = frozenset({"assets"})
"""Folders of `docs/` that hold no texts."""
LEDGER = "permalinks.lock"
"""The file of `data/` that holds no records: `lock` reads it."""


def strays(root: Path, codes: Collection[str], data: Collection[str]) -> Iterator[Problem]:
    """Yield every file of `docs/` that is no text in one of the languages `codes`, and every one of `data/` that is none of the files `data`.

    Hidden files and those of editors are left alone.
    """
    for file in sorted((root / "docs").rglob("*")):
        path = file.relative_to(root)
        if file.is_file() and path.parts[1] not in BESIDE and not _hidden(path):
            if len(path.parts) < len(("docs", "ko", "index.md")) or path.parts[1] not in codes:
                known = ", ".join(f"docs/{code}/" for code in codes)
                yield Problem.of(path.as_posix(), 1, "file-misplaced", known=known)
            elif file.suffix != ".md":
                better = f"{path.parent.as_posix()}/{path.name.split('.')[0]}.md"
                yield Problem.of(path.as_posix(), 1, "file-no-text", ending=file.suffix, better=better)
    names = sorted(f"{name}.yaml" for name in data)
    for file in sorted((root / "data").glob("*")):
        if file.is_file() and file.name not in (*names, LEDGER) and not _hidden(file.relative_to(root)):
            yield Problem.of(f"data/{file.name}", 1, "file-no-record", known=", ".join(names))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name.endswith("~")
