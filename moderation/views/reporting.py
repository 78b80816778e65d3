"""Telling the moderators, and what comes of it."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.blocks import blocked_ids
from accounts.requests import (
    MemberRequest,
    discard_stashed_form,
    get_stashed_form,
    member_required,
)
from forums.models import Board, Post, Topic
from forums.selectors.topic_pages import single_item
from guidance.selectors import help_lines, norms
from moderation.actions.reporting import file_report
from moderation.forms.reporting import ReportForm
from moderation.models import Report
from moderation.permissions import check_report
from moderation.selectors.on_call import is_anybody_on_duty


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def report(request: MemberRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(
        Post.objects.filter(
            Q(topic__in=Topic.objects.visible_to(request.user).values("pk"))
            # It was read before its author took it back, and may still be told of.
            | Q(
                ~Q(topic__author__in=blocked_ids(request.user.pk)) | Q(topic__author=request.user),
                topic__status=Topic.Status.WITHDRAWN,
                topic__board__in=Board.objects.visible_to(request.user).values("pk"),
            )
        )
        .select_related("topic__board", "author", "parent__author")
        .defer("search"),
        pk=pk,
    )
    check_report(request.user, post)
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        guidelines=norms(post.topic.board.name),
        has_consented=request.user.has_consented,
        initial=get_stashed_form(request) if request.method != "POST" else {},
    )
    if request.method == "POST" and form.is_valid():
        reason, guideline = form.as_reason
        filed = file_report(
            reporter=request.user,
            post=post,
            reason=reason,
            guideline=guideline,
            words=form.cleaned_data["words"],
            is_about_name=form.is_about_name,
        )
        discard_stashed_form(request)
        return redirect("moderation:my_report", pk=filed.pk)
    context = {
        "form": form,
        "item": single_item(request.user, post),
        "topic": post.topic,
        # Whoever looks after this board; the page's own knows of all boards alone.
        "somebody_on_duty": is_anybody_on_duty(post.topic.board_id, post.author_id),
    }
    return render(request, "moderation/report.html", context, status=422 if form.errors else 200)


@require_safe
@member_required
def my_report(request: MemberRequest, pk: int) -> HttpResponse:
    """Received, or looked at: what the reporter is told, and where help is."""
    filed = get_object_or_404(Report, pk=pk, reporter=request.user)
    lines = help_lines() if filed.reason == Report.Reason.WORRIED else []
    context = {
        "report": filed,
        "lines": lines,
        "somebody_on_duty": is_anybody_on_duty(filed.case.board_id, filed.case.about_id),
    }
    return render(request, "moderation/my_report.html", context)
