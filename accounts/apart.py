"""Who does not meet whom: a block keeps both apart, and tells neither which of them made it."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import Block


def apart_from(member_id: int) -> QuerySet[Block, Any]:
    """The ids of everybody this member and who do not meet, as a subquery."""
    made = Block.objects.filter(by_id=member_id).values("member_id")
    met = Block.objects.filter(member_id=member_id).values("by_id")
    return made.union(met, all=True)


def are_apart(one: int, other: int) -> bool:
    return Block.objects.filter(
        Q(by_id=one, member_id=other) | Q(by_id=other, member_id=one)
    ).exists()


def apart_among(these: Collection[int], those: Collection[int]) -> dict[int, set[int]]:
    """For each of these members, who of those they do not meet. One query."""
    found: dict[int, set[int]] = {}
    pairs = Block.objects.filter(
        Q(by_id__in=these, member_id__in=those) | Q(by_id__in=those, member_id__in=these)
    ).values_list("by_id", "member_id")
    for by, member in pairs:
        found.setdefault(by, set()).add(member)
        found.setdefault(member, set()).add(by)
    return found
