"""Reporting, the queue, a case, and what members are told."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import Refused
from accounts.requests import (
    MemberRequest,
    forget_kept_words,
    member_required,
    moderator_required,
    take_kept_words,
)
from forums.models import Post, Topic
from forums.reading import single_item
from guidance.reading import help_lines, norms
from live.events import last_number
from moderation import reading
from moderation.actions import decide_case, file_report, restore_case_post
from moderation.forms import DecisionForm, ReportForm, UndoForm
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
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        guidelines=norms(),
        initial=take_kept_words(request) if request.method != "POST" else {},
    )
    if request.method == "POST" and form.is_valid():
        reason, guideline = form.as_reason
        filed = file_report(
            reporter=request.user,
            post=post,
            reason=reason,
            guideline=guideline,
            words=form.cleaned_data["words"],
        )
        forget_kept_words(request)
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
    if request.method == "POST":
        form = DecisionForm(request.POST)
        if form.is_valid() and _decided(request, here, form):
            forget_kept_words(request)
            messages.success(request, _("Decided. The people concerned are told."))
            return redirect("moderation:queue")
    else:
        form = DecisionForm(initial={**take_kept_words(request), "version": here.version})
    context = {
        "page": reading.case_page(here),
        "case": here,
        "form": form,
        "refused": _refused(request, here),
        "undo": UndoForm() if here.post.status == Post.Status.HIDDEN else None,
        "seq": last_number("moderators"),
    }
    return render(request, "moderation/case.html", context, status=422 if form.errors else 200)


def _decided(request: MemberRequest, here: Case, form: DecisionForm) -> bool:
    try:
        decide_case(moderator=request.user, case=here, **form.cleaned_data)
    except Refused as refused:
        # The page comes back with the reason that was written.
        form.add_error(None, str(refused.reason))
        return False
    return True


@require_POST
@moderator_required
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """A post that was hidden by mistake is shown again."""
    here = get_object_or_404(Case.objects.for_moderator(request.user), pk=pk)
    form = UndoForm(request.POST)
    if form.is_valid():
        restore_case_post(moderator=request.user, case=here, reason=form.cleaned_data["reason"])
        messages.success(request, _("The post is shown again, and its author is told."))
    else:
        messages.error(request, _("Please say why the post is shown again."))
    return redirect(here)


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
    if not text.isdecimal() or len(text) > 4 or int(text) == 0:
        raise Http404
    return int(text)
