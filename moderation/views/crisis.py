"""A worry about a person: the steps, a private word, and who is on duty."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import (
    MemberRequest,
    discard_stashed_form,
    get_stashed_form,
    member_required,
    moderator_required,
)
from guidance.drafts import Severity
from guidance.selectors import help_lines
from moderation.actions.crisis import (
    do_step,
    go_on_duty,
    help_in,
    leave_duty,
    mark_misused,
    write_care_note,
)
from moderation.forms.care import CareForm, DutyForm, StepForm
from moderation.models import Case, Duty, Report, Step
from moderation.selectors.on_call import rota
from text.limits import POST

# Session key: what is said to a person beside the answer they just sent.
CARE_HELP = "care_help"


@require_POST
@moderator_required
def step(request: MemberRequest, pk: int) -> HttpResponse:
    cases = Case.objects.for_moderator(request.user)
    here = get_object_or_404(Step.objects.filter(case__in=cases.values("pk")), pk=pk)
    form = StepForm(request.POST)
    if form.is_valid():
        do_step(moderator=request.user, step=here, words=form.cleaned_data["words"])
    else:
        messages.error(request, _("That is too long: up to 2,000 characters."))
    return redirect(here.case)


@require_POST
@moderator_required
def misused(request: MemberRequest, pk: int) -> HttpResponse:
    cases = Case.objects.for_moderator(request.user)
    report = get_object_or_404(
        Report.objects.filter(case__in=cases.values("pk"), reason=Report.Reason.WORRIED), pk=pk
    )
    mark_misused(moderator=request.user, report=report)
    messages.success(request, _("Marked. Whoever sent it is told, kindly."))
    return redirect(report.case)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def care(request: MemberRequest, pk: int) -> HttpResponse:
    """What the team wrote to this member, with help lines and a box to answer in."""
    written = Case.objects.filter(about=request.user, care_notes__isnull=False).distinct()
    here = get_object_or_404(written, pk=pk)
    return _notes(request, here, "moderation/care.html", "moderation:care")


@require_POST
@moderator_required
def reach_out(request: MemberRequest, pk: int) -> HttpResponse:
    """The team's side: the box stands on the case's own page."""
    here = get_object_or_404(Case.objects.for_moderator(request.user), pk=pk)
    return _notes(request, here, "moderation/reach_out.html", "moderation:case")


def _notes(request: MemberRequest, here: Case, template: str, back: str) -> HttpResponse:
    kept = get_stashed_form(request) if request.method != "POST" else {}
    form = CareForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        words, token = form.cleaned_data["words"], form.cleaned_data["token"]
        write_care_note(by=request.user, case=here, words=words, token=token)
        discard_stashed_form(request)
        if here.about_id == request.user.pk:
            request.session[CARE_HELP] = [
                str(prompt.message) for prompt in help_in(words) if prompt.severity == Severity.HELP
            ]
            messages.success(request, _("Sent. The team is told at once that you answered."))
        else:
            messages.success(request, _("Sent."))
        return redirect(back, pk=here.pk)
    notes = here.care_notes.select_related("by")
    context = {
        "case": here,
        "notes": notes,
        "form": form,
        "lines": help_lines(),
        # An empty list is a card as well: it has no words of a rule in it.
        "help_messages": request.session.pop(CARE_HELP, _help_for_refused(request, here)),
    }
    return render(request, template, context, status=422 if form.errors else 200)


def _help_for_refused(request: MemberRequest, here: Case) -> list[str] | None:
    """An answer that could not be sent, such as one that is too long, may be a cry all the same."""
    if request.method != "POST" or here.about_id != request.user.pk:
        return None
    prompts = help_in(request.POST.get("words", "")[:POST])
    return [str(each.message) for each in prompts if each.severity == Severity.HELP] or None


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def duty(request: MemberRequest) -> HttpResponse:
    form = DutyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        go_on_duty(member=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Your time is on the list."))
        return redirect("moderation:duty")
    context = {"form": form, "rota": rota()}
    return render(request, "moderation/duty.html", context, status=422 if form.errors else 200)


@require_POST
@moderator_required
def off_duty(request: MemberRequest, pk: int) -> HttpResponse:
    leave_duty(member=request.user, duty=get_object_or_404(Duty, pk=pk))
    messages.success(request, _("That time is taken off the list."))
    return redirect("moderation:duty")
