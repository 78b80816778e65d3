"""A member asks for the account to be deleted, and may change their mind for a while."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.access import end_logins
from accounts.exceptions import ActionDenied
from accounts.models import (
    AddressChange,
    Consent,
    Joining,
    Leaving,
    Member,
    StashedForm,
    StatusChange,
)


@transaction.atomic
def ask_to_leave(
    *, member: Member, keep_words: bool, by: Member | None = None, reason: str = ""
) -> Leaving:
    """The account is erased after Leaving.GRACE, unless stay comes first; asked again, the choice
    is changed and the day stays. ``by`` is an admin who does it for the member, with a reason.

    Raises ActionDenied for somebody of the team: their rights are taken away first.
    """
    member = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    if member.is_moderator:
        raise ActionDenied(
            _("You are part of the team. Please ask an admin to take you out of it first.")
        )
    leaving, _made = Leaving.objects.update_or_create(
        member=member,
        defaults={"keeps_words": keep_words},
        create_defaults={
            "keeps_words": keep_words,
            "due_at": timezone.now() + Leaving.GRACE,
            "by": by,
            "reason": reason,
        },
    )
    if by is not None:
        StatusChange.objects.create(
            member=member, kind=StatusChange.Kind.LEAVING, until=leaving.due_at, reason=reason,
            by=by,
        )  # fmt: skip
    return leaving


def stay(*, member: Member) -> bool:
    """The member changed their mind; whether there was something to change."""
    count, _of_what = Leaving.objects.filter(member=member).delete()
    return count > 0


def close_door(*, member: Member) -> None:
    """Nobody comes in any more: the first step of erasing, before anything goes."""
    Member.objects.filter(pk=member.pk).update(is_active=False)
    end_logins(member=member)


def erase_own_tables(member: Member, _keep_words: bool) -> None:
    """Whatever stands beside the account in this app."""
    Consent.objects.filter(member=member).delete()
    StashedForm.objects.filter(member=member).delete()
    AddressChange.objects.filter(member=member).delete()
    Joining.objects.filter(email__iexact=member.email).delete()
    member.blocks_made.all().delete()
    member.blocks_met.all().delete()


def former_name(member: Member) -> str:
    """What stands where the pseudonym stood."""
    return _("Former member %(number)s") % {"number": member.pk}


def leave_a_name(member: Member, _keep_words: bool) -> None:
    """The last step: of the account itself nothing is left but a number that others answered to."""
    Member.objects.filter(pk=member.pk).update(
        pseudonym=former_name(member)[:30],
        skeleton="",
        email=f"{member.pk}@erased.invalid",
        password=make_password(None),
        relation=Member.Relation.NOT_SAID,
        introduction="",
        time_zone="",
        last_login=None,
        is_active=False,
        consent_version=0,
        left_at=timezone.now(),
    )
