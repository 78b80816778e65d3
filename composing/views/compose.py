"""The page to write on. Whatever goes wrong, the words stay in the box."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied, RateLimited
from accounts.models import Member
from accounts.pace import check_pace
from accounts.permissions import check_may_write
from accounts.requests import MemberRequest
from composing.actions.drafts import save_draft, settle_draft
from composing.actions.submitting import log_evaluation, submit
from composing.draft_words import DraftWords
from composing.forms import ComposeForm, DraftForm
from composing.outcomes import (
    Conflict,
    NeedsAnswer,
    Outcome,
    Pending,
    Published,
    Refused,
    SentAgain,
)
from composing.selectors import draft_of, warnings_to_choose
from composing.surfaces import Surface
from composing.views.box import box_context, first_values, uuid_or_none
from guidance.drafts import Severity
from guidance.support_types import LABELS
from text.rendering import render as render_markdown
from text.splitting import split


@dataclass
class Page:
    """A form that was sent, and what its page shows if it comes back."""

    request: MemberRequest
    surface: Surface
    form: ComposeForm
    context: dict[str, Any] = field(default_factory=dict)
    status: int = 200

    @property
    def member(self) -> Member:
        return self.request.user

    @property
    def words(self) -> DraftWords | None:
        """What was written, however unfinished; None if it is too long for a draft."""
        data = cast(QueryDict, self.form.data)
        given: dict[str, Any] = {**data.dict(), "warnings": data.getlist("warnings")}
        given["text"] = self.surface.text_from_fields(given)
        draft = DraftForm({**given, "place": self.surface.draft_key})
        return draft.words if draft.is_valid() else None

    def replace_text(self, text: str, **fields: str) -> None:
        """The form comes back with another text, and with other values of ``fields``."""
        data = cast(QueryDict, self.form.data).copy()
        for name in self.surface.text_fields:
            data.pop(name, None)
        data["text"] = text
        data.update(fields)
        self.form.data = data


def compose(request: MemberRequest, surface: Surface) -> HttpResponse:
    """The page of this surface: its form, or what became of it."""
    if request.method != "POST":
        return _show_empty(request, surface)
    check_pace(request, "writing", 120, 600)
    token = uuid_or_none(request.POST.get("token", ""))
    context = surface.writing_context(request.user, token)
    page = Page(request, surface, surface.make_form(request.POST, context=context))
    page.form.is_valid()
    # Whatever becomes of the form, whoever needs help sees it.
    page.context["help_prompts"] = page.form.help_prompts
    do, _colon, argument = request.POST.get("do", "").partition(":")
    return _BUTTONS.get(do, _send)(page, do, argument) or _show_again(page)


def _show_empty(request: MemberRequest, surface: Surface) -> HttpResponse:
    draft, values = first_values(request, surface)
    form = surface.make_form(initial={**surface.initial(), **values})
    refused = _refused_at_once(request.user)
    context = {
        **surface.page_context(request.user),
        **box_context(request.user, surface, form),
        "quoted": surface.quote,
        "other_versions": draft.others if draft is not None else [],
        "draft_saved_at": draft.saved_at if draft is not None else None,
        "refused": refused,
        "refused_at_once": refused,
    }
    return render(request, surface.template, context)


def _show_again(page: Page) -> HttpResponse:
    """It has kept what is on it, with scripts or without; what other pages wrote in the same place
    is shown beside it."""
    surface, words = page.surface, page.words
    draft = draft_of(page.member, surface.draft_key)
    data = cast(QueryDict, page.form.data).copy()
    # From now on it is another page: a request of the one before that is slow stays apart.
    next_page = uuid4()
    data["page"] = str(next_page)
    if words is not None and not surface.is_unchanged(words.text) and not _has_arrived(page):
        draft = save_draft(member=page.member, **words.as_arguments(), then_page=next_page)
    known, others = "", list[dict[str, Any]]()
    if draft is not None:
        known, others = draft.beside(draft.text if words is None else words.text)
    data["known"] = known
    page.form.data = data
    context = {
        **surface.page_context(page.member),
        **page.context,
        **box_context(page.member, surface, page.form),
        "other_versions": others,
    }
    return render(page.request, surface.template, context, status=page.status)


def _has_arrived(page: Page) -> bool:
    token = uuid_or_none(str(page.form.data.get("token", "")))
    return token is not None and page.surface.has_arrived(page.member, token)


def _refused_at_once(member: Member) -> ActionDenied | None:
    """What is known before a word is written is said before."""
    try:
        check_may_write(member)
    except ActionDenied as refused:
        return refused
    return None


# The buttons. Each answers, or leaves it to the page that shows the form again.
Answer = HttpResponse | None


def _keep_draft(page: Page, _do: str, _argument: str) -> Answer:
    """Kept as it is, however unfinished; what is too long to keep stays in the box."""
    words = page.words
    if words is None:
        page.status = 422
        return None
    help_messages = [str(prompt.message) for prompt in page.form.help_prompts]
    save_draft(member=page.member, **words.as_arguments(), help_messages=help_messages)
    messages.success(page.request, _("Your draft is kept. You find it under Drafts."))
    return redirect("composing:drafts")


def _settle_version(page: Page, do: str, state: str) -> Answer:
    """The author says what becomes of what another page wrote here; the form comes back."""
    # Nothing was sent, so nothing is wrong yet.
    page.form.errors.clear()
    key = page.surface.draft_key
    draft, words = draft_of(page.member, key), page.words
    if draft is None or words is None:
        return None
    title, text = words.title, words.text
    versions = [draft.as_version, *draft.others]
    other = next((each for each in versions if each["state"] == state), None)
    if do == "both" and other is not None:
        # A title of its own is not lost either.
        said = [text, "" if other["title"] in {title, ""} or not title else other["title"]]
        title = title or other["title"]
        text = "\n\n".join(filter(None, [*said, other["text"]]))
    settle_draft(member=page.member, place=key, state=state)
    # Seen, and done with.
    seen = {"known": state} if state == draft.state else {}
    page.replace_text(text, title=title, **seen)
    return None


def _split(page: Page, do: str, argument: str) -> Answer:
    if "text" not in page.form.cleaned_data:
        return _send(page, do, argument)
    page.replace_text(split(page.form.cleaned_data["text"]))
    page.context["split"] = True
    return None


def _preview(page: Page, do: str, argument: str) -> Answer:
    """How it will look to others."""
    if page.form.errors:
        return _send(page, do, argument)
    cleaned, names = page.form.cleaned_data, dict(warnings_to_choose())
    chosen = [names[slug] for slug in cleaned["warnings"] if slug in names]
    page.context |= {
        "preview": render_markdown(cleaned["text"]),
        "preview_warning": "; ".join(chosen),
        "preview_wish": LABELS.get(str(cleaned.get("wish") or ""), ""),
        "similar": page.surface.similar(page.member, cleaned.get("title", "")),
    }
    return None


def _redraft(page: Page, do: str, answered: str) -> Answer:
    """The words go on in a form of their own."""
    if "text" not in page.form.cleaned_data:
        return _send(page, do, answered)
    link = page.request.build_absolute_uri(page.surface.discussion_url)
    url = page.surface.redraft(page.member, page.form, link)
    return redirect(url) if url is not None else _send(page, do, answered)


def _send(page: Page, do: str, answered: str) -> Answer:
    form = page.form
    if form.errors:
        # The page says what is wrong with the form, and of the rules only why it cannot be sent.
        stopped = (each for each in form.prompts if each.severity >= Severity.HELP)
        log_evaluation(form, next(stopped, None))
        page.status = 422
        return None
    form.answer(filter(None, answered.split(",")))
    return _respond(page, submit(page.surface, form, page.member, lambda: page.words, offer=do))


_BUTTONS: Mapping[str, Callable[[Page, str, str], Answer]] = {
    "draft": _keep_draft,
    "both": _settle_version,
    "mine": _settle_version,
    "split": _split,
    "preview": _preview,
    "apart": _redraft,
}


def _respond(page: Page, outcome: Outcome) -> Answer:
    """The page that each outcome leads to."""
    match outcome:
        case Published() | Pending():
            if isinstance(outcome, Published) and outcome.message:
                messages.success(page.request, outcome.message)
            answer = redirect(outcome.url)
            # Tells the page's script that the words it holds for this form have arrived.
            token = str(page.form.cleaned_data["token"])
            answer.set_cookie("sent", token, max_age=3600, samesite="Lax")
            return answer
        case SentAgain():
            return redirect(outcome.url)
        case NeedsAnswer():
            _ask(page, outcome)
        case Refused():
            # The page comes back with the reason and with every word that was written.
            page.form.add_error(None, str(outcome.error.reason))
            page.context["refused"] = outcome.error
            page.status = 429 if isinstance(outcome.error, RateLimited) else 403
        case Conflict():
            raise outcome.error
    return None


def _ask(page: Page, asked: NeedsAnswer) -> None:
    page.context |= {"prompt": asked.prompt, "nudge": asked.nudge, "asked": asked}
    if asked.prompt is None:
        return
    page.form.tie(asked.prompt)
    if asked.nudge is not None:
        # Both are read at once: whoever only says that the rule does not fit has read the other.
        data = cast(QueryDict, page.form.data).copy()
        data["as_it_is"] = ",".join(filter(None, [str(data.get("as_it_is", "")), asked.nudge.rule]))
        page.form.data = data
