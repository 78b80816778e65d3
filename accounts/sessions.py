"""Who opens a socket, from the session behind the cookie, and whether that is still so."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import second_factor
from accounts.models import Member

# As Django's own session middleware finds it.
_store = import_module(settings.SESSION_ENGINE).SessionStore


@dataclass(frozen=True)
class Opened:
    """A session as it is now: whose, whether it showed a second factor, and when it is over in any
    case, in seconds since the epoch."""

    member: Member
    has_proved: bool
    ends_at: float


def open_session(session_key: str) -> Opened | None:
    """The valid session of this key; one from before a password change is none, and so is one of
    the team that has lasted long enough."""
    if not session_key:
        return None
    request: Any = SimpleNamespace(session=_store(session_key), META={})
    request.user = get_user(request)
    if not isinstance(request.user, Member) or second_factor.is_over(request):
        return None
    ends_at = request.session.get(second_factor.ENDS_AT, math.inf)
    return Opened(request.user, second_factor.has_proved(request), ends_at)


def member_of(session_key: str) -> Member | None:
    """Whose valid session this is."""
    opened = open_session(session_key)
    return opened.member if opened is not None else None


def alive(session_keys: Collection[str]) -> set[str]:
    """Those of the sessions that are there and not too old."""
    there = Session.objects.filter(pk__in=session_keys, expire_date__gt=timezone.now())
    return set(there.values_list("pk", flat=True))


def standings(member_ids: Collection[int]) -> dict[int, int]:
    """{member id: access version} of those who may come in now. A socket that was opened at
    another version has to be opened again."""
    present = Member.objects.active().among(member_ids)
    return dict(present.values_list("pk", "access_version"))
