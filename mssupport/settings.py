"""The settings, read from the environment: docs/running.md has the table.

There is one file for every place the site runs; nothing exists only in production.
"""

from email.utils import formataddr
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from mssupport import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent

SITE_URL = env.origin(
    "SITE_URL",
    env.required("SITE_URL", "It is the address members type, such as https://forum.example."),
)
_site = urlsplit(SITE_URL)
_is_https = _site.scheme == "https"
_is_loopback = _site.hostname in env.LOOPBACK
_origins = [f"{_site.scheme}://{_site.netloc}"]
if _is_loopback:
    _port = f":{_site.port}" if _site.port else ""
    _origins = [f"{_site.scheme}://{name}{_port}" for name in ("127.0.0.1", "localhost")]
# Scheme, host and port, exactly: what a browser may open a socket from.
LIVE_ORIGINS = _origins

SITE_NAME = env.one_line("SITE_NAME", env.optional("SITE_NAME", "MS Support"))
# What mail calls us. It names no illness, because a mailbox is often shared or seen in passing.
MAIL_NAME = env.one_line("MAIL_NAME", env.optional("MAIL_NAME", "Support forum"))
CONTACT_EMAIL = env.mailbox("CONTACT_EMAIL", "team@example.org")

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY", env.required("SECRET_KEY", env.MAKE_A_KEY))
SECRET_KEY_FALLBACKS = [
    env.secret("SECRET_KEY_FALLBACKS", key)
    for key in env.optional("SECRET_KEY_FALLBACKS").split(",")
    if key
]
ALLOWED_HOSTS = ["127.0.0.1", "localhost"] if _is_loopback else [_site.hostname or ""]
CSRF_TRUSTED_ORIGINS = _origins

INSTALLED_APPS = [
    "accounts",
    "notifications",
    "guidance",
    "composing",
    "forums",
    "moderation",
    "live",
    "mssupport.apps.MSSupportConfig",
    "mssupport.demo",
    "mssupport.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "channels",
    "csp",
]

MIDDLEWARE = [
    "mssupport.middleware.for_machines",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "mssupport.middleware.privacy_headers",
    "mssupport.middleware.readable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.member_context",
    "mssupport.middleware.refusals",
]

ROOT_URLCONF = "mssupport.urls"
WSGI_APPLICATION = "mssupport.wsgi.application"
ASGI_APPLICATION = "mssupport.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mssupport.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "accounts.templatetags.form_token",
                "accounts.templatetags.people",
                "composing.templatetags.composing",
                "forums.templatetags.posts",
                "crispy_forms.templatetags.crispy_forms_filters",
                "moderation.templatetags.figures",
                "mssupport.templatetags.static_fragment",
            ],
        },
    }
]
FORM_RENDERER = "mssupport.form_renderer.QuickWidgets"
CRISPY_ALLOWED_TEMPLATE_PACKS = "calm"
CRISPY_TEMPLATE_PACK = "calm"
CRISPY_FAIL_SILENTLY = False

# Data: rows are the truth, and only PostgreSQL keeps them.
_database = dj_database_url.parse(
    env.url(
        "DATABASE_URL",
        env.required("DATABASE_URL", "Example: postgresql://user:password@host/name."),
        "postgresql",
        "postgres",
    ),
    conn_max_age=60,
    conn_health_checks=True,
)
_database["OPTIONS"] = {**_database.get("OPTIONS", {}), "connect_timeout": 5}
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The bus between processes carries ids only. Without REDIS_URL there is one process.
REDIS_URL = env.optional("REDIS_URL")
REDIS_OPTIONS = {
    # A subscriber may be idle for long: the blocking read must not end it.
    "socket_timeout": 30,
    "socket_connect_timeout": 2,
    "health_check_interval": 15,
    "max_connections": 50,
}
if REDIS_URL:
    env.url("REDIS_URL", REDIS_URL, "redis", "rediss", "unix")
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {
                "hosts": [{"address": REDIS_URL, **REDIS_OPTIONS}],
                "prefix": "mssupport",
            },
        }
    }
    CACHES = {
        "default": {"BACKEND": "mssupport.caching.ForgivingRedisCache", "LOCATION": REDIS_URL}
    }
else:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels.layers.InMemoryChannelLayer",
            "CONFIG": {"capacity": 10000},
        }
    }
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# New sockets a minute from one network: a hospital's readers all come back after a restart.
SOCKETS_PER_NETWORK = env.number("SOCKETS_PER_NETWORK", 600, low=1, high=1_000_000)
# So many times the usual pace of searches, reactions, changes, drafts and exports; for measuring.
PACE = env.number("PACE", 1, low=1, high=1_000_000)
# So many of a member's first posts come to the moderators' queue; they are published all the same.
FIRST_POSTS_LOOKED_AT = env.number("FIRST_POSTS_LOOKED_AT", 1, low=0, high=20)
# So many of a member's first posts wait until a moderator has read them.
FIRST_POSTS_HELD = env.number("FIRST_POSTS_HELD", 0, low=0, high=20)
# New members read what is open to the web, until a moderator has said yes.
MEMBERS_ARE_APPROVED = env.switch("MEMBERS_ARE_APPROVED")
# Whoever sends this word may read /metrics; without one, nobody may.
METRICS_TOKEN = env.optional("METRICS_TOKEN")
WEB_THREADS = env.number("WEB_THREADS", 8, low=1, high=64)

