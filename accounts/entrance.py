"""allauth's pages at the door, as this site needs them when mail is away or a press comes twice.

What such a page changes is one transaction: without its mail nothing of it happened, and the same
form can be sent again.
"""

import math
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import views as allauth_views
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.signup import complete_signup
from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as webauthn_views
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.signing import BadSignature, TimestampSigner
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import proving, second_factor
from accounts.actions.joining import (
    begin_joining,
    check_code,
    finish_joining,
    has_account,
    renew_code,
)
from accounts.adapter import CouldNotSend
from accounts.exceptions import ActionDenied, RateLimited
from accounts.forms import JoiningAddressForm, JoiningCodeForm
from accounts.models import Joining, Member
from accounts.pace import check_mails

# Session keys: the row of whoever joins here, and where they go afterwards.
_JOINING, _JOINING_NEXT = "joining", "joining_next"


class MailMayFail:
    """For views whose form sends mail."""

    request: HttpRequest

    def sends_mail(self, form: Any) -> bool:
        return True

    def form_valid(self, form: Any) -> HttpResponse:
        before = dict(self.request.session.items())
        told = form.cleaned_data
        try:
            if self.sends_mail(form):
                check_mails(self.request, str(told.get("email") or told.get("login") or ""))
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
        except RateLimited as refused:
            form.add_error(None, str(refused.reason))
            answer = self.form_invalid(form)  # type: ignore[attr-defined]
            answer.status_code = 429
            answer.headers["Retry-After"] = str(math.ceil(refused.wait))
            return answer

    def _as_before(self, before: dict[str, Any]) -> None:
        session = self.request.session
        for key in list(session.keys()):
            if key not in before:
                del session[key]
        session.update(before)


