"""The smallest valid thing of each kind."""

import uuid

import factory
from factory.django import DjangoModelFactory

from accounts import consents
from accounts.models import Member
from forums.actions.replies import post_reply
from forums.actions.topics import start_topic
from forums.models import Board, Post


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

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
    """A topic by the action itself; its opening post."""
    return start_topic(
        author=author or MemberFactory(),
        board=board or BoardFactory(),
        title=words.get("title", "Leg spasms at night"),
        text=words.get("text", "How do you sleep with them?"),
        token=uuid.uuid4(),
    )


def make_reply(
    to: Post, *, author: Member | None = None, text: str = "I stretch before bed."
) -> Post:
    """A reply by the action itself, to the post given or, for an opening post, to the topic."""
    return post_reply(
        author=author or MemberFactory(),
        topic=to.topic,
        text=text,
        token=uuid.uuid4(),
        parent=None if to.is_opening else to,
    )
