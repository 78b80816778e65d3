"""A worry about a person: steps with times, a private word, and who is on duty."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from guidance.detectors.risk_to_self import danger_in_answer
from guidance.drafts import Draft, Prompt, Severity
from guidance.evaluation import evaluate
from guidance.normalized_text import NormalizedText
from guidance.purposes import Purpose
from guidance.rule_cache import spoken_rules
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log, open_again
from moderation.models import CareNote, Case, CaseLogEntry, Duty, Report, Step
from moderation.permissions import (
    can_act_on,
    check_care,
    check_claim,
    check_own_duty,
    check_step,
)
from moderation.report_weights import MAX_WORRY_MAILS_PER_HOUR
from moderation.sla import review_due_at
from notifications.actions import notify
from notifications.email_outbox import write_letter


def begin_protocol(case: Case, *, is_mailed: bool = True) -> None:
    """Inside the report's act: the steps that are not under way already, and the team is told."""
    now = timezone.now()
    Step.objects.bulk_create(
        [Step(case=case, kind=kind, due_at=now + within) for kind, within in Step.WITHIN.items()],
        ignore_conflicts=True,
    )
    alert_team(case, "worry_waits", f"worry:{case.pk}:{case.version}", is_mailed=is_mailed)


# The same words again are a form that came back with “Back”, and no second word.
SAME_AGAIN_WITHIN = timedelta(minutes=10)
# A mail in so many minutes about one case is enough, unless somebody may be in danger.
MAIL_AGAIN_AFTER = timedelta(minutes=15)
# Whoever came for the first ones reads the others there.
MAX_URGENT_MAILS_PER_HOUR = 5


def open_worry(case: Case, *, is_mailed: bool = True) -> None:
    """Somebody may be in danger: the case stands at the top, with its steps, and the team is told.

    Call it inside the action that locked the case; a decided case is opened again.
    """
    if not case.is_open:
        open_again(case)
    case.is_worry, case.kind = True, Case.Kind.WORRY
    case.review_due_at = review_due_at(case.kind, case.opened_at, 1)
    case.version += 1
    case.save()
    begin_protocol(case, is_mailed=is_mailed)


def ring_again(case: Case, worry: Report, words: str) -> None:
    """Inside the report's act, before it is in the history: whoever is worried said more. The team
    is told each time; by mail the first few times within an hour, and more often if it sounds
    urgent."""
    since = timezone.now() - timedelta(hours=1)
    told = CaseLogEntry.objects.filter(
        kind=CaseLogEntry.Kind.REPORTED, by=worry.reporter, made_at__gt=since
    )
    most = MAX_URGENT_MAILS_PER_HOUR if help_in(words) else MAX_WORRY_MAILS_PER_HOUR
    subject = f"worry:{case.pk}:{case.version}"
    alert_team(case, "worry_waits", subject, is_mailed=told.count() < most)


def alert_team(case: Case, kind: str, subject: str, *, is_mailed: bool = True) -> bool:
    """Tells whoever is on duty and can act, or all who can act when nobody is; once for a subject.
    Whether there is anybody to tell.

    ``is_mailed=False`` leaves it at a notice here.
    """
    link, team = case.get_absolute_url(), team_for(case)
    ids = [member.pk for member in team]
    notify(member_ids=ids, kind=kind, link=link, subject=subject, parts={})
    for member in team if is_mailed else ():
        write_letter(member=member, subject=subject, link=link)
    return bool(team)


def team_for(case: Case) -> list[Member]:
    """Who is told of a case: those on duty who can act on it, else all who can, else the admins.

    Nobody whom it is about, who reported it or whose decision is appealed against.
    """
    on_duty = Duty.objects.members_now(case.board_id)
    everybody = Member.objects.active().moderating(case.board_id)
    admins = Member.objects.active().filter(role=Member.Role.ADMIN)
    # Those who look after other boards come last: see is_in_nobodys_care.
    for members in (on_duty, everybody, admins, Member.objects.active().moderators()):
        if able := [member for member in members if can_act_on(member, case)]:
            return able
    return []


@atomic_action
def alert_late_steps() -> int:
    """A chore: of each step whose time has passed the team is told, once; how many there were."""
    late = list(
        Step.objects.filter(done_at=None, alerted_at=None, due_at__lt=timezone.now())
        .select_related("case")
        .select_for_update(of=("self",), skip_locked=True)
        .order_by("pk")[:50]
    )
    # Of one that nobody can act on now, whoever can later is told then.
    told = [step.pk for step in late if alert_team(step.case, "step_late", f"worry:step:{step.pk}")]
    Step.objects.filter(pk__in=told).update(alerted_at=timezone.now())
    return len(told)


