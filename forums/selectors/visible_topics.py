"""One topic as a viewer sees it: asked for every page, so the question is put together once."""

from functools import lru_cache

from django.db import connection

from accounts.models import Viewer
from forums.models import Board, Topic
from forums.selectors.compiled import WHICH, WHO, Compiled, Kind, kind_of, stand_in

_TOPIC = [field.attname for field in Topic._meta.concrete_fields]
_BOARD = [field.attname for field in Board._meta.concrete_fields]


def get_visible_topic(viewer: Viewer, pk: int) -> Topic | None:
    """The topic with its board, if it is among those visible to the viewer."""
    kind = kind_of(viewer)
    if kind is None:
        return None
    question = _question(kind)
    with connection.cursor() as cursor:
        cursor.execute(question.sql, question.with_values({WHO: viewer.pk, WHICH: pk}))
        row = cursor.fetchone()
    if row is None:
        return None
    topic = Topic.from_db(connection.alias, _TOPIC, row[: len(_TOPIC)])
    topic.board = Board.from_db(connection.alias, _BOARD, row[len(_TOPIC) :])
    return topic


@lru_cache
def _question(kind: Kind) -> Compiled:
    topics = Topic.objects.visible_to(stand_in(kind)).select_related("board").filter(pk=WHICH)
    return Compiled.of(topics)
