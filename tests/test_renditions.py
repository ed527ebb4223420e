"""Pages as Markdown, and what tells programs where to begin."""

from __future__ import annotations

from scripts.renditions import llms, rendition
from scripts.source import Plan
from scripts.views import Views

ADDRESS = "https://plan.example/seoul/en/initiatives/1.1/"
PAGE = """<!doctype html><html lang="en"><head><title>1.1 Clean rivers</title></head><body>
<nav><a href="/menu">Menu</a></nav>
<article class="md-content__inner md-typeset">
<h1 id="initiative">1.1 Clean rivers<a class="headerlink" href="#initiative">¶</a></h1>
<p>By 2018, see <a href="../1.2/">the next</a> and <strong>all</strong> rivers.</p>
<button>Copy</button><script>alert(1)</script><svg><text>Chart</text></svg>
<dl><dt>Years</dt><dd><ul><li>2018</li></ul></dd></dl>
<ul><li><span class="plan-kind">date</span> One year more. <small class="plan-edited"><a href="/edit">Edit</a></small></li></ul>
<p class="plan-edit"><a href="/edit">Edit this text</a></p>
</article></body></html>"""
MARKDOWN = """---
title: "1.1 Clean rivers"
language: "en"
url: "https://plan.example/seoul/en/initiatives/1.1/"
---

# 1.1 Clean rivers

By 2018, see [the next](https://plan.example/seoul/en/initiatives/1.2/) and **all** rivers.

## Years

- 2018

- **date** One year more.
"""


def test_a_page_is_told_in_markdown() -> None:
    """What is said stays, with whole links; what works on the site alone is left out."""
    assert rendition(PAGE.encode(), ADDRESS) == MARKDOWN


def test_a_page_without_content_of_ours_has_no_rendition() -> None:
    """A page that leads elsewhere is not told again."""
    assert rendition(b"<!doctype html><title>Not found</title><p>Nothing</p>", ADDRESS) == ""


def test_programs_are_shown_where_to_begin(plan: Plan) -> None:
    """Every chapter, agenda and topic of every language is listed once, by the name it has there."""
    text, views = llms(Views(plan), "https://plan.example/seoul/"), Views(plan)
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    links = [line for line in lines if line.startswith("- [")]
    assert len(links) == len(set(links))
    assert text.count("/index.md)") == len(plan.codes) * (
        1 + len(views.chapters) + len(views.agendas) + len(views.topics)
    )
    for agenda in plan.agendas.records.agendas:
        for code in plan.codes:
            link = f"- [{agenda.number}. {agenda.name[code]}](https://plan.example/seoul/{code}/agendas/{agenda.slug}/index.md)"
            assert link in links
