"""What stands beside a post that its author has just sent: the help card, and the way back. Words
that were kept for later have the help card too.

It is kept in the session, because the post is shown by the request after the one that saved it.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from forums.models import Post
from forums.rules import UNDO_SEND

SESSION_KEY = "just_sent"
KEPT_KEY = "just_kept"
# The element's id, to which the browser scrolls. It stands right before the post.
FRAGMENT = "just-sent"


@dataclass(frozen=True)
class JustSent:
    """``help_messages`` are those of the rules that spoke, for this very post."""

    post: int
    can_undo: bool
    help_messages: list[str]


def remember_sent(
    request: HttpRequest, post: Post, *, can_undo: bool, help_messages: list[str]
) -> None:
    """Call it after the post is saved; the next page that shows the post has it beside it."""
    kept = request.session.get(SESSION_KEY)
    if kept:
        # A card that nobody has seen yet stands beside the next post.
        help_messages = list(dict.fromkeys([*kept["help"], *help_messages]))
    until = (timezone.now() + UNDO_SEND).timestamp() if can_undo else 0
    request.session[SESSION_KEY] = {"post": post.pk, "until": until, "help": help_messages}


def is_just_sent(request: HttpRequest, post: Post) -> bool:
    """Whether something is to be shown beside this post."""
    kept = request.session.get(SESSION_KEY)
    return bool(kept and kept["post"] == post.pk and _is_alive(kept))


def take_just_sent(request: HttpRequest, shown: set[int]) -> JustSent | None:
    """What to show beside one of the posts on this page, by id. Help is shown once, the way back
    for its whole minute."""
    kept = request.session.get(SESSION_KEY)
    if not kept or kept["post"] not in shown:
        return None
    just_sent = JustSent(
        post=kept["post"],
        can_undo=kept["until"] > timezone.now().timestamp(),
        help_messages=kept["help"],
    )
    if just_sent.can_undo:
        request.session[SESSION_KEY] = {**kept, "help": []}
    else:
        del request.session[SESSION_KEY]
    return just_sent if just_sent.can_undo or just_sent.help_messages else None


def remember_kept(request: HttpRequest, *, help_messages: list[str]) -> None:
    """Call it when words are kept as a draft; the list of drafts shows the help, once."""
    if help_messages:
        shown_next = [*request.session.get(KEPT_KEY, []), *help_messages]
        request.session[KEPT_KEY] = list(dict.fromkeys(shown_next))


def take_kept(request: HttpRequest) -> list[str]:
    """Help for whoever has just kept a draft instead of sending it."""
    return list(request.session.pop(KEPT_KEY, []))


def _is_alive(kept: dict[str, object]) -> bool:
    until = kept["until"]
    assert isinstance(until, float | int)
    return bool(kept["help"]) or until > timezone.now().timestamp()
