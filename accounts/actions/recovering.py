"""The ways back into an account whose owner lost a device or a mailbox."""

import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.actions.access import end_logins
from accounts.actions.account_status import one_after_the_other
from accounts.exceptions import ActionDenied
from accounts.models import AddressChange, Member, StatusChange
from accounts.permissions import check_change_address, check_reset_second_factor
from live.events import atomic_action

Kind = StatusChange.Kind
# A request of one admin waits so long for a second one.
ASKED_FOR = timedelta(days=7)
# No letter that looks like a figure.
_LETTERS, _LENGTH = "ABCDEFGHJKLMNPQRSTUVWXYZ", 12


@atomic_action
def reset_second_factor(*, member: Member, reason: str, by: Member | None) -> StatusChange:
    """Takes away the second factor of somebody who lost it; two admins do it together.

    The first one's call writes the request down, and that of another one within seven days does
    it: every session of the member ends. ``by=None`` is whoever holds the server, and needs no
    second. Returns what was recorded.
    """
    by = one_after_the_other(by)
    check_reset_second_factor(by, member)
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    asked = asked_for(member)
    if asked is not None and not _is_admin_now(asked.by_id):
        asked = None
    if by is not None and asked is not None and asked.by_id == by.pk:
        raise ActionDenied(_("You asked for this already. Another admin has to do it too."))
    if by is not None and asked is not None and _was_made_admin_by(by, asked.by_id):
        raise ActionDenied(
            _(
                "You were made an admin lately by whoever asked for this. Please let another admin "
                "join in."
            )
        )
    if by is not None and asked is None:
        return StatusChange.objects.create(
            member=member,
            kind=Kind.SECOND_STEP_ASKED,
            until=timezone.now() + ASKED_FOR,
            reason=reason,
            by=by,
        )
    Authenticator.objects.filter(user_id=member.pk).delete()
    end_logins(member=member)
    if asked is not None and asked.by is not None:
        reason = f"{reason}\n\n{_('Asked for by %(who)s.') % {'who': asked.by.pseudonym}}"
    return StatusChange.objects.create(
        member=member, kind=Kind.SECOND_STEP_GONE, reason=reason, by=by
    )


@atomic_action
def keep_second_factor(*, member: Member) -> StatusChange | None:
    """The member used the second factor: it is not lost, whoever said so. A request of an admin
    that waits for another one ends, and is recorded."""
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    if asked_for(member) is None:
        return None
    return StatusChange.objects.create(
        member=member, kind=Kind.SECOND_STEP_KEPT, reason=_("You logged in with it."), by=member
    )


def asked_for(member: Member) -> StatusChange | None:
    """The request that waits: nothing was done about it since, and another admin has time left."""
    about = {Kind.SECOND_STEP_ASKED, Kind.SECOND_STEP_GONE, Kind.SECOND_STEP_KEPT}
    last = member.status_changes.filter(kind__in=about).order_by("-pk").first()
    return last if last is not None and last.until and last.until > timezone.now() else None


@atomic_action
def begin_address_change(*, member: Member, email: str, reason: str, by: Member | None) -> str:
    """An admin names another address for somebody whose mailbox is lost; nothing changes before
    the code is typed that this returns and the caller mails there."""
    check_change_address(by, member)
    AddressChange.objects.filter(member=member).delete()
    code = "".join(secrets.choice(_LETTERS) for _n in range(_LENGTH))
    AddressChange.objects.create(member=member, email=email.lower(), code=_hidden(code), by=by)
    StatusChange.objects.create(
        member=member, kind=Kind.ADDRESS_ASKED, until=timezone.now() + AddressChange.VALID_FOR,
        reason=reason, by=by,
    )  # fmt: skip
    return code


@atomic_action
def finish_address_change(*, code: str) -> Member:
    """The account has the address to which this code was mailed. Raises ActionDenied if the code is
    wrong or old, or if somebody else has the address by now."""
    change = (
        AddressChange.objects.select_for_update(of=("self",))
        .select_related("member")
        .filter(code=_hidden(code), made_at__gt=timezone.now() - AddressChange.VALID_FOR)
        .first()
    )
    if change is None or is_taken(change.email, but=change.member):
        raise ActionDenied(_("This code is wrong or too old. Please ask the team for a new one."))
    member = change.member
    if change.by_id is not None:
        # As it was checked when it began: since then somebody may have joined the team, or left.
        by = change.by if _is_admin_now(change.by_id) else None
        if by is None:
            raise ActionDenied(
                _("This code is wrong or too old. Please ask the team for a new one.")
            )
        check_change_address(by, member)
    EmailAddress.objects.filter(user_id=member.pk).delete()
    member.email = change.email
    try:
        with transaction.atomic():
            member.save(update_fields=["email"])
            EmailAddress.objects.create(
                user_id=member.pk, email=change.email, verified=True, primary=True
            )
    except IntegrityError:
        # At this very moment somebody else has taken it.
        raise ActionDenied(
            _("This code is wrong or too old. Please ask the team for a new one.")
        ) from None
    end_logins(member=member)
    StatusChange.objects.create(
        member=member, kind=Kind.ADDRESS, by=change.by,
        reason=_("The code that was mailed to the new address was typed."),
    )  # fmt: skip
    change.delete()
    return member


def _was_made_admin_by(member: Member, other_id: int | None) -> bool:
    """Two people have to agree, and not one with an account of their own making."""
    since = timezone.now() - ASKED_FOR
    changes = member.status_changes.filter(kind=Kind.ROLE, by=other_id, made_at__gt=since)
    return changes.exists()


def forget_address_change(*, member: Member) -> None:
    """The member came in as ever: no mailbox is lost, whoever said so."""
    AddressChange.objects.filter(member=member).delete()


def _is_admin_now(pk: int | None) -> bool:
    admins = Member.objects.active().filter(role=Member.Role.ADMIN)
    return pk is None or admins.filter(pk=pk).exists()


def is_taken(email: str, *, but: Member) -> bool:
    owned = EmailAddress.objects.filter(email__iexact=email).exclude(user_id=but.pk)
    return owned.exists() or Member.objects.filter(email__iexact=email).exclude(pk=but.pk).exists()


def _hidden(code: str) -> str:
    letters = "".join(each for each in code if each.isalnum()).upper()
    return salted_hmac("accounts.recovering", letters, algorithm="sha256").hexdigest()
