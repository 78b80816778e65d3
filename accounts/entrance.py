"""allauth's pages at the door, as this site needs them when mail is away or a press comes twice.

What such a page changes is one transaction: without its mail nothing of it happened, and the same
form can be sent again.
"""

from typing import Any
from urllib.parse import urlencode

from allauth.account import views as allauth_views
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as webauthn_views
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import proving, second_factor
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


class ProvenFirst:
    """For views that can move an account: who has no password types a code first."""

    def needs_proof(self, request: HttpRequest) -> bool:
        return proving.is_needed(request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.needs_proof(request):
            return redirect(f"{reverse('accounts:prove')}?{urlencode({'next': request.path})}")
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class EmailView(ProvenFirst, MailMayFail, allauth_views.EmailView):  # type: ignore[misc]
    pass


class PasswordSetView(ProvenFirst, allauth_views.PasswordSetView):  # type: ignore[misc]
    pass


class BeforeSecondFactor(ProvenFirst):
    """Who has none yet, and no password either, types a code; the others are asked by allauth."""

    def needs_proof(self, request: HttpRequest) -> bool:
        return not second_factor.is_set_up(request.user) and proving.is_needed(request)  # type: ignore[arg-type]


class ActivateTOTPView(BeforeSecondFactor, totp_views.ActivateTOTPView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        # Read and typed by people: four letters at a time.
        fours = [secret[start : start + 4] for start in range(0, len(secret), 4)]
        return {**context, "secret_in_fours": " ".join(fours)}


class AddWebAuthnView(BeforeSecondFactor, webauthn_views.AddWebAuthnView):  # type: ignore[misc]
    pass


class RemoveWebAuthnView(webauthn_views.RemoveWebAuthnView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        adapter = get_mfa_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
            return redirect("mfa_list_webauthn")
        answer: HttpResponse = super().form_valid(form)
        return answer


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
set_password = login_required(PasswordSetView.as_view())
signup = SignupView.as_view()
activate_totp = login_required(ActivateTOTPView.as_view())
add_webauthn = login_required(AddWebAuthnView.as_view())
remove_webauthn = login_required(RemoveWebAuthnView.as_view())
