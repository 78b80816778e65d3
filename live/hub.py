"""One hub in each process: it hears the bus, draws each event once and sends the same bytes to
each reader who may see it now.

Everything here runs on the server's event loop but the database work, which runs in threads.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from channels.layers import get_channel_layer

from live import bus, metrics
from live.events import last_number
from live.frames import Batch, Frame, heads, load
from live.limits import CHANGED, MAX_SOCKETS_PER_MEMBER, TOO_SLOW
from live.rooms import Audience, Rooms, kind_of
from live.tasks import end
from live.threads import DatabaseThreads

logger = logging.getLogger(__name__)

SWEEP_INTERVAL_S = 5.0
# What happens in a room within this time of a delivery is gathered: one message for each reader
# then carries all of it, and a busy topic costs them no more than five messages a second.
GATHER = 0.2
# Who may be in a room is asked at each delivery; in a room where nothing happens, so often at
# least, and for so many rooms in one sweep.
ASK_AGAIN_AFTER = 10.0
ASK_AGAIN_AT_ONCE = 100
GUARD_INTERVAL_S = 1.0
# A session that is deleted, or too old, tells nobody.
SESSION_CHECK_INTERVAL_S = 10.0
HEARTBEAT_INTERVAL_S = 30.0
# A reader for whom one frame waits so long is cut off.
MAX_STUCK_S = 20.0
# Readers served before anything else may run on the loop.
AT_A_TIME = 100


Work = Callable[[], Coroutine[Any, Any, None]]
# Which of these sessions are not over, by their keys.
Sessions = Callable[[Collection[str]], Collection[str]]
# {member id: access version} of those among the ids who may come in now.
Standings = Callable[[Collection[int]], Mapping[int, int]]


class Reader(Protocol):
    """A socket. ``member_id`` is None for readers who are not logged in; ``standing`` is the
    member's access version when it was opened, ``session`` the key of the session that opened
    it, ``ends_at`` when that is over in any case, ``has_proved`` whether it showed a second factor.
    """

    member_id: int | None
    standing: int
    session: str
    has_proved: bool
    ends_at: float
    rooms: set[str]

    def enqueue(self, frame: Frame) -> None:
        """Takes an event to send; never waits."""

    def send_control(self, **words: Any) -> None:
        """Takes a word of the hub's own to send; never waits."""

    def is_stuck(self, seconds: float) -> bool:
        """Whether a frame has waited for this reader for so long."""

    async def close(self, code: int) -> None:
        """Ends the line."""


# By identity: a room holds readers in the order they came, and the same order serves all.
Readers = dict[Reader, None]


@dataclass
class _Open:
    """A room with readers in this process, and how far they have been told."""

    name: str
    seq: int
    readers: Readers = field(default_factory=dict)
    # Whether the bus knows that we listen; the sweep asks again until it does.
    is_subscribed: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    asked_at: float = field(default_factory=time.monotonic)
    delivered_at: float = 0.0


