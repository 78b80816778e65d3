"""Where allauth is told how this site differs."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from accounts.networks import address_of


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_taken": _("Somebody already uses this pseudonym."),
        "username_blacklisted": _("This pseudonym could be taken for the team. Choose another."),
    }

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("guidance:welcome")

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
        super().send_mail(template_prefix, email, {**context, "mail_name": settings.MAIL_NAME})
