"""What happens to cases, told to the room of the moderators. Ids only."""

from live.events import happened
from moderation.models import Case


def case_opened(case: Case) -> None:
    happened("moderators", "case.opened", {"case": case.pk})


def case_changed(case: Case) -> None:
    happened("moderators", "case.changed", {"case": case.pk})
