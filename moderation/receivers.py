"""How moderation answers news from the forums."""

from typing import Any

from django.dispatch import receiver

from forums.models import Post
from forums.signals import newcomer_posted
from moderation.actions.reporting import look_at_first_post


@receiver(newcomer_posted)
def first_post(post: Post, **_more: Any) -> None:
    look_at_first_post(post=post)
