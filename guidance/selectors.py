from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from accounts.models import Member
from guidance.models import Dismissal, Guideline, HelpLine, PromptEvent


def norms(board: str | None = None) -> list[Guideline]:
    """The published guidelines in their order: all, or those that hold on the board of this name
    (empty: on none)."""
    published = Guideline.objects.published()
    return list(published if board is None else published.for_board(board))


def help_lines() -> list[HelpLine]:
    """Those that are shown to members, in their order."""
    return list(HelpLine.objects.filter(is_published=True))


def let_stand_lately(member: Member) -> frozenset[str]:
    """The keys of rules that spoke to this member and were sent all the same, within a day."""
    since = timezone.now() - timedelta(days=1)
    sent = PromptEvent.objects.filter(
        member=member,
        shown_at__gt=since,
        how=PromptEvent.Mode.SHOWN,
        outcome__in=[
            PromptEvent.Outcome.AS_IT_IS,
            PromptEvent.Outcome.DISMISSED,
            PromptEvent.Outcome.WRONG,
        ],
    )
    return frozenset(sent.values_list("key", flat=True))


TIP_INTERVAL = timedelta(days=1)


def had_tip(member: Member, token: UUID | None, place: str) -> bool:
    """Whether a tip was shown to this member beside another form, today or ever in this place:
    nobody is given a second one."""
    tips = PromptEvent.objects.filter(member=member, how=PromptEvent.Mode.SHOWN, is_tip=True)
    recent = Q(shown_at__gt=timezone.now() - TIP_INTERVAL)
    if token is not None:
        tips = tips.exclude(token=token)
    return tips.filter(recent | Q(place=place, place__gt="")).exists()


def dismissed_by(member: Member) -> frozenset[str]:
    """The codes of rules that this member let stand within the last 30 days."""
    since = timezone.now() - Dismissal.LASTS
    rules = Dismissal.objects.filter(member=member, made_at__gt=since)
    return frozenset(rules.values_list("rule", flat=True))
