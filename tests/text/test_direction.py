"""Names and titles inside sentences of another direction."""

import pytest

from text.direction import isolated


@pytest.mark.parametrize("words", ["fern", "O’Neil", "Ærdna", "日本 taro", "", "12 days", "அனிதா"])
def test_what_reads_as_the_sentence_does_is_left_alone(words: str) -> None:
    assert isolated(words) == words


@pytest.mark.parametrize("words", ["شجرة", "עץ 7", "fern שלום", "\u202eabc"])
def test_what_reads_the_other_way_moves_nothing_around_it(words: str) -> None:
    assert isolated(words) == f"\u2068{words}\u2069"
