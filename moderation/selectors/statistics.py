"""What happened in a stretch of time, in numbers: for the team, and monthly for everybody."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import Trunc
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Member
from forums.models import Post
from moderation.models import Appeal, Case, Decision, Report
from moderation.querysets import CaseQuerySet
from moderation.sla import GOALS

# A count below this could point at a person, so the public page does not tell it.
MIN_SHOWN = 5
# Up to so many days a line for each week, past that for each month.
WEEKLY = timedelta(days=100)
AGES = ((0, 1), (1, 3), (3, 7), (7, None))


@dataclass(frozen=True)
class Looks:
    """How long cases of one kind waited for their first look, beside their goal."""

    kind: str
    label: str
    count: int
    median: timedelta | None
    p95: timedelta | None
    goal: timedelta
    within_goal: int
    # Still waiting for it, past the goal.
    overdue: int

    @property
    def due(self) -> int:
        """Of how many it is known whether they were looked at in time."""
        return self.count + self.overdue


@dataclass(frozen=True)
class Figures:
    begins: date
    ends: date
    posts: int
    reports: int
    looks: list[Looks]
    by_guideline: list[tuple[str, int]]
    by_outcome: list[tuple[str, int]]
    appeals: int
    appeals_judged: int
    overturned: int
    open_by_age: list[tuple[int, int | None, int]]
    load: list[tuple[str, int, int]]
    # Reports per 1,000 posts, by the day each week or month begins.
    rates: list[tuple[date, float]]

    @property
    def appeal_rows(self) -> list[tuple[str, int]]:
        return [
            (_("Made"), self.appeals),
            (_("Judged"), self.appeals_judged),
            (_("Changed or taken back"), self.overturned),
        ]

    @property
    def reports_per_1000_posts(self) -> float | None:
        return self.reports * 1000 / self.posts if self.posts else None


_LOOKS = """
    SELECT kind, count(looked_at),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY looked_at - opened_at),
        percentile_cont(0.95) WITHIN GROUP (ORDER BY looked_at - opened_at),
        count(*) FILTER (WHERE looked_at <= review_due_at),
        count(*) FILTER (WHERE looked_at IS NULL AND status = 'open' AND review_due_at < now())
    FROM moderation_case
    WHERE opened_at >= %s AND opened_at < %s {which}
    GROUP BY kind
"""


def figures(begins: date, ends: date, viewer: Member | None = None) -> Figures:
    """From the first day up to, and without, the last. Whose load is shown depends on the viewer:
    admins see everybody's, moderators their own, others nobody's. Who looks after some boards gets
    the figures of those."""
    since, until = _midnight(begins), _midnight(ends)
    within = Q(made_at__gte=since, made_at__lt=until)
    posts = Post.objects.filter(created_at__gte=since, created_at__lt=until)
    reports, decisions = Report.objects.filter(within), Decision.objects.filter(within)
    appeals = Appeal.objects.filter(within)
    judged = Appeal.objects.filter(decided_at__gte=since, decided_at__lt=until)
    cases = Case.objects.all()
    if viewer is not None and viewer.moderated_board_ids is not None:
        cases = Case.objects.in_care_of(viewer)
        theirs = cases.values("pk")
        posts = posts.filter(topic__board__in=viewer.moderated_board_ids)
        reports, decisions = reports.filter(case__in=theirs), decisions.filter(case__in=theirs)
        appeals, judged = appeals.filter(case__in=theirs), judged.filter(case__in=theirs)
    decisions = _that_stand(decisions)
    return Figures(
        begins=begins,
        ends=ends,
        posts=posts.count(),
        reports=reports.count(),
        looks=_looks(since, until, cases),
        by_guideline=[
            (f"{number}. {title}", count)
            for number, title, count in decisions.exclude(guideline=None)
            .values_list("guideline__number", "guideline__title")
            .annotate(count=Count("pk"))
            .order_by("guideline__number")
        ],
        by_outcome=[
            (str(Decision.Outcome(outcome).label), count)
            for outcome, count in decisions.values_list("outcome")
            .annotate(count=Count("pk"))
            .order_by("-count", "outcome")
        ],
        appeals=appeals.count(),
        appeals_judged=judged.count(),
        overturned=judged.filter(status__in=["overturned", "changed"]).count(),
        open_by_age=_open_by_age(cases),
        load=_load(since, until, viewer),
        rates=_rates(posts, reports, "week" if ends - begins <= WEEKLY else "month"),
    )


def _rates(posts: Any, reports: Any, span: str) -> list[tuple[date, float]]:
    def counted(rows: Any, when: str) -> dict[date, int]:
        begins = Trunc(when, span, output_field=DateField())
        return dict(rows.annotate(begins=begins).values_list("begins").annotate(Count("pk")))

    written, reported = counted(posts, "created_at"), counted(reports, "made_at")
    return [(day, 1000 * reported.get(day, 0) / count) for day, count in sorted(written.items())]


def months(count: int) -> list[tuple[date, date]]:
    """The last whole months, the latest first."""
    found = []
    ends = timezone.localdate().replace(day=1)
    for _n in range(count):
        begins = (ends - timedelta(days=1)).replace(day=1)
        found.append((begins, ends))
        ends = begins
    return found


def _looks(since: datetime, until: datetime, cases: CaseQuerySet) -> list[Looks]:
    which, words = cases.values("pk").query.sql_with_params() if cases.query.where else ("", ())
    statement = _LOOKS.format(which=f"AND id IN ({which})" if which else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [since, until, *words])
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    rows = []
    for kind in Case.Kind:
        count, median, p95, in_time, overdue = found.get(kind.value, (0, None, None, 0, 0))
        goal = GOALS[kind.value]
        rows.append(Looks(kind.value, str(kind.label), count, median, p95, goal, in_time, overdue))
    return rows


def _open_by_age(chosen: CaseQuerySet) -> list[tuple[int, int | None, int]]:
    """(from day, to day, how many cases wait so long)."""
    now, found = timezone.now(), []
    for low, high in AGES:
        cases = chosen.filter(status="open", opened_at__lte=now - timedelta(days=low))
        if high is not None:
            cases = cases.filter(opened_at__gt=now - timedelta(days=high))
        found.append((low, high, cases.count()))
    return found


def _that_stand(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """What was taken back as a mistake is as if it had not been decided."""
    decisions = decisions.filter(undone=None)
    heaped = decisions.filter(batch__undone_at__isnull=False).select_related("batch")
    return decisions.exclude(pk__in=[each.pk for each in heaped if each.is_undone])


def _load(since: datetime, until: datetime, viewer: Member | None) -> list[tuple[str, int, int]]:
    """(pseudonym, decisions and appeals judged, of these on worries), the most first."""
    if viewer is None or not viewer.is_moderator:
        return []
    team = Member.objects.all() if viewer.role == Member.Role.ADMIN else [viewer]
    decisions = _that_stand(Decision.objects.filter(made_at__gte=since, made_at__lt=until))
    judged = Appeal.objects.filter(decided_at__gte=since, decided_at__lt=until)
    load: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    for name, count, worries in (
        decisions.filter(moderator__in=team)
        .values_list("moderator__pseudonym")
        .annotate(all=Count("pk"), hard=Count("pk", filter=Q(case__kind="worry")))
    ):
        load[name] += count
        hard[name] += worries
    by = judged.filter(decided_by__in=team).values_list("decided_by__pseudonym")
    for name, count in by.annotate(all=Count("pk")):
        load[name] += count
    return sorted(((n, load[n], hard[n]) for n in load), key=lambda row: (-row[1], row[0]))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001
