from django.db import transaction

from accounts.models import Member
from forums import events
from forums.models import Post, Topic
from forums.rules import check_hide
from notifications.actions import withdraw


@transaction.atomic
def hide_post(*, post: Post, by: Member | None) -> None:
    """Nobody but its author and moderators reads the post; an opening post hides its topic.

    ``by=None``: the house itself, for a case that hides at once.
    """
    check_hide(by)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    if not Post.objects.filter(pk=post.pk, status=Post.Status.PUBLISHED).update(
        status=Post.Status.HIDDEN
    ):
        return
    withdraw(subject=f"post:{post.pk}")
    if post.is_opening:
        Topic.objects.filter(pk=topic.pk).update(status=Topic.Status.HIDDEN)
        withdraw(subject=f"topic:{topic.pk}")
    events.post_hidden(post)


@transaction.atomic
def restore_post(*, post: Post, by: Member | None) -> None:
    """A hidden post is shown again, and its topic with it if it opened one."""
    check_hide(by)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    if not Post.objects.filter(pk=post.pk, status=Post.Status.HIDDEN).update(
        status=Post.Status.PUBLISHED
    ):
        return
    if post.is_opening:
        Topic.objects.filter(pk=topic.pk).update(status=Topic.Status.OPEN)
    events.post_restored(post)
