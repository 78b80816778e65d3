"""What a reader missed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from live.events import last_number
from live.models import Event
from live.rooms import Rooms, kind_of

KEPT_FOR = timedelta(days=7)
# More than this at once is quicker as a reload.
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class CatchUp:
    """The frames after a number, for one viewer; or ``resync``: the gap is too old or too long."""

    seq: int
    frames: list[dict[str, Any]]
    resync: bool = False


def catch_up(rooms: Rooms, name: str, after: int, member_id: int | None) -> CatchUp | None:
    """What this viewer missed in the room; None if it does not exist for them."""
    found = kind_of(rooms, name)
    if found is None or not found[0].may_enter(member_id, found[1]):
        return None
    seq = last_number(name)
    if after > seq or after < 0:
        return CatchUp(seq, [], resync=True)
    events = list(
        Event.objects.filter(room=name, seq__gt=after, seq__lte=seq).order_by("seq")[
            : MOST_AT_ONCE + 1
        ]
    )
    if len(events) != seq - after:
        return CatchUp(seq, [], resync=True)
    if not events:
        return CatchUp(seq, [])
    drawn = found[0].draw(events, {member_id} if member_id is not None else set())
    frames = [
        frame(event, drawn[event.seq].data)
        for event in events
        if event.seq in drawn
        and (
            drawn[event.seq].anonymous
            if member_id is None
            else member_id in drawn[event.seq].member_ids
        )
    ]
    return CatchUp(seq, frames)


def frame(event: Event, data: dict[str, Any]) -> dict[str, Any]:
    """What travels to a reader for one event."""
    return {
        "type": "event",
        "room": event.room,
        "seq": event.seq,
        "kind": event.kind,
        "data": data,
    }


def too_old() -> Any:
    """Events that no client may ask for any more; the command trim_events deletes them."""
    return Event.objects.filter(happened_at__lt=timezone.now() - KEPT_FOR)
