"""A topic in which it becomes hot goes slowly, until a moderator lets it go at its own pace."""

from datetime import timedelta

from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.actions.moderator_tools import slow_topic
from forums.models import Topic
from guidance.models import Rule
from guidance.purposes import Purpose
from moderation.models import Case, CaseLogEntry, Decision, Report
from notifications.actions import notify

WITHIN, SIGNS, MINUTES = timedelta(hours=1), 2, 10
# What the signs have to weigh together. However many accounts of today report, they are no more
# than one doubt.
WEIGHT, MAX_WEIGHT_OF_NEWCOMERS = 1.5, 0.5


def throttle_if_heated(topic: Topic) -> None:
    """Inside an act, after a report or a rule: with a second sign within an hour the topic takes
    one post from each of us in ten minutes, and its moderators are told."""
    if not _is_hot(topic):
        return
    now = Topic.objects.get(pk=topic.pk)
    if now.slow_minutes or not now.is_open:
        return
    slow_topic(topic=topic, by=None, minutes=MINUTES)
    team = Member.objects.active().moderating(topic.board_id)
    notify(
        member_ids=team.values_list("pk", flat=True),
        kind="topic_slowed",
        link=reverse("forums:find_topic", args=[topic.pk]),
        subject=f"slowed:{topic.pk}",
        within=f"topic:{topic.pk}",
        parts={"topic": topic.title},
    )
    # Whoever opened it would wonder why nobody answers.
    notify(
        member_ids=[topic.author_id],
        kind="topic_tended",
        link=reverse("forums:find_topic", args=[topic.pk]),
        subject=f"slowed-by-itself:{topic.pk}",
        within=f"topic:{topic.pk}",
        parts={"topic": topic.title, "what": str(_("it goes slowly for a while"))},
    )


def let_go_again(topic: Topic, case: Case) -> None:
    """A case ended without anything being found: without it the topic may be calm. What a moderator
    slowed stays as they chose."""
    now = Topic.objects.get(pk=topic.pk)
    slowed = Decision.objects.filter(case__post__topic=topic, outcome=Decision.Outcome.SLOW)
    still = slowed.select_related("batch", "undone", "appeal")
    by_moderator = any(not each.is_taken_back for each in still)
    if now.slow_minutes == MINUTES and not by_moderator and not _is_hot(topic, case):
        slow_topic(topic=topic, by=None, minutes=0)


def _is_hot(topic: Topic, but: Case | None = None) -> bool:
    """Signs within the last hour: each member who reported, but for adverts, and each post in which
    a rule heard words against a person."""
    since = timezone.now() - WITHIN
    of_topic = {"case__post__topic": topic, "made_at__gt": since}
    reports = (
        Report.objects.filter(reason=Report.Reason.GUIDELINE, **of_topic)
        .exclude(guideline__is_about_spam=True)
        .exclude(was_right=False)
    )
    named = Q(pk=None)
    for rule in Rule.objects.filter(purpose=Purpose.CONFLICT):
        named |= Q(note__contains=rule.code)
    heard = CaseLogEntry.objects.filter(named, kind=CaseLogEntry.Kind.HEARD, **of_topic)
    if but is not None:
        reports, heard = reports.exclude(case=but), heard.exclude(case=but)
    weights = dict(reports.values_list("reporter").annotate(Max("weight")))
    posts_heard = set(heard.values_list("case", flat=True))
    if len(weights) + len(posts_heard) < SIGNS:
        return False
    settled = sum(weight for weight in weights.values() if weight >= 1)
    newcomers = sum(weight for weight in weights.values() if weight < 1)
    total = settled + min(newcomers, MAX_WEIGHT_OF_NEWCOMERS) + len(posts_heard)
    return total >= WEIGHT
