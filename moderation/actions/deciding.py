"""Judging a case: once, by one moderator, with a reason that its author reads."""

import math
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import PERMANENT, Member
from forums.actions.visibility import restore_post
from forums.models import Post
from guidance.models import Guideline
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log, snapshot_text
from moderation.actions.decision_effects import (
    apply,
    still_hides,
    take_back,
    tell_who_opened,
    until,
)
from moderation.actions.reporting import close_reports
from moderation.actions.throttling import let_go_again
from moderation.models import Appeal, Batch, Case, CaseLogEntry, Decision, Undone
from moderation.permissions import check_decide, check_outcome, check_words
from notifications.actions import notify
from notifications.email_outbox import write_letter

Outcome = Decision.Outcome


@atomic_action
def decide_case(
    *,
    moderator: Member,
    case: Case,
    outcome: str,
    guideline: Guideline | None,
    reason: str,
    days: int | None = None,
    version: int,
    batch: Batch | None = None,
    **words: Any,
) -> Decision:
    """Judges the case once, applies it, and tells the author and the reporters.

    Raises EditConflict, with nothing applied, if the case changed since ``version`` was read, or if
    somebody else works on it. ``words`` are what the outcome needs: see applying.apply.
    """
    case = lock_case(case)
    check_decide(moderator, case)
    check_outcome(case, outcome)
    check_words(outcome, guideline, reason)
    if case.version != version or not case.is_open:
        raise EditConflict(_overtaken_by(case), ((_("The reason you wrote"), reason),))
    if case.holder is not None and case.holder.pk != moderator.pk:
        says = _("%(who)s is working on this case. Nothing was changed.") % {"who": case.holder}
        raise EditConflict(says, ((_("The reason you wrote"), reason),))
    decision = record_decision(moderator, case, outcome, guideline, reason, days, words, batch)
    _close(case, decision)
    events.case_changed(case)
    return decision


def check_unchanged(case: Case, version: str, reason: str) -> None:
    """Raises EditConflict, with who and what and the reason that was written, if it is decided or
    is not what was read: its choices may be others now."""
    is_other = version.isascii() and version.isdecimal() and version != str(case.version)
    if is_other or not case.is_open:
        raise EditConflict(_overtaken_by(case), ((_("The reason you wrote"), reason),))


def record_decision(
    moderator: Member,
    case: Case,
    outcome: str,
    guideline: Guideline | None,
    reason: str,
    days: int | None,
    words: dict[str, Any],
    batch: Batch | None = None,
    latest: datetime | None = None,
) -> Decision:
    """The decision's row and what it does. The row is written once, with how things were.

    ``latest`` is when a restriction ends in any case: one given instead of another never lasts
    longer. What says nothing against the author names no guideline.
    """
    if outcome in Decision.HARMLESS:
        guideline = None
    has_days = outcome in {Outcome.RESTRICT, Outcome.SUSPEND}
    if has_days and latest is not None and latest <= timezone.now():
        raise ActionDenied(
            _("What was decided has ended already, so nothing can come in its place.")
        )
    ends = PERMANENT if outcome == Outcome.BAN else until(outcome, days, latest)
    if has_days and ends is not None and ends == latest:
        # It says as many days as it lasts.
        days = max(1, math.ceil((ends - timezone.now()) / timedelta(days=1)))
    decision = Decision(
        case=case,
        moderator=moderator,
        about=case.about,
        outcome=outcome,
        guideline=guideline,
        reason=reason,
        days=days if has_days else None,
        until=ends,
        case_version=case.version,
        batch=batch,
    )
    decision.details = _details(decision, case, words)
    decision.before = apply(decision, case, words)
    if case.post is not None:
        case.post.refresh_from_db(fields=["text"])
        case.post.topic.refresh_from_db(fields=["title"])
    words_of = case.post or case.held
    # What was withdrawn meanwhile was judged as it read before.
    decision.snapshot = case.taken_back or (
        snapshot_text(words_of) if words_of is not None else case.about.pseudonym
    )
    decision.save()
    log(case, CaseLogEntry.Kind.DECIDED, moderator, f"{decision.get_outcome_display()}: {reason}")
    tell_author(decision, case)
    return decision


def _details(decision: Decision, case: Case, words: dict[str, Any]) -> dict[str, Any]:
    """What the author reads of it, as it is at this moment."""
    match decision.outcome:
        case Outcome.FOLD:
            return {"warning": words["warning"]}
        case Outcome.SLOW:
            return {"minutes": words["minutes"]}
        case Outcome.MOVE if case.board is not None:
            return {"from": case.board.name, "to": words["board"].name}
    return {}


def _close(case: Case, decision: Decision) -> None:
    if not decision.took_something and case.post is not None:
        let_go_again(case.post.topic, case)
    told = close_reports(case, was_right=decision.took_something)
    if told:
        log(case, CaseLogEntry.Kind.REPORTERS_TOLD, None, f"{told}")
    now = timezone.now()
    case.status, case.closed_at, case.version = Case.Status.DECIDED, now, case.version + 1
    case.looked_at = case.looked_at or now
    case.claimed_by, case.claimed_until = None, None
    case.is_for_admins, case.asked = False, None
    case.score, case.taken_back = 0, ""
    case.save()


