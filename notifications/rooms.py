from collections.abc import Collection
from typing import Any

from accounts.blocks import blocked_ids_by_member
from accounts.sessions import standings
from live.models import Event
from live.rooms import NOBODY, Audience, RenderedBatch, RenderedEvent
from notifications.models import Notice


class MemberRoom:
    """member.7: only that member listens here. The badge lives on it."""

    prefix = "member"
    is_guarded = False

    def audience(self, key: str, member_ids: Collection[int]) -> Audience:
        owner = [member_id for member_id in member_ids if key == str(member_id)]
        return Audience(standings(owner)) if owner else NOBODY

    def state(self, key: str) -> dict[str, Any]:
        """The badge, and whom the member does not meet."""
        return {"unread": _unread(key), "apart": _apart(key)}

    def draw(
        self, key: str, events: Collection[Event], member_ids: Collection[int]
    ) -> RenderedBatch:
        """What is so now; of each kind only the newest event matters."""
        newest = {event.kind: event.seq for event in sorted(events, key=lambda event: event.seq)}
        drawn = {}
        if (seq := newest.get("notices.changed")) is not None:
            drawn[seq] = RenderedEvent({"unread": _unread(key)})
        if (seq := newest.get("apart.changed")) is not None:
            drawn[seq] = RenderedEvent({"apart": _apart(key)})
        return RenderedBatch(self.audience(key, member_ids), drawn)


def _unread(key: str) -> int:
    return int(Notice.objects.unread().filter(member_id=int(key)).count())


def _apart(key: str) -> list[int]:
    return sorted(blocked_ids_by_member([int(key)]).get(int(key), ()))
