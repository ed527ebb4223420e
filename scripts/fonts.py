"""The fonts of documents and pictures: one has the forms of every script, and the language of a text chooses among them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FONTS = {"regular": "NotoSansCJKjp-Regular.otf", "bold": "NotoSansCJKjp-Bold.otf"}
"""The file of each weight, in the package `noto_cjk_sans_jp_<weight>`."""


def font_file(weight: str) -> Path:
    """Return the file of the font in this weight, one of FONTS."""
    return Path(str(files(f"noto_cjk_sans_jp_{weight}"))) / FONTS[weight]
