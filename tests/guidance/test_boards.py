"""A guideline holds everywhere, or on the boards it names."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Board, Post
from guidance.actions.guidelines import save_guideline
from guidance.actions.rules import save_rule
from guidance.models import Guideline, Rule
from moderation.models import Decision
from tests.factories import BoardFactory, make_topic
from tests.moderation.acts import report


@pytest.fixture
def ours(board: Board, guideline: Guideline) -> Guideline:
    here = Guideline(
        number=77, title="Name the drug", body="Say which.", why="So that others can answer.",
        boards=[board.name],
    )  # fmt: skip
    save_guideline(guideline=here, by=None)
    return here


def test_it_stands_on_the_page_with_its_boards(
    as_member: Client, visitor: Client, ours: Guideline
) -> None:
    page = as_member.get(reverse("guidance:guidelines")).content.decode()
    assert "Name the drug" in page
    assert f"Only in: {ours.boards[0]}" in page
    # Strangers learn no name of a board that is for members.
    page = visitor.get(reverse("guidance:guidelines")).content.decode()
    assert "Only in some boards" in page
    assert ours.boards[0] not in page
    (version,) = ours.versions.all()
    assert version.boards == ours.boards


def test_newcomers_read_those_of_their_board(
    as_member: Client, board: Board, ours: Guideline, opening: Post
) -> None:
    elsewhere = BoardFactory()
    there = make_topic(board=elsewhere).topic
    for address, is_there in (
        (reverse("forums:new_topic", args=[board.slug]), True),
        (reverse("forums:new_topic", args=[elsewhere.slug]), False),
        (opening.topic.get_absolute_url(), True),
        (there.get_absolute_url(), False),
        (reverse("forums:reply", args=[there.pk]), False),
    ):
        page = as_member.get(address).content.decode()
        assert ("Name the drug" in page) is is_there
        assert "Speak from your own life" in page


def test_newcomers_read_three_and_no_more(as_member: Client, board: Board, ours: Guideline) -> None:
    norms = as_member.get(reverse("forums:new_topic", args=[board.slug])).context["norms"]
    assert [norm.number for norm in norms] == [1, 2, 77]


def test_reports_and_decisions_name_those_of_the_board(
    as_member: Client, as_moderator: Client, opening: Post, ours: Guideline, guideline: Guideline
) -> None:
    there = make_topic(board=BoardFactory())
    for post, is_there in ((opening, True), (there, False)):
        form = as_member.get(reverse("moderation:report", args=[post.pk])).content.decode()
        assert ("Name the drug" in form) is is_there
        case = report(post, guideline).case
        page = as_moderator.get(case.get_absolute_url())
        assert (ours in page.context["form"].fields["guideline"].queryset) is is_there
        assert ("Name the drug" in page.content.decode()) is is_there


def test_one_of_another_board_is_refused(
    as_moderator: Client, moderator: Member, ours: Guideline, guideline: Guideline
) -> None:
    case = report(make_topic(board=BoardFactory()), guideline).case
    words = {
        "outcome": "warn", "guideline": ours.pk, "reason": "Please name it.",
        "version": case.version, "token": str(uuid.uuid4()),
    }  # fmt: skip
    answer = as_moderator.post(case.get_absolute_url(), words)
    assert answer.status_code == 422
    assert not Decision.objects.exists()


def test_a_board_that_is_renamed_keeps_them(
    as_admin: Client, admin: Member, board: Board, ours: Guideline
) -> None:
    rule = Rule.objects.get(key="G19")
    rule.boards = [board.name, "treatment"]
    save_rule(rule=rule, by=admin, why="Here too.")
    words = {
        "name": "Another name", "slug": board.slug, "description": board.description,
        "questions": "", "audience": board.audience, "is_in_use": "on", "position": "0",
    }  # fmt: skip
    address = reverse("admin:forums_board_change", args=[board.pk])
    assert as_admin.post(address, words).status_code == 302
    ours.refresh_from_db()
    rule.refresh_from_db()
    assert (ours.boards, ours.version) == (["Another name"], 2)
    assert rule.boards == ["Another name", "treatment"]
