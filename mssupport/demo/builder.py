"""The demo community, the same for the same seed, with dates counted back from today.

What the actions keep right one by one (numbers, branches, counters, marks) is computed here for
all; a test compares the two. bulk.py writes the rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts import consents
from accounts.models import Consent, Member
from accounts.pseudonyms import skeleton
from forums.models import Board, Reaction, ReadMark, Topic
from mssupport.demo import logins, people
from mssupport.demo.bulk import Bulk, PlannedPost, PlannedTopic
from mssupport.demo.talk import USUAL_SPEAKER, Talk, Thread, read

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

QUESTIONS = {
    "treatments": "Which treatment is it about?\nFor how long?\nWhat would you like to know?",
}

BATCH = 5000
GIANT_REPLIES = 10_000
SPREAD_OVER_DAYS = 240


class DemoBuilder:
    def __init__(
        self,
        seed: int,
        scale: int,
        now: datetime | None = None,
        long_topics: Sequence[int] | None = None,
    ) -> None:
        self.random = Random(seed)
        self.scale = scale
        is_big = scale > 1
        self.long_topics = long_topics if long_topics is not None else [GIANT_REPLIES] * is_big
        self.now = (now or timezone.now()).replace(microsecond=0)
        self.post_ids = count(1)
        self.topic_ids = count(1)

    def weave(self) -> None:
        """Writes the whole community; the tables must be empty of boards."""
        self.members = self._people()
        # The moderator and the admin look after the place and write nothing in it.
        self.talkers = [self.members[0], *self.members[3:]]
        # Everybody speaks as who they are; of who does not say, nobody knows better.
        self.voices = {
            relation: [each for each in self.talkers if each.relation == relation]
            for relation in Member.Relation.values
        }
        boards = Board.objects.bulk_create(
            Board(
                slug=slug,
                name=name,
                description=description,
                audience=audience,
                position=n,
                questions=QUESTIONS.get(slug, ""),
            )
            for n, (slug, name, description, audience) in enumerate(BOARDS)
        )
        self.bulk = Bulk()
        for board in boards:
            talk = read(board.slug)
            pending: list[PlannedTopic] = []
            for woven in self._topics(board, talk):
                pending.append(woven)
                if len(pending) * 10 >= BATCH:
                    self._write(pending)
                    pending = []
            self._write(pending)
        for replies in self.long_topics:
            self._write([self._giant(boards[1], replies)])
        self.bulk.finish()

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
                    skeleton=skeleton(f"{name} {again + 1}" if again else name),
                    relation=relation,
                    password=password,
                    consent_version=consents.CURRENT_VERSION,
                    joined_at=self.now - timedelta(days=SPREAD_OVER_DAYS + self.random.random()),
                )
            )
        members = Member.objects.bulk_create(members, BATCH)
        for member, name in zip(members[1:3], people.GROUPS, strict=True):
            member.groups.add(Group.objects.get(name=name))
            member.refresh_from_db(fields=["role"])
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

    def _topics(self, board: Board, talk: Talk) -> Iterator[PlannedTopic]:
        for again in range(self.scale):
            for thread in talk.threads:
                yield self._thread(board, talk, thread, again)

    def _thread(self, board: Board, talk: Talk, thread: Thread, again: int) -> PlannedTopic:
        pick = self.random
        author = pick.choice(self.voices[thread.speaker])
        at = self.now - timedelta(
            days=pick.random() ** 2 * SPREAD_OVER_DAYS, hours=3 + pick.random() * 10
        )
        title = f"{thread.title} ({again + 1})" if again else thread.title
        if not thread.lines:
            # Nobody has answered yet.
            at = self.now - timedelta(hours=14 + 20 * pick.random())
            return self._begin(board, author, title, thread.opening, at)
        woven = self._begin(board, author, title[:150], thread.opening, at)
        last_at: dict[int, PlannedPost] = {}
        lines = list(thread.lines)
        if thread is talk.threads[0]:
            # The first topic of a board is the long one: everybody answers the first answer.
            lines[1:1] = [replace(line, level=2) for line in talk.anywhere]
        else:
            for any_line in pick.sample(talk.anywhere, k=pick.randint(3, 7)):
                # Never between an answer and what it answers.
                gaps = [n for n, line in enumerate(lines) if line.level == 1] + [len(lines)]
                lines.insert(pick.choice(gaps), any_line)
        # In another order in each thread, and never the author beside themselves.
        turns = {
            relation: pick.sample(members, k=len(members))
            for relation, members in self.voices.items()
        }
        step = (self.now - at) / (len(lines) + 2)
        for n, line in enumerate(lines):
            at += min(step, timedelta(hours=30)) * (0.2 + pick.random() * 0.8)
            parent = last_at.get(line.level - 1)
            is_thanks = line.level == 2 and line.text.startswith(_GRATEFUL)
            is_author = line.is_by_author or (is_thanks and line.speaker == thread.speaker)
            others = [each for each in turns[line.speaker] if each != author] or [author]
            speaker = author.pk if is_author else others[n % len(others)].pk
            post = woven.add(next(self.post_ids), speaker, parent, line.text, at)
            last_at[line.level] = post
        return woven

    def _begin(
        self, board: Board, author: Member, title: str, opening: str, at: datetime
    ) -> PlannedTopic:
        topic = Topic(
            pk=next(self.topic_ids),
            board=board,
            author=author,
            title=title,
            created_at=at,
        )
        woven = PlannedTopic(topic)
        woven.add(next(self.post_ids), author.pk, None, opening, at)
        return woven

    def _giant(self, board: Board, replies: int) -> PlannedTopic:
        """A topic of so many replies, half of them in one branch, for the measurements."""
        lines = [line.text for line in read(board.slug).anywhere]
        at = self.now - timedelta(days=SPREAD_OVER_DAYS)
        woven = self._begin(board, self.members[3], "Say good morning here", "Good morning!", at)
        step = timedelta(days=SPREAD_OVER_DAYS - 1) / replies
        head: PlannedPost | None = None
        for n in range(replies):
            at += step
            voices = self.voices[USUAL_SPEAKER]
            author = voices[n % len(voices)]
            parent = head if n % 2 else None
            post = woven.add(next(self.post_ids), author.pk, parent, lines[n % len(lines)], at)
            head = head or post
        return woven

    def _write(self, topics: list[PlannedTopic]) -> None:
        posts = [post for woven in topics for post in woven.posts]
        self.bulk.topics(topics)
        self.bulk.posts(posts, self.random)
        self.bulk.reactions(self._reactions(posts))
        self._settle(topics)

    def _reactions(self, posts: list[PlannedPost]) -> Iterator[tuple[PlannedPost, int, str]]:
        pick, kinds = self.random, Reaction.Kind.values
        for post in posts:
            for member in pick.sample(self.members, k=pick.choice((0, 0, 0, 1, 1, 2, 3))):
                if member.pk != post.author_id:
                    yield post, member.pk, pick.choice(kinds)

    def _settle(self, topics: list[PlannedTopic]) -> None:
        """Authors follow their topics and have seen what they wrote; the member has read most."""
        marks = []
        for woven in topics:
            authors: dict[int, set[int]] = {}
            for post in woven.posts:
                authors.setdefault(post.author_id, set()).add(post.number)
            if self.random.random() < 0.7:
                seen = self.random.randint(1, len(woven.posts))
                authors.setdefault(self.members[0].pk, set()).update(range(1, seen + 1))
            for member_id, numbers in authors.items():
                mark = ReadMark(topic=woven.topic, member_id=member_id, changed_at=self.now)
                mark.add(numbers)
                marks.append(mark)
        self.bulk.follows(marks)
        self.bulk.marks(marks)


# A line that begins like this answers the one above in the voice of the topic's author.
_GRATEFUL = ("Thank you", "That is useful", "I will", "That helps", "I like that", "Good to")
