"""Page-shaped reads of many topics: boards, what is new, search."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache, reduce
from itertools import islice
from operator import or_
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from accounts.models import Member, Viewer
from composing.models import ContentWarning
from composing.selectors import wants_in_lists
from forums import paging
from forums.models import Board, Interests, PendingPost, Post, Topic
from forums.querysets import TopicQuerySet
from forums.selectors.compiled import (
    POSITION,
    SINCE,
    WHEN,
    WHICH,
    WHO,
    WISH,
    Compiled,
    Kind,
    kind_of,
    stand_in,
)
from forums.selectors.similar_topics import about_any

# What is new looks this far back; older topics come back when somebody writes in them.
NEW_FOR = timedelta(days=60)
# By then a topic without an answer is offered to whoever has time.
UNANSWERED_AFTER = timedelta(hours=12)


@dataclass(frozen=True)
class Position:
    """A place in a list ordered by time: after this topic or post the next page begins."""

    when: datetime
    pk: int

    @classmethod
    def parse(cls, text: str) -> "Position | None":
        """From an address; None for anything that is not a position."""
        moment, _mark, pk = text.rpartition("_")
        if not pk.isdecimal() or len(pk) > 18:
            return None
        try:
            when = parse_datetime(moment.replace(" ", "+"))
            if when is None or timezone.is_naive(when):
                return None
            # In an offset that the database knows as well.
            when = when.astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        return cls(when, int(pk)) if 1900 < when.year < 2200 else None

    def __str__(self) -> str:
        return f"{self.when.isoformat()}_{self.pk}"


@dataclass(frozen=True)
class TopicList:
    topics: list[Topic]
    older: Position | None
    newer: Position | None
    is_first: bool


def board_topics(
    viewer: Viewer, board: Board, before: Position | None, after: Position | None, wish: str = ""
) -> TopicList:
    """Topics of a board, the latest activity first; of one wish, if one is named."""
    kind = "board of a wish" if wish else "board"
    return _listed(viewer, kind, before, after, {WHICH: board.pk, WISH: wish})


def latest_topics(viewer: Viewer, count: int) -> list[Topic]:
    return _listed(viewer, "all", None, None, {}).topics[:count]


def new_topics(member: Member, before: Position | None, after: Position | None) -> TopicList:
    """Topics with posts the member has not seen, the latest first."""
    return _listed(member, "new", before, after, {SINCE: timezone.now() - NEW_FOR})


def unanswered(viewer: Member, wish: str = "") -> list[Topic]:
    """Topics that nobody else has answered for half a day: first topics of members first, then
    those about what this viewer knows, then the longest waiting. ``is_about`` of each names what
    of it they know."""
    long_ago, since = timezone.now() - UNANSWERED_AFTER, timezone.now() - NEW_FOR
    answers = (
        Post.objects.published().filter(topic=OuterRef("pk")).exclude(author=OuterRef("author"))
    )
    others = Topic.objects.filter(author=OuterRef("author"), pk__lt=OuterRef("pk"))
    topics = (
        _visible(viewer)
        .filter(status="open", created_at__lt=long_ago, created_at__gt=since)
        .exclude(author=viewer)
        .exclude(Exists(answers))
        .annotate(is_first=~Exists(others))
        .select_related("board", "author", "last_author")
        .with_reading_of(viewer)
    )
    if wish:
        topics = topics.filter(wish=wish)
    queries = about_any(subjects_of(viewer))
    openings = Post.objects.filter(topic=OuterRef("pk"), number=1)
    about = {
        f"about_{n}": Exists(openings.filter(search=query))
        for n, query in enumerate(queries.values())
    }
    known = reduce(or_, (Q(each) for each in about.values()), Q(pk=None))
    topics = topics.annotate(**about, is_known=Case(When(known, then=True), default=False))
    found = list(
        topics.order_by("-is_first", "-is_known", "created_at", "pk")[: paging.TOPICS_PER_PAGE]
    )
    for topic in found:
        topic.is_about = [
            subject for n, subject in enumerate(queries) if getattr(topic, f"about_{n}")
        ]
    _warn_of(viewer, found)
    return found


def subjects_of(member: Member) -> list[str]:
    """What the member said they know about."""
    knowledge = Interests.objects.filter(member=member).first()
    return knowledge.subjects if knowledge is not None else []


def followed_topics(member: Member, before: Position | None, after: Position | None) -> TopicList:
    return _listed(member, "followed", before, after, {})


def _visible(viewer: Viewer) -> TopicQuerySet:
    return Topic.objects.visible_to(viewer)


def _listed(
    viewer: Viewer,
    which: str,
    before: Position | None,
    after: Position | None,
    values: dict[Any, Any],
) -> TopicList:
    size = paging.TOPICS_PER_PAGE
    at = before or after
    direction = "before" if before is not None else "after" if after is not None else "first"
    values = {**values, WHO: viewer.pk}
    if at is not None:
        values |= {WHEN: at.when, POSITION: at.pk}
    kind = kind_of(viewer)
    is_member = isinstance(viewer, Member)
    found = (
        _topics(_list_question(kind, is_member, which, direction, size + 1), values) if kind else []
    )
    has_more = len(found) > size
    found = found[:size]
    if direction == "after":
        has_newer, has_older = has_more, True
        found = found[::-1]
    else:
        has_newer, has_older = before is not None, has_more
    _warn_of(viewer, found)
    return TopicList(
        topics=found,
        older=_position(found[-1]) if found and has_older else None,
        newer=_position(found[0]) if found and has_newer else None,
        is_first=not has_newer,
    )


@lru_cache(maxsize=256)
def _list_question(kind: Kind, is_member: bool, which: str, direction: str, count: int) -> Compiled:
    """The columns of a topic, then how much of it is unread, then its board and two members."""
    viewer = stand_in(kind)
    topics = _visible(viewer).select_related("board", "author", "last_author")
    match which:
        case "board":
            topics = topics.filter(board=WHICH)
        case "board of a wish":
            topics = topics.filter(board=WHICH, wish=WISH)
        case "new":
            topics = topics.filter(last_posted_at__gt=SINCE)
        case "followed":
            topics = topics.filter(follows__member=WHO)
    # Who is not admitted yet sees what strangers see, and has read of it what they have read.
    is_waiting = is_member and not isinstance(viewer, Member)
    topics = topics.with_reading_of(Member(pk=WHO) if is_waiting else viewer)
    if which == "new":
        topics = topics.filter(unread__gt=0)
    match direction:
        case "after":
            topics = topics.filter(
                Q(last_posted_at__gt=WHEN) | Q(last_posted_at=WHEN, pk__gt=POSITION)
            ).order_by("last_posted_at", "pk")
        case "before":
            topics = topics.filter(
                Q(last_posted_at__lt=WHEN) | Q(last_posted_at=WHEN, pk__lt=POSITION)
            ).order_by("-last_posted_at", "-pk")
        case _:
            topics = topics.order_by("-last_posted_at", "-pk")
    return Compiled.of(topics[:count])


_TOPIC, _BOARD, _MEMBER = (
    [field.attname for field in model._meta.concrete_fields] for model in (Topic, Board, Member)
)


def _topics(question: Compiled, values: dict[Any, Any]) -> list[Topic]:
    found = []
    with connection.cursor() as cursor:
        cursor.execute(question.sql, question.with_values(values))
        for row in cursor.fetchall():
            cells = iter(row)
            topic = Topic.from_db(connection.alias, _TOPIC, list(islice(cells, len(_TOPIC))))
            setattr(topic, "unread", next(cells))  # noqa: B010 (an annotation of with_reading_of)
            topic.board = Board.from_db(connection.alias, _BOARD, list(islice(cells, len(_BOARD))))
            topic.author, topic.last_author = (
                Member.from_db(connection.alias, _MEMBER, list(islice(cells, len(_MEMBER))))
                for _who in range(2)
            )
            found.append(topic)
    return found


def _warn_of(viewer: Viewer, topics: list[Topic]) -> None:
    """Each topic knows what it warns of, and whether this reader chose not to see that."""
    if not any(topic.warnings for topic in topics):
        return
    wants = wants_in_lists(viewer)
    names = dict(ContentWarning.objects.values_list("slug", "name"))
    for topic in topics:
        topic.warns_of = ", ".join(names.get(slug, slug) for slug in topic.warnings)
        topic.is_filtered = topic.author_id != viewer.pk and wants.leaves_out(topic.warnings)


def _position(topic: Topic) -> Position:
    return Position(topic.last_posted_at, topic.pk)


def boards(viewer: Viewer) -> list[Board]:
    return list(Board.objects.visible_to(viewer))


def held_posts(member: Member) -> list[PendingPost]:
    """What the member sent and nobody reads yet, or will."""
    states = [PendingPost.Status.WAITING, PendingPost.Status.REFUSED]
    held = PendingPost.objects.filter(author=member, status__in=states)
    return list(held.select_related("board", "topic")[:50])


def was_sent(member: Member, token: UUID) -> bool:
    """Whether the form with this token has arrived, whatever became of it."""
    return sent_words(member, token) is not None


def sent_words(member: Member, token: UUID) -> str | None:
    """What arrived by the form with this token; None if nothing did."""
    for model in (Post, PendingPost):
        sent = model.objects.filter(author=member, token=token).values_list("text", flat=True)
        for text in sent[:1]:
            return str(text)
    return None
