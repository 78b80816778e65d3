"""How a rule is written down."""

from typing import Any

REPLY, BOTH, TITLES = ["reply"], ["opening", "reply"], ["title", "opening"]
ALL = ["title", "opening", "reply"]
TOLD = ["reported"]


def rule(
    key: str, guideline: int, name: str, kinds: list[str], severity: str, message: str,
    condition: dict[str, Any], **more: Any,
) -> dict[str, Any]:  # fmt: skip
    return {
        "key": key, "guideline": guideline, "name": name, "kinds": kinds, "severity": severity,
        "message": message, "condition": condition, **more,
    }  # fmt: skip
