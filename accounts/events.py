"""What happens to members, told to their own rooms. Ids only; docs/live.md has every event."""

from accounts.models import Member
from live.events import record_event


def apart_changed(*members: Member) -> None:
    record_event({f"member.{member.pk}" for member in members}, "apart.changed", {})
