"""The box to write in: what stands in it at first, and what is shown around it."""

from typing import Any
from uuid import UUID

from accounts.models import Member, Viewer
from accounts.requests import MemberRequest, discard_stashed_form, get_stashed_form
from composing.actions.drafts import save_draft
from composing.forms import ComposeForm, DraftForm
from composing.models import Draft
from composing.selectors import draft_of
from composing.surfaces import Surface
from guidance.models import Guideline
from guidance.selectors import norms

# More than three are not read by anybody who has something to say.
FIRST_NORMS = 3


def box_context(
    viewer: Viewer, surface: Surface, form: ComposeForm, *, is_newcomer: bool | None = None
) -> dict[str, Any]:
    """What composing/_compose.html needs. Newcomers see the first guidelines above the box."""
    if not isinstance(viewer, Member) or viewer.is_moderator:
        is_newcomer = False
    elif is_newcomer is None:
        is_newcomer = surface.is_newcomer(viewer)
    return {
        "form": form,
        "place": surface.draft_key,
        "action": surface.url,
        "norms": _first_norms(surface.board_name) if is_newcomer else [],
    }


def _first_norms(board: str) -> list[Guideline]:
    """The three to read first: what holds on this board alone, then the lowest numbers."""
    few = sorted(norms(board), key=lambda norm: (not norm.boards, norm.number))
    return sorted(few[:FIRST_NORMS], key=lambda norm: norm.number)


def first_values(request: MemberRequest, surface: Surface) -> tuple[Draft | None, dict[str, Any]]:
    """What stands in the box at first, if not only what is given: a draft, which words sent while
    logged out become, below it the quote that was asked for; and the form's fields."""
    draft, values = _begun(request, surface)
    # A quote stands there once, however often the page is loaded.
    begun, quote = str(values.get("text", "")).rstrip(), surface.quote
    if quote and quote.strip() not in begun:
        values["text"] = f"{begun}\n\n{quote}" if begun else quote
    return draft, values


def _begun(request: MemberRequest, surface: Surface) -> tuple[Draft | None, dict[str, Any]]:
    stashed = take_up_stashed_form(request, surface)
    draft = draft_of(request.user, surface.draft_key)
    if stashed is not None:
        return draft, {**stashed, "known": draft.state if draft is not None else ""}
    if draft is None:
        return None, {}
    values: dict[str, Any] = {
        **surface.fields_from_text(draft.text),
        "title": draft.title,
        "wish": draft.wish,
        "known": draft.state,
    }
    if draft.warnings:
        # A change whose draft knows of none leaves those of the post.
        values["warnings"] = draft.warnings
    # Unless it was sent meanwhile, with other words: then this is another post.
    if draft.token is not None and not surface.has_arrived(request.user, draft.token):
        values["token"] = draft.token
    return draft, values


def take_up_stashed_form(request: MemberRequest, surface: Surface) -> dict[str, Any] | None:
    """What was sent to this surface while logged out; from now on it is a draft like any other,
    unless the same form was sent again meanwhile and has arrived."""
    stashed = get_stashed_form(request, surface.url)
    if not stashed:
        return None
    token = uuid_or_none(str(stashed.get("token", "")))
    if token is not None and surface.has_arrived(request.user, token):
        discard_stashed_form(request, surface.url)
        return None
    if isinstance(stashed.get("warnings"), str):
        stashed["warnings"] = [stashed["warnings"]]
    text = surface.text_from_fields(stashed)
    if text.strip() or stashed.get("title"):
        form = DraftForm({"known": "", **stashed, "text": text, "place": surface.draft_key})
        if form.is_valid():
            save_draft(member=request.user, **form.words.as_arguments())
            discard_stashed_form(request, surface.url)
    shown = {"title", "wish", "warnings", "version", *surface.text_fields}
    values = {name: value for name, value in stashed.items() if name in shown}
    # The same form sent again is the same post.
    return values if token is None else {**values, "token": token}


def uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
