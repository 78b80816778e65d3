"""Words that were not sent yet."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.exceptions import ActionDenied
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from composing.actions.drafts import discard_draft, save_draft
from composing.models import Draft
from composing.selectors import drafts_of
from forums.actions.pending_posts import cancel_pending_post, reopen_as_draft
from forums.forms import DraftForm
from forums.models import Board, PendingPost
from forums.selectors import topic_lists
from forums.views.just_sent import take_kept
from guidance.drafts import Draft as Written
from guidance.evaluation import DANGER, evaluate
from guidance.rule_cache import spoken_rules
from guidance.selectors import help_lines


@require_safe
@member_required
def drafts(request: MemberRequest) -> HttpResponse:
    context = {
        "drafts": drafts_of(request.user),
        "held": topic_lists.held_posts(request.user),
        "help_messages": take_kept(request),
    }
    return render(request, "forums/drafts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def held(request: MemberRequest, pk: int) -> HttpResponse:
    """What waits for a moderator, for its author: how it stands, and taking it back."""
    here = get_object_or_404(
        PendingPost.objects.select_related("board", "topic", "post"), pk=pk, author=request.user
    )
    if here.post is not None:
        if request.method == "POST":
            messages.info(request, _("It was published meanwhile. You can withdraw it there."))
        return redirect(here.post)
    if request.method == "POST" and request.POST.get("do") == "change" and here.text:
        draft = reopen_as_draft(held=here, by=request.user)
        if draft.text == here.text:
            messages.success(request, _("Here it is again, to change as you like."))
        else:
            messages.success(
                request, _("Here it is again, below what you were just writing in the same place.")
            )
        return redirect("forums:open_draft", pk=draft.pk)
    if request.method == "POST" and here.is_waiting:
        cancel_pending_post(held=here, by=request.user)
        messages.success(request, _("Taken back. Nobody can read it."))
        return redirect("forums:drafts")
    words = Written(kind="opening", text=here.text, title=here.title)
    heard = (
        {prompt.rule for prompt in evaluate(words, spoken_rules())} if here.is_waiting else set()
    )
    is_danger = bool(heard & DANGER)
    lines = help_lines() if is_danger else []
    context = {"held": here, "is_danger": is_danger, "lines": lines}
    return render(request, "forums/held.html", context)


@require_POST
@member_required
def autosave_draft(request: MemberRequest) -> HttpResponse:
    """Called by the page a moment after each pause in typing."""
    check_pace(request, "drafts", 120, 60)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"kept": False}, status=422)
    words = form.cleaned_data
    fresh = {}
    sent = topic_lists.sent_words(request.user, words["token"]) if words["token"] else None
    if sent is not None:
        is_late = str(words["page"]) in request.session.get("sent_pages", [])
        if is_late or sent == words["text"]:
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
def forget_draft(request: MemberRequest, pk: int) -> HttpResponse:
    draft = Draft.objects.filter(member=request.user, pk=pk).first()
    if draft is not None:
        discard_draft(member=request.user, place=draft.place)
        messages.success(request, _("The draft is thrown away."))
    return redirect("forums:drafts")


@require_GET
@member_required
def open_draft(request: MemberRequest, pk: int) -> HttpResponse:
    """Back to the form a draft belongs to."""
    draft = Draft.objects.filter(member=request.user, pk=pk).first()
    if draft is None:
        raise Http404
    kind, _colon, number = draft.place.partition(":")
    match kind:
        case "topic":
            return redirect("forums:reply", pk=int(number))
        case "post":
            return redirect("forums:reply_to_post", pk=int(number))
        case "edit":
            return redirect("forums:edit", pk=int(number))
    board = Board.objects.visible_to(request.user).filter(pk=int(number)).first()
    if board is None:
        raise Http404
    return redirect("forums:new_topic", slug=board.slug)
