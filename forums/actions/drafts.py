from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Member
from forums.models import Draft
from forums.models.drafts import KEPT_FOR

# A member who really writes in this many places at once is a script.
MOST_DRAFTS = 200
# Nor does anybody write in one place on so many devices.
MOST_OTHERS = 20


@transaction.atomic
def save_draft(
    *,
    member: Member,
    place: str,
    title: str,
    text: str,
    wish: str = "",
    warnings: Sequence[str] = (),
    token: UUID | None = None,
    known: str | None = None,
) -> Draft | None:
    """Keeps what is being written; nothing but spaces forgets it.

    ``known`` says which state of the draft the page had seen, as Draft.state does; None does not
    care. Was it changed by another page meanwhile, both are kept, and neither written over.
    """
    there = Draft.objects.select_for_update().filter(member=member, place=place).first()
    is_overtaken = there is not None and known is not None and known != there.state
    if not text.strip() and not title.strip():
        if there is None:
            return None
        return there if is_overtaken else _done_with(there)
    others = list(there.others) if there is not None else []
    if there is not None and is_overtaken:
        # What this very page had saved before is in its words of now.
        others = [each for each in others if each["state"] != known]
        others.insert(0, {"state": there.state, "title": there.title, "text": there.text})
    draft, _made = Draft.objects.update_or_create(
        member=member,
        place=place,
        defaults={
            "title": title,
            "text": text,
            "wish": wish,
            "warnings": list(warnings),
            "token": token,
            "others": [each for each in others if not _holds(title, text, each)][:MOST_OTHERS],
            "saved_at": timezone.now(),
        },
    )
    oldest = Draft.objects.filter(member=member).values_list("pk", flat=True)[MOST_DRAFTS:]
    Draft.objects.filter(pk__in=list(oldest)).delete()
    return draft


def _holds(title: str, text: str, other: dict[str, str]) -> bool:
    """Whether every word of the other version stands in this one."""
    return other["title"] in {"", title} and other["text"] in text


@transaction.atomic
def finish_draft(*, member: Member, place: str) -> None:
    """It was sent or is not wanted; what another page wrote there is the draft from now on."""
    draft = Draft.objects.select_for_update().filter(member=member, place=place).first()
    if draft is not None:
        _done_with(draft)


def _done_with(draft: Draft) -> Draft | None:
    if not draft.others:
        draft.delete()
        return None
    latest, *draft.others = draft.others
    draft.title, draft.text = latest["title"], latest["text"]
    draft.warnings, draft.token, draft.saved_at = [], None, timezone.now()
    draft.save()
    return draft


@transaction.atomic
def settle_draft(*, member: Member, place: str, state: str) -> None:
    """The version that had this state is not needed any more."""
    draft = Draft.objects.select_for_update().filter(member=member, place=place).first()
    if draft is not None:
        draft.others = [each for each in draft.others if each["state"] != state]
        draft.save(update_fields=["others"])


def discard_draft(*, member: Member, place: str) -> None:
    """With every version of it."""
    Draft.objects.filter(member=member, place=place).delete()


def forget_old_drafts() -> int:
    """How many had not been touched for a year, and are gone now."""
    count, _of_what = Draft.objects.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
