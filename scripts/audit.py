"""Reading the finished site back: every link and fragment leads somewhere, every page says its language, no page calls another host."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree, html

from scripts.problem import Problem, ProblemsError

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
"""Elements that load something, and the attribute that says what."""


@dataclass(frozen=True)
class Page:
    """What the audit needs to know of a built page."""

    path: str
    language: str
    headings: int
    ids: frozenset[str]
    repeated: tuple[str, ...]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def audit(site: Path, site_url: str, languages: tuple[str, ...]) -> int:
    """Raise ProblemsError with all that is wrong in the built `site`; return how many pages were read."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    pages = {path: _read(site, path) for path in files}
    problems = [problem for page in pages.values() for problem in _problems(page, pages, site, site_url, languages)]
    if problems:
        raise ProblemsError(_summed(problems))
    return len(pages)


def _summed(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Tell a fault that many pages share once, with the first page and the number of the `others`."""
    faults: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        told = (problem.name, *(value.replace("../", "") for _, value in problem.values))
        faults.setdefault(told, []).append(problem)
    for first, *others in faults.values():
        yield Problem.of(first.path, first.line, first.name, **dict(first.values), others=len(others))


def _read(site: Path, path: str) -> Page:
    root = html.document_fromstring((site / path).read_bytes())
    elements = list(root.iter(tag=etree.Element))
    links = [str(e.get("href")) for e in elements if e.tag == "a" and e.get("href")]
    loads = [str(e.get(LOADING[str(e.tag)])) for e in elements if e.tag in LOADING and e.get(LOADING[str(e.tag)])]
    loads += [
        str(e.get("href")) for e in elements if e.tag == "link" and e.get("rel") in {"stylesheet", "icon", "preload"}
    ]
    headings = sum(e.tag == "h1" for e in elements)
    ids = Counter(str(e.get("id")) for e in elements if e.get("id"))
    repeated = tuple(name for name, times in ids.items() if times > 1)
    return Page(path, root.get("lang", ""), headings, frozenset(ids), repeated, tuple(links), tuple(loads))


def _problems(
    page: Page, pages: Mapping[str, Page], site: Path, site_url: str, languages: tuple[str, ...]
) -> Iterator[Problem]:
    here = f"site/{page.path}"
    expected = page.path.split("/")[0]
    if expected in languages and page.language != expected:
        yield Problem.of(here, 1, "page-language-wrong", found=page.language, expected=expected)
    if page.headings != 1:
        yield Problem.of(here, 1, "page-headings-wrong", count=page.headings)
    for name in page.repeated:
        yield Problem.of(here, 1, "page-id-repeated", id=name)
    for target in page.loads:
        if urlsplit(target).netloc:
            yield Problem.of(here, 1, "page-load-foreign", target=target)
        elif not (site / _path(page.path, target, site_url)).is_file():
            yield Problem.of(here, 1, "page-load-missing", target=target)
    for target in page.links:
        yield from _broken(page, target, pages, site, site_url)


def _broken(page: Page, target: str, pages: Mapping[str, Page], site: Path, site_url: str) -> Iterator[Problem]:
    scheme = urlsplit(target).scheme
    if scheme and not target.startswith(site_url):
        if scheme not in {"http", "https"}:
            yield Problem.of(f"site/{page.path}", 1, "page-link-unsafe", target=target)
        return
    address, fragment = urldefrag(target)
    path = _path(page.path, address, site_url) if address else page.path
    if path not in pages:
        if not (site / path).is_file():
            yield Problem.of(f"site/{page.path}", 1, "page-link-broken", target=target)
    elif fragment and unquote(fragment) not in pages[path].ids:
        yield Problem.of(f"site/{page.path}", 1, "page-fragment-broken", target=target)


def _path(here: str, target: str, site_url: str) -> str:
    """Return the file a link on the page `here` leads to, from the root of the site."""
    base = urlsplit(site_url).path
    address = unquote(urlsplit(target).path)
    absolute = address if address.startswith("/") else posixpath.join(base, posixpath.dirname(here), address)
    path = posixpath.normpath(absolute)
    inside = "" if path + "/" == base else path.removeprefix(base)
    return inside if posixpath.basename(address) not in {"", ".", ".."} else posixpath.join(inside, "index.html")
