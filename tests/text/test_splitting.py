"""A wall of text is cut at sentence ends, and nowhere else."""

import pytest

from text.splitting import split

SENTENCE = "My legs were heavy that day and I lay down for a while before I could go on. "


@pytest.mark.parametrize(
    "text",
    ["", "Short.", "no end " * 200, "> " + SENTENCE * 9, "- " + SENTENCE * 9, "A.\n\nB.",
     "x" * 5000],
)  # fmt: skip
def test_what_needs_no_splitting_stays(text: str) -> None:
    assert split(text) == text


@pytest.mark.parametrize(
    "short",
    ["Dr. Patel", "Dr. med. Weber", "DR. Who", "Drs. Ali", "Mt. Snowdon", "Lt. Hill", "Mme. Roux",
     "Sra. Diaz", "Hr. Lund", "Fr. Brown", "Assoc. Prof. Hay", "I. Smith", "Ali et al. wrote",
     "cf. Hay", "op. cit. Hay", "on Jan. Third", "in Sept. Or so", "max. Ten", "min. Two",
     "e.g. This"],
)  # fmt: skip
def test_what_is_cut_short_ends_no_sentence(short: str) -> None:
    """Nothing but this one place could be taken for a sentence end."""
    wall = "word " * 60 + short + " word" * 120
    assert split(wall) == wall


def test_no_word_is_changed() -> None:
    wall = (SENTENCE * 30).strip()
    parts = split(wall).split("\n\n")
    assert len(parts) >= 5
    assert " ".join(parts) == wall
