"""Events as they are sent: loaded once, drawn once, encoded once."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection

from live import metrics
from live.catch_up import MAX_EVENTS_AT_ONCE, frame
from live.events import last_number
from live.limits import LARGEST_FRAME_OUT
from live.models import Event
from live.rooms import NOBODY, Audience


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as it is sent: one message for however many readers. ``seq`` is the last it has."""

    room: str
    seq: int
    message: dict[str, Any]


@dataclass(frozen=True)
class Batch:
    """Frames ready to send, each with those of the audience who do not get it."""

    seq: int
    audience: Audience = NOBODY
    frames: tuple[tuple[Frame, frozenset[int]], ...] = ()
    resync: bool = False


_NOBODY_LEFT_OUT = frozenset[int]()


def load(kind: Any, key: str, name: str, after: int, member_ids: Collection[int]) -> Batch:
    events = list(
        Event.objects.filter(room=name, seq__gt=after).order_by("seq")[:MAX_EVENTS_AT_ONCE]
    )
    if not events:
        return Batch(after)
    if events[0].seq != after + 1:
        return Batch(last_number(name), resync=True)
    drawing = kind.draw(key, events, member_ids)
    frames, texts = [], []
    for event in events:
        seen = drawing.events.get(event.seq)
        if seen is None:
            text, excluded_ids = _passed(name, event.seq), _NOBODY_LEFT_OUT
        else:
            text, excluded_ids = json.dumps(frame(event, seen.data)), seen.excluded_ids
            if len(text) > LARGEST_FRAME_OUT:
                text = json.dumps({"type": "rang", "room": name, "seq": event.seq})
        texts.append(text)
        frames.append((_frame(name, event.seq, text), excluded_ids))
    metrics.delivered(events)
    last = events[-1].seq
    if len(texts) > 1 and not any(excluded_ids for _each, excluded_ids in frames):
        together = f'{{"type": "several", "frames": [{", ".join(texts)}]}}'
        if len(together) <= LARGEST_FRAME_OUT:
            frames = [(_frame(name, last, together), _NOBODY_LEFT_OUT)]
    return Batch(last, drawing.audience, tuple(frames))


def _frame(room: str, seq: int, text: str) -> Frame:
    return Frame(room, seq, {"type": "websocket.send", "text": text})


def _passed(name: str, seq: int) -> str:
    return json.dumps({"type": "passed", "room": name, "seq": seq})


def heads(names: list[str]) -> dict[str, int]:
    if not names:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM live_room WHERE name = ANY(%s)", [names])
        return dict(cursor.fetchall())
