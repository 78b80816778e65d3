"""A tip is given seldom, and one press says that a rule was wrong."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.models import Post, Topic
from guidance.models import PromptEvent, Rule, RuleVersion
from tests.factories import MemberFactory, make_topic

TIP = "Calm down."  # G07


def reply(client: Client, topic: Topic, text: str = TIP, **more: Any) -> Any:
    words = {"text": text, "token": str(uuid.uuid4()), **more}
    return client.post(reverse("forums:reply", args=[topic.pk]), words)


def look(client: Client, topic: Topic, text: str = TIP, token: str = "") -> Any:
    words = {"place": f"topic:{topic.pk}", "text": text, "token": token or str(uuid.uuid4())}
    return client.post(reverse("composing:check_draft"), words).json()["prompt"]


def test_one_tip_a_day_and_one_in_a_topic(as_member: Client, topic: Topic) -> None:
    other = make_topic().topic
    token = str(uuid.uuid4())
    assert look(as_member, topic, token=token)["rule"] == "G07"
    # The same form is still the same remark.
    assert look(as_member, topic, token=token)["rule"] == "G07"
    assert "Before it goes out" in reply(as_member, topic, token=token).content.decode()
    assert look(as_member, other) is None
    assert reply(as_member, other).status_code == 302
    PromptEvent.objects.update(shown_at=timezone.now() - timedelta(hours=25))
    assert look(as_member, topic) is None, "there was one in this topic"
    assert look(as_member, other)["rule"] == "G07"


def test_what_is_more_than_a_tip_is_asked_all_the_same(as_member: Client, topic: Topic) -> None:
    assert look(as_member, topic)["severity"] == "tip"
    assert look(as_member, topic, "You are an idiot.")["severity"] == "ask"
    assert look(as_member, topic, "I want to die.")["severity"] == "help"
    assert reply(as_member, topic, "You are an idiot.").status_code == 200


def test_nobody_elses_tip_counts(as_member: Client, log_in: Any, topic: Topic) -> None:
    assert look(as_member, topic) is not None
    assert look(log_in(MemberFactory()), topic) is not None


def test_one_press_says_that_it_was_wrong(as_member: Client, member: Member, topic: Topic) -> None:
    token = str(uuid.uuid4())
    page = reply(as_member, topic, token=token).content.decode()
    assert 'name="wrong" value="G07"' in page
    assert reply(as_member, topic, token=token, wrong="G07").status_code == 302
    assert Post.objects.get(author=member).text == TIP
    assert PromptEvent.objects.get().outcome == "wrong"
    # It is quiet for them, as when they let it stand.
    PromptEvent.objects.update(shown_at=timezone.now() - timedelta(days=2), place="")
    assert look(as_member, topic) is None


@pytest.mark.parametrize(("before", "state"), [(18, "on"), (19, "trial")])
def test_a_rule_that_is_called_wrong_goes_on_trial(
    as_member: Client, other: Member, topic: Topic, before: int, state: str
) -> None:
    """With the one that follows: 20 of the last 100."""
    rule = Rule.objects.get(key="G07")
    PromptEvent.objects.bulk_create(
        PromptEvent(
            member=other, token=uuid.uuid4(), rule="G07", key="G07", message="x",
            outcome="wrong" if n < before else "changed",
        )
        for n in range(60)
    )  # fmt: skip
    token = str(uuid.uuid4())
    reply(as_member, topic, token=token)
    reply(as_member, topic, token=token, wrong="G07")
    rule.refresh_from_db()
    assert rule.state == state
    if state == "trial":
        assert "20 called it wrong" in RuleVersion.objects.filter(rule=rule).latest("pk").why


def test_moderators_see_how_often(as_moderator: Client, other: Member) -> None:
    PromptEvent.objects.bulk_create(
        PromptEvent(
            member=other, token=uuid.uuid4(), rule="G07", key="G07", message="x", outcome="wrong"
        )
        for _ in range(30)
    )
    page = as_moderator.get(reverse("moderation:effect")).content.decode()
    assert "Called wrong by its author" in page
