"""One hub in each process: it hears the bus, draws each event once and sends the same bytes to
each reader who may see it now.

Everything here runs on the server's event loop but the database work, which runs in threads.
"""

import asyncio
import json
import logging
from collections.abc import Collection, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from channels.db import database_sync_to_async
from channels.layers import get_channel_layer
from django.db import connection

from live import bus
from live.events import last_number
from live.models import Event
from live.reading import MOST_AT_ONCE, frame
from live.rooms import Rooms, kind_of

logger = logging.getLogger(__name__)

SWEEP_EVERY = 5.0
BEAT_EVERY = 30.0
MOST_ROOMS_PER_READER = 20


class Reader(Protocol):
    """A socket. ``member_id`` is None for readers who are not logged in."""

    member_id: int | None

    def offer(self, text: str) -> bool:
        """Takes a frame to send, at once; False when too much waits already."""

    async def hang_up(self) -> None:
        """Ends the line; may take as long as the line is dead."""


@dataclass
class _Open:
    """A room with readers in this process, and how far they have been told."""

    name: str
    seq: int
    readers: set[Reader] = field(default_factory=set)
    # Whether the bus knows that we listen; the sweep asks again until it does.
    is_subscribed: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True)
class _Batch:
    """Frames ready to send: (seq, text, who may, whether anonymous readers may)."""

    seq: int
    frames: list[tuple[int, str, frozenset[int], bool]]
    resync: bool = False


