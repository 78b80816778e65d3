"""The same words again from the same place are one post.

After “Back” a browser may show a form that was sent, with another token: a second press must not
post it twice.
"""

from hashlib import sha256

from django.http import HttpRequest
from django.utils import timezone

SESSION_KEY = "last_sent"
SAME_AGAIN_WITHIN_S = 600


def remember_words(request: HttpRequest, place: str, title: str, text: str, url: str) -> None:
    """Where the post is that these words became; only the last one, and no word of it."""
    request.session[SESSION_KEY] = {
        "words": _digest(place, title, text),
        "url": url,
        "at": timezone.now().timestamp(),
    }


def sent_just_now(request: HttpRequest, place: str, title: str, text: str) -> str | None:
    """Where the post is, if these were the last words of this session, a moment ago."""
    last = request.session.get(SESSION_KEY)
    if not last or last["words"] != _digest(place, title, text):
        return None
    is_recent = timezone.now().timestamp() - last["at"] < SAME_AGAIN_WITHIN_S
    return str(last["url"]) if is_recent else None


def forget_words(request: HttpRequest) -> None:
    """They were taken back, and may be sent again."""
    request.session.pop(SESSION_KEY, None)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
