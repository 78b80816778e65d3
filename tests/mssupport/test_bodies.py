"""A form that did not arrive whole changes nothing, and one that never comes holds nobody up."""

import asyncio
from typing import Any

import pytest

from mssupport.bodies import MAX_BODY_BYTES, CompleteBodies

FORM = b"text=Do+not+stop+the+tablets+at+once."


class Pages:
    """Stands for the pages: what it was asked, body and headers."""

    def __init__(self) -> None:
        self.asked: list[tuple[bytes, dict[bytes, bytes]]] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        message = await receive()
        assert message["more_body"] is False
        self.asked.append((message["body"], dict(scope["headers"])))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})


def part(body: bytes, *, more: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


GONE = {"type": "http.disconnect"}


async def ask(
    door: CompleteBodies,
    headers: dict[bytes, bytes],
    *messages: dict[str, Any],
    peer: str = "127.0.0.1",
) -> int | None:
    """The status of the answer; None if there is none. After the messages nothing comes."""
    waiting, said = list(messages), []

    async def receive() -> Any:
        if waiting:
            return waiting.pop(0)
        return await asyncio.Future()

    async def send(message: Any) -> None:
        said.append(message)

    scope = {
        "type": "http", "method": "POST", "headers": list(headers.items()), "client": (peer, 1),
    }  # fmt: skip
    await door(scope, receive, send)
    return said[0]["status"] if said else None


def length(n: int) -> dict[bytes, bytes]:
    return {b"content-length": str(n).encode()}


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def door(pages: Pages) -> CompleteBodies:
    # It waits for these only where a test is about waiting.
    return CompleteBodies(pages, max_pause_s=0.05, max_body_s=0.2)


async def test_a_whole_body_goes_on(door: CompleteBodies, pages: Pages) -> None:
    size = length(len(FORM))
    assert await ask(door, size, part(FORM[:10], more=True), part(FORM[10:], more=False)) == 200
    assert await ask(door, length(0), part(b"", more=False)) == 200
    assert await ask(door, {}, part(b"", more=False)) == 200
    assert [body for body, _headers in pages.asked] == [FORM, b"", b""]


@pytest.mark.parametrize("cut", [0, 1, 10, len(FORM) - 1])
async def test_a_cut_body_is_never_asked_about(
    door: CompleteBodies, pages: Pages, cut: int
) -> None:
    assert await ask(door, length(len(FORM)), part(FORM[:cut], more=True), GONE) is None
    # A server that ends it as if it were whole.
    assert await ask(door, length(len(FORM)), part(FORM[:cut], more=False)) == 400
    assert (
        await ask(door, {b"transfer-encoding": b"chunked"}, part(FORM[:cut], more=True), GONE)
        is None
    )
    assert pages.asked == []


async def test_a_body_that_never_comes_has_a_deadline(door: CompleteBodies, pages: Pages) -> None:
    assert await ask(door, length(len(FORM))) == 408
    assert await ask(door, length(len(FORM)), part(FORM[:5], more=True)) == 408
    assert pages.asked == []


async def test_a_body_that_drips_has_a_deadline(pages: Pages) -> None:
    door = CompleteBodies(pages, max_pause_s=10, max_body_s=0.1)

    async def drip() -> Any:
        await asyncio.sleep(0.01)
        return part(b"x", more=True)

    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    await door({"type": "http", "headers": [(b"content-length", b"9999")]}, drip, send)
    assert said[0]["status"] == 408


async def test_chunked_bodies_are_whole_forms(door: CompleteBodies, pages: Pages) -> None:
    chunked = {b"transfer-encoding": b"chunked"}
    assert await ask(door, chunked, part(FORM[:3], more=True), part(FORM[3:], more=False)) == 200
    body, headers = pages.asked[0]
    assert (body, headers[b"content-length"]) == (FORM, str(len(FORM)).encode())
    assert b"transfer-encoding" not in headers


@pytest.mark.parametrize("lies", [b"x", b"-1", b"1e3", b"9" * 30, b""])
async def test_lengths_that_are_none(door: CompleteBodies, pages: Pages, lies: bytes) -> None:
    assert await ask(door, {b"content-length": lies}, part(FORM, more=False)) == 400
    assert pages.asked == []


async def test_too_long_and_too_much_at_once(pages: Pages) -> None:
    door = CompleteBodies(pages, max_all_bytes=10)
    assert await ask(door, length(MAX_BODY_BYTES + 1)) == 413
    chunked = {b"transfer-encoding": b"chunked"}
    assert await ask(door, chunked, part(b"x" * (MAX_BODY_BYTES + 1), more=True)) == 413
    assert await ask(door, length(11), part(b"x" * 11, more=False)) == 503
    # What was turned away is not counted any more.
    assert await ask(door, length(10), part(b"x" * 10, more=False)) == 200


async def test_a_reader_who_takes_nothing_is_let_go(pages: Pages) -> None:
    door = CompleteBodies(pages, max_send_s=0.05)
    cut: list[bool] = []

    class Connection:
        class transport:
            @staticmethod
            def abort() -> None:
                cut.append(True)

        async def send(self, _message: Any) -> None:
            await asyncio.Future()

    async def receive() -> Any:
        return part(b"", more=False)

    await door({"type": "http", "headers": []}, receive, Connection().send)
    assert cut


async def test_what_is_held_counts_until_it_is_answered(pages: Pages) -> None:
    gate = asyncio.Event()

    async def busy(scope: Any, receive: Any, send: Any) -> None:
        await gate.wait()
        await pages(scope, receive, send)

    door = CompleteBodies(busy, max_all_bytes=100)
    first = asyncio.create_task(ask(door, length(90), part(b"x" * 90, more=False)))
    await asyncio.sleep(0)
    assert await ask(door, length(20), part(b"x" * 20, more=False)) == 503
    gate.set()
    assert await first == 200
    assert await ask(door, length(20), part(b"x" * 20, more=False)) == 200


async def test_one_network_cannot_take_all_there_is(pages: Pages) -> None:
    door = CompleteBodies(pages, max_all_bytes=100)
    body = part(b"x" * 30, more=False)
    assert await ask(door, length(30), body, peer="192.0.2.1") == 503
    assert await ask(door, length(20), part(b"x" * 20, more=False), peer="192.0.2.1") == 200
    assert await ask(door, length(30), body) == 200


PARTS = b'--x"y\r\nContent-Disposition: form-data; name="text"\r\n\r\nHalf a sentence'
KINDS = [b'multipart/form-data; boundary="x"', b"Multipart/Form-Data; charset=utf-8; boundary=x"]


@pytest.mark.parametrize("kind", KINDS)
async def test_parts_without_an_end_are_refused(
    door: CompleteBodies, pages: Pages, kind: bytes
) -> None:
    cut = PARTS.replace(b'x"y', b"x")
    for body, status in ((cut, 400), (cut + b"\r\n--x\r\n", 400), (cut + b"\r\n--x--\r\n", 200)):
        headers = {**length(len(body)), b"content-type": kind}
        assert await ask(door, headers, part(body, more=False)) == status
    assert len(pages.asked) == 1
