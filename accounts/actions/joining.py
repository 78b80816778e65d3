"""Joining: somebody becomes a member when they type the code that went to their mailbox.

Until then there is no member, no address and no pseudonym that others could not have: one row of
Joining, forgotten after a day.
"""

import uuid

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied
from accounts.models import Joining, Member
from accounts.permissions import check_pseudonym

_MOST = 200


@transaction.atomic
def begin_joining(
    *, token: uuid.UUID, email: str, pseudonym: str, relation: str, password: str, code: str
) -> tuple[Joining, bool]:
    """What was typed, and whether ``code`` is its code now and has to be mailed.

    ``token`` is the form's own: the same form sent twice is one row and one mail, however fast.
    """
    told = {
        "email": email.lower(), "pseudonym": pseudonym, "relation": relation,
        # Hashed for everybody alike: how long it takes tells nothing about an address.
        "password": make_password(password or None),
    }  # fmt: skip
    fresh = {"code": _hidden(code), "sent_at": timezone.now()}
    joining, is_new = Joining.objects.select_for_update().get_or_create(
        token=token, defaults={**told, **fresh}
    )
    if is_new:
        return joining, True
    has_code = joining.email == told["email"] and joining.is_valid
    Joining.objects.filter(pk=joining.pk).update(**told)
    if not has_code:
        _renew(joining, told["email"], code)
    joining.refresh_from_db()
    return joining, not has_code


@transaction.atomic
def renew_code(*, joining: Joining, email: str, code: str) -> None:
    """``code`` is what counts now, and it goes to this address; the mistyped one is forgotten."""
    _renew(joining, email.lower(), code)
    joining.refresh_from_db()


@transaction.atomic
def check_code(*, joining: Joining, code: str) -> None:
    """Notes on ``joining`` whether the mailbox is theirs. Raises ActionDenied if another press was
    quicker and the member is there. A wrong code is a try less, however many
    come at once. A code that is too old, or was tried too often, is wrong."""
    here = Joining.objects.select_for_update().filter(pk=joining.pk).first()
    if here is None:
        raise ActionDenied(
            _("This was done already. Please log in."), ("account_login", _("Log in"))
        )
    if here.is_valid and constant_time_compare(here.code, _hidden(code)):
        here.verified_at = timezone.now()
    else:
        here.tries = min(here.tries + 1, Joining.MAX_TRIES)
    here.save(update_fields=["verified_at", "tries"])
    joining.refresh_from_db()


@transaction.atomic
def finish_joining(*, joining: Joining, pseudonym: str) -> Member:
    """The new member. Raises ActionDenied if somebody else has the pseudonym or the address by
    now."""
    here = Joining.objects.select_for_update().filter(pk=joining.pk).first()
    if here is None:
        raise ActionDenied(
            _("This was done already. Please log in."), ("account_login", _("Log in"))
        )
    if here.verified_at is None:
        raise ActionDenied(_("This code is no longer valid. Please let us send you a new one."))
    if has_account(here.email):
        raise ActionDenied(
            _("This address has an account already. Please log in."), ("account_login", _("Log in"))
        )
    check_pseudonym(pseudonym)
    member = Member.objects.create(
        email=here.email, pseudonym=pseudonym, relation=here.relation, password=here.password,
        is_approved=not settings.MEMBERS_ARE_APPROVED,
    )  # fmt: skip
    EmailAddress.objects.create(user=member, email=here.email, verified=True, primary=True)
    here.delete()
    return member


def has_account(email: str) -> bool:
    """Asked in the same way whatever the answer is."""
    owned = EmailAddress.objects.filter(email__iexact=email, verified=True).exists()
    is_members = Member.objects.filter(email__iexact=email).exists()
    return owned or is_members


def forget_joinings() -> int:
    """How many were forgotten that nobody finished: rows of a day ago, and members from before
    there were such rows, who never confirmed their address nor came in."""
    a_day_ago = timezone.now() - Joining.KEPT_FOR
    begun = Joining.objects.filter(made_at__lt=a_day_ago)
    done = Joining.objects.filter(pk__in=begun.values("pk")[:_MOST]).delete()[0]
    theirs = EmailAddress.objects.filter(user=OuterRef("pk"))
    never = Member.objects.filter(
        Exists(theirs), ~Exists(theirs.filter(verified=True)),
        last_login=None, consent_version=0, joined_at__lt=a_day_ago, status_changes=None,
    )  # fmt: skip
    return done + Member.objects.filter(pk__in=never.values("pk")[:_MOST]).delete()[0]


def _renew(joining: Joining, email: str, code: str) -> None:
    Joining.objects.filter(pk=joining.pk).update(
        email=email, code=_hidden(code), sent_at=timezone.now(), tries=0, verified_at=None,
    )  # fmt: skip


def _hidden(code: str) -> str:
    letters = "".join(each for each in code if each.isalnum()).upper()
    return salted_hmac("accounts.joining", letters, algorithm="sha256").hexdigest()