class SameLookupsMixin:
    """For views that are told an address: allauth asks once more where nobody has it, and who
    measures would learn that. So it is asked once more where somebody does."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        email = str(request.POST.get("login") or request.POST.get("email") or "")[:320]
        email = email.replace("\0", "")
        if EmailAddress.objects.filter(email__iexact=email).exists():
            Member.objects.filter(email__iexact=email).first()
        answer: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return answer


class LoginView(SameLookupsMixin, MailMayFail, allauth_views.LoginView):  # type: ignore[misc]
    def sends_mail(self, form: Any) -> bool:
        return not form.cleaned_data.get("password")


class RequestLoginCodeView(SameLookupsMixin, MailMayFail, allauth_views.RequestLoginCodeView):  # type: ignore[misc]
    pass


class PasswordResetView(SameLookupsMixin, MailMayFail, allauth_views.PasswordResetView):  # type: ignore[misc]
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


class _BeginsJoining(allauth_views.SignupView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        told = form.cleaned_data
        code = get_adapter().generate_email_verification_code()
        begun, is_new_code = begin_joining(
            token=told["token"] or uuid.uuid4(), email=told["email"], pseudonym=told["username"],
            relation=told["relation"], password=told["password1"], code=code,
        )  # fmt: skip
        if is_new_code:
            mail_joining_code(begun.email, code)
        self.request.session[_JOINING] = begun.pk
        self.request.session[_JOINING_NEXT] = self.get_success_url()
        return redirect("accounts:joining")


class SignupView(MailMayFail, _BeginsJoining):
    pass


def mail_joining_code(email: str, code: str) -> None:
    """Whoever has an account at this address is told so there, and nowhere else. Raises
    CouldNotSend."""
    adapter = get_adapter()
    if has_account(email):
        links = {
            "password_reset_url": f"{settings.SITE_URL}{reverse('account_reset_password')}",
        }
        adapter.send_mail("account/email/account_already_exists", email, links)
    else:
        adapter.send_mail("account/email/email_confirmation_signup", email, {"code": code})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def joining(request: HttpRequest) -> HttpResponse:
    """The second step of joining: the code from the mailbox, a new one, or another address."""
    if request.user.is_authenticated:
        return redirect("guidance:welcome")
    since = timezone.now() - Joining.KEPT_FOR
    begun = Joining.objects.filter(pk=request.session.get(_JOINING, 0), made_at__gt=since).first()
    if begun is None and _was_just_done(request):
        messages.info(request, _("This was done already. Please log in."))
        return redirect("account_login")
    if begun is None:
        messages.info(
            request,
            _(
                "To join, please fill in this form. What was begun before is kept for a day, in "
                "the same browser."
            ),
        )
        return redirect("account_signup")
    sent = request.POST if request.method == "POST" else None
    is_mail = sent is not None and "send" in sent
    is_verified = begun.verified_at is not None
    code_form = JoiningCodeForm(
        None if is_mail else sent,
        is_verified=is_verified,
        email=begun.email,
        initial={"pseudonym": begun.pseudonym},
    )
    address_form = JoiningAddressForm(sent if is_mail else None, initial={"email": begun.email})
    status = 200
    if is_mail and address_form.is_valid():
        status = _send_again(request, begun, address_form)
        if status == 200:
            return redirect("accounts:joining")
    elif not is_mail and code_form.is_valid():
        next_step = _finished(request, begun, code_form)
        if next_step is not None:
            return next_step
    if code_form.errors or address_form.errors:
        status = status if status != 200 else 422
    context = {
        "joining": begun, "form": code_form, "address_form": address_form,
        "begun": _signer.sign(str(begun.pk)),
        "is_open": begun.is_valid, "asks_address": bool(address_form.errors),
    }  # fmt: skip
    return render(request, "accounts/joining.html", context, status=status)


def _send_again(request: HttpRequest, begun: Joining, form: Any) -> int:
    """The status to answer with; what went wrong stands in the form."""
    code = get_adapter().generate_email_verification_code()
    try:
        check_mails(request, form.cleaned_data["email"])
        with transaction.atomic():
            renew_code(joining=begun, email=form.cleaned_data["email"], code=code)
            mail_joining_code(begun.email, code)
    except RateLimited as refused:
        form.add_error("email", str(refused.reason))
        return 429
    except CouldNotSend:
        form.add_error(None, _("We could not send the mail. Please try again in a moment."))
        return 503
    messages.success(request, _("A new code is on its way to %(email)s.") % {"email": begun.email})
    return 200


def _finished(request: HttpRequest, begun: Joining, form: Any) -> HttpResponse | None:
    """The way on, if there is one; or None, and what is missing stands in the form."""
    had_typed_it = begun.verified_at is not None
    try:
        if not had_typed_it:
            check_code(joining=begun, code=form.cleaned_data["code"])
            if begun.verified_at is None:
                form.add_error("code", _wrong_code(begun))
                return None
        pseudonym = form.cleaned_data.get("pseudonym") or begun.pseudonym
        return _come_in(request, finish_joining(joining=begun, pseudonym=pseudonym))
    except ActionDenied as refused:
        reason = str(refused.reason)
        if refused.next_step is not None:
            # Nothing is left to choose here.
            messages.info(request, reason)
            request.session.pop(_JOINING, None)
            return redirect(refused.next_step[0])
    except IntegrityError:
        # At the same moment; what it was is seen the next time.
        reason = _("Somebody already uses this pseudonym, or one that looks like it.")
    if had_typed_it:
        form.add_error("pseudonym", reason)
        return None
    # Somebody was quicker since; the code need not be typed again.
    messages.error(request, reason)
    return redirect("accounts:joining")


def _wrong_code(begun: Joining) -> str:
    if begun.is_valid:
        return _("This is not the code of the last mail. Please look once more.")
    return _("This code is no longer valid. Please let us send you a new one.")


# So long a press may come after the one that did it.
_PRESSED_AGAIN_WITHIN_S = 600
_signer = TimestampSigner(salt="joining")


def _was_just_done(request: HttpRequest) -> bool:
    """Whether this form has just made a member: a second press on a slow line still has the session
    of before."""
    try:
        begun = _signer.unsign(request.POST.get("begun", ""), max_age=_PRESSED_AGAIN_WITHIN_S * 10)
    except BadSignature:
        return False
    return bool(cache.get(f"joined:{begun}"))


def _come_in(request: HttpRequest, member: Member) -> HttpResponse:
    cache.set(f"joined:{request.session.get(_JOINING)}", True, _PRESSED_AGAIN_WITHIN_S)
    target = request.session.pop(_JOINING_NEXT, None)
    request.session.pop(_JOINING, None)
    record_authentication(request, member, method="code", email=member.email)
    answer: HttpResponse = complete_signup(request, user=member, redirect_url=target)
    return answer


def leads_on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For allauth's pages where a code is typed or sent again: says what happened when the code is
    no longer valid, or was used already by an earlier press; and mail that is away is no error
    page."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_typed = request.method == "POST" and "code" in request.POST
        was_member = request.user.is_authenticated
        try:
            with transaction.atomic():
                response = view(request, *args, **kwargs)
        except CouldNotSend as error:
            ratelimit.clear(request, app="allauth.account", action="confirm_email", key=error.email)
            messages.error(request, _("We could not send the mail. Please try again in a moment."))
            return redirect(request.get_full_path())
        begins_anew = response.status_code == 302 and response["Location"].split("?")[0] in {
            reverse(name) for name in ("account_login", "account_request_login_code",
                                       "account_reset_password", "account_email")
        }  # fmt: skip
        is_done = request.user.is_authenticated and not was_member
        was_told = getattr(messages.get_messages(request), "added_new", False)
        if is_typed and begins_anew and not is_done and not was_told:
            messages.info(
                request,
                _("This code is not valid any more, or was used already. You can ask for another."),
            )
        return response

    return wrapped


login = LoginView.as_view()
confirm_login_code = leads_on(allauth_views.confirm_login_code)
confirm_reset_code = leads_on(allauth_views.confirm_password_reset_code)
confirm_email = leads_on(allauth_views.email_verification_sent)
request_login_code = RequestLoginCodeView.as_view()
password_reset = PasswordResetView.as_view()
email = leads_on(EmailView.as_view())
set_password = login_required(PasswordSetView.as_view())
signup = SignupView.as_view()
activate_totp = login_required(ActivateTOTPView.as_view())
add_webauthn = login_required(AddWebAuthnView.as_view())
remove_webauthn = login_required(RemoveWebAuthnView.as_view())
