"""Page-shaped reads of one topic. The number of queries never depends on its length."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from accounts.access import Refused
from accounts.apart import apart_from
from accounts.models import Member
from accounts.rules import check_may_write
from forums import paging
from forums.items import Branch, PostItem, reaction_counts, shows_words
from forums.models import Draft, Post, ReadMark, Topic
from forums.own import Own
from forums.querysets import Viewer

Order = Literal["threaded", "flat"]

# For each branch of the page its head and the first replies below it, by the reading-order index.
_POSTS_OF_BRANCHES = """
    SELECT shown.id FROM unnest(%s::int[]) AS wanted(branch)
    CROSS JOIN LATERAL (
        SELECT id FROM forums_post
        WHERE topic_id = %s AND forums_post.branch = wanted.branch
        ORDER BY twig, number LIMIT %s
    ) AS shown
"""


@dataclass(frozen=True)
class TopicPage:
    """One page of a topic for one viewer."""

    topic: Topic
    order: Order
    number: int
    last: int
    opening: PostItem | None
    branches: list[Branch]
    posts: list[PostItem]
    seq: int
    is_followed: bool
    apart: frozenset[int]
    first_new: int | None
    reply_refused: Refused | None
    draft_text: str

    @property
    def links(self) -> list[int | None]:
        return paging.around(self.number, self.last)

    @property
    def is_last(self) -> bool:
        return self.number == self.last

    @property
    def shown(self) -> list[int]:
        """The numbers of the posts on this page, for the read mark."""
        items = [*([self.opening] if self.opening else []), *self.posts]
        for branch in self.branches:
            items += [branch.head, *branch.below]
        return [item.post.number for item in items]


@dataclass(frozen=True)
class BranchPage:
    """A long branch by itself, a stretch at a time."""

    topic: Topic
    head: PostItem
    posts: list[PostItem]
    after: tuple[int, int] | None
    rest: int
    seq: int
    apart: frozenset[int]
    reply_refused: Refused | None

    @property
    def shown(self) -> list[int]:
        return [self.head.post.number, *(item.post.number for item in self.posts)]


def order_for(viewer: Viewer, asked: str) -> Order:
    """The order asked for in the address, else the member's own, else threaded."""
    if asked in {"threaded", "flat"}:
        return "flat" if asked == "flat" else "threaded"
    if isinstance(viewer, Member) and viewer.reading_order == Member.ReadingOrder.FLAT:
        return "flat"
    return "threaded"


def page_count(topic: Topic, order: Order) -> int:
    if order == "flat":
        return paging.pages(topic.posts_count, paging.POSTS_PER_PAGE)
    return paging.pages(topic.branches_count, paging.BRANCHES_PER_PAGE)


def topic_page(viewer: Viewer, topic: Topic, own: Own, number: int, order: Order) -> TopicPage:
    """Page ``number`` (1 to page_count) of a topic."""
    if order == "flat":
        first = (number - 1) * paging.POSTS_PER_PAGE
        wanted = Q(number__gt=first, number__lte=first + paging.POSTS_PER_PAGE)
    else:
        first = (number - 1) * paging.BRANCHES_PER_PAGE + 1
        last = min(first + paging.BRANCHES_PER_PAGE - 1, topic.branches_count)
        # Branch 0 is the opening post, which stands on every page.
        words = [[0, *range(first, last + 1)], topic.pk, paging.SHOWN_BELOW + 1]
        ids = RawSQL(_POSTS_OF_BRANCHES, words)  # noqa: S611 (a constant, with parameters)
        wanted = Q(pk__in=ids)
    rows = _as_shown(Post.objects.filter(wanted, topic=topic))
    if order == "flat":
        # The limit is known; it tells the planner, who believes that low numbers are everywhere.
        posts = list(rows.order_by("number")[: paging.POSTS_PER_PAGE])
    else:
        posts = list(_in_reading_order(rows))
    refused = refused_reply(viewer, topic)
    items = _items(viewer, topic, posts, own.apart, own.mark, refused)
    opening, branches = _branches(items) if order == "threaded" else (None, [])
    return TopicPage(
        topic=topic,
        order=order,
        number=number,
        last=page_count(topic, order),
        opening=opening,
        branches=branches,
        posts=items if order == "flat" else [],
        seq=own.seq,
        is_followed=own.is_followed,
        apart=own.apart,
        first_new=first_unread(own, topic) if own.mark else None,
        reply_refused=refused,
        draft_text=own.draft_text,
    )


