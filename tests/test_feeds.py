"""What changed and when, from the history of the project, as feed readers read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import feedparser
import pytest

from scripts.feeds import feeds
from scripts.revisions import revisions
from scripts.source import read_plan
from scripts.texts import Texts
from scripts.views import Views
from tests.conftest import git
from tests.test_standing import replace

URL = "https://plan.example/seoul/"
EPOCH = 1428710400
KO = "docs/ko/agendas/water-city.md"
JA = "docs/ja/agendas/water-city.md"


def commit(root: Path, *, time: int) -> None:
    """Commit everything under `root` at `time`, in seconds since 1970."""
    git(root, "add", "-A", "docs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", f"{time} +0000")
        git(root, "commit", "-qm", "A change", "--date", f"{time} +0000")


def told(root: Path, language: str) -> Mapping[str, feedparser.FeedParserDict]:
    """Return the feeds of a language as a feed reader reads them, by their paths."""
    texts = Texts(Views(read_plan(root)[0]), language)
    made = feeds(texts, URL, EPOCH, revisions(root, language))
    found = {path: feedparser.parse(text.encode()) for path, text in made.items()}
    assert [feed.bozo_exception for feed in found.values() if feed.bozo] == []
    return found


def test_a_change_is_told_with_its_words(marked: Path) -> None:
    """The latest change comes first: what it is about, where that stands, when it was, word by word."""
    replace(marked, KO, "모든 강이 맑다.", "모든 강과 못이 맑다.")
    commit(marked, time=1800000000)
    entry = told(marked, "ko")["ko/feed.xml"].entries[0]
    assert entry.title.endswith(": 비전")
    assert entry.link == f"{URL}ko/agendas/water-city/#vision"
    assert entry.updated == "2027-01-15T08:00:00Z"
    assert entry.summary == "고친 글"
    assert entry.content[0].value == "<p>비전\n모든 <del>강이 </del><ins>강과 못이 </ins>맑다.</p>"


def test_each_agenda_has_a_feed_of_its_own(marked: Path) -> None:
    """A change in a chapter is in the feed of the language alone, a change in an agenda in both."""
    replace(marked, "docs/en/plan/membership.md", "join in Gyeongju", "come to Gyeongju")
    commit(marked, time=1800000000)
    found = told(marked, "en")
    assert set(found) == {"en/feed.xml", "en/agendas/water-city/feed.xml"}
    links = {path: [entry.link for entry in feed.entries] for path, feed in found.items()}
    assert f"{URL}en/actions/V.2/" in links["en/feed.xml"][0]
    assert all("/plan/" not in link and "/actions/" not in link for link in links["en/agendas/water-city/feed.xml"])
    assert len(links["en/agendas/water-city/feed.xml"]) == 5


def test_every_entry_has_an_id_of_its_own(marked: Path) -> None:
    """Even when a text goes back to what it said."""
    for time, (old, new) in enumerate((("毎年はかる", "毎月はかる"), ("毎月はかる", "毎年はかる")), 1800000000):
        replace(marked, JA, old, new)
        commit(marked, time=time)
    entries = told(marked, "ja")["ja/feed.xml"].entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert entries[0].content[0].value.count("年") == 1
    assert "<del>" in entries[1].content[0].value


def test_what_is_new_is_told_whole_and_what_is_gone_by_name(marked: Path) -> None:
    """A removed section leads to the text it was in."""
    text = (marked / JA).read_text(encoding="utf-8")
    kept, gone = text[: text.index("## ", text.index("#1.1"))], text[text.index("## ", text.index("#1.1")) :]
    (marked / JA).write_text(kept, encoding="utf-8")
    commit(marked, time=1800000000)
    (marked / JA).write_text(kept + gone, encoding="utf-8")
    commit(marked, time=1800000001)
    added, removed = told(marked, "ja")["ja/feed.xml"].entries[:2]
    assert (added.summary, removed.summary) == ("新しい文", "なくした文")
    assert added.title == removed.title
    assert added.content[0].value.startswith("<p>")
    assert "content" not in removed


def test_typography_and_renamed_files_are_no_news(marked: Path) -> None:
    """A text that says what it said is not told again."""
    before = len(revisions(marked, "ko"))
    replace(marked, KO, "모든 강이 맑다.", "모든  강이 맑다.")
    commit(marked, time=1800000000)
    (marked / KO).rename(marked / "docs/ko/agendas/river-city.md")
    commit(marked, time=1800000001)
    assert len(revisions(marked, "ko")) == before


def test_without_history_a_feed_is_empty(small: Path) -> None:
    """Outside a repository nothing is known to have changed; the feed is dated like the site."""
    assert revisions(small, "ko") == []
    feed = told(small, "ko")["ko/feed.xml"]
    assert feed.entries == []
    assert feed.feed.updated == "2015-04-11T00:00:00Z"


def test_markup_in_a_text_stays_text(marked: Path) -> None:
    """What a translator writes cannot become markup in a feed reader."""
    replace(marked, "docs/en/agendas/water-city.md", "Every river is clean.", "Every river < 5 & > 3 is clean.")
    commit(marked, time=1800000000)
    (entry, *_) = told(marked, "en")["en/feed.xml"].entries
    assert "<ins>&lt; 5 &amp; &gt; 3 </ins>" in entry.content[0].value
