from collections.abc import Iterable

from django.utils import timezone

from accounts.models import Member
from forums.models import Follow, ReadMark, Topic
from live.events import act
from notifications import actions as notices


def follow_topic(*, member: Member, topic: Topic) -> None:
    """The member hears of new posts; following twice is following."""
    Follow.objects.bulk_create([Follow(topic=topic, member=member)], ignore_conflicts=True)


def unfollow_topic(*, member: Member, topic: Topic) -> None:
    Follow.objects.filter(topic=topic, member=member).delete()


@act
def mark_read(*, member: Member, topic: Topic, numbers: Iterable[int]) -> None:
    """The member has seen these posts of the topic; numbers it does not have are left out."""
    seen = {number for number in numbers if 1 <= number <= topic.posts_count}
    if seen:
        add_to_mark(topic.pk, member.pk, seen)
        notices.mark_read(member=member, subject=f"topic:{topic.pk}")


def add_to_mark(topic_id: int, member_id: int, numbers: set[int]) -> None:
    """Adds to the mark under its lock; made first if it is missing, by whoever comes first."""
    key = {"topic_id": topic_id, "member_id": member_id}
    ReadMark.objects.bulk_create([ReadMark(**key)], ignore_conflicts=True)
    mark = ReadMark.objects.select_for_update().get(**key)
    before = (mark.up_to, tuple(mark.beyond))
    mark.add(numbers)
    if (mark.up_to, tuple(mark.beyond)) != before:
        mark.changed_at = timezone.now()
        mark.save()


@act
def mark_all_read(*, member: Member, topic: Topic) -> None:
    """The member is done with everything in the topic so far."""
    add_to_mark(topic.pk, member.pk, set(range(1, topic.posts_count + 1)))
    notices.mark_read(member=member, subject=f"topic:{topic.pk}")
