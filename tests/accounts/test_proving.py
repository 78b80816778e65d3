"""An account without a password is not moved by whoever holds a device that is logged in."""

import re
import time
from smtplib import SMTPServerDisconnected
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Member

NEW = "new-address@mail.example"


@pytest.fixture
def without(member: Member) -> Member:
    member.set_unusable_password()
    member.save()
    EmailAddress.objects.get_or_create(
        user=member, email=member.email, defaults={"verified": True, "primary": True}
    )
    return member


@pytest.fixture
def client(without: Member, log_in: Any) -> Client:
    return log_in(without)


def code_of(message: Any) -> str:
    return re.findall(r"^[A-Z0-9][A-Z0-9-]{4,}$", message.body, re.MULTILINE)[-1]


@pytest.mark.parametrize("name", ["account_email", "account_set_password"])
def test_a_code_comes_first(client: Client, without: Member, name: str) -> None:
    address, prove = reverse(name), reverse("accounts:prove")
    asked = f"{prove}?next={address.replace('/', '%2F')}"
    assert client.get(address)["Location"] == asked
    words = {"email": NEW, "action_add": "", "password1": "four plain words here"}
    assert client.post(address, words)["Location"] == asked
    assert not mail.outbox
    assert b"Send me the code" in client.get(asked).content
    sent = client.post(prove, {"send": "code", "next": address})
    assert sent["Location"] == asked
    [message] = mail.outbox
    assert message.to == [without.email]
    code = code_of(message)
    row = str(dict(client.session.items()))
    assert code not in row
    assert code.replace("-", "") not in row
    wrong = client.post(prove, {"code": "WRONG1", "next": address})
    assert wrong.status_code == 422
    assert b"not the code of the last mail" in wrong.content
    right = client.post(prove, {"code": f" {code.lower()} ", "next": address})
    assert right["Location"] == address
    assert client.get(address).status_code == 200
    if name == "account_set_password":
        client.post(address, {"password1": "four plain words here", "password2": "x"})
        client.post(address, dict.fromkeys(("password1", "password2"), "four plain words here"))
        assert Member.objects.get(pk=without.pk).has_usable_password()
    else:
        assert client.post(address, {"email": NEW, "action_add": ""}).status_code == 302
        assert mail.outbox[-1].to == [NEW]


def test_five_wrong_ones_end_a_code_and_ten_minutes_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove = reverse("accounts:prove")
    client.post(prove, {"send": "code"})
    for _n in range(5):
        client.post(prove, {"code": "WRONG1"})
    late = client.post(prove, {"code": code_of(mail.outbox[-1])})
    assert b"no longer valid" in late.content
    client.post(prove, {"send": "again"})
    with monkeypatch.context() as later:
        later.setattr("accounts.proving.time", SimpleNamespace(time=lambda: time.time() + 601))
        late = client.post(prove, {"code": code_of(mail.outbox[-1])})
        assert b"no longer valid" in late.content
    # And what was proved is asked again after five minutes.
    assert client.post(prove, {"code": code_of(mail.outbox[-1])}).status_code == 302
    assert client.get(reverse("account_email")).status_code == 200
    monkeypatch.setattr("accounts.proving.time", SimpleNamespace(time=lambda: time.time() + 301))
    assert client.get(reverse("account_email")).status_code == 302


def test_mail_that_is_away_keeps_the_code_of_before(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove = reverse("accounts:prove")
    client.post(prove, {"send": "code"})

    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise SMTPServerDisconnected("away")

    with monkeypatch.context() as away:
        away.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
        answer = client.post(prove, {"send": "again"})
    assert answer.status_code == 503
    assert b"could not send the mail" in answer.content
    assert client.post(prove, {"code": code_of(mail.outbox[-1])}).status_code == 302


def test_codes_have_a_pace_and_addresses_stay_here(client: Client) -> None:
    prove = reverse("accounts:prove")
    answers = [client.post(prove, {"send": "code"}).status_code for _n in range(6)]
    assert answers == [302] * 5 + [429]
    code = code_of(mail.outbox[-1])
    gone = client.post(prove, {"code": code, "next": "https://elsewhere.example/"})
    assert gone["Location"] == "/"


def test_who_has_a_password_is_asked_for_it(member: Member, log_in: Any) -> None:
    member.set_password("four plain words here")
    member.save()
    client = log_in(member)
    assert client.get(reverse("accounts:prove")).status_code == 302
    assert client.get(reverse("account_email")).status_code == 200


def test_whoever_just_came_in_by_a_code_has_shown_it(without: Member, visitor: Client) -> None:
    visitor.post(reverse("account_request_login_code"), {"email": without.email})
    visitor.post(reverse("account_confirm_login_code"), {"code": code_of(mail.outbox[-1])})
    assert visitor.get(reverse("account_email")).status_code == 200


def test_nobody_is_led_there_without_logging_in(visitor: Client, db: Any) -> None:
    for name in ("account_email", "account_set_password", "accounts:prove"):
        assert "/accounts/login/" in visitor.get(reverse(name))["Location"]
