"""./dev bench topic [--scale N]: a topic page's cost, short and long, and a search, as it grows."""

import statistics
import time

from devkit.measuring import database, note, show
from devkit.site import Site
from devkit.visitor import Visitor
from mssupport.demo.logins import PASSWORD

TIMES = 30


def main(arguments: list[str]) -> int:
    scale = int(arguments[arguments.index("--scale") + 1]) if "--scale" in arguments else 20
    with database() as (url, data):
        site = Site(url, data, name="topic", demo_scale=scale)
        started = time.perf_counter()
        site.make()
        ((posts,),) = site.sql("SELECT count(*) FROM forums_post")
        note(f"made {posts} posts in {time.perf_counter() - started:.0f} s")
        site.sql("ANALYZE")
        short = site.sql("SELECT id FROM forums_topic WHERE posts_count = 10 LIMIT 1")[0][0]
        long = site.sql("SELECT id FROM forums_topic ORDER BY posts_count DESC LIMIT 1")[0][0]
        site.start()
        try:
            visitor = Visitor(site.url)
            visitor.log_in("demo5@demo.example", PASSWORD)
            pages = {
                "topic of 10 posts": f"/topics/{short}/",
                "topic of 10,001 posts, first page": f"/topics/{long}/",
                "topic of 10,001 posts, page 400": f"/topics/{long}/?page=400",
                "the same, flat, page 400": f"/topics/{long}/?order=flat&page=400",
                "board": "/boards/daily-life/",
                "new for me": "/new/",
                "search, rare words": "/search/?words=heron+bench",
                "search, common word": "/search/?words=day",
            }
            rows = [_measured(visitor, posts, name, path) for name, path in pages.items()]
        finally:
            site.stop()
    return show(rows, arguments)


def _measured(visitor: Visitor, posts: object, name: str, path: str) -> dict[str, object]:
    took = []
    for _ in range(TIMES):
        started = time.perf_counter()
        answer = visitor.get(path)
        took.append((time.perf_counter() - started) * 1000)
        assert answer.status == 200, (path, answer.status)
    return {
        "page": name,
        "posts_in_all": posts,
        "p50_ms": statistics.median(took),
        "p95_ms": statistics.quantiles(took, n=20)[-1],
    }
