"""One process, one port: sockets through Channels, pages through WSGI threads.

Threads keep their database connections, which Django's own ASGI handler cannot:
docs/decisions/0002-pages-by-wsgi.md has the measurement.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from mssupport.wsgi import application as pages  # isort: skip (it sets Django up)

from a2wsgi import WSGIMiddleware
from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from django.conf import settings
from django.urls import path

from live.consumers import LiveConsumer
from live.hub import Hub
from mssupport.rooms import ROOMS

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class _Consumer(LiveConsumer):
    hub = Hub(ROOMS)


hub = _Consumer.hub
_pages: Any = WSGIMiddleware(pages, workers=settings.WEB_THREADS)  # type: ignore[arg-type]

_routes: Any = [path("ws/", _Consumer.as_asgi())]  # type: ignore[arg-type]
_sockets: Any = AuthMiddlewareStack(URLRouter(_routes))


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Sockets, pages, and the start and end of the hub."""
    match scope["type"]:
        case "lifespan":
            await _lifespan(receive, send)
        case "websocket" if scope["path"] == "/ws/" and _is_from_our_pages(scope):
            await _sockets(scope, receive, send)
        case "websocket":
            # Before it is accepted: the browser sees a plain 403.
            await send({"type": "websocket.close", "code": 4403})
        case _:
            await _pages(scope, receive, send)


def _is_from_our_pages(scope: Scope) -> bool:
    """The Origin as browsers write it, letter by letter: scheme, host and port."""
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    return len(origins) == 1 and origins[0].decode("latin1") in settings.LIVE_ORIGINS


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await hub.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await hub.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