def tell_author(decision: Decision, case: Case) -> None:
    """The author hears of what was taken, and of thanks; of a report that led to nothing they
    need not know."""
    if decision.outcome == Outcome.NO_ACTION:
        return
    kind, parts = _notice(decision, case)
    link = reverse("moderation:decision_detail", args=[decision.pk])
    if decision.outcome == Outcome.PUBLISH and case.post is not None:
        link = case.post.get_absolute_url()
    notify(
        member_ids=[case.about_id],
        kind=kind,
        link=link,
        subject=f"decision:{decision.pk}",
        within=case.within,
        parts=parts,
    )
    # Whoever is suspended for good and whose posts go together is mailed about the first alone.
    is_one_of_many = decision.batch is not None and case.about.is_banned
    if not is_one_of_many and (decision.took_something or decision.outcome == Outcome.APPROVE):
        write_letter(member=case.about, subject=f"decision:{decision.pk}", link=link)
    log(case, CaseLogEntry.Kind.AUTHOR_TOLD, None)
    what = str(decision.get_outcome_display())
    tell_who_opened(decision, case, what, subject=f"tended:{decision.pk}")


def _notice(decision: Decision, case: Case) -> tuple[str, dict[str, str]]:
    """The kind of notice, and its parts."""
    if case.held is not None:
        return "not_published", {"topic": case.held.name}
    if case.post is None:
        kinds = {Outcome.APPROVE: "admitted", Outcome.DECLINE: "not_admitted"}
        return kinds.get(Outcome(decision.outcome), "about_name"), {}
    kinds = {Outcome.THANK: "thanked", Outcome.PUBLISH: "let_through"}
    return kinds.get(Outcome(decision.outcome), "decision"), {"topic": case.post.topic.title}


@atomic_action
def take_decision_back(*, moderator: Member, case: Case, reason: str) -> bool:
    """A mistake: the last decision of the case that still stands is taken back, all of it, and
    its author is told why. It stays in the record as one that was taken back.

    A post that no decision hides is shown again. False if there was nothing to give back.
    """
    # Whoever decides an appeal locks its case before the one that was judged.
    for waiting in Case.objects.filter(appeal__decision__case=case, status=Case.Status.OPEN):
        lock_case(waiting)
    case = lock_case(case)
    check_decide(moderator, case)
    decision = last_standing(case)
    was_hidden = case.post is not None and case.post.status == Post.Status.HIDDEN
    if decision is not None:
        Undone.objects.create(decision=decision, by=moderator, reason=reason)
        take_back(decision, case, moderator, reason)
        log(case, CaseLogEntry.Kind.UNDONE, moderator, reason)
        settle_appeal(decision, moderator, reason)
        if case.post is not None:
            let_go_again(case.post.topic, case)
    elif case.post is None or still_hides(case) or not restore_post(post=case.post, by=moderator):
        return False
    else:
        log(case, CaseLogEntry.Kind.RESTORED, moderator, reason)
    if case.post is not None:
        case.post.refresh_from_db(fields=["status"])
    is_shown = was_hidden and case.post is not None and case.post.is_published
    _tell_of_taking_back(case, decision, reason, is_shown=is_shown)
    log(case, CaseLogEntry.Kind.AUTHOR_TOLD, None)
    events.case_changed(case)
    return True


def _tell_of_taking_back(
    case: Case, decision: Decision | None, reason: str, *, is_shown: bool
) -> None:
    """Where their post is again; or, if it was about something else, where the reason stands."""
    kind, parts = "taken_back", {}
    link = reverse("moderation:record")
    if is_shown and case.post is not None:
        kind, link = "restored", case.post.get_absolute_url()
        parts = {"topic": case.post.topic.title, "reason": reason}
    elif decision is not None:
        link = decision.get_absolute_url()
    subject = f"case:{case.pk}"
    notify(
        member_ids=[case.about_id],
        kind=kind,
        link=link,
        subject=subject,
        within=case.within,
        parts=parts,
    )


def last_standing(case: Case) -> Decision | None:
    """The last decision of the case that took something and stands, however the case went on."""
    decisions = case.decisions.select_related("batch", "undone", "appeal")
    return next((each for each in decisions if each.can_be_undone), None)


def settle_appeal(decision: Decision, by: Member, reason: str) -> None:
    """What was appealed against is taken back: nobody has to look at it any more."""
    appeal = Appeal.objects.filter(decision=decision, status=Appeal.Status.OPEN).first()
    if appeal is None:
        return
    now = timezone.now()
    appeal.status, appeal.reason = Appeal.Status.OVERTURNED, reason
    appeal.decided_by, appeal.decided_at = by, now
    appeal.save()
    waiting = lock_case(Case.objects.get(appeal=appeal))
    waiting.status, waiting.closed_at = Case.Status.DECIDED, now
    waiting.claimed_by, waiting.claimed_until = None, None
    waiting.version += 1
    waiting.save()
    log(waiting, CaseLogEntry.Kind.APPEAL_DECIDED, by, f"{appeal.get_status_display()}: {reason}")
    events.case_changed(waiting)


def _overtaken_by(case: Case) -> str:
    decision = case.decisions.select_related("moderator").first()
    if not case.is_open and decision is not None:
        words = {
            "who": decision.moderator,
            "time": timesince(decision.made_at),
            "what": decision.get_outcome_display(),
        }
        if timezone.now() - decision.made_at < timedelta(minutes=1):
            return _("%(who)s decided this just now: %(what)s. You changed nothing.") % words
        return _("%(who)s decided this %(time)s ago: %(what)s. You changed nothing.") % words
    if not case.is_open:
        return _("Its author took it back meanwhile. There is nothing left to decide.")
    return _(
        "Something changed meanwhile: there is a new report, or its author changed the post or "
        "took it back. Please look before you decide."
    )
