"""Waiting for a fact, however long a busy machine takes for it."""

import asyncio
import time
from collections.abc import Callable

# Never what a test is about: only the end of waiting for what will not come.
MAX_WAIT_S = 60.0


def until(fact: Callable[[], object]) -> None:
    """Returns when the fact is so; fails if it never becomes so."""
    since = time.monotonic()
    while not fact():
        assert time.monotonic() - since < MAX_WAIT_S, "it never came true"
        time.sleep(0.02)


async def becomes(fact: Callable[[], object]) -> None:
    """The same on the loop of the test."""
    async with asyncio.timeout(MAX_WAIT_S):
        while not fact():
            await asyncio.sleep(0.005)
