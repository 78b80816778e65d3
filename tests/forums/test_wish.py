"""What would help: chosen by who asks, read by who answers."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from accounts.requests import writer_mark
from composing.models import Draft
from forums.models import Board, PendingPost, Topic
from guidance.support_types import LABELS, REPLY_STARTERS, SupportType
from live.models import Event
from tests.factories import BoardFactory, make_topic


def start(client: Client, board: Board, **words: str) -> Any:
    about = {"title": "Waiting for the scan", "text": "Day nine.", "token": str(uuid.uuid4())}
    return client.post(reverse("forums:new_topic", args=[board.slug]), {**about, **words})


def test_nothing_is_said_unless_it_is_chosen(
    as_member: Client, as_other: Client, board: Board
) -> None:
    page = as_member.get(reverse("forums:new_topic", args=[board.slug])).content.decode()
    radios = re.findall(r'<input[^>]*name="wish"[^>]*>', page)
    assert len(radios) == len(SupportType.values)
    assert not any("checked" in radio for radio in radios)
    start(as_member, board)
    topic = Topic.objects.get()
    assert topic.wish == ""
    # Nothing stands above the topic, nobody is told how to answer, and lists have no gap.
    page = as_other.get(topic.get_absolute_url()).content.decode()
    assert '<p class="wish" hidden>' in page
    assert "Three ways to begin" not in page
    assert b"\xc2\xb7  \xc2\xb7" not in as_other.get(board.get_absolute_url()).content
    words = {"place": f"topic:{topic.pk}", "text": "You should see somebody about it."}
    assert as_other.post(reverse("composing:check_draft"), words).json()["prompt"] is None


@pytest.mark.parametrize("wish", SupportType.values)
def test_it_stands_above_the_topic_and_the_reply_box(
    as_member: Client, as_other: Client, board: Board, wish: str
) -> None:
    assert start(as_member, board, wish=wish).status_code == 302
    topic = Topic.objects.get()
    assert topic.wish == wish
    page = as_other.get(topic.get_absolute_url()).content.decode()
    assert page.count(str(LABELS[wish])) == 2
    assert len(REPLY_STARTERS[wish]) == 3
    for example in REPLY_STARTERS[wish]:
        assert str(example) in page
    answer = as_other.get(reverse("forums:reply", args=[topic.pk])).content.decode()
    assert str(LABELS[wish]) in answer


def test_an_odd_wish_keeps_the_words(as_member: Client, board: Board) -> None:
    answer = start(as_member, board, wish="<b>")
    assert answer.status_code == 422
    assert "Day nine." in answer.content.decode()


def test_its_author_changes_it_and_readers_hear(
    as_member: Client, as_other: Client, visitor: Client, topic: Topic
) -> None:
    address = reverse("forums:wish", args=[topic.pk])
    assert as_member.get(address).status_code == 404
    assert as_member.post(address, {"wish": "ideas"}).status_code == 404
    assert visitor.get(address).status_code == 302
    assert address in as_other.get(topic.get_absolute_url()).content.decode()
    assert address not in as_member.get(topic.get_absolute_url()).content.decode()
    assert as_other.post(address, {}).status_code == 422
    assert as_other.post(address, {"wish": "ideas"}).status_code == 302
    topic.refresh_from_db()
    assert topic.wish == "ideas"
    assert Event.objects.filter(room=topic.room, kind="topic.wish_changed").count() == 1
    Topic.objects.filter(pk=topic.pk).update(status="closed")
    assert as_other.post(address, {"wish": "stories"}).status_code == 403


def test_lists_show_one_wish(as_member: Client, board: Board, other: Member) -> None:
    ideas = make_topic(author=other, board=board, title="Ideas for stairs").topic
    Topic.objects.filter(pk=ideas.pk).update(wish="ideas")
    make_topic(author=other, board=board, title="A hard week")
    page = as_member.get(board.get_absolute_url(), {"wish": "ideas"}).content.decode()
    assert "Ideas for stairs" in page
    assert "A hard week" not in page
    everything = as_member.get(board.get_absolute_url(), {"wish": "odd"}).content.decode()
    assert "A hard week" in everything
    nothing = as_member.get(board.get_absolute_url(), {"wish": "good_news"}).content.decode()
    assert "No topic with this wish yet." in nothing


def test_a_draft_and_what_waits_keep_it(
    as_member: Client, member: Member, moderator: Member, board: Board, settings: Any
) -> None:
    place = f"board:{board.pk}"
    as_member.post(
        reverse("composing:autosave_draft"),
        {"place": place, "title": "T", "text": "Half", "wish": "stories"},
    )
    assert Draft.objects.get().wish == "stories"
    page = as_member.get(reverse("forums:new_topic", args=[board.slug])).content.decode()
    assert 'value="stories" id="id_wish_1" checked' in page.replace(" required", "")
    settings.FIRST_POSTS_HELD = 1
    start(as_member, board, wish="stories")
    held = PendingPost.objects.get()
    assert held.wish == "stories"
    from forums.actions.pending_posts import approve_pending_post

    approve_pending_post(held=held, by=moderator)
    assert Topic.objects.get().wish == "stories"


# A board's questions


@pytest.fixture
def asking(board: Board) -> Board:
    Board.objects.filter(pk=board.pk).update(
        questions="Which treatment?\n\n How long? \nWhat would you like to know?\n4\n5\n6"
    )
    board.refresh_from_db()
    return board


def test_a_board_asks_and_nobody_has_to_answer(as_member: Client, asking: Board) -> None:
    assert len(asking.asks) == 5
    # Of another board, which asks nothing, the page was drawn before.
    as_member.get(reverse("forums:new_topic", args=[BoardFactory().slug]))
    page = as_member.get(reverse("forums:new_topic", args=[asking.slug])).content.decode()
    for question in ("Which treatment?", "How long?", "What would you like to know?"):
        assert question in page
    assert start(as_member, asking, title="Ocrevus").status_code == 302
    assert Topic.objects.get().posts.get().text == "Day nine."


def test_answers_stand_before_the_text(as_member: Client, asking: Board) -> None:
    words = {"title": "Ocrevus", "answer_0": "Ocrevus", "answer_2": "Is it *slow*?"}
    preview = start(as_member, asking, do="preview", **words).content.decode()
    assert "<strong>Which treatment?</strong>" in preview
    assert start(as_member, asking, **words).status_code == 302
    post = Topic.objects.get().posts.get()
    assert post.text == (
        "**Which treatment?**\n\nOcrevus\n\n**What would you like to know?**\n\nIs it *slow*?"
        "\n\nDay nine."
    )


def test_answers_alone_are_enough_and_nothing_at_all_is_not(
    as_member: Client, asking: Board
) -> None:
    empty = start(as_member, asking, title="Ocrevus", text="")
    assert empty.status_code == 422
    words = {"title": "Ocrevus", "text": "", "answer_1": "Since May"}
    assert start(as_member, asking, **words).status_code == 302
    assert Topic.objects.get().posts.get().text == "**How long?**\n\nSince May"


def test_a_draft_keeps_the_answers(as_member: Client, asking: Board) -> None:
    start(as_member, asking, do="draft", answer_1="Since May")
    assert Draft.objects.get().text == "**How long?**\n\nSince May\n\nDay nine."
    too_long = start(as_member, asking, title="Ocrevus", answer_1="x" * 20_000)
    assert too_long.status_code == 422
    assert "x" * 100 in too_long.content.decode()


def test_answers_survive_a_lost_session(visitor: Client, member: Member, asking: Board) -> None:
    start(visitor, asking, title="Ocrevus", answer_1="Since May", writer=writer_mark(member))
    visitor.force_login(member)
    page = visitor.get(reverse("forums:new_topic", args=[asking.slug])).content.decode()
    for words in ("Ocrevus", "Since May", "Day nine."):
        assert words in page
