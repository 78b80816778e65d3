"""Fixtures that every test may ask for."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from accounts.models import Member
from forums.models import Board, Post, Topic
from guidance.models import Guideline
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic
from tests.sessions import show_second_factor


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    """Rate limits of one test do not reach the next."""
    from django.core.cache import cache

    cache.clear()
    return


@pytest.fixture
def board(db: Any) -> Board:
    return BoardFactory()


@pytest.fixture
def web_board(db: Any) -> Board:
    return BoardFactory(audience=Board.Audience.WEB)


@pytest.fixture
def member(db: Any) -> Member:
    return MemberFactory(pseudonym="fern")


@pytest.fixture
def other(db: Any) -> Member:
    return MemberFactory(pseudonym="otter")


@pytest.fixture
def moderator(db: Any) -> Member:
    return MemberFactory(pseudonym="lighthouse", role=Member.Role.MODERATOR)


@pytest.fixture
def admin(db: Any) -> Member:
    return MemberFactory(pseudonym="harbour", role=Member.Role.ADMIN)


@pytest.fixture
def opening(other: Member, board: Board) -> Post:
    """The opening post of a topic by ``other``."""
    return make_topic(author=other, board=board)


@pytest.fixture
def topic(opening: Post) -> Topic:
    return opening.topic


@pytest.fixture
def reply(opening: Post, other: Member) -> Post:
    return make_reply(opening, author=other)


@pytest.fixture
def guideline(db: Any) -> Guideline:
    """Guideline 3; tests that empty the tables take the ones of the migration with them."""
    return Guideline.objects.get_or_create(
        number=3, defaults={"title": "Be kind", "body": "Be kind.", "why": "It helps."}
    )[0]


class SecureClient(Client):
    """Django's test client over https, as the settings of the tests demand."""

    def generic(self, *args: Any, **kwargs: Any) -> Any:
        return super().generic(*args, **{**kwargs, "secure": True})


def _client(member: Member | None, **options: Any) -> Client:
    client = SecureClient(**options)
    if member is not None:
        client.force_login(member)
        if member.is_moderator or member.is_staff:
            show_second_factor(client)
    return client


@pytest.fixture
def visitor() -> Client:
    """A client of nobody."""
    return _client(None)


@pytest.fixture
def as_member(member: Member) -> Client:
    return _client(member)


@pytest.fixture
def as_other(other: Member) -> Client:
    return _client(other)


@pytest.fixture
def as_moderator(moderator: Member) -> Client:
    return _client(moderator)


@pytest.fixture
def as_admin(admin: Member) -> Client:
    return _client(admin)


@pytest.fixture
def log_in() -> Any:
    """log_in(member) -> a client of that member."""
    return _client


@pytest.fixture(scope="session")
def redis_url() -> str:
    url = os.environ.get("TEST_REDIS_URL")
    assert url, "run the tests by ./dev test, which starts a Valkey"
    return url