@atomic_action
def do_step(*, moderator: Member, step: Step, words: str) -> None:
    """Says that a step is done and what came of it; done twice is done."""
    case = lock_case(step.case)
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
    log(case, CaseLogEntry.Kind.STEP, moderator, f"{step.get_kind_display()}. {words}".strip())
    events.case_changed(case)


@atomic_action
def write_care_note(*, by: Member, case: Case, words: str, token: UUID) -> CareNote:
    """A private word between the team and the person; the same token is the same note.

    The person hears of it here and, of the first since they wrote themselves, by mail. What the
    person answers opens the case again, and rings whoever is on duty.
    """
    case = lock_case(case)
    check_care(by, case)
    just_now = Q(made_at__gt=timezone.now() - SAME_AGAIN_WITHIN) | Q(token=token)
    earlier = case.care_notes.filter(just_now, words=words, by=by).last()
    if earlier is not None:
        return earlier
    last = case.care_notes.order_by("-pk").first()
    if CareNote.objects.filter(token=token).exists():
        # A form that came back with “Back”, with other words: these are another note.
        token = uuid4()
    written = CareNote.objects.create(case=case, by=by, words=words, token=token)
    log(case, CaseLogEntry.Kind.CARE, by)
    if by.pk == case.about_id:
        _answered(case, written, last)
        return written
    Case.objects.filter(pk=case.pk).update(is_answered=False)
    link = reverse("moderation:care", args=[case.pk])
    subject = f"care:{case.pk}:{written.pk}"
    notify(member_ids=[case.about_id], kind="care", link=link, subject=subject, parts={})
    if last is None or last.by_id == case.about_id:
        # The address says nothing of what it is about.
        write_letter(member=case.about, subject=subject, link=reverse("notifications:notices"))
    events.case_changed(case)
    return written


def help_in(words: str) -> list[Prompt]:
    """What the rules would show to somebody who answers this, most serious first; they were asked
    whether they are safe, so a few words are enough."""
    draft, rules = Draft(kind="reply", text=words), spoken_rules()
    prompts = [each for each in evaluate(draft, rules) if each.severity >= Severity.HELP]
    heard = danger_in_answer(NormalizedText.of(draft))
    spoken = next((rule for rule in rules if rule.purpose == Purpose.DANGER), None)
    if heard is None or spoken is None or any(each.rule == spoken.code for each in prompts):
        return prompts
    said = Prompt(
        spoken.code, Severity.HELP, spoken.message, tuple(heard), key=spoken.key,
        purpose=spoken.purpose,
    )  # fmt: skip
    return [said, *prompts]


def _answered(case: Case, answer: CareNote, last: CareNote | None) -> None:
    """The person wrote back: whatever it says, somebody has to read it now."""
    heard = help_in(answer.words)
    was_open = case.is_open
    if heard or not (was_open and case.is_worry):
        # Mailed below, once.
        open_worry(case, is_mailed=False)
    Case.objects.filter(pk=case.pk).update(is_answered=True)
    if heard:
        log(case, CaseLogEntry.Kind.HEARD, None, ", ".join(prompt.rule for prompt in heard))
    is_news = last is None or answer.made_at - last.made_at > MAIL_AGAIN_AFTER
    is_first = last is None or last.by_id != case.about_id
    since = answer.made_at - timedelta(hours=1)
    answers = case.care_notes.filter(by=answer.by, made_at__gt=since).count()
    is_urgent = bool(heard) and answers <= MAX_URGENT_MAILS_PER_HOUR
    alert_team(
        case,
        "care_answered",
        f"worry:care:{answer.pk}",
        is_mailed=is_urgent or is_news or is_first or not was_open,
    )
    if was_open:
        events.case_changed(case)
    else:
        events.case_opened(case)


@atomic_action
def mark_misused(*, moderator: Member, report: Report) -> None:
    """The worry was no worry. Its reporter is told kindly, and it weighs on later reports."""
    case = lock_case(report.case)
    check_claim(moderator, case)
    if not Report.objects.filter(pk=report.pk, is_misuse=False).update(
        is_misuse=True, was_right=False
    ):
        return
    log(case, CaseLogEntry.Kind.MISUSED, moderator, str(report.reporter))
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
