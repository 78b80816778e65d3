"""G20: topics that are about the same already."""

import re

from guidance.wording import Wording, plain

_WORD = re.compile(r"[^\W_]{3,}")
_NOTHING = frozenset(
    """
    the and for with about any anyone has have had how what when why who does did can could should
    would will your you are was were been being not but from this that these those some into out
    get got getting help please question advice need new just after before while since there here
    """.split()
)
MOST, ENOUGH = 3, 0.5


def similar_titles(wording: Wording, _terms: object = None) -> list[str] | None:
    """Up to three of the titles that are there already, the likest first."""
    mine = _telling(wording.title)
    if not mine:
        return None
    ranked = []
    for title in wording.draft.existing_titles:
        theirs = _telling(plain(title))
        shared = len(mine & theirs)
        if theirs and shared and shared / min(len(mine), len(theirs)) >= ENOUGH:
            ranked.append((shared / len(mine | theirs), shared, title))
    ranked = [each for each in ranked if each[1] >= 2 or each[0] >= ENOUGH]
    return [title for _rank, _shared, title in sorted(ranked, reverse=True)[:MOST]] or None


def _telling(title: str) -> frozenset[str]:
    words = (word.casefold().rstrip("s") for word in _WORD.findall(title))
    return frozenset(words) - _NOTHING
