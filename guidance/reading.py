from django.utils import timezone

from accounts.models import Member
from guidance.models import Dismissal, Guideline, HelpLine


def norms() -> list[Guideline]:
    """The published guidelines in their order."""
    return list(Guideline.objects.published())


def help_lines() -> list[HelpLine]:
    return list(HelpLine.objects.all())


def dismissed_by(member: Member) -> frozenset[str]:
    """The codes of rules that this member let stand within the last 30 days."""
    since = timezone.now() - Dismissal.LASTS
    rules = Dismissal.objects.filter(member=member, made_at__gt=since)
    return frozenset(rules.values_list("rule", flat=True))
