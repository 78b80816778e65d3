from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from guidance.models import Guideline, GuidelineVersion

WORDS = ("title", "body", "why", "fits", "does_not_fit", "boards", "is_published")


@transaction.atomic
def save_guideline(*, guideline: Guideline, by: Member | None) -> None:
    """Publishes the guideline as a new version; one that changes no word makes none.

    ``by=None`` is the house itself, when it sets up its first guidelines.
    """
    words = {name: getattr(guideline, name) for name in WORDS}
    if guideline.pk:
        before = Guideline.objects.select_for_update().get(pk=guideline.pk)
        if words == {name: getattr(before, name) for name in WORDS}:
            # What it is used for is no word of it.
            Guideline.objects.filter(pk=guideline.pk).update(is_about_spam=guideline.is_about_spam)
            return
        guideline.version = before.version + 1
    guideline.changed_at = timezone.now()
    guideline.save()
    GuidelineVersion.objects.create(guideline=guideline, version=guideline.version, by=by, **words)
