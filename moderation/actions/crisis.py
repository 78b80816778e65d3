"""A worry about a person: steps with times, a private word, and who is on duty."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from live.events import act
from moderation import events
from moderation.actions.history import locked, note
from moderation.models import CareNote, Case, Duty, Entry, Report, Step
from moderation.rules import check_care, check_claim, check_own_duty, check_step
from notifications.actions import notify
from notifications.letters import write_letter


def begin_protocol(case: Case) -> None:
    """Inside the report's act: the steps that are not under way already, and the team is told.

    Whoever is on duty is told; when nobody is, everybody.
    """
    now = timezone.now()
    Step.objects.bulk_create(
        [Step(case=case, kind=kind, due_at=now + within) for kind, within in Step.WITHIN.items()],
        ignore_conflicts=True,
    )
    ring(case, "worry_waits", f"worry:{case.pk}:{case.version}")


def ring(case: Case, kind: str, subject: str) -> None:
    """Tells whoever is on duty, or all when nobody is, here and by mail; once for a subject."""
    board = case.board_id
    team = list(Duty.objects.members_now(board)) or list(
        Member.objects.may_come_in().moderating(board)
    )
    team = [member for member in team if member.pk != case.about_id]
    link, ids = case.get_absolute_url(), [member.pk for member in team]
    notify(member_ids=ids, kind=kind, link=link, subject=subject, parts={})
    for member in team:
        write_letter(member=member, subject=subject, link=link)


@act
def ring_late_steps() -> int:
    """A chore: of each step whose time has passed the team is told, once; how many there were."""
    late = list(
        Step.objects.filter(done_at=None, rung_at=None, due_at__lt=timezone.now())
        .select_related("case")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("pk")[:50]
    )
    for step in late:
        ring(step.case, "step_late", f"worry:step:{step.pk}")
    Step.objects.filter(pk__in=[step.pk for step in late]).update(rung_at=timezone.now())
    return len(late)


@act
def do_step(*, moderator: Member, step: Step, words: str) -> None:
    """Says that a step is done and what came of it; done twice is done."""
    case = locked(step.case)
    check_claim(moderator, case)
    check_step(step, words)
    now = timezone.now()
    changed = Step.objects.filter(pk=step.pk, done_at=None).update(
        done_at=now, done_by=moderator, note=words
    )
    if not changed:
        return
    case.looked_at = case.looked_at or now
    case.save(update_fields=["looked_at"])
    note(case, Entry.Kind.STEP, moderator, f"{step.get_kind_display()}. {words}".strip())
    events.case_changed(case)


@act
def write_care_note(*, by: Member, case: Case, words: str, token: UUID) -> CareNote:
    """A private word between the team and the person; the same token is the same note.

    The person hears of it, or whoever of the team wrote last.
    """
    case = locked(case)
    check_care(by, case)
    earlier = CareNote.objects.filter(token=token, by=by).first()
    if earlier is not None:
        return earlier
    last = case.care_notes.exclude(by=case.about_id).order_by("-pk").first()
    written = CareNote.objects.create(case=case, by=by, words=words, token=token)
    if by.pk == case.about_id:
        team = [last.by_id] if last is not None else []
        _tell(team, "care_answered", case.get_absolute_url(), case)
    else:
        _tell([case.about_id], "care", reverse("moderation:care", args=[case.pk]), case)
    note(case, Entry.Kind.CARE, by)
    events.case_changed(case)
    return written


@act
def mark_misused(*, moderator: Member, report: Report) -> None:
    """The worry was no worry. Its reporter is told kindly, and it weighs on later reports."""
    case = locked(report.case)
    check_claim(moderator, case)
    if not Report.objects.filter(pk=report.pk, is_misuse=False).update(
        is_misuse=True, was_right=False
    ):
        return
    note(case, Entry.Kind.MISUSED, moderator, str(report.reporter))
    link = reverse("moderation:my_report", args=[report.pk])
    told = [report.reporter_id]
    notify(
        member_ids=told, kind="report_misused", link=link, subject=f"misuse:{report.pk}", parts={}
    )
    events.case_changed(case)


def go_on_duty(*, member: Member, starts_at: datetime, ends_at: datetime) -> Duty:
    return Duty.objects.create(member=member, starts_at=starts_at, ends_at=ends_at)


def leave_duty(*, member: Member, duty: Duty) -> None:
    check_own_duty(member, duty)
    duty.delete()


def _tell(member_ids: list[int], kind: str, link: str, case: Case) -> None:
    notify(member_ids=member_ids, kind=kind, link=link, subject=f"care:{case.pk}", parts={})
