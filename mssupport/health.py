"""For operators: is the process up, is the database there, is the bus."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from redis import Redis
from redis.exceptions import RedisError


def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"up": True})


def readyz(_request: HttpRequest) -> JsonResponse:
    """503 without the database; a bus that is away only makes live replies late."""
    database = _database_answers()
    return JsonResponse(
        {"database": database, "bus": _bus_answers()}, status=200 if database else 503
    )


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _bus_answers() -> bool:
    if not settings.REDIS_URL:
        return True
    try:
        with Redis.from_url(
            settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5
        ) as bus:
            return bool(bus.ping())
    except RedisError:
        return False
