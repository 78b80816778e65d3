"""What has to be known before words are sent, in one statement."""

from dataclasses import dataclass

from django.db import connection

from accounts.models import Member
from composing.context import LastSubmission, SavedDraft, WritingContext
from forums.models import Topic
from forums.nudges import VOLLEYS, TopicActivity

# Rules ask for no more of an author's posts than this.
NEWCOMER_TO_RULES = 3


@dataclass(frozen=True)
class TopicContext(WritingContext):
    """``activity`` is None for a new topic."""

    activity: TopicActivity | None = None


@dataclass(frozen=True)
class ComposerState:
    """``posts_written`` counts up to NEWCOMER_TO_RULES; ``activity`` is None without a topic,
    ``draft`` where none is kept."""

    posts_written: int
    activity: TopicActivity | None
    draft: SavedDraft | None
    last_submission: LastSubmission | None


_STATE = """
    SELECT (
        SELECT count(*)
        FROM (SELECT FROM forums_post WHERE author_id = %(me)s LIMIT %(most)s) AS few
    ), draft.text, draft.page, draft.saved_at, (
        SELECT count(*) FROM forums_post
        WHERE topic_id = %(topic)s AND author_id = %(me)s AND status = 'published'
    ), (
        SELECT array_agg(author_id ORDER BY number DESC) FROM (
            SELECT author_id, number FROM forums_post
            WHERE topic_id = %(topic)s AND status = 'published' ORDER BY number DESC LIMIT %(last)s
        ) AS latest
    ), (
        SELECT id FROM forums_post
        WHERE topic_id = %(topic)s AND author_id = %(me)s AND status = 'published'
        ORDER BY number DESC LIMIT 1
    ), submission.digest, submission.url, submission.sent_at
    FROM (SELECT) AS always
    LEFT JOIN LATERAL (
        SELECT digest, url, sent_at FROM composing_submission
        WHERE member_id = %(me)s ORDER BY id DESC LIMIT 1
    ) AS submission ON true
    LEFT JOIN composing_draft AS draft ON draft.member_id = %(me)s AND draft.place = %(place)s
"""


def composer_state(member: Member, topic: Topic | None, draft_key: str) -> ComposerState:
    """One statement, whatever the length of the topic."""
    params = {
        "me": member.pk,
        "topic": topic.pk if topic is not None else None,
        "place": draft_key,
        "most": NEWCOMER_TO_RULES,
        "last": 2 * VOLLEYS - 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATE, params)
        written, text, page, saved_at, own, latest, last_own, *submission = cursor.fetchone()
    return ComposerState(
        posts_written=written,
        activity=TopicActivity(own, tuple(latest or ()), last_own) if topic is not None else None,
        draft=SavedDraft(text, page, saved_at) if saved_at is not None else None,
        last_submission=LastSubmission(*submission) if submission[0] is not None else None,
    )
