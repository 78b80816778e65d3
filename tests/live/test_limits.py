"""What a page, a member, a network and a slow reader may cost."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from live import hub as hub_module
from live.frames import Frame
from live.hub import Hub
from live.limits import MAX_ROOMS_PER_READER, MAX_SOCKETS_PER_MEMBER, Bucket, Networks, network_of
from live.sockets import Line, Opener, Sockets
from live.tasks import end
from tests.waiting import becomes


class Wire:
    """A server's end of a socket that can stop taking anything, as a full one does."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.open = asyncio.Event()
        self.open.set()
        self.transport = self
        self.is_aborted = False

    async def send(self, message: dict[str, Any]) -> None:
        await self.open.wait()
        self.sent.append(message)

    def abort(self) -> None:
        self.is_aborted = True
        self.open.set()

    @property
    def words(self) -> list[dict[str, Any]]:
        return [json.loads(message["text"]) for message in self.sent]


def event(seq: int, room: str = "topic.1") -> Frame:
    text = json.dumps({"type": "event", "room": room, "seq": seq})
    return Frame(room, seq, {"type": "websocket.send", "text": text})


@pytest.fixture
def idle_hub() -> Hub:
    return Hub((), lambda _ids: {}, set)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def line(idle_hub: Hub, wire: Wire) -> Line:
    return Line(idle_hub, wire.send, Opener())


async def test_a_frame_is_sent_at_once_and_in_order(line: Line, wire: Wire) -> None:
    for seq in range(3):
        line.enqueue(event(seq))
    assert [word["seq"] for word in wire.words] == [0, 1, 2]


async def test_behind_a_slow_reader_nothing_piles_up(line: Line, wire: Wire) -> None:
    """They get a doorbell for each room, with the newest number, and ask for the rest."""
    line.enqueue(event(1))
    wire.open.clear()
    for seq in range(2, 10_002):
        line.enqueue(event(seq))
    line.enqueue(event(7, "topic.2"))
    line.send_control(type="pong")
    assert line._behind == {"topic.1": 10_001, "topic.2": 7}
    wire.open.set()
    await becomes(lambda: len(wire.words) >= 5)
    assert [word["type"] for word in wire.words] == ["event", "event", "pong", "rang", "rang"]
    assert {word["room"]: word["seq"] for word in wire.words[3:]} == {
        "topic.1": 10_001,
        "topic.2": 7,
    }
    line.enqueue(event(10_002))
    assert wire.words[-1]["seq"] == 10_002, "and is served at once again"


