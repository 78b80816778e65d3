from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from guidance.drafts import Prompt
from guidance.models import Dismissal, Guideline, GuidelineVersion, Shown

WORDS = ("title", "body", "why", "fits", "does_not_fit", "is_published")


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


def note_dismissed(*, member: Member, rules: Iterable[str]) -> None:
    """The member sent it as it is: these rules are quiet for them for 30 days."""
    Dismissal.objects.bulk_create(
        [Dismissal(member=member, rule=rule) for rule in sorted(set(rules))],
        update_conflicts=True,
        unique_fields=["member", "rule"],
        update_fields=["made_at"],
    )


@transaction.atomic
def carry_over_shown(*, member: Member, form: UUID, post: UUID) -> None:
    """What was said beside this form belongs to the post that was changed with it."""
    beside_the_form = Shown.objects.select_for_update().filter(member=member, token=form)
    Shown.objects.bulk_create(
        [
            Shown(
                member=member,
                token=post,
                rule=said.rule,
                message=said.message,
                shown_at=said.shown_at,
            )
            for said in beside_the_form
        ],
        ignore_conflicts=True,
    )
    beside_the_form.delete()


def note_shown(*, member: Member, token: UUID, prompt: Prompt) -> None:
    """The page said this to the author beside the form with this token; said again is the same."""
    Shown.objects.bulk_create(
        [Shown(member=member, token=token, rule=prompt.rule, message=str(prompt.message))],
        ignore_conflicts=True,
    )
