"""Ending tasks so that they have ended."""

import asyncio
from collections.abc import Collection
from typing import Any

AGAIN_AFTER = 1.0


async def end(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancels the tasks until each is over. Once is not always enough: what a task waits for may
    swallow it, as asyncio.wait_for did until Python 3.12 when its work ended at that moment, and
    the server then waited for ever for a task that went on."""
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _over, left = await asyncio.wait(left, timeout=AGAIN_AFTER)
