"""Content warnings: what readers choose, and what they suggest to an author."""

from collections.abc import Mapping

from django.db import transaction

from accounts.models import Member
from forums.models import ContentWarning, Post, WarningChoice, WarningSuggestion
from forums.permissions import check_suggest_warning
from live.events import atomic_action
from notifications.actions import notify

# So many readers who think the same are told to the author; one alone is not.
MIN_SUGGESTIONS = 2


@transaction.atomic
def choose_warnings(*, member: Member, does: Mapping[str, str]) -> None:
    """{slug: show, fold or hide}: what this reader wants of posts with each warning."""
    # Two presses take turns: each replaces everything that was chosen.
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    known = {each.slug: each for each in ContentWarning.objects.all()}
    WarningChoice.objects.filter(member=member).delete()
    WarningChoice.objects.bulk_create(
        [
            WarningChoice(member=member, warning=known[slug], does=what)
            for slug, what in does.items()
            if slug in known and what in WarningChoice.Does.values
        ]
    )


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
