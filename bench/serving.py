"""./dev bench serving: the same topic page through WSGI threads and through Django's ASGI handler.

One server process at a time, eight readers that ask again as soon as they are answered, several
rounds in turn; medians of requests a second. ``--smoke`` only sees that it runs.
"""

import os
import statistics
import threading
import time

from devkit.measuring import database, note, show
from devkit.site import Site
from devkit.visitor import Visitor
from mssupport.demo.logins import PASSWORD

CORES = sorted(os.sched_getaffinity(0))
READERS = 8
SECONDS, SMOKE_SECONDS = 6.0, 0.2
ROUNDS, SMOKE_ROUNDS = 3, 1
WAYS = {
    "wsgi threads": "mssupport.asgi:application",
    "django asgi": "bench.django_asgi:application",
}


def main(arguments: list[str]) -> int:
    is_smoke = "--smoke" in arguments
    seconds, rounds = (SMOKE_SECONDS, SMOKE_ROUNDS) if is_smoke else (SECONDS, ROUNDS)
    rates: dict[str, list[float]] = {way: [] for way in WAYS}
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    with database() as (url, data):
        sites = {way: Site(url, data, name="pages", application=app) for way, app in WAYS.items()}
        first = next(iter(sites.values()))
        first.make()
        ((topic,),) = first.sql("SELECT id FROM forums_topic ORDER BY posts_count DESC LIMIT 1")
        for number in range(rounds):
            for way, site in sites.items():
                site.start()
                if len(CORES) > 1:
                    # The server has one core for itself, and those who ask it another.
                    os.sched_setaffinity(site.pid, CORES[:1])
                    os.sched_setaffinity(0, CORES[1:])
                try:
                    done, took = _read(site, f"/topics/{topic}/?order=flat", seconds)
                finally:
                    site.stop()
                rates[way].append(done / seconds)
                times[way] += took
                note(f"round {number + 1}, {way}: {done / seconds:.0f} requests a second")
    rows: list[dict[str, object]] = [
        {
            "way": way,
            "requests_per_s": statistics.median(rates[way]),
            "p50_ms": statistics.median(times[way]) * 1000,
            "p95_ms": statistics.quantiles(times[way], n=20)[-1] * 1000,
        }
        for way in WAYS
    ]
    return show(rows, arguments)


def _read(site: Site, path: str, seconds: float) -> tuple[int, list[float]]:
    visitors = [Visitor(site.url) for _ in range(READERS)]
    for n, visitor in enumerate(visitors):
        visitor.log_in(f"demo{n + 3}@demo.example", PASSWORD)
        visitor.get(path)
    took: list[float] = []
    until = time.monotonic() + seconds

    def read(visitor: Visitor) -> None:
        while time.monotonic() < until:
            started = time.perf_counter()
            assert visitor.get(path).status == 200
            took.append(time.perf_counter() - started)

    threads = [threading.Thread(target=read, args=[visitor]) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(took), took
