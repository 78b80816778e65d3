"""The mail that brings an account to a new address."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.urls import reverse

from accounts.actions.recovering import is_taken
from accounts.models import Member


def mail_code(*, member: Member, email: str, code: str) -> None:
    """Raises CouldNotSend. Whoever has an account at this address already is told that, and whoever
    asked cannot tell the difference."""
    if is_taken(email, but=member):
        get_adapter().send_mail("account/email/new_address_taken", email, _link("account_login"))
    else:
        grouped = f"{code[:4]}-{code[4:8]}-{code[8:]}"
        context = {"code": grouped, "user": member, **_link("accounts:new_address")}
        get_adapter().send_mail("account/email/new_address", email, context)


def _link(page: str) -> dict[str, str]:
    return {"url": f"{settings.SITE_URL}{reverse(page)}"}
