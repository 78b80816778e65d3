"""What every page knows."""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import SimpleLazyObject

from accounts.models import Member
from accounts.requests import viewer_of
from moderation.reading.duty import is_anybody_on_duty
from moderation.reading.queue import waiting_for
from mssupport.look import look_of
from notifications.reading import Badge, badge


def page(request: HttpRequest) -> dict[str, Any]:
    """The names of the place, the reader's look, and counts that ask only when they are shown."""
    viewer = viewer_of(request) if hasattr(request, "user") else None

    def notices() -> Badge:
        return badge(viewer) if isinstance(viewer, Member) else Badge(0, 0)

    def waiting() -> int:
        return waiting_for(viewer) if isinstance(viewer, Member) else 0

    return {
        "site_name": settings.SITE_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "is_local_mail": settings.MAIL_DELIVERY == "local",
        "look": look_of(request),
        "badge": SimpleLazyObject(notices),
        "waiting_cases": SimpleLazyObject(waiting),
        "somebody_on_duty": SimpleLazyObject(is_anybody_on_duty),
        "words_to_copy": SimpleLazyObject(lambda: _words_sent(request)),
        "help_card": _take_help_card(request),
    }


def _words_sent(request: HttpRequest) -> str:
    """What a refused form carried, for a page to show; nothing where it cannot be read."""
    if request.method != "POST":
        return ""
    try:
        return request.POST.get("text", "")
    except (SuspiciousOperation, BadRequest, MultiPartParserError):
        return ""


def _take_help_card(request: HttpRequest) -> SimpleLazyObject:
    def take() -> bool:
        session = getattr(request, "session", None)
        return bool(session is not None and session.pop("help_card", False))

    return SimpleLazyObject(take)
