"""The version of a text: a short hash of its words, by which a translation says what it was made from.

A hash survives squash merges, shallow clones, renamed files and sections in another order, which a date or a commit does not.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from scripts import markdown
from scripts.markdown import Section

SAME = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″「」『』", '"'), **dict.fromkeys("‐‑‒–—―−－", "-"), **dict.fromkeys("·・•‧∙ㆍᆞ", "·"), "…": "...",
})  # fmt: skip
"""Characters that differ in typography only."""
LENGTH = 8


def version(section: Section, language: str) -> str:
    """Return the version of `section` in its `language`, such as `ko=3f9a2c1b`.

    Spaces, line breaks, emphasis and the forms of quotes, dashes and dots change nothing.
    """
    text = unicodedata.normalize("NFKC", f"{section.title}\n{markdown.plain(section, '')}")
    words = re.sub(r"\s+", "", text).translate(SAME)
    return f"{language}={hashlib.sha256(words.encode()).hexdigest()[:LENGTH]}"
