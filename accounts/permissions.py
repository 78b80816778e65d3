"""What a member may do at all, whatever they want to do it to."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import pseudonyms
from accounts.exceptions import ActionDenied
from accounts.models import Member


def check_may_write(member: Member) -> None:
    """You can write once you have agreed that others read it, unless you are read-only now."""
    if not member.is_active or member.is_suspended:
        raise ActionDenied(gettext_lazy("Your account is paused, so this was not saved."))
    if member.is_read_only and member.read_only_until is not None:
        until = date_format(localtime(member.read_only_until), "DATETIME_FORMAT")
        raise ActionDenied(
            _("You can read but not write until %(until)s.") % {"until": until},
            ("moderation:record", gettext_lazy("See why")),
        )
    if member.is_rejected:
        raise ActionDenied(
            gettext_lazy(
                "The team did not admit you as a member. Why stands under “Moderator decisions”."
            ),
            ("moderation:record", gettext_lazy("See why")),
        )
    if member.has_consented and not member.is_approved:
        raise ActionDenied(
            gettext_lazy(
                "The team looks at each new membership first. You can write as soon as somebody "
                "has said yes; you get a notice and a mail."
            )
        )
    if not member.has_consented:
        raise ActionDenied(
            gettext_lazy(
                "Before you write here, please read the guidelines and agree that other members "
                "will read what you write. It takes about a minute."
            ),
            ("guidance:welcome", gettext_lazy("Read and agree")),
        )


def check_admit(by: Member, member: Member) -> None:
    """Moderators of the whole place say yes to new members."""
    if not by.moderates(None):
        raise ActionDenied(gettext_lazy("Only moderators of all boards can do this."))


def check_block(by: Member, member: Member) -> None:
    """Members may keep apart from each other, and not from the team, who must be reachable."""
    if by.pk == member.pk:
        raise ActionDenied(gettext_lazy("You cannot block yourself."))
    if by.is_moderator:
        raise ActionDenied(
            gettext_lazy("As one of the team you see everybody, so you cannot block.")
        )
    if member.is_moderator:
        raise ActionDenied(
            gettext_lazy(
                "Moderators and admins cannot be blocked. If one of them troubles you, write to "
                "the contact address under every page."
            )
        )


def check_change_groups(by: Member | None, member: Member) -> None:
    """Admins make moderators and admins; nobody changes what they are themselves."""
    if by is not None and by.role != Member.Role.ADMIN:
        raise ActionDenied(gettext_lazy("Only admins can change who is in which group."))
    if by is not None and by.pk == member.pk:
        raise ActionDenied(gettext_lazy("You cannot change your own groups."))


def check_give_permissions(by: Member | None, given: Iterable[Permission]) -> None:
    """Nobody gives what they do not have themselves."""
    if by is None:
        return
    for permission in given:
        name = f"{permission.content_type.app_label}.{permission.codename}"
        if not by.has_perm(name):
            raise ActionDenied(
                _("You cannot give what you may not do yourself: %(what)s.")
                % {"what": permission.name}
            )


def check_take_permissions(by: Member | None, group: Group, left: Iterable[Permission]) -> None:
    """Only admins take away what makes somebody one of the team, as they alone give it."""
    if by is None or by.role == Member.Role.ADMIN or group.pk is None:
        return
    taken = group.permissions.exclude(pk__in=[each.pk for each in left])
    for permission in taken.filter(codename__in=["administer", "moderate"]):
        raise ActionDenied(
            _("Only admins can take this away: %(what)s.") % {"what": permission.name}
        )


def check_give_groups(by: Member | None, member: Member, groups: Iterable[Group]) -> None:
    """Of groups the member is not in yet, only those whose permissions ``by`` has."""
    new = {group.pk for group in groups} - set(member.groups.values_list("pk", flat=True))
    given = Permission.objects.filter(group__in=new).select_related("content_type").distinct()
    check_give_permissions(by, given)


def check_pseudonym(pseudonym: str, of: Member | None = None) -> None:
    """One alphabet, not the team's, and nobody else's look-alike; ``of`` may keep what it has."""
    try:
        Member._meta.get_field("pseudonym").clean(pseudonym, of)
        pseudonyms.check(pseudonym)
    except ValidationError as error:
        raise ActionDenied(" ".join(error.messages)) from None
    others = Member.objects.looking_like(pseudonym)
    if others.exclude(pk=of.pk if of is not None else None).exists():
        raise ActionDenied(
            gettext_lazy("Somebody already uses this pseudonym, or one that looks like it.")
        )


def check_reset_second_factor(by: Member | None, member: Member) -> None:
    """Admins take a second factor away, two together, and nobody their own."""
    if by is not None and by.role != Member.Role.ADMIN:
        raise ActionDenied(gettext_lazy("Only admins can take a second step away."))
    if by is not None and by.pk == member.pk:
        raise ActionDenied(
            gettext_lazy("You cannot take away your own second step. Ask two others.")
        )
    if not _has_second_factor(member):
        raise ActionDenied(gettext_lazy("This member has no second step."))


def check_change_address(by: Member | None, member: Member) -> None:
    """Admins change the address of somebody whose mailbox is lost, and nobody their own here.

    With the address alone nobody may come in as one of the team: they have a second factor.
    """
    if by is not None and by.role != Member.Role.ADMIN:
        raise ActionDenied(gettext_lazy("Only admins can change an e-mail address."))
    if by is not None and by.pk == member.pk:
        raise ActionDenied(gettext_lazy("You change your own address on the page of your account."))
    is_of_the_team = member.is_moderator or member.is_staff
    if by is not None and is_of_the_team and not _has_second_factor(member):
        raise ActionDenied(
            gettext_lazy(
                "They work for the team and have no second step yet, so their address can be "
                "changed only by whoever holds the server."
            )
        )


def _has_second_factor(member: Member) -> bool:
    return Authenticator.objects.filter(user_id=member.pk).exists()


def check_somebody_is_left() -> None:
    """After a change of groups: somebody must be able to change them again."""
    if not Member.objects.active().filter(role=Member.Role.ADMIN).exists():
        raise ActionDenied(
            gettext_lazy("Then nobody would be an admin any more. Nothing was changed.")
        )


def check_limit(by: Member | None, member: Member) -> None:
    """Admins say which boards a moderator looks after; admins look after all of them."""
    if by is not None and by.role != Member.Role.ADMIN:
        raise ActionDenied(gettext_lazy("Only admins can say which boards somebody looks after."))
    if member.role != Member.Role.MODERATOR:
        raise ActionDenied(gettext_lazy("Only moderators can be limited to boards."))


def check_change_standing(by: Member | None, member: Member) -> None:
    """Moderators and admins may change what others may do; nobody changes their own standing.

    ``by=None`` is the house itself: a management command.
    """
    if by is None:
        return
    if not by.is_moderator:
        raise ActionDenied(gettext_lazy("Only moderators can do this."))
    if by.pk == member.pk:
        raise ActionDenied(gettext_lazy("You cannot change your own standing."))
    if member.is_moderator and by.role != Member.Role.ADMIN:
        raise ActionDenied(gettext_lazy("Only admins can change what a moderator may do."))
