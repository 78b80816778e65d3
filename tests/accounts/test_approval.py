"""Where the house looks at each new member first: they read what strangers read, until a yes."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Board, Topic
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.models import Case, Decision
from notifications.email_outbox import send_letters
from notifications.models import Notice
from tests.factories import MemberFactory, make_topic
from tests.moderation.acts import decide


@pytest.fixture
def waiting(db: Any) -> Member:
    return MemberFactory(pseudonym="doorstep", is_approved=False, consent_version=0)


@pytest.fixture
def case(waiting: Member, log_in: Any) -> Case:
    words = {"agree": "on", "introduction": "canaryintro: my sister has MS."}
    assert log_in(waiting).post("/welcome/", words).status_code == 302
    return Case.objects.get(member=waiting)


@pytest.mark.parametrize("is_on", [True, False])
def test_joining_asks_only_where_the_house_wants_it(
    db: Any, visitor: Client, settings: Any, is_on: bool
) -> None:
    settings.MEMBERS_ARE_APPROVED = is_on
    visitor.post(
        "/accounts/signup/",
        {"email": "a@mail.example", "username": "fresh", "relation": "carer", "password1": ""},
    )
    code = re.search(r"^([A-Z0-9-]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code is not None
    visitor.post(reverse("accounts:joining"), {"code": code[1]})
    assert Member.objects.get(pseudonym="fresh").is_approved is not is_on


def test_who_waits_reads_what_strangers_read(
    waiting: Member, log_in: Any, topic: Topic, web_board: Board
) -> None:
    open_topic = make_topic(board=web_board, title="Hello all").topic
    client = log_in(waiting)
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert client.get(topic.board.get_absolute_url()).status_code == 404
    assert client.get(open_topic.get_absolute_url()).status_code == 200
    assert topic.title.encode() not in client.get("/").content
    assert client.get(reverse("guidance:help")).status_code == 200


def test_asking_is_one_case_with_their_words(
    case: Case, waiting: Member, log_in: Any, as_moderator: Client
) -> None:
    assert (case.kind, case.status) == ("joining", "open")
    log_in(waiting).post("/welcome/", {"agree": "on"})
    assert Case.objects.filter(member=waiting).count() == 1
    assert "New member to approve" in as_moderator.get("/moderation/").content.decode()
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "canaryintro" in page
    assert "Welcome them as a member" in page
    refused = log_in(waiting).post("/topics/1/reply/", {"text": "x"})
    assert refused.status_code == 404


def test_a_yes_opens_the_door(
    case: Case, waiting: Member, log_in: Any, as_moderator: Client, topic: Topic
) -> None:
    answer = as_moderator.post(
        case.get_absolute_url(), {"outcome": "approve", "version": case.version, "reason": ""}
    )
    assert answer.status_code == 302
    waiting.refresh_from_db()
    assert (waiting.is_approved, waiting.introduction) == (True, "")
    assert log_in(waiting).get(topic.get_absolute_url()).status_code == 200
    assert Notice.objects.get(member=waiting).kind == "admitted"
    send_letters()
    assert [letter.to for letter in mail.outbox] == [[waiting.email]]
    assert b"canaryintro" not in as_moderator.get(case.get_absolute_url()).content


def test_a_no_has_a_guideline_a_reason_and_another_look(
    case: Case, waiting: Member, log_in: Any, as_moderator: Client, moderator: Member,
    admin: Member, guideline: Guideline, topic: Topic,
) -> None:  # fmt: skip
    data = {"outcome": "decline", "version": case.version, "reason": ""}
    answer = as_moderator.post(case.get_absolute_url(), data)
    assert answer.status_code == 422
    decision = decide(case, moderator, guideline, outcome="decline", reason="Not a place to sell.")
    client = log_in(waiting)
    assert "Not a place to sell." in client.get(decision.get_absolute_url()).content.decode()
    assert client.get(topic.get_absolute_url()).status_code == 404
    appeal = ask_for_another_look(member=waiting, decision=decision, words="I sell nothing.").case
    assert log_in(admin).get(appeal.get_absolute_url()).status_code == 200
    decide_appeal(
        moderator=admin, case=appeal, verdict="overturned", reason="Welcome.",
        version=appeal.version,
    )  # fmt: skip
    assert client.get(topic.get_absolute_url()).status_code == 200
    assert Notice.objects.filter(member=waiting, kind="admitted").exists()


def test_after_a_no_nothing_untrue_is_said(
    case: Case, waiting: Member, log_in: Any, moderator: Member, guideline: Guideline
) -> None:
    decide(case, moderator, guideline, outcome="decline")
    client = log_in(waiting)
    home = client.get("/").content.decode()
    assert "did not admit you" in home
    assert "You get a notice and a mail" not in home
    waiting.refresh_from_db()
    assert waiting.introduction == ""
    answer = client.post("/welcome/", {"agree": "on"}, follow=True).content.decode()
    assert "within a day or so" not in answer
    case.refresh_from_db()
    assert case.status == "decided"


@pytest.mark.parametrize("outcome", ["no_action", "warn", "ban", "hide", "publish"])
def test_only_yes_or_no(
    case: Case, as_moderator: Client, guideline: Guideline, outcome: str
) -> None:
    data = {
        "outcome": outcome, "version": case.version, "reason": "x", "guideline": guideline.pk,
    }  # fmt: skip
    assert as_moderator.post(case.get_absolute_url(), data).status_code == 422
    assert not Decision.objects.exists()


def test_nobody_limited_to_boards_decides_it(case: Case, board: Board, log_in: Any) -> None:
    keeper = MemberFactory(role="moderator", moderated_board_ids=[board.pk])
    assert log_in(keeper).get(case.get_absolute_url()).status_code == 404
