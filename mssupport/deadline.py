"""The last resort: a page that computes for far longer than any should gives its thread back.

Every entry that takes text is bounded by construction (tests/text/test_worst_cases.py). Should one
not be, a handful of such forms would hold all threads; so what computes for MAX_CPU_S is ended with
OutOfTime, which rolls its transaction back and answers 503 with the words that were sent. Waiting
for the database is not counted: PostgreSQL has a timeout of its own. One call into C, such as a
single match of a pattern, is ended when it returns.
"""

import ctypes
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connections

MAX_CPU_S = 20.0
CHECK_INTERVAL_S = 1.0

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class OutOfTime(Exception):
    """Raised inside a page, wherever it is, by the watcher."""


class Deadline:
    """A WSGI application around one whose pages may compute for so long at most.

    ``tidy`` is called in the thread of a page that was ended, when it has answered: the error may
    have come while something else was being put back, such as a transaction.
    """

    def __init__(
        self,
        app: App,
        *,
        tidy: Callable[[], None] = lambda: None,
        max_cpu_s: float = MAX_CPU_S,
        looks_every_s: float = CHECK_INTERVAL_S,
    ) -> None:
        self._app, self._tidy = app, tidy
        self._max_cpu_s, self._looks_every_s = max_cpu_s, looks_every_s
        self._lock = threading.Lock()
        # By thread: its clock of CPU time, and what that showed when the page was asked for.
        self._pages: dict[int, tuple[int, float]] = {}
        self._ended: set[int] = set()
        self._watcher: threading.Thread | None = None

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        thread = threading.get_ident()
        clock = time.pthread_getcpuclockid(thread)
        with self._lock:
            self._pages[thread] = clock, time.clock_gettime(clock)
            self._watch()
        try:
            return self._app(environ, start_response)
        finally:
            try:
                self._leave(thread)
            except OutOfTime:
                # It came as the page was done; the next one would come much later.
                self._leave(thread)

    def _leave(self, thread: int) -> None:
        with self._lock:
            self._pages.pop(thread, None)
            # What was to be raised and came too late is not meant for the next page.
            _raise_in(thread, None)
        if thread in self._ended:
            self._ended.discard(thread)
            self._tidy()

    def _watch(self) -> None:
        if self._watcher is None or not self._watcher.is_alive():
            self._watcher = threading.Thread(target=self._look, name="deadline", daemon=True)
            self._watcher.start()

    def _look(self) -> None:
        while True:
            time.sleep(self._looks_every_s)
            with self._lock:
                for thread, (clock, began) in list(self._pages.items()):
                    now = time.clock_gettime(clock)
                    if now - began > self._max_cpu_s:
                        self._ended.add(thread)
                        _raise_in(thread, OutOfTime)
                        # The page that says so has time as well; should something have caught the
                        # error instead, it comes again.
                        self._pages[thread] = clock, now - self._max_cpu_s / 2


def forget_connections() -> None:
    """This thread's connections to the database, whatever state the error left them in."""
    for connection in connections.all(initialized_only=True):
        # PostgreSQL rolls back what was open.
        connection.close()
        del connections[connection.alias]


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """At the thread's next step in Python; None takes back what was not raised yet."""
    raised = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
