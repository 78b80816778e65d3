"""Naming somebody with “@”: only those who have written in the same topic."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Lower

from accounts.blocks import blocked_ids
from accounts.models import Member
from composing.models import WarningChoice
from forums.models import Post, Topic
from text.mentions import named

# So many suggestions are read at a glance; so many people hear of one post.
MAX_SUGGESTED, MAX_NOTIFIED = 5, 10

_LATEST = """
    SELECT member.pseudonym FROM (
        SELECT author_id, max(number) AS latest FROM (
            SELECT author_id, number FROM forums_post
            WHERE topic_id = %(topic)s AND status = 'published'
            ORDER BY number DESC LIMIT 2000
        ) AS recent
        WHERE author_id <> %(me)s AND author_id NOT IN (
            SELECT member_id FROM accounts_block WHERE by_id = %(me)s
            UNION ALL SELECT by_id FROM accounts_block WHERE member_id = %(me)s
        )
        GROUP BY author_id
    ) AS writer
    JOIN accounts_member AS member ON member.id = writer.author_id
    WHERE starts_with(lower(member.pseudonym), lower(%(begins)s))
    ORDER BY writer.latest DESC LIMIT %(most)s
"""


def people_to_name(member: Member, topic: Topic, begins: str) -> list[str]:
    """The names of up to five others who wrote here and whose names begin so, the latest first;
    nobody whom this member is kept apart from."""
    words: dict[str, Any] = {
        "topic": topic.pk,
        "me": member.pk,
        "begins": begins,
        "most": MAX_SUGGESTED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, words)
        return [name for (name,) in cursor.fetchall()]


def mentioned(text: str, *, author: Member, topic: Topic, warnings: Sequence[str]) -> list[int]:
    """The ids of those whom the text names with “@” and who wrote in the topic; nobody whom the
    author, or who opened the topic, is kept apart from, or who chose not to see what the post
    warns of."""
    wanted = named(text)
    if not wanted:
        return []
    names = {name for each in wanted for name in each}
    here = Post.objects.published().filter(topic=topic, author=OuterRef("pk"))
    spared = WarningChoice.objects.filter(does="hide", warning__slug__in=warnings)
    people = (
        Member.objects.annotate(low=Lower("pseudonym"))
        .filter(Exists(here), low__in=[Lower(Value(name)) for name in names])
        .exclude(pk=author.pk)
        .exclude(pk__in=blocked_ids(author.pk))
        .exclude(pk__in=blocked_ids(topic.author_id))
        .exclude(pk__in=spared.values("member"))
    )
    found = {member.pseudonym.casefold(): member.pk for member in people}
    # “@Rose of Sharon” means Rose only where there is nobody of the longer name.
    meant = (
        next((found[name.casefold()] for name in each if name.casefold() in found), None)
        for each in wanted
    )
    return list(dict.fromkeys(pk for pk in meant if pk is not None))[:MAX_NOTIFIED]
