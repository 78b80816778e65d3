"""Between processes: "room topic.12 is at 97". A hint, never the truth, and never waited for.

The bus is Channels' layer: in memory for one process, Valkey or Redis for several.
"""

import asyncio
import logging
import threading
from typing import Any

from channels.layers import get_channel_layer

logger = logging.getLogger(__name__)

TIMEOUT = 2.0

_loop: asyncio.AbstractEventLoop | None = None
_own_thread_lock = threading.Lock()
_waiting = 0
# When the bus hangs, hints pile up; past this many they are dropped, and the sweep delivers.
MAX_WAITING = 1000


def use_loop(loop: asyncio.AbstractEventLoop | None) -> None:
    """The server tells which loop its hub runs on; hints are sent from there."""
    global _loop
    _loop = loop


def publish_hint(room: str, seq: int) -> None:
    """Tells every process that the room moved on; returns at once, and never raises for a bus."""
    global _waiting
    if _waiting >= MAX_WAITING:
        return
    _waiting += 1
    asyncio.run_coroutine_threadsafe(_send(room, seq), _running_loop())


async def _send(room: str, seq: int) -> None:
    global _waiting
    try:
        layer: Any = get_channel_layer()
        async with asyncio.timeout(TIMEOUT):
            await layer.group_send(room, {"type": "live.rang", "room": room, "seq": seq})
    except Exception as error:  # noqa: BLE001 (whatever ails the bus, the rows are kept)
        logger.warning("the bus did not take %s %s: %s", room, seq, type(error).__name__)
    finally:
        _waiting -= 1


def _running_loop() -> asyncio.AbstractEventLoop:
    """The hub's loop, or one of our own where no server runs (a command, a test)."""
    global _loop
    with _own_thread_lock:
        if _loop is None or _loop.is_closed():
            _loop = asyncio.new_event_loop()
            threading.Thread(target=_loop.run_forever, name="bus", daemon=True).start()
        return _loop
