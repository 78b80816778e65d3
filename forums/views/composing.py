"""Pages to write on. Whatever goes wrong, the words stay in the box."""

import re
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from forums import draft_keys
from forums.actions.pending_posts import send_reply, send_topic
from forums.actions.replies import edit_post, undo_send, withdraw_post
from forums.forms import About, ComposeForm, EditForm, TopicForm
from forums.models import Board, Post, Topic
from forums.permissions import check_edit, check_withdraw
from forums.selectors.topic_pages import single_item
from forums.views.composer import compose, uuid_or_none
from forums.views.draft_check import about_of
from forums.views.just_sent import forget_sent
from forums.views.lookups import board_or_404, post_or_404, topic_or_404
from forums.views.sent_again import forget_words
from forums.views.submit import Sent
from text.rendering import quote


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def new_topic(request: MemberRequest, slug: str) -> HttpResponse:
    board = board_or_404(request, slug)

    def save(form: ComposeForm) -> Sent:
        return send_topic(
            heard=form.heard,
            author=request.user,
            board=board,
            title=form.cleaned_data["title"],
            wish=form.cleaned_data["wish"],
            text=form.cleaned_data["text"],
            warnings=form.cleaned_data["warnings"],
            token=form.cleaned_data["token"],
        )

    return compose(
        request,
        partial(TopicForm, questions=board.asks),
        save,
        template="forums/new_topic.html",
        board=board.name,
        place=draft_keys.new_topic(board.pk),
        context={"board": board},
        questions=board.asks,
        about=_about(request, board, draft_key=draft_keys.new_topic(board.pk)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reply(request: MemberRequest, pk: int) -> HttpResponse:
    """A reply to the topic."""
    return _reply(request, topic_or_404(request, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reply_to_post(request: MemberRequest, pk: int) -> HttpResponse:
    """A reply to one post, with or without a quote of it."""
    parent = post_or_404(request, pk)
    if parent.author_id == request.user.pk:
        # Their own is in reach wherever it stands; answering is for who reads along.
        topic_or_404(request, parent.topic_id)
    return _reply(request, parent.topic, parent)


def _reply(request: MemberRequest, topic: Any, parent: Post | None) -> HttpResponse:
    def save(form: ComposeForm) -> Sent:
        return send_reply(
            heard=form.heard,
            author=request.user,
            topic=topic,
            parent=parent,
            text=form.cleaned_data["text"],
            warnings=form.cleaned_data["warnings"],
            token=form.cleaned_data["token"],
        )

    item = single_item(request.user, parent) if parent is not None else None
    quoted = ""
    if parent is not None and item is not None and item.shows_words and "quote" in request.GET:
        quoted = _quoted(parent)
    place = draft_keys.reply(topic.pk, parent.pk if parent is not None else None)
    return compose(
        request,
        ComposeForm,
        save,
        template="forums/reply.html",
        board=topic.board.name,
        place=place,
        context={"topic": topic, "item": item},
        about=_about(request, topic.board, topic, parent, draft_key=place),
        quoted=quoted,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, pk: int) -> HttpResponse:
    post = post_or_404(request, pk)
    if post.author_id != request.user.pk:
        raise Http404

    def save(form: ComposeForm) -> Post:
        return edit_post(
            post=post,
            by=request.user,
            text=form.cleaned_data["text"],
            version=form.cleaned_data["version"],
            listed=form.heard.listed,
            warnings=form.cleaned_data["warnings"],
        )

    if request.method != "POST":
        check_edit(request.user, post)
    else:
        check_pace(request, "edits", 60, 600)
    return compose(
        request,
        EditForm,
        save,
        template="forums/edit.html",
        board=post.topic.board.name,
        place=draft_keys.edit(post.pk),
        context={"topic": post.topic, "post": post},
        about=_about(
            request,
            post.topic.board,
            post.topic,
            draft_key=draft_keys.edit(post.pk),
            is_opening=post.is_opening,
        ),
        initial={"text": post.text, "version": post.version, "warnings": post.warnings},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the post back."""
    post = post_or_404(request, pk)
    if post.author_id != request.user.pk:
        raise Http404
    check_withdraw(request.user, post)
    if request.method == "POST":
        withdraw_post(post=post, by=request.user)
        forget_words(request)
        messages.success(request, _("Your post is withdrawn. Members cannot read it any more."))
        return redirect(post)
    item = single_item(request.user, post)
    return render(request, "forums/withdraw.html", {"item": item, "topic": post.topic})


@require_POST
@member_required
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """Back into the box it came from, for a minute after it was sent."""
    post = post_or_404(request, pk)
    if post.author_id != request.user.pk:
        raise Http404
    draft = undo_send(post=post, by=request.user)
    forget_words(request)
    forget_sent(request, post)
    messages.success(request, _("Taken back. Here are your words."))
    return redirect("forums:open_draft", pk=draft.pk)


def _quoted(parent: Post) -> str:
    """What its author wrote there themselves, as a quote; empty if they only quoted others."""
    says = _("%(who)s wrote:")
    begins, _who, ends = says.partition("%(who)s")
    said_by = re.compile(f"{re.escape(begins)}.{{1,80}}{re.escape(ends)}")
    words = quote(parent.text, said_by=said_by)
    return f"{says % {'who': parent.author}}\n{words}\n\n" if words else ""


def _about(
    request: MemberRequest,
    board: Board,
    topic: Topic | None = None,
    parent: Post | None = None,
    *,
    draft_key: str,
    is_opening: bool = False,
) -> About | None:
    """Asked for only when something is sent."""
    if request.method != "POST":
        return None
    token = uuid_or_none(request.POST.get("token", ""))
    return about_of(
        request.user,
        board,
        topic,
        parent,
        draft_key=draft_key,
        token=token,
        is_opening=is_opening,
    )
