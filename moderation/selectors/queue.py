"""Pages of cases."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from accounts.models import Member
from forums import paging
from moderation.models import Case, QueueView, Report, Step

PAGE = 25


@dataclass(frozen=True)
class QueuePage:
    """``found`` are the cases of this choice, ``waiting`` all that wait."""

    cases: list[Case]
    number: int
    last: int
    found: int
    waiting: int
    views: list[QueueView]
    # Of worries that are decided: what is still to be done for the person.
    steps: list[Step]

    @property
    def links(self) -> list[int | None]:
        return paging.around(self.number, self.last)


def queue(member: Member, number: int, chosen: dict[str, Any]) -> QueuePage | None:
    """A numbered page of the cases chosen; None if there is no such page."""
    cases = _chosen(member, chosen)
    found = cases.count()
    last = paging.pages(found, PAGE)
    if not 1 <= number <= last:
        return None
    first = (number - 1) * PAGE
    return QueuePage(
        cases=list(cases.with_subject()[first : first + PAGE]),
        number=number,
        last=last,
        found=found,
        waiting=waiting_for(member),
        views=list(member.queue_views.all()),
        steps=list(
            Step.objects.filter(done_at=None, case__status="decided")
            .filter(case__in=Case.objects.for_moderator(member).values("pk"))
            .select_related("case__about", "case__post__topic")
            .order_by("due_at")[:PAGE]
        ),
    )


def waiting_for(member: Member) -> int:
    """How many cases wait that this moderator may know of."""
    return Case.objects.in_care_of(member).filter(status="open").exclude(about=member).count()


def _chosen(member: Member, chosen: dict[str, Any]) -> Any:
    cases = Case.objects.for_moderator(member)
    match chosen.get("state"):
        case "mine":
            cases = cases.held_by(member).waiting()
        case "admins":
            cases = cases.waiting().filter(is_for_admins=True)
        case "decided":
            cases = cases.decided()
        case _:
            cases = cases.waiting()
    if chosen.get("kind"):
        cases = cases.filter(kind=chosen["kind"])
    if chosen.get("board"):
        board = chosen["board"]
        there = Case.objects.filter(Q(post__topic__board=board) | Q(held__board=board))
        pks = there.values("pk")
        cases = cases.filter(Q(pk__in=pks) | Q(appeal__decision__case__in=pks))
    if chosen.get("guideline"):
        # By the reports alone: with the cases beside them the planner may go through all pairs.
        reported = Report.objects.filter(guideline=chosen["guideline"]).values("case")
        cases = cases.filter(pk__in=reported)
    return cases
