"""What an app tells about its rooms. Apps describe; only the hub delivers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from live.models import Event


@dataclass(frozen=True)
class Drawn:
    """An event as readers get it: its data, and who may see it now.

    ``member_ids`` lists everybody who may; an empty set means nobody. ``anonymous`` says whether
    readers who are not logged in may.
    """

    data: dict[str, Any]
    member_ids: frozenset[int]
    anonymous: bool = False


class RoomKind(Protocol):
    """One kind of room; its names are ``prefix`` or ``prefix.<key>``."""

    prefix: str

    def may_enter(self, member_id: int | None, key: str) -> bool:
        """Whether this member (None: not logged in) may listen here now."""

    def draw(self, events: Collection[Event], member_ids: Collection[int]) -> dict[int, Drawn]:
        """Loads, renders and asks who may see, once for all readers: {event.seq: Drawn}.

        ``member_ids`` are the readers present. An event that is left out is shown to nobody.
        """


Rooms = tuple[RoomKind, ...]


def kind_of(rooms: Rooms, name: str) -> tuple[RoomKind, str] | None:
    """The kind of the named room and its key; None for a name that no app knows."""
    prefix, _dot, key = name.partition(".")
    for kind in rooms:
        if kind.prefix == prefix:
            return kind, key
    return None
