"""Very many sockets in one process: a load client that adds as little of its own as it can."""

import asyncio
import json
import os
import random
import resource
import struct
import time
from collections.abc import Sequence

ADDRESSES = 20
AT_ONCE = 100


def raise_file_limit() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Line(asyncio.Protocol):
    """One reader. Notes when an event arrived, by the machine's clock, and answers pings."""

    def __init__(self, fleet: "Fleet", number: int) -> None:
        self.fleet = fleet
        self.number = number
        self.is_open = False
        self.is_watching = False
        self._data = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport) -> None:
        self._transport = transport
        cookies = self.fleet.cookies
        cookie = f"Cookie: {cookies[self.number % len(cookies)]}\r\n" if cookies else ""
        transport.write(
            f"GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1:{self.fleet.port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n{cookie}"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Origin: http://127.0.0.1:{self.fleet.port}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        now = time.time()
        data = self._data + data if self._data else data
        if not self.is_open:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self._data = head
                return
            if b" 101 " not in head[:20]:
                self.fleet.refused += 1
                self._transport.abort()
                return
            self.is_open = True
            if self.fleet.room:
                self.send_control({"do": "watch", "room": self.fleet.room})
            else:
                self._watching()
        at = 0
        while len(data) - at >= 2:
            length, start = data[at + 1] & 127, at + 2
            if length == 126:
                if len(data) < start + 2:
                    break
                (length,) = struct.unpack_from("!H", data, start)
                start += 2
            elif length == 127:
                if len(data) < start + 8:
                    break
                (length,) = struct.unpack_from("!Q", data, start)
                start += 8
            if len(data) < start + length:
                break
            self._frame(data[at] & 15, data[start : start + length], now)
            at = start + length
        self._data = data[at:]

    def _frame(self, opcode: int, body: bytes, now: float) -> None:
        if opcode == 1:
            # Alone or among several; a post's words have their quotes escaped.
            if events := body.count(b'"type": "event"'):
                self.fleet.arrived += [now] * events
            elif b'"watching"' in body[:40]:
                self._watching()
        elif opcode == 9:
            self._send(10, body)
        elif opcode == 8:
            self._transport.close()

    def _watching(self) -> None:
        if not self.is_watching:
            self.is_watching = True
            self.fleet.watching += 1

    def send_control(self, words: object) -> None:
        self._send(1, json.dumps(words).encode())

    def _send(self, opcode: int, body: bytes) -> None:
        # A mask of zeros is a mask.
        self._transport.write(bytes([128 | opcode, 128 | len(body)]) + b"\0\0\0\0" + body)

    def connection_lost(self, error: Exception | None) -> None:
        if self.is_watching:
            self.fleet.watching -= 1
        self.fleet.ended(self)

    def end(self) -> None:
        self._transport.abort()


class Fleet:
    """Readers of one room (``room=""``: of whatever the server sends)."""

    def __init__(self, port: int, cookies: Sequence[str] = (), room: str = "") -> None:
        self.port, self.cookies, self.room = port, cookies, room
        self.lines: set[Line] = set()
        self.arrived: list[float] = []
        self.watching = self.refused = 0
        self.comes_back = False
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task] = set()

    async def join(self, count: int) -> float:
        """Connects so many more; the seconds until all of them listen."""
        started, wanted = time.perf_counter(), self.watching + count
        for number in range(len(self.lines), len(self.lines) + count):
            self._spawn(self._connect(number))
        await self.until_watching(wanted)
        return time.perf_counter() - started

    async def until_watching(self, wanted: int, seconds: float = 180) -> None:
        until = time.monotonic() + seconds
        while self.watching < wanted:
            if time.monotonic() > until:
                raise TimeoutError(f"{self.watching} of {wanted} listen; {self.refused} refused")
            await asyncio.sleep(0.02)

    async def until_arrived(self, count: int, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while len(self.arrived) < count:
            if time.monotonic() > until:
                raise TimeoutError(f"{len(self.arrived)} of {count} heard it")
            await asyncio.sleep(0.005)

    def ended(self, line: Line) -> None:
        self.lines.discard(line)
        if self.comes_back:
            self._spawn(self._come_back(line.number))

    async def _come_back(self, number: int) -> None:
        """As the page does: full jitter, doubled, at most 60 s."""
        tries = 0
        while self.comes_back:
            await asyncio.sleep(random.random() * min(60, 2 * 2**tries))
            tries += 1
            try:
                await self._connect(number)
            except OSError:
                continue
            return

    async def _connect(self, number: int) -> None:
        async with self._gate:
            line = Line(self, number)
            await asyncio.get_running_loop().create_connection(
                lambda: line, "127.0.0.1", self.port,
                local_addr=(f"127.0.0.{number % ADDRESSES + 1}", 0),
            )  # fmt: skip
            self.lines.add(line)

    def _spawn(self, work) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def leave(self) -> None:
        self.comes_back = False
        for line in list(self.lines):
            line.end()
        while self.lines:
            await asyncio.sleep(0.02)


def resident_kib(pid: int) -> int:
    with open(f"/proc/{pid}/status") as status:
        return next(int(row.split()[1]) for row in status if row.startswith("VmRSS"))


def cpu_seconds(pid: int) -> float:
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
