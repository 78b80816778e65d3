import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.tidying import MAX_JOINED, MAX_MARKS, has_words, limit_marks, tidy, tidy_line


def test_tidy_keeps_what_people_type() -> None:
    assert tidy("a\r\nb\rc\x00\x07\ud800") == "a\nb\nc"
    assert tidy("\n\n\n\n\na\n\n\n\n\n\nb") == "a\n\n\nb"
    assert tidy("שלום 👩🏽‍🦽 e\u0301") == "שלום 👩🏽‍🦽 e\u0301"


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029",
                                  "\x00", "\x07", "\x1f", "\x7f", "\x9f", "\ufffe"])  # fmt: skip
def test_no_two_words_grow_together(sign: str) -> None:
    assert tidy(f"one{sign}two").split() == ["one", "two"]
    assert tidy(f"one {sign} two").split() == ["one", "two"]
    assert tidy_line(f"one{sign}two") == "one two"


@pytest.mark.parametrize(
    ("text", "yes"),
    [("a", True), ("💙", True), ("7", True), ("नमस्ते", True), ("…", False), ("\u200b\u2060", False),
     (" \n", False), ("\u3164", False), ("\u115f\u1160", False), ("\uffa0", False),
     ("\u2800", False), ("\u3164a", True)],
)  # fmt: skip
def test_has_words(text: str, yes: bool) -> None:
    assert has_words(text) is yes


@pytest.mark.parametrize(
    "text", ["नमस्ते", "தமிழ்", "العَرَبِيَّةُ", "שָׁלוֹם", "Việt", "ไม่เป็นไร", "👩🏽‍🦽", "❤️"]
)
def test_no_script_has_higher_towers(text: str) -> None:
    assert limit_marks(text) == text
    assert limit_marks(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


def test_towers_of_marks_are_cut_before_they_are_put_in_order() -> None:
    tower = "a" + "\u0301\u0316" * 10_000
    assert len(limit_marks(tower)) == 1 + MAX_MARKS
    # What shows nothing does not part it.
    for sign in "\u200d\u200c\u00ad\u2060\u200e":
        parted = "a" + ("\u0301" * 6 + sign) * 50
        assert limit_marks(parted).count("\u0301") == MAX_MARKS


def test_no_row_of_joined_pictures_is_wider_than_a_page() -> None:
    for picture in ("👩", "👩🏽", "❤️"):
        row = limit_marks((picture + "\u200d") * 300)
        assert row.count(picture) == 300
        assert row.count("\u200d") == MAX_JOINED
    apart = "👩‍👩‍👧‍👦 👨🏿‍❤️‍💋‍👨🏽" * 50
    assert limit_marks(apart) == apart
    # A mark that stands beside the letter makes no room for more above it.
    assert len(limit_marks("क" + "\u0902\u0903" * 30)) == 1 + MAX_MARKS


@given(st.text(max_size=200))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_line(tidy_line(text)) == tidy_line(text)
