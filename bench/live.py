"""./dev bench live: from a member's POST to each reader, beside the floor and plain Channels.

The server has one core, the readers another. ``--storm N`` adds N connections and a restart;
``--sustained`` measures only the replies a second. ``--smoke`` only sees that it runs.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.lines import Fleet, cpu_seconds, raise_file_limit, resident_kib
from devkit.measuring import database, note, show
from devkit.site import Site
from devkit.valkey import EmbeddedValkey
from devkit.visitor import Visitor

CORES = sorted(os.sched_getaffinity(0))
SOCKETS_PER_MEMBER = 8
APPLICATIONS = {
    "floor": "bench.floor:application",
    "ours": "mssupport.asgi:application",
    "plain_channels": "bench.plain_channels:application",
}


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    readers: tuple[int, ...]
    sustained_readers: tuple[int, ...]
    sustained_seconds: float
    events: int
    pause: float
    idle: float
    demo_scale: int


FULL = Size((100, 1000, 2000), (0, 500, 2000), 8, events=20, pause=0.25, idle=5, demo_scale=30)
SMOKE = Size((3,), (2,), 0.3, events=2, pause=0.01, idle=0.1, demo_scale=2)
size = FULL


def main(arguments: list[str]) -> int:
    global size
    size = SMOKE if "--smoke" in arguments else FULL
    raise_file_limit()
    # Everything from many sockets of few machines is what the limits are there to refuse.
    os.environ["SOCKETS_PER_NETWORK"] = os.environ["PACE"] = "100000"
    storm = int(arguments[arguments.index("--storm") + 1]) if "--storm" in arguments else 0
    rows: list[dict[str, object]] = []
    with database() as (url, data):
        sites = {
            path: Site(url, data, name="live", application=application, demo_scale=size.demo_scale)
            for path, application in APPLICATIONS.items()
        }
        ours = sites["ours"]
        ours.make()
        members = logged_in(
            ours, max(*size.readers, *size.sustained_readers, storm, 400) // SOCKETS_PER_MEMBER
        )
        for path, site in () if "--sustained" in arguments else sites.items():
            for readers in size.readers:
                with running(site):
                    row = asyncio.run(_delivery(path, site, members, readers))
                rows.append(row)
                note(json.dumps(row))
        for readers in size.sustained_readers:
            row = _sustained(url, data, members, readers)
            rows.append(row)
            note(json.dumps(row))
        if storm:
            with running(ours):
                row = asyncio.run(_storm(ours, members, storm))
            rows.append(row)
            note(json.dumps(row))
    return show(rows, arguments)


@contextmanager
def running(site: Site) -> Iterator[None]:
    site.start()
    if len(CORES) > 1:
        os.sched_setaffinity(site.pid, CORES[:1])
        os.sched_setaffinity(0, CORES[1:])
    try:
        yield
    finally:
        site.stop()


def logged_in(site: Site, count: int) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.logged_in", str(count)],
        env=site.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def _topic(site: Site) -> int:
    # One that was written in of late: in an old one the topic itself asks something first.
    ((found,),) = site.sql(
        "SELECT id FROM forums_topic WHERE posts_count = 10 AND status = 'open'"
        " ORDER BY last_posted_at DESC LIMIT 1"
    )
    return found


class _Writer:
    """Posts replies by these members in turn, as many as make no one hurry."""

    def __init__(self, site: Site, members: list[str], topic: int) -> None:
        self.topic = topic
        self.number = 0
        self.visitors = [Visitor(site.url) for _ in members]
        for visitor, cookie in zip(self.visitors, members, strict=True):
            visitor.wear(cookie)
        site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")

    def reply(self) -> None:
        visitor = self.visitors[self.number % len(self.visitors)]
        self.number += 1
        answer = visitor.reply(self.topic, f"A few kind words, said {self.number} times.")
        if answer.status != 302:
            raise RuntimeError(f"a reply was answered {answer.status}: {answer.text[:500]}")


async def _delivery(path: str, site: Site, members: list[str], readers: int) -> dict[str, object]:
    topic = _topic(site)
    is_ours = path == "ours"
    fleet = Fleet(site.port, members if is_ours else (), f"topic.{topic}" if is_ours else "")
    writer = _Writer(site, members[:50], topic)
    send = writer.reply if is_ours else lambda: Visitor(site.url).post("/send")
    loop = asyncio.get_running_loop()
    for _ in range(3):  # everything loaded, threads and connections there
        await loop.run_in_executor(None, send)
    await fleet.join(1)
    alone = await _cpu_of(site, loop, send)
    before = resident_kib(site.pid)
    joined = await fleet.join(readers - 1)
    memory = (resident_kib(site.pid) - before) / (readers - 1)
    medians, lasts, from_commit, last_from_commit = [], [], [], []
    # What the guard and the heartbeat cost while nothing happens is a figure of its own.
    idle = await _idle(site)
    started, started_cpu = time.monotonic(), cpu_seconds(site.pid)
    for _ in range(size.events):
        # One reply by itself, as in nearly every topic; what comes faster is gathered, and is
        # what _sustained measures.
        await asyncio.sleep(size.pause)
        fleet.arrived.clear()
        sent = time.time()
        await loop.run_in_executor(None, send)
        await fleet.until_arrived(readers)
        medians.append(statistics.median(fleet.arrived) - sent)
        lasts.append(max(fleet.arrived) - sent)
        if is_ours and (committed := _committed(site, topic)) is not None:
            from_commit.append(statistics.median(fleet.arrived) - committed)
            last_from_commit.append(max(fleet.arrived) - committed)
    took = time.monotonic() - started
    cpu = (cpu_seconds(site.pid) - started_cpu - idle * took) / size.events
    await fleet.leave()
    row: dict[str, object] = {
        "path": path,
        "readers": readers,
        "p50_ms": statistics.median(medians) * 1000,
        "last_ms": statistics.median(lasts) * 1000,
        "per_reader_us": (cpu - alone) / (readers - 1) * 1e6,
        "kib_per_socket": memory,
        "connects_per_s": readers / joined,
        "idle_cpu_ms_per_s": idle * 1000,
    }
    if from_commit:
        row["p50_from_commit_ms"] = statistics.median(from_commit) * 1000
        row["last_from_commit_ms"] = statistics.median(last_from_commit) * 1000
    return row


async def _cpu_of(site: Site, loop: asyncio.AbstractEventLoop, send) -> float:
    """CPU seconds of the server for one event with one reader."""
    idle = await _idle(site)
    started, before = time.monotonic(), cpu_seconds(site.pid)
    for _ in range(size.events):
        await asyncio.sleep(size.pause)
        await loop.run_in_executor(None, send)
    took = time.monotonic() - started
    return (cpu_seconds(site.pid) - before - idle * took) / size.events


async def _idle(site: Site) -> float:
    """CPU seconds of the server in each second in which nothing happens."""
    before = cpu_seconds(site.pid)
    await asyncio.sleep(size.idle)
    return (cpu_seconds(site.pid) - before) / size.idle


def _committed(site: Site, topic: int) -> float | None:
    rows = site.sql(
        "SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin))::float FROM live_event"
        f" WHERE room = 'topic.{topic}' ORDER BY seq DESC LIMIT 1"
    )
    return rows[0][0] if rows else None


def _sustained(url: str, data: Path, members: list[str], readers: int) -> dict[str, object]:
    """As deploy/ has it: one process for pages, another for sockets, Valkey between them."""
    bus = EmbeddedValkey()
    bus.start()
    try:
        pages, sockets = (Site(url, data, name="live", redis_url=bus.url) for _ in range(2))
        with running(pages), running(sockets):
            os.sched_setaffinity(sockets.pid, CORES[-1:])
            return asyncio.run(_posting(pages, sockets, members, readers))
    finally:
        bus.stop()


async def _posting(
    site: Site, sockets: Site, members: list[str], readers: int
) -> dict[str, object]:
    """Replies a second by a few writers who never pause, and what the readers got of them."""
    topic = _topic(site)
    fleet = Fleet(sockets.port, members, f"topic.{topic}")
    if readers:
        await fleet.join(readers)
    # So many that nobody is told to write more slowly, however fast this goes. They write in a
    # process of their own: in this one they would wait for the readers' turns.
    site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
    fleet.arrived.clear()
    writers = subprocess.Popen(
        [sys.executable, "-m", "bench.writers", site.url, str(topic), str(size.sustained_seconds)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    before = cpu_seconds(site.pid), cpu_seconds(sockets.pid)
    said, _ = await asyncio.to_thread(writers.communicate, json.dumps(members))
    counts = json.loads(said)
    await fleet.until_arrived(sum(counts) * readers)
    await fleet.leave()
    return {
        "path": "ours",
        "readers": readers,
        "replies_per_s": sum(counts) / size.sustained_seconds,
        "pages_cpu_ms": (cpu_seconds(site.pid) - before[0]) / sum(counts) * 1000,
        "sockets_cpu_ms": (cpu_seconds(sockets.pid) - before[1]) / sum(counts) * 1000,
        "doubled_or_lost": len(fleet.arrived) - sum(counts) * readers,
    }


async def _storm(site: Site, members: list[str], count: int) -> dict[str, object]:
    """So many connections held, the server restarted, and everybody comes back."""
    fleet = Fleet(site.port, members, f"topic.{_topic(site)}")
    before = resident_kib(site.pid)
    joined = await fleet.join(count)
    memory = (resident_kib(site.pid) - before) / count
    fleet.comes_back = True
    await asyncio.to_thread(site.stop)
    while fleet.watching:
        await asyncio.sleep(0.02)
    await asyncio.to_thread(site.start)
    started = time.perf_counter()
    await fleet.until_watching(count)
    back = time.perf_counter() - started
    await fleet.leave()
    return {
        "path": "storm",
        "readers": count,
        "kib_per_socket": memory,
        "connects_per_s": count / joined,
        "all_back_s": back,
    }
