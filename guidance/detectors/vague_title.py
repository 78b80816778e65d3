"""G17: a title that does not say what the topic is about."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from guidance.normalized_text import NormalizedText

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

# Words that could stand above any topic here.
_SAY_NOTHING = frozenset(
    """
    a about advice all am an and any anybody anyone anything are ask asking can confused
    could does do else everybody everyone feeling for get give got guys have having hello
    help hey hi i i'm in info information is issue issues it just know looking me ms my
    myself need new newbie not of on or out people please pls problem problems query
    question questions quick really share so some somebody someone something sos stuff
    support thanks that the there this thoughts to update urgent us we what what's wondering
    you your
    """.split()
)


@lru_cache(maxsize=8)
def _say_enough(thesaurus: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        word.casefold() for term in thesaurus for word in term.split() if len(word) > 2
    )


def vague_title(wording: NormalizedText, terms: Mapping[str, Sequence[str]]) -> list[str] | None:
    """A title of only vague words, or of fewer than three with no term of the thesaurus."""
    title = wording.title.strip()
    if not title:
        return None
    words = [word.casefold() for word in _WORD.findall(title)]
    enough = _say_enough(tuple(terms.get("thesaurus", ())))
    if any(word in enough for word in words):
        return None
    telling = [word for word in words if word not in _SAY_NOTHING]
    if telling and len(words) >= 3:
        return None
    return [title]
