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
    """Tell a fault that many pages share once, with the first page and the number of the others."""
    first: dict[str, Problem] = {}
    times = Counter(problem.message.replace("../", "") for problem in problems)
    for problem in problems:
        first.setdefault(problem.message.replace("../", ""), problem)
    for message, problem in first.items():
        others = f" (and on {times[message] - 1} more pages)" if times[message] > 1 else ""
        yield Problem(problem.path, problem.line, f"{problem.message}{others}")


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
        yield Problem(here, 1, f"the page says it is in '{page.language}'; it stands under {expected}/")
    if page.headings != 1:
        yield Problem(here, 1, f"the page has {page.headings} main headings; it needs one")
    for name in page.repeated:
        yield Problem(here, 1, f"the id '{name}' stands on the page more than once")
    for target in page.loads:
        if urlsplit(target).netloc:
            yield Problem(here, 1, f"the page loads {target} from another host")
        elif not (site / _path(page.path, target, site_url)).is_file():
            yield Problem(here, 1, f"the page loads {target}, which does not exist")
    for target in page.links:
        yield from _broken(page, target, pages, site, site_url)


def _broken(page: Page, target: str, pages: Mapping[str, Page], site: Path, site_url: str) -> Iterator[Problem]:
    scheme = urlsplit(target).scheme
    if scheme and not target.startswith(site_url):
        if scheme not in {"http", "https"}:
            yield Problem(f"site/{page.path}", 1, f"the link to {target} is none a reader may follow")
        return
    address, fragment = urldefrag(target)
    path = _path(page.path, address, site_url) if address else page.path
    if path not in pages:
        if not (site / path).is_file():
            yield Problem(f"site/{page.path}", 1, f"the link to {target} leads nowhere")
    elif fragment and unquote(fragment) not in pages[path].ids:
        yield Problem(f"site/{page.path}", 1, f"the link to {target} leads to a part of the page that does not exist")


def _path(here: str, target: str, site_url: str) -> str:
    """Return the file a link on the page `here` leads to, from the root of the site."""
    base = urlsplit(site_url).path
    address = unquote(urlsplit(target).path)
    absolute = address if address.startswith("/") else posixpath.join(base, posixpath.dirname(here), address)
    path = posixpath.normpath(absolute)
    inside = "" if path + "/" == base else path.removeprefix(base)
    return (
        inside
        if inside.endswith((".html", ".css", ".js", ".svg", ".png", ".ico", ".json", ".xml"))
        else posixpath.join(inside, "index.html")
    )
