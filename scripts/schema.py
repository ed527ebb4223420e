"""JSON Schemas of the data files, made from the records, so that editors show a mistake while it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from scripts.model import AgendasFile, EditionsFile, GlossaryFile, LanguagesFile, PlacesFile, Record

FILES: Mapping[str, type[Record]] = {
    "agendas": AgendasFile,
    "editions": EditionsFile,
    "glossary": GlossaryFile,
    "languages": LanguagesFile,
    "places": PlacesFile,
}


def schemas() -> Mapping[str, str]:
    """Return the text of each schema, by its path in the project."""
    return {f"data/schema/{name}.json": _text(kind) for name, kind in FILES.items()}


def write_schemas(root: Path) -> None:
    """Write the schemas under `root`."""
    for path, text in schemas().items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _text(kind: type[Record]) -> str:
    return json.dumps(kind.model_json_schema(), ensure_ascii=False, indent=1) + "\n"
