"""The template engine, and the filters it needs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"


@cache  # it keeps the templates it has read
def environment() -> Environment:
    """Return the template engine: it escapes everything, and a missing name is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        comment_start_string="<#", comment_end_string="#>",  # the usual {# begins the ids of headings
    )  # fmt: skip
