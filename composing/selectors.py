"""What a member has begun to write or just sent, and what readers want of content warnings."""

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from accounts.models import Member, Viewer
from composing.models import ContentWarning, Draft, Submission, WarningChoice


def drafts_of(member: Member) -> list[Draft]:
    return list(Draft.objects.filter(member=member)[:200])


def draft_of(viewer: Viewer, place: str) -> Draft | None:
    if not isinstance(viewer, Member):
        return None
    return Draft.objects.filter(member=viewer, place=place).first()


_KEPT_FOR = 60.0
_warnings: tuple[float, list[tuple[str, str]]] = (-_KEPT_FOR, [])


def warnings_to_choose() -> list[tuple[str, str]]:
    """[(slug, name)] of the content warnings in use; asked again after a minute, for every page
    with a box to write in needs them."""
    global _warnings
    kept_at, found = _warnings
    if time.monotonic() - kept_at > _KEPT_FOR or not found:
        in_use = ContentWarning.objects.filter(is_in_use=True)
        found = list(in_use.values_list("slug", "name"))
        _warnings = (time.monotonic(), found)
    return found


@dataclass(frozen=True)
class WarningPreferences:
    """What a reader chose about content warnings, by slug; the others are folded."""

    shows: frozenset[str] = frozenset()
    hides: frozenset[str] = frozenset()

    def leaves_out(self, warnings: Iterable[str]) -> bool:
        return not self.hides.isdisjoint(warnings)

    def folds(self, warnings: Iterable[str]) -> bool:
        return not self.shows.issuperset(warnings)


NOTHING_CHOSEN = WarningPreferences()


def warning_names(slugs: Iterable[str]) -> str:
    """What these content warnings are called, in use or not; empty if there are none."""
    slugs = list(slugs)
    if not slugs:
        return ""
    names = dict(ContentWarning.objects.filter(slug__in=slugs).values_list("slug", "name"))
    return "; ".join(names.get(slug, slug) for slug in slugs)


def wants_in_lists(viewer: Viewer) -> WarningPreferences:
    if not isinstance(viewer, Member):
        return NOTHING_CHOSEN
    chosen = WarningChoice.objects.filter(member=viewer).values_list("does", "warning__slug")
    found: dict[str, set[str]] = {"show": set(), "hide": set()}
    for does, slug in chosen:
        found[does].add(slug)
    return WarningPreferences(frozenset(found["show"]), frozenset(found["hide"]))


# What stands beside what a member has just sent, as just_sent_from reads it; for a larger statement
# with the parameters ``me`` and ``now``.
AFTER_SENDING_COLUMN = """
    (
        SELECT coalesce(json_agg(json_build_array(
            id, subject, extract(epoch FROM undo_until - %(now)s), help_messages
        ) ORDER BY id), '[]')
        FROM composing_submission
        WHERE member_id = %(me)s AND subject <> ''
            AND (undo_until > %(now)s OR help_messages <> '[]')
    )
"""
# The element's id, to which the browser scrolls. It stands right before what was sent.
FRAGMENT = "just-sent"


@dataclass(frozen=True)
class JustSent:
    """What stands beside ``subject``: the way back, for so many seconds more, and the help that
    rules offered for it. ``fragment`` is the id of the element."""

    subject: str
    undo_seconds: int
    help_messages: list[str]
    fragment: str

    @property
    def can_undo(self) -> bool:
        return self.undo_seconds > 0

    @property
    def pk(self) -> int:
        return int(self.subject.partition(":")[2])


def just_sent_from(rows: Iterable[Any]) -> tuple[JustSent, ...]:
    """From AFTER_SENDING_COLUMN, one for each subject. Only the newest has the plain fragment."""
    rows = list(rows)
    found: dict[str, JustSent] = {}
    for pk, subject, seconds, messages in rows:
        before = found.get(subject, JustSent(subject, 0, [], ""))
        found[subject] = JustSent(
            subject,
            max(math.ceil(seconds or 0), before.undo_seconds),
            list(dict.fromkeys([*before.help_messages, *messages])),
            FRAGMENT if pk == rows[-1][0] else f"{FRAGMENT}-{pk}",
        )
    return tuple(found.values())


def is_just_sent(viewer: Viewer, subject: str) -> bool:
    """Whether something stands beside it, and it is the last that this member sent."""
    if not isinstance(viewer, Member):
        return False
    last = Submission.objects.filter(member=viewer).exclude(subject="").order_by("-pk").first()
    return (
        last is not None
        and last.subject == subject
        and (bool(last.help_messages) or (last.undo_until or last.sent_at) > timezone.now())
    )


def is_page_of_submission(member: Member, page: UUID | None) -> bool:
    """Whether the words of this page have been sent already."""
    return page is not None and Submission.objects.filter(member=member, page=page).exists()
