"""topic.12: what readers of a topic are told, and who they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from accounts.blocks import blocked_ids, blocked_ids_by_member
from accounts.models import Member
from composing.models import WarningChoice
from forums.models import Board, Topic
from forums.post_rows import PostRow, rows_by_ids
from forums.templatetags.posts import post as draw_post
from forums.view_models import PostView, TopicHead, reaction_counts
from live.models import Event
from live.rooms import NOBODY, Audience, RenderedBatch, RenderedEvent

# Kinds that carry the post itself, drawn; the others carry numbers only.
WITH_WORDS = frozenset({"reply.posted", "post.edited", "post.restored"})
ABOUT_THE_TOPIC = frozenset(
    {
        "topic.closed",
        "topic.reopened",
        "topic.moved",
        "topic.retitled",
        "topic.wish_changed",
        "topic.pace_changed",
    }
)


class TopicRoom:
    prefix = "topic"
    is_guarded = False

    def audience(self, key: str, member_ids: Collection[int]) -> Audience:
        topic = _topic(key)
        if topic is None or topic.status == Topic.Status.WITHDRAWN:
            # As many questions as for one that is hidden, so that the time tells nothing.
            list(Member.objects.among(member_ids).filter(pk=0) if member_ids else ())
            return NOBODY
        return _audience(topic, member_ids)

    def draw(
        self, key: str, events: Collection[Event], member_ids: Collection[int]
    ) -> RenderedBatch:
        """Each post is loaded and drawn as it is now: what was hidden meanwhile has no words."""
        topic = _topic(key)
        if topic is None:
            return RenderedBatch(NOBODY, {})
        asked = {event.ids["post"] for event in events if "post" in event.ids}
        posts = {post.pk: post for post in rows_by_ids(asked) if post.topic_id == topic.pk}
        counts = reaction_counts(posts.values(), AnonymousUser())
        authors = {post.author_id for post in posts.values()}
        answered = {post.parent_author_id for post in posts.values() if post.parent_author_id}
        apart = blocked_ids_by_member(authors | answered)
        hides = _who_hides(posts.values(), member_ids)
        drawn: dict[int, RenderedEvent] = {}
        for event in events:
            if event.kind in ABOUT_THE_TOPIC:
                head = TopicHead.of(topic)
                data = {"status": topic.status, "title": topic.title, "board": topic.board.name,
                        "board_link": topic.board.get_absolute_url(),
                        "wish": head.asks_for, "pace": head.pace}  # fmt: skip
                drawn[event.seq] = RenderedEvent(data)
            elif (post := posts.get(event.ids.get("post", 0))) is not None:
                data = _data(topic, post, counts, apart, event.kind in WITH_WORDS)
                left_out = frozenset().union(*(hides.get(slug, ()) for slug in post.warnings))
                left_out -= {post.author_id}
                drawn[event.seq] = RenderedEvent(
                    data, frozenset(apart.get(post.author_id, ())) | left_out
                )
        return RenderedBatch(_audience(topic, member_ids), drawn)


def _who_hides(
    posts: Collection[PostRow], member_ids: Collection[int]
) -> dict[str, frozenset[int]]:
    """{slug of a warning: readers present who chose not to see such posts}."""
    warnings = {slug for post in posts for slug in post.warnings}
    found: dict[str, set[int]] = defaultdict(set)
    if warnings and member_ids:
        chosen = WarningChoice.objects.filter(
            does="hide", member__in=member_ids, warning__slug__in=warnings
        )
        for slug, member in chosen.values_list("warning__slug", "member"):
            found[slug].add(member)
    return {slug: frozenset(members) for slug, members in found.items()}


def _topic(key: str) -> Topic | None:
    if not key.isdecimal() or len(key) > 18:
        return None
    return Topic.objects.select_related("board").filter(pk=int(key), board__is_in_use=True).first()


def _audience(topic: Topic, member_ids: Collection[int]) -> Audience:
    """Of those present: who may read this topic now. One query."""
    if topic.status == Topic.Status.WITHDRAWN:
        return NOBODY
    is_hidden = topic.status == Topic.Status.HIDDEN
    members = Member.objects.active().among(member_ids)
    if topic.board.audience != Board.Audience.WEB:
        members = members.filter(is_approved=True)
    if is_hidden:
        members = members.moderating(topic.board_id)
    else:
        members = members.filter(~Q(pk__in=blocked_ids(topic.author_id)) | Q(role__in=Member.TEAM))
    return Audience(
        dict(members.values_list("pk", "access_version")) if member_ids else {},
        anonymous=topic.board.audience == Board.Audience.WEB and not is_hidden,
    )


def _data(
    topic: Topic,
    post: PostRow,
    counts: dict[int, Any],
    apart: Mapping[int, Collection[int]],
    with_words: bool,
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "post": post.pk,
        "number": post.number,
        "branch": post.branch,
        "subthread": post.subthread,
        "author": post.author_id,
        "status": post.status,
        "length": TopicHead.of(topic).length,
        "version": post.version,
        "reactions": {each.kind: each.count for each in counts[post.pk]},
    }
    if with_words and post.is_published:
        item = PostView(
            post=post,
            reactions=counts[post.pk],
            is_new=True,
            shows_words=True,
            # Somebody here may not meet whom it answers, and must not learn who that is.
            shows_parent=not apart.get(post.parent_author_id or 0),
            can_write=topic.is_open,
            is_member=True,
            for_everybody=True,
        )
        data["html"] = str(draw_post(item))
    return data
