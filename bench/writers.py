"""A few who never pause: python -m bench.writers URL TOPIC SECONDS, members' cookies on stdin."""

import json
import sys
import threading
import time

from devkit.visitor import Visitor

WRITERS = 4


def write(url: str, topic: int, seconds: float, members: list[str]) -> list[int]:
    """How many replies each of the writers posted, each by members of its own in turn."""
    counts = [0] * WRITERS
    until = time.monotonic() + seconds

    def go_on(n: int) -> None:
        visitors = [Visitor(url) for _ in members[n::WRITERS]]
        for visitor, cookie in zip(visitors, members[n::WRITERS], strict=True):
            visitor.wear(cookie)
        while time.monotonic() < until:
            answer = visitors[counts[n] % len(visitors)].reply(topic, "A few kind words.")
            if answer.status != 302:
                raise RuntimeError(f"a reply was answered {answer.status}: {answer.text[:500]}")
            counts[n] += 1

    threads = [threading.Thread(target=go_on, args=[n]) for n in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


if __name__ == "__main__":
    url, topic, seconds = sys.argv[1:]
    print(json.dumps(write(url, int(topic), float(seconds), json.load(sys.stdin))))
