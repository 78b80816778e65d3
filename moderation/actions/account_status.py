from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.account_status import (
    ban_member,
    change_groups,
    limit_to_boards,
    rename_member,
    restore_member,
    restrict_member,
    suspend_member,
)
from accounts.actions.leaving import ask_to_leave
from accounts.actions.recovering import begin_address_change, reset_second_factor
from accounts.models import Member, StatusChange
from forums.models import Board
from live.events import atomic_action
from moderation.actions.reporting import note_renaming
from moderation.models import Case
from notifications.actions import notify, withdraw_from
from notifications.email_outbox import write_letter


@atomic_action
def change_standing(
    *,
    member: Member,
    by: Member | None,
    kind: StatusChange.Kind,
    reason: str,
    days: int | None = None,
    groups: Iterable[Group] = (),
    boards: Iterable[Board] = (),
    pseudonym: str = "",
    words: str = "",
) -> StatusChange:
    """Changes what a member may do or is, outside of any case, and tells them why.

    Returns what was recorded.
    """
    until = timezone.now() + timedelta(days=days or 0)
    match kind:
        case StatusChange.Kind.READ_ONLY:
            restrict_member(member=member, until=until, reason=reason, by=by)
        case StatusChange.Kind.SUSPENDED:
            suspend_member(member=member, until=until, reason=reason, by=by)
        case StatusChange.Kind.BANNED:
            ban_member(member=member, reason=reason, by=by)
        case StatusChange.Kind.RESTORED:
            restore_member(member=member, reason=reason, by=by)
        case StatusChange.Kind.ROLE:
            names = ", ".join(sorted(group.name for group in groups)) or _("none")
            reason = f"{reason}\n\n{_('Groups now: %(names)s') % {'names': names}}"
            change_groups(member=member, groups=groups, reason=reason, by=by)
        case StatusChange.Kind.RENAMED:
            before = member.pseudonym
            reason = f"{reason}\n\n{_('Before: %(name)s') % {'name': before}}"
            rename_member(member=member, pseudonym=pseudonym, reason=reason, by=by)
            note_renaming(member=member, by=by)
        case StatusChange.Kind.BOARDS:
            names = ", ".join(board.name for board in boards) or _("all")
            reason = f"{reason}\n\n{_('Boards to look after now: %(names)s') % {'names': names}}"
            chosen = [board.pk for board in boards] or None
            limit_to_boards(member=member, boards=chosen, reason=reason, by=by)
            _forget_others(member)
        case StatusChange.Kind.LEAVING:
            ask_to_leave(member=member, keep_words=words == "keep", by=by, reason=reason)
        case StatusChange.Kind.SECOND_STEP_ASKED:
            reset_second_factor(member=member, reason=reason, by=by)
    change = member.status_changes.latest("pk")
    if change.kind == StatusChange.Kind.SECOND_STEP_ASKED:
        _ask_the_other_admins(change)
    tell_of(change)
    return change


@atomic_action
def change_address(*, member: Member, email: str, reason: str, by: Member | None) -> str:
    """Begins to change a lost address, tells the member, and returns the code for the new one."""
    code = begin_address_change(member=member, email=email, reason=reason, by=by)
    tell_of(member.status_changes.latest("pk"))
    return code


def tell_of(change: StatusChange) -> None:
    """A notice and a mail: something about their account was changed, and why stands here."""
    member, link = change.member, reverse("moderation:record")
    notify(
        member_ids=[member.pk], kind="standing", link=link, subject=f"member:{member.pk}", parts={}
    )
    write_letter(member=member, subject=f"standing:{change.pk}", link=link)


def _ask_the_other_admins(change: StatusChange) -> None:
    admins = Member.objects.active().filter(role=Member.Role.ADMIN)
    notify(
        member_ids=admins.exclude(pk__in=[change.member_id, change.by_id]).values_list(
            "pk", flat=True
        ),
        kind="second_step_asked",
        link=reverse("admin:accounts_member_change", args=[change.member_id]),
        subject=f"standing:{change.pk}",
        parts={"who": change.member.pseudonym},
    )


def _forget_others(member: Member) -> None:
    """What rang of cases that are not in their care any more leads nowhere: it goes."""
    theirs = Case.objects.in_care_of(member).waiting()
    links = [case.get_absolute_url() for case in theirs.only("pk")]
    withdraw_from(member=member, kinds=("worry_waits", "step_late"), but=links)
