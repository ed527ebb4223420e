"""A reference in the formats of reference managers. All are UTF-8 text; BibTeX needs biber, or a BibTeX that knows Unicode."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from babel import Locale, UnknownLocaleError

from scripts.citations.record import Citation

SPECIAL = str.maketrans({
    **{sign: f"\\{sign}" for sign in "&%$#_"}, "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}", "}": r"\textbraceright{}",  # BibTeX counts braces, also those after a backslash
})  # fmt: skip
"""What TeX would not print as it stands."""


def bibtex(citation: Citation) -> str:
    """Return the reference as a BibTeX entry; double braces keep names whole and capitals as they are."""
    whole = {"author": citation.author, "title": citation.title, "booktitle": citation.work}
    fields = {key: f"{{{_tex(value)}}}" for key, value in whole.items()}
    fields |= {"publisher": f"{{{_tex(citation.publisher)}}}", "year": str(citation.year), "url": citation.url}
    fields |= {"note": _tex(f"{citation.edition}. {citation.note}"), "langid": _tongue(citation.language)}
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items()]
    return f"@incollection{{{_key(citation)},\n" + ",\n".join(lines) + "\n}\n"


def ris(citation: Citation) -> str:
    """Return the reference as a RIS record."""
    fields = [
        ("TY", "CHAP" if citation.kind == "chapter" else "DICT"),
        ("ID", _key(citation)),
        ("AU", citation.author),
        ("TI", citation.title),
        ("T2", citation.work),
        ("ET", citation.edition),
        ("PY", str(citation.year)),
        ("PB", citation.publisher),
        ("LA", citation.language),
        ("UR", citation.url),
        ("N1", citation.note),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def csl(citation: Citation) -> str:
    """Return the reference as CSL-JSON: a list of one."""
    item = {
        "id": _key(citation),
        "type": "chapter" if citation.kind == "chapter" else "entry-dictionary",
        "author": [{"literal": citation.author}],
        "issued": {"date-parts": [[citation.year]]},
        "title": citation.title,
        "container-title": citation.work,
        "edition": citation.edition,
        "publisher": citation.publisher,
        "language": citation.language,
        "URL": citation.url,
        "note": citation.note,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, tuple[str, Callable[[Citation], str]]] = {
    "bib": ("BibTeX", bibtex), "ris": ("RIS", ris), "json": ("CSL-JSON", csl)
}  # fmt: skip
"""The ending of each format's files, its name, and what makes it."""


def _key(citation: Citation) -> str:
    return f"iclei-seoul-plan-{citation.id}-{citation.page}"


def _tex(text: str) -> str:
    return text.translate(SPECIAL)


def _tongue(language: str) -> str:
    """Return the English name of a language in small letters, as biblatex wants it."""
    try:
        return str(Locale.parse(language).get_language_name("en")).lower()
    except UnknownLocaleError:
        return language
