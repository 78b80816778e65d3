"""The demo community as rows, the same for the same seed, with dates counted back from today.

Rows are made in memory and copied in bulk, so that a million posts are a matter of minutes. What
the actions keep right one by one (numbers, branches, counters, marks) is computed here for all;
a test compares the two.
"""

import csv
import io
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from accounts import consents
from accounts.models import Consent, Member
from forums.models import Board, Follow, Post, Reaction, ReadMark, Topic
from mssupport.demo import logins, people
from mssupport.demo.talk import Line, Talk, Thread, read
from text.rendering import plain, render

BOARDS = [
    ("newly-diagnosed", "Newly diagnosed and waiting",
     "First weeks, first questions, and the time before there is an answer.", "members"),
    ("daily-life", "Daily life",
     "Fatigue, work, home, getting about, and what helps on ordinary days.", "members"),
    ("treatments", "Treatments",
     "How it went for you: medicines, physio, side effects, hospital days.", "members"),
    ("carers", "Carers and family", "For those who live with somebody who has MS.", "members"),
    ("good-days", "Hello and good days",
     "Say hello, tell a good thing. Anybody on the web can read this board.", "web"),
]  # fmt: skip

BATCH = 5000
GIANT_REPLIES = 10_000
SPREAD_OVER_DAYS = 240


@dataclass
class Woven:
    """A post before it is a row."""

    pk: int
    topic_id: int
    author_id: int
    parent: "Woven | None"
    number: int
    branch: int
    twig: int
    text: str
    title: str
    created_at: datetime
    below: int = 0


@dataclass
class WovenTopic:
    topic: Topic
    posts: list[Woven] = field(default_factory=list)
    branches: int = 0

    def add(self, pk: int, author_id: int, parent: Woven | None, text: str, at: datetime) -> Woven:
        number = len(self.posts) + 1
        branch, twig = 0, 0
        if number > 1 and (parent is None or parent.number == 1):
            self.branches += 1
            branch = self.branches
        elif parent is not None:
            branch, twig = parent.branch, parent.twig or number
        post = Woven(
            pk, self.topic.pk, author_id, parent, number, branch, twig, text,
            self.topic.title if number == 1 else "", at,
        )  # fmt: skip
        if twig:
            head = next(p for p in self.posts if p.branch == branch and p.twig == 0)
            head.below += 1
        self.posts.append(post)
        return post


