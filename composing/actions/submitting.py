"""From a valid form to what becomes of it: the one way for everything that members write."""

from collections.abc import Callable
from uuid import UUID

from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import Member
from composing.actions.drafts import save_draft
from composing.actions.submissions import digest_of, record_submission
from composing.draft_words import DraftWords
from composing.forms import ComposeForm
from composing.outcomes import (
    Conflict,
    NeedsAnswer,
    Nudge,
    Outcome,
    Pending,
    Published,
    Refused,
    SentAgain,
)
from composing.surfaces import Surface
from guidance.actions.prompt_log import (
    carry_over_shown,
    note_dismissed,
    note_evaluation,
    note_sent,
)
from guidance.drafts import Prompt


def submit(
    surface: Surface,
    form: ComposeForm,
    author: Member,
    words: Callable[[], DraftWords | None],
    offer: str = "",
) -> Outcome:
    """Asks, publishes or lets it wait. The form is valid; ``words`` answers with what it says, as
    drafts are kept, or None if that is too long for one, and is hardly ever asked; ``offer`` is
    another way on that a nudge offered."""
    offer = offer if surface.has_offer(offer, author, form) else ""
    if (asked := _questions(surface, form, author, with_nudge=not offer)) is not None:
        log_evaluation(form, asked.prompt)
        return asked
    cleaned = form.cleaned_data
    digest = digest_of(surface.draft_key, str(cleaned.get("title", "")), cleaned["text"])
    # A page of a browser names itself; a program that sends the same twice means it.
    last = form.context.last_submission if form.context is not None else None
    is_of_page = surface.is_new and cleaned["page"] is not None and not offer
    if is_of_page and last is not None and last.is_same(digest):
        return SentAgain(last.url)
    _keep_unseen_draft(form, author, words)
    try:
        outcome = surface.publish(author, form, offer)
    except EditConflict as conflict:
        if (written := words()) is not None:
            # It was sent already, with other words: these are the next draft.
            save_draft(member=author, **written.of_another_page().as_arguments())
        return Conflict(conflict)
    except ActionDenied as refused:
        return Refused(refused)
    record_submission(
        member=author,
        outcome=outcome,
        digest=digest,
        page=cleaned["page"],
        help_messages=[str(prompt.message) for prompt in form.help_prompts],
    )
    _log_sent(form, author, outcome)
    return outcome


def log_evaluation(form: ComposeForm, shown: Prompt | None) -> None:
    """What the rules heard in this form, and what of it was said."""
    token = form.cleaned_data.get("token")
    if token is not None and form.context is not None:
        note_evaluation(
            member=form.context.member,
            token=token,
            evaluation=form.evaluation,
            shown=shown,
            place=form.context.subject,
        )


def _questions(
    surface: Surface, form: ComposeForm, author: Member, *, with_nudge: bool
) -> NeedsAnswer | None:
    """All that is asked, at once; None if nothing is. Whoever needs help is asked nothing, nor is
    whoever waits for a moderator asked about the discussion."""
    prompt = form.open_prompt
    nudge = None
    if with_nudge and not form.help_prompt and not form.heard.holds:
        nudge = _open_nudge(surface, form, author)
    return NeedsAnswer(prompt, nudge) if prompt is not None or nudge is not None else None


def _open_nudge(surface: Surface, form: ComposeForm, author: Member) -> Nudge | None:
    """Once for each discussion."""
    nudge = surface.nudge(author, form)
    if nudge is None or (form.context is not None and nudge.rule in form.context.dismissed):
        return None
    if nudge.rule in form.pressed:
        note_dismissed(member=author, rules=[nudge.rule])
        return None
    return nudge


def _keep_unseen_draft(
    form: ComposeForm, author: Member, words: Callable[[], DraftWords | None]
) -> None:
    """What another page keeps here and this one never saw is not done with by sending this."""
    standing = form.context.draft if form.context is not None else None
    if standing is None or "known" not in form.data:
        return
    is_own = standing.page is not None and standing.page == form.cleaned_data["page"]
    if is_own or standing.state == form.cleaned_data["known"]:
        return
    if standing.text not in form.cleaned_data["text"] and (written := words()) is not None:
        save_draft(member=author, **written.as_arguments())


def _log_sent(form: ComposeForm, author: Member, outcome: Published | Pending) -> None:
    token: UUID = form.cleaned_data["token"]
    if form.dismissed:
        note_dismissed(member=author, rules=form.dismissed)
    log_evaluation(form, form.help_prompt)
    if _was_prompted(form):
        note_sent(
            member=author,
            token=token,
            evaluation=form.evaluation,
            dismissed=form.pressed,
            wrong=form.called_wrong,
        )
    if outcome.token != token:
        carry_over_shown(member=author, form=token, post=outcome.token)


def _was_prompted(form: ComposeForm) -> bool:
    """Whether anything was noted beside this form, before or now."""
    history = form.context.history if form.context is not None else None
    heard = form.evaluation
    heard_now = heard.prompts or heard.on_trial or heard.held_out
    return bool(heard_now) or history is None or history.was_prompted
