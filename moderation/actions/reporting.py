from collections.abc import Collection

from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.actions.visibility import hide_post
from forums.models import PendingPost, Post
from guidance.drafts import Draft, HeardRule
from guidance.evaluation import evaluate
from guidance.models import Guideline
from guidance.purposes import OF_DANGER, Purpose
from guidance.rule_cache import spoken_rules
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log, open_again, snapshot_text
from moderation.actions.crisis import begin_protocol, open_worry, ring_again
from moderation.actions.throttling import throttle_if_heated
from moderation.models import Case, CaseLogEntry, Report
from moderation.permissions import (
    check_more_words,
    check_report,
    check_report_pace,
    hides_at_once,
)
from moderation.report_weights import can_alert, is_mailed, weight_of
from moderation.sla import review_due_at
from notifications.actions import notify


@atomic_action
def file_report(
    *,
    reporter: Member,
    post: Post,
    reason: str,
    guideline: Guideline | None,
    words: str,
    is_about_name: bool = False,
) -> Report:
    """Joins the case of the post, or of its author's name, or opens one.

    A second report for the same reason while the first is open is the first, with both's words; a
    worry rings again. Who reported the post and is now worried about its author is heard as
    worried. Raises RateLimited beyond MAX_REPORTS_PER_HOUR, and where there is no room for more.
    """
    check_report(reporter, post)
    if is_about_name:
        case, is_new = Case.objects.get_or_create(
            member=post.author, defaults={"about": post.author, "kind": Case.Kind.NAME}
        )
    else:
        case, is_new = Case.objects.get_or_create(post=post, defaults={"about": post.author})
    case = lock_case(case)
    earlier = case.reports.filter(reporter=reporter, reason=reason, closed_at=None).first()
    if earlier is not None:
        return _with_more(case, earlier, words)
    check_report_pace(reporter, reason)
    if is_new:
        log(case, CaseLogEntry.Kind.OPENED, None)
    elif not case.is_open:
        open_again(case)
        is_new = True
    report = Report.objects.create(
        case=case,
        reporter=reporter,
        reason=reason,
        guideline=guideline if reason == Report.Reason.GUIDELINE else None,
        words=words,
        snapshot=post.author.pseudonym if is_about_name else snapshot_text(post),
        weight=weight_of(reporter),
    )
    log(case, CaseLogEntry.Kind.REPORTED, reporter, str(guideline or report.get_reason_display()))
    _count(case, report)
    tell_reporter(report, "report_received")
    if case.post is not None and hides_at_once(case) and hide_post(post=case.post, by=None):
        log(case, CaseLogEntry.Kind.HIDDEN, None)
        notify(
            member_ids=[case.about_id],
            kind="hidden_for_now",
            link=case.post.get_absolute_url(),
            subject=f"case:{case.pk}",
            within=case.within,
            parts={"topic": case.post.topic.title},
        )
    if case.post is not None and reason == Report.Reason.GUIDELINE:
        throttle_if_heated(case.post.topic)
    if is_new:
        events.case_opened(case)
    else:
        events.case_changed(case)
    return report


def _with_more(case: Case, report: Report, words: str) -> Report:
    """The same report again: what is new in it is added, once, and whoever read it reads it again.

    Words of worry ring each time: what is told second may be what is urgent.
    """
    if not words or f"\n\n{words}\n\n" in f"\n\n{report.words}\n\n":
        return report
    together = f"{report.words}\n\n{words}".strip()
    check_more_words(report, together)
    report.words = together
    report.save(update_fields=["words"])
    case.version += 1
    case.save(update_fields=["version"])
    if report.reason == Report.Reason.WORRIED and can_alert(report.reporter):
        ring_again(case, report, words)
    log(case, CaseLogEntry.Kind.REPORTED, report.reporter, str(report.guideline or report))
    events.case_changed(case)
    return report


@atomic_action
def look_at_held(*, held: PendingPost) -> None:
    """Something waits to be published: somebody waits with it, and sooner if they may need help."""
    kind, now = Case.Kind.HELD, timezone.now()
    draft = Draft(kind="opening", text=held.text, title=held.title)
    heard = evaluate(draft, spoken_rules())
    case = Case.objects.create(
        held=held,
        about=held.author,
        kind=kind,
        opened_at=now,
        review_due_at=review_due_at(kind, now, 1),
    )
    log(case, CaseLogEntry.Kind.OPENED, None, ", ".join(sorted(prompt.rule for prompt in heard)))
    if any(prompt.purpose in OF_DANGER for prompt in heard):
        open_worry(case)
    events.case_opened(case)


@atomic_action
def look_at_listed(*, post: Post, rules: Collection[HeardRule]) -> None:
    """A rule of guidance heard something in a post that is published; sent twice it is one case."""
    kind, now = Case.Kind.LISTED, timezone.now()
    case, is_new = Case.objects.get_or_create(
        post=post,
        defaults={
            "about": post.author,
            "kind": kind,
            "opened_at": now,
            "review_due_at": review_due_at(kind, now, 1),
        },
    )
    case = lock_case(case)
    if not (is_new or case.is_open):
        open_again(case)
        case.kind, case.review_due_at = kind, review_due_at(kind, case.opened_at, 1)
        case.version += 1
        case.save()
    log(case, CaseLogEntry.Kind.HEARD, None, ", ".join(rule.code for rule in rules))
    purposes = {rule.purpose for rule in rules}
    if Purpose.CONFLICT in purposes:
        throttle_if_heated(post.topic)
    # Whatever it was looked at for: a first post, a report.
    if purposes & OF_DANGER and not case.is_worry:
        open_worry(case)
    events.case_opened(case)


