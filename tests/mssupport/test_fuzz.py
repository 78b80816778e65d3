"""Whatever is sent to whatever address, by whoever: no answer is an error of ours.

A few hundred requests each time; FUZZ=10000 ./dev test tests/mssupport/test_fuzz.py for many.
"""

import os
import random
import traceback
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter

from accounts.models import Member
from forums.models import Topic
from mssupport.wsgi import application
from tests.factories import MemberFactory, make_reply, make_topic

CSRF = "x" * 32
REQUESTS = int(os.environ.get("FUZZ", "400"))
METHODS = ("GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")
KINDS = (
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8",
    "application/x-www-form-urlencoded; charset=utf-16", "multipart/form-data; boundary=x",
    "multipart/form-data", "application/json", "text/plain; charset=punycode", "",
    "a/b; charset*=x''y", "multipart/form-data; boundary*=x''y", "\xff; =", "image/png",
)  # fmt: skip
VALUES = (
    "", " ", "0", "-1", "1", "2", "99999999999999999999", "1e9", "NaN", "null", "\0", "a\0b", "é",
    "ＡＢ", "\ud7ff\uf8ff", "🦕" * 50, "x" * 3000, "[" * 500, "2024-13-45",
    "2024-02-30T25:61:00+99:99",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "../../etc", "<script>", "'\";--",
    "topic:1", "board:9", "edit:0", "post:-1", "both:x", "draft", "preview", "split", "merge:G01",
    "%00", "a" * 500, "1.5", "true", "on", "00000000-0000-0000-0000-000000000000",
)  # fmt: skip
FIELDS = """
    text title token page known do wish warnings place version words reason guideline outcome
    days email login password password1 code username pseudonym numbers reaction follow next
    theme size to board before after order since until author rooms answer_0 writer begun
    as_it_is wrong seen how subjects action q p o e name slug
""".split()


@pytest.fixture
def _open_connection() -> Iterator[None]:
    """The test's own connection stays open from request to request."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def routes(
    patterns: Any = None, before: str = "/", known: dict[str, Any] | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each address with its converters, those of the includes around it too."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        route = str(getattr(each.pattern, "_route", getattr(each.pattern, "_regex", "")))
        converters = {**(known or {}), **getattr(each.pattern, "converters", {})}
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, before + route, converters)
        elif isinstance(each, URLPattern):
            yield before + route, converters


def address(chance: random.Random, route: str, converters: dict[str, Any]) -> str:
    if chance.random() < 0.05:
        # No address at all.
        return chance.choice(
            [route, route + "x/", "/" + "é" * 300, "//", "/\0", "/../", route.upper()]
        )
    for name, converter in converters.items():
        match converter:
            case IntConverter():
                value = chance.choice(["0", "1", "2", "3", "7", "999999999999999999999"])
            case SlugConverter():
                value = chance.choice(["board-0", "x", "a-b_c"])
            case StringConverter():
                value = chance.choice(["x", "é", "1", "a" * 200])
            case _:
                value = chance.choice(["x", "1", "0-0"])
        for spelt in (
            f"<int:{name}>",
            f"<slug:{name}>",
            f"<str:{name}>",
            f"<path:{name}>",
            f"<{name}>",
        ):
            route = route.replace(spelt, value)
    return route.replace("^", "").replace("$", "").replace("\\", "")


def body(chance: random.Random) -> bytes:
    fields = [(chance.choice(FIELDS), chance.choice(VALUES)) for _ in range(chance.randint(0, 9))]
    match chance.randint(0, 11):
        case 0:
            return bytes(chance.randrange(256) for _ in range(chance.randint(0, 300)))
        case 1:
            parts = "".join(
                f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                for name, value in fields
            )
            whole = f"{parts}--x--\r\n".encode("utf-8", "surrogatepass")
            return whole[: chance.randint(0, len(whole))]
        case 2:
            return b'{"text": "' + chance.choice(VALUES).encode("utf-8", "surrogatepass")
    return urlencode(fields, errors="surrogatepass").encode()


def query(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return ""
    if chance.random() < 0.2:
        return chance.choice(["%", "%ff=%fe", "a=%00", "&&&===", "a" * 3000, "%u1234"])
    pairs = [(chance.choice(FIELDS), chance.choice(VALUES)) for _ in range(chance.randint(1, 4))]
    return urlencode(pairs, errors="surrogatepass")


@pytest.fixture
def raised() -> Iterator[list[str]]:
    """What went wrong, with where, for the message of the test."""
    found: list[str] = []

    def note(**_more: Any) -> None:
        found.append("".join(traceback.format_exc(limit=-4)))

    got_request_exception.connect(note)
    yield found
    got_request_exception.disconnect(note)


@pytest.mark.usefixtures("_open_connection")
def test_nothing_that_is_sent_is_an_error_of_ours(
    log_in: Any,
    member: Member,
    moderator: Member,
    admin: Member,
    topic: Topic,
    raised: list[str],
) -> None:
    make_reply(topic.posts.get(number=1), author=member)
    make_topic(author=member)
    suspended = MemberFactory(suspended_until=topic.created_at.replace(year=9000))
    who = (member, member, member, moderator, moderator, admin, suspended)
    clients: list[Client] = []
    table = list(routes())
    assert len(table) > 100
    # The admin pages are more addresses than all others.
    pages = [each for each in table if not each[0].startswith(f"/{settings.ADMIN_PATH}")]
    chance = random.Random(int(os.environ.get("FUZZ_SEED", "13")))
    wrong = []
    for number in range(REQUESTS):
        if number % 25 == 0:
            # Some of what is sent logs out, and ends other sessions.
            clients = [Client(), *(log_in(each) for each in who)]
        path = address(chance, *chance.choice(pages if chance.random() < 0.8 else table))
        sent, cookies = body(chance), chance.choice(clients).cookies
        statuses: list[str] = []
        environ = {
            "REQUEST_METHOD": chance.choice(METHODS),
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query(chance),
            # Most come as a browser sends them, or nothing would get as far as a page.
            "CONTENT_TYPE": KINDS[0] if chance.random() < 0.75 else chance.choice(KINDS),
            "CONTENT_LENGTH": str(len(sent)),
            "HTTP_COOKIE": "; ".join(
                [f"{name}={each.value}" for name, each in cookies.items()]
                + [f"{settings.CSRF_COOKIE_NAME}={CSRF}"]
            ),
            "HTTP_X_CSRFTOKEN": chance.choice([CSRF] * 20 + ["\xff"]),
            "HTTP_ORIGIN": chance.choice([settings.CSRF_TRUSTED_ORIGINS[0]] * 20 + ["null"]),
            "HTTP_HOST": settings.ALLOWED_HOSTS[0].lstrip(".") or "testserver",
            "HTTP_REFERER": chance.choice(
                ["", "", "", "https://[", "https://testserver/x", "\xff"]
            ),
            "HTTP_ACCEPT": chance.choice(["", "application/json", "text/html"]),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "443",
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO(sent),
            "wsgi.errors": BytesIO(),
        }
        answer = application(environ, lambda status, _headers, into=statuses: into.append(status))
        list(answer)
        if int(statuses[0][:3]) >= 500:
            wrong.append((statuses[0], environ["REQUEST_METHOD"], path, environ["QUERY_STRING"],
                          environ["CONTENT_TYPE"], quote(sent[:200]), raised[-1:]))  # fmt: skip
    assert not wrong, "\n".join(map(str, [*wrong[:5], *(wrong[0][-1] if wrong else ())]))
