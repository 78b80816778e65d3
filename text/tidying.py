"""Member text as it is stored."""

import re
import unicodedata

# Control characters that no keyboard types; tabs and line ends stay. Bidirectional marks stay
# too: right-to-left members need them, and the page isolates each post.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff\ud800-\udfff]")
_MANY_BLANK_LINES = re.compile(r"\n{4,}")


def tidy(text: str) -> str:
    """Unix line ends, no control characters or broken Unicode, at most two blank lines."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _MANY_BLANK_LINES.sub("\n\n\n", text).strip()


def tidy_line(text: str) -> str:
    """One line, single blanks, Unicode composed."""
    return " ".join(unicodedata.normalize("NFC", tidy(text)).split())


def has_words(text: str) -> bool:
    """Whether there is anything a screen reader could say: a letter, digit or symbol."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in text)
