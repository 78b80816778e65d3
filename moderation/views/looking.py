"""Reading what nobody else reads: first the reason, then the words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import MemberRequest, moderator_required
from forums.models import Post, Topic
from moderation.actions.access import look_at_words
from moderation.forms.looking import LookForm
from moderation.models import Case
from moderation.rules import check_look, may_read


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def look(request: MemberRequest, pk: int) -> HttpResponse:
    """The words of a hidden post, once it is said why; from a case one goes back to it."""
    post = get_object_or_404(
        Post.objects.filter(topic__in=Topic.objects.visible_to(request.user).values("pk"))
        .select_related("topic__board", "author")
        .defer("search"),
        pk=pk,
    )
    check_look(request.user, post)
    case = _case(request)
    form = LookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if form.is_valid():
            look_at_words(post=post, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, _("Written down, and open to you for an hour."))
            return redirect(case or request.get_full_path())
        if case is not None:
            messages.error(request, _("Please say why you read it. The member can read this."))
            return redirect(case)
    context = {
        "post": post,
        "form": form,
        "may_read": post.is_published or may_read(request.user, post),
        "case": Case.objects.for_moderator(request.user).filter(post=post).first(),
    }
    return render(request, "moderation/look.html", context, status=422 if form.errors else 200)


def _case(request: MemberRequest) -> Case | None:
    """The case that the form stands on, if it does."""
    number = request.POST.get("case", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    return Case.objects.for_moderator(request.user).filter(pk=int(number)).first()
