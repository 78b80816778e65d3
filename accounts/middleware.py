"""The reader's own time zone, and the door that a suspension closes."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth import get_user, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts import second_factor
from accounts.requests import is_of_somebody_else, stash_form, viewer_of

# Named by URL name: what a suspended member can still reach.
OPEN_TO_SUSPENDED = frozenset(
    {
        "account_logout",
        # What is theirs to decide all the same.
        "account_change_password",
        "account_set_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "accounts:prove",
        "accounts:log_out_elsewhere",
        "accounts:take_back_consent",
        "forums:own_posts",
        "forums:withdraw",
        "guidance:help",
        "guidance:guidelines",
        "moderation:care",
        "moderation:record",
        "moderation:decision_detail",
        "moderation:transparency",
        "appearance",
        "export",
        "personal_data",
        "leave",
        "stay",
        "healthz",
    }
)
# Answers that must not need the database.
FOR_MACHINES = frozenset({"/healthz", "/readyz", "/metrics", "/robots.txt"})
_ZONES = available_timezones()


def not_theirs(request: HttpRequest) -> HttpResponse:
    """The form of another member: refused, kept for its writer alone, and shown to nobody."""
    stash_form(request)
    response = render(request, "accounts/not_theirs.html", status=409)
    # The page's script tells this from another conflict.
    response.headers["X-Refused"] = "writer"
    return response


def member_context(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Activates the viewer's time zone; answers 403 to suspended members but for help."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path in FOR_MACHINES:
            return get_response(request)
        # The member itself and not a lazy stand-in: every page asks a hundred things about it.
        request.user = get_user(request)
        viewer = viewer_of(request)
        if viewer.is_authenticated and viewer.is_moderator:
            # Also whoever joined the team in the middle of a session.
            second_factor.begin_staff_session(request)
        if viewer.is_authenticated and second_factor.is_over(request):
            # As if they had logged out themselves; what they send now is kept for them.
            logout(request)
            viewer = viewer_of(request)
        zone = request.COOKIES.get("tz", "")
        if viewer.is_authenticated and viewer.time_zone:
            zone = viewer.time_zone
        if zone in _ZONES:
            with timezone.override(ZoneInfo(zone)):
                return get_response(request)
        return get_response(request)

    def process_view(
        request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.path in FOR_MACHINES:
            return None
        viewer = viewer_of(request)
        is_leaving = match is not None and match.view_name == "account_logout"
        if is_of_somebody_else(request) and not is_leaving:
            return not_theirs(request)
        if (
            viewer.is_authenticated
            and viewer.is_suspended
            and match is not None
            and match.view_name not in OPEN_TO_SUSPENDED
        ):
            return render(request, "accounts/suspended.html", status=403)
        return None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware
