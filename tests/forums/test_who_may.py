"""Who may do what: a table of roles and acts, each row one difference."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums import permissions
from forums.models import Post, Topic
from tests.factories import MemberFactory, make_reply

LATER = timezone.now() + timedelta(days=3)

WRITERS = {
    "member": ({}, True),
    "moderator": ({"role": "moderator"}, True),
    "without consent": ({"consent_version": 0}, False),
    "read-only": ({"read_only_until": LATER}, False),
    "suspended": ({"suspended_until": LATER}, False),
    "gone": ({"is_active": False}, False),
}

ACTS: dict[str, Callable[[Member, Post], None]] = {
    "start": lambda member, post: permissions.check_start_topic(member, post.topic.board),
    "reply": lambda member, post: permissions.check_reply(member, post.topic, None),
    "react": lambda member, post: permissions.check_react(member, post),
}


@pytest.mark.parametrize("who", WRITERS)
@pytest.mark.parametrize("act", ACTS)
def test_writing(reply: Post, who: str, act: str) -> None:
    fields, allowed = WRITERS[who]
    member = MemberFactory(**fields)
    if allowed:
        ACTS[act](member, reply)
    else:
        with pytest.raises(ActionDenied):
            ACTS[act](member, reply)


@pytest.mark.parametrize(
    ("status", "topic_status", "allowed"),
    [
        ("published", "open", True),
        ("published", "closed", False),
        # One's own words are in reach there too.
        ("published", "hidden", True),
        ("hidden", "open", False),
        ("withdrawn", "open", False),
    ],
)
def test_changing_an_own_post(reply: Post, status: str, topic_status: str, allowed: bool) -> None:
    reply.status = status
    reply.topic.status = topic_status
    if allowed:
        permissions.check_edit(reply.author, reply)
    else:
        with pytest.raises(ActionDenied):
            permissions.check_edit(reply.author, reply)


@pytest.mark.parametrize("role", ["member", "moderator", "admin"])
@pytest.mark.parametrize("limit", ["all", "this board", "another board"])
def test_hiding_and_closing_is_for_moderators(topic: Topic, role: str, limit: str) -> None:
    boards = {"all": None, "this board": [topic.board_id], "another board": [topic.board_id + 1]}
    member = MemberFactory(role=role, moderated_board_ids=boards[limit])
    for check in (permissions.check_close, permissions.check_hide, permissions.check_tend):
        if role == "member" or limit == "another board":
            with pytest.raises(ActionDenied):
                check(member, topic)
        else:
            check(member, topic)


def test_only_the_author_withdraws(reply: Post, moderator: Member) -> None:
    permissions.check_withdraw(reply.author, reply)
    with pytest.raises(ActionDenied):
        permissions.check_withdraw(moderator, reply)


def test_board_out_of_use_takes_no_topics(member: Member, opening: Post) -> None:
    board = opening.topic.board
    board.is_in_use = False
    with pytest.raises(ActionDenied):
        permissions.check_start_topic(member, board)


def test_reply_to_a_reply_needs_it_to_be_there(member: Member, opening: Post) -> None:
    parent = make_reply(opening)
    permissions.check_reply(member, opening.topic, parent)
    parent.status = Post.Status.WITHDRAWN
    with pytest.raises(ActionDenied):
        permissions.check_reply(member, opening.topic, parent)
