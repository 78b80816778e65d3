"""A reader's socket and members, for tests that run inside one event loop."""

import json
import math
from collections import deque
from typing import Any

from asgiref.testing import ApplicationCommunicator
from channels.db import database_sync_to_async
from channels.layers import channel_layers, get_channel_layer

from accounts.models import Member
from live.hub import Hub
from live.sockets import Opener, Sockets
from tests.factories import MemberFactory
from tests.waiting import MAX_WAIT_S

in_thread = database_sync_to_async


class Line:
    """One reader's socket."""

    def __init__(
        self,
        hub: Hub,
        user: Any,
        session: str = "",
        *,
        has_proved: bool = True,
        ends_at: float = math.inf,
    ) -> None:
        who = (
            Opener(user.pk, user.access_version, session, has_proved, ends_at)
            if user.is_authenticated
            else Opener()
        )
        scope = {"type": "websocket", "path": "/ws/", "headers": []}
        self.socket = ApplicationCommunicator(Sockets(hub, lambda _scope: who), scope)
        self._heard: deque[dict[str, Any]] = deque()

    async def __aenter__(self) -> "Line":
        await self.socket.send_input({"type": "websocket.connect"})
        assert (await self.socket.receive_output(MAX_WAIT_S))["type"] == "websocket.accept"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.socket.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.socket.wait(MAX_WAIT_S)

    async def send(self, text: str) -> None:
        await self.socket.send_input({"type": "websocket.receive", "text": text})

    async def send_control(self, **words: Any) -> None:
        await self.send(json.dumps(words))

    async def hear(self, timeout: float = MAX_WAIT_S) -> dict[str, Any]:
        """The next frame, whether it came alone or among several."""
        if not self._heard:
            frame = json.loads((await self.socket.receive_output(timeout))["text"])
            self._heard.extend(frame["frames"] if frame["type"] == "several" else [frame])
        return self._heard.popleft()

    async def watch(self, room: str) -> dict[str, Any]:
        await self.send_control(do="watch", room=room)
        return await self.hear()

    async def hears_nothing(self) -> bool:
        return bool(await self.socket.receive_nothing(0.4, 0.05))


async def new_member(**fields: Any) -> Member:
    return await in_thread(MemberFactory)(**fields)


async def close_layer() -> None:
    made: Any = get_channel_layer()
    if hasattr(made, "flush"):
        await made.flush()
    channel_layers.backends = {}
