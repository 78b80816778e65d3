"""Pages to write on. Whatever goes wrong, the words stay in the box."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import Refused, TooMany
from accounts.models import Member
from accounts.requests import MemberRequest, forget_kept_words, member_required, take_kept_words
from accounts.rules import check_may_write
from forums import places
from forums.actions.drafts import discard_draft, save_draft, settle_draft
from forums.actions.holding import send_reply, send_topic
from forums.actions.replies import edit_post, undo_send, withdraw_post
from forums.forms import About, ComposeForm, DraftForm, EditForm, TopicForm, with_answers
from forums.lists import warnings_to_choose, was_sent
from forums.models import HeldPost, Post, Topic
from forums.querysets import Viewer
from forums.reading import draft_of, single_item
from forums.rules import check_edit, check_withdraw
from forums.similar import similar_topics
from forums.state import StatePrompt, state_prompt
from forums.views.finding import board_or_404, post_or_404, topic_or_404
from forums.views.guiding import about_of
from guidance.actions.spoken import carry_over_shown, note_dismissed, note_looked, note_sent
from guidance.drafts import Prompt
from guidance.reading import norms
from text.limits import POST
from text.rendering import quote
from text.rendering import render as render_markdown
from text.splitting import split

Sent = Post | HeldPost
# For their first posts members see the guidelines above the box.
NEWCOMER_POSTS = 2


def compose_context(
    viewer: Viewer,
    form: ComposeForm,
    *,
    place: str,
    action: str,
    posts_written: int | None = None,
) -> dict[str, Any]:
    """What the compose box needs. ``posts_written``, up to NEWCOMER_POSTS, if it is known."""
    is_newcomer = False
    if isinstance(viewer, Member) and not viewer.is_moderator:
        if posts_written is None:
            posts_written = viewer.posts.all()[:NEWCOMER_POSTS].count()
        is_newcomer = posts_written < NEWCOMER_POSTS
    return {
        "form": form,
        "place": place,
        "action": action,
        "norms": norms() if is_newcomer else [],
    }


def _refused_at_once(member: Member) -> Refused | None:
    """What is known before a word is written is said before."""
    try:
        check_may_write(member)
    except Refused as refused:
        return refused
    return None


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

    return _compose(
        request,
        partial(TopicForm, questions=board.asks),
        save,
        template="forums/new_topic.html",
        place=places.new_topic(board.pk),
        context={"board": board},
        about=about_of(request.user, board) if request.method == "POST" else None,
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
    initial = ""
    if parent is not None and item is not None and item.shows_words and "quote" in request.GET:
        initial = f"{_('%(who)s wrote:') % {'who': parent.author}}\n{quote(parent.text)}\n\n"
    return _compose(
        request,
        ComposeForm,
        save,
        template="forums/reply.html",
        place=places.reply(topic.pk, parent.pk if parent is not None else None),
        context={"topic": topic, "item": item},
        about=_about(request, topic, parent),
        initial={"text": initial},
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
    return _compose(
        request,
        EditForm,
        save,
        template="forums/edit.html",
        place=places.edit(post.pk),
        context={"topic": post.topic, "post": post},
        about=_about(request, post.topic, is_opening=post.is_opening),
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
        messages.success(request, _("Your post is withdrawn. Nobody can read it any more."))
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
    messages.success(request, _("Taken back. Here are your words."))
    return redirect("forums:open_draft", pk=draft.pk)


def _compose(
    request: MemberRequest,
    form_class: Callable[..., ComposeForm],
    save: Callable[[ComposeForm], Sent],
    *,
    template: str,
    place: str,
    context: dict[str, Any],
    initial: dict[str, Any] | None = None,
    about: About | None = None,
) -> HttpResponse:
    context = {**context}
    status = 200
    if request.method == "POST":
        form = form_class(request.POST, about=about)
        answer = _posted(request, form, save, place, context)
        if isinstance(answer, HttpResponse):
            return answer
        status = answer
    else:
        form = form_class(initial=_first_words(request, place, initial or {}))
        standing = draft_of(request.user, place) if form.initial.get("known") else None
        context["other_version"] = standing.other_text if standing is not None else ""
        context["refused"] = context["refused_at_once"] = _refused_at_once(request.user)
    context |= compose_context(request.user, form, place=place, action=request.path)
    return render(request, template, context, status=status)


def _posted(
    request: MemberRequest,
    form: ComposeForm,
    save: Callable[[ComposeForm], Sent],
    place: str,
    context: dict[str, Any],
) -> HttpResponse | int:
    """Where to go when it is sent; else the status of the page that shows the form again."""
    valid = form.is_valid()
    if request.POST.get("do") == "draft":
        return _draft_by_hand(request, form, place)
    if request.POST.get("do") in {"both", "mine"} and "text" in form.cleaned_data:
        return _one_of_two(request, form, place)
    if request.POST.get("do") == "split" and "text" in form.cleaned_data:
        form.data = _with_text(request, split(form.cleaned_data["text"]))
        context["split"] = True
        return 200
    if not valid:
        context["help_prompt"] = form.help_prompt
        _note(request, form, next(iter(form.prompts), None))
        return 422
    if request.POST.get("do") == "preview":
        names = dict(warnings_to_choose())
        chosen = [names[slug] for slug in form.cleaned_data["warnings"] if slug in names]
        context["preview_warning"] = "; ".join(chosen)
        context["preview"] = render_markdown(form.cleaned_data["text"])
        context["similar"] = similar_topics(request.user, form.cleaned_data.get("title", ""))
        return 200
    if (prompt := form.open_prompt) is not None:
        context["prompt"] = prompt
        _note(request, form, prompt)
        return 200
    last = _last_own(request, form, context) if request.POST.get("do") == "merge" else None
    if last is not None:
        save = partial(_merge, request, last)
    elif (state := _state(request, form, context)) is not None:
        context["state"] = state
        return 200
    try:
        post = save(form)
    except Refused as refused:
        # The page comes back with the reason and with every word that was written.
        form.add_error(None, str(refused.reason))
        context["refused"] = refused
        return 429 if isinstance(refused, TooMany) else 403
    if form.dismissed:
        note_dismissed(member=request.user, rules=form.dismissed)
    if form.help_prompt is not None:
        # The page of a post that waits has the card in its own words.
        request.session["help_card"] = isinstance(post, Post)
    token = form.cleaned_data["token"]
    if isinstance(post, Post) and "post" not in context and last is None:
        request.session["just_sent"] = post.pk
    _note(request, form, form.help_prompt)
    note_sent(member=request.user, token=token, looked=form.looked, dismissed=form.pressed)
    if post.token != token:
        carry_over_shown(member=request.user, form=token, post=post.token)
    return _gone_to(post, form)


def _gone_to(post: Sent, form: ComposeForm) -> HttpResponse:
    answer = redirect(post.get_absolute_url())
    # Tells the page's script that the words it holds for this form have arrived.
    token = str(form.cleaned_data["token"])
    answer.set_cookie("sent", token, max_age=3600, samesite="Lax")
    return answer


def _state(
    request: MemberRequest, form: ComposeForm, context: dict[str, Any]
) -> StatePrompt | None:
    """What the topic itself asks of a reply; once for each topic, and never when help is shown."""
    if form.kind != "reply" or "post" in context or form.help_prompt or form.heard.holds:
        return None
    prompt = state_prompt(request.user, context["topic"])
    if prompt is None or was_sent(request.user, form.cleaned_data["token"]):
        # It did arrive, and only the answer was lost.
        return None
    if prompt.rule in form.pressed:
        note_dismissed(member=request.user, rules=[prompt.rule])
        return None
    return None if form.about is None or prompt.rule in form.about.dismissed else prompt


def _last_own(request: MemberRequest, form: ComposeForm, context: dict[str, Any]) -> Post | None:
    """The author's last post here, to put the words below it; None if one of their own has to be
    a post of its own: it waits for a moderator, or there is no room."""
    if form.kind != "reply" or "post" in context or form.heard.holds:
        return None
    prompt = state_prompt(request.user, context["topic"])
    if prompt is None or prompt.last_own is None:
        return None
    last = post_or_404(request, prompt.last_own)
    has_room = len(last.text) + len(form.cleaned_data["text"]) + 2 <= POST
    return last if has_room else None


def _merge(request: MemberRequest, last: Post, form: ComposeForm) -> Post:
    post = edit_post(
        post=last,
        by=request.user,
        text=f"{last.text}\n\n{form.cleaned_data['text']}",
        version=last.version,
        listed=form.heard.listed,
        warnings=sorted({*last.warnings, *form.cleaned_data["warnings"]}),
    )
    discard_draft(member=request.user, place=places.reply(last.topic_id, None))
    messages.success(request, _("It stands below your last post."))
    return post


def _about(
    request: MemberRequest, topic: Topic, parent: Post | None = None, *, is_opening: bool = False
) -> About | None:
    """Asked for only when something is sent."""
    if request.method != "POST":
        return None
    return about_of(request.user, topic.board, topic, parent, is_opening=is_opening)


def _note(request: MemberRequest, form: ComposeForm, shown: Prompt | None) -> None:
    token = form.cleaned_data.get("token")
    if token is not None:
        note_looked(member=request.user, token=token, looked=form.looked, shown=shown)


def _with_text(request: MemberRequest, text: str) -> QueryDict:
    """What was sent, with another text; answers to a board's questions are in it by now."""
    words = request.POST.copy()
    words["text"] = text
    for name in [name for name in words if name.startswith("answer_")]:
        del words[name]
    return words


