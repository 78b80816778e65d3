"""The queue, and who works on what."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Overtaken
from accounts.requests import MemberRequest, moderator_required
from live.events import last_number
from moderation.actions.claiming import claim_case, claim_next, give_back, hand_on
from moderation.actions.views import forget_view, save_view
from moderation.forms import HandOnForm, QueueForm, ViewForm
from moderation.models import Case
from moderation.reading.queue import queue as queue_page


@require_safe
@moderator_required
def queue(request: MemberRequest) -> HttpResponse:
    seq = last_number("moderators")
    form = QueueForm(request.GET)
    page = queue_page(request.user, _page(request), form.cleaned_data if form.is_valid() else {})
    if page is None:
        raise Http404
    context = {
        "page": page,
        "seq": seq,
        "form": form,
        "query": urlencode(form.chosen),
        "view_form": ViewForm(),
        "is_live": page.number == 1 and not form.chosen,
    }
    return render(request, "moderation/queue.html", context)


@require_POST
@moderator_required
def next_case(request: MemberRequest) -> HttpResponse:
    """One press: the case that should be looked at first is this moderator's."""
    found = claim_next(moderator=request.user)
    if found is None:
        messages.info(request, _("Nothing is waiting that nobody works on. Thank you for looking."))
        return redirect("moderation:queue")
    return redirect(found)


@require_POST
@moderator_required
def claim(request: MemberRequest, pk: int) -> HttpResponse:
    case = _case_or_404(request, pk)
    try:
        claim_case(moderator=request.user, case=case, take_over="take_over" in request.POST)
    except Overtaken as overtaken:
        messages.info(request, str(overtaken.reason))
    return redirect(case)


@require_POST
@moderator_required
def release(request: MemberRequest, pk: int) -> HttpResponse:
    give_back(moderator=request.user, case=_case_or_404(request, pk))
    messages.success(request, _("The case is free again. Whoever looks next can take it."))
    return redirect("moderation:queue")


@require_POST
@moderator_required
def hand(request: MemberRequest, pk: int) -> HttpResponse:
    case = _case_or_404(request, pk)
    form = HandOnForm(request.POST, case=case, viewer=request.user)
    if not form.is_valid():
        context = {"form": form, "case": case}
        return render(request, "moderation/hand_on.html", context, status=422)
    words = form.cleaned_data
    hand_on(moderator=request.user, case=case, colleague=words["to"], words=words["words"])
    messages.success(request, _("Handed on. Thank you for what you did."))
    return redirect("moderation:queue")


@require_POST
@moderator_required
def keep_view(request: MemberRequest) -> HttpResponse:
    """Keeps the filters of the page as a view with a name."""
    chosen = QueueForm(request.GET).chosen
    form = ViewForm(request.POST)
    if form.is_valid():
        save_view(moderator=request.user, name=form.cleaned_data["name"], query=urlencode(chosen))
        messages.success(request, _("The view is kept."))
    else:
        messages.error(request, _("Please give the view a name of up to 40 characters."))
    return redirect(f"{request.path.removesuffix('views/')}?{urlencode(chosen)}")


@require_POST
@moderator_required
def drop_view(request: MemberRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(request.user.queue_views, pk=pk)
    forget_view(view=view)
    return redirect("moderation:queue")


def _case_or_404(request: MemberRequest, pk: int) -> Case:
    return get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    if not text.isdecimal() or len(text) > 5:
        raise Http404
    return int(text)
