"""Serving a site from this machine, under the path of its address."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class Site(SimpleHTTPRequestHandler):
    """Serves the site under the path of its address, with its own page for addresses that do not exist."""

    def __init__(self, *args: Any, base: str, site: Path, **keywords: Any) -> None:  # noqa: ANN401 - the library's own
        """Serve `site` under the path `base`, which begins and ends with a slash."""
        self.base = base
        self.site = site
        super().__init__(*args, directory=str(site), **keywords)

    def translate_path(self, path: str) -> str:
        """Return the file for an address; what stands outside the site's path does not exist."""
        inside = path.removeprefix(self.base)
        return super().translate_path(f"/{inside}" if path.startswith(self.base) else "/404")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the page of the language the address begins with."""
        language = urlsplit(getattr(self, "path", "/")).path.removeprefix(self.base).split("/")[0]
        page = next((p for p in (self.site / language / "404.html", self.site / "404.html") if p.is_file()), None)
        if code != 404 or page is None:  # noqa: PLR2004 - a status
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Ask browsers to look again each time: the site changes while it is being written."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing about each request."""


def server(site: Path, site_url: str, port: int) -> ThreadingHTTPServer:
    """Return a server of `site` on this machine; port 0 takes a free one."""
    base = urlsplit(site_url).path
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Site, base=base, site=site))
