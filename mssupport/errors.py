"""The pages for what goes wrong. Whatever somebody wrote is on them, ready to send again."""

import math
import sys
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseServerError
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from accounts.middleware import not_theirs
from accounts.pace import in_words, longest_wait
from accounts.requests import SECRET_FIELDS, is_of_somebody_else
from mssupport.deadline import OutOfTime

# Fields that people write in, and would have to write again, however short they are.
_LONG = frozenset({"title", "text", "words", "reason", "introduction"})


def sent_again(request: HttpRequest) -> dict[str, Any]:
    """What a form carried, for a form that sends it once more.

    What somebody wrote stands in ``kept_long``; choices, ids and tokens in ``kept_fields``.
    """
    fields = sent_fields(request)
    is_long = [bool(value.strip()) and _is_written(key, value) for key, value in fields]
    return {
        "kept_fields": [f for f, long in zip(fields, is_long, strict=True) if not long],
        "kept_long": [f for f, long in zip(fields, is_long, strict=True) if long],
        "kept_path": request.get_full_path(),
    }


def _is_written(key: str, value: str) -> bool:
    return key in _LONG or key.startswith("answer_") or any(sign.isspace() for sign in value)


def sent_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form that was sent, without secrets; none where it cannot be read."""
    if request.method != "POST":
        return []
    try:
        return [
            (key, value)
            for key, values in request.POST.lists()
            for value in values
            if key not in SECRET_FIELDS
        ]
    except Exception:  # noqa: BLE001 (a body that cannot be read has no words to keep)
        return []


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere: here it is again, to be sent once more."""
    if is_of_somebody_else(request):
        return not_theirs(request)
    context = {"message": _("The page you sent this from was too old."), **sent_again(request)}
    response = render(request, "csrf.html", context, status=403)
    # The page's script tells this from a rule that said no: the session is over.
    response.headers["X-Refused"] = "csrf"
    return response


def too_many_requests(request: HttpRequest, wait: float = 0) -> HttpResponse:
    """allauth counted something of this visitor too often: how long to wait, and the other way."""
    wait = wait or longest_wait(request)
    match = request.resolver_match
    is_login = match is not None and match.view_name == "account_login"
    context = {
        "wait": in_words(wait) if wait else "", "can_take_code": is_login, **sent_again(request),
    }  # fmt: skip
    response = render(request, "429.html", context, status=429)
    response.headers["Retry-After"] = str(max(1, math.ceil(wait)))
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What cannot be read; so nothing of it is read again for this page."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault; or the database is away for a moment, or it took too long, which is a 503."""
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError | OutOfTime):
        response = HttpResponse(_bare("503.html", request), status=503)
        response.headers["Retry-After"] = "30"
        return response
    return HttpResponseServerError(_bare("500.html", request))


def _bare(template: str, request: HttpRequest) -> str:
    """Drawn without a session or a member: the database may be what is missing."""
    context = {"csrf_token": get_token(request), **sent_again(request)}
    return render_to_string(template, context)
