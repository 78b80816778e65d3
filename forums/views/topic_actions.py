"""Small acts: one press, one thing."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions.blocking import block_member
from accounts.blocks import is_blocked_pair
from accounts.pace import check_pace
from accounts.permissions import check_block
from accounts.requests import MemberRequest, member_required, moderator_required
from forums.actions.following import follow_topic, mark_all_read, mark_read, unfollow_topic
from forums.actions.moderator_tools import slow_topic
from forums.actions.reactions import react, take_back_reaction, thank_all
from forums.actions.topics import change_wish, reopen_topic
from forums.forms import WishForm
from forums.models import Reaction
from forums.permissions import check_change_wish
from forums.views.lookups import post_or_404, topic_or_404

MAX_NUMBERS = 500


@require_POST
@member_required
def reaction(request: MemberRequest, pk: int) -> HttpResponse:
    """``reaction=hug`` adds one, ``reaction=-hug`` takes it back."""
    check_pace(request, "reactions", 60, 60)
    post = post_or_404(request, pk)
    wanted = request.POST.get("reaction", "")
    kind = wanted.removeprefix("-")
    if kind in Reaction.Kind.values:
        if wanted == kind:
            react(member=request.user, post=post, kind=kind)
        else:
            take_back_reaction(member=request.user, post=post, kind=kind)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"done": True})
    return redirect(post)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def block(request: MemberRequest, pk: int) -> HttpResponse:
    """Keeps apart from the post's author; asks first."""
    post = post_or_404(request, pk)
    if is_blocked_pair(request.user.pk, post.author_id):
        # Whose post they do not see has no name for them either.
        raise Http404
    if request.method != "POST":
        check_block(request.user, post.author)
        return render(request, "forums/block.html", {"post": post})
    block_member(by=request.user, member=post.author)
    messages.success(request, _("Done. You do not see each other’s posts any more."))
    return redirect("accounts:blocked")


@require_POST
@member_required
def thanks(request: MemberRequest, pk: int) -> HttpResponse:
    """Everybody who answered, in one press."""
    check_pace(request, "reactions", 60, 60)
    topic = topic_or_404(request, pk)
    if topic.author_id != request.user.pk:
        raise Http404
    count = thank_all(member=request.user, topic=topic)
    words = ngettext("%(n)s person is thanked.", "%(n)s people are thanked.", count)
    messages.success(request, words % {"n": count})
    return redirect(topic)


@require_POST
@member_required
def follow(request: MemberRequest, pk: int) -> HttpResponse:
    check_pace(request, "following", 60, 60)
    topic = topic_or_404(request, pk)
    if request.POST.get("follow") == "no":
        unfollow_topic(member=request.user, topic=topic)
        messages.success(request, _("You no longer hear of new posts in this topic."))
    else:
        follow_topic(member=request.user, topic=topic)
        messages.success(request, _("You will hear of new posts in this topic."))
    return redirect(topic)


@require_POST
@member_required
def read(request: MemberRequest, pk: int) -> HttpResponse:
    """``numbers=4,5,6`` from the page as posts come into view; without them, everything."""
    check_pace(request, "read", 240, 60)
    topic = topic_or_404(request, pk)
    if "numbers" not in request.POST:
        mark_all_read(member=request.user, topic=topic)
        return redirect("forums:new")
    words = request.POST["numbers"].split(",")[:MAX_NUMBERS]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 10]
    mark_read(member=request.user, topic=topic, numbers=numbers)
    return JsonResponse({"done": True})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def wish(request: MemberRequest, pk: int) -> HttpResponse:
    """What would help is another thing now; for who opened the topic."""
    topic = topic_or_404(request, pk)
    if topic.author_id != request.user.pk:
        raise Http404
    check_change_wish(request.user, topic)
    form = WishForm(request.POST if request.method == "POST" else None, topic=topic)
    if request.method == "POST" and form.is_valid():
        change_wish(topic=topic, by=request.user, wish=form.cleaned_data["wish"])
        messages.success(request, _("Those who answer read it above the topic now."))
        return redirect(topic)
    status = 422 if form.errors else 200
    return render(request, "forums/wish.html", {"form": form, "topic": topic}, status=status)


@require_POST
@moderator_required
def reopen(request: MemberRequest, pk: int) -> HttpResponse:
    """A closed topic takes replies again. What closes one is a decision on a case."""
    topic = topic_or_404(request, pk)
    reopen_topic(topic=topic, by=request.user)
    messages.success(request, _("The topic is open again."))
    return redirect(topic)


@require_POST
@moderator_required
def at_its_pace(request: MemberRequest, pk: int) -> HttpResponse:
    """A slowed topic takes replies as they come again."""
    topic = topic_or_404(request, pk)
    slow_topic(topic=topic, by=request.user, minutes=0)
    messages.success(request, _("The topic goes at its own pace again."))
    return redirect(topic)