class Hub:
    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self.open: dict[str, _Open] = {}
        self._channel = ""
        self._tasks: list[asyncio.Task[None]] = []
        # The loop itself keeps only weak references to tasks.
        self._deliveries: set[asyncio.Task[None]] = set()

    @property
    def layer(self) -> Any:
        return get_channel_layer()

    async def start(self) -> None:
        """Begins to listen and to sweep; called once, on the server's loop."""
        bus.use_loop(asyncio.get_running_loop())
        self._tasks = [
            asyncio.create_task(self._listen()),
            asyncio.create_task(self._sweep()),
            asyncio.create_task(self._beat()),
        ]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        bus.use_loop(None)

    async def enter(self, reader: Reader, name: str) -> int | None:
        """The reader listens to the room from the number returned on; None if they may not."""
        found = kind_of(self.rooms, name)
        if found is None or not await _in_thread(found[0].may_enter, reader.member_id, found[1]):
            return None
        while True:
            room = self.open.get(name)
            if room is None:
                # Others may come in while the number is read: the first room made is the room.
                first = _Open(name, await _in_thread(last_number, name))
                room = self.open.setdefault(name, first)
                await self._subscribe(room)
            # Under the lock no delivery is under way: whoever is added here gets the next one,
            # and the number read afterwards covers all the earlier ones.
            async with room.lock:
                if self.open.get(name) is room:
                    room.readers.add(reader)
                    break
        seq: int = await _in_thread(last_number, name)
        if seq > room.seq:
            self._spawn(self._deliver(room, seq))
        return seq

    async def leave(self, reader: Reader, name: str) -> None:
        room = self.open.get(name)
        if room is None:
            return
        room.readers.discard(reader)
        if not room.readers and self.open.get(name) is room:
            del self.open[name]
            try:
                await self.layer.group_discard(name, self._channel)
            except Exception as error:  # noqa: BLE001 (a bus that is away forgets us anyway)
                logger.warning("could not leave %s: %s", name, type(error).__name__)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def _subscribe(self, room: _Open) -> None:
        name = room.name
        if room.is_subscribed or not self._channel:
            return
        try:
            await asyncio.wait_for(self.layer.group_add(name, self._channel), bus.TIMEOUT)
            room.is_subscribed = True
        except Exception as error:  # noqa: BLE001 (the sweep delivers until the bus is back)
            logger.warning("could not subscribe to %s: %s", name, type(error).__name__)

    async def _listen(self) -> None:
        while True:
            try:
                self._channel = await self.layer.new_channel()
                for room in list(self.open.values()):
                    room.is_subscribed = False
                    await self._subscribe(room)
                while True:
                    message = await self.layer.receive(self._channel)
                    rung = self.open.get(message.get("room", ""))
                    if rung is not None and message["seq"] > rung.seq:
                        self._spawn(self._deliver(rung, message["seq"]))
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 (whatever ails the bus, try again)
                logger.warning("the bus is away: %s", type(error).__name__)
                self._channel = ""
                await asyncio.sleep(2)

    async def _sweep(self) -> None:
        """Delivers late what the bus did not ring for."""
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            try:
                for room in list(self.open.values()):
                    await self._subscribe(room)
                heads = await _in_thread(_heads, list(self.open))
                for name, seq in heads.items():
                    late = self.open.get(name)
                    if late is not None and seq > late.seq:
                        await self._deliver(late, seq)
            except Exception as error:  # noqa: BLE001 (a database that is away comes back)
                logger.warning("the sweep failed: %s", type(error).__name__)

    async def _beat(self) -> None:
        """Says to every reader that the line is alive, and where each of their rooms stands."""
        while True:
            await asyncio.sleep(BEAT_EVERY)
            standing: dict[Reader, dict[str, int]] = {}
            for room in self.open.values():
                for reader in room.readers:
                    standing.setdefault(reader, {})[room.name] = room.seq
            for reader, rooms in standing.items():
                self._offer(reader, json.dumps({"type": "beat", "rooms": rooms}))

    def _offer(self, reader: Reader, text: str) -> None:
        """Never waits: who does not take what is sent loses the line, and the others nothing."""
        if not reader.offer(text):
            for room in self.open.values():
                room.readers.discard(reader)
            self._spawn(reader.hang_up())

    async def _deliver(self, room: _Open, seq: int) -> None:
        """Loads what is new, draws it once, and sends it to those who may see it.

        Again until ``seq`` is reached: a load takes no more than so many events at once.
        """
        async with room.lock:
            while room.seq < seq and await self._deliver_some(room):
                pass

    async def _deliver_some(self, room: _Open) -> bool:
        found = kind_of(self.rooms, room.name)
        if found is None:
            return False
        present = {reader.member_id for reader in room.readers}
        members = {pk for pk in present if pk is not None}
        try:
            batch = await _in_thread(_load, found[0], room.name, room.seq, members)
        except Exception:
            logger.exception("could not draw the events of %s", room.name)
            return False
        moved = batch.seq > room.seq
        room.seq = max(room.seq, batch.seq)
        readers = list(room.readers)
        if batch.resync:
            word = json.dumps({"type": "resync", "room": room.name, "seq": batch.seq})
            for reader in readers:
                self._offer(reader, word)
            return moved
        for seq, text, allowed, anonymous in batch.frames:
            passed = json.dumps({"type": "passed", "room": room.name, "seq": seq})
            for reader in readers:
                self._offer(reader, text if _may(reader, allowed, anonymous) else passed)
        return moved


def _may(reader: Reader, members: frozenset[int], anonymous: bool) -> bool:
    return anonymous if reader.member_id is None else reader.member_id in members


async def _in_thread(function: Any, *args: Any) -> Any:
    # Not on Channels' one thread: a slow question must not hold up every other socket.
    return await database_sync_to_async(function, thread_sensitive=False)(*args)


def _load(kind: Any, name: str, after: int, member_ids: Collection[int]) -> _Batch:
    events = list(Event.objects.filter(room=name, seq__gt=after).order_by("seq")[:MOST_AT_ONCE])
    if not events:
        return _Batch(after, [])
    if events[0].seq != after + 1:
        return _Batch(last_number(name), [], resync=True)
    drawn = kind.draw(events, member_ids)
    frames: list[tuple[int, str, frozenset[int], bool]] = []
    for event in events:
        seen = drawn.get(event.seq)
        if seen is None:
            frames.append((event.seq, "", frozenset(), False))
        else:
            text = json.dumps(frame(event, seen.data))
            frames.append((event.seq, text, seen.member_ids, seen.anonymous))
    return _Batch(events[-1].seq, frames)


def _heads(names: list[str]) -> dict[str, int]:
    if not names:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM live_room WHERE name = ANY(%s)", [names])
        return dict(cursor.fetchall())
