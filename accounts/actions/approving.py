from django.db import transaction

from accounts.models import Member
from accounts.permissions import check_admit


@transaction.atomic
def approve_member(*, member: Member, by: Member) -> None:
    """The member takes part from now on; what they told the team about themselves goes."""
    check_admit(by, member)
    Member.objects.filter(pk=member.pk).update(is_approved=True, is_rejected=False, introduction="")
    member.refresh_from_db(fields=["is_approved", "is_rejected", "introduction"])


@transaction.atomic
def reject_member(*, member: Member, by: Member) -> None:
    """The member goes on reading what is open to the web; what they told the team goes."""
    check_admit(by, member)
    Member.objects.filter(pk=member.pk).update(is_rejected=True, introduction="")
    member.refresh_from_db(fields=["is_rejected", "introduction"])
