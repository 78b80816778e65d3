"""Spam, many at a time, and half an hour to undo it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.batches import hide_posts_of, hide_spam, undo_batch
from moderation.actions.claiming import claim_case
from moderation.models import Batch, Case, CaseLogEntry, Decision
from moderation.permissions import posts_of
from notifications.models import Notice, OutboxEmail
from tests.factories import MemberFactory, make_reply, make_topic
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
    assert CaseLogEntry.objects.filter(kind="undone").count() == 2
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
    with pytest.raises(ActionDenied):
        hide_spam(moderator=moderator, cases=[unkind.pk], guideline=guideline, reason="x")


def test_undoing_has_its_time_and_its_owner(
    moderator: Member, spam: Guideline, heap: list[Case]
) -> None:
    batch = hide_spam(moderator=moderator, cases=[heap[0].pk], guideline=spam, reason="x")
    assert batch is not None
    with pytest.raises(ActionDenied, match="Only whoever decided"):
        undo_batch(moderator=MemberFactory(role="moderator"), batch=batch)
    Batch.objects.update(made_at=timezone.now() - timedelta(minutes=31))
    with pytest.raises(ActionDenied, match="half an hour"):
        undo_batch(moderator=moderator, batch=batch)
    Batch.objects.update(made_at=timezone.now())
    assert undo_batch(moderator=MemberFactory(role="admin"), batch=batch) == 1
    with pytest.raises(ActionDenied):
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


# All that one member wrote


@pytest.fixture
def banned(opening: Post, moderator: Member, guideline: Guideline) -> Member:
    """Suspended for good, with a topic and three replies that are still shown."""
    member = MemberFactory(pseudonym="seller")
    last = make_reply(opening, author=member, text="Buy this.")
    start = make_topic(author=member, title="My shop", text="All of it.")
    make_reply(start, author=member, text="And more.")
    make_reply(opening, author=member, text="Buy that.")
    decide(report(last, guideline).case, moderator, guideline, outcome="ban")
    return Member.objects.get(pk=member.pk)


def shown(member: Member) -> int:
    return Post.objects.filter(author=member, status="published").count()


def test_all_that_a_banned_member_wrote_is_seen_and_hidden(
    as_moderator: Client, banned: Member, opening: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:posts_of", args=[banned.pk])
    page = as_moderator.get(address).content.decode()
    assert page.count('name="post"') == page.count(" checked") == 3
    assert "My shop" in page
    pks = list(Post.objects.filter(author=banned, status="published").values_list("pk", flat=True))
    answer = as_moderator.post(address, {"post": pks, "reason": "Adverts, all of it."})
    assert answer.status_code == 422
    assert "Adverts, all of it." in answer.content.decode()
    words = {"post": [*pks, opening.pk, "x", "9" * 30], "guideline": guideline.pk,
             "reason": "Adverts, all of it."}  # fmt: skip
    letters = OutboxEmail.objects.filter(member=banned).count()
    answer = as_moderator.post(address, words, follow=True)
    assert "3 posts are hidden." in answer.content.decode()
    assert "Nothing is left here for you to decide." in answer.content.decode()
    assert (shown(banned), shown(opening.author)) == (0, 1)
    assert OutboxEmail.objects.filter(member=banned).count() == letters, "one letter was enough"
    # A second press finds nothing, and the queue holds nothing of it.
    assert "Nothing was changed" in as_moderator.post(address, words, follow=True).content.decode()
    assert not Case.objects.filter(status="open").exists()
    batch = Batch.objects.get()
    as_moderator.post(reverse("moderation:undo_spam", args=[batch.pk]))
    assert shown(banned) == 3
    assert not Case.objects.filter(status="open").exists()
    assert all(each.is_undone for each in batch.decisions.select_related("batch"))


def test_only_of_who_is_banned_and_only_by_who_may(
    as_moderator: Client, as_member: Client, log_in: Any, banned: Member, opening: Post,
    moderator: Member, guideline: Guideline,
) -> None:  # fmt: skip
    address = reverse("moderation:posts_of", args=[banned.pk])
    assert as_member.get(address).status_code == 404
    other = reverse("moderation:posts_of", args=[opening.author_id])
    assert as_moderator.get(other).status_code == 404
    elsewhere = MemberFactory(role="moderator", moderated_board_ids=[0])
    assert b'name="post"' not in log_in(elsewhere).get(address).content
    posts = Post.objects.filter(author=banned, status="published").order_by("pk")
    worry, reported, rest = posts
    report(worry, None)
    report(reported, guideline, moderator)
    assert list(posts_of(banned, moderator)) == [rest]
    batch = hide_posts_of(
        moderator=moderator, member=banned, posts=[each.pk for each in posts],
        guideline=guideline, reason="Adverts.",
    )  # fmt: skip
    assert batch is not None
    assert [each.case.post for each in batch.decisions.all()] == [rest]
    with pytest.raises(ActionDenied, match="suspended for good"):
        hide_posts_of(
            moderator=moderator, member=opening.author, posts=[opening.pk], guideline=guideline,
            reason="x",
        )  # fmt: skip


def test_a_ban_leads_to_what_was_written(
    as_moderator: Client, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    case.refresh_from_db()
    words = {"outcome": "ban", "guideline": guideline.pk, "reason": "No.", "version": case.version}
    answer = as_moderator.post(case.get_absolute_url(), words)
    address = reverse("moderation:posts_of", args=[reply.author_id])
    assert answer["Location"] == address
    assert address in as_moderator.get(case.get_absolute_url()).content.decode()
