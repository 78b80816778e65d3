"""What a topic's own state asks of somebody who is about to reply; no text is read.

Each is said once for a topic, before sending, and never in one's own topic but for the third in a
row and the quiet topic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from composing.outcomes import Nudge, Offer
from forums.models import Post, Topic

# One voice: a share of so many posts, all by one who did not open the topic.
MAX_SHARE_OF_ONE, MIN_POSTS_FOR_SHARE = 0.4, 20
# The third of one member in a row.
IN_A_ROW = 2
# Two alone: the third answer of one member to one other, with nobody in between.
VOLLEYS = 3
# A quiet topic: so long
SILENT = timedelta(days=180)


_MERGE = Offer("merge", _("Put it below my last post"))
_APART = Offer("apart", _("Start a topic of its own"))


@dataclass(frozen=True)
class TopicActivity:
    """Who wrote in a topic: how many posts are one member's own, whose the latest are (the last one
    first), and the member's last one. See forums.selectors.composer_state."""

    own: int
    latest: tuple[int, ...]
    last_own: int | None


def topic_nudge(member: Member, topic: Topic, activity: TopicActivity) -> Nudge | None:
    """The one thing to say before this member replies here; None most of the time."""
    own, latest, last_own = activity.own, activity.latest, activity.last_own
    mine = [author == member.pk for author in latest[:IN_A_ROW]]
    if len(mine) == IN_A_ROW and all(mine) and last_own is not None:
        return Nudge(
            f"third_in_row:{topic.pk}",
            _(
                "The last posts here are yours. You could put this below your last one, so that "
                "others find it easier to follow."
            ),
            _MERGE,
        )
    if _is_volley(member.pk, latest) and _others_write_here(topic, latest):
        return Nudge(
            f"two_only:{topic.pk}",
            _(
                "The last posts are between the two of you. A topic of its own gives you room, and "
                "leaves this one to the others."
            ),
            _APART,
        )
    if timezone.now() - topic.last_posted_at > SILENT:
        return Nudge(
            f"quiet_topic:{topic.pk}",
            _(
                "Nobody has written here for half a year. A new topic with a link to this one may "
                "find more readers."
            ),
            _APART,
        )
    is_own = topic.author_id == member.pk
    if (
        not is_own
        and topic.posts_count >= MIN_POSTS_FOR_SHARE
        and own >= MAX_SHARE_OF_ONE * topic.posts_count
    ):
        return Nudge(
            f"one_voice:{topic.pk}",
            _(
                "You wrote much of what stands here. Perhaps leave others a little room? You can "
                "send it all the same."
            ),
        )
    return None


def _is_volley(me: int, latest: Sequence[int]) -> bool:
    """Theirs and mine in turns, theirs the last."""
    if len(latest) < 2 * VOLLEYS - 1 or latest[0] == me:
        return False
    return all(author == (me if turn % 2 else latest[0]) for turn, author in enumerate(latest))


def _others_write_here(topic: Topic, two: Sequence[int]) -> bool:
    return Post.objects.filter(topic=topic).exclude(author__in=set(two)).exists()
