"""What moderators do to a post or topic that stays where it is. Each says how it was before."""

from accounts.models import Member
from forums import events
from forums.models import Post, Topic
from forums.permissions import check_tend
from live.events import atomic_action


@atomic_action
def fold_post(*, post: Post, by: Member, warning: str) -> str:
    """Readers see the warning first and open the post if they like; ``""`` unfolds it."""
    check_tend(by, post.topic)
    before = _locked(post)
    Post.objects.filter(pk=post.pk).update(warning=warning)
    events.post_edited(post)
    return before.warning


@atomic_action
def correct_post(*, post: Post, by: Member, note: str, source: str) -> tuple[str, str]:
    """A note with its source stands under the post from now on; an empty one takes it away."""
    check_tend(by, post.topic)
    before = _locked(post)
    Post.objects.filter(pk=post.pk).update(correction=note, correction_source=source)
    events.post_edited(post)
    return before.correction, before.correction_source


@atomic_action
def slow_topic(*, topic: Topic, by: Member | None, minutes: int) -> int:
    """One reply from each member in so many minutes; 0 ends it. ``by=None`` is the house, when a
    topic becomes hot."""
    if by is not None:
        check_tend(by, topic)
    before = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk).slow_minutes
    if minutes != before:
        Topic.objects.filter(pk=topic.pk).update(slow_minutes=minutes)
        events.pace_changed(topic)
    return before


def _locked(post: Post) -> Post:
    return Post.objects.select_for_update(no_key=True).defer("search").get(pk=post.pk)
