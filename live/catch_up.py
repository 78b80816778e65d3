"""What a reader missed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from live.events import last_number
from live.models import Event
from live.rooms import HasState, Rooms, kind_of

KEPT_FOR = timedelta(days=7)
# More than this at once is quicker as a reload.
MAX_EVENTS_AT_ONCE = 100


@dataclass(frozen=True)
class CatchUp:
    """The frames after a number, for one viewer; or ``resync``: the gap is too old or too long."""

    seq: int
    frames: list[dict[str, Any]]
    resync: bool = False
    # How things stand in a room whose kind can say it, for who cannot be told each event.
    state: dict[str, Any] | None = None


def catch_up(
    rooms: Rooms,
    name: str,
    after: int,
    member_id: int | None,
    *,
    has_proved: bool = False,
    wants_state: bool = False,
) -> CatchUp | None:
    """What this viewer missed in the room; None if it does not exist for them, and then nothing of
    it was loaded: a room that is hidden and one that is not there take the same time.

    ``has_proved``: their session showed a second factor, without which guarded rooms are not there.
    """
    found = kind_of(rooms, name)
    if found is None:
        return None
    kind, key = found
    viewer = [] if member_id is None else [member_id]
    if kind.is_guarded and not has_proved:
        return None
    if not kind.audience(key, viewer).has(member_id):
        return None
    seq = last_number(name)
    events: list[Event] = []
    if 0 <= after < seq:
        missed = Event.objects.filter(room=name, seq__gt=after, seq__lte=seq).order_by("seq")
        events = list(missed[: MAX_EVENTS_AT_ONCE + 1])
    is_whole = len(events) == seq - after
    state = None
    if (wants_state or not is_whole) and isinstance(kind, HasState):
        state = kind.state(key)
    if not events or not is_whole:
        return CatchUp(seq, [], resync=not is_whole, state=state)
    drawing = kind.draw(key, events, viewer)
    if not drawing.audience.has(member_id):
        return None
    drawn = drawing.events
    frames = [
        frame(event, drawn[event.seq].data)
        for event in events
        if event.seq in drawn and member_id not in drawn[event.seq].excluded_ids
    ]
    return CatchUp(seq, frames, state=state)


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
