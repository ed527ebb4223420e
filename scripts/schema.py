"""JSON Schemas of the data files, made from the records, so that editors show a mistake while it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.model import LanguagesFile, Record
from scripts.source import FILES


def schemas() -> Mapping[str, str]:
    """Return the text of each schema, by its path in the project."""
    kinds: Mapping[str, type[Record]] = {**FILES, "languages": LanguagesFile}
    return {f"data/schema/{name}.json": _text(kind) for name, kind in kinds.items()}


def write_schemas(root: Path) -> None:
    """Write the schemas under `root`."""
    for path, text in schemas().items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _text(kind: type[Record]) -> str:
    return json.dumps(kind.model_json_schema(), ensure_ascii=False, indent=1) + "\n"
