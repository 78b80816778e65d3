from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from forums.models import Draft

# A member who really writes in this many places at once is a script.
MOST_DRAFTS = 200


@transaction.atomic
def save_draft(
    *,
    member: Member,
    place: str,
    title: str,
    text: str,
    wish: str = "",
    token: UUID | None = None,
    known: str | None = None,
) -> Draft | None:
    """Keeps what is being written; an empty text forgets it.

    ``known`` says which state of the draft the page had seen, as Draft.state does; None does not
    care. Was it changed by somebody else meanwhile, both texts are kept, and neither written over.
    """
    if not text.strip() and not title.strip():
        discard_draft(member=member, place=place)
        return None
    there = Draft.objects.select_for_update().filter(member=member, place=place).first()
    other = there.other_text if there is not None else ""
    if there is not None and known is not None and known != there.state and there.text != text:
        other = there.text if there.text not in other else other
    draft, _made = Draft.objects.update_or_create(
        member=member,
        place=place,
        defaults={
            "title": title,
            "text": text,
            "wish": wish,
            "token": token,
            "other_text": "" if other and other in text else other,
            "saved_at": timezone.now(),
        },
    )
    oldest = Draft.objects.filter(member=member).values_list("pk", flat=True)[MOST_DRAFTS:]
    Draft.objects.filter(pk__in=list(oldest)).delete()
    return draft


def settle_draft(*, member: Member, place: str) -> None:
    """The other version is not needed any more."""
    Draft.objects.filter(member=member, place=place).update(other_text="")


def discard_draft(*, member: Member, place: str) -> None:
    Draft.objects.filter(member=member, place=place).delete()
