"""One process, one port: sockets through Channels, pages through WSGI threads.

Threads keep their database connections, which Django's own ASGI handler cannot:
docs/decisions/0002-pages-by-wsgi.md has the measurement.
"""

from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any

from mssupport.wsgi import application as pages  # isort: skip (it sets Django up)

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.http import parse_cookie

from accounts.networks import address_of
from accounts.sessions import alive, open_session, standings
from live.hub import Hub
from live.limits import TOO_MANY, Networks
from live.sockets import Opener, Sockets
from mssupport.bodies import CompleteBodies
from mssupport.deadline import Deadline, forget_connections
from mssupport.periodic_jobs import PeriodicJobs
from mssupport.registry import ROOMS

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Coroutine[Any, Any, None]]


def _who(scope: Scope) -> Opener:
    cookies = parse_cookie(_header(scope, b"cookie"))
    session = cookies.get(settings.SESSION_COOKIE_NAME, "")
    opened = open_session(session)
    if opened is None:
        return Opener()
    member = opened.member
    return Opener(member.pk, member.access_version, session, opened.has_proved, opened.ends_at)


hub = Hub(ROOMS, standings, alive)
# The queue of what is to be sent has no end, so that no thread waits for a slow reader.
_pages = CompleteBodies(
    WSGIMiddleware(
        Deadline(pages, tidy=forget_connections),  # type: ignore[arg-type]
        workers=settings.WEB_THREADS,
        send_queue_size=0,
    )
)
_sockets = Sockets(hub, _who)
_chores = PeriodicJobs(hub.threads)
_networks = Networks(settings.SOCKETS_PER_NETWORK)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Sockets, pages, and the start and end of the hub."""
    match scope["type"]:
        case "lifespan":
            await _lifespan(receive, send)
        case "websocket" if scope["path"] == "/ws/" and _is_from_our_pages(scope):
            if _networks.take(_address(scope)):
                await _sockets(scope, receive, send)
            else:
                await _turn_away(scope, send)
        case "websocket":
            # Before it is accepted: the browser sees a plain 403.
            await send({"type": "websocket.close", "code": 4403})
        case _:
            await _pages(scope, receive, send)


def _is_from_our_pages(scope: Scope) -> bool:
    """The Origin as browsers write it, letter by letter: scheme, host and port."""
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    return len(origins) == 1 and origins[0].decode("latin1") in settings.LIVE_ORIGINS


def _address(scope: Scope) -> str:
    peer = str((scope.get("client") or ("",))[0])
    passed = _header(scope, b"x-forwarded-for")
    return address_of(peer, passed, settings.ALLAUTH_TRUSTED_PROXY_COUNT)


def _header(scope: Scope, wanted: bytes) -> str:
    return ",".join(v.decode("latin1") for name, v in scope["headers"] if name == wanted)


async def _turn_away(scope: Scope, send: Send) -> None:
    """Too many sockets from one network at once; the page tries again after a while."""
    if "websocket.http.response" in scope.get("extensions", {}):
        await send({"type": "websocket.http.response.start", "status": 429, "headers": []})
        await send({"type": "websocket.http.response.body", "body": b""})
    else:
        await send({"type": "websocket.close", "code": TOO_MANY})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await hub.start()
            await _chores.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await _chores.stop()
            await hub.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return
