"""Who looks in when."""

from django.utils import timezone

from moderation.models import Duty


def is_anybody_on_duty(board_id: int | None = None, but: int | None = None) -> bool:
    """Whether somebody looks in now who looks after this board; None is all of them, as pages that
    belong to no board have to ask. ``but`` is the member whom it is about."""
    members = Duty.objects.members_now(board_id)
    return (members if but is None else members.exclude(pk=but)).exists()


def rota() -> list[Duty]:
    """This and the times to come."""
    return list(Duty.objects.filter(ends_at__gt=timezone.now()).select_related("member")[:100])
