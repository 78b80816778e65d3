"""All that one member wrote, seen together and hidden together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.models import PERMANENT, Member
from accounts.requests import MemberRequest, moderator_required
from moderation.actions.batches import MAX_BATCH, hide_posts_of
from moderation.forms.deciding import HeapForm
from moderation.permissions import posts_of


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def posts(request: MemberRequest, pk: int) -> HttpResponse:
    """Of somebody who is suspended for good; others' posts are judged one by one."""
    about = get_object_or_404(
        Member.objects.exclude(pk=request.user.pk), pk=pk, suspended_until__gte=PERMANENT
    )
    form = HeapForm(request.POST if request.method == "POST" else None)
    ticked = {int(n) for n in request.POST.getlist("post") if n.isdecimal() and len(n) < 19}
    if request.method == "POST" and not ticked:
        form.add_error(None, _("Please tick at least one post."))
    if request.method == "POST" and form.is_valid():
        batch = hide_posts_of(
            moderator=request.user,
            member=about,
            posts=ticked,
            guideline=form.cleaned_data["guideline"],
            reason=form.cleaned_data["reason"],
        )
        if batch is not None:
            done = batch.decisions.count()
            words = ngettext("%(n)s post is hidden.", "%(n)s posts are hidden.", done)
            undo = _("You can undo this for half an hour, on the page of the queue.")
            messages.success(request, f"{words % {'n': done}} {undo}")
            return redirect("moderation:posts_of", pk=about.pk)
        form.add_error(None, _("None of these could be hidden. Nothing was changed."))
    found = list(posts_of(about, request.user)[: MAX_BATCH + 1])
    context = {
        "about": about,
        "posts": found[:MAX_BATCH],
        "has_more": len(found) > MAX_BATCH,
        "ticked": ticked if request.method == "POST" else {each.pk for each in found},
        "form": form,
    }
    return render(request, "moderation/posts_of.html", context, status=422 if form.errors else 200)
