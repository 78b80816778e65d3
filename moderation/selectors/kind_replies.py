"""Replies worth a word of thanks: so that the team does not only read what goes wrong."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.models import Member
from forums.models import Post
from guidance.supportive_cues import NAMES, cues
from text.rendering import excerpt

WITHIN, MOST_READ, MAX_SHOWN = timedelta(days=3), 400, 20


@dataclass(frozen=True)
class KindReply:
    post: Post
    excerpt: str
    was_thanked: bool


def kind_replies(viewer: Member) -> list[KindReply]:
    """Of the last three days, the newest first: replies with warmth, own experience and a question,
    by members, in the boards this moderator looks after. No member has a count of them."""
    posts = (
        Post.objects.visible_to(viewer)
        .published()
        .filter(number__gt=1, created_at__gt=timezone.now() - WITHIN)
        .exclude(author=viewer)
        .exclude(author__role__in=Member.TEAM)
        .select_related("topic__board", "author")
        .defer("search")
        .order_by("-created_at", "-pk")
    )
    if viewer.moderated_board_ids is not None:
        posts = posts.filter(topic__board__in=viewer.moderated_board_ids)
    found = [post for post in posts[:MOST_READ] if cues(post.text) == NAMES][:MAX_SHOWN]
    thanked = set(
        viewer.reactions.filter(post__in=found, kind="thanks").values_list("post", flat=True)
    )
    return [KindReply(post, excerpt(post.html), post.pk in thanked) for post in found]
