"""Member text as it is stored."""

import re
import unicodedata

# What parts lines in other systems, and what parts nothing anybody can see.
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters that no keyboard types; tabs and line ends stay. Bidirectional marks stay
# too: right-to-left members need them, and the page isolates each post.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]+")
_MANY_BLANK_LINES = re.compile(r"\n{4,}")
# A letter bears so many marks at most, more than any script needs; a tower of them would be drawn
# over the posts above and below, and takes time that grows with its square to put in order.
MAX_MARKS = 6
_MARKS = frozenset({"Mn", "Mc", "Me"})
# Pictures that are joined into one, such as families, are joined so often at most; a longer row is
# one sign to the browser, which no line end can part.
MAX_JOINED = 6
_JOINER = "\u200d"
# Without one of these no letter bears more: what shows nothing may stand between the marks.
_TOWER = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1}}}")
# Letters and signs by their category that show nothing: fillers of Hangul, a blank of Braille.
INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\U0001d159\U000133fc")


def tidy(text: str) -> str:
    """Unix line ends, no control characters or broken Unicode, at most two blank lines.

    Words stay apart: a separator becomes a line end, a control character a blank.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROL.sub(_apart, text)
    return _MANY_BLANK_LINES.sub("\n\n\n", limit_marks(text)).strip()


def _apart(found: re.Match[str]) -> str:
    """A blank where two words would grow together."""
    text, begin, end = found.string, found.start(), found.end()
    around = text[begin - 1 : begin] + text[end : end + 1]
    return " " if len(around) == 2 and not any(sign.isspace() for sign in around) else ""


def limit_marks(text: str) -> str:
    """At most MAX_MARKS marks on a letter and MAX_JOINED joiners in a picture; call it before
    Unicode is normalized."""
    if text.isascii() or not (_TOWER.search(text) or text.count(_JOINER) > MAX_JOINED):
        return text
    kept, marks, joined, before = [], 0, 0, ""
    for sign in text:
        category = unicodedata.category(sign)
        # What shows nothing parts no tower.
        if category != "Cf":
            marks = marks + 1 if category in _MARKS else 0
        if sign == _JOINER:
            joined += 1
        elif before != _JOINER and category not in _PART_OF_PICTURE:
            joined = 0
        before = sign
        if marks <= MAX_MARKS and not (sign == _JOINER and joined > MAX_JOINED):
            kept.append(sign)
    return "".join(kept)


# Its colours of skin, and what says that it is one.
_PART_OF_PICTURE = frozenset({"Mn", "Me", "Sk", "Cf"})


def tidy_line(text: str) -> str:
    """One line, single blanks, Unicode composed."""
    return " ".join(unicodedata.normalize("NFC", tidy(text)).split())


def has_words(text: str) -> bool:
    """Whether there is anything a screen reader could say: a letter, digit or symbol."""
    return any(unicodedata.category(sign)[0] in "LNS" and sign not in INVISIBLE for sign in text)
