from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from accounts.models import Member
from notifications.models import Notice

PAGE = 30


@dataclass(frozen=True)
class NoticePage:
    notices: list[Notice]
    older: int | None


def notice_page(member: Member, before: int | None) -> NoticePage:
    """Newest first; ``before`` is the id of the last notice of the page before this one."""
    notices = Notice.objects.shown().filter(member=member)
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


# What a badge says of the member %(me)s, whose room is %(my_room)s: two columns for a statement.
BADGE_COLUMNS = """
    (
        SELECT count(*) FROM notifications_notice
        WHERE member_id = %(me)s AND read_at IS NULL AND withdrawn_at IS NULL
    ),
    coalesce((SELECT seq FROM live_room WHERE name = %(my_room)s), 0)
"""


_BADGE = f"SELECT {BADGE_COLUMNS}"


def badge(member: Member) -> Badge:
    """Both in one statement, so that a page misses nothing that comes after it."""
    with connection.cursor() as cursor:
        cursor.execute(_BADGE, {"me": member.pk, "my_room": f"member.{member.pk}"})
        return Badge(*cursor.fetchone())


def unread_subjects() -> set[str]:
    """What anybody was told about, or within what, and has not read; what was taken back too."""
    rows = Notice.objects.filter(read_at=None).values_list("subject", "within")
    return {name for row in rows.distinct() for name in row if name}
