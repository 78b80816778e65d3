"""topic.12: what readers of a topic are told, and who they are."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from accounts.models import Member
from forums.items import PostItem, reaction_counts
from forums.models import Board, Post, Topic
from forums.templatetags.posts import draw
from live.models import Event
from live.rooms import Drawn

# Kinds that carry the post itself, drawn; the others carry numbers only.
WITH_WORDS = frozenset({"reply.posted", "post.edited", "post.restored"})
TAKES_WORDS_AWAY = frozenset({"post.hidden", "post.withdrawn"})
ABOUT_THE_TOPIC = frozenset({"topic.closed", "topic.reopened"})


class TopicRoom:
    prefix = "topic"

    def may_enter(self, member_id: int | None, key: str) -> bool:
        if not key.isdecimal() or len(key) > 18:
            return False
        viewer: Member | AnonymousUser | None = AnonymousUser()
        if member_id is not None:
            viewer = Member.objects.filter(pk=member_id).first()
        return viewer is not None and Topic.objects.visible_to(viewer).filter(pk=int(key)).exists()

    def draw(self, events: Collection[Event], member_ids: Collection[int]) -> dict[int, Drawn]:
        """Each post is loaded and drawn as it is now: what was hidden meanwhile has no words."""
        topic_id = int(next(iter(events)).room.partition(".")[2])
        topic = Topic.objects.select_related("board").filter(pk=topic_id).first()
        if topic is None:
            return {}
        present, audience, is_open_to_web = _audience(topic, member_ids)
        anonymous = is_open_to_web and topic.status != Topic.Status.HIDDEN
        posts = {
            post.pk: post
            for post in Post.objects.filter(
                topic=topic, pk__in={event.ids["post"] for event in events if "post" in event.ids}
            )
            .select_related("author", "parent__author")
            .defer("search", "parent__search", "parent__text", "parent__html")
        }
        counts = reaction_counts(posts.values(), AnonymousUser())
        drawn: dict[int, Drawn] = {}
        for event in events:
            if event.kind in ABOUT_THE_TOPIC:
                drawn[event.seq] = Drawn({"status": topic.status}, audience, anonymous)
            elif (post := posts.get(event.ids.get("post", 0))) is not None:
                if event.kind in TAKES_WORDS_AWAY:
                    # Numbers only, and for everybody who may still have the words on the screen.
                    data = _data(topic, post, counts, False)
                    drawn[event.seq] = Drawn(data, present, is_open_to_web)
                    continue
                data = _data(topic, post, counts, event.kind in WITH_WORDS)
                drawn[event.seq] = Drawn(data, audience, anonymous)
        return drawn


def _audience(
    topic: Topic, member_ids: Collection[int]
) -> tuple[frozenset[int], frozenset[int], bool]:
    """Of those present: who may come in at all, who may read this topic now, and whether
    its board is open to the web. One query."""
    if not topic.board.is_in_use or not member_ids:
        return frozenset(), frozenset(), _is_open_to_web(topic)
    rows = Member.objects.may_come_in().filter(pk__in=member_ids).values_list("pk", "role")
    present = dict(rows)
    allowed = present
    if topic.status == Topic.Status.HIDDEN:
        staff = {Member.Role.MODERATOR.value, Member.Role.ADMIN.value}
        allowed = {pk: role for pk, role in present.items() if role in staff}
    return frozenset(present), frozenset(allowed), _is_open_to_web(topic)


def _is_open_to_web(topic: Topic) -> bool:
    return topic.board.is_in_use and topic.board.audience == Board.Audience.WEB


def _data(topic: Topic, post: Post, counts: dict[int, Any], with_words: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "post": post.pk,
        "number": post.number,
        "branch": post.branch,
        "twig": post.twig,
        "author": post.author_id,
        "status": post.status,
        "version": post.version,
        "reactions": {each.kind: each.count for each in counts[post.pk]},
    }
    if with_words and post.is_published:
        item = PostItem(
            post=post,
            reactions=counts[post.pk],
            is_new=True,
            shows_words=True,
            can_write=topic.is_open,
            is_member=True,
            for_everybody=True,
        )
        data["html"] = str(draw(item.face, get_current_timezone_name(), get_language()))
    return data
