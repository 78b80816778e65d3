"""What a rule said is noted, without a word of the draft."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate

from accounts.models import Member
from guidance.actions.rules import save_rule
from guidance.drafts import Prompt
from guidance.looking import Looked
from guidance.models import Dismissal, Rule, Shown, Tally
from guidance.signals import rule_unwanted

# Of so many times in a row, more than so many in a hundred.
LAST_SAID, MOST_DISMISSED = 100, 80


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
    beside_the_form = Shown.objects.select_for_update().filter(member=member, token=form)
    Shown.objects.bulk_create(
        [
            Shown(
                member=member,
                token=post,
                rule=said.rule,
                key=said.key,
                how=said.how,
                outcome=said.outcome,
                message=said.message,
                shown_at=said.shown_at,
            )
            for said in beside_the_form
        ],
        ignore_conflicts=True,
    )
    beside_the_form.delete()


def note_looked(*, member: Member, token: UUID, looked: Looked, shown: Prompt | None) -> None:
    """What was said beside the form with this token, and what was heard in silence; said again is
    the same."""
    heard = [
        *([(shown, Shown.How.SHOWN)] if shown is not None else []),
        *((prompt, Shown.How.TRIAL) for prompt in looked.on_trial),
        *((prompt, Shown.How.HELD_OUT) for prompt in looked.held_out),
    ]
    Shown.objects.bulk_create(
        [
            Shown(
                member=member,
                token=token,
                rule=prompt.rule,
                key=prompt.key,
                how=how,
                message=str(prompt.message),
            )
            for prompt, how in heard
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def note_sent(*, member: Member, token: UUID, looked: Looked, dismissed: Iterable[str]) -> None:
    """The form was sent: what became of each thing that was heard while it was written."""
    still = {prompt.key for prompt in (*looked.prompts, *looked.on_trial, *looked.held_out)}
    let_stand = set(dismissed)
    for each in Shown.objects.filter(member=member, token=token):
        if each.key not in still:
            outcome = Shown.Outcome.CHANGED
        elif each.rule in let_stand and each.how == Shown.How.SHOWN:
            outcome = Shown.Outcome.DISMISSED
        else:
            outcome = Shown.Outcome.AS_IT_IS
        Shown.objects.filter(pk=each.pk).update(outcome=outcome)
        if outcome == Shown.Outcome.DISMISSED:
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
    said = Shown.objects.filter(key=key, how=Shown.How.SHOWN, shown_at__gte=rule.changed_at)
    last = said.exclude(outcome=Shown.Outcome.OPEN).order_by("-shown_at", "-pk")
    outcomes = list(last.values_list("outcome", flat=True)[:LAST_SAID])
    if len(outcomes) < LAST_SAID:
        return
    unwanted = outcomes.count(Shown.Outcome.DISMISSED)
    if unwanted * 100 <= MOST_DISMISSED * LAST_SAID:
        return
    rule.state = Rule.State.TRIAL
    save_rule(
        rule=rule, by=None, why=f"Of the last {LAST_SAID} times it spoke, {unwanted} let it stand."
    )
    rule_unwanted.send(sender=Rule, rule=rule)


@transaction.atomic
def forget_unsent(*, unsent: QuerySet[Shown]) -> int:
    """Deletes what was said beside forms that were never sent; only the counts stay."""
    pks = list(unsent.values_list("pk", flat=True))
    rows = Shown.objects.filter(pk__in=pks)
    counts = (
        rows.exclude(key="")
        .values("key", "how", day=TruncDate("shown_at"))
        .annotate(count=Count("pk"))
        .order_by()
    )
    for each in counts:
        tally, _made = Tally.objects.get_or_create(
            key=each["key"], day=each["day"], how=each["how"]
        )
        Tally.objects.filter(pk=tally.pk).update(count=F("count") + each["count"])
    rows.delete()
    return len(pks)
