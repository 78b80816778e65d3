"""What members are told about themselves, and asking for another look."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actions.recovering import asked_for
from accounts.exceptions import ActionDenied
from accounts.requests import (
    MemberRequest,
    discard_stashed_form,
    get_stashed_form,
    member_required,
)
from moderation.actions.appealing import ask_for_another_look
from moderation.forms.deciding import AppealForm
from moderation.models import Appeal, Decision
from moderation.permissions import check_appeal
from moderation.selectors.member_record import decisions_about, looks_at, standing_of


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def decision_detail(request: MemberRequest, pk: int) -> HttpResponse:
    """What was done, to which words, why, until when; and the form to ask for another look."""
    decision = get_object_or_404(
        Decision.objects.select_related(
            "guideline", "case__post__topic", "case__held__topic", "moderator"
        ),
        pk=pk,
        about=request.user,
    )
    if decision.outcome == Decision.Outcome.NO_ACTION:
        raise Http404
    kept = get_stashed_form(request) if request.method != "POST" else {}
    form = AppealForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            words = form.cleaned_data["words"]
            ask_for_another_look(member=request.user, decision=decision, words=words)
        except ActionDenied as refused:
            form.add_error(None, str(refused.reason))
        else:
            discard_stashed_form(request)
            messages.success(request, _("Thank you. Somebody else will look at it again."))
            return redirect(decision)
    context = {
        "decision": decision,
        "appeal": Appeal.objects.filter(decision=decision).select_related("decided_by").first(),
        "form": form,
        "may_appeal": _may_appeal(request, decision),
    }
    return render(
        request, "moderation/decision_detail.html", context, status=422 if form.errors else 200
    )


def _may_appeal(request: MemberRequest, decision: Decision) -> bool:
    try:
        check_appeal(request.user, decision)
    except ActionDenied:
        return False
    return True


@require_safe
@member_required
def record(request: MemberRequest) -> HttpResponse:
    """A member's own record, in plain words."""
    context = {
        "decisions": decisions_about(request.user),
        "changes": standing_of(request.user),
        "asked": asked_for(request.user),
        "looks": looks_at(request.user),
    }
    return render(request, "moderation/record.html", context)
