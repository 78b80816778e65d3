"""The socket: verbs watch, unwatch and ping in; frames out; never a write."""

import asyncio
import json
import logging
from collections import deque
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer

from live.hub import MOST_ROOMS_PER_READER, Hub

logger = logging.getLogger(__name__)

LARGEST_FRAME = 4096
LONGEST_NAME = 80
# Characters that may wait for one reader; who is further behind is let go, and catches up.
MOST_WAITING = 64 * 1024

# Close codes of our own. After GARBAGE the page must not come back by itself.
GARBAGE = 4400
TOO_SLOW = 4408
COME_BACK = 1012


class LiveConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One reader's line. Its rooms are asked for, and refused like ones that do not exist."""

    hub: Hub

    async def connect(self) -> None:
        user: Any = self.scope["user"]
        self.member_id: int | None = user.pk if user.is_authenticated else None
        self.rooms: set[str] = set()
        self._waiting: deque[str] = deque()
        self._bytes = 0
        self._writer: asyncio.Task[None] | None = None
        await self.accept()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        match _read(text_data):
            case {"do": "watch", "room": str(name)} if len(name) <= LONGEST_NAME:
                await self._watch(name)
            case {"do": "unwatch", "room": str(name)}:
                self.rooms.discard(name)
                await self.hub.leave(self, name)
            case {"do": "ping"}:
                self.offer('{"type": "pong"}')
            case _:
                await self._end(GARBAGE)

    async def disconnect(self, code: int) -> None:
        await self._leave()
        if self._writer is not None:
            self._writer.cancel()

    def offer(self, text: str) -> bool:
        if self._waiting and self._bytes + len(text) > MOST_WAITING:
            return False
        self._waiting.append(text)
        self._bytes += len(text)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        return True

    async def hang_up(self) -> None:
        await self._end(TOO_SLOW)

    async def _write(self) -> None:
        """One frame after the other, as fast as this reader takes them."""
        while self._waiting:
            text = self._waiting.popleft()
            try:
                await self.send(text_data=text)
            except Exception as error:  # noqa: BLE001 (a line that broke is the server's to end)
                logger.info("a socket did not take a frame: %s", type(error).__name__)
                self._waiting.clear()
                self._bytes = 0
                return
            self._bytes -= len(text)

    async def _watch(self, name: str) -> None:
        if len(self.rooms) >= MOST_ROOMS_PER_READER and name not in self.rooms:
            await self._end(GARBAGE)
            return
        try:
            seq = await self.hub.enter(self, name)
        except Exception:
            # The database is away, say. The page comes back in a moment.
            logger.exception("could not enter a room")
            await self._end(COME_BACK)
            return
        if seq is None:
            self.offer(json.dumps({"type": "refused", "room": name}))
            return
        self.rooms.add(name)
        # A page whose number is behind asks the catch-up address, as it does after any gap.
        self.offer(json.dumps({"type": "watching", "room": name, "seq": seq}))

    async def _end(self, code: int) -> None:
        await self._leave()
        self._waiting.clear()
        await self.close(code=code)

    async def _leave(self) -> None:
        for name in self.rooms:
            await self.hub.leave(self, name)
        self.rooms.clear()


def _read(text: str | None) -> Any:
    if text is None or len(text) > LARGEST_FRAME:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