async def test_a_reader_who_takes_nothing_is_cut_off(
    idle_hub: Hub, line: Line, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    # The clock of the sockets alone; the loop of this test goes on.
    clock = SimpleNamespace(monotonic=lambda: now)
    monkeypatch.setattr("live.sockets.time", clock)
    idle_hub.connect(line)
    wire.open.clear()
    line.enqueue(event(1))
    await idle_hub._guard()
    assert not wire.is_aborted
    now += hub_module.MAX_STUCK_S + 1
    await idle_hub._guard()
    await becomes(lambda: wire.is_aborted)


async def test_a_line_that_broke_costs_the_others_nothing(line: Line, wire: Wire) -> None:
    async def gone(message: dict[str, Any]) -> None:
        raise OSError("gone")

    line._send = gone
    line.enqueue(event(1))
    line.enqueue(event(2))
    await line.close(1012)
    assert wire.sent == []


async def test_a_line_may_be_cancelled_while_it_waits(line: Line, wire: Wire) -> None:
    wire.open.clear()
    line.enqueue(event(1))
    rest = line._rest
    assert rest is not None
    await asyncio.sleep(0)
    rest.cancel()
    with pytest.raises(asyncio.CancelledError):
        await rest
    assert wire.sent == []


class Page:
    """The other end of Sockets: what the browser says, and the code it is closed with."""

    def __init__(self, hub: Hub, member_id: int | None = None) -> None:
        self.said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.heard: list[dict[str, Any]] = []
        self.said.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(
            Sockets(hub, lambda _scope: Opener(member_id))({}, self.said.get, self.send)
        )

    async def send(self, message: dict[str, Any]) -> None:
        self.heard.append(message)
        if message["type"] == "websocket.close":
            self.said.put_nowait({"type": "websocket.disconnect"})

    def send_control(self, words: object) -> None:
        text = words if isinstance(words, str) else json.dumps(words)
        self.said.put_nowait({"type": "websocket.receive", "text": text})

    async def code(self) -> int:
        """What it is closed with, sooner or later."""
        await becomes(lambda: self.heard and self.heard[-1]["type"] == "websocket.close")
        return self.heard[-1]["code"]


async def test_ten_words_a_second_and_not_more(
    idle_hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow this goes, it is one second.
    monkeypatch.setattr("live.limits.time", SimpleNamespace(monotonic=lambda: 100.0))
    page = Page(idle_hub)
    for _ in range(10):
        page.send_control({"do": "ping"})
    await becomes(lambda: sum("pong" in str(each) for each in page.heard) == 10)
    page.send_control({"do": "ping"})
    page.send_control({"do": "ping"})
    assert await page.code() == 4429
    await page.task


async def test_a_word_longer_than_4_kb_ends_the_line(idle_hub: Hub) -> None:
    page = Page(idle_hub)
    page.send_control({"do": "watch", "room": "x", "more": "x" * 4096})
    assert await page.code() == 4400


async def test_a_member_has_ten_sockets_and_not_more(idle_hub: Hub) -> None:
    pages = [Page(idle_hub, 7) for _ in range(MAX_SOCKETS_PER_MEMBER)]
    await becomes(lambda: len(idle_hub.readers) == MAX_SOCKETS_PER_MEMBER)
    assert await Page(idle_hub, 7).code() == 4429
    others = [Page(idle_hub, 8)]
    await becomes(lambda: len(idle_hub.readers) == MAX_SOCKETS_PER_MEMBER + 1)
    pages[0].said.put_nowait({"type": "websocket.disconnect"})
    await pages[0].task
    others.append(Page(idle_hub, 7))
    await becomes(lambda: len(idle_hub.readers) == MAX_SOCKETS_PER_MEMBER + 1)


async def test_a_page_has_twenty_rooms_and_not_more(idle_hub: Hub) -> None:
    page = Page(idle_hub)
    await becomes(lambda: idle_hub.readers)
    (reader,) = idle_hub.readers
    reader.rooms.update(f"topic.{n}" for n in range(MAX_ROOMS_PER_READER))
    page.send_control({"do": "watch", "room": "topic.999"})
    assert await page.code() == 4400


async def test_an_unknown_verb_ends_the_line(idle_hub: Hub) -> None:
    page = Page(idle_hub)
    page.send_control({"do": "reply", "text": "never over the socket"})
    assert await page.code() == 4400


async def test_a_task_that_swallows_being_cancelled_is_cancelled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("live.tasks.AGAIN_AFTER", 0.01)
    swallowed = 0

    async def stubborn() -> None:
        nonlocal swallowed
        while True:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                swallowed += 1
                if swallowed == 3:
                    raise

    tasks = [asyncio.create_task(stubborn()), asyncio.create_task(asyncio.sleep(3600))]
    await asyncio.sleep(0)
    await end(tasks)
    assert all(task.done() for task in tasks)
    assert swallowed == 3


def test_a_bucket_fills_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("live.limits.time.monotonic", lambda: now[0])
    bucket = Bucket(2, 1)
    assert [bucket.takes() for _ in range(3)] == [True, True, False]
    now[0] += 1.5
    assert [bucket.takes() for _ in range(2)] == [True, False]
    now[0] += 1000
    assert [bucket.takes() for _ in range(3)] == [True, True, False]


def test_networks_are_counted_apart_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("live.limits.MAX_NETWORKS", 2)
    networks = Networks(1)
    assert [networks.take(a) for a in ("192.0.2.1", "192.0.2.1", "192.0.2.2")] == [
        True,
        False,
        True,
    ]
    assert networks.take("192.0.2.3")
    assert networks.take("192.0.2.1"), "forgotten, because two others came since"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("", "unknown"),
        ("unix:", "unknown"),
    ],
)
def test_a_network_is_what_one_subscriber_has(address: str, network: str) -> None:
    assert network_of(address) == network
