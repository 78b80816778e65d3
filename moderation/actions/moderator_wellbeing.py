"""What moderators do for themselves. Nobody is asked for a reason, and nobody is counted."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.exceptions import ActionDenied
from accounts.models import Member
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, release
from moderation.models import CareSettings, Case, CaseLogEntry, CaseSkip, CheckIn
from moderation.permissions import check_claim
from notifications.actions import notify


def save_care_settings(
    *, moderator: Member, hard_cases_a_day: int, is_blurred: bool, buddy: Member | None
) -> None:
    CareSettings.objects.update_or_create(
        moderator=moderator,
        defaults={
            "hard_cases_a_day": hard_cases_a_day,
            "is_blurred": is_blurred,
            "buddy": buddy,
        },
    )


def had_enough(moderator: Member) -> bool:
    """Whether this moderator took on as many hard cases today as they want to."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    taken = CaseLogEntry.objects.filter(
        by=moderator,
        kind__in=[CaseLogEntry.Kind.CLAIMED, CaseLogEntry.Kind.TAKEN_OVER],
        case__kind=Case.Kind.WORRY,
        made_at__gte=midnight,
    )
    settings = CareSettings.objects.filter(moderator=moderator).first() or CareSettings()
    return taken.values("case").distinct().count() >= settings.hard_cases_a_day


@atomic_action
def pass_on(*, moderator: Member, case: Case) -> None:
    """The case is somebody else's: it is not offered to this moderator again."""
    case = lock_case(case)
    check_claim(moderator, case)
    CaseSkip.objects.get_or_create(case=case, moderator=moderator)
    if case.claimed_by_id == moderator.pk:
        release(case)
        events.case_changed(case)


@atomic_action
def ask_buddy(*, moderator: Member) -> None:
    """The buddy hears that some company would be good, and nothing else."""
    settings = CareSettings.objects.filter(moderator=moderator).select_related("buddy").first()
    if settings is None or settings.buddy is None or not settings.buddy.is_moderator:
        raise ActionDenied(
            _("You have not chosen a buddy yet."), ("moderation:myself", _("Choose one"))
        )
    notify(
        member_ids=[settings.buddy.pk],
        kind="buddy",
        link=reverse("moderation:queue"),
        subject=f"buddy:{moderator.pk}",
        parts={"who": moderator.pseudonym},
    )


def keep_check(*, moderator: Member, weight: int, energy: int) -> CheckIn:
    """For oneself alone: no page and no figure shows it to anybody else."""
    return CheckIn.objects.create(moderator=moderator, weight=weight, energy=energy)
