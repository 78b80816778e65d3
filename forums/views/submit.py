"""What becomes of a form that was sent: a post, a question, a preview or a draft."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied, EditConflict, RateLimited
from accounts.requests import MemberRequest
from composing.actions.drafts import finish_draft, save_draft, settle_draft
from composing.selectors import draft_of, warnings_to_choose
from forums import draft_keys
from forums.actions.replies import edit_post
from forums.forms import ComposeForm, DraftForm, TopicForm, with_answers
from forums.models import PendingPost, Post, Topic
from forums.nudges import TopicNudge, topic_nudge
from forums.selectors.similar_topics import similar_topics
from forums.selectors.topic_lists import was_sent
from forums.views.just_sent import remember_kept, remember_sent
from forums.views.lookups import post_or_404
from forums.views.sent_again import remember_words, sent_just_now
from guidance.actions.prompt_log import carry_over_shown, note_dismissed, note_evaluation, note_sent
from guidance.drafts import Prompt, Severity
from guidance.support_types import LABELS
from text.limits import POST
from text.rendering import render as render_markdown
from text.splitting import split
from text.tidying import tidy

Sent = Post | PendingPost
# A request of a page that was slow must not bring back what it has sent since.
MAX_SENT_PAGES = 20


def posted(
    request: MemberRequest,
    form: ComposeForm,
    save: Callable[[ComposeForm], Sent],
    place: str,
    context: dict[str, Any],
) -> HttpResponse | int:
    """Where to go when it is sent; else the status of the page that shows the form again."""
    valid = form.is_valid()
    # Whatever becomes of the form, whoever needs help sees it.
    context["help_prompt"] = form.help_prompt
    do, _colon, version = request.POST.get("do", "").partition(":")
    match do:
        case "draft":
            return _draft_by_hand(request, form, place)
        case "both" | "mine":
            _settle_version(request, form, place, version, is_added=do == "both")
            return 200
        case "split" if "text" in form.cleaned_data:
            form.data = _with_text(request, split(form.cleaned_data["text"]))
            context["split"] = True
            return 200
        case "apart" if form.kind == "reply" and "topic" in context:
            return _apart(request, form, place, context["topic"])
    if not valid:
        # The page says what is wrong with the form, and of the rules only why it cannot be sent.
        stopped = (each for each in form.prompts if each.severity >= Severity.HELP)
        _note(request, form, next(stopped, None))
        return 422
    if do == "preview":
        context |= _preview(request, form)
        return 200
    if (prompt := form.open_prompt) is not None:
        context["prompt"] = prompt
        form.tie(prompt)
        _note(request, form, prompt)
        return 200
    last = _last_own(request, form, context) if do == "merge" else None
    if last is not None:
        save = partial(_merge, request, last, place)
    elif (state := _state(request, form, context)) is not None:
        context["state"] = state
        return 200
    said = (place, str(form.cleaned_data.get("title", "")), form.cleaned_data["text"])
    # A page of a browser names itself; a program that sends the same twice means it.
    is_page = form.cleaned_data["page"] is not None and last is None and "post" not in context
    if is_page and (url := sent_just_now(request, *said)):
        return redirect(url)
    _spare_unseen(request, form, place)
    try:
        post = save(form)
    except EditConflict:
        # It was sent already, with other words: these are the next draft.
        if (words := words_of(form, place)) is not None:
            fresh = {"token": None, "known": "", "page": None}
            save_draft(member=request.user, **{**words, **fresh})
        raise
    except ActionDenied as refused:
        # The page comes back with the reason and with every word that was written.
        form.add_error(None, str(refused.reason))
        context["refused"] = refused
        return 429 if isinstance(refused, RateLimited) else 403
    if form.dismissed:
        note_dismissed(member=request.user, rules=form.dismissed)
    token = form.cleaned_data["token"]
    if form.cleaned_data["page"] is not None:
        sent_pages = [*request.session.get("sent_pages", []), str(form.cleaned_data["page"])]
        request.session["sent_pages"] = sent_pages[-MAX_SENT_PAGES:]
    remember_words(request, *said, post.get_absolute_url())
    # The page of a post that waits has help in its own words.
    if isinstance(post, Post):
        remember_sent(
            request,
            post,
            can_undo="post" not in context and last is None,
            help_messages=[str(prompt.message) for prompt in form.help_prompts],
        )
    _note(request, form, form.help_prompt)
    if _was_prompted(form):
        note_sent(
            member=request.user,
            token=token,
            evaluation=form.evaluation,
            dismissed=form.pressed,
            wrong=form.called_wrong,
        )
    if post.token != token:
        carry_over_shown(member=request.user, form=token, post=post.token)
    return _gone_to(post, form)


def _was_prompted(form: ComposeForm) -> bool:
    """Whether anything was noted beside this form, before or now."""
    history = form.about.history if form.about is not None else None
    looked = form.evaluation
    heard_now = looked.prompts or looked.on_trial or looked.held_out
    return bool(heard_now) or history is None or history.was_prompted


def _preview(request: MemberRequest, form: ComposeForm) -> dict[str, Any]:
    """How it will look to others."""
    words, names = form.cleaned_data, dict(warnings_to_choose())
    chosen = [names[slug] for slug in words["warnings"] if slug in names]
    return {
        "preview": render_markdown(words["text"]),
        "preview_warning": "; ".join(chosen),
        "preview_wish": LABELS.get(str(words.get("wish") or ""), ""),
        "similar": similar_topics(request.user, words.get("title", "")),
    }


def _spare_unseen(request: MemberRequest, form: ComposeForm, place: str) -> None:
    """What another page keeps here and this one never saw is not done with by sending this."""
    state = form.about.state if form.about is not None else None
    standing = state.draft if state is not None else None
    if standing is None or "known" not in request.POST:
        return
    is_own = standing.page is not None and standing.page == form.cleaned_data["page"]
    is_seen = standing.state == form.cleaned_data["known"] or is_own
    if is_seen or standing.text in form.cleaned_data["text"]:
        return
    if (words := words_of(form, place)) is not None:
        save_draft(member=request.user, **words)


def _gone_to(post: Sent, form: ComposeForm) -> HttpResponse:
    answer = redirect(post.get_absolute_url())
    # Tells the page's script that the words it holds for this form have arrived.
    token = str(form.cleaned_data["token"])
    answer.set_cookie("sent", token, max_age=3600, samesite="Lax")
    return answer


def _state(request: MemberRequest, form: ComposeForm, context: dict[str, Any]) -> TopicNudge | None:
    """What the topic itself asks of a reply; once for each topic, and never when help is shown."""
    if form.kind != "reply" or "post" in context or form.help_prompt or form.heard.holds:
        return None
    prompt = _nudge(request, form, context)
    if prompt is None or was_sent(request.user, form.cleaned_data["token"]):
        # It did arrive, and only the answer was lost.
        return None
    if prompt.rule in form.pressed:
        note_dismissed(member=request.user, rules=[prompt.rule])
        return None
    return None if form.about is None or prompt.rule in form.about.dismissed else prompt


def _nudge(request: MemberRequest, form: ComposeForm, context: dict[str, Any]) -> TopicNudge | None:
    state = form.about.state if form.about is not None else None
    if state is None or state.activity is None:
        return None
    return topic_nudge(request.user, context["topic"], state.activity)


def _last_own(request: MemberRequest, form: ComposeForm, context: dict[str, Any]) -> Post | None:
    """The author's last post here, to put the words below it; None if one of their own has to be
    a post of its own: it waits for a moderator, or there is no room."""
    if form.kind != "reply" or "post" in context or form.heard.holds:
        return None
    prompt = _nudge(request, form, context)
    if prompt is None or prompt.last_own is None:
        return None
    last = post_or_404(request, prompt.last_own)
    has_room = len(last.text) + len(form.cleaned_data["text"]) + 2 <= POST
    return last if has_room else None


def _merge(request: MemberRequest, last: Post, place: str, form: ComposeForm) -> Post:
    post = edit_post(
        post=last,
        by=request.user,
        text=f"{last.text}\n\n{form.cleaned_data['text']}",
        version=last.version,
        listed=form.heard.listed,
        warnings=sorted({*last.warnings, *form.cleaned_data["warnings"]}),
        place=place,
    )
    messages.success(request, _("It stands below your last post."))
    return post


def _apart(
    request: MemberRequest, form: ComposeForm, place: str, topic: Topic
) -> HttpResponse | int:
    """The words begin a topic of their own, below a link to this one."""
    if "text" not in form.cleaned_data:
        return 422
    link = request.build_absolute_uri(topic.get_absolute_url())
    begins = _("This goes on from “%(topic)s”: %(link)s") % {"topic": topic.title, "link": link}
    save_draft(
        member=request.user,
        place=draft_keys.new_topic(topic.board_id),
        title="",
        text=f"{begins}\n\n{form.cleaned_data['text']}",
        warnings=form.cleaned_data.get("warnings") or (),
        # A topic that was begun before stays, beside this one.
        known="",
    )
    finish_draft(member=request.user, place=place)
    return redirect("forums:new_topic", slug=topic.board.slug)


def _note(request: MemberRequest, form: ComposeForm, shown: Prompt | None) -> None:
    token = form.cleaned_data.get("token")
    if token is not None:
        note_evaluation(
            member=request.user,
            token=token,
            evaluation=form.evaluation,
            shown=shown,
            place=form.about.place if form.about is not None else "",
        )


def _with_text(request: MemberRequest, text: str) -> QueryDict:
    """What was sent, with another text; answers to a board's questions are in it by now."""
    words = request.POST.copy()
    words["text"] = text
    for name in [name for name in words if name.startswith("answer_")]:
        del words[name]
    return words


