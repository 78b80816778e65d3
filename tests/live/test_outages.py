"""A real server, and what it stands on taken away: nothing is lost and nothing doubled."""

import contextlib
import json
import os
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection

from devkit.postgres import EmbeddedPostgres, data_folder
from devkit.site import Site
from devkit.valkey import EmbeddedValkey
from devkit.visitor import Visitor
from mssupport.demo.logins import PASSWORD
from mssupport.settings import REDIS_OPTIONS
from tests.waiting import MAX_WAIT_S

DATA = Path(os.environ["DATA_DIR"])


@pytest.fixture(scope="module")
def valkey() -> Iterator[EmbeddedValkey]:
    server = EmbeddedValkey()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def database() -> Iterator[EmbeddedPostgres]:
    """A server of its own, because these tests stop it; durable, because they kill things."""
    server = EmbeddedPostgres(data_folder(DATA / "outage-database"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(valkey: EmbeddedValkey, database: EmbeddedPostgres) -> Iterator[Site]:
    running = Site(database.start(), DATA, name="outages", redis_url=valkey.url)
    running.make()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def writer(site: Site) -> Visitor:
    return _member(site, 3)


def _member(site: Site, number: int) -> Visitor:
    visitor = Visitor(site.url)
    visitor.log_in(f"demo{number}@demo.example", PASSWORD)
    return visitor


@pytest.fixture(scope="module")
def topic(site: Site) -> int:
    ((found,),) = site.sql("SELECT min(id) FROM forums_topic")
    assert isinstance(found, int)
    return found


@pytest.fixture(autouse=True)
def _no_pace(site: Site) -> None:
    """The members of these tests write faster than people."""
    site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")


@contextlib.contextmanager
def _watch(visitor: Visitor, topic: int) -> Iterator[ClientConnection]:
    with visitor.socket() as socket:
        socket.send(json.dumps({"do": "watch", "room": f"topic.{topic}"}))
        assert json.loads(socket.recv(timeout=5))["type"] == "watching"
        yield socket


# Events that came among several and were not asked for yet, by socket.
_waiting: dict[ClientConnection, list[dict[str, object]]] = {}


def _next_event(socket: ClientConnection, timeout: float) -> dict[str, object]:
    until = time.monotonic() + timeout
    waiting = _waiting.setdefault(socket, [])
    while not waiting:
        frame = json.loads(socket.recv(timeout=max(0.01, until - time.monotonic())))
        frames = frame["frames"] if frame["type"] == "several" else [frame]
        waiting += [each for each in frames if each["type"] == "event"]
    return waiting.pop(0)


def _seconds(work: object) -> float:
    assert callable(work)
    started = time.monotonic()
    assert work().status == 302
    return time.monotonic() - started


@pytest.mark.parametrize("how", ["stopped", "hung", "full"])
def test_posting_does_not_wait_for_the_bus_and_readers_hear_late(
    site: Site, valkey: EmbeddedValkey, writer: Visitor, topic: int, how: str
) -> None:
    with _watch(_member(site, 4), topic) as socket:
        writer.reply(topic, f"Before it is {how}.")
        before = _next_event(socket, MAX_WAIT_S)
        {"stopped": valkey.stop, "hung": valkey.hang, "full": valkey.fill}[how]()
        try:
            taken = [_seconds(lambda: writer.reply(topic, f"While it is {how}.")) for _ in range(3)]
            heard = [_next_event(socket, MAX_WAIT_S)["seq"] for _ in range(3)]
        finally:
            {"stopped": valkey.start, "hung": valkey.go_on, "full": valkey.empty}[how]()
        # Nobody waited until the client of the bus gives up.
        assert max(taken) < REDIS_OPTIONS["socket_timeout"] / 2
        last = before["seq"]
        assert isinstance(last, int)
        assert heard == [last + 1, last + 2, last + 3]
        writer.reply(topic, f"After it was {how}.")
        assert _next_event(socket, MAX_WAIT_S)["seq"] == last + 4
        with pytest.raises(TimeoutError):
            _next_event(socket, 1)


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://127.0.0.1:8100.evil.example", "http://127.0.0.1:x", "http://127.0.0.1:1",
     "https://evil.example", "https://127.0.0.1", "http://127.0.0.1.evil.example"],
)  # fmt: skip
def test_sockets_open_from_our_own_pages_only(writer: Visitor, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused, writer.socket(origin):
        pass
    assert refused.value.response.status_code == 403


def test_without_the_database_the_words_stay_on_the_page(
    site: Site, database: EmbeddedPostgres, writer: Visitor, topic: int
) -> None:
    database.stop()
    try:
        answer = writer.reply(topic, "Written while the database was away.")
        assert answer.status == 503
        assert "Written while the database was away." in answer.text
        assert writer.get("/").status == 503
        assert writer.get("/healthz").status == 200
        assert writer.get("/readyz").status == 503
    finally:
        # The port is a new one after each start; the site knows the first.
        _restart_on(database, site)
    assert writer.get("/readyz").status == 200
    assert writer.reply(topic, "Written after it came back.").status == 302


def _restart_on(database: EmbeddedPostgres, site: Site) -> None:
    from urllib.parse import urlsplit

    port = urlsplit(site.server_url).port
    assert port is not None
    database.start(port=port)


def _raw(site: Site, request: bytes) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", site.port), timeout=20)
    line.sendall(request)
    return line


def test_eight_who_send_no_body_hold_nobody_up(site: Site) -> None:
    head = b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n"
    with contextlib.ExitStack() as stack:
        for _n in range(int(site.environment.get("WEB_THREADS", 8)) + 2):
            stack.enter_context(_raw(site, head))
        with urllib.request.urlopen(f"{site.url}/healthz", timeout=MAX_WAIT_S / 6) as answer:
            assert answer.status == 200


def test_slow_readers_hold_nobody_up(site: Site) -> None:
    ask = b"GET /static/css/site.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 200
    with contextlib.ExitStack() as stack:
        for _n in range(int(site.environment.get("WEB_THREADS", 8)) + 2):
            stack.enter_context(_raw(site, ask))
        with urllib.request.urlopen(f"{site.url}/healthz", timeout=MAX_WAIT_S / 6) as answer:
            assert answer.status == 200


def test_a_cut_form_changes_nothing(site: Site, writer: Visitor) -> None:
    """The pause lets the server hand on what it has, as it would on a slow line."""
    form = (
        f"csrfmiddlewaretoken={writer.csrf}&place=topic:1&text=Do+not+stop+the+tablets+at+once"
    ).encode()
    head = (
        f"POST /drafts/keep/ HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n"
        f"Cookie: {writer.cookie_header}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(form)}\r\n\r\n"
    ).encode()
    kept = "SELECT text FROM composing_draft WHERE text LIKE 'Do not stop%'"
    with _raw(site, head + form[:-8]):
        time.sleep(0.5)
    with urllib.request.urlopen(f"{site.url}/healthz", timeout=MAX_WAIT_S / 6) as answer:
        assert answer.status == 200
    assert site.sql(kept) == []
    with _raw(site, head + form) as line:
        assert b"200 OK" in line.recv(4096)
    assert site.sql(kept) == [("Do not stop the tablets at once",)]
