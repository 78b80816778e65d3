"""How much a report counts. It changes quietly with what a member's earlier reports led to."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import Member
from moderation.models import Report

# Three members whose reports are usually right hide a post until a person has seen it; one never
# does, because nobody's report counts as much.
HIDES_AT = 3.0
MIN_WEIGHT, MAX_WEIGHT = 0.2, 1.6
NEW_FOR = timedelta(days=3)
REMEMBERED = timedelta(days=365)


def weight_of(reporter: Member) -> float:
    """1 for somebody unknown, from 0.2 (never right) to 1.6 (nearly always right)."""
    judged = Report.objects.filter(
        reporter=reporter, was_right__isnull=False, made_at__gt=timezone.now() - REMEMBERED
    ).aggregate(right=Count("pk", filter=Q(was_right=True)), all=Count("pk"))
    # As if two earlier ones had been right and two not: one mistake does not brand anybody.
    share = (judged["right"] + 2) / (judged["all"] + 4)
    weight = min(MAX_WEIGHT, max(MIN_WEIGHT, 2 * share))
    is_new = timezone.now() - reporter.joined_at < NEW_FOR
    return min(weight, 0.5) if is_new else weight


# Whose worries were marked as misused twice within this time is still read, but not before others.
MISUSE_REMEMBERED = timedelta(days=90)
MAX_MISUSES = 2


def can_alert(reporter: Member) -> bool:
    """Whether a worry of this member's opens the crisis lane and rings the team."""
    since = timezone.now() - MISUSE_REMEMBERED
    misuses = Report.objects.filter(reporter=reporter, is_misuse=True, made_at__gt=since)
    return misuses.count() < MAX_MISUSES


# Worries of one member that are mailed to the team. Later ones stand in the same lane, with a
# notice: whoever came for the first ones finds them there.
MAX_WORRY_MAILS_PER_HOUR = 3


def is_mailed(worry: Report) -> bool:
    """Whether this worry is mailed to the team: the first few of a member within an hour are."""
    earlier = Report.objects.filter(
        reporter=worry.reporter,
        reason=Report.Reason.WORRIED,
        made_at__gt=worry.made_at - timedelta(hours=1),
        pk__lt=worry.pk,
    )
    return earlier.count() < MAX_WORRY_MAILS_PER_HOUR
