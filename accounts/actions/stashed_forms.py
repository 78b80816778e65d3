from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Member, StashedForm


@transaction.atomic
def create_stashed_form(*, member: Member, path: str, fields: dict[str, Any]) -> StashedForm:
    """Keeps what the member sent; of too many the oldest goes."""
    kept = StashedForm.objects.create(member=member, path=path, fields=fields)
    oldest = member.stashed_forms.values_list("pk", flat=True)[StashedForm.MAX_PER_MEMBER :]
    StashedForm.objects.filter(pk__in=list(oldest)).delete()
    return kept


def delete_stashed_form(*, member: Member, path: str) -> None:
    """The latest of this page was sent or is a draft now; one kept before it comes next."""
    kept = StashedForm.objects.filter(member=member, path=path).first()
    if kept is not None:
        kept.delete()


def delete_old_stashed_forms() -> int:
    """Run once a day: how many had been kept for longer than StashedForm.KEPT_FOR."""
    old = StashedForm.objects.filter(kept_at__lt=timezone.now() - StashedForm.KEPT_FOR)
    return old.delete()[0]
