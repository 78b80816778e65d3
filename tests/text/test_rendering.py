"""Member text to HTML that is safe to show, and that says what was typed."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.rendering import MARKS, excerpt, plain, quote, render


def p(words: str) -> str:
    return f'<p dir="auto">{words}</p>'


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Hello **there**", p("Hello <strong>there</strong>")),
        ("*so* ***very***", p("<em>so</em> <strong><em>very</em></strong>")),
        ("**bold *and* more**", p("<strong>bold <em>and</em> more</strong>")),
        ("(*so*), “**x**”", p("(<em>so</em>), “<strong>x</strong>”")),
        ("one\ntwo", p("one<br>\ntwo")),
        ("one\n\n\ntwo", f"{p('one')}\n{p('two')}"),
        ("- a\n- b", '<ul>\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ul>'),
        ("- a\n  goes on\nafter", f'<ul>\n<li dir="auto">a<br>\ngoes on</li>\n</ul>\n{p("after")}'),
        ("> quoted", f"<blockquote>\n{p('quoted')}\n</blockquote>"),
        ("> a\n>\n> b", f"<blockquote>\n{p('a')}\n{p('b')}\n</blockquote>"),
        ("> > a", f"<blockquote>\n<blockquote>\n{p('a')}\n</blockquote>\n</blockquote>"),
        ("EDSS **6.5** now", p("EDSS <strong>6.5</strong> now")),
        ("in *2024*.", p("in <em>2024</em>.")),
        ("**😀** and *(aside)*", p("<strong>😀</strong> and <em>(aside)</em>")),
        ("**“Quoted.”**", p("<strong>“Quoted.”</strong>")),
        # Whose words follow is said, so it is a quote though it begins with a number.
        (
            "fern wrote:\n> 6 weeks",
            f"{p('fern wrote:')}\n<blockquote>\n{p('6 weeks')}\n</blockquote>",
        ),
        (
            "- 3 eggs\n- 2 pears",
            '<ul>\n<li dir="auto">3 eggs</li>\n<li dir="auto">2 pears</li>\n</ul>',
        ),
        ("> 6 weeks\n> or so", f"<blockquote>\n{p('6 weeks<br>')[:-4]}\nor so</p>\n</blockquote>"),
        # An answer on the next line is no part of the quote.
        ("> said\nanswer", f"<blockquote>\n{p('said')}\n</blockquote>\n{p('answer')}"),
    ],
)
def test_the_dialect(text: str, drawn: str) -> None:
    assert render(text) == drawn


@pytest.mark.parametrize(
    "typed",
    [
        "1. a", "3) b", "2*3*4", "2*100mg and 1*50mg", "2 *3* 4", "[EDSS]: 6.5", ">6 weeks", "># 3",
        "un**believ**able", "# Number 1", "| a | b |", "---", "`code`", "~~gone~~", "[a](https://)",
        "![cat](cat.png)", "a_b_c", "__init__", "\\*", "5* and 6*", "** not **", "f**k",
        "-5 degrees", "*", "**", "***", "&amp; &lt;", "<b>", "&#8203;", "+ 2 points",
        "* star", "•dot", ">>> three", "x > y", "=====", "    indented", "<https://x>",
        "a@b.example", "> 6 weeks without a relapse", "> 38.5 fever", ">",
        "(*) = mine and (*) = hers", "> 6 weeks\n> 3 falls",
        "The result:\n> 10 cells", "- 3 degrees",
        "the keys '*' and '*'", '"*" or "*"', "[*] a [*] b", "(2)*100mg*(3)", "2 *100mg* 3",
        "dose=(70kg)*2mg*(3)", "(5kg)*(3kg)*", "\\*a\\*", "5 *3 d* 2", "2 **6.5** 3",
    ],
)  # fmt: skip
def test_what_is_no_mark_is_read_as_it_was_typed(typed: str) -> None:
    for text in (typed, f"before\n{typed}\nafter"):
        words = html.unescape(re.sub("<[^>]*>", "", render(text)))
        assert words.split() == text.split()


def typed_again(drawn: str) -> list[str]:
    """The words and marks that the HTML stands for, line by line."""
    lines, depth, item = [], 0, ""
    drawn = drawn.replace("<br>\n", "\n").replace("<strong>", "**").replace("</strong>", "**")
    drawn = drawn.replace("<em>", "*").replace("</em>", "*")
    for line in drawn.split("\n"):
        depth += line.count("<blockquote>") - line.count("</blockquote>")
        item = "- " if "<li" in line else ""
        if words := html.unescape(re.sub("<[^>]*>", "", line)).strip():
            lines.append("> " * depth + item + words)
    return lines


SIGNS = st.text(alphabet="ab1 2*->#\n[]().:/`_|~\\é“ש&<'\"", max_size=80)
PIECES = st.lists(
    st.sampled_from(
        ["**a**", "*b*", "***c***", "- ", "> ", "\n", "\n\n", " ", "1. ", "2*3", "https://x.example/a*",
         "(", ")", "word", "*", "**", "&lt;", "  ", "[EDSS]: 6.5", ">6"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(SIGNS | PIECES)
def test_every_sign_is_read_but_for_the_marks(text: str) -> None:
    """With the marks put back the HTML is the text again, blanks aside: nothing is lost and nothing
    changed. The marks themselves are four."""
    assert MARKS == ("**", "*", "- ", "> ")
    lines = []
    for line in text.splitlines():
        depth = 0
        while depth < 3 and re.match(r"[ \t]{0,3}>(?:[ \t]|$)", line):
            line, depth = re.sub(r"^[ \t]{0,3}>[ \t]?", "", line, count=1), depth + 1
        if line.strip():
            lines.append("> " * depth + line.strip())
    # Signs of a quote around nothing are shown where they stand alone.
    assert _squeezed(typed_again(render(text))) == _squeezed(lines)


def _squeezed(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.strip("> \t")]


@given(SIGNS | PIECES | st.text(max_size=200))
def test_what_comes_out_is_safe(text: str) -> None:
    drawn = render(text)
    assert set(re.findall(r"</?(\w+)", drawn)) <= {
        "p", "br", "em", "strong", "a", "ul", "li", "blockquote",
    }  # fmt: skip
    assert not re.search(r'href="(?!https?:|mailto:)', drawn, re.IGNORECASE)


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>",
     "[x](data:text/html;base64,PHNjcmlwdD4=)", "<svg onload=alert(1)>",
     "<a href='//x' onclick=y>z", "javascript:alert(1)", 'https://x.example/"onclick="y',
     "[x](JaVaScRiPt:alert(1))", "<iframe src=//x>", "<style>*{}</style>", "[x](vbscript:x)",
     "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>", "`<b>`", "&lt;script&gt;"],
)  # fmt: skip
def test_hostile_text_becomes_plain_text(hostile: str) -> None:
    drawn = render(hostile)
    tags = set(re.findall(r"<(\w+)", drawn))
    assert tags <= {"p", "a", "br"}
    assert not re.search(r"<[^>]+\son\w+=", drawn)
    assert not re.search(r'href="(?!https?:|mailto:)', drawn)
    assert html.unescape(re.sub("<[^>]*>", "", drawn)).split() == hostile.split()


def test_links_tell_nothing_and_only_written_ones_count() -> None:
    rel = 'rel="noopener noreferrer nofollow ugc"'
    assert render("https://x.example") == p(
        f'<a href="https://x.example" {rel}>https://x.example</a>'
    )
    assert "<a" not in render("I was tired at work.it was late")
    for text, address in (
        ("See https://x.example/a_(b).", "https://x.example/a_(b)"),
        ("(https://x.example/a?b=1&c=2)", "https://x.example/a?b=1&amp;c=2"),
        ("**https://x.example/**", "https://x.example/"),
        ("mailto:ann@x.example, please", "mailto:ann@x.example"),
    ):
        assert f'href="{address}"' in render(text)
    assert "<a" not in render("https://x.example/" + "a" * 2_000)


def test_deep_quotes_keep_their_words() -> None:
    for deep in (
        "> " * 300 + "words",
        "- " * 60 + "words",
        ">" * 4000 + " words",
        "> - " * 150 + "words",
    ):
        assert "words" in render(deep)


def test_emphasis_parts_no_word() -> None:
    assert plain(render("Hi **there**, *you*.")).split() == ["Hi", "there,", "you."]


@pytest.mark.parametrize(
    "typed",
    [
        "> £50 a month", "> ~6 weeks", "> ½ tablet", "> .5 mg", "> -5", "> +2", "> (6) weeks",
        "> six weeks", "> EDSS 6.5", "> 6 weeks\n> ½ tablet",
        "(*^_^*)", "2 *n* 3", "2 *x 3* y", "/*note*/", "2 *100 mg* 3", "a *=* b",
    ],
)  # fmt: skip
def test_signs_of_other_trades_stay(typed: str) -> None:
    assert html.unescape(re.sub(r"<[^>]+>", "", render(typed))) == typed


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("I took **20 mg** 3 times", p("I took <strong>20 mg</strong> 3 times")),
        ("**100 mg** 3 x", p("<strong>100 mg</strong> 3 x")),
        ("3 **100 mg**", p("3 <strong>100 mg</strong>")),
        ("5 *really* bad days", p("5 <em>really</em> bad days")),
        ("*so* 3", p("<em>so</em> 3")),
        # Our own button sets a sign alone above numbers that are quoted.
        (">\n> 5 weeks", f"<blockquote>\n{p('5 weeks')}\n</blockquote>"),
        ("> A quote of 6", f"<blockquote>\n{p('A quote of 6')}\n</blockquote>"),
    ],
)
def test_a_mark_beside_a_number_is_a_mark(typed: str, drawn: str) -> None:
    assert render(typed) == drawn


def test_an_excerpt_says_what_was_a_list_and_what_a_quote() -> None:
    assert excerpt(render("At night:\n- 5 °C\n- 7 °C")) == "At night: - 5 °C - 7 °C"
    said = excerpt(render("> I stopped my drug\n\nPlease don't."))
    assert said == "“I stopped my drug” Please don't."


def test_excerpt_and_quote() -> None:
    assert excerpt("<p>one &amp; two</p><p>three</p>") == "one & two three"
    assert len(excerpt("<p>" + "word " * 200 + "</p>")) <= 202
    assert quote("> older\n\nmine\nagain") == "> mine\n> again"
    says = re.compile(r".{1,80} wrote:")
    assert quote("otter wrote:\n> older\n\nmine", said_by=says) == "> mine"
    assert quote("I wrote:\nmine", said_by=says) == "> I wrote:\n> mine"
    assert quote("otter wrote:\n> older", said_by=says) == ""
