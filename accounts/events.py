"""What happens to members, told to their own rooms. Ids only; docs/live.md has every event."""

from accounts.models import Member
from live.events import happened


def apart_changed(*members: Member) -> None:
    happened({f"member.{member.pk}" for member in members}, "apart.changed", {})
