"""Questions that are asked for every page, put together once.

Django builds a queryset's SQL anew each time, which takes longer than PostgreSQL needs to answer.
Here a queryset is built for stand-ins, and the SQL kept; the values of this request take their
place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from accounts.models import Member, Viewer

# Stand where values go: ids in use are never negative, and nothing happened then.
WHO, WHICH, POSITION = -1, -2, -3
WHEN, SINCE = datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 2, tzinfo=UTC)
WISH = "\x00wish"
# What a viewer may see: the role, None for who sees what strangers see, and the boards that a
# moderator looks after, None for all.
Kind = tuple[str | None, tuple[int, ...] | None]


def kind_of(viewer: Viewer) -> Kind | None:
    """None for who sees nothing at all."""
    if not isinstance(viewer, Member):
        return None, None
    if viewer.is_suspended or not viewer.is_active:
        return None
    only = tuple(viewer.moderated_board_ids) if viewer.moderated_board_ids is not None else None
    return (viewer.role if viewer.is_approved else None), only


def stand_in(kind: Kind) -> Any:
    """Somebody of this kind, by the name of WHO."""
    role, only = kind
    if role is None:
        return AnonymousUser()
    return Member(pk=WHO, role=role, moderated_board_ids=None if only is None else list(only))


@dataclass(frozen=True)
class Compiled:
    """SQL, and its parameters with stand-ins among them."""

    sql: str
    params: tuple[Any, ...]

    @classmethod
    def of(cls, queryset: QuerySet[Any]) -> "Compiled":
        sql, params = queryset.query.sql_with_params()
        return cls(sql, tuple(params))

    def with_values(self, values: Mapping[Any, Any]) -> list[Any]:
        return [
            values.get(param, param) if isinstance(param, int | str | datetime) else param
            for param in self.params
        ]
