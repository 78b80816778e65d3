from django.db import transaction
from django.utils import timezone

from accounts import consents
from accounts.models import Consent, Member
from accounts.signals import asked_to_join
from live.events import atomic_action


@atomic_action
def give_consent(*, member: Member, introduction: str = "") -> None:
    """The member agrees to the current wording; agreeing twice changes nothing.

    Who is not admitted yet asks for it by that, with a few words for the team.
    """
    member = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    Consent.objects.get_or_create(
        member=member,
        version=consents.CURRENT_VERSION,
        withdrawn_at=None,
        defaults={"wording_sha256": consents.wording_hash()},
    )
    Member.objects.filter(pk=member.pk).update(consent_version=consents.CURRENT_VERSION)
    if not member.is_approved and not member.is_rejected:
        if introduction:
            Member.objects.filter(pk=member.pk).update(introduction=introduction)
        asked_to_join.send(sender=Member, member=member)


@transaction.atomic
def withdraw_consent(*, member: Member) -> None:
    """The member takes the agreement back: they can read, and no longer write."""
    member = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    member.consents.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    Member.objects.filter(pk=member.pk).update(consent_version=0)
