"""Contributed Markdown: sections are found, text comes out whole, and nothing dangerous gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from scripts import markdown
from scripts.markdown import parse_document
from scripts.problem import ProblemsError
from scripts.render import render, text_token

HEAD = "---\nagenda: 1\n---\n\n## A heading {#a}\n\n"
dangerous = st.lists(
    st.sampled_from([
        "<script>", "</script>", "javascript:alert(1)", "data:text/html,x", "[x](", ")", "<a href=", "onclick=alert(1)", ">", "\n", "\n\n",
        "![x](", "{: onclick=x }", "{{ 1 }}", "`", "```\n", "    ", "&lt;script&gt;", "<", "&#106;avascript:", "words", "- ", "> ", "# ", "*", "|",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


def rendered(text: str, joint: str = " ") -> str:
    """Return the HTML of the first section of `text`, links and names left alone."""
    document, _ = parse_document("a.md", HEAD + text)
    return render(document.sections[0], joint, lambda target: target, lambda words: [text_token(words)])


@given(dangerous)
def test_what_is_not_refused_renders_to_harmless_html(text: str) -> None:
    """Text that passes the check renders to plain elements: no scripts, no handlers, no strange addresses."""
    document, problems = parse_document("a.md", HEAD + text)
    if problems or not document.sections:
        return
    page = render(document.sections[0], " ", lambda target: target, lambda words: [text_token(words)])
    for element in html.fragment_fromstring(page, create_parent="div").iter():
        assert element.tag in {"div", "p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}
        assert set(element.attrib) <= {"href", "start", "title"}
        assert str(element.get("href", "https://")).lower().startswith(markdown.SCHEMES)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader fail in another way than by telling problems on lines of the file."""
    try:
        _, problems = parse_document("a.md", text)
    except ProblemsError as error:
        problems = error.problems
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a <i>b</i>", "html-in-text"),
        ("<!-- a -->", "html-in-text"),
        ("![a](https://b/c.png)", "picture-in-text"),
        ("```\ncode\n```", "code-in-text"),
        ("    indented", "line-indented"),
        ("a\n\n---\n\nb", "dividing-line"),
        ("[a](data:text/html,b)", "link-form-unknown"),
        ("[a](JaVaScRiPt:b)", "link-form-unknown"),
        ("[a](../other.md)", "link-form-unknown"),
        ("[a](//host/b)", "link-form-unknown"),
        ("<https://a.example>[b](vbscript:c)", "link-form-unknown"),
        ("a {% if b %}", "braces-in-text"),
        ("a {: .b }", "braces-in-text"),
        ("### Deeper {#b}", "heading-level-wrong"),
        ("# Higher {#b}", "heading-level-wrong"),
        ("- # Inside a list", "heading-inside"),
        ("> ## Inside a quotation {#b}", "heading-inside"),
        ("Underlined {#b}\n===", "heading-level-wrong"),
    ],
)
def test_what_could_carry_code_is_refused(text: str, name: str) -> None:
    """HTML, scripts, strange links, templates and code are refused by name."""
    _, problems = parse_document("a.md", HEAD + text)
    assert name in {problem.name for problem in problems}


def test_a_problem_inside_a_paragraph_has_its_own_line() -> None:
    """The third line of a paragraph is told as the third line."""
    _, problems = parse_document("a.md", HEAD + "one\ntwo\nthree <b>\n")
    assert [problem.line for problem in problems] == [9]


def test_sections_and_their_text() -> None:
    """Headings give ids and titles; lines of one paragraph are joined as the language wants."""
    document, problems = parse_document("a.md", HEAD + "One.\nTwo.\n\n- **Three.** Four.\n\n## Next {#4.8}\n\nFive.\n")
    assert not problems
    assert [(section.id, section.title, section.line) for section in document.sections] == [
        ("a", "A heading", 5),
        ("4.8", "Next", 12),
    ]
    assert markdown.plain(document.section("a"), " ") == "One. Two.\nThree. Four."
    assert markdown.plain(document.section("a"), "") == "One.Two.\nThree. Four."
    assert markdown.items(document.section("a")) == 1


def test_html_is_escaped_and_lines_joined() -> None:
    """What looks like HTML in words stays words; Japanese lines are joined without a space."""
    assert rendered("2 < 3 & 4") == "<p>2 &lt; 3 &amp; 4</p>"
    assert rendered("一。\n二。", joint="") == "<p>一。二。</p>"
