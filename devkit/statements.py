"""What each request asked the database, one line for it in the log of a developer."""

import logging
import os
import re
import time
from collections import Counter
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)
# Set by ./dev run --reload --sql: every statement is printed as well.
EACH = "MSSUPPORT_EACH_STATEMENT"
MAX_STATEMENT_LENGTH = 200
_VALUE = re.compile(r"'[^']*'|\b\d+\b")


def statement_log(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Logs method, path, status, how many statements and in how many milliseconds, and how often
    the same one was asked with other values, if it was. Needs settings.DEBUG."""

    def middleware(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        before = len(connection.queries_log)
        response = get_response(request)
        took = (time.perf_counter() - started) * 1000
        asked = [query for query in list(connection.queries_log)[before:] if "sql" in query]
        in_database = sum(float(query["time"]) for query in asked) * 1000
        again = Counter(_VALUE.sub("?", query["sql"]) for query in asked).most_common(1)
        repeated = f", one of them {again[0][1]} times" if again and again[0][1] > 1 else ""
        log.info(
            "%s %s %d: %d statements in %.0f of %.0f ms%s",
            request.method, request.path, response.status_code, len(asked), in_database, took,
            repeated,
        )  # fmt: skip
        if os.environ.get(EACH):
            for query in asked:
                took = float(query["time"]) * 1000
                log.info("  %.0f ms %s", took, query["sql"][:MAX_STATEMENT_LENGTH])
        return response

    return middleware
