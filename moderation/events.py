"""What happens to cases, told to the rooms of the moderators. Ids only."""

from accounts.models import Member
from live.events import record_event
from moderation.models import Case

WHOLE_TEAM = "moderators"


def room_for(moderator: Member) -> str:
    """Where this moderator hears of the queue.

    Who looks after some boards has a room of their own, told of those boards alone: from the
    numbers of a shared one they could count what happens elsewhere.
    """
    if moderator.moderated_board_ids is None:
        return WHOLE_TEAM
    return f"{WHOLE_TEAM}.{moderator.pk}"


def case_opened(case: Case) -> None:
    record_event(_rooms(case), "case.opened", {"case": case.pk})


def case_changed(case: Case) -> None:
    record_event(_rooms(case), "case.changed", {"case": case.pk})


def _rooms(case: Case) -> set[str]:
    limited = Member.objects.moderating(case.board_id).exclude(moderated_board_ids=None)
    return {WHOLE_TEAM, *(room_for(each) for each in limited.only("pk", "moderated_board_ids"))}
