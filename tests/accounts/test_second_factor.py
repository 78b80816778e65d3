"""Passkeys, apps and recovery codes; that the team needs one; and the ways back in."""

import json
import re
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts import second_factor
from accounts.models import Member, StatusChange
from accounts.requests import writer_mark
from accounts.sealing import unseal
from accounts.sessions import member_of
from forums.models import Post
from guidance.models import Guideline
from moderation.models import Case
from tests.accounts.logins import PASSWORD, app_of, code_of, is_in, log_in_by_form, with_password_of
from tests.conftest import SecureClient
from tests.factories import MemberFactory, group_of
from tests.moderation.acts import report

Kind = StatusChange.Kind


# Setting up and logging in


def test_an_app_is_set_up_by_whoever_shows_the_password(with_password: Member, log_in: Any) -> None:
    client, _answer = log_in_by_form(with_password)
    page = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()
    secret = client.session["mfa.totp.secret"]
    fours = re.search(r'class="key">([A-Z2-7 ]+)<', page)
    assert fours is not None
    assert fours[1].replace(" ", "") == secret
    assert with_password.email not in page
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "That did not fit." in wrong.content.decode()
    answer = client.post(
        reverse("mfa_activate_totp"),
        {"code": f"{code_of(secret)[:3]} {code_of(secret)[3:]}"},
        follow=True,
    )
    codes = re.findall(r"<code>(\d{8})</code>", answer.content.decode())
    assert len(codes) == 10
    # Shown once, and kept where nobody reads them.
    assert not re.findall(
        r"<code>(\d{8})</code>", client.get(reverse("mfa_view_recovery_codes")).content.decode()
    )
    rows = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in rows
    assert unseal(Authenticator.objects.get(type="totp").data["secret"]) == secret


def test_whoever_logged_in_long_ago_shows_it_again_first(with_password: Member) -> None:
    client, _answer = log_in_by_form(with_password)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200
    session = client.session
    old = [{**each, "at": each["at"] - 3600} for each in session["account_authentication_methods"]]
    session["account_authentication_methods"] = old
    session.save()
    assert client.get(reverse("mfa_activate_totp")).url.startswith(
        reverse("account_reauthenticate")
    )


@pytest.mark.parametrize("by", ["app", "recovery code"])
def test_a_login_asks_for_the_second_step(with_password: Member, by: str) -> None:
    secret = app_of(with_password)
    recovery = RecoveryCodes.activate(with_password).get_unused_codes()[3]
    client, answer = log_in_by_form(with_password)
    assert answer.url == reverse("mfa_authenticate")
    assert not is_in(client)
    page = client.get(answer.url).content.decode()
    assert "The second step" in page
    assert "Two of our admins" in page
    # They have no passkey.
    assert "Use my passkey" not in page
    wrong = client.post(answer.url, {"code": "12 34 56"})
    assert "That did not fit." in wrong.content.decode()
    assert not is_in(client)
    code = code_of(secret) if by == "app" else recovery
    assert client.post(answer.url, {"code": code}).status_code == 302
    assert is_in(client)
    # Neither opens the door twice.
    again, answer = log_in_by_form(with_password)
    assert "That did not fit." in again.post(answer.url, {"code": code}).content.decode()


def test_slow_hands_and_a_clock_that_is_off_are_no_hindrance(with_password: Member) -> None:
    secret = app_of(with_password)
    for steps, fits in ((-1, True), (1, True), (-3, False)):
        client, answer = log_in_by_form(with_password)
        client.post(answer.url, {"code": code_of(secret, steps=steps)})
        assert is_in(client) is fits


def test_a_login_by_mailed_code_asks_for_it_too(with_password: Member, mailoutbox: Any) -> None:
    app_of(with_password)
    client = SecureClient()
    client.post(reverse("account_request_login_code"), {"email": with_password.email})
    code = re.search(r"\b[A-Z0-9]{3,4}-[A-Z0-9]{3,4}\b", mailoutbox[-1].body)
    assert code is not None
    answer = client.post(reverse("account_confirm_login_code"), {"code": code[0]})
    assert answer.url == reverse("mfa_authenticate")
    assert not is_in(client)


