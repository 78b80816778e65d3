"""The queue, and who works on what."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.exceptions import ActionDenied, EditConflict
from accounts.requests import MemberRequest, moderator_required
from forums.models import Post
from guidance.models import Guideline
from live.events import last_number
from moderation.actions.batches import hide_spam, undo_batch
from moderation.actions.claiming import claim_case, claim_next, give_back, hand_on, open_case
from moderation.actions.views import forget_view, save_view
from moderation.events import room_for
from moderation.forms.deciding import HandOnForm
from moderation.forms.queue import QueueForm, SpamForm, ViewForm
from moderation.models import Batch, Case
from moderation.selectors.case import draft_reason
from moderation.selectors.queue import queue as queue_page
from moderation.selectors.queue import waiting_for

# As much as a kept view has room for.
MAX_QUERY_LENGTH = 200


@require_safe
@moderator_required
def queue(request: MemberRequest) -> HttpResponse:
    room = room_for(request.user)
    seq = last_number(room)
    form = QueueForm(request.GET, viewer=request.user)
    page = queue_page(request.user, _page(request), form.cleaned_data if form.is_valid() else {})
    if page is None:
        # The list has become shorter, or the address was cut: back to its beginning.
        return redirect(_with(form))
    context = {
        "page": page,
        "waiting_cases": page.waiting,
        "room": room,
        "seq": seq,
        "form": form,
        "query": urlencode(form.chosen),
        "view_form": ViewForm(),
        "spam_form": _spam_form(form),
        "batches": [batch for batch in request.user.batches.all()[:5] if batch.can_be_undone],
        "is_live": page.number == 1 and not form.chosen,
    }
    return render(request, "moderation/queue.html", context)


def _spam_form(form: QueueForm) -> SpamForm | None:
    """Only where one looks at spam that waits."""
    chosen = form.cleaned_data if form.is_valid() else {}
    guideline = chosen.get("guideline")
    if guideline is None or not guideline.is_about_spam or chosen.get("state"):
        return None
    return SpamForm(initial={"reason": draft_reason(guideline)})


@require_safe
@moderator_required
def waiting(request: MemberRequest) -> HttpResponse:
    """How many cases wait for this moderator; asked by pages when something happened."""
    return JsonResponse({"waiting": waiting_for(request.user)})


@require_POST
@moderator_required
def spam(request: MemberRequest) -> HttpResponse:
    """Hides what was ticked, all under one guideline about spam."""
    guideline = get_object_or_404(
        Guideline, number=_number(request.GET.get("guideline", "")), is_about_spam=True
    )
    form = SpamForm(request.POST)
    ticked = [int(pk) for pk in request.POST.getlist("case") if pk.isdecimal() and len(pk) < 19]
    back = f"{reverse('moderation:queue')}?guideline={guideline.number}"
    if not ticked or not form.is_valid():
        messages.error(request, _("Please tick at least one case, and give a reason."))
        return redirect(back)
    reason = form.cleaned_data["reason"]
    batch = hide_spam(moderator=request.user, cases=ticked, guideline=guideline, reason=reason)
    if batch is None:
        messages.info(request, _("None of these could be decided this way. Nothing was changed."))
    else:
        done = batch.decisions.count()
        words = ngettext("%(n)s post is hidden.", "%(n)s posts are hidden.", done) % {"n": done}
        messages.success(request, f"{words} {_('You can undo this for half an hour.')}")
    return redirect(back)


@require_POST
@moderator_required
def undo_spam(request: MemberRequest, pk: int) -> HttpResponse:
    undone = undo_batch(moderator=request.user, batch=get_object_or_404(Batch, pk=pk))
    words = ngettext("%(n)s post is shown again.", "%(n)s posts are shown again.", undone)
    waits = _("What others had asked about waits again.")
    messages.success(request, f"{words % {'n': undone}} {waits}")
    return redirect(_with(QueueForm(request.GET, viewer=request.user)))


@require_POST
@moderator_required
def next_case(request: MemberRequest) -> HttpResponse:
    """One press: the case that should be looked at first is this moderator's."""
    found = claim_next(moderator=request.user)
    if found is None:
        if Case.objects.waiting().exists():
            says = _(
                "What waits is not for you at this moment: others work on it, you are part of it, "
                "it belongs to other boards, or you have looked at enough for today."
            )
        else:
            says = _("Nothing is waiting. Thank you for looking.")
        messages.info(request, says)
        return redirect("moderation:queue")
    return redirect(found)


@require_POST
@moderator_required
def claim(request: MemberRequest, pk: int) -> HttpResponse:
    case = _case_or_404(request, pk)
    try:
        claim_case(moderator=request.user, case=case, take_over="take_over" in request.POST)
    except EditConflict as overtaken:
        messages.info(request, str(overtaken.reason))
    return redirect(case)


@require_POST
@moderator_required
def open_case_of_post(request: MemberRequest, pk: int) -> HttpResponse:
    """A moderator noticed this post by themselves."""
    return _open_case(request, pk=pk)


@require_POST
@moderator_required
def open_case_of_topic(request: MemberRequest, pk: int) -> HttpResponse:
    """The same for a topic: what is done to it is decided about its opening post."""
    return _open_case(request, topic=pk, number=1)


def _open_case(request: MemberRequest, **which: int) -> HttpResponse:
    posts = Post.objects.visible_to(request.user).select_related("topic", "author")
    post = get_object_or_404(posts.defer("search"), **which)
    try:
        case = open_case(moderator=request.user, post=post)
    except EditConflict as overtaken:
        messages.info(request, str(overtaken.reason))
        return redirect(Case.objects.get(post=post))
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
    try:
        hand_on(moderator=request.user, case=case, colleague=words["to"], words=words["words"])
    except ActionDenied as refused:
        form.add_error(None, str(refused.reason))
        return render(request, "moderation/hand_on.html", {"form": form, "case": case}, status=422)
    messages.success(request, _("Handed on. Thank you for what you did."))
    return redirect("moderation:queue")


@require_POST
@moderator_required
def keep_view(request: MemberRequest) -> HttpResponse:
    """Keeps the filters of the page as a view with a name."""
    chosen = QueueForm(request.GET, viewer=request.user).chosen
    form = ViewForm(request.POST)
    if len(urlencode(chosen)) > MAX_QUERY_LENGTH:
        messages.error(request, _("These filters are too long to keep."))
        return redirect("moderation:queue")
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


def _with(form: QueueForm) -> str:
    """The queue as it was chosen."""
    chosen = urlencode(form.chosen)
    return reverse("moderation:queue") + (f"?{chosen}" if chosen else "")


def _case_or_404(request: MemberRequest, pk: int) -> Case:
    return get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)


def _page(request: HttpRequest) -> int:
    """The page asked for; 0, which there never is, for anything that is no number."""
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 0


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 5:
        raise Http404
    return int(text)
