"""What starting a topic and replying to it share."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.models import Member
from composing.actions.drafts import FINISH
from forums.actions.following import SEE_NEWEST, add_to_mark
from forums.models import Post, ReadMark, Topic
from forums.permissions import WRITTEN_LATELY, written_lately_params
from forums.search import search_vector
from text.rendering import plain


@dataclass(frozen=True)
class SentBefore:
    """What came of a form before, by ids. ``written_lately`` is how much its author wrote within
    the last minutes, as many as forums.permissions counts; ``written``, how many posts ever, as
    many as are looked at or wait because they are the first."""

    pending: int | None
    post: int | None
    written_lately: int
    written: int


_SENT_BEFORE = f"""
    SELECT pg_advisory_xact_lock(%(me)s, hashtext('sends a post'));
    SELECT
        (SELECT id FROM forums_pendingpost WHERE author_id = %(author)s AND token = %(token)s),
        (SELECT id FROM forums_post WHERE author_id = %(author)s AND token = %(token)s),
        ({WRITTEN_LATELY}),
        (
            SELECT count(*)
            FROM (SELECT FROM forums_post WHERE author_id = %(author)s LIMIT %(first)s) AS few
        )
"""  # noqa: S608 (only SQL of ours)


def sent_before(author: Member, token: UUID) -> SentBefore:
    """What came of the form with this token. Whatever one member sends takes turns here until the
    end of the act, in whatever topic or board: before any other lock."""
    params = {
        "me": author.pk % 2**31,
        "token": token,
        "first": max(settings.FIRST_POSTS_HELD, settings.FIRST_POSTS_LOOKED_AT),
        **written_lately_params(author),
    }
    with connection.cursor() as cursor:
        # The second statement sees what was committed while the first one waited.
        cursor.execute(_SENT_BEFORE, params)
        return SentBefore(*cursor.fetchone())


def search_words(text_html: str, title: str = "") -> object:
    """The expression that makes a post findable."""
    return search_vector(plain(text_html), title)


def new_post(
    *,
    topic: Topic,
    author: Member,
    text: str,
    html: str,
    token: UUID,
    parent: Post | None,
    number: int,
) -> Post:
    """An unsaved post, standing where it belongs in the reading order of a locked topic."""
    branch, subthread = 0, 0
    if number > 1 and (parent is None or parent.is_opening):
        branch = topic.branches_count + 1
    elif parent is not None:
        branch, subthread = parent.branch, parent.subthread or number
    return Post(
        topic=topic,
        author=author,
        parent=parent,
        number=number,
        branch=branch,
        subthread=subthread,
        text=text,
        html=html,
        token=token,
        search=search_words(html, topic.title if number == 1 else ""),
    )


# The board's row is wanted by everybody who writes in it: late, and so briefly. What became of the
# read mark is what the statement answers.
_SETTLE = f"""
    INSERT INTO forums_follow (topic_id, member_id, created_at)
    VALUES (%(topic)s, %(member)s, %(when)s) ON CONFLICT DO NOTHING;
    {FINISH};
    UPDATE forums_topic SET posts_count = %(number)s,
        branches_count = branches_count + %(branches)s,
        last_posted_at = %(when)s, last_author_id = %(member)s
    WHERE id = %(topic)s;
    UPDATE forums_post SET below_count = below_count + 1
    WHERE %(branches)s = 0 AND topic_id = %(topic)s AND branch = %(branch)s AND subthread = 0;
    UPDATE forums_board SET topics_count = topics_count + %(topics)s,
        posts_count = posts_count + 1, last_posted_at = %(when)s
    WHERE id = (SELECT board_id FROM forums_topic WHERE id = %(topic)s);
    {SEE_NEWEST}
"""  # noqa: S608 (only SQL of ours)


def settle(post: Post, place: str) -> None:
    """What follows from a post that was just written, with its topic locked: the counters of its
    branch, topic and board; the author follows the topic and has read the post; the draft of that
    place, if one is named, is done with, and what another device wrote there is the draft from now
    on. One statement, unless the author's mark in the topic is full."""
    params: dict[str, Any] = {
        "topic": post.topic_id,
        "member": post.author_id,
        "number": post.number,
        "when": post.created_at,
        "branch": post.branch,
        "branches": 1 if post.level == 1 else 0,
        "topics": 1 if post.is_opening else 0,
        "place": place,
        "now": timezone.now(),
        "most": ReadMark.MAX_BEYOND,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, params)
        is_marked = cursor.fetchone() is not None
    if not is_marked:
        add_to_mark(post.topic_id, post.author_id, {post.number})
