from collections.abc import Sequence

from django.utils import timezone

from accounts.models import Member
from forums.models import Knowledge


def keep_interests(*, member: Member, subjects: Sequence[str]) -> None:
    """What the member would answer to; nothing takes it back."""
    if not subjects:
        Knowledge.objects.filter(member=member).delete()
        return
    Knowledge.objects.update_or_create(
        member=member, defaults={"subjects": list(subjects), "saved_at": timezone.now()}
    )
