"""How accounts answers news from Django."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from accounts.actions.access import end_sockets
from accounts.models import Member


@receiver(user_logged_out)
def logged_out(user: Any, **_more: object) -> None:
    """Other tabs of the same browser hear nothing more."""
    if isinstance(user, Member):
        end_sockets(member=user)


@receiver(authenticator_added)
def proved_by_setting_up(request: Any, user: Any, authenticator: Any, **_more: object) -> None:
    """Whoever has just set up a passkey or an app has shown it: it is not asked for at once."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )
