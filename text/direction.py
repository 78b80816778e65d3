"""Names and titles inside sentences of another direction."""

import unicodedata

# First strong isolate, and its end: what stands between them decides its own direction and moves
# nothing around it. Unicode Standard Annex 9, 2.4.
_BEGIN, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})


def isolated(words: str) -> str:
    """The words as they stand inside a sentence; unchanged where they read from left to right, as
    the sentence does."""
    if words.isascii() or not any(
        unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in words
    ):
        return words
    return f"{_BEGIN}{words}{_END}"
