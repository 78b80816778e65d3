"""./dev bench bus_away: what posting takes with Valkey up, stopped, hung and full, in turns.

``--smoke`` only sees that it runs.
"""

import os
import statistics
import time
from collections.abc import Callable

from bench.live import logged_in, running
from devkit.measuring import database, note, show
from devkit.site import Site
from devkit.valkey import EmbeddedValkey
from devkit.visitor import Visitor

POSTS, SMOKE_POSTS = 100, 3
ROUNDS, SMOKE_ROUNDS = 2, 1


def main(arguments: list[str]) -> int:
    is_smoke = "--smoke" in arguments
    posts, rounds = (SMOKE_POSTS, SMOKE_ROUNDS) if is_smoke else (POSTS, ROUNDS)
    os.environ["SOCKETS_PER_NETWORK"] = os.environ["PACE"] = "100000"
    bus = EmbeddedValkey()
    bus.start()
    nothing = lambda: None  # noqa: E731
    states: dict[str, tuple[Callable[[], None], Callable[[], None]]] = {
        "up": (nothing, nothing),
        "stopped": (bus.stop, bus.start),
        "hung": (bus.hang, bus.go_on),
        "full": (bus.fill, bus.empty),
    }
    took: dict[str, list[float]] = {state: [] for state in states}
    try:
        with database() as (url, data):
            site = Site(url, data, name="bus", redis_url=bus.url, demo_scale=2)
            site.make()
            visitors = []
            for cookie in logged_in(site, 40):
                visitor = Visitor(site.url)
                visitor.wear(cookie)
                visitors.append(visitor)
            ((topic,),) = site.sql(
                "SELECT id FROM forums_topic WHERE posts_count = 10 AND status = 'open'"
                " ORDER BY last_posted_at DESC LIMIT 1"
            )
            with running(site):
                for _ in range(rounds):
                    for state, (away, back) in states.items():
                        away()
                        took[state] += _posting(site, visitors, topic, posts)
                        back()
                        note(f"{state}: {statistics.median(took[state]):.1f} ms")
    finally:
        bus.stop()
    rows: list[dict[str, object]] = []
    for state, times in took.items():
        cuts = statistics.quantiles(times, n=20)
        rows.append({"bus": state, "p50_ms": statistics.median(times), "p95_ms": cuts[-1],
                     "worst_ms": max(times)})  # fmt: skip
    return show(rows, arguments)


def _posting(site: Site, visitors: list[Visitor], topic: int, posts: int) -> list[float]:
    site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
    found = []
    for number in range(posts):
        started = time.perf_counter()
        answer = visitors[number % len(visitors)].reply(topic, "A few kind words.")
        found.append((time.perf_counter() - started) * 1000)
        if answer.status != 302:
            raise RuntimeError(f"a reply was answered {answer.status}: {answer.text[:300]}")
    return found
