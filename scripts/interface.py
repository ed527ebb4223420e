"""Reading the words of the interface: what the site itself says, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from string import Formatter
from typing import Any, get_args

from scripts.files import YamlFile, read_yaml
from scripts.model.background import Strand
from scripts.model.editions import DifferenceKind
from scripts.model.named import Kind
from scripts.model.organisation import OfficeKind
from scripts.model.redirects import RedirectKind
from scripts.model.types import Degree
from scripts.problem import Problem, ProblemsError

GROUPS: Mapping[str, Sequence[str]] = {
    "kinds": get_args(Kind),
    "office_kinds": get_args(OfficeKind),
    "id_kinds": get_args(RedirectKind),
    "strands": get_args(Strand),
    "difference_kinds": get_args(DifferenceKind),
    "degrees": get_args(Degree),
    "units": (),
    "topics": (),
    "states": ("current", "outdated", "unmarked", "missing"),
}
"""Groups of the words of the interface, and the words that each must have."""
HOME = Path(__file__).parent.parent


def read_words(language: str, fallback: str | None = None) -> Mapping[str, Any]:
    """Return the words of the interface in `language`, those it lacks in the language `fallback`.

    Raises ProblemsError with everything that is wrong with them.
    """
    path = f"scripts/words/{language}.yaml"
    if fallback and not (HOME / path).exists():
        return read_words(fallback)
    file = read_yaml(HOME, path)
    if fallback and isinstance(file.value, dict):
        file = YamlFile(file.path, deepcopy(file.value), file.lines)  # others read the same document
        _complete(file.value, read_words(fallback))
    if found := list(mistakes(file)):
        raise ProblemsError(found)
    words: Mapping[str, Any] = file.value
    return words


def line_of_word(language: str, *spot: str) -> int:
    """Return the line of a word of the interface in the file of its language, or of the group it belongs to; 1 when it has no file."""
    path = f"scripts/words/{language}.yaml"
    return read_yaml(HOME, path).line(*spot) if (HOME / path).exists() else 1


def worded(words: Mapping[str, Any], *above: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every word of the interface: its key, after those of its group, and its text."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from worded(value, *above, key)
        else:
            yield (*above, key), str(value)


def _complete(words: dict[str, Any], others: Mapping[str, Any]) -> None:
    for key, value in others.items():
        if isinstance(value, dict) and isinstance(words.get(key), dict):
            _complete(words[key], value)
        words.setdefault(key, value)


def mistakes(file: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong with the words of the interface: they are put into HTML as they are, so they are plain text."""
    if not isinstance(file.value, dict):
        yield file.problem("words-missing")
        return
    for key, value in file.value.items():
        for spot, text in [((key, k), v) for k, v in value.items()] if isinstance(value, dict) else [((key,), value)]:
            if not isinstance(text, str) or not text.strip() or set(text) & set('<>"`\\'):
                yield file.problem("word-not-plain", *spot, word=spot[-1])
            elif not _fillable(text):
                yield file.problem("word-braces-broken", *spot, word=spot[-1])
    for key, kinds in GROUPS.items():
        if not isinstance(file.value.get(key), dict) or not set(kinds) <= set(file.value[key]):
            yield file.problem("word-group-incomplete", group=key, words=", ".join(kinds))


def _fillable(text: str) -> bool:
    """Say whether the braces of `text` can be filled in: pairs around a plain name."""
    try:
        return all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))
    except ValueError:
        return False
