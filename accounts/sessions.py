"""Who opens a socket, from the session behind the cookie."""

from collections.abc import Collection
from importlib import import_module
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import get_user

from accounts.models import Member

# As Django's own session middleware finds it.
_store = import_module(settings.SESSION_ENGINE).SessionStore


def member_of(session_key: str) -> Member | None:
    """The member whose valid session this is; a session from before a password change is none."""
    if not session_key:
        return None
    user = get_user(SimpleNamespace(session=_store(session_key), META={}))  # type: ignore[arg-type]
    return user if isinstance(user, Member) else None


def standings(member_ids: Collection[int]) -> dict[int, int]:
    """{member id: access version} of those who may come in now. A socket that was opened at
    another version has to be opened again."""
    present = Member.objects.may_come_in().among(member_ids)
    return dict(present.values_list("pk", "access_version"))
