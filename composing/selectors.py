"""What a member has begun to write, and what readers chose about content warnings."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import Member, Viewer
from composing.models import ContentWarning, Draft, WarningChoice


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


def wants_in_lists(viewer: Viewer) -> WarningPreferences:
    if not isinstance(viewer, Member):
        return NOTHING_CHOSEN
    chosen = WarningChoice.objects.filter(member=viewer).values_list("does", "warning__slug")
    found: dict[str, set[str]] = {"show": set(), "hide": set()}
    for does, slug in chosen:
        found[does].add(slug)
    return WarningPreferences(frozenset(found["show"]), frozenset(found["hide"]))
