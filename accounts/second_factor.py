"""The second factor: passkeys, the codes of an app, recovery codes.

It is open to everybody. Whoever works for the team needs it: the pages of moderation and Django
admin ask for it, and a session of theirs ends after some hours. allauth keeps the authenticators
and checks them; here is what this site asks of it.
"""

import time
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.account.utils import user_pk_to_url_str
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Member
from accounts.sealing import seal, unseal_secret

# They see what is hidden from others, on every page: a device that is left alone may not stay open.
STAFF_SESSION = timedelta(hours=12)
# Session key: the moment when a session of somebody of the team is over.
ENDS_AT = "ends_at"
# What somebody can prove themselves with; recovery codes only stand in for these.
_KEYS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "That did not fit. A code of the app changes every half minute: "
            "please type the one you see now."
        ),
        "cannot_delete_authenticator": gettext_lazy(
            "You work for the team, so one passkey or app has to stay. "
            "Add another one first; then this one can go."
        ),
    }

    def get_totp_label(self, user: Any) -> str:
        """Apps show it to whoever looks over one's shoulder: never an address."""
        return str(user.pseudonym)

    def get_totp_issuer(self) -> str:
        return str(settings.MAIL_NAME)

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal_secret(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever needs one keeps one."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=_KEYS)
        return not is_needed_by(authenticator.user) or others.exclude(pk=authenticator.pk).exists()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The host of SITE_URL, whatever a request claims; this machine may be named either way."""
        host = urlsplit(settings.SITE_URL).hostname or ""
        return {"id": "localhost" if host in _LOOPBACK else host, "name": settings.MAIL_NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {
            "id": user_pk_to_url_str(user).encode(),
            "display_name": user.pseudonym,
            "name": user.pseudonym,
        }

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}


def is_needed_by(member: Member) -> bool:
    return member.is_moderator or member.is_staff


def is_set_up(member: Member) -> bool:
    return Authenticator.objects.filter(user_id=member.pk, type__in=_KEYS).exists()


def has_proved(request: HttpRequest) -> bool:
    """Whether whoever is logged in here showed a second factor, not too long ago."""
    since = time.time() - STAFF_SESSION.total_seconds()
    records = get_authentication_records(request, request.user)  # type: ignore[arg-type]
    return any(each["method"] == "mfa" and each["at"] > since for each in records)


def ask_first(request: HttpRequest, back_to: str, *, goes_on: bool = False) -> HttpResponse | None:
    """The way to the page that asks for it, or to the one that sets it up; None if it was shown.

    With ``goes_on`` a form that was sent is done as soon as it is shown; else they come back to
    ``back_to``.
    """
    if has_proved(request):
        # Also of whoever got rights of the team in the middle of a session.
        begin_staff_session(request)
        return None
    assert isinstance(request.user, Member)
    types = set(
        Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True)
    )
    if not types.intersection(_KEYS):
        messages.info(
            request,
            _("The pages of the team need a second step. Please set it up here; then go on."),
        )
        return redirect("mfa_index")
    by_key = Authenticator.Type.TOTP not in types
    page = reverse("mfa_reauthenticate_webauthn" if by_key else "mfa_reauthenticate")
    if goes_on:
        answer: HttpResponse = suspend_request(request, page)
        return answer
    return redirect(f"{page}?{urlencode({'next': back_to})}")


def passkeys_work_here() -> bool:
    """Browsers give passkeys to a name, never to a bare address."""
    host = urlsplit(f"//{context.request.get_host()}").hostname or ""
    return bool(host == MFAAdapter().get_public_key_credential_rp_entity()["id"])


def begin_staff_session(request: HttpRequest) -> None:
    """From now on it is one of the team's; one that is already goes on as it was."""
    if ENDS_AT not in request.session:
        request.session[ENDS_AT] = (timezone.now() + STAFF_SESSION).timestamp()


def is_over(request: HttpRequest) -> bool:
    """Whether this is a session of the team that has lasted long enough."""
    ends_at = request.session.get(ENDS_AT)
    return ends_at is not None and timezone.now().timestamp() > ends_at
