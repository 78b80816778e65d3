"""What a member has seen, post by post."""

import random

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.actions.following import SEE_NEWEST, add_to_mark, mark_read
from forums.models import ReadMark, Topic
from tests.factories import make_reply


def test_mark_is_the_set_of_what_was_seen() -> None:
    picks = random.Random(3)
    mark, seen = ReadMark(), set()
    for _ in range(300):
        some = {picks.randint(1, 300) for _ in range(picks.randint(1, 5))}
        mark.add(some)
        seen |= some
        assert {n for n in range(1, 301) if mark.has_seen(n)} == seen
        assert mark.seen_count == len(seen)


def test_mark_stays_small() -> None:
    mark = ReadMark()
    mark.add(set(range(2, 4000, 2)))
    assert len(mark.beyond) <= ReadMark.MAX_BEYOND


def test_numbers_the_topic_does_not_have_are_left_out(member: Member, topic: Topic) -> None:
    mark_read(member=member, topic=topic, numbers=[1, 2, 500, -3])
    assert ReadMark.objects.get(member=member, topic=topic).seen_count == 1


def test_new_for_me_lists_what_was_not_seen(as_member: Client, topic: Topic) -> None:
    make_reply(topic.posts.get(number=1))
    address = reverse("forums:new")
    assert b"2 new" in as_member.get(address).content
    as_member.post(reverse("forums:read", args=[topic.pk]), {"numbers": "1,x,,2,99999999999"})
    assert topic.title.encode() not in as_member.get(address).content


def test_everything_can_be_marked_at_once(as_member: Client, topic: Topic) -> None:
    as_member.post(reverse("forums:read", args=[topic.pk]))
    assert topic.title.encode() not in as_member.get(reverse("forums:new")).content


def add_newest_to_mark(topic_id: int, member_id: int, number: int) -> None:
    """As post_creation.settle does it for a post that was written this moment."""
    params = {
        "topic": topic_id, "member": member_id, "number": number, "now": timezone.now(),
        "most": ReadMark.MAX_BEYOND,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(SEE_NEWEST, params)
        if cursor.fetchone() is not None:
            return
    add_to_mark(topic_id, member_id, {number})


def test_one_statement_marks_as_the_many_do(member: Member, topic: Topic) -> None:
    """What is written by SEE_NEWEST equals what the model computes."""
    picks = random.Random(5)
    expected = ReadMark()
    number = 0
    for _ in range(60):
        number += picks.choice((1, 1, 2, 5))
        add_newest_to_mark(topic.pk, member.pk, number)
        expected.add({number})
        mark = ReadMark.objects.get(member=member, topic=topic)
        assert (mark.up_to, mark.beyond, mark.seen_count) == (
            expected.up_to, expected.beyond, expected.seen_count,
        )  # fmt: skip
    add_newest_to_mark(topic.pk, member.pk, number)
    assert ReadMark.objects.get(member=member, topic=topic).seen_count == expected.seen_count


def test_a_full_mark_is_joined_as_ever(member: Member, topic: Topic) -> None:
    full = ReadMark(topic=topic, member=member)
    full.add(set(range(2, 2 + 2 * ReadMark.MAX_BEYOND, 2)))
    full.save()
    add_newest_to_mark(topic.pk, member.pk, 5000)
    full.add({5000})
    mark = ReadMark.objects.get(member=member, topic=topic)
    assert (mark.up_to, mark.beyond) == (full.up_to, full.beyond)
