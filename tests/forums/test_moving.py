"""A topic moves to another board with everything it has, and never into the open."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.actions.topics import move_topic
from forums.models import Board, Post
from live.models import Event
from tests.factories import BoardFactory, make_reply, make_topic


def counts(board: Board) -> tuple[int, int]:
    board.refresh_from_db()
    return board.topics_count, board.posts_count


def test_counters_go_with_it(opening: Post, board: Board, moderator: Member) -> None:
    make_reply(opening)
    stays = make_topic(board=board)
    other = BoardFactory(name="Daily life")
    move_topic(topic=opening.topic, board=other, by=moderator)
    assert (counts(board), counts(other)) == ((1, 1), (1, 2))
    assert board.last_posted_at == stays.topic.last_posted_at
    assert Event.objects.get(kind="topic.moved").room == opening.topic.room


def test_an_emptied_board_has_no_last_post(opening: Post, board: Board, moderator: Member) -> None:
    move_topic(topic=opening.topic, board=BoardFactory(), by=moderator)
    assert (counts(board), board.last_posted_at) == ((0, 0), None)


def test_never_from_members_to_everybody(
    as_moderator: Client, moderator: Member, opening: Post, web_board: Board, board: Board
) -> None:
    address = reverse("moderation:open_case_of_topic", args=[opening.topic_id])
    page = as_moderator.post(address, follow=True).content.decode()
    assert f'value="{web_board.pk}"' not in page
    with pytest.raises(ActionDenied, match="written for members only"):
        move_topic(topic=opening.topic, board=web_board, by=moderator)
    opening.topic.refresh_from_db()
    assert opening.topic.board == board


def test_from_the_open_to_members_is_fine(
    moderator: Member, web_board: Board, board: Board
) -> None:
    topic = make_topic(board=web_board).topic
    move_topic(topic=topic, board=board, by=moderator)
    topic.refresh_from_db()
    assert topic.board == board


def test_into_the_same_board_is_nothing(opening: Post, board: Board, moderator: Member) -> None:
    move_topic(topic=opening.topic, board=board, by=moderator)
    assert not Event.objects.filter(kind="topic.moved").exists()


def test_not_into_a_board_that_is_not_in_use(opening: Post, moderator: Member) -> None:
    with pytest.raises(ActionDenied):
        move_topic(topic=opening.topic, board=BoardFactory(is_in_use=False), by=moderator)


def test_members_do_not_move_topics(as_member: Client, opening: Post) -> None:
    address = reverse("moderation:open_case_of_topic", args=[opening.topic_id])
    assert as_member.post(address).status_code == 404
    with pytest.raises(ActionDenied):
        move_topic(topic=opening.topic, board=BoardFactory(), by=opening.author)
