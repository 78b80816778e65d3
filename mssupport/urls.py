"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

import composing.urls
from accounts import entrance
from accounts.pace import check_pace
from accounts.second_factor import has_proved
from live.views import missed
from mssupport.appearance import choose_appearance
from mssupport.export import export
from mssupport.health import healthz, readyz
from mssupport.leaving import leave, personal_data, stay_after_all
from mssupport.localmail import mailbox
from mssupport.metrics import metrics
from mssupport.registry import ROOMS, SURFACES

ROBOTS = "User-agent: GPTBot\nUser-agent: CCBot\nUser-agent: Google-Extended\nDisallow: /\n"


def catch_up_pace(request: HttpRequest) -> None:
    """Far above what an open page asks for, also where sockets are blocked."""
    check_pace(request, "missed", 240, 60)


def robots(_request: HttpRequest) -> HttpResponse:
    """Names no private path: a crawler has to be able to see each page's noindex."""
    return HttpResponse(ROBOTS, content_type="text/plain")


urlpatterns = [
    path("", include("forums.urls")),
    path("", include(composing.urls.patterns(SURFACES))),
    path("", include("guidance.urls")),
    path("", include("moderation.urls")),
    path("", include("notifications.urls")),
    path("", include("accounts.urls")),
    path("accounts/login/", entrance.login, name="account_login"),
    path("accounts/signup/", entrance.signup, name="account_signup"),
    path("accounts/login/code/", entrance.request_login_code, name="account_request_login_code"),
    path("accounts/password/reset/", entrance.password_reset, name="account_reset_password"),
    path("accounts/password/set/", entrance.set_password, name="account_set_password"),
    path("accounts/email/", entrance.email, name="account_email"),
    path(
        "accounts/login/code/confirm/",
        entrance.confirm_login_code,
        name="account_confirm_login_code",
    ),
    path(
        "accounts/password/reset/confirm/",
        entrance.confirm_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("accounts/confirm-email/", entrance.confirm_email, name="account_email_verification_sent"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/totp/activate/", entrance.activate_totp, name="mfa_activate_totp"),
    path("accounts/2fa/webauthn/add/", entrance.add_webauthn, name="mfa_add_webauthn"),
    path(
        "accounts/2fa/webauthn/keys/<int:pk>/remove/",
        entrance.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path(
        "live/missed/",
        missed,
        {"rooms": ROOMS, "has_proved": has_proved, "check_pace": catch_up_pace},
        name="missed",
    ),
    path("appearance/", choose_appearance, name="appearance"),
    path("settings/export/", export, name="export"),
    path("settings/data/", personal_data, name="personal_data"),
    path("settings/leave/", leave, name="leave"),
    path("settings/leave/stay/", stay_after_all, name="stay"),
    path("dev/mail/", mailbox, name="mailbox"),
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path(settings.ADMIN_PATH, admin.site.urls),
]

handler400 = "mssupport.errors.bad_request"
handler429 = "mssupport.errors.too_many_requests"
handler500 = "mssupport.errors.server_error"
