import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from accounts.models import Member
from live import events
from live.events import atomic_action
from notifications.models import Notice
from notifications.notification_types import BY_NAME, NOTIFICATION_TYPES

# What stays, whatever happens to the post it is about.
PERSONAL = tuple(each.name for each in NOTIFICATION_TYPES if each.is_personal)


@atomic_action
def notify(
    *,
    member_ids: Iterable[int] | RawSQL,
    kind: str,
    link: str,
    subject: str,
    parts: dict[str, str],
    within: str = "",
    renotify: bool = True,
) -> None:
    """Each member hears of it once; hearing of the same again makes a read notice new again.

    ``member_ids`` may be a question for them, so that thousands of followers stay in the database.

    What names a topic in its ``parts`` says within which one, so that a title that is taken back is
    gone from it too.

    Who has not read the last one yet is left in peace. With ``renotify=False`` a notice is never
    made new again: what can be done and undone all day is told once.
    """
    assert kind in BY_NAME, kind
    assert "topic" not in parts or within or subject.startswith("topic:"), kind
    if not isinstance(member_ids, RawSQL):
        member_ids = RawSQL("SELECT DISTINCT unnest(%s::bigint[])", [sorted(set(member_ids))])
    statement = _TELL.format(members=member_ids.sql, again=_RENEW if renotify else "DO NOTHING")
    notice: list[Any] = [kind, link, json.dumps(parts), subject, within, timezone.now()]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*notice, *member_ids.params, kind, subject])
        told = [member for (member,) in cursor.fetchall()]
    _changed(told)


# One statement for any number of members. Those who have the same notice unread are not even
# touched, so that a busy topic costs its followers' rows once and not with each reply.
_TELL = """
    INSERT INTO notifications_notice
        (kind, link, parts, subject, "within", created_at, member_id)
    SELECT %s, %s, %s::jsonb, %s, %s, %s, member FROM ({members}) AS wanted(member)
    WHERE NOT EXISTS (
        SELECT FROM notifications_notice AS unread
        WHERE unread.member_id = member AND unread.kind = %s
            AND unread.subject = %s AND unread.read_at IS NULL AND unread.withdrawn_at IS NULL
    )
    ORDER BY member
    ON CONFLICT (member_id, kind, subject) {again}
    RETURNING member_id
"""
_RENEW = """DO UPDATE SET
    created_at = excluded.created_at, read_at = NULL, withdrawn_at = NULL,
    parts = excluded.parts, link = excluded.link
"""


@atomic_action
def withdraw(*, subject: str) -> None:
    """Takes back what was said about a subject, such as a post that is hidden now, or within it."""
    told = _about(subject).filter(withdrawn_at=None)
    locked = list(_locked(told))
    Notice.objects.filter(pk__in=[pk for pk, _member in locked]).update(withdrawn_at=timezone.now())
    _changed([member for _pk, member in locked])


@atomic_action
def withdraw_from(*, member: Member, kinds: Collection[str], but: Collection[str]) -> None:
    """Takes back what one member was told of these kinds, except where it leads to these links."""
    told = Notice.objects.filter(member=member, kind__in=kinds, withdrawn_at=None)
    told = told.exclude(link__in=but)
    locked = list(_locked(told))
    Notice.objects.filter(pk__in=[pk for pk, _member in locked]).update(withdrawn_at=timezone.now())
    _changed([member for _pk, member in locked])


@atomic_action
def show_or_withdraw(*, kind: str, subject: str, is_shown: Mapping[int, bool]) -> None:
    """Of each member's unread notice of this kind and subject, whether it is shown from now on."""
    rows = Notice.objects.filter(
        kind=kind, subject=subject, read_at=None, member__in=is_shown
    ).values_list("pk", "member")
    shown = {pk: is_shown[member] for pk, member in rows}
    _settle(shown)


@atomic_action
def show_or_withdraw_rows(*, member: Member, is_shown: Mapping[int, bool]) -> None:
    """Of these notices of one member, by id, whether each is shown from now on."""
    _settle(is_shown)


def _settle(is_shown: Mapping[int, bool]) -> None:
    changed = []
    rows = Notice.objects.filter(pk__in=list(is_shown)).order_by("pk").select_for_update()
    for notice in rows:
        if is_shown[notice.pk] == (notice.withdrawn_at is None):
            continue
        notice.withdrawn_at = None if is_shown[notice.pk] else timezone.now()
        notice.save(update_fields=["withdrawn_at"])
        changed.append(notice.member_id)
    _changed(changed)


@atomic_action
def restore_notices(
    *, subject: str, but: Collection[str] = (), but_rows: Collection[int] = ()
) -> None:
    """The subject is shown again, and so is what was said about it, except of these subjects, and
    except these notices, by id."""
    told = _about(subject).exclude(withdrawn_at=None).exclude(subject__in=list(but))
    told = told.exclude(pk__in=list(but_rows))
    locked = list(_locked(told))
    Notice.objects.filter(pk__in=[pk for pk, _member in locked]).update(withdrawn_at=None)
    _changed([member for _pk, member in locked])


def _about(subject: str) -> QuerySet[Notice]:
    about = Q(subject=subject) | Q(within=subject)
    return Notice.objects.filter(about).exclude(kind__in=PERSONAL)


@atomic_action
def retitle(*, within: str, topic: str) -> None:
    """The topic has another title now, and nothing said about it keeps the old one."""
    told = Notice.objects.filter(Q(subject=within) | Q(within=within), parts__has_key="topic")
    for notice in told.select_for_update().order_by("pk"):
        notice.parts["topic"] = topic
        notice.save(update_fields=["parts"])


@atomic_action
def mark_read(*, member: Member, pk: int | None = None, subject: str = "") -> None:
    """One notice, those about one subject, or all of them, count as read."""
    unread = member.notices.unread()
    if pk is not None:
        unread = unread.filter(pk=pk)
    if subject:
        unread = unread.filter(subject=subject)
    locked = [pk for pk, _member in _locked(unread)]
    if Notice.objects.filter(pk__in=locked).update(read_at=timezone.now()):
        _changed([member.pk])


def _locked(notices: QuerySet[Notice]) -> Iterable[tuple[int, int]]:
    """(pk, member) of the notices, locked in the order of their ids, as everywhere."""
    return notices.order_by("pk").select_for_update().values_list("pk", "member_id")


def _changed(members: list[int]) -> None:
    if members:
        events.record_event({f"member.{pk}" for pk in members}, "notices.changed", {})
