"""Asking git about the project; outside a repository every answer is empty."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(root: Path, *arguments: str, given: str = "") -> bytes:
    """Return what git prints for `arguments` in the folder `root`, with `given` as its input; nothing when it fails or is not there."""
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        return subprocess.run(command, input=given.encode(), capture_output=True, check=False).stdout  # noqa: S603 - our own command
    except FileNotFoundError:
        return b""
