"""Who looks in when."""

from django.utils import timezone

from moderation.models import Duty


def is_anybody_on_duty(board_id: int | None = None) -> bool:
    """Whether somebody looks in now who looks after this board; None is all of them, as pages that
    belong to no board have to ask."""
    return Duty.objects.is_anybody_here(board_id)


def rota() -> list[Duty]:
    """This and the times to come."""
    return list(Duty.objects.filter(ends_at__gt=timezone.now()).select_related("member")[:100])
