"""The words of a text as search knows them, the same on every machine.

Whatever looks or counts as one word is one word: compatibility forms are unfolded (NFKC), case, the
accents of Latin, Greek and Cyrillic letters and the points of Arabic and Hebrew ones are dropped,
digits of every script become plain ones, and invisible signs count for nothing. All that is no
letter, mark or digit parts words: every dash, slash, quote and emoji, and an apostrophe too; and so
does the step from a digit to a letter or back.
PostgreSQL's own parser is not asked: it knows other letters in every locale
(docs/decisions/0024).
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from text.tidying import INVISIBLE, limit_marks

# Longer ones are cut, here and in what is searched for: no word is that long.
MAX_WORD_LENGTH = 60
# What Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
     "ŋ": "n", "ŧ": "t", "ĸ": "k"}
)  # fmt: skip
# Accents and points of these are left out by many who write, and say the same word.
_ACCENTED = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
# Letters to Unicode, apostrophes to whoever types them; and what only makes an Arabic word longer.
_APOSTROPHES, _FILLERS = "ʼʻʽ", "ـ"

Word = tuple[str, int, int]


def words(text: str) -> Iterator[Word]:
    """(word, start, end): each word and where it stands in the text, in order."""
    parts: list[str] = []
    start, loses_accents, is_figure = 0, False, False
    for place, sign in _unfolded(limit_marks(text)):
        kind, folded = _fold(sign)
        if kind == "none":
            continue
        if kind == "mark" and parts:
            if not loses_accents:
                parts.append(folded)
            continue
        if kind == "word":
            # “100mg” and “100 mg” are the same two words.
            if parts and sign.isdecimal() is not is_figure:
                yield _word(parts, start, place)
                parts = []
            is_figure = sign.isdecimal()
            if not parts:
                start = place
            parts.append(folded)
            loses_accents = _loses_accents(sign)
            continue
        if parts:
            yield _word(parts, start, place)
            parts = []
    if parts:
        yield _word(parts, start, len(text))


# They stand beside a word, not in it.
_SIGNS_BESIDE = "™℠"


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """(place, sign): raised and lowered figures, fractions, circled ones and units in one sign as
    what they stand for (B₁₂, CO₂, m², ½, ㎎, ℃, ①)."""
    for place, sign in enumerate(text):
        if sign.isascii() or sign in _SIGNS_BESIDE or unicodedata.category(sign) not in _FOLDED:
            yield place, sign
            continue
        for each in unicodedata.normalize("NFKC", sign):
            yield place, each


_FOLDED = {"No", "So"}


def prepared(text: str) -> str:
    """The words with a blank between them; prepared again they are the same."""
    return " ".join(word for word, _start, _end in words(text))


def _word(parts: list[str], start: int, end: int) -> Word:
    return unicodedata.normalize("NFC", "".join(parts))[:MAX_WORD_LENGTH], start, end


@lru_cache(maxsize=4096)
def _fold(sign: str) -> tuple[str, str]:
    """What one sign is, ``word``, ``mark``, ``none`` (invisible) or ``gap``, and how it is read."""
    category = unicodedata.category(sign)
    if sign in INVISIBLE or sign in _FILLERS:
        return "none", ""
    if sign in _APOSTROPHES:
        return "gap", ""
    if category == "Cf" or unicodedata.name(sign, "").startswith("VARIATION SELECTOR"):
        return "none", ""
    if category[0] == "M":
        return "mark", sign
    if category == "Nd":
        return "word", str(unicodedata.decimal(sign))
    if category[0] != "L" and category != "Nl":
        return "gap", ""
    unfolded = unicodedata.normalize("NFKD", sign).casefold()
    if all(unicodedata.combining(each) for each in unfolded):
        # The sound marks of half-width kana.
        return "mark", unfolded
    if _loses_accents(sign):
        unfolded = "".join(each for each in unfolded if not unicodedata.combining(each))
    letters = "".join(
        each for each in unfolded.translate(_LETTERS) if unicodedata.category(each)[0] in "LMN"
    )
    return ("word", letters) if letters else ("gap", "")


@lru_cache(maxsize=4096)
def _loses_accents(sign: str) -> bool:
    unfolded = unicodedata.normalize("NFKD", sign)
    return any(unicodedata.name(each, "").startswith(_ACCENTED) for each in unfolded)