def test_guessing_ends_with_the_words_to_wait(with_password: Member) -> None:
    app_of(with_password)
    client, answer = log_in_by_form(with_password)
    said = [client.post(answer.url, {"code": f"{n:06}"}).content.decode() for n in range(8)]
    assert re.search(r"Try again in \d minutes", said[-1])


def test_without_a_password_a_mailed_code_comes_first(member: Member, log_in: Any) -> None:
    member.set_unusable_password()
    member.save()
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    client = log_in(member)
    for page in ("mfa_activate_totp", "mfa_add_webauthn"):
        answer = client.get(reverse(page))
        assert answer.url.startswith(reverse("accounts:prove"))


@pytest.mark.parametrize(
    "credential",
    ["", "x", "1", "[]", "{}", "null", '{"response": 5}', '{"response": {"userHandle": 7}}',
     '{"response": {"userHandle": "AA"}}', '{"id": "A", "rawId": "A", "type": "public-key", '
     '"response": {"clientDataJSON": "e30", "authenticatorData": "", "signature": "", '
     '"userHandle": "MQ", "attestationObject": "oA"}}', "\0", '{"response": {"a": "\\u0000"}}'],
)  # fmt: skip
def test_whatever_is_sent_for_a_passkey_is_answered_kindly(
    with_password: Member, visitor: Client, credential: str
) -> None:
    app_of(with_password)
    stage, answer = log_in_by_form(with_password)
    stage.get(answer.url)
    assert stage.post(answer.url, {"credential": credential}).status_code == 200
    headers = {"Accept": "application/json", "X-Requested-With": "XMLHttpRequest"}
    begun = visitor.get(reverse("mfa_login_webauthn"), headers=headers)
    assert begun.json()["request_options"]["publicKey"]["rpId"] == "testserver"
    refused = visitor.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (refused.status_code, refused.url) == (302, reverse("account_login"))
    client, _answer = log_in_by_form(MemberFactory())
    client = SecureClient()
    client.force_login(with_password)
    client.get(reverse("mfa_reauthenticate"))
    for page in ("mfa_reauthenticate_webauthn", "mfa_add_webauthn"):
        assert client.post(reverse(page), {"credential": credential}).status_code in {200, 302}


# The team


@pytest.mark.parametrize("page", ["queue", "figures", "case", "admin", "change"])
def test_the_pages_of_the_team_ask_for_it(
    admin: Member, other: Member, reply: Post, guideline: Guideline, page: str
) -> None:
    case = report(reply, guideline).case
    address = {
        "queue": reverse("moderation:queue"),
        "figures": reverse("moderation:figures"),
        "case": case.get_absolute_url(),
        "admin": reverse("admin:index"),
        "change": reverse("admin:accounts_member_change", args=[other.pk]),
    }[page]
    client = SecureClient()
    client.force_login(admin)
    # Whoever has none sets one up; nobody is sent in circles.
    answer = client.get(address)
    assert answer.url == reverse("mfa_index")
    assert "need a second step" in client.get(answer.url).content.decode()
    secret = app_of(admin)
    answer = client.get(address)
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    answer = client.post(answer.url, {"code": code_of(secret)})
    assert answer.url == address
    assert client.get(address).status_code == 200


