"""Passkeys, apps and recovery codes; that the team needs one; and the ways back in."""

import json
import re
import time
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import second_factor
from accounts.access import Refused
from accounts.actions.recovering import finish_address_change, reset_second_factor
from accounts.actions.standing import change_groups
from accounts.models import FOR_GOOD, AddressChange, Member, StandingChange
from accounts.requests import writer_mark
from accounts.sealing import SessionSerializer, seal, unseal
from accounts.sessions import member_of
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.standing import change_address, change_standing
from moderation.models import Case
from notifications.models import Letter, Notice
from tests.conftest import SecureClient
from tests.factories import MemberFactory, group_of
from tests.moderation.acts import report

PASSWORD = "four plain words here"
Kind = StandingChange.Kind


@pytest.fixture
def with_password(member: Member) -> Member:
    return _with_password(member)


def _with_password(member: Member) -> Member:
    member.set_password(PASSWORD)
    member.save()
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    return member


def _app(member: Member) -> str:
    """An app is set up for the member; its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(member, secret)
    return secret


def _code(secret: str, *, steps: int = 0) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps))


def _log_in(member: Member, **more: str) -> tuple[Client, Any]:
    client = SecureClient()
    words = {"login": member.email, "password": PASSWORD, **more}
    return client, client.post(reverse("account_login"), words)


def _is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


# Setting up and logging in


def test_an_app_is_set_up_by_whoever_shows_the_password(with_password: Member, log_in: Any) -> None:
    client, _answer = _log_in(with_password)
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
        {"code": f"{_code(secret)[:3]} {_code(secret)[3:]}"},
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
    client, _answer = _log_in(with_password)
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
    secret = _app(with_password)
    recovery = RecoveryCodes.activate(with_password).get_unused_codes()[3]
    client, answer = _log_in(with_password)
    assert answer.url == reverse("mfa_authenticate")
    assert not _is_in(client)
    page = client.get(answer.url).content.decode()
    assert "The second step" in page
    assert "Two of our admins" in page
    # They have no passkey.
    assert "Use my passkey" not in page
    wrong = client.post(answer.url, {"code": "12 34 56"})
    assert "That did not fit." in wrong.content.decode()
    assert not _is_in(client)
    code = _code(secret) if by == "app" else recovery
    assert client.post(answer.url, {"code": code}).status_code == 302
    assert _is_in(client)
    # Neither opens the door twice.
    again, answer = _log_in(with_password)
    assert "That did not fit." in again.post(answer.url, {"code": code}).content.decode()


def test_slow_hands_and_a_clock_that_is_off_are_no_hindrance(with_password: Member) -> None:
    secret = _app(with_password)
    for steps, fits in ((-1, True), (1, True), (-3, False)):
        client, answer = _log_in(with_password)
        client.post(answer.url, {"code": _code(secret, steps=steps)})
        assert _is_in(client) is fits


def test_a_login_by_mailed_code_asks_for_it_too(with_password: Member, mailoutbox: Any) -> None:
    _app(with_password)
    client = SecureClient()
    client.post(reverse("account_request_login_code"), {"email": with_password.email})
    code = re.search(r"\b[A-Z0-9]{3,4}-[A-Z0-9]{3,4}\b", mailoutbox[-1].body)
    assert code is not None
    answer = client.post(reverse("account_confirm_login_code"), {"code": code[0]})
    assert answer.url == reverse("mfa_authenticate")
    assert not _is_in(client)


def test_guessing_ends_with_the_words_to_wait(with_password: Member) -> None:
    _app(with_password)
    client, answer = _log_in(with_password)
    said = [client.post(answer.url, {"code": f"{n:06}"}).content.decode() for n in range(8)]
    assert re.search(r"Too many tries. You can try again in \d minutes", said[-1])


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
    _app(with_password)
    stage, answer = _log_in(with_password)
    stage.get(answer.url)
    assert stage.post(answer.url, {"credential": credential}).status_code == 200
    headers = {"Accept": "application/json", "X-Requested-With": "XMLHttpRequest"}
    begun = visitor.get(reverse("mfa_login_webauthn"), headers=headers)
    assert begun.json()["request_options"]["publicKey"]["rpId"] == "testserver"
    refused = visitor.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (refused.status_code, refused.url) == (302, reverse("account_login"))
    client, _answer = _log_in(MemberFactory())
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
    secret = _app(admin)
    answer = client.get(address)
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    answer = client.post(answer.url, {"code": _code(secret)})
    assert answer.url == address
    assert client.get(address).status_code == 200


def test_setting_one_up_is_proof_enough(
    admin: Member, mailoutbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _answer = _log_in(_with_password(admin))
    client.get(reverse("mfa_activate_totp"), follow=True)
    secret = client.session["mfa.totp.secret"]
    # There is no commit within a test.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda call, **_more: call())
    client.post(reverse("mfa_activate_totp"), {"code": _code(secret)})
    assert client.get(reverse("moderation:queue")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 200
    assert "Go on to the pages of the team" in client.get(reverse("mfa_index")).content.decode()
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
    secret, address = _app(moderator), case.get_absolute_url()
    words = {"outcome": "no_action", "reason": "Long thought about.", "version": case.version}
    answer = client.post(
        address,
        {**words, "writer": writer_mark(moderator)},
        headers={"Referer": f"https://testserver{address}"},
    )
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert Case.objects.get(pk=case.pk).is_open
    answer = client.post(answer.url, {"code": _code(secret)}, follow=True)
    assert answer.request["PATH_INFO"] == address
    assert "Long thought about." in answer.content.decode()


def test_a_form_of_the_admin_is_done_once_it_is_shown(admin: Member, other: Member) -> None:
    secret, client = _app(admin), SecureClient()
    client.force_login(admin)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "suspend", "_selected_action": [other.pk], "days": 3, "reason": "Long."}
    answer = client.post(address, words)
    assert answer.url.startswith(reverse("mfa_reauthenticate"))
    assert not StandingChange.objects.exists()
    client.post(answer.url, {"code": _code(secret)})
    assert StandingChange.objects.get().reason == "Long."


def test_a_proof_lasts_twelve_hours_and_so_does_the_session(admin: Member) -> None:
    secret = _app(_with_password(admin))
    client, answer = _log_in(admin, remember="on")
    client.post(answer.url, {"code": _code(secret)})
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
    client, _answer = _log_in(with_password, remember="on")
    assert second_factor.ENDS_AT not in client.session
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert int(cookie["max-age"]) == settings.SESSION_COOKIE_AGE


def test_one_of_the_team_keeps_one(moderator: Member, member: Member, log_in: Any) -> None:
    for who, goes in ((moderator, False), (member, True)):
        _app(_with_password(who))
        client, answer = _log_in(who)
        secret = unseal(Authenticator.objects.get(user=who, type="totp").data["secret"])
        client.post(answer.url, {"code": _code(secret)})
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        client.post(reverse("mfa_deactivate_totp"))
        assert Authenticator.objects.filter(user=who).exists() is not goes


# Lost devices


def test_two_admins_open_the_way_back_together(
    admin: Member, as_admin: Client, moderator: Member, log_in: Any
) -> None:
    second, third = MemberFactory(role="admin"), MemberFactory(role="admin")
    _app(moderator)
    RecoveryCodes.activate(moderator)
    theirs = log_in(moderator)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "second_step", "_selected_action": [moderator.pk], "reason": "Phone lost."}
    said = as_admin.post(address, words, follow=True).content.decode()
    assert "when another admin does the same" in said
    # Told at once: if it was not they who asked, they hear of it in time.
    assert Notice.objects.filter(member=moderator, kind="standing").exists()
    asked = Notice.objects.filter(kind="second_step_asked")
    assert set(asked.values_list("member", flat=True)) == {second.pk, third.pk}
    assert moderator.pseudonym in asked[0].sentence
    # The same admin twice is not two admins.
    assert (
        "Another admin has to do it too"
        in as_admin.post(address, words, follow=True).content.decode()
    )
    assert Authenticator.objects.filter(user=moderator).count() == 2
    log_in(second).post(address, {**words, "reason": "I rang them up."})
    assert not Authenticator.objects.filter(user=moderator).exists()
    kinds = list(moderator.standing_changes.values_list("kind", flat=True).order_by("pk"))
    assert kinds == [Kind.SECOND_STEP_ASKED, Kind.SECOND_STEP_GONE]
    done = moderator.standing_changes.latest("pk")
    assert done.by == second
    assert done.reason.startswith("I rang them up.")
    assert f"Asked for by {admin.pseudonym}." in done.reason
    assert Letter.objects.filter(member=moderator).count() == 2
    # Whoever held the lost device is out.
    assert theirs.get(reverse("accounts:settings")).status_code == 302
    record = log_in(Member.objects.get(pk=moderator.pk)).get(reverse("moderation:record"))
    assert "Phone lost." in record.content.decode()


def test_who_may_not_and_when_it_lapses(admin: Member, moderator: Member, member: Member) -> None:
    second = MemberFactory(role="admin")
    for by, whom in ((moderator, member), (member, moderator), (admin, admin), (admin, member)):
        if whom is not member:
            _app(whom) if not Authenticator.objects.filter(user=whom).exists() else None
        with pytest.raises(Refused):
            reset_second_factor(member=whom, reason="x", by=by)
    _app(member)
    reset_second_factor(member=member, reason="x", by=admin)
    StandingChange.objects.filter(member=member)
    later = timezone.now() + timedelta(days=8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        reset_second_factor(member=member, reason="x", by=second)
    assert Authenticator.objects.filter(user=member).exists()
    # What was done once does not make the next one half done.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        reset_second_factor(member=member, reason="x", by=admin)
    assert not Authenticator.objects.filter(user=member).exists()
    _app(member)
    assert reset_second_factor(member=member, reason="x", by=admin).kind == Kind.SECOND_STEP_ASKED


@pytest.mark.parametrize("how", ["demoted", "banned"])
def test_a_request_of_who_is_no_admin_any_more_counts_for_nothing(
    admin: Member, member: Member, how: str
) -> None:
    second = MemberFactory(role="admin")
    _app(member)
    reset_second_factor(member=member, reason="x", by=admin)
    if how == "demoted":
        admin.groups.clear()
    else:
        Member.objects.filter(pk=admin.pk).update(suspended_until=FOR_GOOD)
    reset_second_factor(member=member, reason="x", by=second)
    assert Authenticator.objects.filter(user=member).exists()


def test_whoever_holds_the_server_opens_it_alone(admin: Member) -> None:
    _app(admin)
    out = StringIO()
    call_command("reset_second_factor", admin.email, "--reason", "Phone lost.", stdout=out)
    assert not Authenticator.objects.filter(user=admin).exists()
    assert admin.standing_changes.get().kind == Kind.SECOND_STEP_GONE
    for email in (admin.email, "nobody@mail.example"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", email, "--reason", "x")


def test_the_first_admin_comes_in_without_mail(db: Any, mailoutbox: Any) -> None:
    from django.contrib.auth import get_user_model

    first = get_user_model().objects.create_superuser("Boss@mail.example", "boss", PASSWORD)
    client, answer = _log_in(first)
    assert (answer.status_code, _is_in(client)) == (302, True)
    assert client.get(reverse("admin:index")).url == reverse("mfa_index")
    assert mailoutbox == []


# Lost mailboxes


def test_an_admin_gives_a_lost_account_its_new_address(
    admin: Member, as_admin: Client, member: Member, log_in: Any, mailoutbox: Any, visitor: Client
) -> None:
    theirs, before = log_in(_with_password(member)), member.email
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "Rang us up."}
    as_admin.post(address, {**words, "email": "New@mail.example"})
    assert Member.objects.get(pk=member.pk).email == before
    assert mailoutbox[-1].to == ["New@mail.example"]
    assert member.pseudonym not in mailoutbox[-1].body
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}-[A-Z]{4}\b", mailoutbox[-1].body)
    assert code is not None
    assert code[0].replace("-", "") not in str(AddressChange.objects.values_list())
    page = reverse("accounts:new_address")
    assert page in mailoutbox[-1].body
    assert visitor.post(page, {"code": "AAAA-BBBB-CCCC"}).status_code == 422
    assert visitor.post(page, {"code": code[0].lower().replace("-", " ")}).status_code == 302
    changed = Member.objects.get(pk=member.pk)
    assert changed.email == "new@mail.example"
    rows = EmailAddress.objects.filter(user=member).values_list("email", "verified", "primary")
    assert list(rows) == [("new@mail.example", True, True)]
    assert theirs.get(reverse("accounts:settings")).status_code == 302
    kinds = list(member.standing_changes.values_list("kind", "by").order_by("pk"))
    assert kinds == [(Kind.ADDRESS_ASKED, admin.pk), (Kind.ADDRESS, admin.pk)]
    assert visitor.post(page, {"code": code[0]}).status_code == 422
    _client, answer = _log_in(changed)
    assert answer.status_code == 302


def test_an_address_that_is_taken_looks_the_same_and_changes_nothing(
    as_admin: Client, member: Member, other: Member, mailoutbox: Any
) -> None:
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "x"}
    said = [
        as_admin.post(address, {**words, "email": email}, follow=True).content.decode()
        for email in (other.email, "free@mail.example")
    ]
    assert all("Sent. The address changes when the code is typed" in each for each in said)
    assert "has an account here already" in mailoutbox[0].body
    assert re.search(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", mailoutbox[0].body) is None


def test_without_mail_no_address_change_begins(
    as_admin: Client, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_words: object, **_more: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", away)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "x"}
    page = as_admin.post(address, {**words, "email": "free@mail.example"}, follow=True)
    assert "We could not send the mail" in page.content.decode()
    assert not AddressChange.objects.exists()
    assert not StandingChange.objects.exists()


def test_whose_address_nobody_changes_like_this(
    admin: Member, moderator: Member, member: Member
) -> None:
    pairs = ((moderator, member), (admin, admin), (admin, moderator))
    for by, whom in pairs:
        with pytest.raises(Refused):
            change_address(member=whom, email="a@mail.example", reason="x", by=by)
    _app(moderator)
    assert change_address(member=moderator, email="a@mail.example", reason="x", by=admin)


@pytest.mark.parametrize("meanwhile", ["joined the team", "lost the second step", "asker banned"])
def test_what_held_when_an_address_change_began_must_hold_at_its_end(
    admin: Member, member: Member, moderator: Member, meanwhile: str
) -> None:
    whom = member
    if meanwhile == "lost the second step":
        whom = moderator
        _app(whom)
    code = change_address(member=whom, email="a@mail.example", reason="x", by=admin)
    match meanwhile:
        case "joined the team":
            whom.groups.set(group_of("moderator"))
        case "lost the second step":
            Authenticator.objects.all().delete()
        case "asker banned":
            Member.objects.filter(pk=admin.pk).update(suspended_until=FOR_GOOD)
    with pytest.raises(Refused):
        finish_address_change(code=code)
    assert Member.objects.get(pk=whom.pk).email != "a@mail.example"


def test_an_address_that_is_taken_at_the_last_moment_is_no_error_page(
    admin: Member, member: Member, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = change_address(member=member, email="a@mail.example", reason="x", by=admin)
    MemberFactory(email="a@mail.example")
    monkeypatch.setattr("accounts.actions.recovering.is_taken", lambda *_a, **_b: False)
    assert visitor.post(reverse("accounts:new_address"), {"code": code}).status_code == 422


def test_whoever_comes_in_as_ever_needs_no_other_address(
    admin: Member, with_password: Member
) -> None:
    code = change_address(member=with_password, email="a@mail.example", reason="x", by=admin)
    _log_in(with_password)
    with pytest.raises(Refused):
        finish_address_change(code=code)


def test_two_are_not_one_with_an_account_of_their_own(admin: Member, member: Member) -> None:
    _app(member)
    puppet = MemberFactory()
    change_groups(member=puppet, groups=group_of("admin"), reason="x", by=admin)
    reset_second_factor(member=member, reason="x", by=admin)
    with pytest.raises(Refused, match="made an admin lately"):
        reset_second_factor(member=member, reason="x", by=puppet)
    assert Authenticator.objects.filter(user=member).exists()


# What lies in the database


def test_session_rows_show_neither_codes_nor_addresses(
    with_password: Member, visitor: Client, mailoutbox: Any
) -> None:
    visitor.post(reverse("account_request_login_code"), {"email": with_password.email})
    code = re.search(r"\b[A-Z0-9]{3,4}-[A-Z0-9]{3,4}\b", mailoutbox[-1].body)
    assert code is not None
    row = Session.objects.get(pk=visitor.cookies[settings.SESSION_COOKIE_NAME].value)
    from django.core import signing

    class _AsIs:
        def loads(self, data: bytes) -> bytes:
            return data

    readable = signing.loads(
        row.session_data, salt="django.contrib.sessions.SessionStore", serializer=_AsIs
    )
    assert b"mail.example" not in readable
    assert code[0].encode() not in readable
    assert code[0].replace("-", "").encode() not in readable
    assert "mail.example" in json.dumps(dict(visitor.session.items()))


def test_sessions_of_before_are_still_read() -> None:
    assert SessionSerializer().loads(b'{"a":1}') == {"a": 1}
    assert SessionSerializer().loads(SessionSerializer().dumps({"a": 1})) == {"a": 1}


def test_an_older_key_still_opens_and_a_lost_one_fits_nothing(
    with_password: Member, settings: Any
) -> None:
    secret = _app(with_password)
    sealed = seal("words")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 5
    assert unseal(sealed) == "words"
    settings.SECRET_KEY_FALLBACKS = []
    client, answer = _log_in(with_password)
    assert client.post(answer.url, {"code": _code(secret)}).status_code == 200
    assert not _is_in(client)


def test_change_standing_without_second_factor_is_refused(admin: Member, member: Member) -> None:
    with pytest.raises(Refused, match="no second step"):
        change_standing(member=member, by=admin, kind=Kind.SECOND_STEP_ASKED, reason="x")