def _settle_version(
    request: MemberRequest, form: ComposeForm, place: str, state: str, *, is_added: bool
) -> None:
    """The author says what becomes of what another page wrote here; the form comes back."""
    # Nothing was sent, so nothing is wrong yet.
    form.errors.clear()
    draft, words = draft_of(request.user, place), words_of(form, place)
    if draft is None or words is None:
        return
    title, text = words["title"], words["text"]
    versions = [draft.as_version, *draft.others]
    other = next((each for each in versions if each["state"] == state), None)
    if is_added and other is not None:
        # A title of its own is not lost either.
        said = [text, "" if other["title"] in {title, ""} or not title else other["title"]]
        title = title or other["title"]
        text = "\n\n".join(filter(None, [*said, other["text"]]))
    settle_draft(member=request.user, place=place, state=state)
    data = _with_text(request, text)
    data["title"] = title
    if state == draft.state:
        # Seen, and done with.
        data["known"] = state
    form.data = data


def words_of(form: ComposeForm, place: str) -> dict[str, Any] | None:
    """What was written, however unfinished, as save_draft takes it; None if it is too long."""
    data = cast(QueryDict, form.data)
    given: dict[str, Any] = {
        **data.dict(),
        "warnings": data.getlist("warnings"),
    }
    if isinstance(form, TopicForm):
        answers = [given.get(name, "") for name in form.answer_names]
        given["text"] = with_answers(form.questions, answers, given.get("text", ""))
    draft = DraftForm({**given, "place": place})
    return draft.cleaned_data if draft.is_valid() else None


