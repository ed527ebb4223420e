"""Finding a Java for the EPUB checker, or installing one: `python -m tests.java`."""

from __future__ import annotations

import os
import shutil
import sys

from tests.chromium import run


def main() -> int:
    """Make sure that there is a Java; return 1 when none can be had."""
    if not shutil.which("java") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Java here; installing one for the EPUB checker (once) ...", flush=True)
        run("apt-get", "update", "--quiet")
        run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "default-jre-headless")
    found = shutil.which("java")
    print(f"Java: {found}" if found else "No Java could be installed; install one for the EPUB checker.")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
