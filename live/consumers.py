"""The socket: verbs watch, unwatch and ping in; frames out; never a write."""

import json
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer

from live.hub import MOST_ROOMS_PER_READER, Hub

LARGEST_FRAME = 4096

# Close codes of our own. After GARBAGE the page must not come back by itself.
GARBAGE = 4400
TOO_SLOW = 4408


class LiveConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One reader's line. Its rooms are asked for, and refused like ones that do not exist."""

    hub: Hub

    async def connect(self) -> None:
        user: Any = self.scope["user"]
        self.member_id: int | None = user.pk if user.is_authenticated else None
        self.rooms: set[str] = set()
        await self.accept()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        match _read(text_data):
            case {"do": "watch", "room": str(name)}:
                await self._watch(name)
            case {"do": "unwatch", "room": str(name)}:
                self.rooms.discard(name)
                await self.hub.leave(self, name)
            case {"do": "ping"}:
                await self.send_text('{"type": "pong"}')
            case _:
                await self.close(code=GARBAGE)

    async def disconnect(self, code: int) -> None:
        for name in self.rooms:
            await self.hub.leave(self, name)

    async def send_text(self, text: str) -> None:
        await self.send(text_data=text)

    async def hang_up(self) -> None:
        await self.close(code=TOO_SLOW)

    async def _watch(self, name: str) -> None:
        if len(self.rooms) >= MOST_ROOMS_PER_READER and name not in self.rooms:
            await self.close(code=GARBAGE)
            return
        seq = await self.hub.enter(self, name)
        if seq is None:
            await self.send_text(json.dumps({"type": "refused", "room": name}))
            return
        self.rooms.add(name)
        # A page whose number is behind asks the catch-up address, as it does after any gap.
        await self.send_text(json.dumps({"type": "watching", "room": name, "seq": seq}))


def _read(text: str | None) -> Any:
    if text is None or len(text) > LARGEST_FRAME:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
