from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import KeptForm, Member


@transaction.atomic
def create_stashed_form(*, member: Member, path: str, fields: dict[str, Any]) -> KeptForm:
    """Keeps what the member sent; of too many the oldest goes."""
    kept = KeptForm.objects.create(member=member, path=path, fields=fields)
    oldest = member.kept_forms.values_list("pk", flat=True)[KeptForm.MAX_PER_MEMBER :]
    KeptForm.objects.filter(pk__in=list(oldest)).delete()
    return kept


def delete_stashed_form(*, member: Member, path: str) -> None:
    """The latest of this page was sent or is a draft now; one kept before it comes next."""
    kept = KeptForm.objects.filter(member=member, path=path).first()
    if kept is not None:
        kept.delete()


def delete_old_stashed_forms() -> int:
    """Run once a day: how many had been kept for longer than KeptForm.KEPT_FOR."""
    old = KeptForm.objects.filter(kept_at__lt=timezone.now() - KeptForm.KEPT_FOR)
    return old.delete()[0]
