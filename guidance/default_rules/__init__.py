"""The rules a house begins with, as data: each is a row that moderators can change.

What they are grounded in stands in docs/guidance.md. ``key`` is the rule's code, with a part after a
dash where one code has several: one code speaks once, with its most serious part.
"""

from typing import Any

from guidance.default_rules import illness, safety, shape, tone, treatment

RULES: list[dict[str, Any]] = sorted(
    [*tone.RULES, *illness.RULES, *treatment.RULES, *shape.RULES, *safety.RULES],
    key=lambda rule: str(rule["key"]),
)