class Hub:
    def __init__(self, rooms: Rooms, standings: Standings, sessions: Sessions) -> None:
        self.rooms = rooms
        self.standings = standings
        self.sessions = sessions
        self.threads = DatabaseThreads()
        self.open: dict[str, _Open] = {}
        self.readers: Readers = {}
        self._sockets_of: dict[int, int] = {}
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
            asyncio.create_task(self._again_and_again(SWEEP_INTERVAL_S, self._sweep)),
            asyncio.create_task(self._again_and_again(GUARD_INTERVAL_S, self._guard)),
            asyncio.create_task(
                self._again_and_again(SESSION_CHECK_INTERVAL_S, self._end_with_sessions)
            ),
            asyncio.create_task(self._again_and_again(HEARTBEAT_INTERVAL_S, self._beat)),
        ]

    async def stop(self) -> None:
        await end([*self._tasks, *self._deliveries])
        self._tasks = []
        bus.use_loop(None)
        await self.threads.close()

    def connect(self, reader: Reader) -> bool:
        """A socket was opened; False if this member has too many already."""
        if reader.member_id is not None:
            count = self._sockets_of.get(reader.member_id, 0)
            if count >= MAX_SOCKETS_PER_MEMBER:
                return False
            self._sockets_of[reader.member_id] = count + 1
        self.readers[reader] = None
        metrics.sockets.set(len(self.readers))
        return True

    async def disconnect(self, reader: Reader) -> None:
        """A socket has ended."""
        self.readers.pop(reader, None)
        metrics.sockets.set(len(self.readers))
        if reader.member_id is not None:
            left = self._sockets_of[reader.member_id] - 1
            if left:
                self._sockets_of[reader.member_id] = left
            else:
                del self._sockets_of[reader.member_id]
        for name in list(reader.rooms):
            await self.leave(reader, name)

    async def enter(self, reader: Reader, name: str) -> int | None:
        """The reader listens to the room from the number returned on; None if they may not."""
        found = kind_of(self.rooms, name)
        if found is None or (found[0].is_guarded and not reader.has_proved):
            return None
        asked = [] if reader.member_id is None else [reader.member_id]
        audience = await self.threads.ask(found[0].audience, found[1], asked)
        if not audience.has(reader.member_id):
            return None
        if reader.member_id is not None and audience.standings[reader.member_id] != reader.standing:
            await reader.close(CHANGED)
            return None
        while True:
            room = self.open.get(name)
            if room is None:
                # Others may come in while the number is read: the first room made is the room.
                first = _Open(name, await self.threads.ask(last_number, name))
                room = self.open.setdefault(name, first)
                if room is first:
                    await self._subscribe(room)
                    # What happened before the bus knew of us, it did not ring for.
                    self._rung(name, await self.threads.ask(last_number, name))
            # Under the lock no delivery is under way: whoever is added here gets the next one,
            # and the page asks for the earlier ones by the number it is given.
            async with room.lock:
                if self.open.get(name) is room:
                    room.readers[reader] = None
                    return room.seq

    async def leave(self, reader: Reader, name: str) -> None:
        room = self.open.get(name)
        if room is None:
            return
        room.readers.pop(reader, None)
        await self._forget_if_empty(room)

    async def _forget_if_empty(self, room: _Open) -> None:
        """The sweep does it for a room that was being served when its last reader left."""
        name = room.name
        if room.readers or room.lock.locked() or self.open.get(name) is not room:
            return
        del self.open[name]
        if not room.is_subscribed:
            return
        try:
            async with asyncio.timeout(bus.TIMEOUT):
                await self.layer.group_discard(name, self._channel)
        except Exception as error:  # noqa: BLE001 (a bus that is away forgets us anyway)
            logger.warning("could not leave %s: %s", name, type(error).__name__)
        if (again := self.open.get(name)) is not None:
            # Somebody came in while the bus was being told that nobody is here.
            again.is_subscribed = False
            await self._subscribe(again)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)

    async def _subscribe(self, room: _Open) -> None:
        name = room.name
        if room.is_subscribed or not self._channel:
            return
        try:
            async with asyncio.timeout(bus.TIMEOUT):
                await self.layer.group_add(name, self._channel)
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
                    self._rung(message.get("room", ""), message.get("seq", 0))
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 (whatever ails the bus, try again)
                logger.warning("the bus is away: %s", type(error).__name__)
                self._channel = ""
                await asyncio.sleep(2)

    def _rung(self, name: str, seq: int) -> None:
        room = self.open.get(name)
        if room is not None and seq > room.seq:
            self._spawn(self._deliver(room, seq))

    async def _again_and_again(self, pause: float, work: Work) -> None:
        while True:
            await asyncio.sleep(pause)
            try:
                await work()
            except Exception as error:  # noqa: BLE001 (a database that is away comes back)
                logger.warning("%s failed: %s", work.__name__, type(error).__name__)

    async def _sweep(self) -> None:
        """Delivers late what the bus did not ring for, and lets empty rooms go."""
        for room in list(self.open.values()):
            await self._subscribe(room)
            await self._forget_if_empty(room)
        standing = await self.threads.ask(heads, list(self.open))
        for name, seq in standing.items():
            late = self.open.get(name)
            if late is not None and seq > late.seq:
                metrics.swept.inc()
                await self._deliver(late, seq)
        await self._ask_again()

    async def _ask_again(self) -> None:
        """A board that is closed, say, tells nobody: quiet rooms are asked now and then."""
        before = time.monotonic() - ASK_AGAIN_AFTER
        quiet = sorted(
            (room for room in self.open.values() if room.asked_at < before),
            key=lambda room: room.asked_at,
        )
        for room in quiet[:ASK_AGAIN_AT_ONCE]:
            async with room.lock:
                found = kind_of(self.rooms, room.name)
                if found is None:
                    continue
                audience = await self.threads.ask(found[0].audience, found[1], _members(room))
                room.asked_at = time.monotonic()
                for reader in list(room.readers):
                    self._is_welcome(room, reader, audience)

    async def _guard(self) -> None:
        """Ends the lines of those who may not come in any more, logged out, or take nothing."""
        ids = {reader.member_id for reader in self.readers if reader.member_id is not None}
        standings = await self.threads.ask(self.standings, ids) if ids else {}
        for reader in list(self.readers):
            member_id = reader.member_id
            # Who came in meanwhile is asked about the next time.
            if member_id in ids and standings.get(member_id) != reader.standing:
                self._spawn(reader.close(CHANGED))
            elif reader.is_stuck(MAX_STUCK_S):
                metrics.too_slow.inc()
                self._spawn(reader.close(TOO_SLOW))

    async def _end_with_sessions(self) -> None:
        """Ends the lines whose session is over: it was deleted, or its time has come."""
        keys = {reader.session for reader in self.readers if reader.session}
        alive = await self.threads.ask(self.sessions, keys) if keys else ()
        for reader in list(self.readers):
            is_gone = reader.session in keys and reader.session not in alive
            if is_gone or reader.ends_at < time.time():
                self._spawn(reader.close(CHANGED))

    async def _beat(self) -> None:
        """Says to every reader that the line is alive, and where each of their rooms stands."""
        for number, reader in enumerate(list(self.readers)):
            rooms = {name: self.open[name].seq for name in reader.rooms if name in self.open}
            reader.send_control(type="beat", rooms=rooms)
            if number % AT_A_TIME == AT_A_TIME - 1:
                await asyncio.sleep(0)

    async def _deliver(self, room: _Open, seq: int) -> None:
        """Loads what is new, draws it once, and sends it to those who may see it.

        Again until ``seq`` is reached: a load takes no more than so many events at once.
        """
        async with room.lock:
            if room.seq < seq and (pause := room.delivered_at + GATHER - time.monotonic()) > 0:
                await asyncio.sleep(pause)
            while room.seq < seq and await self._deliver_some(room):
                pass
            room.delivered_at = time.monotonic()

    async def _deliver_some(self, room: _Open) -> bool:
        found = kind_of(self.rooms, room.name)
        if found is None:
            return False
        try:
            batch = await self.threads.ask(load, *found, room.name, room.seq, _members(room))
            room.asked_at = time.monotonic()
        except Exception:
            logger.exception("could not draw the events of %s", room.name)
            return False
        moved = batch.seq > room.seq
        # Nobody enters while the lock is held; who was asked about is who is here, or gone.
        for number, reader in enumerate(list(room.readers)):
            self._hand_over(room, reader, batch)
            if number % AT_A_TIME == AT_A_TIME - 1:
                await asyncio.sleep(0)
        room.seq = max(room.seq, batch.seq)
        return moved

    def _hand_over(self, room: _Open, reader: Reader, batch: Batch) -> None:
        if reader not in room.readers:
            return  # they left while others were served
        if batch.resync:
            reader.send_control(type="resync", room=room.name, seq=batch.seq)
        elif self._is_welcome(room, reader, batch.audience):
            for each, excluded_ids in batch.frames:
                if reader.member_id in excluded_ids:
                    reader.send_control(type="passed", room=each.room, seq=each.seq)
                else:
                    reader.enqueue(each)

    def _is_welcome(self, room: _Open, reader: Reader, audience: Audience) -> bool:
        """Each reader is judged anew, whatever was true when they came in; who is not welcome
        leaves the room, and is told so if they are still who they were."""
        member_id = reader.member_id
        may_stay = audience.has(member_id)
        if may_stay and (member_id is None or audience.standings[member_id] == reader.standing):
            return True
        room.readers.pop(reader, None)
        reader.rooms.discard(room.name)
        if may_stay:
            self._spawn(reader.close(CHANGED))
        else:
            reader.send_control(type="refused", room=room.name)
        return False


def _members(room: _Open) -> set[int]:
    return {reader.member_id for reader in room.readers if reader.member_id is not None}
