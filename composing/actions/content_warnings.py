from collections.abc import Mapping

from django.db import transaction

from accounts.models import Member
from composing.models import ContentWarning, WarningChoice


@transaction.atomic
def choose_warnings(*, member: Member, does: Mapping[str, str]) -> None:
    """{slug: show, fold or hide}: what this reader wants of posts with each warning."""
    # Two presses take turns: each replaces everything that was chosen.
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    known = {each.slug: each for each in ContentWarning.objects.all()}
    WarningChoice.objects.filter(member=member).delete()
    WarningChoice.objects.bulk_create(
        [
            WarningChoice(member=member, warning=known[slug], does=what)
            for slug, what in does.items()
            if slug in known and what in WarningChoice.Does.values
        ]
    )
