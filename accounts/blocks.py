"""Who does not meet whom: a block keeps both apart, and tells neither which of them made it."""

from collections.abc import Collection

from django.db.models import Q
from django.db.models.expressions import RawSQL

from accounts.models import Block


def blocked_ids(member_id: int) -> RawSQL:
    """The ids of everybody this member and who do not meet, as a subquery."""
    return RawSQL(_APART, [member_id, member_id])  # noqa: S611 (a constant, with parameters)


# As SQL, because nearly every question about topics and posts carries it.
_APART = """
    SELECT member_id FROM accounts_block WHERE by_id = %s
    UNION ALL SELECT by_id FROM accounts_block WHERE member_id = %s
"""


def is_blocked_pair(one: int, other: int) -> bool:
    return Block.objects.filter(
        Q(by_id=one, member_id=other) | Q(by_id=other, member_id=one)
    ).exists()


def blocked_ids_by_member(members: Collection[int]) -> dict[int, set[int]]:
    """For each of a few members, everybody they do not meet. One question."""
    found: dict[int, set[int]] = {}
    pairs = Block.objects.filter(Q(by_id__in=members) | Q(member_id__in=members))
    for by, member in pairs.values_list("by_id", "member_id"):
        found.setdefault(by, set()).add(member)
        found.setdefault(member, set()).add(by)
    return found