# People
AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.GuessableValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "forums:home"
LOGOUT_REDIRECT_URL = "forums:home"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "pseudonym"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 600
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# An address is asked for seldom; the mails it causes go to whoever owns it.
# Mails to one address are counted by accounts.pace.check_mails: not by the address alone, which
# would let anybody lock its owner out.
ACCOUNT_RATE_LIMITS = {
    "manage_email": "10/h/user", "change_password": "5/m/user",
    "request_login_code": "20/m/ip", "reset_password": "20/m/ip",
}  # fmt: skip
ACCOUNT_USERNAME_BLACKLIST = ["admin", "administrator", "moderator", "moderators", "staff", "team"]
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "request_login_code": "accounts.forms.RequestLoginCodeForm",
    "confirm_login_code": "accounts.forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmEmailVerificationCodeForm",
    "signup": "accounts.forms.MemberSignupForm",
}
# The second factor: see accounts/second_factor.py.
MFA_ADAPTER = "accounts.second_factor.MFAAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Slow hands, and clocks that are a little off.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "accounts.forms.AuthenticateForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "activate_totp": "accounts.forms.ActivateTOTPForm",
    "add_webauthn": "accounts.forms.AddWebAuthnForm",
    "authenticate_webauthn": "accounts.forms.AuthenticateWebAuthnForm",
    "login_webauthn": "accounts.forms.LoginWebAuthnForm",
    "reauthenticate_webauthn": "accounts.forms.ReauthenticateWebAuthnForm",
    "edit_webauthn": "accounts.forms.EditWebAuthnForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 0, low=0, high=5)

# Mail
MAIL_DELIVERY = env.optional("MAIL_DELIVERY", "smtp")
DATA_DIR = Path(env.optional("DATA_DIR", str(BASE_DIR / "var")))
if MAIL_DELIVERY == "local":
    if not _is_loopback:
        env.stop("MAIL_DELIVERY", "can be local only while SITE_URL is this machine: everybody could read the mail.")  # fmt: skip  # noqa: E501
    EMAIL_BACKEND = "mssupport.localmail.LocalMailBackend"
elif MAIL_DELIVERY == "smtp":
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = env.optional("EMAIL_HOST", "localhost")
    EMAIL_PORT = env.number("EMAIL_PORT", 25, low=1, high=65535)
    EMAIL_HOST_USER = env.optional("EMAIL_USER")
    EMAIL_HOST_PASSWORD = env.optional("EMAIL_PASSWORD")
    EMAIL_USE_TLS = env.switch("EMAIL_TLS")
    EMAIL_TIMEOUT = 10
else:
    env.stop("MAIL_DELIVERY", f"must be smtp or local, not '{MAIL_DELIVERY}'.")
DEFAULT_FROM_EMAIL = formataddr((MAIL_NAME, env.mailbox("FROM_EMAIL", "forum@example.org")))

# Language and time
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
FORMAT_MODULE_PATH = "mssupport.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.optional("TIME_ZONE", "Europe/London")
if TIME_ZONE not in available_timezones():
    env.stop("TIME_ZONE", f"must be a zone such as Europe/London, not '{TIME_ZONE}'.")
USE_TZ = True

# Files
STATIC_URL = "/static/"
# A file outside the database, to which each erased account is written: see docs/running.md.
ERASURE_LEDGER = env.optional("ERASURE_LEDGER")
STATIC_ROOT = Path(env.optional("STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "mssupport.staticfiles.ModuleAwareStorage"},
}

# Trust
ADMIN_PATH = env.optional("ADMIN_PATH", "staff/").lstrip("/").rstrip("/") + "/"
if ADMIN_PATH in {"/", "admin/"}:
    env.stop("ADMIN_PATH", "must not be empty or 'admin': choose a path nobody guesses.")
# Where the pages of members begin (a test compares them with the addresses there are).
PATHS_OF_MEMBERS = frozenset(
    "accounts boards care content-warnings dev drafts following guidelines healthz help-now live"
    " appearance metrics mine moderation new notices posts readyz record reports robots.txt search"
    " settings static topics transparency unanswered waiting welcome".split()
)
if ADMIN_PATH.partition("/")[0] in PATHS_OF_MEMBERS:
    env.stop("ADMIN_PATH", "must not begin where pages of members do: choose another.")
MAINTENANCE = env.switch("MAINTENANCE")

SECURE_SSL_REDIRECT = _is_https and not env.switch("PROXY_REDIRECTS_TO_HTTPS")
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000 if _is_https else 0
# Other sites of the same domain are nobody's business here, unless the operator says so.
SECURE_HSTS_INCLUDE_SUBDOMAINS = _is_https and env.switch("HSTS_SUBDOMAINS")
SECURE_HSTS_PRELOAD = _is_https and env.switch("HSTS_PRELOAD")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_SERIALIZER = "accounts.sealing.SessionSerializer"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _is_https
SESSION_COOKIE_NAME = "__Host-sessionid" if _is_https else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if _is_https else "csrftoken"
CSRF_FAILURE_VIEW = "mssupport.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["mssupport.uploads.NoFiles"]

_sockets = [origin.replace("http", "ws", 1) for origin in _origins]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF, *_sockets],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # One line for each refused page would drown the log and name what was looked for.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
    },
}
# HSTS for subdomains and preloading are off unless asked for.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
