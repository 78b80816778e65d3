"""How accounts answers news from Django."""

from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from accounts.actions.access import end_sockets
from accounts.models import Member


@receiver(user_logged_out)
def logged_out(user: Any, **_more: object) -> None:
    """Other tabs of the same browser hear nothing more."""
    if isinstance(user, Member):
        end_sockets(member=user)
