"""Posts as pages show them: with their authors and what they answer, in one statement.

Written as SQL, because it is asked for every page and the same each time: most of what the page's
posts cost was putting the question together and making objects of the answer.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from accounts.models import Member
from forums import paging
from forums.models import ThreadPositionMixin


@dataclass(frozen=True, slots=True)
class PostRow(ThreadPositionMixin):
    """One post, its author, and the post it answers: ``parent_…`` are None for who answers none."""

    pk: int
    topic_id: int
    number: int
    branch: int
    subthread: int
    below_count: int
    html: str
    status: str
    version: int
    created_at: datetime
    edited_at: datetime | None
    author_id: int
    author: str
    relation: str
    role: str
    parent_id: int | None
    parent_number: int | None
    parent_author_id: int | None
    parent_author: str | None
    warning: str
    # The author's warnings: their slugs, and their names.
    warnings: list[str]
    warning_names: list[str]
    correction: str
    correction_source: str

    @property
    def is_by_moderator(self) -> bool:
        return self.role in Member.TEAM


_POSTS = """
    SELECT post.id, post.topic_id, post.number, post.branch, post.subthread, post.below_count,
        post.html, post.status, post.version, post.created_at, post.edited_at,
        post.author_id, author.pseudonym, author.relation, author.role,
        parent.id, parent.number, parent.author_id, answered.pseudonym,
        post.warning, post.warnings,
        CASE WHEN post.warnings = '{{}}' THEN '{{}}'::text[] ELSE ARRAY (
            SELECT name FROM composing_contentwarning WHERE slug = ANY (post.warnings)
            ORDER BY position, name
        ) END, post.correction, post.correction_source
    FROM {posts} AS post
    JOIN accounts_member AS author ON author.id = post.author_id
    LEFT JOIN forums_post AS parent ON parent.id = post.parent_id
    LEFT JOIN accounts_member AS answered ON answered.id = parent.author_id
    {which}
"""

# The limit is known; it tells the planner, who believes that low numbers are everywhere.
_FLAT = _POSTS.format(
    posts="forums_post",
    which="""
    WHERE post.topic_id = %(topic)s AND post.number > %(first)s AND post.number <= %(last)s
    ORDER BY post.number LIMIT %(most)s""",
)
# Of each branch its head and the first replies below it, by the reading-order index.
_BRANCHES = _POSTS.format(
    posts="""unnest(%(branches)s::int[]) AS wanted(branch) CROSS JOIN LATERAL (
        SELECT * FROM forums_post
        WHERE topic_id = %(topic)s AND forums_post.branch = wanted.branch
        ORDER BY subthread, number LIMIT %(most)s
    )""",
    which="ORDER BY post.branch, post.subthread, post.number",
)
_BELOW = _POSTS.format(
    posts="forums_post",
    which="""
    WHERE post.topic_id = %(topic)s AND post.branch = %(branch)s
        AND (post.subthread, post.number) > (%(subthread)s, %(number)s)
    ORDER BY post.subthread, post.number LIMIT %(most)s""",
)
_THESE = _POSTS.format(
    posts="forums_post",
    which="WHERE post.id = ANY (%(posts)s) ORDER BY post.branch, post.subthread, post.number",
)


def flat_posts(topic_id: int, page: int) -> list[PostRow]:
    """Page ``page`` of a topic from the oldest to the newest."""
    first = (page - 1) * paging.POSTS_PER_PAGE
    last = first + paging.POSTS_PER_PAGE
    return _ask(_FLAT, topic=topic_id, first=first, last=last, most=paging.POSTS_PER_PAGE)


def posts_of_branches(topic_id: int, branches: Collection[int]) -> list[PostRow]:
    """The heads of these branches and the first replies below each, in reading order."""
    return _ask(_BRANCHES, topic=topic_id, branches=list(branches), most=paging.SHOWN_BELOW + 1)


def head_of(topic_id: int, branch: int) -> PostRow | None:
    """The first-level reply with which a branch begins."""
    return next(iter(_ask(_BRANCHES, topic=topic_id, branches=[branch], most=1)), None)


def posts_below(topic_id: int, branch: int, after: tuple[int, int], most: int) -> list[PostRow]:
    """Replies in a branch that come after (subthread, number), in reading order."""
    subthread, number = after
    return _ask(
        _BELOW, topic=topic_id, branch=branch, subthread=subthread, number=number, most=most
    )


def rows_by_ids(pks: Collection[int]) -> list[PostRow]:
    return _ask(_THESE, posts=list(pks))


def _ask(statement: str, **words: Any) -> list[PostRow]:
    with connection.cursor() as cursor:
        cursor.execute(statement, words)
        return [PostRow(*row) for row in cursor.fetchall()]
