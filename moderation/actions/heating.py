"""A topic in which it becomes hot goes slowly, until a moderator lets it go at its own pace."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Member
from forums.actions.tending import slow_topic
from forums.models import Topic
from moderation.models import Entry, Report
from notifications.actions import notify

WITHIN, SIGNS, MINUTES = timedelta(hours=1), 2, 10
# Words against a person.
HEATED = "G06"


def cool_down(topic: Topic) -> None:
    """Inside an act, after a report or a rule: with a second sign within an hour the topic takes
    one post from each of us in ten minutes, and its moderators are told."""
    since = timezone.now() - WITHIN
    reports = Report.objects.filter(
        case__post__topic=topic, reason=Report.Reason.GUIDELINE, made_at__gt=since
    )
    heard = Entry.objects.filter(
        case__post__topic=topic, kind=Entry.Kind.HEARD, note__contains=HEATED, made_at__gt=since
    )
    if reports.values("reporter").distinct().count() + heard.count() < SIGNS:
        return
    now = Topic.objects.get(pk=topic.pk)
    if now.slow_minutes or not now.is_open:
        return
    slow_topic(topic=topic, by=None, minutes=MINUTES)
    team = Member.objects.may_come_in().moderating(topic.board_id)
    notify(
        member_ids=team.values_list("pk", flat=True),
        kind="topic_slowed",
        link=topic.get_absolute_url(),
        subject=f"slowed:{topic.pk}",
        within=f"topic:{topic.pk}",
        parts={"topic": topic.title},
    )
