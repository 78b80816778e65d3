from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import Member
from live import events
from live.events import act
from notifications.models import Notice

# What moderators tell a member stays, whatever happens to the post it is about.
PERSONAL = ("decision", "standing", "restored", "report_received", "report_closed")


@act
def notify(
    *,
    member_ids: Iterable[int],
    kind: str,
    link: str,
    subject: str,
    parts: dict[str, str],
    within: str = "",
    renew: bool = True,
) -> None:
    """Each member hears of it once; hearing of the same again makes the notice new again.

    With ``renew=False`` it does not: what can be done and undone all day is told once.
    """
    members = sorted(set(member_ids))
    if not members:
        return
    notices = [
        Notice(member_id=pk, kind=kind, link=link, subject=subject, within=within, parts=parts)
        for pk in members
    ]
    if renew:
        Notice.objects.bulk_create(
            notices,
            update_conflicts=True,
            unique_fields=["member", "kind", "subject"],
            update_fields=["created_at", "read_at", "parts", "link"],
        )
    else:
        Notice.objects.bulk_create(notices, ignore_conflicts=True)
    _changed(members)


@act
def withdraw(*, subject: str) -> None:
    """Takes back what was said about a subject, such as a post that is hidden now, or within it."""
    told = Notice.objects.filter(Q(subject=subject) | Q(within=subject)).exclude(kind__in=PERSONAL)
    locked = list(_locked(told))
    Notice.objects.filter(pk__in=[pk for pk, _member in locked]).delete()
    _changed([member for _pk, member in locked])


@act
def mark_read(*, member: Member, pk: int | None = None) -> None:
    """One notice, or all of them, counts as read."""
    unread = member.notices.unread()
    if pk is not None:
        unread = unread.filter(pk=pk)
    locked = [pk for pk, _member in _locked(unread)]
    if Notice.objects.filter(pk__in=locked).update(read_at=timezone.now()):
        _changed([member.pk])


def _locked(notices: QuerySet[Notice]) -> Iterable[tuple[int, int]]:
    """(pk, member) of the notices, locked in the order of their ids, as everywhere."""
    return notices.order_by("pk").select_for_update().values_list("pk", "member_id")


def _changed(members: list[int]) -> None:
    events.happened({f"member.{pk}" for pk in members}, "notices.changed", {})
