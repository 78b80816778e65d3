"""What holds for every answer: headers that keep things private, and kind refusals."""

import math
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render

from accounts.exceptions import ActionDenied, EditConflict, RateLimited
from forums.views.lookups import LogInFirst
from mssupport.errors import bad_request, sent_again
from mssupport.health import healthz, readyz
from mssupport.metrics import conflicts, metrics

GetResponse = Callable[[HttpRequest], HttpResponse]

# What search engines may show: nothing a member wrote.
OPEN_TO_SEARCH = frozenset({"guidance:guidelines", "guidance:help", "moderation:transparency"})


def privacy_headers(get_response: GetResponse) -> GetResponse:
    """No copies in caches, nothing in search engines, nothing for other sites to read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        is_landing = (
            match and match.view_name == "forums:home" and not request.user.is_authenticated
        )
        if not is_landing and not (match and match.view_name in OPEN_TO_SEARCH):
            response.headers.setdefault("X-Robots-Tag", "noindex, noarchive, nosnippet")
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        )
        return response

    return middleware


def for_machines(get_response: GetResponse) -> GetResponse:
    """Answers what programs on the same machine ask: by its address, which is no name of the site,
    and without https. So it comes before everything else."""
    views = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}

    def middleware(request: HttpRequest) -> HttpResponse:
        view = views.get(request.path)
        if view is None:
            return get_response(request)
        try:
            return view(request)
        except Http404:
            return HttpResponseNotFound()

    return middleware


def readable(get_response: GetResponse) -> GetResponse:
    """Forms come in UTF-8 and in whole parts, as browsers send them; anything else is answered with
    400 before something further in, such as the page that says 404, tries to read it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.strip("\"' ").lower() not in {"utf-8", "utf8"}:
            return bad_request(request)
        if request.method == "POST" and request.content_type == "multipart/form-data":
            try:
                request.POST.get("")
            except MultiPartParserError:
                return bad_request(request)
        return get_response(request)

    return middleware


def refusals(get_response: GetResponse) -> GetResponse:
    """A rule that said no becomes a page with its reason; a lost race one with both texts."""

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        match error:
            case RateLimited():
                context = {"refused": error, **sent_again(request)}
                answer = render(request, "429.html", context, status=429)
                if error.wait:
                    answer.headers["Retry-After"] = str(math.ceil(error.wait))
                return answer
            case ActionDenied():
                context = {"refused": error, **sent_again(request)}
                return render(request, "403.html", context, status=403)
            case EditConflict():
                conflicts.inc()
                return render(request, "409.html", {"overtaken": error}, status=409)
            case DataError():
                # A number, date or sign that the database does not know: it came from an address.
                return bad_request(request)
            case LogInFirst():
                return redirect_to_login(request.get_full_path())
        return None

    def middleware(request: HttpRequest) -> HttpResponse:
        open_doors = (f"/{settings.ADMIN_PATH}", "/accounts/", "/help-now/", "/healthz", "/readyz")
        if settings.MAINTENANCE and not request.path.startswith(open_doors):
            response = render(request, "maintenance.html", status=503)
            response.headers["Retry-After"] = "600"
            return response
        return get_response(request)

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware
