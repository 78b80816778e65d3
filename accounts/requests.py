"""What views know about who is asking."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts import second_factor
from accounts.actions.stashed_forms import create_stashed_form, delete_stashed_form
from accounts.models import Member, StashedForm, Viewer

P = ParamSpec("P")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

# Session key: whether the box was ticked, for the login that follows.
STAYS_LOGGED_IN = "stays_logged_in"
MAX_KEPT_CHARACTERS, MAX_PATH = 250_000, 500
# Never kept and never shown again.
SECRET_FIELDS = frozenset(
    {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}
)
_NOT_WORDS = SECRET_FIELDS | {"writer"}
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
        if request.method == "POST":
            if not stash_form(request):
                # Most buttons have no page of their own to come back to.
                return redirect_to_login(_page_before(request))
            messages.info(
                request,
                _("You were logged out. Your words are kept: log in and they are here again."),
            )
        return redirect_to_login(request.get_full_path())

    return guarded


def moderator_required(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For moderators who showed their second factor; to everybody else the page does not exist."""

    @member_required
    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_moderator:
            raise Http404
        is_sent = request.method == "POST"
        back_to = _page_before(request) if is_sent else request.get_full_path()
        answer = second_factor.ask_first(request, back_to)
        if answer is None:
            return view(request, *args, **kwargs)
        if is_sent and stash_form(request):
            messages.info(request, _("Your words are kept: go on and they are here again."))
        return answer

    return guarded


def written_by(request: HttpRequest) -> int | None:
    """The id of the member on whose page the form was written; None if it does not say."""
    try:
        return int(_signer.unsign(request.POST.get("writer", "")))
    except (BadSignature, ValueError):
        return None


def is_of_somebody_else(request: HttpRequest) -> bool:
    """Whether this form was written by another member than the one who is logged in now: in
    another tab somebody logged in meanwhile. Its words are not theirs to see or to publish."""
    if request.method in SAFE_METHODS or not request.user.is_authenticated:
        return False
    writer = written_by(request)
    return writer is not None and writer != request.user.pk


def get_stashed_form(request: HttpRequest, path: str = "") -> dict[str, Any]:
    """What this member sent to this address, or to ``path``, and nobody took; empty if nothing. A
    field that came several times is a list.

    It stays until discard_stashed_form, so that a page loaded twice shows it twice.
    """
    kept = StashedForm.objects.filter(member=request.user.pk, path=path or request.path).first()
    return dict(kept.fields) if kept is not None else {}


def discard_stashed_form(request: HttpRequest, path: str = "") -> None:
    """They were sent now, or are kept as a draft."""
    if isinstance(request.user, Member):
        delete_stashed_form(member=request.user, path=path or request.path)


def stash_form(request: HttpRequest) -> bool:
    """Keeps what was sent for whoever wrote it; whether there was somebody and it fits."""
    writer = written_by(request)
    member = Member.objects.filter(pk=writer).first() if writer is not None else None
    if member is None or len(request.path) > MAX_PATH:
        return False
    given = {key: each for key, each in request.POST.lists() if key not in _NOT_WORDS}
    if sum(len(word) for each in given.values() for word in each) > MAX_KEPT_CHARACTERS:
        return False
    # A zero is no sign that the database could keep.
    given = {key: [word.replace("\0", "") for word in each] for key, each in given.items()}
    fields = {key: each if len(each) > 1 else each[0] for key, each in given.items()}
    create_stashed_form(member=member, path=request.path, fields=fields)
    return True


def _page_before(request: HttpRequest) -> str:
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return "/"
    return parts.path if parts.netloc == request.get_host() and parts.path else "/"
