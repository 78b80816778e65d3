"""Spam, many at a time, and half an hour to undo it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.access import Refused
from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.batches import hide_spam, undo_batch
from moderation.actions.claiming import claim_case
from moderation.models import Batch, Case, Decision, Entry
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report


@pytest.fixture
def spam(db: Any) -> Guideline:
    return Guideline.objects.get(number=8)


@pytest.fixture
def heap(opening: Post, spam: Guideline) -> list[Case]:
    return [report(make_reply(opening, text=f"Buy {n}!"), spam).case for n in range(3)]


def statuses(heap: list[Case]) -> list[str]:
    return [Post.objects.get(case=case).status for case in heap]


def test_a_heap_is_hidden_and_undone(
    as_moderator: Client, as_admin: Client, log_in: Any, heap: list[Case]
) -> None:
    queue = reverse("moderation:queue")
    assert b'name="case"' not in as_moderator.get(queue).content
    assert b'name="case"' not in as_moderator.get(f"{queue}?guideline=3").content
    page = as_moderator.get(f"{queue}?guideline=8")
    assert page.content.count(b'name="case"') == 3
    assert b"Buy 1!" in page.content, "nobody hides what they have not read"
    address = f"{reverse('moderation:spam')}?guideline=8"
    answer = as_moderator.post(address, {"case": [], "reason": "x"}, follow=True)
    assert "tick at least one" in answer.content.decode()
    ticked = [case.pk for case in heap[:2]]
    answer = as_moderator.post(address, {"case": ticked, "reason": "No adverts."}, follow=True)
    assert "2 posts are hidden." in answer.content.decode()
    assert statuses(heap) == ["hidden", "hidden", "published"]
    assert Decision.objects.filter(reason="No adverts.", guideline__number=8).count() == 2
    batch = Batch.objects.get()
    undo = reverse("moderation:undo_spam", args=[batch.pk])
    assert undo in as_moderator.get(queue).content.decode()
    assert undo not in as_admin.get(queue).content.decode()
    as_moderator.post(undo)
    assert statuses(heap) == ["published"] * 3
    assert Case.objects.filter(status="open").count() == 3
    assert Entry.objects.filter(kind="undone").count() == 2
    assert Notice.objects.filter(kind="restored").count() == 2
    assert Decision.objects.count() == 2, "the record keeps what was done"
    decision = Decision.objects.select_related("about").first()
    told = log_in(decision.about).get(decision.get_absolute_url()).content.decode()
    assert "This was a mistake and is taken back" in told
    assert "Ask for another look" not in told


def test_only_spam_and_only_what_is_free(
    moderator: Member, opening: Post, spam: Guideline, guideline: Guideline, heap: list[Case]
) -> None:
    worry = report(make_reply(opening), spam).case
    report(worry.post, None)
    own = report(make_reply(opening), spam, moderator).case
    unkind = report(make_reply(opening), guideline).case
    held, free, _rest = heap
    claim_case(moderator=MemberFactory(role="moderator"), case=held)
    everything = [case.pk for case in (worry, own, unkind, held, free)] + [10**9]
    batch = hide_spam(moderator=moderator, cases=everything, guideline=spam, reason="x")
    assert batch is not None
    assert [decision.case_id for decision in batch.decisions.all()] == [free.pk]
    assert hide_spam(moderator=moderator, cases=everything, guideline=spam, reason="x") is None
    assert Batch.objects.count() == 1
    with pytest.raises(Refused):
        hide_spam(moderator=moderator, cases=[unkind.pk], guideline=guideline, reason="x")


def test_undoing_has_its_time_and_its_owner(
    moderator: Member, spam: Guideline, heap: list[Case]
) -> None:
    batch = hide_spam(moderator=moderator, cases=[heap[0].pk], guideline=spam, reason="x")
    assert batch is not None
    with pytest.raises(Refused, match="Only whoever decided"):
        undo_batch(moderator=MemberFactory(role="moderator"), batch=batch)
    Batch.objects.update(made_at=timezone.now() - timedelta(minutes=31))
    with pytest.raises(Refused, match="half an hour"):
        undo_batch(moderator=moderator, batch=batch)
    Batch.objects.update(made_at=timezone.now())
    assert undo_batch(moderator=MemberFactory(role="admin"), batch=batch) == 1
    with pytest.raises(Refused):
        undo_batch(moderator=moderator, batch=batch)


def test_what_was_judged_again_meanwhile_stays(
    moderator: Member, spam: Guideline, heap: list[Case]
) -> None:
    batch = hide_spam(
        moderator=moderator, cases=[case.pk for case in heap], guideline=spam, reason="x"
    )
    assert batch is not None
    Post.objects.filter(pk=heap[0].post_id).update(status="published")
    again = report(Post.objects.get(pk=heap[0].post_id), spam).case
    decide(again, MemberFactory(role="moderator"), spam)
    assert undo_batch(moderator=moderator, batch=batch) == 2
    assert statuses(heap) == ["hidden", "published", "published"]


def test_members_cannot(as_member: Client, heap: list[Case]) -> None:
    address = f"{reverse('moderation:spam')}?guideline=8"
    assert as_member.post(address, {"case": [heap[0].pk], "reason": "x"}).status_code == 404
    assert statuses(heap) == ["published"] * 3


@pytest.mark.parametrize("query", ["", "?guideline=x", "?guideline=3", "?guideline=99999"])
def test_odd_questions(as_moderator: Client, heap: list[Case], query: str) -> None:
    address = reverse("moderation:spam") + query
    assert as_moderator.post(address, {"case": ["x"], "reason": "y"}).status_code == 404


def test_what_was_judged_again_stands_when_its_heap_is_undone(
    moderator: Member, heap: list[Case], spam: Guideline
) -> None:
    batch = hide_spam(
        moderator=moderator, cases=[case.pk for case in heap], guideline=spam, reason="No adverts."
    )
    assert batch is not None
    again = heap[0]
    assert again.post is not None
    report(again.post, spam)
    assert undo_batch(moderator=moderator, batch=batch) == 2
    undone = {each.case_id: each.is_undone for each in Decision.objects.select_related("batch")}
    assert undone == {heap[0].pk: False, heap[1].pk: True, heap[2].pk: True}
