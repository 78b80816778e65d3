"""Two members do not meet any more, or do again: what they were told of each other."""

from django.db import connection

from accounts.models import Member
from forums.actions.settling import NEWS_ARE_LEFT, TOPIC_IS_FOUND
from notifications import actions as notices

# The notices of one about posts of the other or in topics of the other, and whether each still
# leads somewhere: the post is there, and the two are not apart. Then those about topics that both
# are in: whether there is something to read.
_BETWEEN = f"""
    SELECT notice.id, post.status = 'published' AND topic.status IN ('open', 'closed')
        AND NOT EXISTS (
            SELECT FROM accounts_block
            WHERE (by_id, member_id) IN ((%(one)s, %(other)s), (%(other)s, %(one)s))
        )
    FROM notifications_notice AS notice
    JOIN forums_post AS post ON notice.subject = 'post:' || post.id
    JOIN forums_topic AS topic ON topic.id = post.topic_id
    WHERE notice.member_id = %(one)s AND (post.author_id = %(other)s OR topic.author_id = %(other)s)
        AND notice.kind IN ('reply', 'mention', 'reaction')
    UNION ALL
    SELECT notice.id, {TOPIC_IS_FOUND}
        AND (topic.author_id = %(other)s AND notice.read_at IS NOT NULL OR {NEWS_ARE_LEFT})
    FROM notifications_notice AS notice
    JOIN accounts_member AS reader ON reader.id = notice.member_id
    JOIN forums_topic AS topic ON notice.subject = 'topic:' || topic.id
    WHERE notice.member_id = %(one)s AND notice.kind = 'topic'
        AND (
            topic.author_id = %(other)s OR notice.read_at IS NULL AND EXISTS (
                SELECT FROM forums_post
                WHERE author_id = %(other)s AND topic_id = topic.id AND status = 'published'
            )
        )
"""  # noqa: S608 (constants)


def settle_notices_between(one: Member, other: Member) -> None:
    """Inside an act: what would lead nowhere is withdrawn, and comes back with the other."""
    if one.is_moderator or other.is_moderator:
        return
    for reader, met in ((one, other), (other, one)):
        with connection.cursor() as cursor:
            cursor.execute(_BETWEEN, {"one": reader.pk, "other": met.pk})
            shown = dict(cursor.fetchall())
        notices.show_or_withdraw_rows(member=reader, is_shown=shown)
