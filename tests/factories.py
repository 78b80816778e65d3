"""The smallest valid thing of each kind."""

import uuid
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import factory
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import override_settings
from factory.django import DjangoModelFactory

from accounts import consents
from accounts.models import Member
from forums.actions.replies import post_reply
from forums.actions.topics import start_topic
from forums.models import Board, Post


def group_of(role: str) -> list[Group]:
    """The group that comes with the house for this role; none for a plain member.

    Tests that empty the tables take those of the migrations with them, so they are made again.
    """
    codename = {"moderator": "moderate", "admin": "administer"}.get(role)
    if codename is None:
        return []
    groups = Group.objects.filter(permissions__codename=codename).order_by("pk")
    if not groups.exists():
        for migration in ("accounts.migrations.0008_two_groups",
                          "moderation.migrations.0016_what_admins_may"):  # fmt: skip
            import_module(migration).set_up(apps, None)
    return [groups.get(name={"moderator": "Moderators", "admin": "Admins"}[role])]


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Member:
        """``role`` puts them into its group."""
        groups = group_of(kwargs.pop("role", "member"))
        only = kwargs.pop("moderated_board_ids", None)
        member: Member = super()._create(model_class, *args, **kwargs)
        if groups:
            member.groups.set(groups)
            Member.objects.filter(pk=member.pk).update(moderated_board_ids=only)
            member.refresh_from_db(fields=["role", "access_version", "moderated_board_ids"])
        return member

    pseudonym = factory.Sequence(lambda n: f"member {n}")
    email = factory.Sequence(lambda n: f"canarymail{n}@mail.example")
    consent_version = consents.CURRENT_VERSION


class BoardFactory(DjangoModelFactory):
    class Meta:
        model = Board

    name = factory.Sequence(lambda n: f"Board {n}")
    slug = factory.Sequence(lambda n: f"board-{n}")
    description = "For tests."


def make_topic(*, author: Member | None = None, board: Board | None = None, **words: str) -> Post:
    """A topic by the action itself, whatever waits for moderators here; its opening post."""
    with override_settings(FIRST_POSTS_HELD=0):
        post = start_topic(
            author=author or MemberFactory(),
            board=board or BoardFactory(),
            title=words.get("title", "Leg spasms at night"),
            text=words.get("text", "How do you sleep with them?"),
            token=uuid.uuid4(),
        )
    assert isinstance(post, Post)
    return post


def make_reply(
    to: Post,
    *,
    author: Member | None = None,
    text: str = "I stretch before bed.",
    warnings: Sequence[str] = (),
) -> Post:
    """A reply by the action itself, to the post given or, for an opening post, to the topic."""
    with override_settings(FIRST_POSTS_HELD=0):
        post = post_reply(
            author=author or MemberFactory(),
            topic=to.topic,
            text=text,
            token=uuid.uuid4(),
            parent=None if to.is_opening else to,
            warnings=warnings,
        )
    assert isinstance(post, Post)
    return post
