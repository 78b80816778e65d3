"""What stands beside a post that its author has just sent: the help card, and the way back. Words
that were kept for later have the help card too.

It is kept in the session, because the post is shown by the request after the one that saved it.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from forums.models import Post
from forums.permissions import UNDO_SEND

SESSION_KEY = "just_sent"
KEPT_KEY = "just_kept"
# The element's id, to which the browser scrolls. It stands right before the post.
FRAGMENT = "just-sent"


# Whoever sends more within a minute has the way back beside the last ones.
MAX_JUST_SENT = 5


@dataclass(frozen=True)
class JustSent:
    """``help_messages`` are those of the rules that spoke, for this very post. ``fragment`` is the
    id of what stands beside it."""

    post: int
    can_undo: bool
    help_messages: list[str]
    fragment: str


def remember_sent(
    request: HttpRequest, post: Post, *, can_undo: bool, help_messages: list[str]
) -> None:
    """Call it after the post is saved; the next page that shows the post has it beside it."""
    until = (timezone.now() + UNDO_SEND).timestamp() if can_undo else 0
    kept = []
    for each in filter(_is_alive, _kept(request)):
        # A card that nobody has seen yet stands beside the next post.
        help_messages = list(dict.fromkeys([*each["help"], *help_messages]))
        if each["post"] == post.pk:
            until = max(until, each["until"])
        else:
            kept.append({**each, "help": []})
    kept.append({"post": post.pk, "until": until, "help": help_messages})
    request.session[SESSION_KEY] = kept[-MAX_JUST_SENT:]


def forget_sent(request: HttpRequest, post: Post) -> None:
    """It was taken back into the box; help that nobody has seen yet stays for the next post."""
    kept = [each for each in _kept(request) if each["post"] != post.pk or each["help"]]
    request.session[SESSION_KEY] = [
        {**each, "until": 0} if each["post"] == post.pk else each for each in kept
    ]


def is_just_sent(request: HttpRequest, post: Post) -> bool:
    """Whether something is to be shown beside this post, the last one that was sent."""
    kept = _kept(request)
    return bool(kept and kept[-1]["post"] == post.pk and _is_alive(kept[-1]))


def take_just_sent(request: HttpRequest, shown: set[int]) -> dict[int, JustSent]:
    """What to show beside posts on this page, by id. Help is shown once, the way back for its whole
    minute."""
    kept = _kept(request)
    now, found, left = timezone.now().timestamp(), {}, []
    for each in kept:
        can_undo, is_here = each["until"] > now, each["post"] in shown
        if is_here and (can_undo or each["help"]):
            pk = each["post"]
            fragment = FRAGMENT if each is kept[-1] else f"{FRAGMENT}-{pk}"
            found[pk] = JustSent(pk, can_undo, each["help"], fragment)
        if is_here:
            each = {**each, "help": []}
        if can_undo or each["help"]:
            left.append(each)
    if kept and left:
        request.session[SESSION_KEY] = left
    elif kept:
        del request.session[SESSION_KEY]
    return found


def _kept(request: HttpRequest) -> list[Any]:
    kept = request.session.get(SESSION_KEY)
    return kept if isinstance(kept, list) else []


def remember_kept(request: HttpRequest, *, help_messages: list[str]) -> None:
    """Call it when words are kept as a draft; the list of drafts shows the help, once."""
    if help_messages:
        shown_next = [*request.session.get(KEPT_KEY, []), *help_messages]
        request.session[KEPT_KEY] = list(dict.fromkeys(shown_next))


def take_kept(request: HttpRequest) -> list[str]:
    """Help for whoever has just kept a draft instead of sending it."""
    return list(request.session.pop(KEPT_KEY, []))


def _is_alive(kept: dict[str, Any]) -> bool:
    return bool(kept["help"]) or kept["until"] > timezone.now().timestamp()
