"""A member's own pages."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import proving
from accounts.actions.access import end_logins
from accounts.actions.blocking import unblock_member
from accounts.actions.consenting import withdraw_consent
from accounts.actions.recovering import finish_address_change
from accounts.actions.settings import choose_reading_order, save_settings
from accounts.adapter import CouldNotSend
from accounts.exceptions import ActionDenied
from accounts.forms import NewAddressForm, ProofForm, ReadingOrderForm, SettingsForm
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def settings(request: MemberRequest) -> HttpResponse:
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST":
        check_pace(request, "settings", 30, 60)
    if request.method == "POST" and form.is_valid():
        save_settings(member=request.user, **form.cleaned_data)
        messages.success(request, _("Your settings are saved."))
        return redirect("accounts:settings")
    status = 422 if form.errors else 200
    return render(request, "accounts/settings.html", {"form": form}, status=status)


@require_POST
@member_required
def reading_order(request: MemberRequest) -> HttpResponse:
    check_pace(request, "settings", 30, 60)
    form = ReadingOrderForm(request.POST)
    if form.is_valid():
        choose_reading_order(member=request.user, order=form.cleaned_data["order"])
    return redirect(_own_path(request, request.GET.get("next", "")))


@require_safe
@member_required
def blocked(request: MemberRequest) -> HttpResponse:
    blocks = request.user.blocks_made.select_related("member").order_by("-made_at")[:200]
    return render(request, "accounts/blocked.html", {"blocks": blocks})


@require_POST
@member_required
def unblock(request: MemberRequest, pk: int) -> HttpResponse:
    own = get_object_or_404(request.user.blocks_made.select_related("member"), pk=pk)
    unblock_member(by=request.user, member=own.member)
    messages.success(request, _("You do not block them any more."))
    return redirect("accounts:blocked")


@require_POST
@member_required
def take_back_consent(request: MemberRequest) -> HttpResponse:
    withdraw_consent(member=request.user)
    messages.success(
        request, _("Your agreement is taken back. You can read here, and no longer write.")
    )
    return redirect("accounts:settings")


@require_POST
@member_required
def log_out_elsewhere(request: MemberRequest) -> HttpResponse:
    """For a lost phone, or a borrowed computer one forgot to log out of."""
    check_pace(request, "elsewhere", 10, 600)
    end_logins(member=request.user)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Every other device is logged out. This one stays logged in."))
    return redirect("accounts:settings")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def prove(request: MemberRequest) -> HttpResponse:
    """A code by mail before an account without a password gets another address, or a password."""
    target = _own_path(request, request.POST.get("next") or request.GET.get("next", ""))
    if not proving.is_needed(request):
        return redirect(target)
    form, failed = ProofForm(), False
    if request.method == "POST" and "send" in request.POST:
        check_pace(request, "proofs", 5, 600)
        try:
            proving.send_code(request)
            return redirect(f"{request.path}?{urlencode({'next': target})}")
        except CouldNotSend:
            failed = True
    elif request.method == "POST":
        form = ProofForm(request.POST)
        if form.is_valid():
            if proving.prove(request, form.cleaned_data["code"]):
                return redirect(target)
            form.add_error(
                "code",
                _("This is not the code of the last mail. Please look once more.")
                if proving.is_sent(request)
                else _("This code is no longer valid. Please let us send a new one."),
            )
    context = {
        "form": form,
        "failed": failed,
        "is_sent": proving.is_sent(request),
        "next": target,
    }
    status = 503 if failed else 422 if form.errors else 200
    return render(request, "accounts/prove.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_address(request: HttpRequest) -> HttpResponse:
    """Where the code is typed that was mailed to a new address; nobody need be logged in."""
    form = NewAddressForm(request.POST or None)
    if request.method == "POST":
        check_pace(request, "new_address", 10, 600)
        if form.is_valid():
            try:
                finish_address_change(code=form.cleaned_data["code"])
            except ActionDenied as refused:
                form.add_error("code", str(refused.reason))
            else:
                messages.success(request, _("Your account has its new address. Please log in."))
                return redirect("account_login")
    status = 422 if form.errors else 200
    return render(request, "accounts/new_address.html", {"form": form}, status=status)


def _own_path(request: HttpRequest, target: str) -> str:
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe and target.startswith("/") else "/"
