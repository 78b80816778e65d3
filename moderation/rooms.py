from collections.abc import Collection

from django.db.models import F

from accounts.models import Member
from live.models import Event
from live.rooms import Drawn
from moderation.models import Case


class ModeratorsRoom:
    """moderators: what happens in the queue."""

    prefix = "moderators"

    def may_enter(self, member_id: int | None, key: str) -> bool:
        return (
            member_id is not None
            and not key
            and Member.objects.may_come_in().moderators().filter(pk=member_id).exists()
        )

    def draw(self, events: Collection[Event], member_ids: Collection[int]) -> dict[int, Drawn]:
        """Which case, its state and who decided it; how many wait. No words of members."""
        allowed = frozenset(
            Member.objects.may_come_in()
            .moderators()
            .filter(pk__in=member_ids)
            .values_list("pk", flat=True)
        )
        waiting = Case.objects.filter(status=Case.Status.OPEN).count()
        cases = {
            row["pk"]: row
            for row in Case.objects.filter(pk__in={event.ids["case"] for event in events})
            .order_by("decisions__made_at")
            .values("pk", "status", "is_worry", who=F("decisions__moderator__pseudonym"))
        }
        return {
            event.seq: Drawn(
                {
                    "case": event.ids["case"],
                    "status": row["status"],
                    "decided_by": row["who"] if row["status"] == Case.Status.DECIDED else None,
                    "is_worry": row["is_worry"],
                    "waiting": waiting,
                },
                allowed,
            )
            for event in events
            if (row := cases.get(event.ids["case"])) is not None
        }
