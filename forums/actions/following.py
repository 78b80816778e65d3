from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from forums.models import Follow, ReadMark, Topic


def follow_topic(*, member: Member, topic: Topic) -> None:
    """The member hears of new posts; following twice is following."""
    Follow.objects.bulk_create([Follow(topic=topic, member=member)], ignore_conflicts=True)


def unfollow_topic(*, member: Member, topic: Topic) -> None:
    Follow.objects.filter(topic=topic, member=member).delete()


@transaction.atomic
def mark_read(*, member: Member, topic: Topic, numbers: Iterable[int]) -> None:
    """The member has seen these posts of the topic; numbers it does not have are left out."""
    seen = {number for number in numbers if 1 <= number <= topic.posts_count}
    if not seen:
        return
    ReadMark.objects.bulk_create([ReadMark(topic=topic, member=member)], ignore_conflicts=True)
    mark = ReadMark.objects.select_for_update().get(topic=topic, member=member)
    before = (mark.up_to, tuple(mark.beyond))
    mark.add(seen)
    if (mark.up_to, tuple(mark.beyond)) != before:
        mark.changed_at = timezone.now()
        mark.save()


@transaction.atomic
def mark_all_read(*, member: Member, topic: Topic) -> None:
    """The member is done with everything in the topic so far."""
    ReadMark.objects.bulk_create([ReadMark(topic=topic, member=member)], ignore_conflicts=True)
    ReadMark.objects.filter(topic=topic, member=member).update(
        up_to=topic.posts_count, beyond=[], seen_count=topic.posts_count, changed_at=timezone.now()
    )
