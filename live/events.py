"""The one door by which the apps tell what happened."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction
from django.utils import timezone

from live import bus

Ids = Mapping[str, int | str]

# The rooms' numbers are taken in the order of names, and each event gets the one that is its own:
# as many before its room's last as events come after it.
_WRITE = """
    WITH taken AS (
        INSERT INTO live_room (name, seq)
        SELECT name, events FROM unnest(%s::text[], %s::int[]) AS wanted(name, events) ORDER BY name
        ON CONFLICT (name) DO UPDATE SET seq = live_room.seq + excluded.seq
        RETURNING name, seq
    )
    INSERT INTO live_event (room, seq, kind, ids, happened_at)
    SELECT news.room, taken.seq - news.later, news.kind, news.ids, %s
    FROM unnest(%s::text[], %s::int[], %s::text[], %s::jsonb[]) AS news(room, later, kind, ids)
    JOIN taken ON taken.name = news.room
    RETURNING room, seq
"""


@dataclass(frozen=True)
class _News:
    room: str
    kind: str
    ids: Ids


_gathered: ContextVar[list[_News] | None] = ContextVar("gathered", default=None)

P = ParamSpec("P")
R = TypeVar("R")


def atomic_action(function: Callable[P, R]) -> Callable[P, R]:
    """Marks an action: one transaction, and its news written together at the very end.

    Each room's numbers have no gaps and follow the order of commits, because they are taken under
    the rooms' row locks. They are taken in one statement, in the order of names, by the outermost
    action: two actions can therefore never wait for each other's rooms, and wait for them briefly.
    """

    @wraps(function)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        if _gathered.get() is not None:
            # Part of another act: what fails here undoes the whole.
            with transaction.atomic(savepoint=False):
                return function(*args, **kwargs)
        with transaction.atomic():
            news: list[_News] = []
            token = _gathered.set(news)
            try:
                result = function(*args, **kwargs)
            finally:
                _gathered.reset(token)
            _write(news)
            return result

    return in_one_transaction


def record_event(rooms: str | Iterable[str], kind: str, ids: Ids) -> None:
    """Inside an action: this happened in these rooms; readers hear of it after the commit."""
    news = _gathered.get()
    if news is None:
        raise RuntimeError("events happen inside an action marked with @atomic_action")
    names = {rooms} if isinstance(rooms, str) else set(rooms)
    news.extend(_News(name, kind, ids) for name in sorted(names))


def _write(news: list[_News]) -> None:
    if not news:
        return
    counts = Counter(each.room for each in news)
    wanted: list[Any] = [list(counts), list(counts.values()), timezone.now()]
    rooms, later, kinds, ids = [], [], [], []
    for each in news:
        counts[each.room] -= 1
        rooms.append(each.room)
        later.append(counts[each.room])
        kinds.append(each.kind)
        ids.append(json.dumps(dict(each.ids)))
    last: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [*wanted, rooms, later, kinds, ids])
        for room, seq in cursor.fetchall():
            last[room] = max(seq, last.get(room, 0))

    # An inner function, not functools.partial: Django reads the callback's __qualname__ when it
    # logs a failure, and a partial has none, so a quiet bus would become an error page.
    def tell() -> None:
        # Rooms that many sit in come first: when hints pile up, the later ones are dropped.
        for name in sorted(last, key=lambda room: room.startswith("member.")):
            bus.publish_hint(name, last[name])

    transaction.on_commit(tell, robust=True)


def last_number(room: str) -> int:
    """The number of the last event in the room; 0 if nothing happened yet.

    A page reads this before its content, so that nothing falls between the two.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM live_room WHERE name = %s", [room])
        row = cursor.fetchone()
    return row[0] if row else 0
