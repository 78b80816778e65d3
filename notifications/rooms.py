from collections.abc import Collection

from accounts.sessions import standings
from live.models import Event
from live.rooms import NOBODY, Audience, Drawing, Drawn
from notifications.models import Notice


class MemberRoom:
    """member.7: only that member listens here. The badge lives on it."""

    prefix = "member"

    def audience(self, key: str, member_ids: Collection[int]) -> Audience:
        owner = [member_id for member_id in member_ids if key == str(member_id)]
        return Audience(standings(owner)) if owner else NOBODY

    def draw(self, key: str, events: Collection[Event], member_ids: Collection[int]) -> Drawing:
        """notices.changed: {"unread": how many}; only the newest of them matters."""
        audience = self.audience(key, member_ids)
        newest = max(events, key=lambda event: event.seq)
        unread = Notice.objects.unread().filter(member_id=int(key)).count()
        return Drawing(audience, {newest.seq: Drawn({"unread": unread})})
