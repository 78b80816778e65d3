"""The socket at /ws/: verbs watch, unwatch and ping in; frames out; never a write.

An ASGI application of its own and not a Channels consumer: docs/decisions/0008-sockets.md.
"""

import asyncio
import json
import logging
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, MutableMapping
from types import coroutine
from typing import Any, NamedTuple

from live.frames import Frame
from live.hub import Hub
from live.limits import (
    COME_BACK,
    FRAMES_PER_SECOND,
    GARBAGE,
    LARGEST_FRAME_IN,
    MAX_ROOMS_PER_READER,
    TOO_MANY,
    Bucket,
)

logger = logging.getLogger(__name__)

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Coroutine[Any, Any, None]]


class Opener(NamedTuple):
    """Who opens a socket: nobody's id is None, and their session is empty.

    ``has_proved``: the session showed a second factor. ``ends_at``: when it is over in any case, in
    seconds since the epoch.
    """

    member_id: int | None = None
    standing: int = 0
    session: str = ""
    has_proved: bool = False
    ends_at: float = math.inf


Who = Callable[[Scope], Opener]

MAX_NAME_LENGTH = 80
# Answers that may wait for a reader who does not take them.
MAX_WAITING = 40


class Sockets:
    """The ASGI application: one Line for each socket."""

    def __init__(self, hub: Hub, who: Who) -> None:
        self.hub, self.who = hub, who

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()  # websocket.connect
        try:
            opener = await self.hub.threads.ask(self.who, scope)
        except Exception:
            logger.exception("could not ask who opens a socket")
            await send({"type": "websocket.close", "code": COME_BACK})
            return
        await send({"type": "websocket.accept"})
        line = Line(self.hub, send, opener)
        if not self.hub.connect(line):
            await send({"type": "websocket.close", "code": TOO_MANY})
            return
        try:
            await line.listen(receive)
        finally:
            line.over()
            await self.hub.disconnect(line)


class Line:
    """One reader's socket. Its rooms are asked for, and refused like ones that do not exist."""

    __slots__ = ("_behind", "_hub", "_is_over", "_pace", "_rest", "_send", "_stuck_since",
                 "_waiting", "ends_at", "has_proved", "member_id", "rooms", "session",
                 "standing")  # fmt: skip

    def __init__(self, hub: Hub, send: Send, opener: Opener) -> None:
        self.member_id, self.standing, self.session, self.has_proved, self.ends_at = opener
        self.rooms: set[str] = set()
        self._hub = hub
        self._send = send
        self._pace = Bucket(FRAMES_PER_SECOND, FRAMES_PER_SECOND)
        self._is_over = False
        # Only while a send waits for this reader: its task, since when, what else is to be said,
        # and the rooms that moved on meanwhile.
        self._rest: asyncio.Task[None] | None = None
        self._stuck_since = 0.0
        self._waiting: deque[Message] | None = None
        self._behind: dict[str, int] | None = None

    async def listen(self, receive: Receive) -> None:
        """Until the line ends."""
        while True:
            message = await receive()
            if message["type"] == "websocket.disconnect" or self._is_over:
                return
            if not self._pace.takes():
                await self.close(TOO_MANY)
                return
            await self._obey(message.get("text"))

    def enqueue(self, frame: Frame) -> None:
        """Sends the event at once. While this reader is slow, only the room's number is kept:
        the page is then told to ask for what it missed, and nothing piles up here."""
        if self._rest is None:
            self._push(frame.message)
        elif self._behind is None:
            self._behind = {frame.room: frame.seq}
        else:
            self._behind[frame.room] = frame.seq

    def send_control(self, **words: Any) -> None:
        message: Message = {"type": "websocket.send", "text": json.dumps(words)}
        if self._rest is None:
            self._push(message)
        elif self._waiting is None:
            self._waiting = deque([message], MAX_WAITING)
        else:
            self._waiting.append(message)

    async def close(self, code: int) -> None:
        """Ends the line, whether or not the reader still takes anything."""
        if self._is_over:
            return
        self.over()
        if self._rest is not None:
            _cut(self._send)
            return
        try:
            await self._send({"type": "websocket.close", "code": code})
        except Exception as error:  # noqa: BLE001 (it is over anyway)
            logger.info("a socket was gone before it was closed: %s", type(error).__name__)

    def is_stuck(self, seconds: float) -> bool:
        """Whether a frame has waited for this reader for so long."""
        return self._rest is not None and time.monotonic() - self._stuck_since > seconds

    def over(self) -> None:
        self._is_over = True
        self._waiting = self._behind = None

    def _push(self, message: Message) -> None:
        """Begins to send here and now. Almost always that is also the end of it: the server takes
        a frame without waiting, and no task has to be made for each reader and frame."""
        if self._is_over:
            return
        sending = self._send(message)
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 (a line that broke is the server's to end)
            self._broke(error)
            return
        self._stuck_since = time.monotonic()
        self._rest = asyncio.ensure_future(self._write_on(_rest_of(sending, waits_for)))

    async def _write_on(self, rest: Awaitable[None]) -> None:
        """The slow way: what waits, one after the other, as this reader takes it."""
        try:
            await rest
            while not self._is_over:
                if self._waiting:
                    message = self._waiting.popleft()
                elif self._behind:
                    room, seq = self._behind.popitem()
                    message = doorbell(room, seq)
                else:
                    break
                self._stuck_since = time.monotonic()
                await self._send(message)
        except Exception as error:  # noqa: BLE001 (a line that broke is the server's to end)
            self._broke(error)
        self._rest = None

    def _broke(self, error: Exception) -> None:
        logger.info("a socket did not take a frame: %s", type(error).__name__)
        self.over()

    async def _obey(self, text: str | None) -> None:
        match _read(text):
            case {"do": "watch", "room": str(name)} if len(name) <= MAX_NAME_LENGTH:
                await self._watch(name)
            case {"do": "unwatch", "room": str(name)}:
                self.rooms.discard(name)
                await self._hub.leave(self, name)
            case {"do": "ping"}:
                self.send_control(type="pong")
            case _:
                await self.close(GARBAGE)

    async def _watch(self, name: str) -> None:
        if len(self.rooms) >= MAX_ROOMS_PER_READER and name not in self.rooms:
            await self.close(GARBAGE)
            return
        try:
            seq = await self._hub.enter(self, name)
        except Exception:
            # The database is away, say. The page comes back in a moment.
            logger.exception("could not enter a room")
            await self.close(COME_BACK)
            return
        if seq is None:
            self.send_control(type="refused", room=name)
            return
        self.rooms.add(name)
        # A page whose number is behind asks the catch-up address, as it does after any gap.
        self.send_control(type="watching", room=name, seq=seq)


def doorbell(room: str, seq: int) -> Message:
    """The room moved on, and what happened is asked for by an ordinary GET."""
    text = json.dumps({"type": "rang", "room": room, "seq": seq})
    return {"type": "websocket.send", "text": text}


@coroutine
def _rest_of(begun: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """What is left of a coroutine that was begun by hand and waits for a future."""
    while True:
        try:
            heard = yield waits_for
        except BaseException as error:  # noqa: BLE001 (handed on, whatever it is)
            try:
                waits_for = begun.throw(error)
            except StopIteration:
                return
        else:
            try:
                waits_for = begun.send(heard)
            except StopIteration:
                return


def _cut(send: Send) -> None:
    """ASGI has no word for ending a line that takes nothing, not even a close frame. uvicorn's
    send is a method of the object that has the connection."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()


def _read(text: str | None) -> Any:
    if text is None or len(text) > LARGEST_FRAME_IN:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
