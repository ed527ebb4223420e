"""What a value in `data/` may look like: text, slugs, ids, numbers, dates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, Strict, StringConstraints
from pydantic_core import PydanticCustomError

LARGEST = 10**15


def _number(value: object) -> object:
    """Return `value` as it is; a whole number stays one. Raises PydanticCustomError for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number_type", "no number")
    if not abs(value) < LARGEST:  # not a number, infinite, or nothing anybody counts
        raise PydanticCustomError("number_too_large", "too many digits")
    return value


def _real_day(value: str) -> str:
    """Return `value`; raises PydanticCustomError for a day that no calendar has."""
    if len(value) == len("2013-11-04"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day_unknown", "no such day") from None
    return value


MARKS = r"<>{}\[\]*_`|\\\x00-\x1f\x7f-\x9f\xad\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2064}\u{feff}\u{fffd}"
Plain: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=rf"^[^\s{MARKS}](?:[^{MARKS}]*[^\s{MARKS}])?$")]
"""Text on one line that means the same in Markdown, HTML and a template."""
Names: TypeAlias = dict[str, Plain]
"""One text for each language code."""
Slug: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=80)]
SectionId: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
InitiativeId: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^[1-9]\d*\.[1-9]\d*$")]
ActionId: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^(?:P|[IVX]+)\.[1-9]\d*(?:\.[1-9]\d*)?$", max_length=20)
]
ItemId: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^(?:[1-9]\d*\.[1-9]\d*|(?:P|[IVX]+)\.[1-9]\d*(?:\.[1-9]\d*)?)$")
]
"""An initiative (`4.8`), a planned action (`V.3`) or a sub-item of one (`V.9.2`)."""
Year: TypeAlias = Annotated[int, Strict(), Field(ge=1900, le=2100)]
Month: TypeAlias = Annotated[str, Strict(), StringConstraints(pattern=r"^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$")]
Date: TypeAlias = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^(?:(?:19|20)\d\d)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"),
    AfterValidator(_real_day),
]
"""A year, a month or a day: `2013`, `2013-11`, `2013-11-04`."""
Day: TypeAlias = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"),
    AfterValidator(_real_day),
]
Count: TypeAlias = Annotated[int, Strict(), Field(ge=1)]
Number: TypeAlias = Annotated[int | float, PlainValidator(_number, json_schema_input_type=int | float)]
Host: TypeAlias = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._-]+)*/?$")
]
"""A web address without https://."""
Website: TypeAlias = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._-]+)*|(?:/[A-Za-z0-9._-]+)+)/?$"),
]
"""A web address without https://, or the end of one, beginning with a slash."""
Degree: TypeAlias = Literal["exactly", "about", "at-least", "more-than", "up-to", "less-than"]


class Record(BaseModel):
    """A record refuses keys it does not know and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