def keep_and_show(
    request: MemberRequest,
    form: ComposeForm,
    place: str,
    context: dict[str, Any],
) -> None:
    """A page that comes back to be looked at has kept what is on it, with scripts or without; what
    other pages wrote in the same place is shown beside it."""
    words, post = words_of(form, place), context.get("post")
    draft = draft_of(request.user, place)
    data = cast(QueryDict, form.data).copy()
    # From now on it is another page: a request of the one before that is slow stays apart.
    page = uuid4()
    data["page"] = str(page)
    if words is not None and _is_worth_keeping(request, words, post):
        draft = save_draft(member=request.user, **words, then_page=page)
    known, others = "", list[dict[str, Any]]()
    if draft is not None:
        known, others = draft.beside(draft.text if words is None else words["text"])
    data["known"] = known
    form.data = data
    context["other_versions"] = others


def _is_worth_keeping(request: MemberRequest, words: dict[str, Any], post: Post | None) -> bool:
    """Not what was sent already, nor a change that changes nothing."""
    is_sent = words["token"] is not None and was_sent(request.user, words["token"])
    return not is_sent and (post is None or words["text"] != tidy(post.text))


def _draft_by_hand(request: MemberRequest, form: ComposeForm, place: str) -> HttpResponse | int:
    """Kept as it is, however unfinished; what is too long to keep stays in the box."""
    words = words_of(form, place)
    if words is None:
        return 422
    save_draft(member=request.user, **words)
    remember_kept(request, help_messages=[str(prompt.message) for prompt in form.help_prompts])
    messages.success(request, _("Your draft is kept. You find it under Drafts."))
    return redirect("forums:drafts")
