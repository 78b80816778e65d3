from collections.abc import Sequence

from django.utils import timezone

from accounts.models import Member
from forums.models import Interests


def keep_interests(*, member: Member, subjects: Sequence[str]) -> None:
    """What the member would answer to; nothing takes it back."""
    if not subjects:
        Interests.objects.filter(member=member).delete()
        return
    Interests.objects.update_or_create(
        member=member, defaults={"subjects": list(subjects), "saved_at": timezone.now()}
    )
