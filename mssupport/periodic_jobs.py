"""What has to be done now and then while the site runs: rows that wait are emptied.

Each process does them; a row is locked by whoever works on it, and the others pass it by.
"""

import asyncio
import logging
from collections.abc import Callable

from accounts.actions.joining import forget_joinings
from live.tasks import end
from live.threads import DatabaseThreads
from moderation.actions.claiming import return_lapsed
from moderation.actions.crisis import alert_late_steps
from moderation.actions.forgetting import forget_reported_words
from mssupport.leaving import erase_left_members
from notifications.email_outbox import send_letters

logger = logging.getLogger(__name__)

EVERY = 15.0
CHORES: tuple[Callable[[], object], ...] = (
    alert_late_steps,
    return_lapsed,
    send_letters,
    forget_reported_words,
    forget_joinings,
    erase_left_members,
)


class PeriodicJobs:
    def __init__(self, threads: DatabaseThreads, every: float = EVERY) -> None:
        self.threads, self.every = threads, every
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            await end([self._task])

    async def _run(self) -> None:
        while True:
            for chore in CHORES:
                try:
                    await self.threads.ask(chore)
                except Exception as error:  # noqa: BLE001 (a database that is away comes back)
                    name = getattr(chore, "__name__", "a chore")
                    logger.warning("%s failed: %s", name, type(error).__name__)
            await asyncio.sleep(self.every)
