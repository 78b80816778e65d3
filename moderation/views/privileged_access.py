"""Reading what nobody else reads: first the reason, then the words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import MemberRequest, moderator_required
from forums.models import Post, Topic
from moderation.actions.privileged_access import read_privileged
from moderation.forms.privileged_access import LookForm
from moderation.models import Case
from moderation.permissions import check_look, may_read


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def look(request: MemberRequest, pk: int) -> HttpResponse:
    """The words of a hidden post, once it is said why."""
    post = get_object_or_404(
        Post.objects.filter(topic__in=Topic.objects.visible_to(request.user).values("pk"))
        .select_related("topic__board", "author")
        .defer("search"),
        pk=pk,
    )
    if post.is_published:
        return redirect(post)
    check_look(request.user, post)
    form = LookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        read_privileged(words=post, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Written down, and open to you for an hour."))
        return redirect("moderation:look", pk=post.pk)
    context = {
        "post": post,
        "form": form,
        "may_read": may_read(request.user, post),
        "case": Case.objects.for_moderator(request.user).filter(post=post).first(),
    }
    return render(request, "moderation/look.html", context, status=422 if form.errors else 200)


@require_POST
@moderator_required
def look_in_case(request: MemberRequest, pk: int) -> HttpResponse:
    """The same for what a case is about; the form stands on the case's own page."""
    case = get_object_or_404(Case.objects.for_moderator(request.user).with_subject(), pk=pk)
    form = LookForm(request.POST)
    if case.words_of is None:
        return redirect(case)
    if form.is_valid():
        read_privileged(words=case.words_of, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Written down, and open to you for an hour."))
    else:
        messages.error(request, _("Please say why you read it. The member can read this."))
    return redirect(case)
