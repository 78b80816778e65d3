"""PlannedPost posts as rows, copied in bulk: a million are a matter of minutes."""

import csv
import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from django.db import connection

from forums.models import Follow, Post, Reaction, ReadMark, Topic
from text.rendering import plain, render
from text.words import prepared


@dataclass
class PlannedPost:
    """A post before it is a row."""

    pk: int
    topic_id: int
    author_id: int
    parent: "PlannedPost | None"
    number: int
    branch: int
    subthread: int
    text: str
    title: str
    created_at: datetime
    below: int = 0


@dataclass
class PlannedTopic:
    topic: Topic
    posts: list[PlannedPost] = field(default_factory=list)
    branches: int = 0

    def add(
        self, pk: int, author_id: int, parent: PlannedPost | None, text: str, at: datetime
    ) -> PlannedPost:
        number = len(self.posts) + 1
        branch, subthread = 0, 0
        if number > 1 and (parent is None or parent.number == 1):
            self.branches += 1
            branch = self.branches
        elif parent is not None:
            branch, subthread = parent.branch, parent.subthread or number
        post = PlannedPost(
            pk, self.topic.pk, author_id, parent, number, branch, subthread, text,
            self.topic.title if number == 1 else "", at,
        )  # fmt: skip
        if subthread:
            head = next(p for p in self.posts if p.branch == branch and p.subthread == 0)
            head.below += 1
        self.posts.append(post)
        return post


class Bulk:
    """Writes to the tables of the forums by COPY; ``finish`` sets counters and sequences right."""

    def __init__(self) -> None:
        # Texts come again and again: each is drawn once here, and indexed once in the database.
        self._words: dict[tuple[str, str], int] = {}
        self._html: dict[str, tuple[str, str]] = {}
        with connection.cursor() as cursor:
            cursor.execute(_WORDS_TABLE)
            cursor.execute(_POSTS_TABLE)

    def topics(self, topics: Iterable[PlannedTopic]) -> None:
        _copy(
            f"{Topic._meta.db_table} (id, board_id, author_id, title, status, status_before,"
            " created_at, last_posted_at, last_author_id, posts_count, branches_count, wish)",
            (
                [
                    woven.topic.pk, woven.topic.board_id, woven.topic.author_id, woven.topic.title,
                    "open", "", woven.topic.created_at, woven.posts[-1].created_at,
                    woven.posts[-1].author_id, len(woven.posts), woven.branches,
                    _wish(woven.topic),
                ]
                for woven in topics
            ),
        )  # fmt: skip

    def posts(self, posts: list[PlannedPost], random: Random) -> None:
        self._copy_words(posts)
        _copy(
            "demo_posts (id, topic_id, author_id, parent_id, number, branch, subthread,"
            " below_count, words_id, created_at, token)",
            (
                [
                    post.pk, post.topic_id, post.author_id,
                    post.parent.pk if post.parent else _NULL,
                    post.number, post.branch, post.subthread, post.below,
                    self._words[post.title, post.text], post.created_at,
                    uuid.UUID(int=random.getrandbits(128), version=4),
                ]
                for post in posts
            ),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(_INSERT_POSTS)
            cursor.execute("TRUNCATE demo_posts")

    def reactions(self, reactions: Iterable[tuple[PlannedPost, int, str]]) -> None:
        _copy(
            f"{Reaction._meta.db_table} (post_id, member_id, kind, created_at)",
            ([post.pk, member, kind, post.created_at] for post, member, kind in reactions),
        )

    def follows(self, marks: Iterable[ReadMark]) -> None:
        """Who has read a topic follows it."""
        _copy(
            f"{Follow._meta.db_table} (topic_id, member_id, created_at)",
            ([mark.topic_id, mark.member_id, mark.changed_at] for mark in marks),
        )

    def marks(self, marks: Iterable[ReadMark]) -> None:
        _copy(
            f"{ReadMark._meta.db_table}"
            " (topic_id, member_id, up_to, beyond, seen_count, changed_at)",
            (
                [
                    mark.topic_id, mark.member_id, mark.up_to,
                    f"{{{','.join(map(str, mark.beyond))}}}", mark.seen_count, mark.changed_at,
                ]
                for mark in marks
            ),
        )  # fmt: skip

    def finish(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT_BOARDS)
            for model in (Topic, Post):
                cursor.execute(_NEXT_NUMBER.format(table=model._meta.db_table))

    def _copy_words(self, posts: list[PlannedPost]) -> None:
        rows = []
        for post in posts:
            key = (post.title, post.text)
            if key in self._words:
                continue
            if post.text not in self._html:
                html = render(post.text)
                self._html[post.text] = (html, prepared(plain(html)))
            self._words[key] = len(self._words)
            rows.append([self._words[key], prepared(post.title), post.text, *self._html[post.text]])
        _copy("demo_words (id, title, words, html, plain)", rows)


_NULL = "nothing"
# What would help varies, and not everybody says.
WISHES = ("listening", "", "stories", "ideas", "", "information", "stories")
WISHES_OF_GOOD_DAYS = ("good_news", "", "good_news", "stories")


def _wish(topic: Topic) -> str:
    choices = WISHES_OF_GOOD_DAYS if topic.board.slug == "good-days" else WISHES
    return choices[topic.pk % len(choices)]


def _copy(target: str, rows: Iterable[Iterable[object]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    connection.ensure_connection()
    with connection.cursor() as cursor:
        # csv writes nothing for an empty text, so nothing cannot mean NULL as well.
        way = f"(FORMAT csv, NULL '{_NULL}')"
        cursor.cursor.copy_expert(f"COPY {target} FROM STDIN WITH {way}", text)


_WORDS_TABLE = """
CREATE TEMPORARY TABLE demo_words (
    id int PRIMARY KEY, title text, words text, html text, plain text,
    search tsvector GENERATED ALWAYS AS (
        forums_vector(coalesce(title, ''), coalesce(plain, ''))
    ) STORED
)
"""
_POSTS_TABLE = """
CREATE TEMPORARY TABLE demo_posts (
    id bigint, topic_id bigint, author_id bigint, parent_id bigint, number int, branch int,
    subthread int, below_count int, words_id int, created_at timestamptz, token uuid
)
"""
_INSERT_POSTS = """
INSERT INTO forums_post (id, topic_id, author_id, parent_id, number, branch, subthread, below_count,
                         text, html, status, created_at, version, token, search)
SELECT p.id, p.topic_id, p.author_id, p.parent_id, p.number, p.branch, p.subthread, p.below_count,
       w.words, w.html, 'published', p.created_at, 1, p.token, w.search
FROM demo_posts AS p JOIN demo_words AS w ON w.id = p.words_id
ORDER BY p.id
"""
_COUNT_BOARDS = """
UPDATE forums_board AS board SET
    topics_count = (SELECT count(*) FROM forums_topic WHERE board_id = board.id),
    posts_count = (SELECT coalesce(sum(posts_count), 0) FROM forums_topic
                   WHERE board_id = board.id),
    last_posted_at = (SELECT max(last_posted_at) FROM forums_topic WHERE board_id = board.id)
"""
_NEXT_NUMBER = """
SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))
"""
