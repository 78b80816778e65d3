"""Reporting, the queue, a case, and what members are told."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import Refused
from accounts.requests import MemberRequest, member_required, moderator_required
from forums.models import Post, Topic
from forums.reading import single_item
from guidance.reading import help_lines, norms
from live.events import last_number
from moderation import reading
from moderation.actions import decide_case, file_report
from moderation.forms import DecisionForm, ReportForm
from moderation.models import Case, Decision, Report
from moderation.rules import check_decide, check_report


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def report(request: MemberRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(
        Post.objects.filter(topic__in=Topic.objects.visible_to(request.user).values("pk"))
        .select_related("topic__board", "author", "parent__author")
        .defer("search"),
        pk=pk,
    )
    check_report(request.user, post)
    form = ReportForm(request.POST or None, guidelines=norms())
    if request.method == "POST" and form.is_valid():
        reason, guideline = form.as_reason
        filed = file_report(
            reporter=request.user,
            post=post,
            reason=reason,
            guideline=guideline,
            words=form.cleaned_data["words"],
        )
        return redirect("moderation:my_report", pk=filed.pk)
    context = {"form": form, "item": single_item(request.user, post), "topic": post.topic}
    return render(request, "moderation/report.html", context, status=422 if form.errors else 200)


@require_safe
@member_required
def my_report(request: MemberRequest, pk: int) -> HttpResponse:
    """Received, or looked at: what the reporter is told, and where help is."""
    filed = get_object_or_404(Report, pk=pk, reporter=request.user)
    lines = help_lines() if filed.reason == Report.Reason.WORRIED else []
    return render(request, "moderation/my_report.html", {"report": filed, "lines": lines})


@require_safe
@moderator_required
def queue(request: MemberRequest) -> HttpResponse:
    seq = last_number("moderators")
    page = reading.queue(request.user, _page(request))
    return render(request, "moderation/queue.html", {"page": page, "seq": seq})


@require_safe
@moderator_required
def decided(request: MemberRequest) -> HttpResponse:
    page = reading.decided(request.user, _page(request))
    return render(request, "moderation/decided.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def case(request: MemberRequest, pk: int) -> HttpResponse:
    here = get_object_or_404(
        Case.objects.for_moderator(request.user).select_related(
            "post__author", "post__topic__board"
        ),
        pk=pk,
    )
    form = DecisionForm(request.POST or None, initial={"version": here.version})
    status = 200
    if request.method == "POST":
        if form.is_valid():
            decide_case(moderator=request.user, case=here, **form.cleaned_data)
            messages.success(request, _("Decided. The people concerned are told."))
            return redirect("moderation:queue")
        status = 422
    context = {
        "page": reading.case_page(here),
        "case": here,
        "form": form,
        "refused": _refused(request, here),
        "seq": last_number("moderators"),
    }
    return render(request, "moderation/case.html", context, status=status)


@require_safe
@member_required
def told(request: MemberRequest, pk: int) -> HttpResponse:
    """What the author is told about one decision."""
    decision = get_object_or_404(
        Decision.objects.select_related("guideline", "case__post__topic"),
        pk=pk,
        case__post__author=request.user,
    )
    if not decision.took_something:
        raise Http404
    return render(request, "moderation/told.html", {"decision": decision})


@require_safe
@member_required
def record(request: MemberRequest) -> HttpResponse:
    """A member's own record, in plain words."""
    context = {
        "decisions": reading.decisions_about(request.user),
        "changes": reading.standing_of(request.user),
    }
    return render(request, "moderation/record.html", context)


def _refused(request: MemberRequest, here: Case) -> Refused | None:
    try:
        check_decide(request.user, here)
    except Refused as refused:
        return refused
    return None


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not text.isdecimal() or not 1 <= int(text[:6]) <= 10_000:
        raise Http404
    return int(text)
