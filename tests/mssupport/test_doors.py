"""What is decided before a socket is opened: from where, and how many at once."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import Member
from live.limits import Networks
from mssupport import asgi

ORIGIN = b"https://testserver"


def scope(*headers: tuple[bytes, bytes], client: str = "192.0.2.1", **more: Any) -> dict[str, Any]:
    return {
        "type": "websocket", "path": "/ws/", "client": (client, 1234),
        "headers": [(b"origin", ORIGIN), *headers],
        "extensions": {"websocket.http.response": {}}, **more,
    }  # fmt: skip


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The scopes that came through to the sockets."""
    came: list[Any] = []

    async def sockets(scope: Any, receive: Any, send: Any) -> None:
        came.append(scope)

    monkeypatch.setattr(asgi, "_sockets", sockets)
    monkeypatch.setattr(asgi, "_networks", Networks(2))
    return came


async def knock(wanted: dict[str, Any]) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    await asgi.application(wanted, None, send)
    return said


async def test_more_than_a_networks_share_is_429(opened: list[Any]) -> None:
    assert [await knock(scope()) for _ in range(2)] == [[], []]
    said = await knock(scope())
    assert (said[0]["type"], said[0]["status"]) == ("websocket.http.response.start", 429)
    assert await knock(scope(client="192.0.2.2")) == []
    assert len(opened) == 3


async def test_a_server_that_cannot_say_429_closes(opened: list[Any]) -> None:
    for _ in range(2):
        await knock(scope())
    assert await knock(scope(extensions={})) == [{"type": "websocket.close", "code": 4429}]


@pytest.mark.parametrize("path", ["/", "/ws", "/ws/x", "/live/missed/"])
async def test_sockets_are_opened_at_one_address(opened: list[Any], path: str) -> None:
    assert (await knock(scope(path=path)))[0]["type"] == "websocket.close"
    assert opened == []


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, b"198.51.100.7", "192.0.2.1"),
        (1, b"198.51.100.7", "198.51.100.7"),
        (1, b"203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, b"203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (2, b"198.51.100.7", "192.0.2.1"),
    ],
    ids=["no proxy", "one", "one, and a forged address", "two", "two promised, one there"],
)
def test_the_visitors_own_address(settings: Any, proxies: int, passed: bytes, address: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert asgi._address(scope((b"x-forwarded-for", passed))) == address


@pytest.mark.parametrize("written", [b"nonsense", b"'; DROP", b"", b", ,", b"fe80::1%eth0"])
def test_odd_addresses_are_none(settings: Any, written: bytes) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert asgi._address(scope((b"x-forwarded-for", written))) in {"192.0.2.1", "fe80::1"}


def test_a_login_fails_by_no_header(visitor: Client, member: Member, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    words = {"login": member.email, "password": "four plain words here"}
    for passed in ("198.51.100.7", "nonsense", ", ,"):
        answer = visitor.post("/accounts/login/", words, headers={"X-Forwarded-For": passed})
        assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_programs_of_the_machine_ask_by_its_address(db: Any, path: str) -> None:
    assert Client().get(path, headers={"Host": "127.0.0.1:8001"}).status_code == 200
    assert Client().get("/", headers={"Host": "127.0.0.1:8001"}).status_code in {301, 400}
