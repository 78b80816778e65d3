from uuid import UUID

from django.utils import timezone

from accounts.models import Member
from forums.models import Draft

# A member who really writes in this many places at once is a script.
MOST_DRAFTS = 200


def save_draft(
    *,
    member: Member,
    place: str,
    title: str,
    text: str,
    wish: str = "",
    token: UUID | None = None,
) -> None:
    """Keeps what is being written; an empty text forgets it."""
    if not text.strip() and not title.strip():
        discard_draft(member=member, place=place)
        return
    Draft.objects.update_or_create(
        member=member,
        place=place,
        defaults={
            "title": title,
            "text": text,
            "wish": wish,
            "token": token,
            "saved_at": timezone.now(),
        },
    )
    oldest = Draft.objects.filter(member=member).values_list("pk", flat=True)[MOST_DRAFTS:]
    Draft.objects.filter(pk__in=list(oldest)).delete()


def discard_draft(*, member: Member, place: str) -> None:
    Draft.objects.filter(member=member, place=place).delete()
