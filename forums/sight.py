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


def seen_topic(viewer: Viewer, pk: int) -> Topic | None:
    """The topic with its board, if it is among those visible to the viewer."""
    role = None
    if isinstance(viewer, Member):
        if viewer.is_suspended or not viewer.is_active:
            return None
        role = viewer.role
    sql, words = _question(role)
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
def _question(role: str | None) -> tuple[str, tuple[Any, ...]]:
    """``visible_to`` for a stand-in with this role who may come in; None is not logged in."""
    viewer = AnonymousUser() if role is None else Member(pk=_WHO, role=role)
    topics = Topic.objects.visible_to(viewer).select_related("board").filter(pk=_WHICH)
    sql, words = topics.query.sql_with_params()
    return sql, words
