"""One case: read, judge, take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.exceptions import ActionDenied
from accounts.requests import (
    MemberRequest,
    discard_stashed_form,
    get_stashed_form,
    moderator_required,
)
from forums.models import Post
from guidance.selectors import norms
from live.events import last_number
from moderation.actions.appealing import decide_appeal
from moderation.actions.claiming import write_note
from moderation.actions.deciding import (
    check_unchanged,
    decide_case,
    last_standing,
    take_decision_back,
)
from moderation.events import room_for
from moderation.forms.care import CareForm
from moderation.forms.deciding import (
    AppealDecisionForm,
    DecisionForm,
    HandOnForm,
    NoteForm,
    UndoForm,
)
from moderation.forms.privileged_access import LookForm
from moderation.models import Case, Decision
from moderation.permissions import check_decide
from moderation.selectors.case import case_page, draft_reason, first_words, most_named


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def case(request: MemberRequest, pk: int) -> HttpResponse:
    here = get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)
    if request.method == "POST":
        check_unchanged(here, request.POST.get("version", ""), request.POST.get("reason", ""))
        form = _form(request, here, request.POST)
        if form.is_valid() and _decided(request, here, form):
            discard_stashed_form(request)
            messages.success(request, _("Decided. The people concerned are told."))
            if form.cleaned_data.get("outcome") == Decision.Outcome.BAN:
                return redirect("moderation:posts_of", pk=here.about_id)
            return redirect("moderation:after" if here.is_worry else "moderation:queue")
        return _page(request, here, form)
    return _page(request, here)


def _page(request: MemberRequest, here: Case, form: Any = None, **bound: Any) -> HttpResponse:
    """The page of a case; ``bound`` are forms of it that came back, by their names in it."""
    page = case_page(here, request.user)
    if form is None:
        form = _form(request, here, None, initial=_initial(request, here, page.reports))
    is_hidden = here.post is not None and here.post.status == Post.Status.HIDDEN
    can_undo = last_standing(here) is not None or (is_hidden and not here.is_open)
    context = {
        "page": page,
        "case": here,
        "form": form,
        "refused": _refused(request, here),
        "hand_on": HandOnForm(case=here, viewer=request.user, auto_id="hand_%s")
        if here.is_open
        else None,
        "note_form": NoteForm(auto_id="note_%s"),
        "drafts": [(each, draft_reason(each)) for each in norms(here.board_name)]
        if here.is_open
        else [],
        "care_form": CareForm(initial={"words": first_words(here)}, auto_id="care_%s")
        if page.steps
        else None,
        "look_form": LookForm(auto_id="look_%s") if page.is_shut else None,
        "undo": UndoForm(auto_id="undo_%s") if can_undo else None,
        "room": room_for(request.user),
        "seq": last_number(room_for(request.user)),
        **bound,
    }
    is_wrong = form.errors or any(each.errors for each in bound.values())
    return render(request, "moderation/case.html", context, status=422 if is_wrong else 200)


def _form(request: MemberRequest, here: Case, data: Any, **more: Any) -> Any:
    if here.appeal_id:
        return AppealDecisionForm(data, case=here, **more)
    return DecisionForm(data, case=here, viewer=request.user, **more)


def _initial(request: MemberRequest, here: Case, reports: list[Any]) -> dict[str, Any]:
    initial: dict[str, Any] = {"version": here.version}
    guideline = most_named(reports)
    if guideline is not None:
        initial |= {"guideline": guideline, "reason": draft_reason(guideline)}
    # What was written before the session ended; but a version is what is read now.
    return {**initial, **get_stashed_form(request), "version": here.version}


def _decided(request: MemberRequest, here: Case, form: Any) -> bool:
    words = {**form.cleaned_data}
    try:
        if here.appeal_id:
            decide_appeal(
                moderator=request.user,
                case=here,
                verdict=words["verdict"],
                reason=words["reason"],
                version=words["version"],
                instead=form.instead,
            )
        else:
            decide_case(moderator=request.user, case=here, **words)
    except ActionDenied as refused:
        # The page comes back with the reason that was written.
        form.add_error(None, str(refused.reason))
        return False
    return True


@require_POST
@moderator_required
def add_note(request: MemberRequest, pk: int) -> HttpResponse:
    """A note for whoever of the team looks later."""
    here = get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        messages.error(request, _("A note has from 1 to 2,000 characters."))
        return _page(request, here, note_form=form)
    write_note(moderator=request.user, case=here, words=form.cleaned_data["words"])
    messages.success(request, _("The note is kept."))
    return redirect(here)


@require_POST
@moderator_required
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """A decision that was a mistake is taken back, all of it."""
    here = get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)
    form = UndoForm(request.POST, auto_id="undo_%s")
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if take_decision_back(moderator=request.user, case=here, reason=reason):
            messages.success(request, _("It is taken back, and its author is told."))
        else:
            messages.info(request, _("There is nothing left to take back. Nothing was changed."))
        return redirect(here)
    # What was written stays.
    return _page(request, here, undo=form)


def _refused(request: MemberRequest, here: Case) -> ActionDenied | None:
    try:
        check_decide(request.user, here)
    except ActionDenied as refused:
        return refused
    return None
