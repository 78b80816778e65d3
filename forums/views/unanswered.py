"""Topics that wait for an answer, and who would answer them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import MemberRequest, member_required
from forums.actions.interests import keep_interests
from forums.forms import KnowledgeForm, WishFilterForm
from forums.selectors import topic_lists


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def unanswered(request: MemberRequest) -> HttpResponse:
    """For whoever has time to answer somebody who waits; what they know about comes first."""
    form = WishFilterForm(request.GET)
    wish = form.cleaned_data["wish"] if form.is_valid() else ""
    known = KnowledgeForm(
        request.POST if request.method == "POST" else None,
        initial={"subjects": ", ".join(topic_lists.subjects_of(request.user))},
    )
    if request.method == "POST" and known.is_valid():
        keep_interests(member=request.user, subjects=known.cleaned_data["subjects"])
        messages.success(request, _("Kept. What you know about comes first here."))
        return redirect("forums:unanswered")
    context = {
        "topics": topic_lists.unanswered(request.user, wish),
        "form": form,
        "known": known,
        "wish": wish,
    }
    status = 422 if known.errors else 200
    return render(request, "forums/unanswered.html", context, status=status)
