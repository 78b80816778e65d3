"""Logging in by the form, with a second factor or without."""

import time
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from tests.conftest import SecureClient

PASSWORD = "four plain words here"


def with_password_of(member: Member) -> Member:
    member.set_password(PASSWORD)
    member.save()
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    return member


def app_of(member: Member) -> str:
    """An app is set up for the member; its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(member, secret)
    return secret


def code_of(secret: str, *, steps: int = 0) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps))


def log_in_by_form(member: Member, **more: str) -> tuple[Client, Any]:
    client = SecureClient()
    words = {"login": member.email, "password": PASSWORD, **more}
    return client, client.post(reverse("account_login"), words)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
