"""The threads in which the event loop asks the database; each keeps its connection."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connections

P = ParamSpec("P")
R = TypeVar("R")

# Channels' own helper asks in one thread or in up to 32; these are as many connections at most.
COUNT = 4


class DatabaseThreads:
    def __init__(self, count: int = COUNT) -> None:
        self.count = count
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="live")

    async def ask(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs it in one of the threads, with a connection that is alive."""

        def asked() -> R:
            close_old_connections()
            try:
                return function(*args, **kwargs)
            finally:
                close_old_connections()

        return await asyncio.get_running_loop().run_in_executor(self._pool, asked)

    async def close(self) -> None:
        """Ends the threads and their connections."""
        pool, self._pool = self._pool, ThreadPoolExecutor(self.count, thread_name_prefix="live")
        # Each thread waits for the others, so that each of them gets one of these.
        everyone = Barrier(self.count)

        def last() -> None:
            everyone.wait()
            connections.close_all()

        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(pool, last) for _ in range(self.count)))
        pool.shutdown()
