"""What became of ids and addresses that were published and are no longer used."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, Strict, StringConstraints

from scripts.model.types import Names, Record

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


def _day(value: str) -> str:
    """Return `value`; raises ValueError when no calendar has that day."""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("there is no such day") from None
    return value


Day: TypeAlias = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"),
    AfterValidator(_day),
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