def _one_of_two(request: MemberRequest, form: ComposeForm, place: str) -> int:
    """The author says what becomes of what another device wrote here; the form comes back."""
    draft = draft_of(request.user, place)
    if draft is not None:
        text = str(form.cleaned_data["text"])
        if request.POST["do"] == "both" and draft.other_text and draft.other_text not in text:
            text = f"{text}\n\n{draft.other_text}".strip()
        form.data = _with_text(request, text)
        settle_draft(member=request.user, place=place)
        kept = save_draft(
            member=request.user,
            place=place,
            title=str(form.cleaned_data.get("title") or draft.title),
            text=text,
            wish=draft.wish,
            token=draft.token,
        )
        form.data["known"] = kept.state if kept is not None else ""
    return 200


def _draft_by_hand(request: MemberRequest, form: ComposeForm, place: str) -> HttpResponse | int:
    """Kept as it is, however unfinished; what is too long to keep stays in the box."""
    given = request.POST.dict()
    if isinstance(form, TopicForm):
        answers = [given.get(name, "") for name in form.answer_names]
        given["text"] = with_answers(form.questions, answers, given.get("text", ""))
    draft = DraftForm({**given, "place": place})
    if not draft.is_valid():
        return 422
    words = draft.cleaned_data
    save_draft(
        member=request.user,
        known=words["known"] if "known" in request.POST else None,
        place=place,
        title=words["title"],
        text=words["text"],
        wish=words["wish"],
        token=words["token"],
    )
    messages.success(request, _("Your draft is kept. You find it under Drafts."))
    return redirect("forums:drafts")


