"""Member text to HTML that is safe to show."""

import re

import pytest

from text.rendering import excerpt, quote, render
from text.tidying import has_words, tidy


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hello **there**", "<p>Hello <strong>there</strong></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# Big", "<h3>Big</h3>"),
        ("    indented", "<p>indented</p>"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("![cat](https://x.example/cat.png)", None),
    ],
)
def test_markdown(text: str, html: str | None) -> None:
    drawn = render(text)
    assert "<img" not in drawn
    if html is not None:
        assert drawn == html


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>",
     "[x](data:text/html;base64,PHNjcmlwdD4=)", "<svg onload=alert(1)>",
     "<a href='//x' onclick=y>z",
     "[x](JaVaScRiPt:alert(1))", "<iframe src=//x>", "<style>*{}</style>", "[x](vbscript:x)",
     "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>", "`<b>`", "&lt;script&gt;"],
)  # fmt: skip
def test_hostile_text_becomes_plain_text(hostile: str) -> None:
    drawn = render(hostile)
    tags = set(re.findall(r"<(\w+)", drawn))
    assert tags <= {"p", "a", "code", "br"}
    assert not re.search(r"<[^>]+\son\w+=", drawn)
    assert not re.search(r'href="(?!https?:|mailto:)', drawn)


def test_links_tell_nothing_and_only_written_ones_count() -> None:
    assert render("https://x.example") == (
        '<p><a href="https://x.example" rel="noopener noreferrer nofollow ugc">'
        "https://x.example</a></p>"
    )
    assert "<a" not in render("I was tired at work.it was late")


def test_deep_quotes_keep_their_words() -> None:
    for deep in ("> " * 300 + "words", "- " * 60 + "words", ">" * 4000 + " words"):
        assert "words" in render(deep)


def test_tidy_keeps_what_people_type() -> None:
    assert tidy("a\r\nb\rc\x00\x07\ud800") == "a\nb\nc"
    assert tidy("\n\n\n\n\na\n\n\n\n\n\nb") == "a\n\n\nb"
    assert tidy("שלום 👩🏽‍🦽 e\u0301") == "שלום 👩🏽‍🦽 e\u0301"


@pytest.mark.parametrize(("text", "yes"), [("a", True), ("💙", True), ("7", True), ("…", False),
    ("\u200b\u2060", False), (" \n", False)])  # fmt: skip
def test_has_words(text: str, yes: bool) -> None:
    assert has_words(text) is yes


def test_excerpt_and_quote() -> None:
    assert excerpt("<p>one &amp; two</p><p>three</p>") == "one & two three"
    assert len(excerpt("<p>" + "word " * 200 + "</p>")) <= 202
    assert quote("> older\n\nmine\nagain") == "> mine\n> again"
