"""G20: topics that are about the same already."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from guidance.normalized_text import NormalizedText, plain

_WORD = re.compile(r"[^\W_]{3,}")
_NOTHING = frozenset(
    """
    the and for with about any anyone has have had how what when why who does did can could should
    would will your you are was were been being not but from this that these those some into out
    get got getting help please question advice need new just after before while since there here
    week today day days month year time first made make really very much many more anything someone
    """.split()
)
MAX_SIMILAR, MIN_SIMILARITY = 3, 0.5


def similar_titles(
    wording: NormalizedText, terms: Mapping[str, Sequence[str]] | None = None
) -> list[str] | None:
    """Up to three of the titles that are there already, the likest first. A shared word of the
    thesaurus says as much as two others."""
    mine = _telling(wording.title)
    if not mine:
        return None
    known = say_enough(tuple((terms or {}).get("thesaurus", ())))
    ranked = []
    for title in wording.draft.existing_titles:
        theirs = _telling(plain(title))
        shared = mine & theirs
        weight = sum(2 if word in known else 1 for word in shared)
        if shared and weight / min(len(mine), len(theirs)) >= MIN_SIMILARITY:
            ranked.append((weight / len(mine | theirs), weight, title))
    ranked = [each for each in ranked if each[1] >= 2 or each[0] >= MIN_SIMILARITY]
    return [title for _rank, _shared, title in sorted(ranked, reverse=True)[:MAX_SIMILAR]] or None


@lru_cache(maxsize=8)
def say_enough(thesaurus: tuple[str, ...]) -> frozenset[str]:
    """The single words of the terms, as titles are compared."""
    return frozenset(_stem(word) for term in thesaurus for word in term.split() if len(word) > 2)


def _telling(title: str) -> frozenset[str]:
    words = (_stem(word) for word in _WORD.findall(title))
    return frozenset(words) - _NOTHING


def _stem(word: str) -> str:
    return word.casefold().rstrip("s")
