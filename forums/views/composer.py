"""The box to write in: what stands in it at first, and the page around it."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from accounts.exceptions import ActionDenied
from accounts.models import Member, Viewer
from accounts.permissions import check_may_write
from accounts.requests import MemberRequest, discard_stashed_form, get_stashed_form
from composing.actions.drafts import save_draft
from composing.models import Draft
from composing.selectors import draft_of
from forums.forms import About, ComposeForm, DraftForm, split_answers, with_answers
from forums.selectors.topic_lists import was_sent
from forums.views.submit import Sent, keep_and_show, posted
from guidance.models import Guideline
from guidance.selectors import norms

# For their first posts members see the guidelines above the box.
NEWCOMER_POSTS = 2
# More than three are not read by anybody who has something to say.
FIRST_NORMS = 3


def compose_context(
    viewer: Viewer,
    form: ComposeForm,
    *,
    board: str,
    place: str,
    action: str,
    posts_written: int | None = None,
) -> dict[str, Any]:
    """What the compose box needs; ``board`` is the name of the one it stands in. ``posts_written``,
    up to NEWCOMER_POSTS, if it is known."""
    is_newcomer = False
    if isinstance(viewer, Member) and not viewer.is_moderator:
        if posts_written is None:
            posts_written = viewer.posts.all()[:NEWCOMER_POSTS].count()
        is_newcomer = posts_written < NEWCOMER_POSTS
    return {
        "form": form,
        "place": place,
        "action": action,
        "norms": _first_norms(board) if is_newcomer else [],
    }


def _first_norms(board: str) -> list[Guideline]:
    """The three to read first: what holds on this board alone, then the lowest numbers."""
    few = sorted(norms(board), key=lambda norm: (not norm.boards, norm.number))
    return sorted(few[:FIRST_NORMS], key=lambda norm: norm.number)


def _refused_at_once(member: Member) -> ActionDenied | None:
    """What is known before a word is written is said before."""
    try:
        check_may_write(member)
    except ActionDenied as refused:
        return refused
    return None


def compose(
    request: MemberRequest,
    form_class: Callable[..., ComposeForm],
    save: Callable[[ComposeForm], Sent],
    *,
    template: str,
    board: str,
    place: str,
    context: dict[str, Any],
    questions: Sequence[str] = (),
    initial: dict[str, Any] | None = None,
    about: About | None = None,
    quoted: str = "",
) -> HttpResponse:
    """The page with the box. ``quoted`` is a quote that was asked for: it stands in the box, below
    what was begun there before."""
    context = {**context}
    status = 200
    if request.method == "POST":
        form = form_class(request.POST, about=about)
        answer = posted(request, form, save, place, context)
        if isinstance(answer, HttpResponse):
            return answer
        status = answer
        keep_and_show(request, form, place, context)
    else:
        draft, words = _first_words(request, place, questions)
        form = form_class(initial={**(initial or {}), **words, **_with_quote(words, quoted)})
        context["quoted"] = quoted
        context["other_versions"] = draft.others if draft is not None else []
        context["draft_saved_at"] = draft.saved_at if draft is not None else None
        context["refused"] = context["refused_at_once"] = _refused_at_once(request.user)
    context |= compose_context(request.user, form, board=board, place=place, action=request.path)
    return render(request, template, context, status=status)


def _with_quote(words: dict[str, Any], quoted: str) -> dict[str, str]:
    """Once, however often the page is loaded."""
    begun = str(words.get("text", "")).rstrip()
    if not quoted or quoted.strip() in begun:
        return {}
    return {"text": f"{begun}\n\n{quoted}" if begun else quoted}


def _first_words(
    request: MemberRequest, place: str, questions: Sequence[str]
) -> tuple[Draft | None, dict[str, Any]]:
    """What stands in the box at first, if not only what is given: a draft, which words sent while
    logged out become, and the form's fields."""
    kept = take_up_stashed_form(request, place, questions)
    draft = draft_of(request.user, place)
    if kept is not None:
        return draft, {**kept, "known": draft.state if draft is not None else ""}
    if draft is None:
        return None, {}
    answers, rest = split_answers(questions, draft.text)
    words: dict[str, Any] = {
        "text": rest,
        "title": draft.title,
        "wish": draft.wish,
        "known": draft.state,
    }
    words |= {f"answer_{number}": answer for number, answer in enumerate(answers)}
    if draft.warnings:
        # A change whose draft knows of none leaves those of the post.
        words["warnings"] = draft.warnings
    # Unless it was sent meanwhile, with other words: then this is another post.
    if draft.token is not None and not was_sent(request.user, draft.token):
        words["token"] = draft.token
    return draft, words


def take_up_stashed_form(
    request: MemberRequest, place: str, questions: Sequence[str] = (), path: str = ""
) -> dict[str, Any] | None:
    """What was sent while logged out, to this address or to ``path``; from now on it is a draft
    like any other, unless the same form was sent again meanwhile and has arrived."""
    kept = get_stashed_form(request, path)
    if not kept:
        return None
    token = uuid_or_none(str(kept.get("token", "")))
    if token is not None and was_sent(request.user, token):
        discard_stashed_form(request, path)
        return None
    if isinstance(kept.get("warnings"), str):
        kept["warnings"] = [kept["warnings"]]
    answers = [str(kept.get(f"answer_{number}", "")) for number in range(len(questions))]
    text = with_answers(questions, answers, str(kept.get("text", "")))
    if text.strip() or kept.get("title"):
        words_form = DraftForm({"known": "", **kept, "text": text, "place": place})
        if words_form.is_valid():
            save_draft(member=request.user, **words_form.cleaned_data)
            discard_stashed_form(request, path)
    shown = {"text", "title", "wish", "warnings", "version"}
    words = {key: value for key, value in kept.items() if key in shown or key.startswith("answer_")}
    # The same form sent again is the same post.
    return words if token is None else {**words, "token": token}


def uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