class Weaver:
    def __init__(self, seed: int, scale: int, now: datetime | None = None) -> None:
        self.random = Random(seed)
        self.scale = scale
        self.now = (now or timezone.now()).replace(microsecond=0)
        self.post_ids = count(1)
        self.topic_ids = count(1)

    def weave(self) -> None:
        """Writes the whole community; the tables must be empty of boards."""
        self.members = self._people()
        # The moderator and the admin look after the place and write nothing in it.
        self.talkers = [self.members[0], *self.members[3:]]
        boards = Board.objects.bulk_create(
            Board(slug=slug, name=name, description=description, audience=audience, position=n)
            for n, (slug, name, description, audience) in enumerate(BOARDS)
        )
        with connection.cursor() as cursor:
            cursor.execute(_WORDS_TABLE)
            cursor.execute(_POSTS_TABLE)
        self.words: dict[tuple[str, str], int] = {}
        for board in boards:
            talk = read(board.slug)
            pending: list[WovenTopic] = []
            for woven in self._topics(board, talk):
                pending.append(woven)
                if len(pending) * 10 >= BATCH:
                    self._write(pending)
                    pending = []
            self._write(pending)
        if self.scale > 1:
            self._write([self._giant(boards[1])])
        self._finish()

    def _people(self) -> list[Member]:
        """40 members for each step of the scale up to 100, all with the demo password."""
        password = make_password(logins.PASSWORD)
        emails = list(logins.LOGINS.values())
        members = []
        for n in range(len(people.NAMES) * min(self.scale, 100)):
            name, relation = people.NAMES[n % len(people.NAMES)]
            again = n // len(people.NAMES)
            members.append(
                Member(
                    email=emails[n] if n < 3 else f"demo{n}@demo.example",
                    pseudonym=f"{name} {again + 1}" if again else name,
                    relation=relation,
                    role=people.ROLES[n] if n < 3 else Member.Role.MEMBER,
                    password=password,
                    consent_version=consents.CURRENT_VERSION,
                    joined_at=self.now - timedelta(days=SPREAD_OVER_DAYS + self.random.random()),
                )
            )
        members = Member.objects.bulk_create(members, BATCH)
        Consent.objects.bulk_create(
            (
                Consent(
                    member=member,
                    version=consents.CURRENT_VERSION,
                    wording_sha256=consents.wording_hash(),
                    given_at=member.joined_at,
                )
                for member in members
            ),
            BATCH,
        )
        EmailAddress.objects.bulk_create(
            (
                EmailAddress(user=member, email=member.email, verified=True, primary=True)
                for member in members
            ),
            BATCH,
        )
        return members

    def _topics(self, board: Board, talk: Talk) -> Iterator[WovenTopic]:
        for again in range(self.scale):
            for thread in talk.threads:
                yield self._thread(board, talk, thread, again)

    def _thread(self, board: Board, talk: Talk, thread: Thread, again: int) -> WovenTopic:
        pick = self.random
        author = pick.choice(self.talkers)
        at = self.now - timedelta(
            days=pick.random() ** 2 * SPREAD_OVER_DAYS, hours=3 + pick.random() * 10
        )
        title = f"{thread.title} ({again + 1})" if again else thread.title
        woven = self._begin(board, author, title[:150], thread.opening, at)
        last_at: dict[int, Woven] = {}
        lines = list(thread.lines)
        if thread is talk.threads[0]:
            # The first topic of a board is the long one: everybody answers the first answer.
            lines[1:1] = [Line(2, words) for words in talk.anywhere]
        else:
            for words in pick.sample(talk.anywhere, k=pick.randint(3, 7)):
                # Never between an answer and what it answers.
                gaps = [n for n, line in enumerate(lines) if line.level == 1] + [len(lines)]
                lines.insert(pick.choice(gaps), Line(1, words))
        voices = pick.sample(self.talkers, k=9)
        step = (self.now - at) / (len(lines) + 2)
        for n, line in enumerate(lines):
            at += min(step, timedelta(hours=30)) * (0.2 + pick.random() * 0.8)
            parent = last_at.get(line.level - 1)
            is_thanks = line.level == 2 and line.text.startswith(_GRATEFUL)
            speaker = author.pk if line.is_by_author or is_thanks else voices[n % len(voices)].pk
            post = woven.add(next(self.post_ids), speaker, parent, line.text, at)
            last_at[line.level] = post
        return woven

    def _begin(
        self, board: Board, author: Member, title: str, opening: str, at: datetime
    ) -> WovenTopic:
        topic = Topic(
            pk=next(self.topic_ids),
            board=board,
            author=author,
            title=title,
            created_at=at,
        )
        woven = WovenTopic(topic)
        woven.add(next(self.post_ids), author.pk, None, opening, at)
        return woven

    def _giant(self, board: Board) -> WovenTopic:
        """One topic of 10,000 replies, half of them in one branch, for the measurements."""
        lines = read(board.slug).anywhere
        at = self.now - timedelta(days=SPREAD_OVER_DAYS)
        woven = self._begin(board, self.members[3], "Say good morning here", "Good morning!", at)
        step = timedelta(days=SPREAD_OVER_DAYS - 1) / GIANT_REPLIES
        head: Woven | None = None
        for n in range(GIANT_REPLIES):
            at += step
            author = self.talkers[n % len(self.talkers)]
            parent = head if n % 2 else None
            post = woven.add(next(self.post_ids), author.pk, parent, lines[n % len(lines)], at)
            head = head or post
        return woven

    def _write(self, topics: list[WovenTopic]) -> None:
        if not topics:
            return
        for woven in topics:
            last = woven.posts[-1]
            woven.topic.posts_count = len(woven.posts)
            woven.topic.branches_count = woven.branches
            woven.topic.last_posted_at = last.created_at
            woven.topic.last_author_id = last.author_id
        Topic.objects.bulk_create((woven.topic for woven in topics), BATCH)
        posts = [post for woven in topics for post in woven.posts]
        self._copy_words(posts)
        self._copy_posts(posts)
        self._react(posts)
        self._settle(topics)

    def _copy_words(self, posts: list[Woven]) -> None:
        rows = []
        for post in posts:
            key = (post.title, post.text)
            if key not in self.words:
                self.words[key] = len(self.words)
                html = render(post.text)
                rows.append([self.words[key], post.title, post.text, html, plain(html)])
        _copy("demo_words (id, title, words, html, plain)", rows)

    def _copy_posts(self, posts: list[Woven]) -> None:
        rows = [
            [
                post.pk, post.topic_id, post.author_id, post.parent.pk if post.parent else "",
                post.number, post.branch, post.twig, post.below,
                self.words[post.title, post.text], post.created_at.isoformat(),
                uuid.UUID(int=self.random.getrandbits(128), version=4),
            ]
            for post in posts
        ]  # fmt: skip
        _copy(
            "demo_posts (id, topic_id, author_id, parent_id, number, branch, twig, below_count,"
            " words_id, created_at, token)",
            rows,
        )
        with connection.cursor() as cursor:
            cursor.execute(_INSERT_POSTS)
            cursor.execute("TRUNCATE demo_posts")

    def _react(self, posts: list[Woven]) -> None:
        pick = self.random
        reactions = []
        for post in posts:
            for member in pick.sample(self.members, k=pick.choice((0, 0, 0, 1, 1, 2, 3))):
                if member.pk != post.author_id:
                    kind = pick.choice(Reaction.Kind.values)
                    reactions.append(
                        Reaction(
                            post_id=post.pk, member=member, kind=kind, created_at=post.created_at
                        )
                    )
        Reaction.objects.bulk_create(reactions, BATCH)

    def _settle(self, topics: list[WovenTopic]) -> None:
        """Authors follow their topics and have seen what they wrote; the member has read most."""
        follows, marks = [], []
        for woven in topics:
            authors: dict[int, set[int]] = {}
            for post in woven.posts:
                authors.setdefault(post.author_id, set()).add(post.number)
            if self.random.random() < 0.7:
                seen = self.random.randint(1, len(woven.posts))
                authors.setdefault(self.members[0].pk, set()).update(range(1, seen + 1))
            for member_id, numbers in authors.items():
                mark = ReadMark(topic=woven.topic, member_id=member_id)
                mark.add(numbers)
                marks.append(mark)
                follows.append(Follow(topic=woven.topic, member_id=member_id))
        Follow.objects.bulk_create(follows, BATCH)
        ReadMark.objects.bulk_create(marks, BATCH)

    def _finish(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT_BOARDS)
            for model in (Topic, Post):
                cursor.execute(_NEXT_NUMBER.format(table=model._meta.db_table))


def _copy(target: str, rows: Iterable[Iterable[object]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(f"COPY {target} FROM STDIN WITH (FORMAT csv)", text)


# A line that begins like this answers the one above in the voice of the topic's author.
_GRATEFUL = ("Thank you", "That is useful", "I will", "That helps", "I like that", "Good to")

_WORDS_TABLE = """
CREATE TEMPORARY TABLE demo_words (
    id int PRIMARY KEY, title text, words text, html text, plain text,
    search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', coalesce(title, '')), 'A')
        || setweight(to_tsvector('english', coalesce(plain, '')), 'B')
    ) STORED
)
"""
_POSTS_TABLE = """
CREATE TEMPORARY TABLE demo_posts (
    id bigint, topic_id bigint, author_id bigint, parent_id bigint, number int, branch int,
    twig int, below_count int, words_id int, created_at timestamptz, token uuid
)
"""
_INSERT_POSTS = """
INSERT INTO forums_post (id, topic_id, author_id, parent_id, number, branch, twig, below_count,
                         text, html, status, created_at, version, token, search)
SELECT p.id, p.topic_id, p.author_id, p.parent_id, p.number, p.branch, p.twig, p.below_count,
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
