"""Page-shaped reads of one topic. The number of queries never depends on its length."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from accounts.blocks import blocked_ids_by_member
from accounts.exceptions import ActionDenied
from accounts.models import Member, Viewer
from accounts.permissions import check_may_write
from composing.selectors import NOTHING_CHOSEN, WarningPreferences
from forums import paging
from forums.models import Post, ReadMark, Topic
from forums.post_rows import (
    PostRow,
    flat_posts,
    posts_below,
    posts_of_branches,
    rows_by_ids,
)
from forums.selectors.viewer_state import ViewerTopicState
from forums.view_models import Branch, PostView, TopicHead, TopicTools, reaction_counts, shows_words

Order = Literal["threaded", "flat"]
# After so many have answered, their asker may thank them together.
MIN_REPLIES_TO_THANK = 3


@dataclass(frozen=True)
class TopicPage:
    """One page of a topic for one viewer."""

    topic: Topic
    order: Order
    number: int
    last: int
    opening: PostView | None
    branches: list[Branch]
    posts: list[PostView]
    seq: int
    shows: list[str]
    tools: TopicTools
    apart: frozenset[int]
    left_out: int
    first_new: int | None
    reply_refused: ActionDenied | None
    draft_text: str
    draft_token: UUID | None
    draft_state: str
    draft_warnings: list[str]
    draft_others: list[dict[str, str]]
    has_held: bool

    @property
    def head(self) -> TopicHead:
        return TopicHead.of(self.topic, left_out=self.left_out)

    @property
    def is_last(self) -> bool:
        return self.number == self.last

    @property
    def can_thank_all(self) -> bool:
        """Whoever opened the topic, once enough others answered, until they thanked somebody."""
        if not self.tools.is_own:
            return False
        answers = [item for item in self._items if not item.is_mine and item.shows_words]
        thanked = any(
            each.is_mine and each.kind == "thanks" for item in answers for each in item.reactions
        )
        return (
            len({item.post.author_id for item in answers}) >= MIN_REPLIES_TO_THANK and not thanked
        )

    @property
    def _items(self) -> list[PostView]:
        items = list(self.posts)
        for branch in self.branches:
            items += [branch.head, *branch.below]
        return items

    @property
    def shown_ids(self) -> set[int]:
        """The ids of the posts on this page."""
        items = [*([self.opening] if self.opening else []), *self._items]
        return {item.post.pk for item in items}


@dataclass(frozen=True)
class BranchPage:
    """A long branch by itself, a stretch at a time."""

    topic: Topic
    begins: PostView
    posts: list[PostView]
    after: tuple[int, int] | None
    rest: int
    seq: int
    apart: frozenset[int]
    left_out: int
    reply_refused: ActionDenied | None

    @property
    def head(self) -> TopicHead:
        return TopicHead.of(self.topic, left_out=self.left_out)

    @property
    def shown_ids(self) -> set[int]:
        return {item.post.pk for item in (self.begins, *self.posts)}


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


def topic_page(
    viewer: Viewer, topic: Topic, own: ViewerTopicState, number: int, order: Order
) -> TopicPage:
    """Page ``number`` (1 to page_count) of a topic."""
    if order == "flat":
        posts = flat_posts(topic.pk, number)
    else:
        first = (number - 1) * paging.BRANCHES_PER_PAGE + 1
        last = min(first + paging.BRANCHES_PER_PAGE - 1, topic.branches_count)
        # Branch 0 is the opening post, which stands on every page.
        posts = posts_of_branches(topic.pk, [0, *range(first, last + 1)])
    refused = refused_reply(viewer, topic)
    items = _items(viewer, topic, posts, own.apart, own.mark, refused, own.wants)
    opening, branches = _branches(items) if order == "threaded" else (None, [])
    first_new = first_unread(own, topic) if own.mark else None
    tools = TopicTools(
        pk=topic.pk,
        status=topic.status,
        is_slow=topic.slow_minutes > 0,
        is_flat=order == "flat",
        is_followed=own.is_followed,
        resumes=first_new is not None and first_new > 1,
        is_member=isinstance(viewer, Member),
        can_moderate=isinstance(viewer, Member) and viewer.moderates(topic.board_id),
        is_own=topic.author_id == viewer.pk and topic.is_open,
    )
    return TopicPage(
        topic=topic,
        order=order,
        number=number,
        last=page_count(topic, order),
        opening=opening,
        branches=branches,
        posts=items if order == "flat" else [],
        seq=own.seq,
        shows=sorted(own.shows),
        tools=tools,
        apart=_met_here(own.apart, topic, posts),
        left_out=_left_out(own.apart, topic),
        first_new=first_new,
        reply_refused=refused,
        draft_text=own.draft_text,
        draft_token=own.draft_token,
        draft_state=own.draft_state,
        draft_warnings=own.draft_warnings,
        draft_others=own.draft_others,
        has_held=own.has_held,
    )


def _met_here(apart: frozenset[int], topic: Topic, posts: Sequence[PostRow]) -> frozenset[int]:
    """Of the members whom the viewer does not meet, those whom this page would show: of others it
    says nothing, for it may be they who made the block."""
    return apart & {
        topic.author_id,
        *(post.author_id for post in posts),
        *(post.parent_author_id for post in posts if post.parent_author_id is not None),
    }


def _left_out(apart: frozenset[int], topic: Topic) -> int:
    """How many posts this viewer does not see; asked only of who has a block."""
    if not apart:
        return 0
    return Post.objects.filter(topic=topic, author__in=apart, status="published").count()


def branch_page(
    viewer: Viewer,
    topic: Topic,
    own: ViewerTopicState,
    head: PostRow,
    after: tuple[int, int] | None,
) -> BranchPage:
    """The replies of one branch that come after (subthread, number) in reading order."""
    posts = posts_below(topic.pk, head.branch, after or (0, head.number), paging.BRANCH_PAGE + 1)
    shown = posts[: paging.BRANCH_PAGE]
    refused = refused_reply(viewer, topic)
    begins, *items = _items(viewer, topic, [head, *shown], own.apart, own.mark, refused, own.wants)
    last = shown[-1] if len(posts) > len(shown) else None
    return BranchPage(
        topic=topic,
        begins=begins,
        posts=items,
        after=(last.subthread, last.number) if last else None,
        rest=_after(last).count() if last else 0,
        seq=own.seq,
        apart=_met_here(own.apart, topic, [head, *shown]),
        left_out=_left_out(own.apart, topic),
        reply_refused=refused,
    )


def single_item(viewer: Viewer, post: Post) -> PostView:
    """One post by itself, for the page that answers, quotes or reports it; folded if it has a
    warning, whatever the reader chose for pages of many."""
    return _items(viewer, post.topic, rows_by_ids([post.pk]), _apart(viewer), None, None)[0]


def _apart(viewer: Viewer) -> frozenset[int]:
    if not isinstance(viewer, Member) or viewer.is_moderator:
        return frozenset()
    return frozenset(blocked_ids_by_member([viewer.pk]).get(viewer.pk, ()))


def place_of(post: Post, order: Order) -> tuple[int, tuple[int, int] | None]:
    """The page of the topic on which a post stands; in a folded branch, where to open it.

    The second value is the (subthread, number) just before the post, for branch_page.
    """
    if order == "flat":
        return paging.flat_page_of(post.number), None
    page = paging.threaded_page_of(max(1, post.branch))
    if post.level < 2:
        return page, None
    before = Post.objects.filter(
        topic_id=post.topic_id, branch=post.branch, subthread__gt=0
    ).filter(Q(subthread__lt=post.subthread) | Q(subthread=post.subthread, number__lt=post.number))
    if before[: paging.SHOWN_BELOW].count() < paging.SHOWN_BELOW:
        return page, None
    return page, (post.subthread, post.number - 1)


def first_unread(own: ViewerTopicState, topic: Topic) -> int | None:
    """The number of the first post this viewer has not seen and may read; None if there is none."""
    seen, beyond = (own.mark.up_to, set(own.mark.beyond)) if own.mark else (0, set())
    passed = beyond | set(topic.gone)
    if own.apart:
        theirs = Post.objects.filter(topic=topic, author__in=own.apart, number__gt=seen)
        passed.update(theirs.values_list("number", flat=True))
    numbers = range(seen + 1, topic.posts_count + 1)
    return next((number for number in numbers if number not in passed), None)


def last_readable(own: ViewerTopicState, topic: Topic) -> int:
    """The number of the last post with words for this viewer; the opening if there is none."""
    published = Post.objects.filter(topic=topic, status=Post.Status.PUBLISHED)
    last = published.exclude(author__in=own.apart).aggregate(last=Max("number"))["last"]
    return last or 1


def refused_reply(viewer: Viewer, topic: Topic) -> ActionDenied | None:
    """Why this viewer would be refused a reply here, as far as the page can know; None if not."""
    if not isinstance(viewer, Member) or not topic.is_open:
        return None
    try:
        check_may_write(viewer)
    except ActionDenied as refused:
        return refused
    return None


def _after(post: PostRow) -> QuerySet[Post]:
    """What stands in the same branch after this post."""
    return Post.objects.filter(topic_id=post.topic_id, branch=post.branch).filter(
        Q(subthread__gt=post.subthread) | Q(subthread=post.subthread, number__gt=post.number)
    )


def _items(
    viewer: Viewer,
    topic: Topic,
    posts: list[PostRow],
    apart: frozenset[int],
    mark: ReadMark | None,
    refused: ActionDenied | None,
    wants: WarningPreferences = NOTHING_CHOSEN,
) -> list[PostView]:
    counts = reaction_counts(posts, viewer)
    is_member = isinstance(viewer, Member)
    can_moderate = isinstance(viewer, Member) and viewer.moderates(topic.board_id)
    return [
        PostView(
            post=post,
            reactions=counts[post.pk],
            is_new=mark is not None and not mark.has_seen(post.number),
            is_mine=post.author_id == viewer.pk,
            shows_words=shows_words(viewer, post, apart),
            shows_parent=post.parent_author_id not in apart,
            can_write=is_member and topic.is_open and refused is None,
            can_moderate=can_moderate,
            is_member=is_member,
            wants=wants,
        )
        for post in posts
    ]


def _branches(items: list[PostView]) -> tuple[PostView | None, list[Branch]]:
    opening = None
    grouped: dict[int, list[PostView]] = {}
    for item in items:
        if item.post.branch == 0:
            opening = item
        else:
            grouped.setdefault(item.post.branch, []).append(item)
    branches = []
    for head, *below in grouped.values():
        last = below[-1].post if below else head.post
        branches.append(
            Branch(head, below, head.post.below_count - len(below), (last.subthread, last.number))
        )
    return opening, branches
