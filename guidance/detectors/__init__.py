"""What rules listen for and a pattern cannot say, a module each.

None reacts to how bad somebody feels. Each gets the wording and the lists of terms, and answers
with the words that it means, or None.
"""

from collections.abc import Callable, Mapping, Sequence

from guidance.detectors.good_replies import warm_or_own
from guidance.detectors.personal_details import contact_details, secret_numbers
from guidance.detectors.risk_to_self import (
    plan_or_wish_to_die,
    risk_of_another,
    wish_not_to_live,
)
from guidance.detectors.similar_titles import similar_titles
from guidance.detectors.sudden_signs import sudden_sign
from guidance.detectors.vague_title import vague_title
from guidance.normalized_text import NormalizedText

Detector = Callable[[NormalizedText, Mapping[str, Sequence[str]]], list[str] | None]

DETECTORS: dict[str, Detector] = {
    "contact_details": contact_details,
    "risk_of_another": risk_of_another,
    "plan_or_wish_to_die": plan_or_wish_to_die,
    "secret_numbers": secret_numbers,
    "similar_titles": similar_titles,
    "sudden_sign": sudden_sign,
    "vague_title": vague_title,
    "warm_or_own": warm_or_own,
    "wish_not_to_live": wish_not_to_live,
}
