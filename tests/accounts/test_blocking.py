"""A block keeps two members apart, both ways, everywhere, and tells nobody."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions.blocking import block_member, unblock_member
from accounts.exceptions import ActionDenied
from accounts.models import Block, Member
from forums.actions.reactions import react
from forums.models import Board, Post
from notifications.models import Notice
from tests.conftest import SecureClient
from tests.factories import MemberFactory, make_reply, make_topic


@pytest.fixture(params=["I blocked them", "they blocked me"])
def apart(request: pytest.FixtureRequest, member: Member, other: Member) -> None:
    """``member`` and ``other`` do not meet."""
    by, whom = (member, other) if request.param == "I blocked them" else (other, member)
    block_member(by=by, member=whom)


@pytest.fixture
def third(db: Any, board: Board) -> Post:
    """A topic by somebody else, in which both may write."""
    return make_topic(board=board, title="Where both are")


def test_topics_of_the_other_are_not_there(
    apart: None, as_member: Client, opening: Post, board: Board
) -> None:
    assert as_member.get(opening.topic.get_absolute_url()).status_code == 404
    assert as_member.get(reverse("forums:post", args=[opening.pk])).status_code == 404
    for address in (board.get_absolute_url(), "/new/", "/search/?words=sleep", "/"):
        assert opening.topic.title.encode() not in as_member.get(address).content


def test_posts_of_the_other_are_stubs_in_the_topics_of_others(
    apart: None, as_member: Client, other: Member, third: Post
) -> None:
    theirs = make_reply(third, author=other, text="canarywords")
    answer = make_reply(theirs, text="An answer that stays.")
    for order in ("threaded", "flat"):
        page = as_member.get(third.topic.get_absolute_url(), {"order": order}).content.decode()
        assert "canarywords" not in page
        assert other.pseudonym not in page
        assert "You do not see this post." in page
        assert "An answer that stays." in page
    for address in (f"/posts/{theirs.pk}/reply/", f"/posts/{theirs.pk}/reply/?quote",
                    f"/posts/{theirs.pk}/history/", "/search/?words=canarywords"):  # fmt: skip
        page = as_member.get(address).content.decode()
        assert "<mark>canarywords" not in page
        assert other.pseudonym not in page.replace("canarywords", "")
    assert answer.parent == theirs


def test_nobody_answers_or_thanks_across(
    apart: None, member: Member, other: Member, third: Post
) -> None:
    theirs = make_reply(third, author=other)
    with pytest.raises(ActionDenied):
        make_reply(theirs, author=member)
    with pytest.raises(ActionDenied):
        react(member=member, post=theirs, kind="hug")


def test_the_other_is_not_told_of_what_i_write(
    apart: None, member: Member, other: Member, third: Post
) -> None:
    make_reply(third, author=other)
    Notice.objects.all().delete()
    make_reply(third, author=member)
    assert not Notice.objects.filter(member=other).exists()
    assert Notice.objects.filter(member=third.author).exists()


def test_it_can_be_taken_back_by_who_made_it_only(
    as_member: Client, member: Member, other: Member, opening: Post
) -> None:
    block = reverse("forums:block", args=[opening.pk])
    assert "You will not see each other" in as_member.get(block).content.decode()
    assert not Block.objects.exists()
    assert as_member.post(block).status_code == 302
    assert Block.objects.count() == 1
    assert other.pseudonym in as_member.get(reverse("accounts:blocked")).content.decode()
    unblock_member(by=other, member=member)
    assert as_member.get(opening.topic.get_absolute_url()).status_code == 404
    own = reverse("accounts:unblock", args=[Block.objects.get().pk])
    stranger = SecureClient()
    stranger.force_login(MemberFactory())
    assert stranger.post(own).status_code == 404
    assert as_member.post(own).status_code == 302
    assert as_member.get(opening.topic.get_absolute_url()).status_code == 200


def test_moderators_see_everybody(
    as_moderator: Client, moderator: Member, other: Member, opening: Post
) -> None:
    Block.objects.create(by=moderator, member=other)
    page = as_moderator.get(opening.topic.get_absolute_url())
    assert page.status_code == 200
    assert "How do you sleep" in page.content.decode()


@pytest.mark.parametrize(
    ("by", "whom"), [("member", "moderator"), ("moderator", "member"), ("member", "member")]
)
def test_the_team_stays_reachable(db: Any, by: str, whom: str) -> None:
    blocker = MemberFactory(role=by)
    blocked = blocker if by == whom else MemberFactory(role=whom)
    with pytest.raises(ActionDenied):
        block_member(by=blocker, member=blocked)
    assert not Block.objects.exists()


def test_a_moderator_is_not_offered_and_refused_kindly(
    as_member: Client, third: Post, moderator: Member
) -> None:
    theirs = make_reply(third, author=moderator)
    assert (
        f"/posts/{theirs.pk}/block/"
        not in as_member.get(third.topic.get_absolute_url()).content.decode()
    )
    answer = as_member.get(reverse("forums:block", args=[theirs.pk]))
    assert answer.status_code == 403
    assert "cannot be blocked" in answer.content.decode()


def test_the_topic_page_asks_no_more_for_it(
    apart: None, as_member: Client, third: Post, other: Member, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        make_reply(third, author=other)
    with django_assert_max_num_queries(8):
        as_member.get(third.topic.get_absolute_url())
