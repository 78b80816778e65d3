from collections.abc import Collection

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from accounts.pseudonyms import skeleton


class MemberQuerySet(models.QuerySet):
    def active(self) -> "MemberQuerySet":
        """Members who may read now: active and not suspended."""
        now = timezone.now()
        return self.filter(is_active=True).filter(
            Q(suspended_until=None) | Q(suspended_until__lte=now)
        )

    def looking_like(self, pseudonym: str) -> "MemberQuerySet":
        """Members whose pseudonym can be mistaken for this one."""
        return self.filter(
            Q(skeleton=skeleton(pseudonym)[:60], skeleton__gt="") | Q(pseudonym__iexact=pseudonym)
        )

    def among(self, ids: Collection[int]) -> "MemberQuerySet":
        """Of these thousands: one array for the database, and not a word for each."""
        return self.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(ids)]))

    def moderators(self) -> "MemberQuerySet":
        return self.filter(role__in=["moderator", "admin"], is_active=True)

    def moderating(self, board_id: int | None) -> "MemberQuerySet":
        """Moderators who look after this board; None is what belongs to no board."""
        theirs = Q(moderated_board_ids=None)
        if board_id is not None:
            theirs |= Q(moderated_board_ids__contains=[board_id])
        return self.moderators().filter(theirs)
