from collections.abc import Iterable

from django.utils import timezone

from accounts.models import Member
from forums.models import Follow, Post, ReadMark, Topic
from live.events import atomic_action
from notifications import actions as notices


def follow_topic(*, member: Member, topic: Topic) -> None:
    """The member hears of new posts; following twice is following."""
    Follow.objects.bulk_create([Follow(topic=topic, member=member)], ignore_conflicts=True)


def unfollow_topic(*, member: Member, topic: Topic) -> None:
    Follow.objects.filter(topic=topic, member=member).delete()


@atomic_action
def mark_read(*, member: Member, topic: Topic, numbers: Iterable[int]) -> None:
    """The member has seen these posts of the topic; numbers it does not have are left out."""
    seen = {number for number in numbers if 1 <= number <= topic.posts_count}
    if seen:
        mark = add_to_mark(topic.pk, member.pk, seen)
        # What is newest may stand on another page: then there is still something to be told.
        gone = set(topic.gone)
        newest = next((n for n in range(topic.posts_count, 0, -1) if n not in gone), 0)
        if mark.has_seen(newest) or mark.has_seen(_newest_for(member, topic)):
            notices.mark_read(member=member, subject=f"topic:{topic.pk}")


def _newest_for(member: Member, topic: Topic) -> int:
    """The number of the last post of the topic that the member may read."""
    posts = Post.objects.visible_to(member).filter(topic=topic)
    return posts.order_by("-number").values_list("number", flat=True).first() or 0


def add_to_mark(topic_id: int, member_id: int, numbers: set[int]) -> ReadMark:
    """Adds to the mark under its lock; made first if it is missing, by whoever comes first."""
    key = {"topic_id": topic_id, "member_id": member_id}
    ReadMark.objects.bulk_create([ReadMark(**key)], ignore_conflicts=True)
    mark = ReadMark.objects.select_for_update().get(**key)
    before = (mark.up_to, tuple(mark.beyond))
    mark.add(numbers)
    if (mark.up_to, tuple(mark.beyond)) != before:
        mark.changed_at = timezone.now()
        mark.save()
    return mark


# For a post that was written this moment, as ReadMark.add does it; answers if there was room in the
# mark.
SEE_NEWEST = """
    INSERT INTO forums_readmark AS mark
        (topic_id, member_id, up_to, beyond, seen_count, changed_at)
    VALUES (
        %(topic)s, %(member)s, CASE WHEN %(number)s = 1 THEN 1 ELSE 0 END,
        CASE WHEN %(number)s = 1 THEN '{}'::int[] ELSE ARRAY[%(number)s]::int[] END, 1, %(now)s
    )
    ON CONFLICT (topic_id, member_id) DO UPDATE SET
        up_to = CASE WHEN mark.up_to = %(number)s - 1 THEN %(number)s ELSE mark.up_to END,
        beyond = CASE
            WHEN mark.up_to = %(number)s - 1 THEN mark.beyond ELSE mark.beyond || %(number)s
        END,
        seen_count = mark.seen_count + 1,
        changed_at = %(now)s
    WHERE cardinality(mark.beyond) < %(most)s AND mark.up_to < %(number)s
        AND NOT %(number)s = ANY (mark.beyond)
    RETURNING id
"""


@atomic_action
def mark_all_read(*, member: Member, topic: Topic) -> None:
    """The member is done with everything in the topic so far."""
    add_to_mark(topic.pk, member.pk, set(range(1, topic.posts_count + 1)))
    notices.mark_read(member=member, subject=f"topic:{topic.pk}")
