from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import Member
from live import events
from notifications.models import Notice

# What moderators tell a member stays, whatever happens to the post it is about.
PERSONAL = ("decision", "report_received", "report_closed")


@transaction.atomic
def notify(
    *,
    member_ids: Iterable[int],
    kind: str,
    link: str,
    subject: str,
    parts: dict[str, str],
    within: str = "",
) -> None:
    """Each member hears of it once; hearing of the same again makes the notice new again."""
    members = sorted(set(member_ids))
    if not members:
        return
    Notice.objects.bulk_create(
        [
            Notice(member_id=pk, kind=kind, link=link, subject=subject, within=within, parts=parts)
            for pk in members
        ],
        update_conflicts=True,
        unique_fields=["member", "kind", "subject"],
        update_fields=["created_at", "read_at", "parts", "link"],
    )
    _changed(members)


@transaction.atomic
def withdraw(*, subject: str) -> None:
    """Takes back what was said about a subject, such as a post that is hidden now, or within it."""
    told = Notice.objects.filter(Q(subject=subject) | Q(within=subject)).exclude(kind__in=PERSONAL)
    members = list(told.values_list("member_id", flat=True))
    told.delete()
    _changed(members)


@transaction.atomic
def mark_read(*, member: Member, pk: int | None = None) -> None:
    """One notice, or all of them, counts as read."""
    unread = member.notices.unread()
    if pk is not None:
        unread = unread.filter(pk=pk)
    if unread.update(read_at=timezone.now()):
        _changed([member.pk])


def _changed(members: list[int]) -> None:
    events.happened({f"member.{pk}" for pk in members}, "notices.changed", {})
