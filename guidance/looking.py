"""The one entry point: what the rules say about a draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guidance.conditions import Check, check_of
from guidance.drafts import Draft, Prompt, Severity
from guidance.shipped import RULES
from guidance.terms import FIRST_LISTS
from guidance.wording import Wording


@dataclass(frozen=True)
class ReadyRule:
    """A rule that can be asked: its condition is compiled."""

    code: str
    kinds: frozenset[str]
    severity: Severity
    message: str
    check: Check
    field: str
    is_listed: bool
    spares_own_topic: bool

    def speaks_to(self, draft: Draft) -> bool:
        if draft.kind not in self.kinds:
            return False
        return not (self.spares_own_topic and draft.own_topic and draft.kind == "reply")


@lru_cache
def ready_rules() -> tuple[ReadyRule, ...]:
    return tuple(_ready(each) for each in RULES if each.get("state", "on") == "on")


def _ready(rule: dict[str, Any]) -> ReadyRule:
    return ReadyRule(
        code=rule["key"].partition("-")[0],
        kinds=frozenset(rule["kinds"]),
        severity=Severity[rule["severity"].upper()],
        message=rule["message"],
        check=check_of(rule["condition"], FIRST_LISTS),
        field=rule.get("field", "text"),
        is_listed=rule.get("is_listed", False),
        spares_own_topic=rule.get("spares_own_topic", False),
    )


def look(draft: Draft) -> list[Prompt]:
    """Everything the rules say, the most serious first; a page shows only the first.

    The words a prompt names are in the spelling the rules read: plain quotes, NFKC.
    """
    wording = Wording.of(draft)
    found: dict[str, Prompt] = {}
    for rule in ready_rules():
        if not rule.speaks_to(draft):
            continue
        words = rule.check(wording)
        if words is None:
            continue
        earlier = found.get(rule.code)
        if earlier is None or rule.severity > earlier.severity:
            found[rule.code] = Prompt(
                rule=rule.code,
                severity=rule.severity,
                message=rule.message,
                words=tuple(dict.fromkeys(words)),
                field=rule.field,
                is_listed=rule.is_listed,
            )
    return sorted(found.values(), key=lambda prompt: -prompt.severity)


def shown_of(prompts: Iterable[Prompt]) -> Prompt | None:
    """The one that a page shows: the most serious."""
    return next(iter(prompts), None)
