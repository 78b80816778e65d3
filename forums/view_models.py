"""A post as a page shows it: everything the template needs, and nothing to ask for."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.urls import reverse
from django.utils.translation import ngettext

from accounts.models import Viewer
from composing.selectors import NOTHING_CHOSEN, WarningPreferences
from forums.models import Board, Post, Reaction, Topic
from forums.post_rows import PostRow
from guidance.support_types import LABELS


@dataclass(frozen=True)
class ReactionCount:
    kind: str
    count: int
    is_mine: bool

    @property
    def label(self) -> str:
        return str(Reaction.Kind(self.kind).label)


@dataclass(frozen=True)
class PostRender:
    """Everything a drawn post shows, and nothing else: equal faces are drawn alike.

    That makes the drawing itself worth keeping: see templatetags/posts.py.
    """

    pk: int
    number: int
    branch: int
    subthread: int
    level: int
    author_id: int
    author: str
    # The value and not its words: those are looked up when a face is drawn, which is seldom.
    relation: str
    is_by_moderator: bool
    status: str
    html: str
    created_at: datetime
    edited_at: datetime | None
    parent_id: int | None
    parent_number: int
    parent_author: str
    parent_author_id: int
    reactions: tuple[ReactionCount, ...]
    is_new: bool
    shows_words: bool
    is_member: bool
    can_write: bool
    can_moderate: bool
    shows_own_tools: bool
    shows_tools_of_others: bool
    # What is said before the words; empty where they stand open. ``is_filtered``: this reader
    # chose not to have them on the page.
    warning: str
    warnings: tuple[str, ...]
    is_filtered: bool
    correction: str
    correction_source: str


@dataclass(frozen=True)
class TopicRow:
    """Everything a topic shows in a list, and nothing else: equal rows are drawn alike. ``state``,
    ``wish`` and ``board`` are words, empty where none are shown."""

    url: str
    title: str
    is_filtered: bool
    warns_of: str
    unread: int
    state: str
    wish: str
    board: str
    author: str
    posts_count: int
    last_posted_at: datetime

    @classmethod
    def of(cls, topic: Topic, *, is_member: bool, shows_board: bool) -> "TopicRow":
        """Of one that forums.selectors.topic_lists has read; members go on where they were."""
        name = "forums:first_unread" if is_member else "forums:topic"
        is_filtered = getattr(topic, "is_filtered", False)
        return cls(
            url=reverse(name, args=[topic.pk]),
            title="" if is_filtered else topic.title,
            is_filtered=is_filtered,
            warns_of=getattr(topic, "warns_of", ""),
            unread=getattr(topic, "unread", 0) or 0,
            state=topic.get_status_display() if topic.status != Topic.Status.OPEN else "",
            wish=topic.get_wish_display() if topic.wish else "",
            board=topic.board.name if shows_board else "",
            author=topic.author.pseudonym,
            posts_count=topic.readable_count,
            last_posted_at=topic.last_posted_at,
        )


@dataclass(frozen=True)
class TopicHead:
    """What stands above the posts of a topic, the same for all who see the same of it."""

    pk: int
    title: str
    status: str
    posts_count: int
    board_name: str
    board_slug: str
    is_open_to_web: bool
    slow_minutes: int
    wish: str

    @classmethod
    def of(cls, topic: Topic, *, left_out: int = 0) -> "TopicHead":
        """``left_out`` posts are of members whom this viewer does not meet."""
        board = topic.board
        is_open_to_web = board.audience == Board.Audience.WEB
        return cls(
            topic.pk, topic.title, topic.status, topic.readable_count - left_out,
            board.name, board.slug, is_open_to_web, topic.slow_minutes, topic.wish,
        )  # fmt: skip

    @property
    def asks_for(self) -> str:
        """What would help, as a sentence; empty where the author did not say."""
        return str(LABELS.get(self.wish, ""))

    @property
    def length(self) -> str:
        """How many posts it has, in words."""
        n = self.posts_count
        return ngettext("%(n)s post", "%(n)s posts", n) % {"n": n}

    @property
    def pace(self) -> str:
        """That it goes slowly, as a sentence; empty where it does not."""
        if not self.slow_minutes or self.status != Topic.Status.OPEN:
            return ""
        return ngettext(
            "This topic goes slowly for now: one post from each of us in a minute.",
            "This topic goes slowly for now: one post from each of us in %(n)s minutes.",
            self.slow_minutes,
        ) % {"n": self.slow_minutes}


@dataclass(frozen=True)
class TopicTools:
    """What this viewer can do with a topic. ``resumes``: it was read, and not to its end."""

    pk: int
    status: str
    is_slow: bool
    is_flat: bool
    is_followed: bool
    resumes: bool
    is_member: bool
    can_moderate: bool
    is_own: bool

    @property
    def other_order(self) -> str:
        return "threaded" if self.is_flat else "flat"


@dataclass(frozen=True)
class PostView:
    """One post on a page. ``for_everybody`` items carry the buttons of author and others both."""

    post: PostRow
    reactions: list[ReactionCount]
    is_new: bool = False
    is_mine: bool = False
    shows_words: bool = True
    shows_parent: bool = True
    can_write: bool = False
    can_moderate: bool = False
    is_member: bool = False
    for_everybody: bool = False
    wants: "WarningPreferences | None" = None

    @property
    def face(self) -> PostRender:
        """What this viewer sees of the post; of one that is gone, only that it was there."""
        post, shown = self.post, self.shows_words
        # An answer to the opening post is a reply to the topic, and needs no word of it.
        answers = shown and self.shows_parent and post.parent_number not in {None, 1}
        wants = self.wants or NOTHING_CHOSEN
        is_filtered = shown and not self.is_mine and wants.leaves_out(post.warnings)
        is_folded = bool(post.warning) or (not self.is_mine and wants.folds(post.warnings))
        return PostRender(
            pk=post.pk,
            number=post.number,
            branch=post.branch,
            subthread=post.subthread,
            level=post.level,
            author_id=post.author_id,
            author=post.author if shown else "",
            relation=post.relation if shown else "",
            is_by_moderator=post.is_by_moderator,
            status=post.status if shown or not post.is_published else "apart",
            html=post.html if shown and not is_filtered else "",
            created_at=post.created_at,
            edited_at=post.edited_at,
            parent_id=post.parent_id if answers else None,
            parent_number=(post.parent_number or 0) if answers else 0,
            parent_author=(post.parent_author or "") if answers else "",
            parent_author_id=(post.parent_author_id or 0) if answers else 0,
            reactions=tuple(self.reactions),
            is_new=self.is_new,
            shows_words=shown,
            is_member=self.is_member and post.is_published and shown,
            can_write=self.can_write,
            can_moderate=self.can_moderate,
            shows_own_tools=self.for_everybody or self.is_mine,
            shows_tools_of_others=self.for_everybody or (self.is_member and not self.is_mine),
            warning="; ".join(filter(None, [*post.warning_names, post.warning]))
            if shown and (is_folded or is_filtered)
            else "",
            warnings=tuple(post.warnings) if shown and not post.warning else (),
            is_filtered=is_filtered,
            correction=post.correction if shown else "",
            correction_source=post.correction_source if shown else "",
        )


@dataclass(frozen=True)
class Branch:
    """A first-level reply, what is shown below it, and how many replies are folded away."""

    head: PostView
    below: list[PostView] = field(default_factory=list)
    folded: int = 0
    # Where the folded part begins: (subthread, number) of the last post shown.
    last_shown: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        """Its number, as a word: numbers would be put into the reader's own form of writing."""
        return str(self.head.post.branch)

    @property
    def below_count(self) -> int:
        """How many this viewer reads below; of those folded away the stubs are counted too."""
        return sum(item.shows_words for item in self.below) + self.folded


def shows_words(viewer: Viewer, post: PostRow, apart: Container[int]) -> bool:
    """Whether this viewer reads the words of a post they can see the place of.

    ``apart`` are the members this viewer does not meet. Moderators read what is hidden in its case,
    or after saying why.
    """
    if post.author_id in apart:
        return False
    if post.status == Post.Status.PUBLISHED:
        return True
    return post.status == Post.Status.HIDDEN and post.author_id == viewer.pk


def reaction_counts(posts: Iterable[PostRow], viewer: Viewer) -> dict[int, list[ReactionCount]]:
    """The reactions of each post, all four kinds, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_REACTIONS, [viewer.pk or 0, [post.pk for post in posts]])
        found = {(post, kind): ReactionCount(kind, n, own) for post, kind, n, own in cursor}
    return {
        post.pk: [found.get((post.pk, kind)) or ReactionCount(kind, 0, False) for kind in _KINDS]
        for post in posts
    }


_KINDS = tuple(Reaction.Kind.values)
_REACTIONS = """
    SELECT post_id, kind, count(*), bool_or(member_id = %s)
    FROM forums_reaction WHERE post_id = ANY (%s) GROUP BY post_id, kind
"""
