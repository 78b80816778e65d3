"""How moderation answers news from the apps below."""

from typing import Any

from django.dispatch import receiver

from accounts.models import Member
from accounts.signals import asked_to_join
from forums.models import PendingPost, Post
from forums.signals import (
    held_taken_back,
    newcomer_posted,
    post_changing,
    post_held,
    post_listed,
)
from guidance.drafts import HeardRule
from guidance.models import Rule
from guidance.signals import rule_unwanted
from moderation.actions.reporting import (
    close_taken_back,
    look_at_first_post,
    look_at_held,
    look_at_listed,
    look_at_new_member,
    note_change,
)
from moderation.actions.rule_editor import tell_of_unwanted


@receiver(newcomer_posted)
def first_post(post: Post, **_more: Any) -> None:
    look_at_first_post(post=post)


@receiver(post_held)
def held_post(held: PendingPost, **_more: Any) -> None:
    look_at_held(held=held)


@receiver(post_listed)
def listed(post: Post, rules: list[HeardRule], **_more: Any) -> None:
    look_at_listed(post=post, rules=rules)


@receiver(held_taken_back)
def taken_back(held: PendingPost, **_more: Any) -> None:
    close_taken_back(held=held)


@receiver(post_changing)
def changing(post: Post, is_withdrawn: bool, **_more: Any) -> None:
    note_change(post=post, is_withdrawn=is_withdrawn)


@receiver(rule_unwanted)
def unwanted_rule(rule: Rule, **_more: Any) -> None:
    tell_of_unwanted(rule=rule)


@receiver(asked_to_join)
def joining(member: Member, **_more: Any) -> None:
    look_at_new_member(member=member)
