"""Rules and lists of terms change here, each time as a new version with who and why."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from guidance.default_rules import RULES
from guidance.evaluation import compile_rule
from guidance.models import Guideline, Rule, RuleVersion, TermList, TermListVersion
from guidance.purposes import Purpose
from guidance.rule_cache import current_terms
from guidance.safety_checks import check_laws
from guidance.terms import FIRST_LISTS, TITLES

FIRST = "One of the first rules of this house."
NEWER = "An update of the software brought newer words."


@transaction.atomic
def save_rule(*, rule: Rule, by: Member | None, why: str) -> None:
    """The rule as a new version; one that changes nothing makes none.

    ``by=None`` is the house itself, with the rules it ships. Raises InvalidCondition if its
    condition cannot be asked or breaks a law: nothing like that is ever saved.
    """
    words = rule.words
    compile_rule(rule.key, words, current_terms())
    if by is not None:
        # The software's own are held to the laws by its tests.
        _check_laws(rule, current_terms())
    if rule.pk:
        before = Rule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
        if before.words == words:
            return
        rule.version = before.version + 1
    rule.changed_at = timezone.now()
    rule.save()
    RuleVersion.objects.create(rule=rule, version=rule.version, words=words, why=why, by=by)


def _check_laws(rule: Rule, terms: Mapping[str, Sequence[str]]) -> None:
    check_laws(
        may_hold=rule.purpose == Purpose.MEANS,
        guideline=rule.guideline.number,
        severity=rule.severity,
        condition=rule.condition,
        terms=terms,
    )


@transaction.atomic
def save_terms(*, term_list: TermList, terms: Sequence[str], by: Member | None, why: str) -> None:
    """The list as a new version; the same terms make none.

    Raises UnsafeRule if a rule that names the list would break a law with these terms.
    """
    before = TermList.objects.select_for_update().get(pk=term_list.pk)
    tidy = _tidy(terms)
    if tidy == before.terms:
        return
    if by is not None:
        now = {**current_terms(), before.name: tuple(tidy)}
        for rule in Rule.objects.select_related("guideline"):
            if before.name in str(rule.condition):
                _check_laws(rule, now)
    before.terms, before.version = tidy, before.version + 1
    before.save()
    TermListVersion.objects.create(
        term_list=before, version=before.version, terms=tidy, why=why, by=by
    )


def _tidy(terms: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(each.split()) for each in terms if each.strip()))


@transaction.atomic
def install_first_rules() -> None:
    """The rules and lists the software brings, as rows; what people changed stays theirs.

    Runs after every migration. A row nobody changed follows newer words of the software.
    """
    _install_lists()
    guidelines = {each.number: each for each in Guideline.objects.all()}
    there = {rule.key: rule for rule in Rule.objects.select_related("guideline")}
    theirs = set(
        RuleVersion.objects.exclude(why__in=[FIRST, NEWER])
        .order_by()
        .values_list("rule__key", flat=True)
    )
    fresh = []
    for shipped in RULES:
        _keep_purpose(there.get(shipped["key"]), shipped)
        guideline = guidelines.get(shipped["guideline"])
        if guideline is None or shipped["key"] in theirs:
            continue
        rule = there.get(shipped["key"])
        if rule is None:
            fresh.append(_fill(Rule(key=shipped["key"]), shipped, guideline))
        else:
            save_rule(rule=_fill(rule, shipped, guideline), by=None, why=NEWER)
    Rule.objects.bulk_create(fresh)
    RuleVersion.objects.bulk_create(
        [RuleVersion(rule=rule, version=1, words=rule.words, why=FIRST) for rule in fresh]
    )


def _keep_purpose(rule: Rule | None, shipped: dict[str, Any]) -> None:
    """What the software does about it follows the software, whoever changed its words."""
    purpose = shipped.get("purpose", "")
    if rule is not None and rule.purpose != purpose:
        rule.purpose = purpose
        Rule.objects.filter(pk=rule.pk).update(purpose=purpose)


def _fill(rule: Rule, shipped: dict[str, Any], guideline: Guideline) -> Rule:
    given = {name: shipped[name] for name in Rule.WORDS if name in shipped}
    fresh = Rule(guideline=guideline, **{"state": Rule.State.ON, **given})
    rule.guideline, rule.purpose = guideline, shipped.get("purpose", "")
    for name in Rule.WORDS:
        setattr(rule, name, getattr(fresh, name))
    return rule


def _install_lists() -> None:
    there = {each.name: each for each in TermList.objects.all()}
    theirs = set(
        TermListVersion.objects.exclude(why__in=[FIRST, NEWER])
        .order_by()
        .values_list("term_list__name", flat=True)
    )
    for name, terms in FIRST_LISTS.items():
        if name in theirs:
            continue
        if name in there:
            save_terms(term_list=there[name], terms=terms, by=None, why=NEWER)
            continue
        made = TermList.objects.create(name=name, title=str(TITLES[name]), terms=_tidy(terms))
        TermListVersion.objects.create(term_list=made, version=1, terms=made.terms, why=FIRST)
