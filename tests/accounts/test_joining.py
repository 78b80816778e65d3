"""Joining, logging in, and agreeing that others read."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts import consents, names
from accounts.models import Consent, Member
from forums.models import Topic

SIGN_UP = "/accounts/signup/"


def join(client: Client, **more: str) -> Any:
    words = {
        "email": "new@mail.example", "username": "sea breeze", "relation": "carer",
        "password1": "", **more,
    }  # fmt: skip
    return client.post(SIGN_UP, words)


def code() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found.group(1)


@pytest.mark.parametrize("password", ["", "four plain words here"])
def test_join_verify_and_arrive_at_the_welcome(visitor: Client, db: Any, password: str) -> None:
    answer = join(visitor, password1=password)
    member = Member.objects.get()
    assert (member.pseudonym, member.relation) == ("sea breeze", "carer")
    assert member.has_usable_password() is bool(password)
    spaced = " ".join(code().lower())
    answer = visitor.post(answer["Location"], {"code": f" {spaced}  "})
    assert answer["Location"] == reverse("guidance:welcome")
    assert not member.has_consented
    visitor.post(reverse("guidance:welcome"), {"agree": "on"})
    member.refresh_from_db()
    assert member.has_consented
    given = Consent.objects.get(member=member)
    assert (given.version, given.wording_sha256) == (
        consents.CURRENT_VERSION,
        consents.wording_hash(),
    )


def test_unverified_members_are_not_logged_in(visitor: Client, db: Any) -> None:
    join(visitor)
    assert visitor.get(reverse("accounts:settings")).status_code == 302


def test_log_in_with_a_code(visitor: Client, member: Member) -> None:
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    for address, field in (("/accounts/login/code/", "email"), ("/accounts/login/", "login")):
        mail.outbox.clear()
        answer = visitor.post(address, {field: member.email})
        assert answer.status_code == 302, address
        answer = visitor.post(answer["Location"], {"code": code()})
        assert answer["Location"] == "/"
        assert visitor.get(reverse("accounts:settings")).status_code == 200
        visitor.logout()


def test_mails_tell_little(visitor: Client, db: Any) -> None:
    join(visitor)
    written = mail.outbox[0].subject + str(mail.outbox[0].body) + mail.outbox[0].from_email
    for word in ("sea breeze", "MS", "sclerosis", "testserver"):
        assert word not in written


@pytest.mark.parametrize(
    ("pseudonym", "email", "warned"),
    [
        ("anna.k", "anna.k@x.example", True),
        ("Anna K", "annak@x.example", True),
        ("annak77", "annak@x.example", True),
        ("Anna Schmidt", "x@x.example", True),
        ("Jean-Luc Picard", "x@x.example", True),
        ("fern1974", "x@x.example", True),
        ("quiet harbour", "x@x.example", False),
        ("fern", "maple@x.example", False),
        ("x", "x1@x.example", False),
        ("slow snail 7", "snail@x.example", True),
    ],
)
def test_pseudonyms_that_give_away(pseudonym: str, email: str, warned: bool) -> None:
    assert (names.warning_about(pseudonym, email) is not None) is warned


def test_warning_can_be_set_aside(visitor: Client, db: Any) -> None:
    assert b"first and last name" in join(visitor, username="Anna Schmidt").content
    assert Member.objects.count() == 0
    join(visitor, username="Anna Schmidt", use_it_anyway="on")
    assert Member.objects.get().pseudonym == "Anna Schmidt"


@pytest.mark.parametrize(
    "pseudonym",
    [
        "",
        "x",
        "FERN",
        "ｆｅｒｎ",
        "fеrn",
        "moderator",
        "a" * 31,
        "<b>",
        "a\x00b",
        "fern\u202eeman",
        "-",
        # Looks like the team, or like the place.
        "MS Support team",
        "moderat0r",
        "m0derator",
        "The moderators",
        "modérator",
        "moder ator",
        "Mod squad",
        "adm1n",
        "ɑdmin",
        "admın",
        "Ｍoderator",
        "the team",
        "Official help",
        "\ua4dfoderator",
        "\u13b7oderator",
        "М\u043eder\u0430t\u043er",
        # Looks like fern.
        "fem",
        "Fe\u0301rn",
        "f.e.r.n",
        "\u3164fern",
        "fern\u3164",
        # Nothing to be seen.
        "\u3164\u3164",
        "\u115f\u1160",
        "\u200b\u200b",
        "\u0301\u0301",
        # Several alphabets.
        "Kалина",
    ],
)
def test_pseudonyms_that_cannot_be(visitor: Client, member: Member, pseudonym: str) -> None:
    assert join(visitor, username=pseudonym).status_code == 200
    assert Member.objects.count() == 1


@pytest.mark.parametrize(
    "pseudonym",
    ["O’Neil", "O'Neil", "अनिता", "தமிழ் மலர்", "العَرَبِيَّة", "Ærdna", "日本 taro", "badminton fan",
     "Zoë", "supportive soul", "teamwork", "x_", "7 sleepers"],
)  # fmt: skip
def test_pseudonyms_of_all_alphabets(visitor: Client, member: Member, pseudonym: str) -> None:
    assert join(visitor, username=pseudonym).status_code == 302
    assert Member.objects.filter(pseudonym=pseudonym).exists()


def test_a_pseudonym_of_a_million_marks_is_answered(visitor: Client, db: Any) -> None:
    tower = "a" + "\u0301\u0316" * 400_000
    assert join(visitor, username=tower).status_code == 200
    assert Member.objects.count() == 0


def test_known_address_is_not_given_away(visitor: Client, member: Member) -> None:
    known = join(visitor, email=member.email)
    unknown = join(visitor, email="fresh@mail.example", username="other name")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_consent_is_unticked_and_separate(as_member: Client, member: Member) -> None:
    Member.objects.filter(pk=member.pk).update(consent_version=0)
    address = reverse("guidance:welcome")
    page = as_member.get(address).content.decode()
    box = re.search(r"<input[^>]*name=\"agree\"[^>]*>", page)
    assert box
    assert "checked" not in box.group()
    assert as_member.post(address, {}).status_code == 422
    assert Consent.objects.count() == 0


def test_consent_is_taken_back_in_one_press(
    as_member: Client, member: Member, topic: Topic
) -> None:
    from accounts.actions.consenting import give_consent

    give_consent(member=member)
    as_member.post(reverse("accounts:take_back_consent"))
    member.refresh_from_db()
    assert not member.has_consented
    assert Consent.objects.get(member=member).withdrawn_at is not None
    assert b"Read and agree" in as_member.get(topic.get_absolute_url()).content


def test_settings_are_saved(as_member: Client, member: Member) -> None:
    words = {
        "relation": "waiting",
        "reading_order": "flat",
        "live_replies": "gathered",
        "time_zone": "America/New_York",
    }
    as_member.post(reverse("accounts:settings"), words)
    member.refresh_from_db()
    assert (member.relation, member.reading_order) == ("waiting", "flat")
    assert member.live_replies == "gathered"
    bad = {**words, "time_zone": "Mars/Olympus"}
    assert as_member.post(reverse("accounts:settings"), bad).status_code == 422


def test_times_follow_the_reader(as_member: Client, member: Member, topic: Topic) -> None:
    Topic.objects.filter(pk=topic.pk).update(last_posted_at="2026-01-05T12:00Z")
    topic.posts.update(created_at="2026-01-05T12:00Z")
    assert b"5 Jan 2026, 12:00" in as_member.get(topic.get_absolute_url()).content
    as_member.cookies["tz"] = "America/New_York"
    assert b"5 Jan 2026, 07:00" in as_member.get(topic.get_absolute_url()).content
    Member.objects.filter(pk=member.pk).update(time_zone="Asia/Tokyo")
    assert b"5 Jan 2026, 21:00" in as_member.get(topic.get_absolute_url()).content
    as_member.cookies["tz"] = "../../etc/passwd"
    assert as_member.get(topic.get_absolute_url()).status_code == 200


def test_suspended_members_reach_help_and_their_record_only(
    as_member: Client, member: Member, topic: Topic
) -> None:
    from datetime import timedelta

    from django.utils import timezone

    until = timezone.now() + timedelta(days=2)
    Member.objects.filter(pk=member.pk).update(suspended_until=until)
    for name in ("guidance:help", "guidance:guidelines", "moderation:record"):
        assert as_member.get(reverse(name)).status_code == 200
    for address in ("/", topic.get_absolute_url(), "/notices/"):
        page = as_member.get(address)
        assert page.status_code == 403
        assert b"Your account is paused" in page.content
