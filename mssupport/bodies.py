"""Takes the whole body of a request before a thread is asked to answer it.

WSGI knows no broken connection: a body that ends too soon would be taken for the whole form, and
one that never comes would hold a thread. So a page is asked for only when the body is complete
(docs/decisions/0025). What can be wrong is answered here, and nothing is changed by it.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from dataclasses import dataclass
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Coroutine[Any, Any, None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# A little above DATA_UPLOAD_MAX_MEMORY_SIZE, whose page says more; deploy/nginx.conf has 4m.
MAX_BODY_BYTES = 4 * 1024 * 1024
# Of all bodies that this process holds; a network that is not our own has a quarter of it.
MAX_ALL_BYTES = 64 * 1024 * 1024
MAX_PAUSE_S, MAX_BODY_S = 10.0, 60.0
# A reader who takes nothing for so long is gone.
MAX_SEND_S = 60.0

_SAYS = {
    400: b"The form did not arrive whole, so nothing was saved. Please go back and send it again.",
    408: b"The form was too slow to arrive, so nothing was saved. Please go back and try again.",
    413: b"This is more than a form here can hold. Please go back and make it shorter.",
    503: b"Too much arrives at once. Please go back and send it again in a minute.",
}


class _Refused(Exception):
    def __init__(self, status: int) -> None:
        self.status = status


class _Gone(Exception):
    """Nobody is there any more to be answered."""


class CompleteBodies:
    """An ASGI application around one that must only see whole bodies."""

    def __init__(
        self,
        app: App,
        *,
        max_pause_s: float = MAX_PAUSE_S,
        max_body_s: float = MAX_BODY_S,
        max_all_bytes: int = MAX_ALL_BYTES,
        max_send_s: float = MAX_SEND_S,
    ) -> None:
        self._app = app
        self._max_pause_s, self._max_body_s = max_pause_s, max_body_s
        self._max_all_bytes, self._max_send_s = max_all_bytes, max_send_s
        self._held = 0
        self._held_for: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = _Share(_network(scope))
        try:
            body = await self._whole(scope, receive, taken)
            whole = {**scope, "headers": _with_length(scope["headers"], len(body))}
            await self._app(whole, _replayed(body, receive), self._in_time(send))
        except _Refused as refused:
            await _answer(send, refused.status)
        except _Gone:
            return
        finally:
            # It is held until it is answered.
            self._held -= taken.bytes
            self._held_for[taken.network] -= taken.bytes
            if not self._held_for[taken.network]:
                del self._held_for[taken.network]

    async def _whole(self, scope: Scope, receive: Receive, taken: "_Share") -> bytes:
        announced = _announced(scope)
        if announced == 0:
            return b""
        if announced is not None and announced > MAX_BODY_BYTES:
            raise _Refused(413)
        parts: list[bytes] = []
        length, more = 0, True
        try:
            async with asyncio.timeout(self._max_body_s):
                while more:
                    async with asyncio.timeout(self._max_pause_s):
                        message = await receive()
                    if message["type"] == "http.disconnect":
                        raise _Gone
                    part = message.get("body", b"")
                    more = message.get("more_body", False)
                    parts.append(part)
                    length += len(part)
                    taken.bytes += len(part)
                    self._held += len(part)
                    self._held_for[taken.network] += len(part)
                    if length > MAX_BODY_BYTES:
                        raise _Refused(413)
                    # One network alone cannot take all there is.
                    its_share = self._max_all_bytes // (4 if taken.network else 1)
                    too_much = self._held_for[taken.network] > its_share
                    if too_much or self._held > self._max_all_bytes:
                        raise _Refused(503)
        except TimeoutError:
            raise _Refused(408) from None
        if announced is not None and length != announced:
            raise _Refused(400)
        body = b"".join(parts)
        if not _is_closed(scope, body):
            raise _Refused(400)
        return body

    def _in_time(self, send: Send) -> Send:
        async def sent(message: Message) -> None:
            try:
                async with asyncio.timeout(self._max_send_s):
                    await send(message)
            except TimeoutError:
                # ASGI has no word for ending a connection; uvicorn's send is a method of the object
                # that has it.
                transport = getattr(getattr(send, "__self__", None), "transport", None)
                if transport is not None:
                    transport.abort()

        return sent


@dataclass
class _Share:
    """What one request holds of the bytes there are. A proxy of ours has no network of its own."""

    network: str
    bytes: int = 0


def _network(scope: Scope) -> str:
    peer = str((scope.get("client") or ("",))[0])
    return "" if peer in {"127.0.0.1", "::1", ""} else peer


def _announced(scope: Scope) -> int | None:
    """How long the body is to be; None if it comes in chunks."""
    headers = scope["headers"]
    if any(name == b"transfer-encoding" for name, _value in headers):
        return None
    lengths = {value for name, value in headers if name == b"content-length"}
    if not lengths:
        return 0
    (length,) = lengths if len(lengths) == 1 else (b"",)
    if not length.isdigit() or len(length) > 18:
        raise _Refused(400)
    return int(length)


_BOUNDARY = re.compile(rb"""multipart/[^;]*;.*?boundary="?([^";\s]+)""", re.IGNORECASE | re.DOTALL)


def _is_closed(scope: Scope, body: bytes) -> bool:
    """Whether a body of several parts ends with the sign of its end (RFC 2046): one that a program
    between has cut has a length that fits."""
    if not body:
        return True
    kinds = [value for name, value in scope["headers"] if name == b"content-type"]
    boundary = _BOUNDARY.search(kinds[-1]) if kinds else None
    return boundary is None or body.rstrip().endswith(b"--" + boundary[1] + b"--")


def _with_length(headers: list[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    """As if the body had not come in chunks, which WSGI cannot say."""
    if not any(name == b"transfer-encoding" for name, _value in headers):
        return headers
    dropped = {b"transfer-encoding", b"content-length"}
    kept = [(name, value) for name, value in headers if name not in dropped]
    return [*kept, (b"content-length", str(length).encode())]


def _replayed(body: bytes, receive: Receive) -> Receive:
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _answer(send: Send, status: int) -> None:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"private, no-store"),
        # Else the server would wait for the rest.
        (b"connection", b"close"),
    ]
    if status == 503:
        headers.append((b"retry-after", b"60"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": _SAYS[status]})
