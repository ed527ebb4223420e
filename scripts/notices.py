"""What readers are told of a section that does not say, or may not say, what the source says."""

from __future__ import annotations

from markupsafe import Markup

from scripts.addresses import relative
from scripts.standing import Standing
from scripts.texts import Texts
from scripts.words import Words

LINK = Markup('<a href="{}">{}</a>')
LINK_IN = Markup('<a href="{}" hreflang="{}">{}</a>')
NOTICE = Markup('<p class="plan-notice" data-search-exclude>{} {} {}</p>')


def notice(texts: Texts, words: Words, standing: Standing | None, here: str) -> Markup:
    """Return what a reader on the page `here` is told of a section, with the ways to the source and to what changed.

    Nothing is said of a section that is current, of one whose source is not known, or of the source itself.
    """
    if standing is None or standing.told in {"current", "unmarked"}:
        return Markup("")
    source = texts.others[texts.views.plan.codes[0]]
    told = relative(here, f"{texts.addresses.status()}#{anchor(standing)}")
    more = words["notice_changes" if standing.told == "outdated" else "status"]
    original = LINK_IN.format(relative(here, source.address(standing.key)), source.language, words["notice_source"])
    return NOTICE.format(words[f"notice_{standing.told}"], original, LINK.format(told, more))


def anchor(standing: Standing) -> str:
    """Return the fragment under which the page on the state of a translation tells of a section."""
    return f"section-{standing.key.replace('#', '-')}"
