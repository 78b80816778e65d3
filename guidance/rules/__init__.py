"""The rules that help while writing, a module each. Each reads a draft and answers or stays quiet.

None of them reacts to how bad somebody feels.
"""

from collections.abc import Callable

from guidance.drafts import Draft, Prompt
from guidance.rules.personal_details import personal_details
from guidance.rules.risk import risk_to_self
from guidance.rules.vague_title import vague_title

RULES: tuple[Callable[[Draft], Prompt | None], ...] = (
    risk_to_self,
    personal_details,
    vague_title,
)
