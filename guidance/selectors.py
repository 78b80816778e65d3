from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from accounts.models import Member
from guidance.models import Dismissal, Guideline, HelpLine, PromptEvent
from guidance.rule_cache import RULES_VERSION_COLUMNS, RulesVersion


def norms(board: str | None = None) -> list[Guideline]:
    """The published guidelines in their order: all, or those that hold on the board of this name
    (empty: on none)."""
    published = Guideline.objects.published()
    return list(published if board is None else published.for_board(board))


def help_lines() -> list[HelpLine]:
    """Those that are shown to members, in their order."""
    return list(HelpLine.objects.filter(is_published=True))


@dataclass(frozen=True)
class AuthorHistory:
    """What rules said to one author before. ``dismissed`` are codes that they let stand within
    Dismissal.LASTS, ``sent_anyway`` keys of rules that spoke within a day and were sent all the
    same. ``was_prompted``: something was said beside this very form. ``rules_version`` tells
    whether the rules changed: see guidance.rule_cache."""

    dismissed: frozenset[str]
    sent_anyway: frozenset[str]
    was_prompted: bool
    rules_version: RulesVersion


_HISTORY = f"""
    SELECT ARRAY (
        SELECT rule FROM guidance_dismissal WHERE member_id = %(me)s AND made_at > %(quiet)s
    ), ARRAY (
        SELECT key FROM guidance_promptevent
        WHERE member_id = %(me)s AND how = 'shown' AND shown_at > %(day)s
            AND outcome IN ('as_it_is', 'dismissed', 'wrong')
    ), EXISTS (
        SELECT FROM guidance_promptevent WHERE member_id = %(me)s AND token = %(token)s
    ), {RULES_VERSION_COLUMNS}
"""  # noqa: S608 (only SQL of ours)


def author_history(member: Member, token: UUID | None) -> AuthorHistory:
    """One statement; ``token`` is the form's."""
    now = timezone.now()
    params: dict[str, Any] = {
        "me": member.pk,
        "quiet": now - Dismissal.LASTS,
        "day": now - timedelta(days=1),
        "token": token,
    }
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY, params)
        dismissed, sent_anyway, was_prompted, rules, terms = cursor.fetchone()
    return AuthorHistory(frozenset(dismissed), frozenset(sent_anyway), was_prompted, (rules, terms))


TIP_INTERVAL = timedelta(days=1)


def had_tip(member: Member, token: UUID | None, place: str) -> bool:
    """Whether a tip was shown to this member beside another form, today or ever in this place:
    nobody is given a second one."""
    tips = PromptEvent.objects.filter(member=member, how=PromptEvent.Mode.SHOWN, is_tip=True)
    recent = Q(shown_at__gt=timezone.now() - TIP_INTERVAL)
    if token is not None:
        tips = tips.exclude(token=token)
    return tips.filter(recent | Q(place=place, place__gt="")).exists()
