"""The rules as they stand now, compiled once in each process and again when a row changes."""

from threading import Lock

from django.db import connection

from guidance.conditions import InvalidCondition
from guidance.evaluation import CompiledRule, compile_rule
from guidance.models import Rule, TermList

# Every change makes a version, so the last ones, of a rule and of a list of terms, say whether
# anything changed.
RulesVersion = tuple[int | None, int | None]
RULES_VERSION_COLUMNS = """
    (SELECT max(id) FROM guidance_ruleversion), (SELECT max(id) FROM guidance_termlistversion)
"""
_lock = Lock()
_kept: tuple[RulesVersion, tuple[CompiledRule, ...]] | None = None


def current_rules(last: RulesVersion | None = None) -> tuple[CompiledRule, ...]:
    """Every rule that is on or on trial. Costs one small statement when nothing changed, and none
    if ``last``, the version of this moment, is known already."""
    global _kept
    if last is None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {RULES_VERSION_COLUMNS}")
            last = cursor.fetchone()
    with _lock:
        if _kept is None or _kept[0] != last:
            _kept = (last, _load())
        return _kept[1]


def spoken_rules() -> tuple[CompiledRule, ...]:
    """Those that are on, whoever writes."""
    return tuple(rule for rule in current_rules() if rule.state == "on")


def current_terms() -> dict[str, tuple[str, ...]]:
    """The lists of terms: {name: terms}."""
    return {each.name: tuple(each.terms) for each in TermList.objects.all()}


def _load() -> tuple[CompiledRule, ...]:
    terms = current_terms()
    found = []
    for rule in Rule.objects.exclude(state=Rule.State.OFF).select_related("guideline"):
        try:
            found.append(compile_rule(rule.key, {**rule.words, "purpose": rule.purpose}, terms))
        except InvalidCondition:
            # Nothing like this can be saved; but one odd row must not silence the others.
            continue
    return tuple(found)
