"""Member text to HTML that is safe to show.

The dialect: ``**bold**``, ``*italic*``, a line that starts with ``- `` is an item of a list, one
that starts with ``> `` is a quote, and web addresses become links. Everything else is shown as it
was typed (docs/decisions/0023). Every step reads its text once, so that no text within the limits
costs more than a few milliseconds.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

import nh3

# All that a reader does not see as it was typed.
MARKS = ("**", "*", "- ", "> ")
# Deeper quotes keep their marks as text.
MAX_QUOTE_DEPTH = 3
MAX_LINK_LENGTH = 2_000

_ALLOWED_TAGS = {"p", "br", "em", "strong", "a", "ul", "li", "blockquote"}
_ALLOWED_ATTRIBUTES = {"a": {"href"}, "p": {"dir"}, "li": {"dir"}}
_REL = "noopener noreferrer nofollow ugc"

_QUOTE = re.compile(r"[ \t]{0,3}>(?:[ \t]|$)")
# “heron wrote:”, as our own button says it and people do.
_SAYS_WHO = re.compile(
    r"\S\s+(?:wrote|writes|said|says|asked|posted|schrieb|schreibt|sagte|[ée]crit|dit|escribi[óo]|dijo|scritto|schreef)"
    r"\s?:$",
    re.IGNORECASE,
)
_NEAR_WHO = 80
_ITEM = re.compile(r"[ \t]*-[ \t]+(?=\S)")
_INDENTED = re.compile(r"[ \t]+\S")
_LINK = re.compile(r"(?<![\w@])(?:https?://|mailto:)[^\s<>\"“”«»]+", re.IGNORECASE)
# A mark opens before words and behind none, nor behind what closes; and it closes the other way
# round, in the same line. So a star between numbers or brackets is a star.
_FREE_BEFORE, _FREE_BEHIND = r"(?<![\w*)\]}\\])", r"(?![\w*(\[{\\])"
_BOLD = re.compile(
    rf"{_FREE_BEFORE}\*\*(?=[^\s*])((?:[^*\n]|\*(?!\*))*)(?<=[^\s*])\*\*{_FREE_BEHIND}"
)
_BOLD_ITALIC = re.compile(
    rf"{_FREE_BEFORE}\*\*\*(?=[^\s*])([^*\n]*)(?<=[^\s*])\*\*\*{_FREE_BEHIND}"
)
_ITALIC = re.compile(rf"{_FREE_BEFORE}\*(?=[^\s*])([^*\n]*)(?<=[^\s*])\*{_FREE_BEHIND}")
# What may stand between a mark and the words it is about.
_OPENS = re.compile(r"[\"'“‘«„(\[{¿¡#@…-]*")
_CLOSES = re.compile(r"[\"'”’»“)\]}.,;:!?…%-]*$")
# So far a mark looks for a number beside it.
_NEAR = 8
_INLINE_TAG = re.compile(r"</?(?:strong|em|a|s|code)(?: [^<>]*)?>")
_TAG = re.compile(r"<[^<>]*>")


def render(text: str) -> str:
    """The HTML of a post: no raw HTML, no pictures, only http, https and mailto links."""
    return nh3.clean(
        "\n".join(_blocks(text.splitlines(), 0)),
        tags=_ALLOWED_TAGS,
        attributes=_ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=_REL,
    ).strip()


def _blocks(lines: list[str], depth: int) -> Iterator[str]:
    before = ""
    for kind, run in groupby(lines, lambda line: _kind(line, depth)):
        few = list(run)
        is_quote = kind == "quote" and _is_meant(few, before)
        before = few[-1]
        if is_quote:
            inside = "\n".join(_blocks([_QUOTE.sub("", line, count=1) for line in few], depth + 1))
            yield f"<blockquote>\n{inside}\n</blockquote>"
        elif kind != "blank":
            yield from _paragraphs_and_lists(few)


# A number behind “>” makes it a comparison: “> 6 weeks”, “> £50”, “> ½ tablet”, “> EDSS 6.5”.
_NUMBER = re.compile(
    r"[^\w\s\"'“”‘’«»]{0,3}\s?(?:[\d½⅓⅔¼¾⅕⅙⅛⅜⅝⅞]|[A-Z]{2,6} ?\d"
    r"|(?i:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twenty|thirty|forty|fifty|sixty|ninety|an? hundred)\b)"
)


def _is_meant(lines: list[str], before: str) -> bool:
    """Whether these lines are a quote: not a sign alone, nor lines that all have a number behind it
    (“> 6 weeks”), unless the line before says whose words follow or a sign stands alone too, as our
    own button sets it."""
    words = [_QUOTE.sub("", line, count=1).strip() for line in lines]
    if not any(words):
        return False
    if not all(words):
        return True
    are_numbers = all(_NUMBER.match(line) for line in words)
    return not are_numbers or _SAYS_WHO.search(before.rstrip()[-_NEAR_WHO:]) is not None


def _kind(line: str, depth: int) -> str:
    if depth < MAX_QUOTE_DEPTH and _QUOTE.match(line):
        return "quote"
    return "text" if line.strip() else "blank"


def _paragraphs_and_lists(lines: list[str]) -> Iterator[str]:
    """Of lines without a blank one between; an indented line goes on with the item above it."""
    paragraph: list[str] = []
    items: list[list[str]] = []

    def finished() -> Iterator[str]:
        if paragraph:
            yield f'<p dir="auto">{_lines(paragraph)}</p>'
        if items:
            drawn = "\n".join(f'<li dir="auto">{_lines(item)}</li>' for item in items)
            yield f"<ul>\n{drawn}\n</ul>"
        paragraph.clear()
        items.clear()

    # “- 3 degrees” by itself is a number below nought, and no list.
    marks = [_ITEM.match(line) for line in lines]
    is_number = sum(mark is not None for mark in marks) == 1 and any(
        mark is not None and line[mark.end()].isdecimal()
        for mark, line in zip(marks, lines, strict=True)
    )
    for line, mark in zip(lines, marks, strict=True):
        if mark and not is_number:
            if paragraph:
                yield from finished()
            items.append([line[mark.end() :]])
        elif items and _INDENTED.match(line):
            items[-1].append(line)
        else:
            if items:
                yield from finished()
            paragraph.append(line)
    yield from finished()


def _lines(lines: list[str]) -> str:
    return "<br>\n".join(_line(line.strip()) for line in lines)


def _line(line: str) -> str:
    """One line with its links and marks; nothing but those is read."""
    pieces, end = [], 0
    for match in _LINK.finditer(line):
        address = _trimmed(match.group())
        if len(address) > MAX_LINK_LENGTH or not _LINK.fullmatch(address):
            continue
        pieces += [line[end : match.start()], address]
        end = match.start() + len(address)
    pieces.append(line[end:])
    # Addresses stand at the odd places. A mark does not reach over one.
    return "".join(
        _link(piece) if number % 2 else _marked(html.escape(piece))
        for number, piece in enumerate(pieces)
    )


def _link(address: str) -> str:
    escaped = html.escape(address)
    return f'<a href="{escaped}">{escaped}</a>'


def _trimmed(address: str) -> str:
    """Without what belongs to the sentence: full stops, closing brackets that were not opened."""
    opened, closed = address.count("("), address.count(")")
    while address:
        last = address[-1]
        if last == ")" and closed > opened:
            closed -= 1
        elif last not in ".,;:!?'’*]}…":
            break
        address = address[:-1]
    return address


def _marked(escaped: str) -> str:
    if "*" not in escaped:
        return escaped
    marked = _BOLD_ITALIC.sub(lambda found: _around(found, "strong><em", "em></strong"), escaped)
    marked = _BOLD.sub(lambda found: _around(found, "strong", "strong"), marked)
    return _ITALIC.sub(lambda found: _around(found, "em", "em"), marked)


def _around(found: re.Match[str], opens: str, closes: str) -> str:
    """The words between two marks; or as it was typed, where the stars are signs of their own."""
    words = html.unescape(_INLINE_TAG.sub("", found.group(1)))
    begin = _OPENS.match(words[:_NEAR])
    first = words[begin.end() : begin.end() + 1] if begin else ""
    last = _CLOSES.sub("", words[-_NEAR:])[-1:]
    if not (_is_of_a_word(first) and _is_of_a_word(last)):
        return found.group()
    if _is_calculated(found, words, opens):
        return found.group()
    return f"<{opens}>{found.group(1)}</{closes}>"


def _is_calculated(found: re.Match[str], words: str, opens: str) -> bool:
    """Whether the stars are signs beside numbers (2 *100 mg* 3) or of a program (/*note*/)."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    behind = found.string[found.end() : found.end() + _NEAR]
    if before.endswith("/") and behind.startswith("/"):
        return True
    if opens == "strong" and sum(sign.isalpha() for sign in words) > 1:
        # Nobody counts with two stars and words: a dose that matters.
        return False
    numbers = [before.rstrip()[-1:].isdecimal(), behind.lstrip()[:1].isdecimal()]
    return all(numbers) or (any(numbers) and any(sign.isdecimal() for sign in words))


