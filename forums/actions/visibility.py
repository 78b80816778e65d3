from accounts.models import Member
from forums import events
from forums.actions.settling import restore_topic_notices, set_status, settle_topic
from forums.models import Post, Topic
from forums.permissions import check_hide
from live.events import atomic_action
from notifications.actions import withdraw


@atomic_action
def hide_post(*, post: Post, by: Member | None) -> bool:
    """Nobody but its author and moderators reads the post; an opening post hides its topic.

    ``by=None``: the house itself, for a case that hides at once. False if there was nothing to
    hide, because it was hidden or withdrawn already.
    """
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    check_hide(by, topic)
    if not Post.objects.filter(pk=post.pk, status=Post.Status.PUBLISHED).update(
        status=Post.Status.HIDDEN
    ):
        return False
    withdraw(subject=f"post:{post.pk}")
    if post.is_opening:
        set_status(topic, Topic.Status.HIDDEN, status_before=topic.status)
        withdraw(subject=f"topic:{topic.pk}")
    settle_topic(topic)
    events.post_hidden(post)
    return True


@atomic_action
def restore_post(*, post: Post, by: Member | None) -> bool:
    """A hidden post is shown again, with its topic as it was and what was said about them.

    False if it was not hidden.
    """
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    check_hide(by, topic)
    if not Post.objects.filter(pk=post.pk, status=Post.Status.HIDDEN).update(
        status=Post.Status.PUBLISHED
    ):
        return False
    if post.is_opening:
        before = topic.status_before or Topic.Status.OPEN
        set_status(topic, before, status_before="")
    restore_topic_notices(topic, post)
    settle_topic(topic)
    events.post_restored(post)
    return True
