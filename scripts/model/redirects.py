"""What became of ids and addresses that were published and are no longer used."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, Strict, StringConstraints

from scripts.model.types import Day, Names, Record

RedirectKind: TypeAlias = Literal[
    "initiative",
    "action",
    "agenda",
    "chapter",
    "topic",
    "term",
    "section",
    "event",
    "difference",
    "figure",
    "chart",
    "office",
]


Published: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$")
]
"""An id as it stands in an address: `4.8`, `ccr`, `resilient-city`, `A#population`."""


class Redirect(Record):
    """An id that is no longer used, what takes its place if anything does, since when, and why."""

    kind: RedirectKind
    from_: Annotated[Published, Field(alias="from")]
    to: Published | None
    date: Day
    reason: Names


class RedirectsFile(Record):
    """`data/redirects.yaml`."""

    redirects: tuple[Redirect, ...] = ()