def _is_of_a_word(sign: str) -> bool:
    """A letter, a figure, a mark on one, or a picture; no blank, bracket, stop or other sign."""
    if not sign:
        return False
    kind = unicodedata.category(sign)
    return kind[0] in "LNM" or kind == "So"


# What a reader sees of a list and of a quote, where there is only running text.
_SEEN = (("<li", "- <li"), ("<blockquote>", "<blockquote>“"), ("</blockquote>", "”</blockquote>"))


def plain(rendered: str) -> str:
    """The words of rendered HTML, a line for each block and each line of it."""
    return html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", rendered)))


def in_one_line(rendered: str) -> str:
    """The words of rendered HTML as running text: a dash stands before what was an item of a list,
    and what was a quote is in quotation marks."""
    for tag, seen in _SEEN:
        rendered = rendered.replace(tag, seen)
    return " ".join(plain(rendered).split()).replace("“ ", "“").replace(" ”", "”")


def excerpt(rendered: str, length: int = 200) -> str:
    """The beginning of a post in one line, cut at a word."""
    words = in_one_line(rendered)
    if len(words) <= length:
        return words
    return words[:length].rsplit(" ", 1)[0] + " …"


def quote(text: str, limit: int = 1500, *, said_by: re.Pattern[str] | None = None) -> str:
    """The text as a quote, without quotes inside it; empty if nothing is left.

    ``said_by`` fits a line that says whose quote follows, such as “fern wrote:”: it goes with it.
    """
    own: list[str] = []
    for line in text.splitlines():
        if _QUOTE.match(line):
            # Whose words these are is said in the line above them.
            if own and said_by is not None and said_by.fullmatch(own[-1].strip()):
                own.pop()
            continue
        own.append(line)
    kept = "\n".join(own).strip()
    if len(kept) > limit:
        kept = kept[:limit].rsplit(" ", 1)[0] + " …"
    return "\n".join(f"> {line}".rstrip() for line in kept.splitlines())
