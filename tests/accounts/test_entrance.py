"""The door: mail that is away, presses that come twice, tries that are too many."""

import random
import re
import string
from smtplib import SMTPException, SMTPServerDisconnected
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Joining, Member
from accounts.pace import in_words
from accounts.passwords import GuessableValidator
from forums.models import Topic
from tests.conftest import SecureClient
from tests.factories import MemberFactory

PASSWORD = "four plain words here"
JOIN = {"email": "new@mail.example", "username": "sea breeze", "relation": "carer"}


@pytest.fixture
def mail_is_away(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Calling it brings the mail server back."""

    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise SMTPServerDisconnected("away")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    return monkeypatch.undo


@pytest.fixture
def with_password(member: Member) -> Member:
    member.set_password(PASSWORD)
    member.save()
    return member


def test_joining_without_mail_can_be_tried_again(
    visitor: Client, db: Any, mail_is_away: Any
) -> None:
    address = reverse("account_signup")
    answer = visitor.post(address, JOIN)
    assert answer.status_code == 503
    assert b"could not send the mail" in answer.content
    assert b'value="sea breeze"' in answer.content
    assert not Joining.objects.exists()
    mail_is_away()
    assert visitor.post(address, JOIN).status_code == 302
    assert Joining.objects.get().pseudonym == "sea breeze"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "name", ["account_login", "account_request_login_code", "account_reset_password"]
)
def test_codes_without_mail_can_be_tried_again(
    visitor: Client, with_password: Member, mail_is_away: Any, name: str
) -> None:
    words = {"login": with_password.email, "email": with_password.email, "send_code": "1"}
    answer = visitor.post(reverse(name), words)
    assert answer.status_code == 503
    assert b"could not send the mail" in answer.content
    mail_is_away()
    assert visitor.post(reverse(name), words).status_code == 302
    assert len(mail.outbox) == 1


def test_a_first_login_without_mail_is_no_500(
    visitor: Client, with_password: Member, mail_is_away: Any
) -> None:
    words = {"login": with_password.email, "password": PASSWORD}
    assert visitor.post(reverse("account_login"), words).status_code == 503
    mail_is_away()
    assert visitor.post(reverse("account_login"), words).status_code == 302


def test_a_changed_password_stays_changed_without_its_mail(
    log_in: Any, with_password: Member, mail_is_away: Any
) -> None:
    client = log_in(with_password)
    words = {"oldpassword": PASSWORD, "password1": "other plain words there"}
    words["password2"] = words["password1"]
    assert client.post(reverse("account_change_password"), words).status_code == 302
    with_password.refresh_from_db()
    assert with_password.check_password("other plain words there")
    assert client.get("/settings/").status_code == 200, "still logged in"


def test_a_typed_password_is_kept_when_another_field_is_wrong(visitor: Client, db: Any) -> None:
    page = visitor.post(
        reverse("account_signup"), {**JOIN, "username": "x", "password1": PASSWORD}
    ).content.decode()
    field = re.search(r'<input[^>]*name="password1"[^>]*>', page)
    assert field is not None
    assert PASSWORD in field.group()


def test_the_code_is_asked_for_with_the_address_that_is_there(
    visitor: Client, with_password: Member
) -> None:
    page = visitor.get(reverse("account_login")).content.decode()
    assert 'name="send_code"' in page
    words = {"login": with_password.email, "password": "anything", "send_code": "1"}
    assert visitor.post(reverse("account_login"), words).status_code == 302
    assert len(mail.outbox) == 1


def session_ends(client: Client) -> bool:
    """Whether the cookie goes with the browser."""
    cookie = client.cookies["__Host-sessionid"]
    return not cookie["max-age"] and not cookie["expires"]


@pytest.mark.parametrize("stays", [True, False])
def test_staying_logged_in_is_what_was_ticked(
    visitor: Client, with_password: Member, stays: bool
) -> None:
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(
        user=with_password, email=with_password.email, verified=True, primary=True
    )
    tick = {"remember": "on"} if stays else {}
    visitor.post(
        reverse("account_login"), {"login": with_password.email, "password": PASSWORD, **tick}
    )
    assert session_ends(visitor) is not stays
    visitor.post(reverse("account_logout"))
    visitor.post(reverse("account_request_login_code"), {"email": with_password.email, **tick})
    code = re.search(r"\b[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}\b", str(mail.outbox[-1].body))
    assert code is not None
    visitor.post(reverse("account_confirm_login_code"), {"code": code.group()})
    assert visitor.get("/settings/").status_code == 200
    assert session_ends(visitor) is not stays


def test_wrong_passwords_from_elsewhere_do_not_lock_the_owner_out(with_password: Member) -> None:
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(
        user=with_password, email=with_password.email, verified=True, primary=True
    )
    stranger, owner = Client(REMOTE_ADDR="198.51.100.7"), Client(REMOTE_ADDR="192.0.2.1")
    address = reverse("account_login")
    for _ in range(8):
        answer = stranger.post(
            address, {"login": with_password.email, "password": "wrong words here"}, secure=True
        )
    said = re.search(rb"Try again in (\d) minutes, or use a code", answer.content)
    assert said is not None
    assert int(said[1]) in {4, 5}
    words = {"login": with_password.email, "password": PASSWORD}
    assert owner.post(address, words, secure=True).status_code == 302


@pytest.mark.parametrize(
    "password",
    ["aaaaaaaaaaaa", "qwertyuiopas", "123456789012", "abcdefghijkl", "passwordpassword",
     "multiplesclerosis", "йцукенгшщзхъ", "пароль123456", "x           y", "mssupportforum",
     "summer2026summer", "London2026!!", "new member new member", "newmembernewmember",
     "ŉ" * 75, "a b c d e f g h", "1 2 3 4 5 6 7", "one two three", "a a a b b b c c c",
     "qwerty uiop as", "aabbccddeeff", "asdf;lkjasdf", "support forum", "ms support forum",
     "Support-Forum-1", "tecfidera2024", "ocrelizumab12", "natalizumab1", "ilovemydaughter",
     "01.01.1970-1970", "19700101197001", "01.01.1980 01.01"],
)  # fmt: skip
def test_passwords_that_are_easy_to_guess(visitor: Client, db: Any, password: str) -> None:
    answer = visitor.post(reverse("account_signup"), {**JOIN, "password1": password})
    assert answer.status_code == 200
    assert not Joining.objects.exists()


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "calm-river-demo",
        "my cat sits on the sill",
        "четыре простых слова тут",
        "kvmqzhtrwplxb7",
        # By a password manager.
        "7#kQ!2vZ9@mX4$wR", "q9-q9w-7fk2-xx81", "X7!X7!pR4%tL9&zB", "tr0ub 4dor &3 heron",
        # Longer when its case is folded.
        "ß" * 20 + "heron sits on the sill " + "ß" * 30,
    ],
)  # fmt: skip
def test_plain_words_are_good(password: str) -> None:
    GuessableValidator().validate(password, MemberFactory.build())


def test_passwords_of_a_manager_are_good() -> None:
    chance = random.Random(7)
    signs = string.ascii_letters + string.digits + "!#$%&*+-?@_"
    for length in (12, 16, 24, 72, 100):
        for _ in range(40):
            password = "".join(chance.choices(signs, k=length))
            GuessableValidator().validate(password, MemberFactory.build())


@pytest.mark.parametrize(
    ("what", "most"),
    [("search", 60), ("reactions", 60), ("exports", 6), ("drafts", 120), ("settings", 30),
     ("elsewhere", 10), ("missed", 240)],
)  # fmt: skip
def test_what_costs_has_a_pace(
    as_member: Client, log_in: Any, topic: Topic, monkeypatch: pytest.MonkeyPatch,
    what: str, most: int,
) -> None:  # fmt: skip
    # In one stretch, however long it takes.
    monkeypatch.setattr("accounts.pace.time.time", lambda: 1_000_000.0)
    react = reverse("forums:react", args=[topic.posts.get(number=1).pk])

    def act(client: Client) -> int:
        match what:
            case "search":
                return client.get("/search/", {"words": "x"}).status_code
            case "reactions":
                return client.post(react, {"reaction": "hug"}).status_code
            case "exports":
                return client.post(reverse("export")).status_code
            case "settings":
                return client.post(reverse("accounts:settings"), {}).status_code
            case "elsewhere":
                return client.post(reverse("accounts:log_out_elsewhere")).status_code
            case "missed":
                return client.get(reverse("missed"), {"room": topic.room, "after": 0}).status_code
        words = {"place": f"topic:{topic.pk}", "text": "Begun."}
        return client.post(reverse("composing:autosave_draft"), words).status_code

    answers = [act(as_member) for _ in range(most + 3)]
    assert answers.index(429) == most
    assert answers[most:] == [429] * 3
    assert act(log_in(MemberFactory())) != 429


@pytest.mark.parametrize(
    "name", ["account_login", "account_request_login_code", "account_reset_password"]
)
def test_codes_asked_for_from_elsewhere_do_not_lock_the_owner_out(
    with_password: Member, name: str
) -> None:
    owner = SecureClient()
    words = {"login": with_password.email, "email": with_password.email, "send_code": "1"}
    for _press in range(8):
        # Each from a browser of its own: in one, the second press finds the first.
        answer = SecureClient(REMOTE_ADDR="198.51.100.7").post(reverse(name), words)
    assert answer.status_code == 429
    assert re.search(r"another one in \d+ (second|minute)s?", answer.content.decode())
    assert int(answer.headers["Retry-After"]) > 0
    assert owner.post(reverse(name), words).status_code == 302


def test_too_many_tries_says_how_long_and_the_other_way(visitor: Client, db: Any) -> None:
    address = reverse("account_login")
    for number in range(31):
        words = {"login": f"{number}@mail.example", "password": "wrong words here"}
        answer = visitor.post(address, words)
    assert answer.status_code == 429
    page = answer.content.decode()
    assert re.search(r"You can go on in \d+ seconds", page)
    assert reverse("account_request_login_code") in page
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_a_pace_says_when_it_is_over(as_member: Client, topic: Topic) -> None:
    answers = [as_member.post(reverse("export")) for _press in range(14)]
    answer = answers[-1]
    assert answer.status_code == 429
    assert re.search(r"You can go on in \d+ (second|minute)s?", answer.content.decode())
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 second"), (59.1, "60 seconds"), (91, "2 minutes"), (299.5, "5 minutes"),
     (5400, "90 minutes"), (5401, "2 hours")],
)  # fmt: skip
def test_waits_in_words_are_never_too_short(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_suspended_members_decide_about_what_is_theirs(
    log_in: Any, member: Member, moderator: Member
) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from accounts.actions.account_status import suspend_member

    until = timezone.now() + timedelta(days=2)
    suspend_member(member=member, until=until, reason="x", by=moderator)
    client = log_in(member)
    page = client.get("/").content.decode()
    assert reverse("accounts:take_back_consent") in page
    assert reverse("account_change_password") in page
    assert client.post(reverse("accounts:take_back_consent")).status_code == 302
    member.refresh_from_db()
    assert not member.has_consented


def test_a_new_code_without_mail_is_no_500(
    as_member: Client, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: Any, **_more: Any) -> None:
        raise SMTPException

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", away)
    for path, words in (
        (reverse("account_email"), {"action_send": "", "email": member.email}),
        (reverse("account_email_verification_sent"), {"action": "resend"}),
    ):
        assert as_member.post(path, words).status_code < 500


@pytest.mark.parametrize(
    "name", ["account_confirm_login_code", "account_confirm_password_reset_code"]
)
def test_a_code_that_is_over_says_so(visitor: Client, db: Any, name: str) -> None:
    answer = visitor.post(reverse(name), {"code": "ABCD-EFGH"}, follow=True)
    assert answer.status_code == 200
    assert "This code is not valid any more" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "field", "more"),
    [
        ("account_request_login_code", "email", {}),
        ("account_reset_password", "email", {}),
        ("account_login", "login", {"password": "not the one at all"}),
    ],
)
def test_the_number_of_statements_does_not_tell_who_has_an_account(
    member: Member, name: str, field: str, more: dict[str, str]
) -> None:
    member.set_password(PASSWORD)
    member.save()
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    counts = []
    for email in (member.email, "nobody@mail.example"):
        cache.clear()
        client = SecureClient()
        client.get(reverse(name))
        with CaptureQueriesContext(connection) as asked:
            client.post(reverse(name), {field: email, **more})
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1], counts