def _first_words(request: HttpRequest, place: str, initial: dict[str, Any]) -> dict[str, Any]:
    """What stands in the box at first: words sent while logged out, a draft, or what is given."""
    assert isinstance(request.user, Member)
    kept = take_kept_words(request)
    if kept.get("text"):
        # From now on it is a draft like any other.
        title = kept.get("title", "")
        wish = kept.get("wish", "")
        words_form = DraftForm({"place": place, "title": title, "text": kept["text"], "wish": wish})
        if words_form.is_valid():
            text = words_form.cleaned_data["text"]
            save_draft(member=request.user, place=place, title=title, text=text, wish=wish)
            forget_kept_words(request)
    if kept:
        words: dict[str, Any] = {
            key: value
            for key, value in kept.items()
            if key in {"text", "title", "wish", "version"} or key.startswith("answer_")
        }
        # The same form sent again is the same post.
        token = _uuid(kept.get("token", ""))
        if token is not None:
            words["token"] = token
        return {**initial, **words}
    draft = draft_of(request.user, place)
    if draft is not None:
        words = {**initial, "text": draft.text, "title": draft.title, "wish": draft.wish,
                 "known": draft.state}  # fmt: skip
        # Unless it was sent meanwhile, with other words: then this is another post.
        if draft.token is not None and not was_sent(request.user, draft.token):
            words["token"] = draft.token
        return words
    return initial


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
