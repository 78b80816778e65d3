"""Markdown to HTML that is safe to show."""

import html
import re

import nh3
from markdown_it import MarkdownIt

_ALLOWED_TAGS = {
    "p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
    "h3", "h4", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ALLOWED_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_HEADINGS = {"h1": "h3", "h2": "h4", "h5": "h4", "h6": "h4"}
_HEADING_TAG = re.compile(r"(</?)(h[1256])(?=[ >])")
_TAG = re.compile(r"<[^>]+>")
# What is nested deeper than this the parser drops, words and all; quotes end long before.
_DEEPEST = 200
_DEEP_QUOTE = re.compile(r"^((?:[ \t]*>){8})(?:[ \t]*>)+", re.MULTILINE)

_markdown = MarkdownIt(
    "commonmark",
    {"html": False, "linkify": True, "breaks": True, "maxNesting": _DEEPEST},
).enable(["linkify", "table", "strikethrough"])
# Pictures would be fetched from other hosts and tell them who reads what. Indented lines are
# hardly ever meant as code by people who write about their day.
_markdown.disable(["image", "code"])
# Only written-out addresses: "at work.it was" is no link.
_markdown.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # type: ignore[union-attr]


def render(text: str) -> str:
    """The HTML of a post: no raw HTML, no pictures, only http, https and mailto links."""
    shallow = _DEEP_QUOTE.sub(r"\1", text)
    drawn = _HEADING_TAG.sub(
        lambda match: match.group(1) + _HEADINGS[match.group(2)], _markdown.render(shallow)
    )
    return nh3.clean(
        drawn,
        tags=_ALLOWED_TAGS,
        attributes=_ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow ugc",
        strip_comments=True,
    ).strip()


def plain(rendered: str) -> str:
    """The words of rendered HTML, for excerpts."""
    return html.unescape(_TAG.sub(" ", rendered))


def excerpt(rendered: str, length: int = 200) -> str:
    """The beginning of a post in one line, cut at a word."""
    words = " ".join(plain(rendered).split())
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0] + " …"


def quote(text: str, limit: int = 1500) -> str:
    """The text as a Markdown quote, without quotes inside it."""
    own = [line for line in text.splitlines() if not line.lstrip().startswith(">")]
    kept = "\n".join(own).strip()
    if len(kept) > limit:
        kept = kept[:limit].rsplit(" ", 1)[0] + " …"
    return "\n".join(f"> {line}".rstrip() for line in kept.splitlines())
