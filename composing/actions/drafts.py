from collections.abc import Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import Member
from composing.models import Draft
from composing.models.drafts import KEPT_FOR
from composing.permissions import check_autosave_draft
from text.limits import DRAFT

# A member who really writes in this many places at once is a script.
MAX_DRAFTS = 200
# Nor does anybody write in one place on so many devices; together no longer than one draft.
MAX_OTHER_VERSIONS = 20


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
    page: UUID | None = None,
    then_page: UUID | None = None,
    help_messages: Sequence[str] = (),
) -> Draft | None:
    """Keeps what is being written; nothing but spaces forgets what this page had written. Raises
    ActionDenied for who has not agreed, or not any more, that their words are kept here.

    ``known`` says which state of the draft the page had seen, as Draft.state does; None does not
    care. ``page`` is the page itself: what it saved before is never another version; ``then_page``
    is the one that shows these words from now on, if it is another. Was the draft changed elsewhere
    meanwhile, both are kept. ``help_messages`` stand with it until the list of drafts shows them.
    """
    check_autosave_draft(member)
    there = _locked(member, place)
    if not text.strip() and not title.strip():
        return _forget_words(member, place, there, known, page)
    others = _others_of(there, known, page)
    draft, _made = Draft.objects.update_or_create(
        member=member,
        place=place,
        defaults={
            "title": title, "text": text, "wish": wish, "warnings": list(warnings), "token": token,
            "page": then_page or page,
            "others": _room_for([each for each in others if not _holds(title, text, each)]),
            "help_messages": [*(there.help_messages if there is not None else ()), *help_messages],
            "saved_at": timezone.now(),
        },
    )  # fmt: skip
    _forget_oldest(member)
    return draft


def _is_overtaken(there: Draft, known: str | None, page: UUID | None) -> bool:
    """Whether another page changed it since this one has seen it."""
    is_own = page is not None and there.page == page
    return known is not None and known != there.state and not is_own


def _forget_words(
    member: Member, place: str, there: Draft | None, known: str | None, page: UUID | None
) -> Draft | None:
    """The box was emptied: what this page had written goes, and what is left is the draft."""
    if there is None or _is_overtaken(there, known, page):
        return there
    finish_draft(member=member, place=place)
    return Draft.objects.filter(member=member, place=place).first()


def _others_of(there: Draft | None, known: str | None, page: UUID | None) -> list[dict[str, Any]]:
    """The versions of other pages, beside what this one saves now."""
    if there is None:
        return []
    if not _is_overtaken(there, known, page):
        return list(there.others)
    # What this very page had saved before is in its words of now.
    return [there.as_version, *(each for each in there.others if not _is_of(each, known, page))]


def _forget_oldest(member: Member) -> None:
    """Of more than MAX_DRAFTS."""
    oldest = Draft.objects.filter(member=member).values_list("pk", flat=True)[MAX_DRAFTS:]
    Draft.objects.filter(pk__in=list(oldest)).delete()


def _locked(member: Member, place: str) -> Draft | None:
    """The draft of this place; who writes the first one takes turns with the others too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [member.pk % 2**31, f"draft {place}"]
        )
    return Draft.objects.select_for_update().filter(member=member, place=place).first()


def _is_of(version: dict[str, Any], known: str | None, page: UUID | None) -> bool:
    """Whether the page that knows this state saved the version."""
    of_page = page is not None and version.get("page") == str(page)
    return of_page or (bool(known) and version["state"] == known)


def _holds(title: str, text: str, other: dict[str, Any]) -> bool:
    """Whether every word of the other version stands in this one."""
    return other["title"] in {"", title} and other["text"] in text


def _room_for(others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The latest of them, as far as there is room."""
    kept: list[dict[str, Any]] = []
    left = DRAFT
    for each in others[:MAX_OTHER_VERSIONS]:
        left -= len(each["text"])
        if kept and left < 0:
            break
        kept.append(each)
    return kept


# What another page wrote there, the latest of it, is the draft from now on.
FINISH = """
    DELETE FROM composing_draft
    WHERE member_id = %(member)s AND place = %(place)s AND others = '[]';
    UPDATE composing_draft SET title = others -> 0 ->> 'title', text = others -> 0 ->> 'text',
        wish = coalesce(others -> 0 ->> 'wish', ''),
        warnings = ARRAY (
            SELECT jsonb_array_elements_text(coalesce(others -> 0 -> 'warnings', '[]'))
        ),
        others = others - 0, token = NULL, page = NULL, saved_at = %(now)s
    WHERE member_id = %(member)s AND place = %(place)s
"""


def finish_draft(*, member: Member, place: str) -> None:
    """It was sent or is not wanted; another version, if there is one, takes its place."""
    with connection.cursor() as cursor:
        cursor.execute(FINISH, {"member": member.pk, "place": place, "now": timezone.now()})


@transaction.atomic
def settle_draft(*, member: Member, place: str, state: str) -> None:
    """The version that had this state is not needed any more."""
    draft = _locked(member, place)
    if draft is not None:
        draft.others = [each for each in draft.others if each["state"] != state]
        draft.save(update_fields=["others"])


def discard_draft(*, member: Member, place: str) -> None:
    """With every version of it."""
    Draft.objects.filter(member=member, place=place).delete()


def take_help_messages(*, member: Member) -> list[str]:
    """Help for whoever has just kept a draft instead of sending it; it is shown once."""
    kept = Draft.objects.filter(member=member).exclude(help_messages=[])
    messages = list(
        dict.fromkeys(chain.from_iterable(kept.values_list("help_messages", flat=True)))
    )
    if messages:
        kept.update(help_messages=[])
    return messages


def forget_old_drafts() -> int:
    """How many had not been touched for a year, and are gone now."""
    count, _of_what = Draft.objects.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
