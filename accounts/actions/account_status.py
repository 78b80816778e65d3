from collections.abc import Collection, Iterable
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts import events
from accounts.models import PERMANENT, Block, Member, StatusChange
from accounts.permissions import (
    check_change_groups,
    check_change_standing,
    check_give_groups,
    check_limit,
    check_pseudonym,
    check_somebody_is_left,
)
from live.events import atomic_action


@transaction.atomic
def restrict_member(
    *, member: Member, until: datetime, reason: str, by: Member | None
) -> StatusChange:
    """The member can read and not write until the time given."""
    return _change(member, StatusChange.Kind.READ_ONLY, until, reason, by, read_only_until=until)


@transaction.atomic
def suspend_member(
    *, member: Member, until: datetime, reason: str, by: Member | None
) -> StatusChange:
    """The member can neither read nor write until the time given; help pages stay open."""
    return _change(member, StatusChange.Kind.SUSPENDED, until, reason, by, suspended_until=until)


@transaction.atomic
def ban_member(*, member: Member, reason: str, by: Member | None) -> StatusChange:
    """A suspension without an end; only lifting it opens the account again."""
    return _change(member, StatusChange.Kind.BANNED, None, reason, by, suspended_until=PERMANENT)


@transaction.atomic
def set_account_status(
    *,
    member: Member,
    read_only_until: datetime | None,
    suspended_until: datetime | None,
    reason: str,
    by: Member,
) -> None:
    """What is left when a restriction is taken back and others still stand."""
    check_change_standing(by, member)
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    Member.objects.filter(pk=member.pk).update(
        read_only_until=read_only_until, suspended_until=suspended_until
    )
    kind = StatusChange.Kind.GIVEN_BACK
    StatusChange.objects.create(member=member, kind=kind, reason=reason, by=by)
    member.refresh_from_db(fields=["read_only_until", "suspended_until"])


@transaction.atomic
def restore_member(*, member: Member, reason: str, by: Member | None) -> None:
    """Ends every restriction and suspension of the member."""
    _change(
        member,
        StatusChange.Kind.RESTORED,
        None,
        reason,
        by,
        read_only_until=None,
        suspended_until=None,
    )


@atomic_action
def change_groups(
    *, member: Member, groups: Iterable[Group], reason: str, by: Member | None
) -> None:
    """The member is in these groups and no others; what they are follows from it."""
    by = one_after_the_other(by)
    groups = list(groups)
    check_change_groups(by, member)
    check_give_groups(by, member, groups)
    was = Member.objects.select_for_update(no_key=True).get(pk=member.pk).role
    member.groups.set(groups)
    kind = StatusChange.Kind.ROLE
    StatusChange.objects.create(member=member, kind=kind, reason=reason, by=by)
    # The database settled both.
    member.refresh_from_db(fields=["role", "moderated_board_ids"])
    if was == Member.Role.ADMIN:
        check_somebody_is_left()
    if member.is_moderator:
        _end_blocks(member)


@atomic_action
def record_group_change(*, group: Group, by: Member, reason: str) -> None:
    """In the record of each of its members: what the group may do was changed, and why."""
    words = _("The group “%(group)s” may do other things now.") % {"group": group.name}
    kind = StatusChange.Kind.ROLE
    for member in Member.objects.filter(groups=group):
        StatusChange.objects.create(member=member, kind=kind, reason=f"{reason}\n\n{words}", by=by)
        if member.is_moderator:
            _end_blocks(member)


def one_after_the_other(by: Member | None) -> Member | None:
    """Changes of the team take turns, and whoever makes one is what they are by then: two admins
    who demote each other at once leave one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('accounts.team'))")
    return Member.objects.get(pk=by.pk) if by is not None else None


def _end_blocks(member: Member) -> None:
    """The team meets everybody, and everybody meets them."""
    blocks = Block.objects.filter(Q(by=member) | Q(member=member))
    apart = {pk for pair in blocks.values_list("by", "member") for pk in pair}
    blocks.delete()
    if apart:
        events.apart_changed(*Member.objects.filter(pk__in=apart))


@transaction.atomic
def rename_member(*, member: Member, pseudonym: str, reason: str, by: Member | None) -> None:
    """Another pseudonym, by the rules of signing up. Raises ActionDenied with what is wrong with
    it."""
    check_change_standing(by, member)
    check_pseudonym(pseudonym, of=member)
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    member.pseudonym = pseudonym
    member.save(update_fields=["pseudonym"])
    kind = StatusChange.Kind.RENAMED
    StatusChange.objects.create(member=member, kind=kind, reason=reason, by=by)


@transaction.atomic
def limit_to_boards(
    *, member: Member, boards: Collection[int] | None, reason: str, by: Member | None
) -> None:
    """A moderator looks after these boards only; None is all of them."""
    check_limit(by, member)
    only = sorted(boards) if boards is not None else None
    Member.objects.filter(pk=member.pk).update(moderated_board_ids=only)
    kind = StatusChange.Kind.BOARDS
    StatusChange.objects.create(member=member, kind=kind, reason=reason, by=by)
    member.refresh_from_db(fields=["moderated_board_ids"])


def _change(
    member: Member,
    kind: StatusChange.Kind,
    until: datetime | None,
    reason: str,
    by: Member | None,
    **columns: datetime | None,
) -> StatusChange:
    if member.is_moderator:
        by = one_after_the_other(by)
    check_change_standing(by, member)
    now = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    asked = until
    for name, wanted in columns.items():
        standing = getattr(now, name)
        if wanted is not None and standing is not None and standing > wanted:
            # A second restriction never shortens the first.
            columns[name] = until = standing
    Member.objects.filter(pk=member.pk).update(**columns)
    change = StatusChange.objects.create(
        member=member, kind=kind, until=until, asked_until=asked, reason=reason, by=by
    )
    member.refresh_from_db(fields=list(columns))
    if now.role == Member.Role.ADMIN:
        check_somebody_is_left()
    return change
