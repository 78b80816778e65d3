"""What waits for a moderator, or was refused, for its author."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import MemberRequest, member_required
from forums.actions.pending_posts import cancel_pending_post, reopen_as_draft
from forums.models import PendingPost
from guidance.drafts import Draft
from guidance.evaluation import evaluate
from guidance.purposes import OF_DANGER
from guidance.rule_cache import spoken_rules
from guidance.selectors import help_lines


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def pending_post(request: MemberRequest, pk: int) -> HttpResponse:
    """What waits for a moderator, for its author: how it stands, and taking it back."""
    pending = get_object_or_404(
        PendingPost.objects.select_related("board", "topic", "post"), pk=pk, author=request.user
    )
    if pending.post is not None:
        if request.method == "POST":
            messages.info(request, _("It was published meanwhile. You can withdraw it tpending."))
        return redirect(pending.post)
    if request.method == "POST" and request.POST.get("do") == "change" and pending.text:
        draft = reopen_as_draft(held=pending, by=request.user)
        if draft.text == pending.text:
            messages.success(request, _("Here it is again, to change as you like."))
        else:
            messages.success(
                request, _("Here it is again, below what you were just writing in the same place.")
            )
        return redirect("composing:open_draft", pk=draft.pk)
    if request.method == "POST" and pending.is_waiting:
        cancel_pending_post(held=pending, by=request.user)
        messages.success(request, _("Taken back. Nobody can read it."))
        return redirect("composing:drafts")
    words = Draft(kind="opening", text=pending.text, title=pending.title)
    heard = evaluate(words, spoken_rules()) if pending.is_waiting else []
    is_danger = any(prompt.purpose in OF_DANGER for prompt in heard)
    lines = help_lines() if is_danger else []
    context = {"held": pending, "is_danger": is_danger, "lines": lines}
    return render(request, "forums/held.html", context)
