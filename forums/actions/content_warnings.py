"""Content warnings that readers suggest to an author."""

from accounts.models import Member
from composing.models import ContentWarning
from forums.models import Post, WarningSuggestion
from forums.permissions import check_suggest_warning
from live.events import atomic_action
from notifications.actions import notify

# So many readers who think the same are told to the author; one alone is not.
MIN_SUGGESTIONS = 2


@atomic_action
def suggest_warning(*, post: Post, by: Member, warning: ContentWarning) -> None:
    """In private. When a second reader thinks so too, the author is asked; never who it was."""
    check_suggest_warning(by, post)
    if warning.slug in post.warnings:
        return
    WarningSuggestion.objects.get_or_create(post=post, member=by, warning=warning)
    if post.warning_suggestions.filter(warning=warning).count() < MIN_SUGGESTIONS:
        return
    notify(
        member_ids=[post.author_id],
        kind="warning_suggested",
        link=f"{post.get_absolute_url()}edit/",
        subject=f"post:{post.pk}",
        within=f"topic:{post.topic_id}",
        parts={"topic": post.topic.title, "warning": warning.name},
        renotify=False,
    )
