"""Showing the preview in browsers, and telling them of every change and every mistake."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.preview import Preview, safely
from scripts.serve import Site

WATCHED = ("data", "docs", "overrides", "scripts", "mkdocs.yml")
PAUSE = 0.1
"""Seconds to wait after a change, since editors write a file in several steps."""
EVENTS = "__preview/events"
SCRIPT = (Path(__file__).parent / "templates" / "preview.js").read_text(encoding="utf-8")
ALIVE = 15
"""Seconds after which a silent connection is used, so that one whose page is closed ends."""


class News:
    """What the browsers are told: each piece of news has a number, and whoever waits gets the next one."""

    def __init__(self) -> None:
        """Begin with nothing to tell."""
        self._changed = threading.Condition()
        self._number = 0
        self._text = ""

    def tell(self, mistakes: Sequence[str]) -> None:
        """Tell of `mistakes`, or of something new to see when there are none."""
        with self._changed:
            self._number += 1
            self._text = json.dumps({"problems": mistakes})
            self._changed.notify_all()

    def after(self, number: int) -> tuple[int, str]:
        """Return the news after the one with this `number`, waiting for it for a while; its text is empty when there is none."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number, ALIVE)
            return (self._number, self._text) if self._number > number else (number, "")

    @property
    def number(self) -> int:
        """The number of the latest news."""
        return self._number


class PreviewSite(Site):
    """Serves the preview: each language from its own folder, each page with the script that waits for news."""

    def __init__(self, *args: Any, preview: Preview, news: News, **keywords: Any) -> None:  # noqa: ANN401 - the library's own
        """Serve `preview` and its `news`."""
        self.preview, self.news = preview, news
        super().__init__(*args, **keywords)

    def translate_path(self, path: str) -> str:
        """Return the file for an address: a language's pages stand in the language's folder."""
        first, _, rest = urlsplit(path).path.removeprefix(self.base).partition("/")
        folder = self.preview.folder(first)
        self.directory = str(folder)
        inside = f"{self.base}{rest}" if first in self.preview.made else path
        return super().translate_path(inside)

    def do_GET(self) -> None:  # noqa: N802 - the library's own name
        """Answer a request: the news, a page with the script in it, or any other file."""
        if urlsplit(self.path).path == f"{self.base}{EVENTS}":
            self._tell_news()
            return
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if file.is_dir() and urlsplit(self.path).path.endswith("/") else file
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        script = SCRIPT.replace("EVENTS", f"{self.base}{EVENTS}")
        body = page.read_text(encoding="utf-8").replace("</body>", f"<script>{script}</script></body>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell_news(self) -> None:
        self.preview.viewed = parse_qs(urlsplit(self.path).query).get("language", [""])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = self.news.number
        first = json.dumps({"problems": self.preview.mistakes}) if self.preview.problems else ""
        try:
            self._send(first)
            while True:
                number, text = self.news.after(number)
                self._send(text)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, text: str) -> None:
        self.wfile.write(f"data: {text}\n\n".encode() if text else b": waiting\n\n")
        self.wfile.flush()


class _Changes(FileSystemEventHandler):
    def __init__(self, changed: threading.Event, whole: threading.Event) -> None:
        self.changed, self.whole = changed, whole

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = str(event.src_path)
        if event.event_type in {"created", "modified", "deleted", "moved"} and "__pycache__" not in path:
            if "/overrides" in path or path.endswith("mkdocs.yml"):
                self.whole.set()
            self.changed.set()


def live(preview: Preview, news: News, port: int) -> ThreadingHTTPServer:
    """Return a server of the preview on this machine; port 0 takes a free one."""
    base = urlsplit(preview.settings.site_url).path
    server = ThreadingHTTPServer(
        ("127.0.0.1", port),
        partial(PreviewSite, preview=preview, news=news, base=base, site=preview.shop.build / "root"),
    )
    server.daemon_threads = True
    return server


def watch(preview: Preview) -> None:
    """Bring the preview up to date after each change in the project, until interrupted."""
    changed, whole = threading.Event(), threading.Event()
    observer = Observer()
    for name in WATCHED:
        observer.schedule(_Changes(changed, whole), str(preview.project.root / name), recursive=True)
    observer.start()
    try:
        while changed.wait():
            threading.Event().wait(PAUSE)
            changed.clear()
            work = preview.begin if whole.is_set() else partial(preview.update, changed.is_set)
            whole.clear()
            safely(work, preview.say)
    finally:
        observer.stop()
