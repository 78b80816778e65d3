"""Figures for operators; docs/live.md says what each means and what to watch."""

from collections.abc import Iterable

from django.utils import timezone
from prometheus_client import Counter, Gauge, Histogram

from live.models import Event

sockets = Gauge("mssupport_sockets", "Sockets open in this process")
delay = Histogram(
    "mssupport_delivery_seconds",
    "From an event's row to its delivery in this process",
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
swept = Counter("mssupport_swept_rooms", "Rooms in which the sweep found what the bus did not ring")
too_slow = Counter("mssupport_slow_sockets", "Sockets cut off because they took nothing")
catch_ups = Counter("mssupport_catch_ups", "Catch-up questions, and whether anything was missed",
                    ["found"])  # fmt: skip


def delivered(events: Iterable[Event]) -> None:
    now = timezone.now()
    for event in events:
        delay.observe(max(0.0, (now - event.happened_at).total_seconds()))


def caught_up(found: bool) -> None:
    catch_ups.labels("yes" if found else "no").inc()
