"""A post as a page shows it: everything the template needs, and nothing to ask for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.functional import Promise

from accounts.models import Member
from forums.models import Post, Reaction
from forums.querysets import Viewer


@dataclass(frozen=True)
class ReactionCount:
    kind: str
    label: str | Promise
    count: int
    is_mine: bool


@dataclass(frozen=True)
class PostItem:
    """One post on a page. ``for_everybody`` items carry the buttons of author and others both."""

    post: Post
    reactions: list[ReactionCount]
    is_new: bool = False
    is_mine: bool = False
    shows_words: bool = True
    can_write: bool = False
    can_moderate: bool = False
    is_member: bool = False
    for_everybody: bool = False

    @property
    def shows_own_tools(self) -> bool:
        return self.for_everybody or self.is_mine

    @property
    def shows_tools_of_others(self) -> bool:
        return self.for_everybody or (self.is_member and not self.is_mine)


@dataclass(frozen=True)
class Branch:
    """A first-level reply, what is shown below it, and how many replies are folded away."""

    head: PostItem
    below: list[PostItem] = field(default_factory=list)
    folded: int = 0
    # Where the folded part begins: (twig, number) of the last post shown.
    last_shown: tuple[int, int] = (0, 0)


def shows_words(viewer: Viewer, post: Post) -> bool:
    """Whether this viewer reads the words of a post they can see the place of."""
    if post.status == Post.Status.PUBLISHED:
        return True
    if post.status == Post.Status.HIDDEN and isinstance(viewer, Member):
        return viewer.is_moderator or post.author_id == viewer.pk
    return False


def reaction_counts(posts: Iterable[Post], viewer: Viewer) -> dict[int, list[ReactionCount]]:
    """The reactions of each post, all four kinds, in one query."""
    mine = Q(member=viewer) if isinstance(viewer, Member) else Q(pk=None)
    rows = (
        Reaction.objects.filter(post__in=[post.pk for post in posts])
        .values("post_id", "kind")
        .annotate(total=Count("pk"), own=Count("pk", filter=mine))
        .order_by()
    )
    found: dict[int, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for row in rows:
        found[row["post_id"]][row["kind"]] = (row["total"], bool(row["own"]))
    return {
        post.pk: [
            ReactionCount(kind.value, kind.label, *found[post.pk].get(kind.value, (0, False)))
            for kind in Reaction.Kind
        ]
        for post in posts
    }
