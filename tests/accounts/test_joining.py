"""Joining, logging in, and agreeing that others read."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts import consents, pseudonyms
from accounts.actions import joining as joining_actions
from accounts.actions.joining import (
    begin_joining,
    check_code,
    finish_joining,
    forget_joinings,
)
from accounts.exceptions import ActionDenied
from accounts.models import Consent, Joining, Member
from forums.models import Topic
from tests.conftest import SecureClient
from tests.factories import MemberFactory

SIGN_UP = "/accounts/signup/"


def join(client: Client, **more: str) -> Any:
    words = {
        "email": "new@mail.example", "username": "sea breeze", "relation": "carer",
        "password1": "", **more,
    }  # fmt: skip
    return client.post(SIGN_UP, words)


def become_member(client: Client, **more: str) -> Any:
    answer = join(client, **more)
    return (
        client.post(answer["Location"], {"code": code()}) if answer.status_code == 302 else answer
    )


def code() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found.group(1)


@pytest.mark.parametrize("password", ["", "four plain words here"])
def test_join_verify_and_arrive_at_the_welcome(visitor: Client, db: Any, password: str) -> None:
    answer = join(visitor, password1=password)
    spaced = " ".join(code().lower())
    answer = visitor.post(answer["Location"], {"code": f" {spaced}  "})
    assert answer["Location"] == reverse("guidance:welcome")
    member = Member.objects.get()
    assert (member.pseudonym, member.relation) == ("sea breeze", "carer")
    assert member.has_usable_password() is bool(password)
    if password:
        assert member.check_password(password)
    assert not Joining.objects.exists()
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
    assert (pseudonyms.warning_about(pseudonym, email) is not None) is warned


def test_warning_can_be_set_aside(visitor: Client, db: Any) -> None:
    assert b"first and last name" in join(visitor, username="Anna Schmidt").content
    assert Member.objects.count() == 0
    become_member(visitor, username="Anna Schmidt", use_it_anyway="on")
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
    assert become_member(visitor, username=pseudonym).status_code == 302
    assert Member.objects.filter(pseudonym=pseudonym).exists()


def test_a_pseudonym_of_a_million_marks_is_answered(visitor: Client, db: Any) -> None:
    tower = "a" + "\u0301\u0316" * 400_000
    assert join(visitor, username=tower).status_code == 200
    assert Member.objects.count() == 0


@pytest.mark.parametrize("password", ["", "four plain words here"])
def test_known_address_is_not_given_away(
    member: Member, password: str, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    hashed = []
    real = joining_actions.make_password
    monkeypatch.setattr(
        joining_actions, "make_password", lambda word: hashed.append(word) or real(word)
    )
    seen = []
    for email, name in ((member.email, "one name"), ("fresh@mail.example", "other name")):
        client = SecureClient()
        mail.outbox.clear()
        with CaptureQueriesContext(connection) as asked:
            answer = join(client, email=email, username=name, password1=password)
        page = client.get(answer["Location"]).content.decode()
        wrong = client.post(answer["Location"], {"code": "AAAA-BBBB"}).content.decode()
        changed = client.post(answer["Location"], {"send": "again", "email": email})
        # The same work, the same mails in number, the same pages.
        seen.append(
            (
                answer.status_code,
                answer["Location"],
                len(asked.captured_queries),
                len(mail.outbox),
                changed.status_code,
                *(_without(each, email) for each in (page, wrong)),
            )
        )
    assert seen[0] == seen[1]
    assert hashed == [password or None] * 2


def _without(page: str, email: str) -> str:
    """A page without what differs from one loading to the next."""
    page = re.sub(r'name="(?:csrfmiddlewaretoken|begun)" value="[^"]+"', "", page)
    return page.replace(email, "")


def test_the_same_form_sent_twice_is_one_wish(visitor: Client, db: Any) -> None:
    page = visitor.get(SIGN_UP).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    for _press in range(3):
        assert join(SecureClient(), token=token[1]).status_code == 302
    assert (Joining.objects.count(), len(mail.outbox)) == (1, 1)
    # Back, and the address put right: the code goes there, and the one before opens nothing.
    first = code()
    answer = join(visitor, token=token[1], email="right@mail.example")
    assert (Joining.objects.count(), len(mail.outbox)) == (1, 2)
    assert mail.outbox[-1].to == ["right@mail.example"]
    assert visitor.post(answer["Location"], {"code": first}).status_code == 422
    assert visitor.post(answer["Location"], {"code": code()}).status_code == 302
    assert Member.objects.get().email == "right@mail.example"


def test_a_mistyped_address_is_put_right_on_the_page_of_the_code(visitor: Client, db: Any) -> None:
    answer = join(visitor, email="nwe@mail.example", password1="four plain words here")
    where, first = answer["Location"], code()
    page = visitor.get(where).content.decode()
    assert "nwe@mail.example" in page
    assert visitor.post(where, {"send": "there", "email": "not an address"}).status_code == 422
    assert visitor.post(where, {"send": "there", "email": "new@mail.example"}).status_code == 302
    assert mail.outbox[-1].to == ["new@mail.example"]
    assert visitor.post(where, {"code": first}).status_code == 422
    visitor.post(where, {"code": code()})
    member = Member.objects.get()
    assert member.email == "new@mail.example"
    assert member.check_password("four plain words here")


def test_an_expired_code_leads_on(visitor: Client, db: Any) -> None:
    answer = join(visitor)
    where, first = answer["Location"], code()
    Joining.objects.update(sent_at=timezone.now() - timedelta(minutes=11))
    assert "no longer valid" in visitor.get(where).content.decode()
    assert "no longer valid" in visitor.post(where, {"code": first}).content.decode()
    visitor.post(where, {"send": "again", "email": "new@mail.example"})
    assert visitor.post(where, {"code": code()}).status_code == 302
    assert Member.objects.get().pseudonym == "sea breeze"


def test_guesses_of_the_code_come_to_an_end(visitor: Client, db: Any) -> None:
    where = join(visitor)["Location"]
    for _guess in range(Joining.MAX_TRIES):
        visitor.post(where, {"code": "AAAA-BBBB"})
    assert visitor.post(where, {"code": code()}).status_code == 422
    assert not Member.objects.exists()


def test_two_want_one_pseudonym_and_the_second_chooses_another(visitor: Client, db: Any) -> None:
    slow, where = SecureClient(), join(visitor)["Location"]
    assert where
    join(slow, email="slow@mail.example")
    slow_code = code()
    mail.outbox.pop()
    visitor.post(where, {"code": code()})
    page = slow.post(where, {"code": slow_code}, follow=True).content.decode()
    assert "Somebody already uses this pseudonym" in page
    assert "Your address is confirmed" in page
    refused = slow.post(where, {"pseudonym": "Sea-Breeze"})
    assert refused.status_code == 422
    # What the form warns of, it warns of here too.
    warned = slow.post(where, {"pseudonym": "Tom Miller"}).content.decode()
    assert "first and last name" in warned
    assert "Use this pseudonym anyway" in warned
    words = {"pseudonym": "Tom Miller", "use_it_anyway": "on"}
    assert slow.post(where, words).status_code == 302
    names_now = set(Member.objects.values_list("pseudonym", flat=True))
    assert names_now == {"sea breeze", "Tom Miller"}


def test_whoever_never_typed_the_code_holds_nothing(visitor: Client, db: Any) -> None:
    join(visitor)
    # Neither the pseudonym nor the address is taken for anybody else, at once.
    become_member(SecureClient())
    assert Member.objects.get().pseudonym == "sea breeze"
    Joining.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert forget_joinings() == 1
    assert Member.objects.count() == 1
    assert visitor.get(reverse("accounts:joining")).status_code == 302


def test_members_who_never_confirmed_their_address_are_forgotten(db: Any) -> None:
    long_ago = timezone.now() - timedelta(days=3)
    stays, came, goes = (
        MemberFactory(joined_at=long_ago, consent_version=0, last_login=seen)
        for seen in (None, timezone.now(), None)
    )
    for member in (came, goes):
        EmailAddress.objects.create(user=member, email=member.email, verified=False)
    forget_joinings()
    assert set(Member.objects.all()) == {stays, came}


def test_nobody_fills_a_mailbox_by_pressing_nor_keeps_its_owner_out(
    visitor: Client, db: Any
) -> None:
    where = join(visitor)["Location"]
    for _press in range(8):
        answer = visitor.post(where, {"send": "again", "email": "new@mail.example"})
    assert answer.status_code == 429
    assert re.search(r"another one in \d+ (second|minute)s?", answer.content.decode())
    # Whatever form it is, and however the addresses alternate.
    page = visitor.get(SIGN_UP).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    for number in range(6):
        email = "new@mail.example" if number % 2 else f"other{number}@mail.example"
        refused = join(visitor, username="another", token=token[1], email=email)
    assert refused.status_code == 429
    assert b'value="another"' in refused.content
    to = [each.to[0] for each in mail.outbox]
    assert to.count("new@mail.example") == 5
    # From somewhere else its owner joins all the same.
    elsewhere = SecureClient(REMOTE_ADDR="198.51.100.7")
    assert join(elsewhere).status_code == 302


def test_an_address_that_got_an_account_meanwhile_leads_to_the_login(
    visitor: Client, db: Any
) -> None:
    where = join(visitor)["Location"]
    MemberFactory(email="new@mail.example", pseudonym="quicker")
    answer = visitor.post(where, {"code": code()}, follow=True)
    assert answer.request["PATH_INFO"] == reverse("account_login")
    assert "has an account already" in answer.content.decode()
    assert Member.objects.count() == 1


@pytest.mark.parametrize("target", ["http://[::1", "//evil.example", "javascript:x", "\\\\x"])
@pytest.mark.parametrize("page", ["account_signup", "account_login"])
def test_where_to_go_next_is_ours_or_nowhere(
    visitor: Client, db: Any, page: str, target: str
) -> None:
    words = {"login": "a@mail.example", "password": "wrong words here", "next": target}
    assert visitor.get(reverse(page), {"next": target}).status_code == 200
    assert visitor.post(reverse(page), {**words, "email": "x"}).status_code == 200
    answer = join(visitor, next=target)
    assert visitor.post(answer["Location"], {"code": code()})["Location"] == "/welcome/"


def test_the_page_of_the_code_survives_a_mail_server_that_is_away(
    visitor: Client, db: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, first = join(visitor)["Location"], code()

    def away(*_words: object, **_more: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", away)
    answer = visitor.post(where, {"send": "again", "email": "new@mail.example"})
    assert answer.status_code == 503
    assert b"could not send the mail" in answer.content
    # The code of before still counts.
    assert visitor.post(where, {"code": first}).status_code == 302


def test_two_tabs_send_the_code_at_once(visitor: Client, db: Any) -> None:
    where = join(visitor)["Location"]
    first = code()
    second = SecureClient()
    second.cookies = visitor.cookies.copy()
    begun = Joining.objects.get()
    visitor.post(where, {"code": first})
    # The second had read the row before the first made the member of it.
    for act in (lambda: check_code(joining=begun, code=first),
                lambda: finish_joining(joining=begun, pseudonym="sea breeze")):  # fmt: skip
        with pytest.raises(ActionDenied) as refused:
            act()
        assert refused.value.next_step is not None
    assert Member.objects.count() == 1


def test_a_broken_referer_is_no_error_page(visitor: Client, topic: Topic) -> None:
    answer = visitor.post(
        reverse("forums:react", args=[topic.posts.get(number=1).pk]),
        {"reaction": "hug"}, headers={"Referer": "http://[::1"},
    )  # fmt: skip
    assert answer.status_code == 302


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_are_one_wish() -> None:
    token = uuid.uuid4()
    told = {"email": "a@mail.example", "pseudonym": "fern", "relation": "carer", "password": ""}

    def press(number: int) -> bool:
        try:
            return begin_joining(token=token, code=f"CODE{number}", **told)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(press, range(8))) == 1
    assert Joining.objects.count() == 1


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


def test_a_second_press_on_a_slow_line_says_that_it_was_done(db: Any) -> None:
    client = SecureClient()
    address = join(client)["Location"]
    page = client.get(address).content.decode()
    begun = re.search(r'name="begun" value="([^"]+)"', page)
    assert begun is not None
    words = {"code": code(), "begun": begun[1]}
    old_session = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.post(address, words).status_code == 302
    slow = SecureClient()
    slow.cookies[settings.SESSION_COOKIE_NAME] = old_session
    answer = slow.post(address, words, follow=True)
    assert answer.redirect_chain[0][0] == reverse("account_login")
    assert "This was done already. Please log in." in answer.content.decode()


def test_nobody_learns_from_it_who_has_an_account(db: Any, member: Member) -> None:
    client = SecureClient()
    page = client.get(join(client, email=member.email)["Location"]).content.decode()
    begun = re.search(r'name="begun" value="([^"]+)"', page)
    assert begun is not None
    answer = SecureClient().post(reverse("accounts:joining"), {"code": "x", "begun": begun[1]})
    assert answer["Location"] == reverse("account_signup")
