"""Words that were not sent yet."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.exceptions import ActionDenied
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from composing.actions.drafts import discard_draft, save_draft, take_help_messages
from composing.forms import DraftForm
from composing.models import Draft
from composing.selectors import drafts_of, is_page_of_submission
from composing.surfaces import SurfaceList, find_surface, surfaces_of


@require_safe
@member_required
def drafts(request: MemberRequest, surfaces: SurfaceList) -> HttpResponse:
    """The drafts, and what was sent and waits or was refused."""
    member = request.user
    context = {
        "drafts": drafts_of(member),
        "pending": [each for app in surfaces for each in app.pending(member)],
        "help_messages": take_help_messages(member=member),
    }
    return render(request, "composing/drafts.html", context)


@require_POST
@member_required
def autosave_draft(request: MemberRequest, surfaces: SurfaceList) -> HttpResponse:
    """Called by the page a moment after each pause in typing."""
    check_pace(request, "drafts", 120, 60)
    form = DraftForm(request.POST)
    there = surfaces_of(surfaces, request.POST.get("place", ""))
    if not form.is_valid() or there is None:
        return JsonResponse({"kept": False}, status=422)
    words = form.words.as_arguments()
    fresh = {}
    sent = there.sent_text(request.user, words["token"]) if words["token"] else None
    if sent is not None:
        if sent == words["text"] or is_page_of_submission(request.user, words["page"]):
            # A slow request that comes after the post itself must not bring its draft back; nor
            # must a page that does not know yet that its words arrived.
            return JsonResponse({"kept": True})
        # Another page sent that; what is written here is the next thing.
        words["token"] = uuid4()
        fresh = {"token": str(words["token"])}
    try:
        draft = save_draft(member=request.user, **words)
    except ActionDenied:
        return JsonResponse({"kept": False}, status=403)
    if draft is None:
        return JsonResponse({"kept": True, "known": "", "others": []})
    known, others = draft.beside(words["text"])
    return JsonResponse({"kept": True, "known": known, "others": others, **fresh})


@require_POST
@member_required
def delete_draft(request: MemberRequest, pk: int) -> HttpResponse:
    draft = Draft.objects.filter(member=request.user, pk=pk).first()
    if draft is not None:
        discard_draft(member=request.user, place=draft.place)
        messages.success(request, _("The draft is thrown away."))
    return redirect("composing:drafts")


@require_GET
@member_required
def open_draft(request: MemberRequest, pk: int, surfaces: SurfaceList) -> HttpResponse:
    """Back to the form a draft belongs to."""
    draft = Draft.objects.filter(member=request.user, pk=pk).first()
    surface = find_surface(surfaces, request.user, draft.place) if draft is not None else None
    if surface is None:
        raise Http404
    return redirect(surface.url)
