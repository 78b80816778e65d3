"""Pages to read: their cost, their order, and where they open."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Member
from forums import paging
from forums.actions.visibility import hide_post
from forums.models import Board, Post, ReadMark, Topic
from tests.factories import MemberFactory, make_reply, make_topic


@pytest.fixture
def long_topic(db: Any) -> Topic:
    """An opening post, 25 branches; the first has 12 replies below it."""
    opening = make_topic()
    writers = [MemberFactory() for _ in range(5)]
    head = make_reply(opening, author=writers[0])
    for n in range(12):
        make_reply(head, author=writers[n % 5], text=f"below {n}")
    for n in range(24):
        make_reply(opening, author=writers[n % 5], text=f"branch {n}")
    return Topic.objects.get(pk=opening.topic_id)


@pytest.fixture(autouse=True)
def _no_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forums.permissions.MAX_POSTS_PER_WINDOW", 10_000)


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("order", ["threaded", "flat"])
def test_topic_page_asks_at_most_eight_questions_whatever_its_length(
    as_member: Client, topic: Topic, long_topic: Topic, order: str
) -> None:
    # The list of content warnings is kept for a minute: asked for before anything is counted.
    queries(as_member, topic.get_absolute_url())
    short = queries(as_member, f"{topic.get_absolute_url()}?order={order}")
    long = queries(as_member, f"{long_topic.get_absolute_url()}?order={order}")
    assert long == short <= 8


@pytest.mark.parametrize(
    "name",
    ["forums:home", "forums:new", "forums:followed", "composing:drafts", "notifications:notices"],
)
def test_lists_do_not_ask_for_each_row(as_member: Client, member: Member, name: str) -> None:
    opening = make_topic(author=member)
    make_reply(opening)
    few = queries(as_member, reverse(name))
    for _ in range(4):
        make_reply(make_topic(author=member, board=opening.topic.board))
    assert queries(as_member, reverse(name)) == few <= 10


def test_board_page_does_not_ask_for_each_row(as_member: Client, board: Board) -> None:
    make_topic(board=board)
    few = queries(as_member, board.get_absolute_url())
    for _ in range(4):
        make_topic(board=board)
    assert queries(as_member, board.get_absolute_url()) == few <= 10


def test_posting_a_reply_is_cheaper_than_the_forums_to_beat(
    as_member: Client, topic: Topic, django_capture_on_commit_callbacks: Any
) -> None:
    with CaptureQueriesContext(connection) as found:
        as_member.post(
            reverse("forums:reply", args=[topic.pk]),
            {"text": "Me too.", "token": "5f0f7a3e-7a3b-4a5f-9d38-3c6f8d9d6a10"},
        )
    real = [q for q in found if "SAVEPOINT" not in q["sql"]]
    assert len(real) <= 33, [q["sql"][:80] for q in real]


def test_long_branch_is_folded_and_opens_on_its_own_page(
    as_member: Client, long_topic: Topic
) -> None:
    page = as_member.get(long_topic.get_absolute_url())
    shown = [n for n in range(12) if f"below {n}<" in page.content.decode()]
    assert len(shown) == paging.SHOWN_BELOW
    assert b"Show 6 more replies" in page.content
    branch = as_member.get(reverse("forums:branch", args=[long_topic.pk, 1]))
    shown = [f"below {n}<" in branch.content.decode() for n in range(12)]
    assert shown == [True] * 12


def test_pages_are_numbered_and_stable(as_member: Client, long_topic: Topic) -> None:
    address = long_topic.get_absolute_url()
    second = as_member.get(f"{address}?page=2").content
    make_reply(long_topic.posts.get(number=1), text="came last")
    assert b"branch 9<" in second
    again = as_member.get(f"{address}?page=2").content
    assert [b"branch %d<" % n in again for n in range(9, 19)] == [True] * 10
    assert b"came last" not in again
    assert b"came last" in as_member.get(f"{address}?page=3").content


@pytest.mark.parametrize(
    "page", ["0", "4", "-1", "abc", "", "99999999999999999999999", "1.5", "%00", "²"]
)
def test_page_out_of_range_is_a_404(as_member: Client, long_topic: Topic, page: str) -> None:
    answer = as_member.get(f"{long_topic.get_absolute_url()}?page={page}")
    assert answer.status_code == 404


def test_flat_pages_hold_twenty(as_member: Client, long_topic: Topic) -> None:
    page = as_member.get(f"{long_topic.get_absolute_url()}?order=flat&page=2")
    assert [post.post.number for post in page.context["page"].posts] == list(range(21, 39))


@pytest.mark.parametrize("order", ["threaded", "flat"])
def test_every_permanent_link_opens_where_its_post_stands(
    as_member: Client, member: Member, long_topic: Topic, order: str
) -> None:
    Member.objects.filter(pk=member.pk).update(reading_order=order)
    for post in long_topic.posts.all():
        answer = as_member.get(post.get_absolute_url())
        page = as_member.get(answer["Location"])
        assert f'id="post-{post.pk}"'.encode() in page.content, post.number


def test_topic_opens_at_the_first_unread(
    as_member: Client, member: Member, long_topic: Topic
) -> None:
    mark = ReadMark(topic=long_topic, member=member)
    mark.add(set(range(1, 30)))
    mark.save()
    answer = as_member.get(reverse("forums:first_unread", args=[long_topic.pk]))
    assert answer["Location"].endswith(f"#post-{long_topic.posts.get(number=30).pk}")


def test_hidden_and_withdrawn_posts_keep_their_place(
    as_member: Client, reply: Post, moderator: Member
) -> None:
    answer_below = make_reply(reply, text="An answer to it.")
    hide_post(post=reply, by=moderator)
    page = as_member.get(reply.topic.get_absolute_url()).content
    assert b"This post is hidden." in page
    assert reply.text.encode() not in page
    assert answer_below.text.encode() in page


def test_its_author_still_reads_a_hidden_post(
    as_other: Client, as_moderator: Client, reply: Post, moderator: Member
) -> None:
    hide_post(post=reply, by=moderator)
    address = reply.topic.get_absolute_url()
    assert reply.text.encode() in as_other.get(address).content
    # Moderators say why first: tests/moderation/test_looks.py.
    assert reply.text.encode() not in as_moderator.get(address).content


def test_strangers_read_open_boards_only(visitor: Client, web_board: Board, topic: Topic) -> None:
    open_topic = make_topic(board=web_board, text="Hello from the seaside.").topic
    assert b"Hello from the seaside." in visitor.get(open_topic.get_absolute_url()).content
    closed = visitor.get(topic.get_absolute_url())
    absent = visitor.get(reverse("forums:topic", args=[10**9]))
    assert closed.status_code == absent.status_code == 302
    assert "/accounts/login/" in closed["Location"]


def test_reading_writes_nothing(as_member: Client, long_topic: Topic) -> None:
    with CaptureQueriesContext(connection) as found:
        as_member.get(long_topic.get_absolute_url())
    assert [
        q["sql"] for q in found if not q["sql"].strip().startswith(("SELECT", "SAVEPOINT"))
    ] == []


def test_changing_the_order_comes_back_to_the_topic(
    as_member: Client, member: Member, topic: Topic
) -> None:
    here = topic.get_absolute_url()
    page = as_member.get(here).content.decode()
    address = reverse("accounts:reading_order")
    assert f'formaction="{address}?next={here}"' in page
    answer = as_member.post(f"{address}?next={here}", {"order": "flat"})
    assert answer["Location"] == here
    member.refresh_from_db()
    assert member.reading_order == "flat"
    assert as_member.post(f"{address}?next=//evil.example/", {"order": "flat"})["Location"] == "/"


@pytest.mark.parametrize("branch", [0, 2, 2**31, 10**12])
def test_branches_that_are_not_there(as_member: Client, reply: Post, branch: int) -> None:
    address = f"/topics/{reply.topic_id}/replies/{branch}/"
    assert as_member.get(address).status_code == 404


def test_a_name_of_the_other_direction_moves_no_number_beside_it(
    as_member: Client, board: Board
) -> None:
    author = MemberFactory(pseudonym="شجرة")
    opening = make_topic(author=author, board=board, title="עץ ירוק")
    listed = as_member.get(board.get_absolute_url()).content.decode()
    assert "by \u2068شجرة\u2069" in listed
    shown = as_member.get(opening.topic.get_absolute_url()).content.decode()
    assert "<title>\u2068עץ ירוק\u2069 · " in shown
    # Alone in its own element the browser isolates it.
    assert "<bdi>עץ ירוק</bdi>" in shown
