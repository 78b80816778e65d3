"""allauth's pages at the door, as this site needs them when mail is away or a press comes twice.

What such a page changes is one transaction: without its mail nothing of it happened, and the same
form can be sent again.
"""

from typing import Any

from allauth.account import views as allauth_views
from allauth.core.internal import ratelimit
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.adapter import CouldNotSend


class MailMayFail:
    """For views whose form sends mail."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        before = dict(self.request.session.items())
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
                return response
        except CouldNotSend as error:
            self._as_before(before)
            # The try that failed does not count: they may press again at once.
            ratelimit.clear(
                self.request, app="allauth.account", action="confirm_email", key=error.email
            )
            form.add_error(None, _("We could not send the mail. Please try again in a moment."))
            answer: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined]
            answer.status_code = 503
            return answer

    def _as_before(self, before: dict[str, Any]) -> None:
        session = self.request.session
        for key in list(session.keys()):
            if key not in before:
                del session[key]
        session.update(before)


class LoginView(MailMayFail, allauth_views.LoginView):  # type: ignore[misc]
    pass


class RequestLoginCodeView(MailMayFail, allauth_views.RequestLoginCodeView):  # type: ignore[misc]
    pass


class PasswordResetView(MailMayFail, allauth_views.PasswordResetView):  # type: ignore[misc]
    pass


class EmailView(MailMayFail, allauth_views.EmailView):  # type: ignore[misc]
    pass


class SignupView(MailMayFail, allauth_views.SignupView):  # type: ignore[misc]
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # A session from the start: a second press finds what the first one began.
        request.session.setdefault("joins", True)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except IntegrityError:
            # Pressed twice at the same moment: the other press has sent the code.
            return redirect("account_email_verification_sent")


login = LoginView.as_view()
request_login_code = RequestLoginCodeView.as_view()
password_reset = PasswordResetView.as_view()
email = EmailView.as_view()
signup = SignupView.as_view()