def branch_page(
    viewer: Viewer, topic: Topic, own: Own, head: Post, after: tuple[int, int] | None
) -> BranchPage:
    """The replies of one branch that come after (twig, number) in reading order."""
    below = Post.objects.filter(topic=topic, branch=head.branch, twig__gt=0)
    if after is not None:
        twig, number = after
        below = below.filter(Q(twig__gt=twig) | Q(twig=twig, number__gt=number))
    posts = list(_in_reading_order(_as_shown(below))[: paging.BRANCH_PAGE + 1])
    shown = posts[: paging.BRANCH_PAGE]
    refused = refused_reply(viewer, topic)
    head_item, *items = _items(viewer, topic, [head, *shown], own.apart, own.mark, refused)
    has_more = len(posts) > len(shown)
    return BranchPage(
        topic=topic,
        head=head_item,
        posts=items,
        after=(shown[-1].twig, shown[-1].number) if has_more else None,
        rest=below.count() - len(shown) if has_more else 0,
        seq=own.seq,
        apart=own.apart,
        reply_refused=refused,
    )


def single_item(viewer: Viewer, post: Post) -> PostItem:
    """One post by itself, for the page that answers, quotes or reports it."""
    return _items(viewer, post.topic, [post], _apart(viewer), None, None)[0]


def _apart(viewer: Viewer) -> frozenset[int]:
    if not isinstance(viewer, Member) or viewer.is_moderator:
        return frozenset()
    return frozenset(pk for (pk,) in apart_from(viewer.pk).values_list("member_id"))


def place_of(post: Post, order: Order) -> tuple[int, tuple[int, int] | None]:
    """The page of the topic on which a post stands; in a folded branch, where to open it.

    The second value is the (twig, number) just before the post, for branch_page.
    """
    if order == "flat":
        return paging.flat_page_of(post.number), None
    page = paging.threaded_page_of(max(1, post.branch))
    if post.level < 2:
        return page, None
    before = Post.objects.filter(topic_id=post.topic_id, branch=post.branch, twig__gt=0).filter(
        Q(twig__lt=post.twig) | Q(twig=post.twig, number__lt=post.number)
    )
    if before[: paging.SHOWN_BELOW].count() < paging.SHOWN_BELOW:
        return page, None
    return page, (post.twig, post.number - 1)


def first_unread(own: Own, topic: Topic) -> int | None:
    """The number of the first post this viewer has not seen; None if all are seen."""
    seen = own.mark.up_to if own.mark else 0
    return seen + 1 if seen < topic.posts_count else None


def refused_reply(viewer: Viewer, topic: Topic) -> Refused | None:
    """Why this viewer would be refused a reply here, as far as the page can know; None if not."""
    if not isinstance(viewer, Member) or not topic.is_open:
        return None
    try:
        check_may_write(viewer)
    except Refused as refused:
        return refused
    return None


def draft_of(viewer: Viewer, place: str) -> Draft | None:
    if not isinstance(viewer, Member):
        return None
    return Draft.objects.filter(member=viewer, place=place).first()


def _in_reading_order(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.order_by("branch", "twig", "number")


def _as_shown(posts: QuerySet[Post]) -> QuerySet[Post]:
    return (
        posts.select_related("author", "parent__author")
        # What a page shows, and no more: most of what a row costs is making objects of it.
        .only(
            "topic",
            "number",
            "branch",
            "twig",
            "below_count",
            "html",
            "status",
            "created_at",
            "edited_at",
            "author__pseudonym",
            "author__relation",
            "author__role",
            "parent__number",
            "parent__author__pseudonym",
        )
    )


def _items(
    viewer: Viewer,
    topic: Topic,
    posts: Iterable[Post],
    apart: frozenset[int],
    mark: ReadMark | None,
    refused: Refused | None,
) -> list[PostItem]:
    posts = list(posts)
    counts = reaction_counts(posts, viewer)
    is_member = isinstance(viewer, Member)
    can_moderate = isinstance(viewer, Member) and viewer.is_moderator
    return [
        PostItem(
            post=post,
            reactions=counts[post.pk],
            is_new=mark is not None and not mark.has_seen(post.number),
            is_mine=post.author_id == viewer.pk,
            shows_words=shows_words(viewer, post, apart),
            shows_parent=post.parent is None or post.parent.author_id not in apart,
            can_write=is_member and topic.is_open and refused is None,
            can_moderate=can_moderate,
            is_member=is_member,
        )
        for post in posts
    ]


def _branches(items: list[PostItem]) -> tuple[PostItem | None, list[Branch]]:
    opening = None
    grouped: dict[int, list[PostItem]] = {}
    for item in items:
        if item.post.branch == 0:
            opening = item
        else:
            grouped.setdefault(item.post.branch, []).append(item)
    branches = []
    for head, *below in grouped.values():
        last = below[-1].post if below else head.post
        branches.append(
            Branch(head, below, head.post.below_count - len(below), (last.twig, last.number))
        )
    return opening, branches
