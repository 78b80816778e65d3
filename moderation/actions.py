"""What members and moderators do about a reported post."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from accounts.access import Overtaken
from accounts.actions.standing import (
    change_role,
    restore_member,
    restrict_member,
    suspend_member,
)
from accounts.models import Member, StandingChange
from forums.actions.visibility import hide_post, restore_post
from forums.models import Post
from guidance.models import Guideline
from live.events import act
from moderation import events
from moderation.models import Case, Decision, Entry, Report
from moderation.rules import check_decide, check_report
from notifications.actions import notify

Outcome = Decision.Outcome


@act
def file_report(
    *, reporter: Member, post: Post, reason: str, guideline: Guideline | None, words: str
) -> Report:
    """Joins the post's case, or opens one. A second report while the first is open is the first."""
    check_report(reporter, post)
    case, is_new = Case.objects.get_or_create(post=post)
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    earlier = case.reports.filter(reporter=reporter, closed_at=None).first()
    if earlier is not None:
        return earlier
    if is_new:
        _note(case, Entry.Kind.OPENED, None)
    elif case.status == Case.Status.DECIDED:
        case.status = Case.Status.OPEN
        case.opened_at, case.closed_at, case.is_worry = timezone.now(), None, False
        _note(case, Entry.Kind.REOPENED, None)
        is_new = True
    report = Report.objects.create(
        case=case,
        reporter=reporter,
        reason=reason,
        guideline=guideline if reason == Report.Reason.GUIDELINE else None,
        words=words,
        snapshot=_as_reported(post),
    )
    case.is_worry = case.is_worry or reason == Report.Reason.WORRIED
    case.version += 1
    case.save()
    _note(case, Entry.Kind.REPORTED, reporter, str(guideline or report.get_reason_display()))
    _tell_reporter(report, "report_received")
    if is_new:
        events.case_opened(case)
    else:
        events.case_changed(case)
    return report


@act
def decide_case(
    *,
    moderator: Member,
    case: Case,
    outcome: str,
    guideline: Guideline | None,
    reason: str,
    days: int | None,
    version: int,
) -> Decision:
    """Judges the case once, applies it, and tells the author and the reporters.

    Raises Overtaken, with nothing applied, if the case changed since ``version`` was read.
    """
    case = (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("post__author", "post__topic")
        .get(pk=case.pk)
    )
    check_decide(moderator, case)
    if case.version != version or case.status != Case.Status.OPEN:
        raise Overtaken(_overtaken_by(case), ((_("The reason you wrote"), reason),))
    decision = Decision.objects.create(
        case=case,
        moderator=moderator,
        outcome=outcome,
        guideline=guideline,
        reason=reason,
        days=days if outcome == Outcome.RESTRICT else None,
        snapshot=_as_reported(case.post),
        case_version=case.version,
    )
    now = timezone.now()
    case.status, case.closed_at, case.version = Case.Status.DECIDED, now, case.version + 1
    case.save()
    _note(case, Entry.Kind.DECIDED, moderator, f"{decision.get_outcome_display()}: {reason}")
    _apply(decision, case)
    _tell_author(decision, case)
    _tell_reporters(case)
    events.case_changed(case)
    return decision


@act
def change_standing(
    *,
    member: Member,
    by: Member,
    kind: StandingChange.Kind,
    reason: str,
    days: int | None = None,
    role: str | None = None,
) -> None:
    """Changes what a member may do or is, outside of any case, and tells them why."""
    until = timezone.now() + timedelta(days=days or 0)
    match kind:
        case StandingChange.Kind.READ_ONLY:
            restrict_member(member=member, until=until, reason=reason, by=by)
        case StandingChange.Kind.SUSPENDED:
            suspend_member(member=member, until=until, reason=reason, by=by)
        case StandingChange.Kind.RESTORED:
            restore_member(member=member, reason=reason, by=by)
        case StandingChange.Kind.ROLE if role is not None:
            change_role(member=member, role=role, reason=reason, by=by)
    notify(
        member_ids=[member.pk],
        kind="standing",
        link=reverse("moderation:record"),
        subject=f"member:{member.pk}",
        parts={},
    )


@act
def restore_case_post(*, moderator: Member, case: Case, reason: str) -> None:
    """Shows a hidden post again and tells its author; the decision stays in the record."""
    case = (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("post__author", "post__topic")
        .get(pk=case.pk)
    )
    check_decide(moderator, case)
    if not restore_post(post=case.post, by=moderator):
        return
    _note(case, Entry.Kind.RESTORED, moderator, reason)
    notify(
        member_ids=[case.post.author_id],
        kind="restored",
        link=case.post.get_absolute_url(),
        subject=f"case:{case.pk}",
        parts={"topic": case.post.topic.title, "reason": reason},
    )
    _note(case, Entry.Kind.AUTHOR_TOLD, None)
    events.case_changed(case)


def _apply(decision: Decision, case: Case) -> None:
    if not decision.took_something:
        return
    if hide_post(post=case.post, by=decision.moderator):
        _note(case, Entry.Kind.HIDDEN, decision.moderator)
    if decision.outcome == Outcome.RESTRICT and decision.days:
        restrict_member(
            member=case.post.author,
            until=timezone.now() + timedelta(days=decision.days),
            reason=decision.reason,
            by=decision.moderator,
        )
        _note(case, Entry.Kind.RESTRICTED, decision.moderator, f"{decision.days}")


def _tell_author(decision: Decision, case: Case) -> None:
    """The author hears of what was taken; of a report that led to nothing they need not know."""
    if not decision.took_something:
        return
    notify(
        member_ids=[case.post.author_id],
        kind="decision",
        link=reverse("moderation:told", args=[decision.pk]),
        subject=f"decision:{decision.pk}",
        parts={"topic": case.post.topic.title},
    )
    _note(case, Entry.Kind.AUTHOR_TOLD, None)


def _tell_reporters(case: Case) -> None:
    open_reports = list(case.reports.filter(closed_at=None))
    for report in open_reports:
        _tell_reporter(report, "report_closed")
    case.reports.filter(closed_at=None).update(closed_at=timezone.now())
    if open_reports:
        _note(case, Entry.Kind.REPORTERS_TOLD, None, f"{len(open_reports)}")


def _tell_reporter(report: Report, kind: str) -> None:
    notify(
        member_ids=[report.reporter_id],
        kind=kind,
        link=reverse("moderation:my_report", args=[report.pk]),
        subject=f"report:{report.pk}",
        parts={},
    )


def _overtaken_by(case: Case) -> str:
    decision = case.decisions.select_related("moderator").first()
    if case.status == Case.Status.DECIDED and decision is not None:
        words = {
            "who": decision.moderator,
            "time": timesince(decision.made_at),
            "what": decision.get_outcome_display(),
        }
        if timezone.now() - decision.made_at < timedelta(minutes=1):
            return _("%(who)s decided this just now: %(what)s. You changed nothing.") % words
        return _("%(who)s decided this %(time)s ago: %(what)s. You changed nothing.") % words
    return _("There is a new report about this post. Please read it before you decide.")


def _as_reported(post: Post) -> str:
    return f"{post.topic.title}\n\n{post.text}" if post.is_opening else post.text


def _note(case: Case, kind: Entry.Kind, by: Member | None, note: str = "") -> None:
    Entry.objects.create(case=case, kind=kind, by=by, note=note)