@atomic_action
def close_taken_back(*, held: PendingPost) -> None:
    """Its author took it back: nothing is left to decide."""
    case = Case.objects.filter(held=held).first()
    if case is None or not (case := lock_case(case)).is_open:
        return
    case.status, case.closed_at, case.version = (
        Case.Status.DECIDED, timezone.now(), case.version + 1,
    )  # fmt: skip
    case.claimed_by, case.claimed_until = None, None
    case.save()
    log(case, CaseLogEntry.Kind.TAKEN_BACK, held.author)
    events.case_changed(case)


@atomic_action
def note_change(*, post: Post, is_withdrawn: bool) -> None:
    """What waits to be judged is changed by its author: whoever read it before reads it again. What
    is withdrawn stays with the case as it was, until it is decided."""
    kind = CaseLogEntry.Kind.TAKEN_BACK if is_withdrawn else CaseLogEntry.Kind.EDITED
    about_it = Case.objects.filter(appeal__decision__case__post=post)
    # Appeals are locked before what they are about.
    appeals = [lock_case(each) for each in about_it.filter(status=Case.Status.OPEN).order_by("pk")]
    for each in appeals:
        _seen_anew(each, kind, post.author)
    case = Case.objects.filter(post=post).first()
    if case is None or not (appeals or case.is_open):
        return
    case = lock_case(case)
    assert case.post is not None
    if is_withdrawn and not case.taken_back and (appeals or case.is_open):
        case.taken_back = snapshot_text(case.post)
        case.save(update_fields=["taken_back"])
    _seen_anew(case, kind, post.author)


def note_renaming(*, member: Member, by: Member | None) -> None:
    """Inside an act: the name that waits to be judged is another one now."""
    for case in Case.objects.filter(member=member, status=Case.Status.OPEN):
        _seen_anew(lock_case(case), CaseLogEntry.Kind.EDITED, by)


def _seen_anew(case: Case, kind: CaseLogEntry.Kind, by: Member | None) -> None:
    """Whoever read it before has to read it again."""
    if not case.is_open:
        return
    case.version += 1
    case.save(update_fields=["version"])
    log(case, kind, by)
    events.case_changed(case)


@atomic_action
def look_at_new_member(*, member: Member) -> None:
    """Somebody asks to join: one case, however often they agree."""
    kind, now = Case.Kind.JOINING, timezone.now()
    case, is_new = Case.objects.get_or_create(
        member=member,
        defaults={
            "about": member,
            "kind": kind,
            "opened_at": now,
            "review_due_at": review_due_at(kind, now, 1),
        },
    )
    if is_new:
        log(case, CaseLogEntry.Kind.OPENED, None)
        events.case_opened(case)


@atomic_action
def look_at_first_post(*, post: Post) -> None:
    """A newcomer's post is shown to all, and the moderators are asked to look, and to welcome."""
    kind = Case.Kind.FIRST
    now = timezone.now()
    case = Case.objects.create(
        post=post,
        about=post.author,
        kind=kind,
        opened_at=now,
        review_due_at=review_due_at(kind, now, 1),
    )
    log(case, CaseLogEntry.Kind.OPENED, None)
    events.case_opened(case)


def _count(case: Case, report: Report) -> None:
    """A further report weighs on the case, and may make it a worry about a person."""
    waiting = case.reports.filter(closed_at=None)
    rings = report.reason == Report.Reason.WORRIED and can_alert(report.reporter)
    if rings:
        case.is_worry, case.kind = True, Case.Kind.WORRY
    elif not case.is_worry:
        case.kind = Case.Kind.NAME if case.member_id else Case.Kind.REPORT
    case.score = waiting.aggregate(all=Sum("weight"))["all"] or 0
    case.reports_count = waiting.count()
    case.review_due_at = review_due_at(case.kind, case.opened_at, case.score)
    case.version += 1
    case.save()
    if rings:
        begin_protocol(case, is_mailed=is_mailed(report))


def close_reports(case: Case, *, was_right: bool) -> int:
    """Everybody who reported hears that it was looked at; how many they were."""
    open_reports = list(case.reports.filter(closed_at=None))
    for report in open_reports:
        tell_reporter(report, "report_closed")
        report.closed_at = timezone.now()
        # A worry is never wrong.
        if report.reason != Report.Reason.WORRIED:
            report.was_right = was_right
        report.save(update_fields=["closed_at", "was_right"])
    return len(open_reports)


def tell_reporter(report: Report, kind: str) -> None:
    notify(
        member_ids=[report.reporter_id],
        kind=kind,
        link=reverse("moderation:my_report", args=[report.pk]),
        subject=f"report:{report.pk}",
        parts={},
    )
