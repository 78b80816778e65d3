"""Where members write: which surface an address means, and taking back what was written."""

import re

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from composing.actions.submissions import forget_digests, forget_undo
from composing.views.compose import compose
from forums.actions.replies import undo_send, withdraw_post
from forums.models import Post
from forums.permissions import check_edit, check_withdraw
from forums.selectors.topic_pages import single_item
from forums.surfaces import Edit, NewTopic, Reply
from forums.views.lookups import board_or_404, post_or_404, topic_or_404
from text.rendering import quote


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def new_topic(request: MemberRequest, slug: str) -> HttpResponse:
    return compose(request, NewTopic(board_or_404(request, slug)))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reply(request: MemberRequest, pk: int) -> HttpResponse:
    """A reply to the topic."""
    return compose(request, Reply(topic_or_404(request, pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reply_to_post(request: MemberRequest, pk: int) -> HttpResponse:
    """A reply to one post, with or without a quote of it."""
    parent = post_or_404(request, pk)
    if parent.author_id == request.user.pk:
        # Their own is in reach wherever it stands; answering is for who reads along.
        topic_or_404(request, parent.topic_id)
    is_quoted = "quote" in request.GET and single_item(request.user, parent).shows_words
    return compose(request, Reply(parent.topic, parent, _quoted(parent) if is_quoted else ""))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, pk: int) -> HttpResponse:
    post = _own_post_or_404(request, pk)
    if request.method == "POST":
        check_pace(request, "edits", 60, 600)
    else:
        check_edit(request.user, post)
    return compose(request, Edit(post))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the post back."""
    post = _own_post_or_404(request, pk)
    check_withdraw(request.user, post)
    if request.method == "POST":
        withdraw_post(post=post, by=request.user)
        forget_digests(member=request.user)
        messages.success(request, _("Your post is withdrawn. Members cannot read it any more."))
        return redirect(post)
    item = single_item(request.user, post)
    return render(request, "forums/withdraw.html", {"item": item, "topic": post.topic})


@require_POST
@member_required
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """Back into the box it came from, for a minute after it was sent."""
    post = _own_post_or_404(request, pk)
    draft = undo_send(post=post, by=request.user)
    forget_digests(member=request.user)
    forget_undo(member=request.user, subject=f"post:{post.pk}")
    messages.success(request, _("Taken back. Here are your words."))
    return redirect("composing:open_draft", pk=draft.pk)


def _own_post_or_404(request: MemberRequest, pk: int) -> Post:
    post = post_or_404(request, pk)
    if post.author_id != request.user.pk:
        raise Http404
    return post


def _quoted(parent: Post) -> str:
    """What its author wrote there themselves, as a quote; empty if they only quoted others."""
    says = _("%(who)s wrote:")
    begins, _who, ends = says.partition("%(who)s")
    said_by = re.compile(f"{re.escape(begins)}.{{1,80}}{re.escape(ends)}")
    words = quote(parent.text, said_by=said_by)
    return f"{says % {'who': parent.author}}\n{words}\n\n" if words else ""
