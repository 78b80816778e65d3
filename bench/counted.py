"""The site as it is, with a header that says how many questions a page asked and for how long."""

import threading
import time

from mssupport.wsgi import application as pages  # isort: skip (it sets Django up)

from a2wsgi import WSGIMiddleware
from django.db.backends.signals import connection_created

from bench.lifespan import lifespan

_here = threading.local()


def _ask(execute, sql, params, many, context):
    started = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        _here.count = getattr(_here, "count", 0) + 1
        _here.seconds = getattr(_here, "seconds", 0.0) + time.perf_counter() - started


def _watch(connection, **_more):
    connection.execute_wrappers.append(_ask)


connection_created.connect(_watch, weak=False)


def _counted(environ, start_response):
    _here.count, _here.seconds = 0, 0.0

    def start(status, headers, *more):
        counted = [("X-Queries", str(_here.count)), ("X-Db-Ms", f"{_here.seconds * 1000:.2f}")]
        return start_response(status, [*headers, *counted], *more)

    return pages(environ, start)


_wsgi = WSGIMiddleware(_counted)


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    await _wsgi(scope, receive, send)
