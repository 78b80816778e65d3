"""What a rule said is noted, without a word of the draft."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate

from accounts.models import Member
from guidance.actions.rules import save_rule
from guidance.drafts import Prompt, Severity
from guidance.evaluation import Evaluation
from guidance.models import Dismissal, PromptEvent, Rule, UnsentCount
from guidance.signals import rule_unwanted

# Of the last so many times it spoke: let stand more often than that, or called wrong so often.
LAST_SAID, MOST_DISMISSED, MOST_WRONG = 100, 80, 20
UNWANTED = frozenset({PromptEvent.Outcome.DISMISSED, PromptEvent.Outcome.WRONG})


def note_dismissed(*, member: Member, rules: Iterable[str]) -> None:
    """The member sent it as it is: these rules are quiet for them for 30 days."""
    Dismissal.objects.bulk_create(
        [Dismissal(member=member, rule=rule) for rule in sorted(set(rules))],
        update_conflicts=True,
        unique_fields=["member", "rule"],
        update_fields=["made_at"],
    )


@transaction.atomic
def carry_over_shown(*, member: Member, form: UUID, post: UUID) -> None:
    """What was said beside this form belongs to the post that was changed with it."""
    beside_the_form = PromptEvent.objects.select_for_update().filter(member=member, token=form)
    PromptEvent.objects.bulk_create(
        [
            PromptEvent(
                member=member,
                token=post,
                rule=said.rule,
                key=said.key,
                how=said.how,
                outcome=said.outcome,
                message=said.message,
                is_tip=said.is_tip,
                place=said.place,
                shown_at=said.shown_at,
            )
            for said in beside_the_form
        ],
        ignore_conflicts=True,
    )
    beside_the_form.delete()


def note_evaluation(
    *, member: Member, token: UUID, evaluation: Evaluation, shown: Prompt | None, place: str = ""
) -> None:
    """What was said beside the form with this token, and what was heard in silence; said again is
    the same. ``place`` is where the form stands, such as topic:12."""
    heard = [
        *([(shown, PromptEvent.Mode.SHOWN)] if shown is not None else []),
        *((prompt, PromptEvent.Mode.TRIAL) for prompt in evaluation.on_trial),
        *((prompt, PromptEvent.Mode.HELD_OUT) for prompt in evaluation.held_out),
    ]
    PromptEvent.objects.bulk_create(
        [
            PromptEvent(
                member=member,
                token=token,
                rule=prompt.rule,
                key=prompt.key,
                how=how,
                message=str(prompt.message),
                is_tip=prompt.severity == Severity.TIP,
                place=place,
            )
            for prompt, how in heard
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def note_sent(
    *,
    member: Member,
    token: UUID,
    evaluation: Evaluation,
    dismissed: Iterable[str],
    wrong: Collection[str] = (),
) -> None:
    """The form was sent: what became of each thing that was heard while it was written. ``wrong``
    are the codes of rules that the author said did not fit."""
    still = {
        prompt.key for prompt in (*evaluation.prompts, *evaluation.on_trial, *evaluation.held_out)
    }
    let_stand = set(dismissed)
    for each in PromptEvent.objects.filter(member=member, token=token):
        if each.rule in wrong and each.key in still and each.how == PromptEvent.Mode.SHOWN:
            outcome = PromptEvent.Outcome.WRONG
        elif each.key not in still:
            outcome = PromptEvent.Outcome.CHANGED
        elif each.rule in let_stand and each.how == PromptEvent.Mode.SHOWN:
            outcome = PromptEvent.Outcome.DISMISSED
        else:
            outcome = PromptEvent.Outcome.AS_IT_IS
        PromptEvent.objects.filter(pk=each.pk).update(outcome=outcome)
        if outcome in UNWANTED:
            _quiet_if_unwanted(each.key)


def _quiet_if_unwanted(key: str) -> None:
    """A rule that nearly everybody lets stand goes on trial by itself."""
    rule = (
        Rule.objects.select_for_update(of=("self",))
        .select_related("guideline")
        .filter(key=key, state=Rule.State.ON, severity__in=["tip", "ask"])
        .first()
    )
    if rule is None:
        return
    # Since its words were changed it is another rule.
    said = PromptEvent.objects.filter(
        key=key, how=PromptEvent.Mode.SHOWN, shown_at__gte=rule.changed_at
    )
    last = said.exclude(outcome=PromptEvent.Outcome.OPEN).order_by("-shown_at", "-pk")
    outcomes = list(last.values_list("outcome", flat=True)[:LAST_SAID])
    wrong = outcomes.count(PromptEvent.Outcome.WRONG)
    unwanted = outcomes.count(PromptEvent.Outcome.DISMISSED) + wrong
    if wrong >= MOST_WRONG:
        why = f"Of the last {len(outcomes)} times it spoke, {wrong} called it wrong."
    elif len(outcomes) == LAST_SAID and unwanted > MOST_DISMISSED:
        why = f"Of the last {LAST_SAID} times it spoke, {unwanted} let it stand."
    else:
        return
    rule.state = Rule.State.TRIAL
    save_rule(rule=rule, by=None, why=why)
    rule_unwanted.send(sender=Rule, rule=rule)


@transaction.atomic
def forget_unsent(*, unsent: QuerySet[PromptEvent]) -> int:
    """Deletes what was said beside forms that were never sent; only the counts stay."""
    pks = list(unsent.values_list("pk", flat=True))
    rows = PromptEvent.objects.filter(pk__in=pks)
    counts = (
        rows.exclude(key="")
        .values("key", "how", day=TruncDate("shown_at"))
        .annotate(count=Count("pk"))
        .order_by()
    )
    for each in counts:
        tally, _made = UnsentCount.objects.get_or_create(
            key=each["key"], day=each["day"], how=each["how"]
        )
        UnsentCount.objects.filter(pk=tally.pk).update(count=F("count") + each["count"])
    rows.delete()
    return len(pks)
