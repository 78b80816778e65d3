"""What moderators set by hand stands when decisions about the same topic are taken back."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.actions.replies import withdraw_post
from forums.actions.topics import close_topic
from forums.actions.visibility import hide_post, restore_post
from forums.models import Board, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.models import CaseLogEntry
from notifications.models import Notice
from tests.factories import BoardFactory, make_reply, make_topic
from tests.moderation.acts import judged, overturned


def test_what_was_ended_by_hand_stays_ended(
    author: Member, guideline: Guideline, moderator: Member, log_in: Any
) -> None:
    # So that no number of reports makes the topic hot.
    Guideline.objects.filter(pk=guideline.pk).update(is_about_spam=True)
    opening = make_topic(author=author)
    topic, hand = opening.topic, log_in(moderator)

    posts = [make_reply(opening, author=author) for _ in range(5)]
    post = posts.pop

    def is_now() -> tuple[str, int]:
        topic.refresh_from_db()
        return topic.status, topic.slow_minutes

    judged(author, guideline, moderator, "slow", minutes=30, post=post())
    hand.post(reverse("forums:at_its_pace", args=[topic.pk]))
    assert Event.objects.filter(room=topic.room, kind="topic.pace_changed").count() == 2
    second = judged(author, guideline, moderator, "slow", minutes=60, post=post())
    third = judged(author, guideline, moderator, "slow", minutes=10, post=post())
    overturned(second, author)
    assert is_now() == ("open", 10)
    overturned(third, author)
    assert is_now() == ("open", 0)

    judged(author, guideline, moderator, "close", post=(reported := post()))
    hand.post(reverse("forums:reopen", args=[topic.pk]))
    second = judged(author, guideline, moderator, "close", post=post())
    overturned(second, author)
    assert is_now() == ("open", 0)
    third = judged(author, guideline, moderator, "slow", minutes=20, post=reported)
    hand.post(reverse("forums:at_its_pace", args=[topic.pk]))
    overturned(third, author)
    assert is_now() == ("open", 0)


def test_an_untitled_topic_stays_closed(
    author: Member, guideline: Guideline, moderator: Member, log_in: Any
) -> None:
    opening = make_topic()
    decision = judged(author, guideline, moderator, "close", opening=opening)
    withdraw_post(post=opening, by=opening.author)
    overturned(decision, author)
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"
    page = log_in(moderator).post(reverse("forums:reopen", args=[opening.topic_id]), follow=True)
    assert "took back the first post" in page.content.decode()
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"


def test_a_closed_topic_that_is_hidden_comes_back_open(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    opening = make_topic()
    decision = judged(author, guideline, moderator, "close", opening=opening)
    hide_post(post=opening, by=moderator)
    overturned(decision, author)
    assert Topic.objects.get(pk=opening.topic_id).status == "hidden"
    restore_post(post=opening, by=moderator)
    assert Topic.objects.get(pk=opening.topic_id).status == "open"


@pytest.mark.parametrize("was_read", [True, False])
def test_who_opened_the_topic_hears_that_it_is_taken_back(
    author: Member, guideline: Guideline, moderator: Member, log_in: Any, was_read: bool
) -> None:
    opening = make_topic()
    shelf = BoardFactory()
    decision = judged(author, guideline, moderator, "move", opening=opening, board=shelf)
    if was_read:
        Notice.objects.update(read_at=timezone.now())
    overturned(decision, author)
    assert Topic.objects.get(pk=opening.topic_id).board != shelf
    unread = Notice.objects.unread().filter(member=opening.author, kind="topic_tended")
    assert unread.count() == (1 if was_read else 2)
    page = log_in(opening.author).get(reverse("notifications:notices"))
    assert "taken back" in page.content.decode()


def test_no_notice_keeps_a_title_that_was_taken_back(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    opening = make_topic(title="Canarytitle")
    for outcome in ("hide", "thank", "close"):
        judged(author, guideline, moderator, outcome, opening=opening)
    assert Notice.objects.filter(parts__topic="Canarytitle").count() >= 4
    withdraw_post(post=opening, by=opening.author)
    assert not Notice.objects.filter(parts__topic="Canarytitle").exists()
    assert Notice.objects.filter(kind="decision").exists()


def test_a_topic_that_was_hidden_when_it_was_closed_opens_again(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    """The decision showed it again first."""
    opening = make_topic(author=author)
    hide_post(post=opening, by=None)
    decision = judged(author, guideline, moderator, "close", post=opening)
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"
    overturned(decision, author)
    assert Topic.objects.get(pk=opening.topic_id).status == "open"


def test_a_hidden_topic_can_be_closed(moderator: Member) -> None:
    opening = make_topic()
    hide_post(post=opening, by=moderator)
    close_topic(topic=opening.topic, by=moderator)
    assert Topic.objects.get(pk=opening.topic_id).status == "hidden"
    restore_post(post=opening, by=moderator)
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"


@pytest.mark.parametrize("now", [{"is_in_use": False}, {"audience": "web"}])
def test_an_appeal_is_decided_though_the_topic_cannot_go_back(
    author: Member, guideline: Guideline, moderator: Member, now: dict[str, Any]
) -> None:
    opening = make_topic()
    before, shelf = opening.topic.board, BoardFactory()
    decision = judged(author, guideline, moderator, "move", opening=opening, board=shelf)
    Board.objects.filter(pk=before.pk).update(**now)
    overturned(decision, author)
    decision.refresh_from_db()
    assert decision.is_taken_back
    assert Topic.objects.get(pk=opening.topic_id).board == shelf
    assert CaseLogEntry.objects.filter(note__contains="not moved back").count() == 1
    # Nobody is told of what did not happen.
    assert not Notice.objects.filter(subject=f"tended-back:{decision.pk}").exists()
