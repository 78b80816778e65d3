"""What views know about who is asking."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import Member

P = ParamSpec("P")
Viewer = Member | AnonymousUser

# Session key of words that arrived after the session had ended: {"path", "words"}.
KEPT_WORDS = "kept_words"
_NOT_WORDS = {"csrfmiddlewaretoken"}


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
        if request.method == "POST" and request.POST.get("text"):
            words = {key: value for key, value in request.POST.items() if key not in _NOT_WORDS}
            request.session[KEPT_WORDS] = {"path": request.path, "words": words}
            messages.info(
                request,
                _("You were logged out. Your words are kept: log in and they are here again."),
            )
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


def take_kept_words(request: HttpRequest) -> dict[str, str] | None:
    """What this member sent to this address while logged out, once."""
    kept = request.session.get(KEPT_WORDS)
    if not kept or kept.get("path") != request.path:
        return None
    del request.session[KEPT_WORDS]
    return cast(dict[str, str], kept["words"])
