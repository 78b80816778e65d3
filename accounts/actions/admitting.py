from django.db import transaction

from accounts.models import Member
from accounts.rules import check_admit


@transaction.atomic
def admit_member(*, member: Member, by: Member) -> None:
    """The member takes part from now on; what they told the team about themselves goes."""
    check_admit(by, member)
    Member.objects.filter(pk=member.pk).update(is_admitted=True, introduction="")
    member.refresh_from_db(fields=["is_admitted", "introduction"])
