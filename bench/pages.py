"""./dev bench pages [--posts 10000,100000,1000000]: what each page costs as the forum grows.

The server has one core, the readers another. One row for each page, visitor and size; one for a
bare view that answers the same bytes to the same session; one for the memory of the server.
``--smoke`` only sees that it runs.
"""

import gzip
import http.client
import json
import os
import statistics
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.lines import cpu_seconds, resident_kib
from bench.live import logged_in, running
from devkit.measuring import database, note, show
from devkit.postgres import EmbeddedPostgres
from devkit.site import Site

SIZES, SMOKE_SIZES = (10_000, 100_000, 1_000_000), (1_300,)
# So many more than a round number, that the last page of every topic shows as much as the topic
# of 10 replies: 11 posts.
SHORT = 10
LONG = {10_000: (1_000,), 100_000: (1_000, 10_000), 1_000_000: (1_000, 10_000, 100_000)}
POSTS_PER_SCALE = 655
READERS = 8
# Requests in turn, and seconds of many at once.
TIMES, SMOKE_TIMES = 60, 2
SECONDS, SMOKE_SECONDS = 3.0, 0.05
times, seconds = TIMES, SECONDS


@dataclass(frozen=True)
class Ask:
    """One thing to measure: a GET, or with ``words`` a POST."""

    page: str
    path: str
    visitor: str = "member"
    replies: int | None = None
    words: Callable[[], dict[str, str]] | None = None


def main(arguments: list[str]) -> int:
    os.environ["SOCKETS_PER_NETWORK"] = os.environ["PACE"] = "100000"
    global times, seconds
    sizes = SIZES
    if "--smoke" in arguments:
        sizes, times, seconds = SMOKE_SIZES, SMOKE_TIMES, SMOKE_SECONDS
    if "--posts" in arguments:
        sizes = tuple(map(int, arguments[arguments.index("--posts") + 1].split(",")))
    rows: list[dict[str, object]] = []
    with database() as (url, data):
        for size in sizes:
            rows += _of_size(url, data, size)
    return show(rows, arguments)


def _of_size(url: str, data: Path, size: int) -> list[dict[str, object]]:
    long = LONG.get(size, ())
    scale = max(2, round((size - sum(long)) / POSTS_PER_SCALE))
    site = Site(url, data, name="pages", demo_scale=scale)
    started = time.perf_counter()
    site.make(
        "--long-topic", str(SHORT), *(w for n in long for w in ("--long-topic", str(n + SHORT)))
    )
    site.sql("VACUUM ANALYZE")
    ((posts,),) = site.sql("SELECT count(*) FROM forums_post")
    note(f"{posts} posts made in {time.perf_counter() - started:.0f} s")
    members = logged_in(site, 40)
    asks = _asks(site, long)
    rows = []
    counted = Site(url, data, name="pages", application="bench.counted:application")
    with running(counted):
        questions = [_questions(counted, ask, members[:3]) for ask in asks]
    with running(site):
        memory_before = resident_kib(site.pid)
        for ask, question in zip(asks, questions, strict=True):
            row = {"page": ask.page, "visitor": ask.visitor, "posts": posts, "replies": ask.replies}
            row |= _measured(site, ask, members) | question
            rows.append(row)
            note(json.dumps(row))
        rows.append(
            {"page": "memory", "posts": posts, "mib_before": memory_before / 1024,
             "mib_after": resident_kib(site.pid) / 1024}
        )  # fmt: skip
        body = _Connection(site, members[0]).get(asks[0].path)
    page = data / "bare-page.html"
    page.write_bytes(body)
    os.environ["BARE_PAGE"] = str(page)
    bare = Site(url, data, name="pages", application="bench.bare:application")
    with running(bare):
        row = {"page": "floor", "visitor": "member", "posts": posts, "replies": SHORT}
        rows.append(row | _measured(bare, Ask("floor", "/"), members))
        note(json.dumps(rows[-1]))
    return rows


