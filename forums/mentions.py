"""Naming somebody with “@”: only those who have written in the same topic."""

from typing import Any

from django.db import connection

from accounts.models import Member
from forums.models import Topic
from text.mentions import named

# So many suggestions are read at a glance; so many people hear of one post.
MOST_SUGGESTED, MOST_TOLD = 5, 10

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
        "most": MOST_SUGGESTED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, words)
        return [name for (name,) in cursor.fetchall()]


_NAMED = """
    SELECT member.id, wanted.name
    FROM unnest(%(names)s::text[]) AS wanted(name)
    JOIN accounts_member AS member ON lower(member.pseudonym) = lower(wanted.name)
    WHERE member.id <> %(me)s
        AND EXISTS (
            SELECT FROM forums_post
            WHERE author_id = member.id AND topic_id = %(topic)s AND status = 'published'
        )
        AND member.id NOT IN (
            SELECT member_id FROM accounts_block WHERE by_id IN (%(me)s, %(opened_by)s)
            UNION ALL SELECT by_id FROM accounts_block WHERE member_id IN (%(me)s, %(opened_by)s)
        )
        AND member.id NOT IN (
            SELECT choice.member_id FROM forums_warningchoice AS choice
            JOIN forums_contentwarning AS warning ON warning.id = choice.warning_id
            WHERE choice.does = 'hide' AND warning.slug = ANY (%(warnings)s)
        )
"""


def mentioned(text: str, *, author: Member, topic: Topic, warnings: list[str]) -> list[int]:
    """The ids of those whom the text names with “@” and who wrote in the topic; nobody whom the
    author, or who opened the topic, is kept apart from, or who chose not to see what the post
    warns of."""
    wanted = named(text)
    if not wanted:
        return []
    names = sorted({name for each in wanted for name in each})
    words: dict[str, Any] = {
        "names": names,
        "me": author.pk,
        "topic": topic.pk,
        "opened_by": topic.author_id,
        "warnings": warnings,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, words)
        found = {name: pk for pk, name in cursor.fetchall()}
    # “@Rose of Sharon” means Rose only where there is nobody of the longer name.
    meant = (next((found[name] for name in each if name in found), None) for each in wanted)
    return list(dict.fromkeys(pk for pk in meant if pk is not None))[:MOST_TOLD]
