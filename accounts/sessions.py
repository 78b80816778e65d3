"""Who opens a socket, from the session behind the cookie, and whether that is still so."""

from collections.abc import Collection
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


def member_of(session_key: str) -> Member | None:
    """The member whose valid session this is; a session from before a password change is none, and
    so is one of the team that has lasted long enough."""
    if not session_key:
        return None
    request: Any = SimpleNamespace(session=_store(session_key), META={})
    user = get_user(request)
    return user if isinstance(user, Member) and not second_factor.is_over(request) else None


def alive(session_keys: Collection[str]) -> set[str]:
    """Those of the sessions that are there and not too old."""
    there = Session.objects.filter(pk__in=session_keys, expire_date__gt=timezone.now())
    return set(there.values_list("pk", flat=True))


def standings(member_ids: Collection[int]) -> dict[int, int]:
    """{member id: access version} of those who may come in now. A socket that was opened at
    another version has to be opened again."""
    present = Member.objects.may_come_in().among(member_ids)
    return dict(present.values_list("pk", "access_version"))
