"""One topic as a viewer sees it: asked for every page, so the question is put together once."""

from functools import lru_cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import connection

from accounts.models import Member
from forums.models import Board, Topic
from forums.querysets import Viewer

# Stand in the question where a viewer's and a topic's ids go; ids in use are never negative.
_WHO, _WHICH = -1, -2
_TOPIC = [field.attname for field in Topic._meta.concrete_fields]
_BOARD = [field.attname for field in Board._meta.concrete_fields]


def get_visible_topic(viewer: Viewer, pk: int) -> Topic | None:
    """The topic with its board, if it is among those visible to the viewer."""
    role, only = None, None
    if isinstance(viewer, Member):
        if viewer.is_suspended or not viewer.is_active:
            return None
        if viewer.is_admitted:
            role = viewer.role
        if viewer.moderates_only is not None:
            only = tuple(viewer.moderates_only)
    sql, words = _question(role, only)
    values = {_WHO: viewer.pk, _WHICH: pk}
    with connection.cursor() as cursor:
        cursor.execute(sql, [values.get(word, word) for word in words])
        row = cursor.fetchone()
    if row is None:
        return None
    topic = Topic.from_db(connection.alias, _TOPIC, row[: len(_TOPIC)])
    topic.board = Board.from_db(connection.alias, _BOARD, row[len(_TOPIC) :])
    return topic


@lru_cache
def _question(role: str | None, only: tuple[int, ...] | None) -> tuple[str, tuple[Any, ...]]:
    """``visible_to`` for a stand-in with this role, who may come in and moderates these boards.
    Without a role it is somebody who is not logged in."""
    viewer: Any = AnonymousUser()
    if role is not None:
        boards = None if only is None else list(only)
        viewer = Member(pk=_WHO, role=role, moderates_only=boards)
    topics = Topic.objects.visible_to(viewer).select_related("board").filter(pk=_WHICH)
    sql, words = topics.query.sql_with_params()
    return sql, words
