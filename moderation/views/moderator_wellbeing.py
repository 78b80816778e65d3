"""Pages on which moderators look after themselves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import MemberRequest, moderator_required
from moderation.actions.moderator_wellbeing import (
    ask_buddy,
    keep_check,
    pass_on,
    save_care_settings,
)
from moderation.forms.care import AfterCheckForm, CareSettingsForm
from moderation.models import CareSettings, Case, CheckIn

# Somebody who answers so is offered a rest, and nothing is done behind their back.
HEAVY, LOW = 4, 2


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def myself(request: MemberRequest) -> HttpResponse:
    own = CareSettings.objects.filter(moderator=request.user).first()
    data = request.POST if request.method == "POST" else None
    form = CareSettingsForm(data, instance=own, viewer=request.user)
    if request.method == "POST" and form.is_valid():
        save_care_settings(moderator=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. Only you see this page."))
        return redirect("moderation:myself")
    checks = CheckIn.objects.filter(moderator=request.user)[:20]
    context = {"form": form, "own": own, "checks": checks}
    return render(request, "moderation/myself.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def after(request: MemberRequest) -> HttpResponse:
    """After a hard case: two questions, which can be left alone."""
    form = AfterCheckForm(request.POST if request.method == "POST" else None)
    kept = None
    if request.method == "POST" and form.is_valid():
        kept = keep_check(moderator=request.user, **form.cleaned_data)
    rest = kept is not None and (kept.weight >= HEAVY or kept.energy <= LOW)
    context = {"form": form, "kept": kept, "rest": rest}
    return render(request, "moderation/after.html", context, status=422 if form.errors else 200)


@require_POST
@moderator_required
def pass_case(request: MemberRequest, pk: int) -> HttpResponse:
    case = get_object_or_404(Case.objects.for_moderator(request.user), pk=pk)
    pass_on(moderator=request.user, case=case)
    messages.success(request, _("Passed on. Somebody else will look, and nobody asks why."))
    return redirect("moderation:queue")


@require_POST
@moderator_required
def buddy(request: MemberRequest) -> HttpResponse:
    ask_buddy(moderator=request.user)
    messages.success(request, _("Your buddy is told."))
    return redirect("moderation:myself")
