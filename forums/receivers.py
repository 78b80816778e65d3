"""How the forums answer news of members."""

from typing import Any

from django.dispatch import receiver

from accounts.models import Member
from accounts.signals import apart_changed
from forums.actions.apart import settle_notices_between


@receiver(apart_changed)
def apart(members: tuple[Member, Member], **_more: Any) -> None:
    settle_notices_between(*members)
