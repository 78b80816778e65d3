"""What is good in a reply, for rules that then have nothing to ask."""

from guidance.cues import cues_of
from guidance.wording import Wording


def warm_or_own(wording: Wording, _terms: object = None) -> list[str] | None:
    """A warm word, an own story or a question: whoever writes so has begun with the person."""
    found = cues_of(wording)
    return list(found) or None
