"""Who looks in when."""

from django.utils import timezone

from moderation.models import Duty


def is_anybody_on_duty() -> bool:
    return Duty.objects.is_anybody_here()


def rota() -> list[Duty]:
    """This and the times to come."""
    return list(Duty.objects.filter(ends_at__gt=timezone.now()).select_related("member")[:100])
