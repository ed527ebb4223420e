"""Finding a Chromium for the browser tests, or installing one: `python -m tests.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find() -> str | None:
    """Return the path of a Chromium: the one named in CHROMIUM, the system's, or the browser tool's own."""
    named = os.environ.get("CHROMIUM")
    found = [path for path in (named, *map(shutil.which, NAMES)) if path and Path(path).exists()]
    if found:
        return found[0]
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Install a Chromium: Debian's package as root, else the browser tool's own download."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "--quiet")
        run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk")
    if not find():
        run(
            sys.executable,
            "-m",
            "playwright",
            "install",
            "--with-deps" if os.geteuid() == 0 else "--only-shell",
            "chromium",
        )


def run(*command: str) -> None:
    """Run `command`, saying so; what came of it shows afterwards."""
    print("$", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    """Make sure that there is a Chromium; return 1 when none can be had."""
    if not find():
        print("No Chromium here; installing one for the browser tests (once) ...", flush=True)
        install()
    found = find()
    print(f"Chromium: {found}" if found else "No Chromium could be installed; install one, or name it in CHROMIUM.")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
