"""Another look at a decision: asked for once, given by somebody else."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from guidance.models import Guideline
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log
from moderation.actions.deciding import record_decision
from moderation.actions.decision_effects import take_back
from moderation.actions.throttling import let_go_again
from moderation.models import Appeal, Case, CaseLogEntry, Decision
from moderation.permissions import check_appeal, check_decide, check_no_harder, check_outcome
from moderation.sla import review_due_at
from notifications.actions import notify
from notifications.email_outbox import write_letter


@atomic_action
def ask_for_another_look(*, member: Member, decision: Decision, words: str) -> Appeal:
    """Opens the appeal's own case in the queue; asking twice is refused."""
    # Two presses at once take turns at the decision.
    decision = Decision.objects.select_for_update(no_key=True, of=("self",)).get(pk=decision.pk)
    check_appeal(member, decision)
    appeal = Appeal.objects.create(decision=decision, member=member, words=words)
    kind = Case.Kind.APPEAL
    case = Case.objects.create(
        appeal=appeal, about=member, kind=kind, review_due_at=review_due_at(kind, timezone.now(), 1)
    )
    log(case, CaseLogEntry.Kind.OPENED, None)
    log(decision.case, CaseLogEntry.Kind.APPEALED, member)
    events.case_opened(case)
    return appeal


@atomic_action
def decide_appeal(
    *,
    moderator: Member,
    case: Case,
    verdict: str,
    reason: str,
    version: int,
    instead: dict[str, Any] | None = None,
) -> Appeal:
    """Lets the decision stand, takes it back, or takes it back and decides ``instead``.

    Whatever the decision took is given back, notices included.
    """
    case = lock_case(case)
    check_decide(moderator, case)
    appeal = case.appeal
    assert appeal is not None
    holder = case.holder
    if case.version != version or not case.is_open or (holder and holder.pk != moderator.pk):
        who = holder or appeal.decided_by
        says = _("%(who)s has this appeal. Nothing was changed.") % {"who": who}
        raise EditConflict(says, ((_("The reason you wrote"), reason),))
    decision = appeal.decision
    judged = lock_case(decision.case)
    if verdict != Appeal.Status.UPHELD:
        take_back(decision, judged, moderator, reason)
        if judged.post is not None:
            let_go_again(judged.post.topic, judged)
    now = timezone.now()
    appeal.status, appeal.reason = verdict, reason
    appeal.decided_by, appeal.decided_at = moderator, now
    appeal.save()
    if verdict == Appeal.Status.CHANGED and instead is not None:
        guideline: Guideline | None = instead.pop("guideline", decision.guideline)
        outcome, days = instead.pop("outcome"), instead.pop("days", None)
        check_outcome(judged, outcome)
        check_no_harder(outcome, decision)
        judged.version += 1
        # What else was decided about the post stands: it is not shown by what is milder.
        instead["is_instead"] = True
        record_decision(
            moderator, judged, outcome, guideline, reason, days, instead, latest=decision.until
        )
        judged.version += 1
        judged.save(update_fields=["version"])
    # What was withdrawn meanwhile stands in the decision that came instead, and here no longer.
    Case.objects.filter(pk=judged.pk).exclude(status=Case.Status.OPEN).update(taken_back="")
    case.status, case.closed_at, case.version = Case.Status.DECIDED, now, case.version + 1
    case.looked_at = case.looked_at or now
    case.claimed_by, case.claimed_until = None, None
    case.save()
    for each in (case, judged):
        log(
            each,
            CaseLogEntry.Kind.APPEAL_DECIDED,
            moderator,
            f"{appeal.get_status_display()}: {reason}",
        )
    link, subject = reverse("moderation:decision_detail", args=[decision.pk]), f"appeal:{appeal.pk}"
    told = [appeal.member_id]
    _say_what_is_back(judged, decision, verdict)
    notify(member_ids=told, kind="appeal_decided", link=link, subject=subject, parts={})
    write_letter(member=appeal.member, subject=subject, link=link)
    events.case_changed(case)
    return appeal


def _say_what_is_back(judged: Case, decision: Decision, verdict: str) -> None:
    """Overturned, and something is here that never was before: a post, or a member."""
    if verdict != Appeal.Status.OVERTURNED:
        return
    kind, link, parts = "", reverse("forums:home"), {}
    if "held" in decision.before and judged.post is not None:
        kind, link = "let_through", judged.post.get_absolute_url()
        parts = {"topic": judged.post.topic.title}
    elif decision.outcome == Decision.Outcome.DECLINE:
        kind = "admitted"
    if kind:
        notify(
            member_ids=[judged.about_id],
            kind=kind,
            link=link,
            subject=f"decision:{decision.pk}",
            within=judged.within,
            parts=parts,
        )
