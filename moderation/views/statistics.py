"""Figures: for the team with names and as CSV, for everybody by the month."""

import csv
from datetime import date, timedelta

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.requests import MemberRequest, moderator_required
from moderation.charts import CHARTS, THEMES
from moderation.forms.queue import PeriodForm
from moderation.selectors.statistics import MIN_SHOWN, Figures, figures, months

DAYS = 30
PUBLIC_MONTHS = 6


@require_safe
@moderator_required
def team(request: MemberRequest) -> HttpResponse:
    form, found = _asked(request)
    context = {"form": form, "figures": found, "query": request.GET.urlencode()}
    return render(request, "moderation/figures.html", context)


@require_safe
@moderator_required
def as_csv(request: MemberRequest) -> HttpResponse:
    _form, found = _asked(request)
    if found is None:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="moderation-{found.begins}.csv"'
    write = csv.writer(answer).writerow
    write(["figure", "of", "value"])
    for row in _rows(found):
        write([_plain(cell) for cell in row])
    return answer


@require_safe
@moderator_required
@csp_replace({"script-src": [NONE], "style-src": [UNSAFE_INLINE]})  # type: ignore[untyped-decorator]
def chart(request: MemberRequest, name: str, theme: str) -> HttpResponse:
    """One picture; its colours are inside it, which nothing but a picture may have."""
    _form, found = _asked(request)
    if found is None or name not in CHARTS or theme not in THEMES:
        raise Http404
    answer = HttpResponse(CHARTS[name](found, theme), content_type="image/svg+xml")
    answer["Cache-Control"] = "private, max-age=60"
    return answer


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """Made by itself from the team's own figures; no count under five, and no names."""
    rows = [figures(*month) for month in months(PUBLIC_MONTHS)]
    return render(request, "moderation/transparency.html", {"months": rows, "fewest": MIN_SHOWN})


def _asked(request: MemberRequest) -> tuple[PeriodForm, Figures | None]:
    today = timezone.localdate()
    begins, ends = today - timedelta(days=DAYS - 1), today
    form = PeriodForm(request.GET or None, initial={"begins": begins, "ends": ends})
    if form.is_bound:
        if not form.is_valid():
            return form, None
        begins, ends = form.cleaned_data["begins"], form.cleaned_data["ends"]
    return form, figures(begins, ends + timedelta(days=1), request.user)


def _rows(found: Figures) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [
        ("from", "", found.begins),
        ("until", "", found.ends - timedelta(days=1)),
        ("posts", "", found.posts),
        ("reports", "", found.reports),
        ("appeals", "", found.appeals),
        ("appeals judged", "", found.appeals_judged),
        ("appeals changed or overturned", "", found.overturned),
    ]
    for each in found.looks:
        rows += [
            ("cases looked at", each.label, each.count),
            ("looked at within the goal", each.label, each.within_goal),
            ("still waiting past the goal", each.label, each.overdue),
            ("minutes to first look, median", each.label, _minutes(each.median)),
            ("minutes to first look, 95 %", each.label, _minutes(each.p95)),
            ("goal in minutes", each.label, _minutes(each.goal)),
        ]
    rows += [("decisions by guideline", name, count) for name, count in found.by_guideline]
    rows += [("decisions by outcome", name, count) for name, count in found.by_outcome]
    rows += [
        ("open cases by age in days", f"{low} to {high}" if high else f"{low} and more", count)
        for low, high, count in found.open_by_age
    ]
    rows += [("reports per 1,000 posts", day, round(rate, 1)) for day, rate in found.rates]
    for name, count, hard in found.load:
        rows += [
            ("decisions and appeals by person", name, count),
            ("of these on worries", name, hard),
        ]
    return rows


def _minutes(time: timedelta | None) -> int | None:
    return None if time is None else round(time.total_seconds() / 60)


def _plain(cell: object) -> object:
    """Spreadsheets run a cell that begins like a formula, and pseudonyms are free text."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return cell.isoformat() if isinstance(cell, date) else cell
