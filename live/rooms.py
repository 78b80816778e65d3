"""What an app tells about its rooms. Apps describe; only the hub delivers."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from live.models import Event


@dataclass(frozen=True)
class Audience:
    """Who may be in a room now.

    ``standings`` names everybody who may, of those asked about: {member id: access version}. An
    empty mapping means nobody. ``anonymous`` says whether readers who are not logged in may.
    """

    standings: Mapping[int, int] = field(default_factory=dict)
    anonymous: bool = False

    def has(self, member_id: int | None) -> bool:
        return self.anonymous if member_id is None else member_id in self.standings


NOBODY = Audience()


@dataclass(frozen=True)
class RenderedEvent:
    """An event as readers get it, and who of the audience does not."""

    data: dict[str, Any]
    excluded_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class RenderedBatch:
    """Events of one room, drawn once for all: {event.seq: RenderedEvent}, for this audience only.

    An event that is left out is shown to nobody.
    """

    audience: Audience
    events: Mapping[int, RenderedEvent]


@runtime_checkable
class HasState(Protocol):
    """A kind of room that can say how things stand, without its events."""

    def state(self, key: str) -> dict[str, Any]:
        """What a page of this room shows, as it is now."""


class RoomKind(Protocol):
    """One kind of room; its names are ``prefix`` or ``prefix.<key>``."""

    prefix: str
    # Whether a session has to have shown its second factor to come in.
    is_guarded: bool

    def audience(self, key: str, member_ids: Collection[int]) -> Audience:
        """Who of these members, and whether a reader who is not logged in, may listen here now."""

    def draw(
        self, key: str, events: Collection[Event], member_ids: Collection[int]
    ) -> RenderedBatch:
        """Loads, renders and asks who may see, once for all readers.

        ``member_ids`` are the readers present.
        """


Rooms = tuple[RoomKind, ...]

# Whatever else is asked for is no room, and is not put to the database.
NAME = re.compile(r"[a-z]+(?:\.[0-9]{1,18})?")


def kind_of(rooms: Rooms, name: str) -> tuple[RoomKind, str] | None:
    """The kind of the named room and its key; None for a name that no app knows."""
    if NAME.fullmatch(name) is None:
        return None
    prefix, _dot, key = name.partition(".")
    for kind in rooms:
        if kind.prefix == prefix:
            return kind, key
    return None