def test_setting_one_up_is_proof_enough(
    admin: Member, mailoutbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _answer = log_in_by_form(with_password_of(admin))
    client.get(reverse("mfa_activate_totp"), follow=True)
    secret = client.session["mfa.totp.secret"]
    # There is no commit within a test.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda call, **_more: call())
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert client.get(reverse("moderation:queue")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 200
    assert "Continue to the pages of the team" in client.get(reverse("mfa_index")).content.decode()
    assert "app for log-in codes" in mailoutbox[-1].body


def test_a_decision_without_it_changes_nothing_and_keeps_the_reason(
    moderator: Member, reply: Post, guideline: Guideline, log_in: Any
) -> None:
    case = report(reply, guideline).case
    client = log_in(moderator)
    client.post(reverse("moderation:claim", args=[case.pk]))
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    secret, address = app_of(moderator), case.get_absolute_url()
    words = {"outcome": "no_action", "reason": "Long thought about.", "version": case.version}
    answer = client.post(
        address,
        {**words, "writer": writer_mark(moderator)},
        headers={"Referer": f"https://testserver{address}"},
    )
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert Case.objects.get(pk=case.pk).is_open
    answer = client.post(answer.url, {"code": code_of(secret)}, follow=True)
    assert answer.request["PATH_INFO"] == address
    assert "Long thought about." in answer.content.decode()


def test_a_form_of_the_admin_is_done_once_it_is_shown(admin: Member, other: Member) -> None:
    secret, client = app_of(admin), SecureClient()
    client.force_login(admin)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "suspend", "_selected_action": [other.pk], "days": 3, "reason": "Long."}
    answer = client.post(address, words)
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert not StatusChange.objects.exists()
    client.post(answer.url, {"code": code_of(secret)})
    assert StatusChange.objects.get().reason == "Long."


def test_a_proof_lasts_twelve_hours_and_so_does_the_session(admin: Member) -> None:
    secret = app_of(with_password_of(admin))
    client, answer = log_in_by_form(admin, remember="on")
    client.post(answer.url, {"code": code_of(secret)})
    assert client.get(reverse("moderation:queue")).status_code == 200
    age = second_factor.STAFF_SESSION.total_seconds()
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert age - 60 < int(cookie["max-age"]) <= age
    session = client.session
    assert abs(session[second_factor.ENDS_AT] - time.time() - age) < 60
    old = [{**each, "at": each["at"] - age} for each in session["account_authentication_methods"]]
    session["account_authentication_methods"] = old
    session.save()
    assert client.get(reverse("moderation:queue")).url.startswith(reverse("mfa_reauthenticate"))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert member_of(key) == admin
    session[second_factor.ENDS_AT] = time.time() - 1
    session.save()
    # Nor does a socket open any more.
    assert member_of(key) is None
    assert client.get(reverse("accounts:settings")).url.startswith(reverse("account_login"))


def test_whoever_joins_the_team_has_a_session_of_the_team(member: Member, log_in: Any) -> None:
    client = log_in(member)
    client.get("/")
    assert second_factor.ENDS_AT not in client.session
    member.groups.set(group_of("moderator"))
    client.get("/")
    session = client.session
    assert session[second_factor.ENDS_AT] > time.time()
    session[second_factor.ENDS_AT] = time.time() - 1
    session.save()
    assert client.get(reverse("accounts:settings")).status_code == 302


def test_passwords_are_changed_at_one_page(as_admin: Client) -> None:
    answer = as_admin.get(reverse("admin:password_change"))
    assert answer.url == reverse("account_change_password")


def test_members_stay_logged_in_as_before(with_password: Member) -> None:
    client, _answer = log_in_by_form(with_password, remember="on")
    assert second_factor.ENDS_AT not in client.session
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert int(cookie["max-age"]) == settings.SESSION_COOKIE_AGE


def test_one_of_the_team_keeps_one(moderator: Member, member: Member, log_in: Any) -> None:
    for who, goes in ((moderator, False), (member, True)):
        app_of(with_password_of(who))
        client, answer = log_in_by_form(who)
        secret = unseal(Authenticator.objects.get(user=who, type="totp").data["secret"])
        client.post(answer.url, {"code": code_of(secret)})
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        client.post(reverse("mfa_deactivate_totp"))
        assert Authenticator.objects.filter(user=who).exists() is not goes
