"""A bare Django view that knows who asks and answers the bytes of the file named BARE_PAGE."""

import os
import sys
from pathlib import Path
from types import ModuleType

import mssupport.settings

# The same settings, but for what a page of ours passes through.
_settings = ModuleType("bench.bare_settings")
_settings.__dict__.update(mssupport.settings.__dict__)
_settings.MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # allauth refuses to start without it
]
_settings.ROOT_URLCONF = "bench.bare"
sys.modules["bench.bare_settings"] = _settings
os.environ["DJANGO_SETTINGS_MODULE"] = "bench.bare_settings"

from a2wsgi import WSGIMiddleware  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import re_path  # noqa: E402

from bench.lifespan import lifespan  # noqa: E402

_bytes = Path(os.environ["BARE_PAGE"]).read_bytes()


def _bare(request):
    if not request.user.is_authenticated and request.path != "/healthz":
        return HttpResponse(status=403)
    return HttpResponse(_bytes)


urlpatterns = [re_path("", _bare)]
_wsgi = WSGIMiddleware(get_wsgi_application())


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    await _wsgi(scope, receive, send)
