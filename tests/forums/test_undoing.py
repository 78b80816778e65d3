"""Whoever has just sent something can take it back into the box for a minute."""

import uuid
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from composing.models import Draft
from forums.models import Board, Post, Topic
from tests.factories import make_reply


def send(client: Client, topic: Topic, text: str, **more: Any) -> Any:
    words = {"text": text, "token": str(uuid.uuid4())}
    return client.post(reverse("forums:reply", args=[topic.pk]), words, **more)


def test_undo_sending(as_member: Client, as_other: Client, member: Member, topic: Topic) -> None:
    landed = send(as_member, topic, "Too early.")
    post = Post.objects.get(author=member)
    address = reverse("forums:undo_send", args=[post.pk])
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert landed.status_code == 302
    assert address in page
    assert as_other.post(address).status_code == 404
    back = as_member.post(address, follow=True).content.decode()
    assert "Taken back. Here are your words." in back
    assert "Too early." in back
    post.refresh_from_db()
    assert (post.status, post.text) == ("withdrawn", "")


def test_undoing_a_topic_takes_its_title_along(
    as_member: Client, member: Member, board: Board
) -> None:
    words = {"title": "Waiting for the scan", "text": "Too early.", "wish": "ideas",
             "token": str(uuid.uuid4())}  # fmt: skip
    as_member.post(reverse("forums:new_topic", args=[board.slug]), words)
    post = Post.objects.get(author=member)
    as_member.post(reverse("forums:undo_send", args=[post.pk]))
    post.topic.refresh_from_db()
    assert post.topic.status == "withdrawn"
    assert "Waiting" not in post.topic.title
    draft = Draft.objects.get()
    assert (draft.title, draft.text, draft.wish) == ("Waiting for the scan", "Too early.", "ideas")


def test_not_after_a_minute_or_an_answer(as_member: Client, member: Member, opening: Post) -> None:
    answered = make_reply(opening, author=member)
    make_reply(answered)
    late = make_reply(opening, author=member)
    Post.objects.filter(pk=late.pk).update(created_at=timezone.now() - timedelta(seconds=61))
    for post in (answered, late):
        assert as_member.post(reverse("forums:undo_send", args=[post.pk])).status_code == 403
        post.refresh_from_db()
        assert post.is_published


def test_each_of_several_has_its_minute(as_member: Client, member: Member, topic: Topic) -> None:
    for words in ("One.", "I want to die."):
        landed = as_member.get(send(as_member, topic, words)["Location"])
    assert landed["Location"].endswith("#just-sent")
    posts = list(Post.objects.filter(author=member).order_by("pk"))
    ways = [reverse("forums:undo_send", args=[post.pk]) for post in posts]
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert all(way in page for way in ways)
    assert page.count('id="just-sent"') == 1
    assert page.count("help-card") == 1
    as_member.post(ways[0])
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert [way in page for way in ways] == [False, True]
    assert "help-card" not in page


def test_a_change_within_the_minute_leaves_the_way_back(
    as_member: Client, member: Member, topic: Topic
) -> None:
    send(as_member, topic, "One.")
    post = Post.objects.get(author=member)
    words = {"text": "One, and I want to die.", "token": str(uuid.uuid4()), "version": "1"}
    as_member.post(reverse("forums:edit", args=[post.pk]), words)
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert reverse("forums:undo_send", args=[post.pk]) in page
    assert "help-card" in page


def test_words_that_were_taken_back_have_no_way_back(
    as_member: Client, member: Member, topic: Topic
) -> None:
    send(as_member, topic, "One.")
    way = reverse("forums:undo_send", args=[Post.objects.get(author=member).pk])
    assert way in as_member.get(topic.get_absolute_url()).content.decode()
    as_member.post(way)
    assert way not in as_member.get(topic.get_absolute_url()).content.decode()
