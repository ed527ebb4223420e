"""Cards of items for other sites: whole, quiet, and found by oEmbed readers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html

from scripts.embeds import HEIGHT, WIDTH, embeds, frame
from scripts.source import Plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import SITE_URL


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_every_item_has_a_card_that_loads_nothing(plan: Plan, language: str) -> None:
    """A card says its language, its headline and its text, has no script and fetches nothing; its links leave the frame."""
    texts = Texts(Views(plan), language)
    made = dict(embeds(texts, SITE_URL))
    assert len(made) == 2 * len(plan.items)
    for name in plan.items:
        page = html.document_fromstring(made[f"embed/{language}/{name}/index.html"].encode())
        assert page.get("lang") == language
        assert page.findtext(".//h1/a") == f"{name} {texts.title(name)}"
        assert (
            texts.plain(texts.section(name)).split()
            == " ".join(str(p.text) for p in page.findall(".//main/div/p")).split()
        )
        assert [e.tag for e in page.iter("script", "img", "iframe", "audio", "video", "object", "embed", "form")] == []
        assert {e.get("rel") for e in page.iter("link")} == {"canonical", "alternate"}
        assert [e.get("target") for e in page.iter("base")] == ["_blank"]
        assert {str(e.get("rel")).split()[0] for e in page.iter("a")} == {"noopener"}


def test_readers_of_oembed_find_the_card(plan: Plan) -> None:
    """The document has what the format asks of a rich card, and its frame shows the card."""
    texts = Texts(Views(plan), "ja")
    found = json.loads(dict(embeds(texts, SITE_URL))["embed/ja/4.8/oembed.json"])
    assert (found["version"], found["type"], found["width"], found["height"]) == ("1.0", "rich", WIDTH, HEIGHT)
    (shown,) = html.fragments_fromstring(found["html"])
    assert shown.get("src") == f"{SITE_URL}embed/ja/4.8/"
    assert shown.get("title") == found["title"] == f"4.8 {texts.title('4.8')}"


def test_a_headline_cannot_break_out_of_the_frame(plan: Plan) -> None:
    """Whatever a translator writes in a headline stays text."""
    texts = Texts(Views(plan), "en")
    section = texts.section("4.8")
    texts.__dict__["_sections"] = {**texts._sections, "4.8": replace(section, title='"><script>alert(1)</script>')}  # noqa: SLF001
    (shown,) = html.fragments_fromstring(str(frame(texts, "4.8", SITE_URL)))
    assert shown.get("title") == '4.8 "><script>alert(1)</script>'
    assert len(shown) == 0
