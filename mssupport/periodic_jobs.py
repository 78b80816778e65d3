"""What has to be done now and then while the site runs: rows that wait are emptied.

Each process does them; a row is locked by whoever works on it, and the others pass it by. The
command run_jobs does each once.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from accounts.actions.joining import forget_joinings
from composing.actions.submissions import forget_old_submissions
from live.tasks import end
from live.threads import DatabaseThreads
from moderation.actions.claiming import return_lapsed
from moderation.actions.crisis import alert_late_steps
from moderation.actions.forgetting import forget_reported_words
from mssupport.leaving import erase_left_members
from notifications.email_outbox import send_letters

logger = logging.getLogger(__name__)

POLL_INTERVAL_S = 15.0


@dataclass(frozen=True)
class PeriodicJob:
    """``run`` may be called at any time, by any number of processes, and says how much it did."""

    name: str
    run: Callable[[], object]
    interval_s: float = POLL_INTERVAL_S


PERIODIC_JOBS = (
    PeriodicJob("alert_late_steps", alert_late_steps),
    PeriodicJob("return_lapsed", return_lapsed),
    PeriodicJob("send_letters", send_letters),
    PeriodicJob("forget_reported_words", forget_reported_words, 600),
    PeriodicJob("forget_joinings", forget_joinings, 600),
    PeriodicJob("forget_old_submissions", forget_old_submissions, 3600),
    PeriodicJob("erase_left_members", erase_left_members, 600),
)


class PeriodicJobs:
    def __init__(self, threads: DatabaseThreads, every: float = POLL_INTERVAL_S) -> None:
        self.threads, self.every = threads, every
        self._task: asyncio.Task[None] | None = None
        self._due: dict[str, float] = {}

    async def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            await end([self._task])

    async def _run(self) -> None:
        while True:
            for job in PERIODIC_JOBS:
                if self._due.get(job.name, 0.0) > time.monotonic():
                    continue
                self._due[job.name] = time.monotonic() + job.interval_s - self.every / 2
                try:
                    await self.threads.ask(job.run)
                except Exception as error:  # noqa: BLE001 (a database that is away comes back)
                    logger.warning("%s failed: %s", job.name, type(error).__name__)
            await asyncio.sleep(self.every)
