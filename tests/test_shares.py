"""The pictures for shared links: one for each page, small, with the title inside and every letter drawn."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image, ImageFont

from scripts import shares
from scripts.pages import pages
from scripts.source import Plan, read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import SITE_URL, SMALL

LARGEST = 40_000
"""What a picture may weigh, in bytes."""


@pytest.fixture(scope="module")
def drawn() -> Mapping[str, bytes]:
    """Return the pictures of the small plan."""
    views = Views(read_plan(SMALL)[0])
    return shares.pictures(views, {code: pages(Texts(views, code), SITE_URL) for code in views.plan.codes}, SITE_URL)


def test_every_page_has_its_picture(drawn: Mapping[str, bytes]) -> None:
    """Each page of each language and each lasting address has a picture beside it, and those of other languages differ."""
    views = Views(read_plan(SMALL)[0])
    found = {path.removesuffix("share.png") for path in drawn}
    assert {f"id/{name}/" for name in views.chosen} == {path for path in found if path.startswith("id/")}
    for code in views.plan.codes:
        assert sum(path.startswith(f"{code}/") for path in found) == len(pages(Texts(views, code), SITE_URL))
        assert {f"{code}/", f"{code}/initiatives/1.1/", f"{code}/terms/"} <= found
    three = {drawn[f"{code}/initiatives/1.1/share.png"] for code in views.plan.codes}
    assert len(three) == 3


def test_pictures_are_small_and_whole(drawn: Mapping[str, bytes]) -> None:
    """Each is as large as those who show links ask for, light, and nothing in it comes near its edge."""
    for path, content in drawn.items():
        assert len(content) < LARGEST, path
        with Image.open(io.BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
            left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
            assert (left, top) >= (shares.EDGE - 4, 70), path
            assert right <= 1200 - shares.EDGE + 4, path
            assert bottom <= 630 - 60, path


def test_every_title_of_the_plan_fits(plan: Plan) -> None:
    """No title is cut: even all three languages together have room, in letters of a size one can read."""
    views = Views(plan)
    for _, picture in shares._lasting(views):  # noqa: SLF001 - what is drawn, without drawing it
        size, lines = shares._fitting(picture.titles)  # noqa: SLF001
        assert shares._height(lines, size) <= shares.ROOM  # noqa: SLF001
        assert size >= 34, picture.titles


def test_the_fonts_have_every_letter(plan: Plan) -> None:
    """No letter of a title is drawn as the box that stands for one that is missing."""
    font = shares._font("bold", 28)  # noqa: SLF001 - the font itself
    titles = {title for _, picture in shares._lasting(Views(plan)) for title in picture.titles}  # noqa: SLF001
    missing = looks("\ue000", font)
    assert [letter for letter in sorted(set("".join(titles)) - {" "}) if looks(letter, font) == missing] == []


def looks(letter: str, font: ImageFont.FreeTypeFont) -> bytes:
    """Return how `letter` is drawn."""
    return bytes(font.getmask(letter))
