"""The same site served by Django's own ASGI handler, for comparison in ./dev bench serving."""

import os

from django.core.asgi import get_asgi_application

from bench.lifespan import lifespan

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")

_pages = get_asgi_application()

from django.conf import settings  # noqa: E402

# Lasting connections leak under ASGI: each request has a thread of its own.
settings.DATABASES["default"]["CONN_MAX_AGE"] = 0


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    await _pages(scope, receive, send)
