"""What every page knows."""

import os
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.models import Member
from accounts.requests import viewer_of
from accounts.second_factor import passkeys_work_here
from moderation.selectors.on_call import is_anybody_on_duty
from moderation.selectors.queue import waiting_for
from mssupport.appearance import appearance_of
from mssupport.demo.logins import PASSWORD, code_of_the_app, demo_logins
from mssupport.errors import sent_again
from notifications.selectors import Badge, badge


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
        "appearance": appearance_of(request),
        "badge": SimpleLazyObject(notices),
        "waiting_cases": SimpleLazyObject(waiting),
        "demo_logins": SimpleLazyObject(_demo_logins),
        "demo_code": SimpleLazyObject(lambda: _demo_code(request)),
        "passkeys_work": SimpleLazyObject(passkeys_work_here),
        "zone": timezone.get_current_timezone_name(),
        "somebody_on_duty": SimpleLazyObject(is_anybody_on_duty),
        "words_to_copy": SimpleLazyObject(lambda: _words_sent(request)),
    }


def _demo_logins() -> list[tuple[str, str, str]]:
    """(role, address, password) of those of the demo, where ./dev run shows it."""
    if settings.MAIL_DELIVERY != "local" or not os.environ.get("MSSUPPORT_EMBEDDED"):
        return []
    return [(role, email, PASSWORD) for role, email in demo_logins().items()]


def _demo_code(request: HttpRequest) -> str:
    """What the authenticator app of the demo's team would show now; empty elsewhere."""
    if not _demo_logins():
        return ""
    stage = getattr(request, "_login_stage", None)
    return code_of_the_app(stage.login.user if stage is not None else viewer_of(request))


def _words_sent(request: HttpRequest) -> str:
    """What was written in a refused form, for a page to show; nothing where it cannot be read."""
    return "\n\n".join(text for _name, text in sent_again(request).get("kept_long", ()))