def _asks(site: Site, long: tuple[int, ...]) -> list[Ask]:
    topics = {
        n: site.sql(
            "SELECT id FROM forums_topic WHERE title = 'Say good morning here'"
            f" AND posts_count = {n + 1}"
        )[0][0]
        for n in (SHORT, *(n + SHORT for n in long))
    }
    ((open_topic,),) = site.sql(
        "SELECT min(t.id) FROM forums_topic t JOIN forums_board b ON b.id = t.board_id"
        " WHERE b.audience = 'web'"
    )
    # Nobody thanks themselves: a post by none of those who ask.
    ((post,),) = site.sql("SELECT max(id) FROM forums_post WHERE author_id > 60")
    asks = []
    for replies, topic in topics.items():
        last = -(-(replies + 1) // 20)
        flat = f"/topics/{topic}/?order=flat&page="
        asks += [Ask("topic, flat, last page", f"{flat}{last}", replies=replies)]
        asks += [Ask("topic, threaded, first page", f"/topics/{topic}/", replies=replies)]
        if last > 1:
            asks += [
                Ask("topic, flat, first page", f"{flat}1", replies=replies),
                Ask("topic, flat, middle page", f"{flat}{last // 2}", replies=replies),
                Ask("topic, threaded, middle page", f"/topics/{topic}/?page={last // 4 + 1}",
                    replies=replies),
            ]  # fmt: skip
        asks += [Ask("first unread", f"/topics/{topic}/unread/", replies=replies)]
        reply = lambda: {"text": "A few kind words.", "token": str(uuid.uuid4())}  # noqa: E731
        asks += [Ask("post a reply", f"/topics/{topic}/reply/", "member", replies, reply)]
    turns = iter(range(10**9))
    react = lambda: {"reaction": "hug" if next(turns) % 2 else "-hug"}  # noqa: E731
    asks += [
        Ask("react", f"/posts/{post}/react/", "member", SHORT, react),
        Ask("index", "/"),
        Ask("index", "/", "anonymous"),
        Ask("topic, open to the web", f"/topics/{open_topic}/", "anonymous"),
        Ask("board, first page", "/boards/daily-life/"),
        Ask("board, last page", f"/boards/daily-life/?before={_oldest(site)}"),
        Ask("new for me", "/new/"),
        Ask("search, rare words", "/search/?words=heron+bench"),
        Ask("search, common word", "/search/?words=day"),
        Ask("search, nothing found", "/search/?words=xylophone"),
        Ask("notices", "/notices/"),
    ]
    return asks


def _oldest(site: Site) -> str:
    """The place of the 26th topic from the end, as the board's own links write it."""
    when, pk = site.sql(
        "SELECT t.last_posted_at, t.id FROM forums_topic t JOIN forums_board b ON b.id = t.board_id"
        " WHERE b.slug = 'daily-life' ORDER BY t.last_posted_at, t.id OFFSET 25 LIMIT 1"
    )[0]
    return f"{quote(when.isoformat())}_{pk}"


class _Connection:
    """A browser's lasting connection."""

    def __init__(self, site: Site, cookie: str | None) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        token = uuid.uuid4().hex
        self.token = token
        self._headers = {"Referer": site.url, "Cookie": f"csrftoken={token}"}
        if cookie:
            self._headers["Cookie"] += f"; {cookie}"
        self.answer: http.client.HTTPResponse | None = None

    def ask(self, ask: Ask) -> bytes:
        if ask.words is None:
            return self.get(ask.path)
        body = urlencode({"csrfmiddlewaretoken": self.token, **ask.words()})
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._send("POST", ask.path, body, form)

    def get(self, path: str) -> bytes:
        return self._send("GET", path, None, {})

    def _send(self, method: str, path: str, body: str | None, more: dict[str, str]) -> bytes:
        try:
            self._line.request(method, path, body, {**self._headers, **more})
            self.answer = self._line.getresponse()
        except http.client.RemoteDisconnected:
            # The server ends a line that was idle for five seconds; browsers open another.
            self._line.close()
            self._line.request(method, path, body, {**self._headers, **more})
            self.answer = self._line.getresponse()
        words = self.answer.read()
        assert self.answer.status in {200, 302}, (path, self.answer.status, words[:300])
        return words


def _let_them_write(site: Site, ask: Ask) -> None:
    """Nobody is told that they write too fast."""
    if ask.words is not None:
        site.sql(
            "UPDATE forums_post SET created_at = created_at - interval '1 hour'"
            " WHERE created_at > now() - interval '10 minutes'"
        )


def _questions(site: Site, ask: Ask, members: list[str]) -> dict[str, object]:
    """Asked by three in turns: the third reply of one in a row, or of two alone, is a question."""
    _let_them_write(site, ask)
    cookies = members if ask.visitor == "member" else [None]
    lines = [_Connection(site, cookie) for cookie in cookies]
    found, took = [], []
    for number in range(6):
        line = lines[number % len(lines)]
        line.ask(ask)
        found.append(int(line.answer.headers["X-Queries"]))
        took.append(float(line.answer.headers["X-Db-Ms"]))
    return {"queries": statistics.median(found), "db_ms": statistics.median(took)}


def _measured(site: Site, ask: Ask, members: list[str]) -> dict[str, object]:
    _let_them_write(site, ask)
    cookies = members if ask.visitor == "member" else [None]
    lines = [_Connection(site, cookie) for cookie in cookies]
    body = b""
    for line in lines[:8]:
        body = line.ask(ask)
    took = []
    before, before_db = cpu_seconds(site.pid), _database_cpu(site.data.parent)
    for n in range(times):
        # Readers take turns, as they do; a writer alone would be told to slow down.
        line = lines[n % len(lines)]
        started = time.perf_counter()
        line.ask(ask)
        took.append((time.perf_counter() - started) * 1000)
    cpu = (cpu_seconds(site.pid) - before) / times * 1000
    cuts = statistics.quantiles(took, n=100)
    return {
        "p50_ms": statistics.median(took),
        "p95_ms": cuts[94],
        "p99_ms": cuts[98],
        "rps": _rate(site, ask, cookies),
        "cpu_ms": cpu,
        "db_cpu_ms": (_database_cpu(site.data.parent) - before_db) / times * 1000,
        "bytes": len(body),
        "gzip_bytes": len(gzip.compress(body, 6)),
    }


def _rate(site: Site, ask: Ask, cookies: list[str | None]) -> float | None:
    """Requests a second from readers who ask again as soon as they are answered."""
    if ask.words is not None:
        return None  # ./dev bench live measures writing
    until = time.monotonic() + seconds
    counts = [0] * READERS

    def read(n: int) -> None:
        line = _Connection(site, cookies[n % len(cookies)])
        while time.monotonic() < until:
            line.ask(ask)
            counts[n] += 1

    threads = [threading.Thread(target=read, args=[n]) for n in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def _database_cpu(data: Path) -> float:
    """CPU seconds of the measured PostgreSQL alone: of its processes, and of those that ended."""
    server = EmbeddedPostgres(data)
    postmaster = int((server.cluster / "postmaster.pid").read_text().splitlines()[0])
    total = 0.0
    for process in Path("/proc").iterdir():
        if not process.name.isdecimal():
            continue
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(process.name) == postmaster:
            total += sum(map(int, fields[11:15]))
        elif int(fields[1]) == postmaster:
            total += sum(map(int, fields[11:13]))
    return total / os.sysconf("SC_CLK_TCK")
