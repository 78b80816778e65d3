"""Content warnings: suggesting one, and reading a post in spite of one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import MemberRequest, member_required
from forums.actions.content_warnings import suggest_warning
from forums.forms import SuggestWarningForm
from forums.permissions import check_suggest_warning
from forums.selectors.topic_pages import single_item
from forums.views.lookups import post_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def suggest(request: MemberRequest, pk: int) -> HttpResponse:
    """In private: neither the author nor anybody else learns who it was."""
    post = post_or_404(request, pk)
    check_suggest_warning(request.user, post)
    form = SuggestWarningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        suggest_warning(post=post, by=request.user, warning=form.cleaned_data["warning"])
        messages.success(
            request, _("Thank you. If somebody else thinks so too, the author is asked.")
        )
        return redirect(post)
    context = {"form": form, "item": single_item(request.user, post), "topic": post.topic}
    status = 422 if form.errors else 200
    return render(request, "forums/suggest_warning.html", context, status=status)


@require_safe
@member_required
def read(request: MemberRequest, pk: int) -> HttpResponse:
    """One post by itself, for whoever chose not to see such posts and wants to see this one."""
    post = post_or_404(request, pk)
    context = {"item": single_item(request.user, post), "topic": post.topic}
    return render(request, "forums/one_post.html", context)
