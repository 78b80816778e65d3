"""Where allauth is told how this site differs."""

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import second_factor
from accounts.actions.recovering import forget_address_change, keep_second_factor
from accounts.models import Member
from accounts.networks import address_of
from accounts.pace import in_words, wait_of
from accounts.requests import STAYS_LOGGED_IN
from live.limits import network_of

logger = logging.getLogger(__name__)


class CouldNotSend(Exception):
    """The mail server did not take a mail that somebody waits for."""

    def __init__(self, email: str) -> None:
        super().__init__()
        self.email = email.lower()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # Of wrong passwords pre_authenticate says how long to wait.
        "too_many_login_attempts": gettext_lazy(
            "That was the wrong code too often. You can ask for a new one at once."
        ),
        "username_taken": gettext_lazy("Somebody already uses this pseudonym."),
        "username_blacklisted": gettext_lazy(
            "This pseudonym could be taken for the team. Choose another."
        ),
    }

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("guidance:welcome")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        # Whoever is suspended sees their own page and nothing else.
        is_open = isinstance(request.user, Member) and not request.user.is_suspended
        return resolve_url("accounts:settings" if is_open else "moderation:record")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return resolve_url("guidance:welcome")

    def get_client_ip(self, request: HttpRequest) -> str:
        """As the sockets count visitors too; it never fails."""
        return address_of(
            str(request.META.get("REMOTE_ADDR", "")),
            str(request.META.get("HTTP_X_FORWARDED_FOR", "")),
            settings.ALLAUTH_TRUSTED_PROXY_COUNT,
        )

    def format_email_subject(self, subject: str) -> str:
        """The subject names no illness and nobody's words: a mailbox is often seen by others."""
        return f"{settings.MAIL_NAME}: {subject}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Raises CouldNotSend when the mail server does not take it."""
        try:
            super().send_mail(template_prefix, email, {**context, "mail_name": settings.MAIL_NAME})
        except (SMTPException, OSError, ValueError) as error:
            # Also what no mail server would take, such as a line break in a subject.
            logger.warning("a mail was not taken: %s", type(error).__name__)
            raise CouldNotSend(email) from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """News of what was done already, such as a changed password: it stays done without it."""
        try:
            super().send_notification_mail(*args, **kwargs)
        except CouldNotSend:
            logger.warning("a mail about a changed account was not taken")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Says how long to wait, and the way that is open all the same."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            key = self._get_login_attempts_cache_key(request, **credentials)
            wait = in_words(wait_of(request, "login_failed", key))
            raise ValidationError(
                _("Try again in %(wait)s, or use a code.") % {"wait": wait}
            ) from None

    def is_safe_url(self, url: str) -> bool:
        """What is no address at all is not safe either."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Until the browser is closed, unless they asked to stay logged in on this device; the
        team's sessions are shorter."""
        stays = request.session.pop(STAYS_LOGGED_IN, False)
        super().login(request, user)
        age: int | timedelta = settings.SESSION_COOKIE_AGE
        if second_factor.is_needed_by(user):
            age = second_factor.STAFF_SESSION
            request.session.pop(second_factor.ENDS_AT, None)
            second_factor.begin_staff_session(request)
        request.session.set_expiry(age if stays else 0)
        forget_address_change(member=user)
        if second_factor.has_proved(request):
            keep_second_factor(member=user)
        # What they have just shown is not asked for again in the next minutes.
        records = get_authentication_records(request, user)
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
            *records[:-1], *({**each, "reauthenticated": True} for each in records[-1:]),
        ]  # fmt: skip

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count for a network and an account together: nobody locks out an owner
        from somewhere else."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{network_of(self.get_client_ip(request))}"
