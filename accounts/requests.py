"""What views know about who is asking."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import Member

P = ParamSpec("P")
Viewer = Member | AnonymousUser

# Session key of words that arrived after the session had ended: {"path", "words", "writer"}.
KEPT_WORDS = "kept_words"
MOST_KEPT = 250_000
_NOT_WORDS = {"csrfmiddlewaretoken", "writer"}
_signer = Signer(salt="writer")


def writer_mark(member: Member) -> str:
    """For a hidden field: who began to write here, so that nobody else gets the words."""
    return _signer.sign(str(member.pk))


class MemberRequest(HttpRequest):
    """A request of somebody who is logged in."""

    user: Member


def viewer_of(request: HttpRequest) -> Viewer:
    return request.user


def member_required(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For members only; others log in first, and what they sent comes back afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(cast(MemberRequest, request), *args, **kwargs)
        if request.method == "POST" and not _keep_words(request):
            # Most buttons have no page of their own to come back to.
            return redirect_to_login(_page_before(request))
        return redirect_to_login(request.get_full_path())

    return guarded


def moderator_required(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For moderators only; to everybody else the page does not exist."""

    @member_required
    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_moderator:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def take_kept_words(request: HttpRequest) -> dict[str, Any]:
    """What this member sent to this address while logged out; empty if nothing. A field that came
    several times is a list.

    It stays until forget_kept_words, so that a page loaded twice shows it twice.
    """
    kept = request.session.get(KEPT_WORDS)
    if not kept or kept["path"] != request.path or kept["writer"] != request.user.pk:
        return {}
    return cast(dict[str, Any], dict(kept["words"]))


def forget_kept_words(request: HttpRequest) -> None:
    """They were sent now, or are kept as a draft."""
    request.session.pop(KEPT_WORDS, None)


def _page_before(request: HttpRequest) -> str:
    parts = urlsplit(request.headers.get("Referer", ""))
    return parts.path if parts.netloc == request.get_host() and parts.path else "/"


def _keep_words(request: HttpRequest) -> bool:
    try:
        writer = int(_signer.unsign(request.POST.get("writer", "")))
    except (BadSignature, ValueError):
        return False
    given = {key: each for key, each in request.POST.lists() if key not in _NOT_WORDS}
    words = {key: each if len(each) > 1 else each[0] for key, each in given.items()}
    fits = sum(len(word) for each in given.values() for word in each) <= MOST_KEPT
    if fits:
        request.session[KEPT_WORDS] = {"path": request.path, "words": words, "writer": writer}
        messages.info(
            request,
            _("You were logged out. Your words are kept: log in and they are here again."),
        )
    return fits
