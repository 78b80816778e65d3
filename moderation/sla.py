"""How soon a case should be looked at: the order of the queue, and what its figures are held to.

A case's goal is a time, fixed when it is opened: it stands on the item, and the queue is sorted by
it. Expected harm shortens it; waiting brings it nearer by itself.
"""

from datetime import datetime, timedelta

# Danger within an hour, everything else within a day (docs/decisions/0012).
GOALS: dict[str, timedelta] = {
    "worry": timedelta(hours=1),
    "report": timedelta(hours=24),
    "name": timedelta(hours=24),
    "first": timedelta(hours=24),
    "listed": timedelta(hours=24),
    "noticed": timedelta(hours=24),
    # Somebody waits for it and sees nothing happen.
    "held": timedelta(hours=12),
    "joining": timedelta(hours=24),
    "appeal": timedelta(hours=72),
}
# However many report it.
SHORTEST = timedelta(minutes=30)


def review_due_at(kind: str, opened_at: datetime, score: float) -> datetime:
    """When it should have been looked at; twice the reports, half the time."""
    return opened_at + max(min(SHORTEST, GOALS[kind]), GOALS[kind] / max(1.0, score))
