"""What is good in a reply, for rules that then have nothing to ask."""

from guidance.normalized_text import NormalizedText
from guidance.supportive_cues import cues_of


def warm_or_own(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """A warm word, an own story or a question: whoever writes so has begun with the person."""
    found = cues_of(wording)
    return list(found) or None
