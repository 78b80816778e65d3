"""What has to be true of a topic after a post of it came or went: counts, order, notices."""

from typing import Any

from django.db import connection

from forums import events
from forums.models import Post, Topic
from notifications import actions as notices

# Of a locked topic: which of its posts nobody reads, and the last one that is read. A topic that
# has none left stands where it began. Then its board: no lock on it is held for long.
_SETTLE = """
    UPDATE forums_topic AS topic SET
        gone = ARRAY (
            SELECT number FROM forums_post
            WHERE topic_id = topic.id AND status <> 'published' ORDER BY number
        ),
        last_posted_at = coalesce(last.created_at, topic.created_at),
        last_author_id = coalesce(last.author_id, topic.author_id)
    FROM (SELECT 1) AS once LEFT JOIN LATERAL (
        SELECT created_at, author_id FROM forums_post
        WHERE topic_id = %(topic)s AND status = 'published' ORDER BY number DESC LIMIT 1
    ) AS last ON true
    WHERE topic.id = %(topic)s;
    UPDATE forums_board AS board SET last_posted_at = (
        SELECT max(last_posted_at) FROM forums_topic
        WHERE board_id = board.id AND status IN ('open', 'closed')
    )
    WHERE id = (SELECT board_id FROM forums_topic WHERE id = %(topic)s)
"""
# Whether a post of somebody else is left that the member of a notice has not seen and may read:
# the team meets everybody, others nobody who is kept apart from them.
NEWS_ARE_LEFT = """
    EXISTS (
        SELECT FROM forums_post AS post
        LEFT JOIN forums_readmark AS mark
            ON mark.topic_id = post.topic_id AND mark.member_id = notice.member_id
        WHERE post.topic_id = topic.id AND post.status = 'published'
            AND post.author_id <> notice.member_id
            AND post.number > coalesce(mark.up_to, 1)
            AND NOT post.number = ANY (coalesce(mark.beyond, '{}'))
            AND (
                reader.role <> 'member' OR NOT EXISTS (
                    SELECT FROM accounts_block WHERE (by_id, member_id)
                        IN ((reader.id, post.author_id), (post.author_id, reader.id))
                )
            )
    )
"""
# Whether the topic is there for the member of a notice: listed, and not by somebody they are kept
# apart from.
TOPIC_IS_FOUND = """
    topic.status IN ('open', 'closed') AND (
        reader.role <> 'member' OR NOT EXISTS (
            SELECT FROM accounts_block WHERE (by_id, member_id)
                IN ((reader.id, topic.author_id), (topic.author_id, reader.id))
        )
    )
"""
_NEWS = f"""
    SELECT notice.member_id, {TOPIC_IS_FOUND} AND {NEWS_ARE_LEFT}
    FROM notifications_notice AS notice
    JOIN accounts_member AS reader ON reader.id = notice.member_id
    JOIN forums_topic AS topic ON topic.id = %(topic)s
    WHERE notice.kind = 'topic' AND notice.subject = %(subject)s AND notice.read_at IS NULL
"""  # noqa: S608 (constants)
# What one is told within a topic of a post, or in a topic, of somebody one is kept apart from.
_OF_THOSE_APART = """
    SELECT notice.id
    FROM notifications_notice AS notice
    JOIN accounts_member AS reader ON reader.id = notice.member_id AND reader.role = 'member'
    JOIN forums_topic AS topic ON topic.id = %(topic)s
    LEFT JOIN forums_post AS post
        ON post.topic_id = topic.id AND notice.subject = 'post:' || post.id
    WHERE (notice.subject = %(subject)s OR notice."within" = %(subject)s)
        AND notice.kind IN ('topic', 'reply', 'mention', 'reaction')
        AND EXISTS (
            SELECT FROM accounts_block WHERE (by_id, member_id) IN (
                (reader.id, topic.author_id), (topic.author_id, reader.id),
                (reader.id, post.author_id), (post.author_id, reader.id)
            )
        )
"""


def restore_topic_notices(topic: Topic, post: Post) -> None:
    """A post is shown again, with its topic if it is the opening: so is what was said about them,
    but for what is still gone, and never between members who are kept apart. In a hidden topic it
    waits for that."""
    subject = f"topic:{topic.pk}"
    with connection.cursor() as cursor:
        cursor.execute(_OF_THOSE_APART, {"topic": topic.pk, "subject": subject})
        apart = [pk for (pk,) in cursor.fetchall()]
    if post.is_opening:
        gone = topic.posts.exclude(status=Post.Status.PUBLISHED).values_list("pk", flat=True)
        notices.restore_notices(subject=subject, but=[f"post:{pk}" for pk in gone], but_rows=apart)
    if post.is_opening or topic.status in LISTED:
        notices.restore_notices(subject=f"post:{post.pk}", but_rows=apart)


def settle_topic(topic: Topic) -> None:
    """Call it with the topic locked, after a post of it was withdrawn, hidden or restored."""
    subject = f"topic:{topic.pk}"
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, {"topic": topic.pk})
        cursor.execute(_NEWS, {"topic": topic.pk, "subject": subject})
        told = dict(cursor.fetchall())
    if told:
        notices.show_or_withdraw(kind="topic", subject=subject, is_shown=told)
    _vanish_if_empty(topic)


def untitle(topic: Topic) -> None:
    """Its opening was taken back: its answers stand under no title, and take no more. Settle the
    topic then."""
    # The sign stands in whatever language the topic is.
    set_status(topic, Topic.Status.CLOSED, title=NO_TITLE)
    events.topic_closed(topic)
    events.topic_retitled(topic)
    notices.retitle(within=f"topic:{topic.pk}", topic=NO_TITLE)


def is_untitled(topic: Topic) -> bool:
    """Whether its opening was taken back."""
    return topic.posts.filter(number=1, status="withdrawn").exists()


def set_status(topic: Topic, status: str, **more: Any) -> None:
    """Of a locked topic; its board counts the topics that members find, open ones and closed."""
    rows = Topic.objects.filter(pk=topic.pk)
    was_listed = rows.filter(status__in=LISTED).exists()
    rows.update(status=status, **more)
    if was_listed != (status in LISTED):
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, {"topic": topic.pk, "sign": -1 if was_listed else 1})


def _vanish_if_empty(topic: Topic) -> None:
    """Without its opening and without answers nothing of it is left for anybody; and should an
    answer be shown again, it is there again."""
    if not is_untitled(topic):
        return
    is_empty = not topic.posts.filter(status="published").exists()
    was_empty = Topic.objects.filter(pk=topic.pk, status=Topic.Status.WITHDRAWN).exists()
    if is_empty == was_empty:
        return
    status = Topic.Status.WITHDRAWN if is_empty else Topic.Status.CLOSED
    set_status(topic, status, status_before="")
    if is_empty:
        notices.withdraw(subject=f"topic:{topic.pk}")


NO_TITLE = "[…]"
LISTED = (Topic.Status.OPEN, Topic.Status.CLOSED)
_COUNT = """
    UPDATE forums_board AS board SET topics_count = topics_count + %(sign)s,
        posts_count = posts_count
            + %(sign)s * (SELECT posts_count FROM forums_topic WHERE id = %(topic)s),
        last_posted_at = (
            SELECT max(last_posted_at) FROM forums_topic
            WHERE board_id = board.id AND status IN ('open', 'closed')
        )
    WHERE id = (SELECT board_id FROM forums_topic WHERE id = %(topic)s)
"""
