from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Member
from live.models import Room
from notifications.models import Notice

PAGE = 30


@dataclass(frozen=True)
class NoticePage:
    notices: list[Notice]
    older: int | None


def notice_page(member: Member, before: int | None) -> NoticePage:
    """Newest first; ``before`` is the id of the last notice of the page before this one."""
    notices = Notice.objects.filter(member=member)
    last = notices.filter(pk=before).first() if before is not None else None
    if last is not None:
        same_moment = Q(created_at=last.created_at, pk__lt=last.pk)
        notices = notices.filter(Q(created_at__lt=last.created_at) | same_moment)
    found = list(notices[: PAGE + 1])
    return NoticePage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


@dataclass(frozen=True)
class Badge:
    """How many notices are unread, and the number of the member's room it goes with."""

    unread: int
    seq: int


def badge(member: Member) -> Badge:
    """Both in one statement, so that a page misses nothing that comes after it."""
    seq = Room.objects.filter(name=f"member.{member.pk}").values("seq")
    unread = (
        Notice.objects.unread()
        .filter(member=OuterRef("pk"))
        .order_by()
        .values("member")
        .annotate(count=Count("pk"))
        .values("count")
    )
    row = (
        Member.objects.filter(pk=member.pk)
        .values_list(Coalesce(Subquery(unread), Value(0)), Coalesce(Subquery(seq), Value(0)))
        .get()
    )
    return Badge(*row)
