"""What starting a topic and replying to it share."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from forums.actions.drafts import FINISH
from forums.actions.following import add_newest_to_mark
from forums.models import Post, Topic
from forums.search import search_vector
from forums.signals import newcomer_posted
from text.rendering import plain


def sent_before(table: str, author: Member, token: UUID) -> int | None:
    """The id of the row that came with this token. Two sendings of one form take turns here until
    the end of the act, whatever topic or board each of them names."""
    with connection.cursor() as cursor:
        # The second statement sees what was committed while the first one waited.
        cursor.execute(
            f"""SELECT pg_advisory_xact_lock(%s, %s);
            SELECT id FROM {table} WHERE author_id = %s AND token = %s""",  # noqa: S608 (a name of ours)
            [
                author.pk % 2**31,
                int.from_bytes(token.bytes[:4], "big", signed=True),
                author.pk,
                token,
            ],
        )
        row = cursor.fetchone()
    return row[0] if row is not None else None


def already_posted(author: Member, token: UUID, text: str) -> Post | None:
    """The post that came with this token before, so that an impatient thumb writes once.

    Raises EditConflict if other words came with the token: neither text is lost.
    """
    earlier = sent_before("forums_post", author, token)
    if earlier is None:
        return None
    post = Post.objects.select_related("topic").get(pk=earlier)
    if post.text != text:
        raise EditConflict(
            _("This form was already sent, with other words. Both are here."),
            ((_("Already posted"), post.text), (_("What you sent now"), text)),
        )
    return post


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


_COUNT = """
    UPDATE forums_topic SET posts_count = %(number)s,
        branches_count = branches_count + %(branches)s,
        last_posted_at = %(when)s, last_author_id = %(author)s
    WHERE id = %(topic)s;
    UPDATE forums_post SET below_count = below_count + 1
    WHERE %(branches)s = 0 AND topic_id = %(topic)s AND branch = %(branch)s AND subthread = 0;
    UPDATE forums_board SET topics_count = topics_count + %(topics)s,
        posts_count = posts_count + 1, last_posted_at = %(when)s
    WHERE id = (SELECT board_id FROM forums_topic WHERE id = %(topic)s)
"""


def count(post: Post) -> None:
    """The counters of its branch, topic and board, once it is written; the topic is locked.

    The board's row is wanted by everybody who writes in it: last, and so briefly.
    """
    words: dict[str, Any] = {
        "number": post.number,
        "topic": post.topic_id,
        "author": post.author_id,
        "when": post.created_at,
        "branch": post.branch,
        "branches": 1 if post.level == 1 else 0,
        "topics": 1 if post.is_opening else 0,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, words)


_SETTLE = """
    INSERT INTO forums_follow (topic_id, member_id, created_at)
    VALUES (%(topic)s, %(member)s, %(when)s) ON CONFLICT DO NOTHING
"""


def settle_author(post: Post, place: str) -> None:
    """The author follows the topic, has read the own post, and the draft of that place, if one is
    named, is done with; what another device wrote there is the draft from now on."""
    add_newest_to_mark(post.topic_id, post.author_id, post.number)
    words: dict[str, Any] = {
        "topic": post.topic_id, "member": post.author_id, "when": post.created_at, "place": place,
        "now": timezone.now(),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(f"{_SETTLE};{FINISH}", words)


_FIRST = """
    SELECT count(*) FROM (SELECT FROM forums_post WHERE author_id = %s LIMIT %s) AS few
"""


def has_written(author: Member, most: int) -> int:
    """How many posts are published by this member, counted no further than asked."""
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, [author.pk, most])
        (written,) = cursor.fetchone()
    return int(written)


def tell_of_newcomer(post: Post) -> None:
    """Whoever looks after the place hears of a member's first posts, if the setting says so."""
    most = settings.FIRST_POSTS_LOOKED_AT
    if not most or post.author.is_moderator:
        return
    if has_written(post.author, most + 1) <= most:
        newcomer_posted.send(sender=Post, post=post)
