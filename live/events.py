"""The one door by which the apps tell what happened."""

from collections.abc import Iterable, Mapping

from django.db import connection, transaction

from live import bus
from live.models import Event

Ids = Mapping[str, int | str]

_TAKE_NUMBERS = """
    INSERT INTO live_room (name, seq)
    SELECT name, 1 FROM unnest(%s::text[]) AS name ORDER BY name
    ON CONFLICT (name) DO UPDATE SET seq = live_room.seq + 1
    RETURNING name, seq
"""


def happened(rooms: str | Iterable[str], kind: str, ids: Ids) -> None:
    """Writes an event into each room, in the caller's transaction, and tells the bus afterwards.

    Each room's numbers have no gaps and follow the order of commits, because the number is taken
    under the room's row lock. Call it late in the transaction: the lock lasts until its end.
    """
    names = sorted({rooms} if isinstance(rooms, str) else set(rooms))
    if not names:
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_TAKE_NUMBERS, [names])
            numbers: list[tuple[str, int]] = cursor.fetchall()
        Event.objects.bulk_create(
            Event(room=name, seq=seq, kind=kind, ids=dict(ids)) for name, seq in numbers
        )

        # An inner function, not functools.partial: Django reads the callback's __qualname__ when
        # it logs a failure, and a partial has none, so a quiet bus would become an error page.
        def tell() -> None:
            for name, seq in numbers:
                bus.ring(name, seq)

        transaction.on_commit(tell, robust=True)


def last_number(room: str) -> int:
    """The number of the last event in the room; 0 if nothing happened yet.

    A page reads this before its content, so that nothing falls between the two.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM live_room WHERE name = %s", [room])
        row = cursor.fetchone()
    return row[0] if row else 0
