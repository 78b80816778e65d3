from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.standing import (
    ban_member,
    change_groups,
    limit_to_boards,
    rename_member,
    restore_member,
    restrict_member,
    suspend_member,
)
from accounts.models import Member, StandingChange
from forums.models import Board
from live.events import act
from moderation.models import Case
from notifications.actions import notify, withdraw_from
from notifications.letters import write_letter


@act
def change_standing(
    *,
    member: Member,
    by: Member,
    kind: StandingChange.Kind,
    reason: str,
    days: int | None = None,
    groups: Iterable[Group] = (),
    boards: Iterable[Board] = (),
    pseudonym: str = "",
) -> None:
    """Changes what a member may do or is, outside of any case, and tells them why."""
    until = timezone.now() + timedelta(days=days or 0)
    match kind:
        case StandingChange.Kind.READ_ONLY:
            restrict_member(member=member, until=until, reason=reason, by=by)
        case StandingChange.Kind.SUSPENDED:
            suspend_member(member=member, until=until, reason=reason, by=by)
        case StandingChange.Kind.BANNED:
            ban_member(member=member, reason=reason, by=by)
        case StandingChange.Kind.RESTORED:
            restore_member(member=member, reason=reason, by=by)
        case StandingChange.Kind.ROLE:
            names = ", ".join(sorted(group.name for group in groups)) or _("none")
            reason = f"{reason}\n\n{_('Groups now: %(names)s') % {'names': names}}"
            change_groups(member=member, groups=groups, reason=reason, by=by)
        case StandingChange.Kind.RENAMED:
            before = member.pseudonym
            reason = f"{reason}\n\n{_('Before: %(name)s') % {'name': before}}"
            rename_member(member=member, pseudonym=pseudonym, reason=reason, by=by)
        case StandingChange.Kind.BOARDS:
            names = ", ".join(board.name for board in boards) or _("all")
            reason = f"{reason}\n\n{_('Boards to look after now: %(names)s') % {'names': names}}"
            chosen = [board.pk for board in boards] or None
            limit_to_boards(member=member, boards=chosen, reason=reason, by=by)
            _forget_others(member)
    link, subject = reverse("moderation:record"), f"member:{member.pk}"
    notify(member_ids=[member.pk], kind="standing", link=link, subject=subject, parts={})
    change = member.standing_changes.latest("pk")
    write_letter(member=member, subject=f"standing:{change.pk}", link=link)


def _forget_others(member: Member) -> None:
    """What rang of cases that are not in their care any more leads nowhere: it goes."""
    theirs = Case.objects.in_care_of(member).waiting()
    links = [case.get_absolute_url() for case in theirs.only("pk")]
    withdraw_from(member=member, kinds=("worry_waits", "step_late"), but=links)
