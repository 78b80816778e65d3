"""The pages: an ordinary WSGI application."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")

import django

django.setup(set_prefix=False)

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest  # noqa: E402
from django.utils.http import parse_header_parameters  # noqa: E402


class ReadableRequest(WSGIRequest):
    """Django reads the address in whatever charset the request names, before any middleware could
    say that it cannot be read: “punycode”, or “charset*=x''y”, would be an error page of nobody."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        """Addresses and forms are read as UTF-8; mssupport.middleware.readable refuses others."""
        try:
            self.content_type, self.content_params = parse_header_parameters(
                meta.get("CONTENT_TYPE", "")
            )
        except (ValueError, LookupError):
            self.content_type, self.content_params = "", {"charset": "cannot be read"}


class Pages(WSGIHandler):
    request_class = ReadableRequest


application = Pages()
