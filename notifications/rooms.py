from collections.abc import Collection

from accounts.models import Member
from live.models import Event
from live.rooms import Drawn
from notifications.models import Notice


class MemberRoom:
    """member.7: only that member listens here. The badge lives on it."""

    prefix = "member"

    def may_enter(self, member_id: int | None, key: str) -> bool:
        return (
            member_id is not None
            and key == str(member_id)
            and Member.objects.may_come_in().filter(pk=member_id).exists()
        )

    def draw(self, events: Collection[Event], member_ids: Collection[int]) -> dict[int, Drawn]:
        """notices.changed: {"unread": how many}; only the newest of them matters."""
        newest = max(events, key=lambda event: event.seq)
        owner = int(newest.room.partition(".")[2])
        allowed = frozenset(
            Member.objects.may_come_in()
            .filter(pk=owner, pk__in=member_ids)
            .values_list("pk", flat=True)
        )
        unread = Notice.objects.unread().filter(member_id=owner).count()
        return {newest.seq: Drawn({"unread": unread}, allowed)}
