from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.access import Refused
from accounts.models import Member
from moderation.models import Access


@transaction.atomic
def look_at_email(*, member: Member, by: Member, reason: str) -> str:
    """The address, once the look and its reason are written down for the member to read."""
    if by.role != Member.Role.ADMIN:
        raise Refused(_("Only admins can look at e-mail addresses."))
    Access.objects.create(member=member, by=by, what=Access.What.EMAIL, reason=reason)
    return member.email
