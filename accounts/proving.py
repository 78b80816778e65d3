"""That whoever is logged in reads the account's mail, before its address or password changes.

Members who have a password are asked for it by allauth; this is for those who have none: a phone
that lies open must not be enough to take an account away from its owner.
"""

import time

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

_KEY = "proof"
_VALID = 600
_TRIES = 5


def is_needed(request: HttpRequest) -> bool:
    """Whether a code has to be typed first: there is no password, and in the last minutes nobody
    came in by a code."""
    user = request.user
    if not user.is_authenticated or user.has_usable_password():
        return False
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, user)
    return not any(each["method"] == "code" and each["at"] > since for each in records)


def is_sent(request: HttpRequest) -> bool:
    """Whether a code is on its way that can still be typed."""
    sent = request.session.get(_KEY) or {"until": 0, "left": 0}
    return bool(sent["until"] > time.time() and sent["left"] > 0)


def send_code(request: HttpRequest) -> None:
    """Mails a new code to the address of the account. Raises CouldNotSend; then the code of before
    is still good."""
    user = request.user
    assert user.is_authenticated
    adapter = get_adapter()
    code = adapter.generate_login_code()
    adapter.send_mail("account/email/prove_code", user.email, {"code": code, "user": user})
    # Sessions can be read by whoever reads the database: the code itself does not stand there.
    request.session[_KEY] = {
        "code": _hidden(code), "until": time.time() + _VALID, "left": _TRIES,
    }  # fmt: skip


def prove(request: HttpRequest, code: str) -> bool:
    """Whether this is the code that was sent; each wrong one is a try less."""
    if not is_sent(request):
        return False
    sent = request.session[_KEY]
    if not constant_time_compare(sent["code"], _hidden(code)):
        request.session[_KEY] = {**sent, "left": sent["left"] - 1}
        return False
    del request.session[_KEY]
    record_authentication(request, request.user, method="code", reauthenticated=True)  # type: ignore[arg-type]
    return True


def _hidden(code: str) -> str:
    letters = "".join(each for each in code if each.isalnum()).upper()
    return salted_hmac("accounts.proving", letters, algorithm="sha256").hexdigest()
