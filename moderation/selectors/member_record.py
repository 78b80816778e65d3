"""What members read about themselves."""

from accounts.models import Member, StatusChange
from moderation.models import Access, Decision


def decisions_about(member: Member) -> list[Decision]:
    """Every decision about this member, the latest first, with its appeal if there is one; but of
    reports that led to nothing they hear nothing."""
    return list(
        Decision.objects.filter(about=member)
        .exclude(outcome=Decision.Outcome.NO_ACTION)
        .select_related(
            "guideline", "case__post__topic", "case__held__topic", "appeal", "batch", "undone"
        )
        .defer("case__post__search", "case__post__text", "case__post__html")
    )


def standing_of(member: Member) -> list[StatusChange]:
    return list(member.status_changes.all())


def looks_at(member: Member) -> list[Access]:
    """When one of the team looked at something private of theirs, and why."""
    looks = Access.objects.filter(member=member).select_related("post__topic", "held__topic")
    return list(looks.defer("post__search"))
