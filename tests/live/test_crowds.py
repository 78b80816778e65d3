"""Many at once: nobody waits for ever, nothing is lost, nothing is there twice.

Short here; ``KILL_ROUNDS=50 ./dev test tests/live/test_crowds.py`` is the long one.
"""

import os
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from devkit.postgres import EmbeddedPostgres, data_folder
from devkit.site import Site
from devkit.visitor import Visitor
from tests.live.hands import Hand
from tests.waiting import until

ROUNDS = int(os.environ.get("KILL_ROUNDS", "3"))
WRITERS = 50
REPLIES_OF_EACH = 10


@pytest.fixture(scope="module")
def database() -> Iterator[EmbeddedPostgres]:
    """Durable, because these tests kill things."""
    server = EmbeddedPostgres(data_folder(Path(os.environ["DATA_DIR"]) / "crowds-database"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def site(database: EmbeddedPostgres) -> Iterator[Site]:
    running = Site(database.start(), Path(os.environ["DATA_DIR"]), name="crowds")
    running.make("--long-topic", "5")
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def writers(site: Site) -> list[Visitor]:
    hand = Hand(site)
    members = hand("world", members=WRITERS + 1)["members"][1:]
    visitors = []
    for member in members:
        visitor = Visitor(site.url)
        visitor.wear(hand("session", member=member))
        visitors.append(visitor)
    hand.close()
    return visitors


@pytest.fixture
def topic(site: Site) -> int:
    ((found,),) = site.sql("SELECT id FROM forums_topic WHERE title = 'Say good morning here'")
    site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
    return found


def _whole(site: Site, topic: int) -> None:
    """Numbers and events without gaps, counters that agree, and nothing twice."""
    ((posts, last, counted),) = site.sql(
        "SELECT count(*), max(number), (SELECT posts_count FROM forums_topic WHERE id = topic_id)"
        f" FROM forums_post WHERE topic_id = {topic} GROUP BY topic_id"
    )
    assert posts == last == counted
    ((events, seq),) = site.sql(
        f"SELECT count(*), max(seq) FROM live_event WHERE room = 'topic.{topic}'"
    )
    assert events == (seq or 0)
    assert site.sql(
        "SELECT author_id, token FROM forums_post GROUP BY 1, 2 HAVING count(*) > 1"
    ) == []  # fmt: skip


def test_500_replies_from_50_writers(site: Site, writers: list[Visitor], topic: int) -> None:
    wrong: list[object] = []

    def write(visitor: Visitor) -> None:
        for n in range(REPLIES_OF_EACH):
            answer = visitor.reply(topic, f"Kind words, {n}.")
            if answer.status != 302:
                wrong.append((answer.status, answer.text[:300]))

    before = site.sql(f"SELECT posts_count FROM forums_topic WHERE id = {topic}")[0][0]
    threads = [threading.Thread(target=write, args=[visitor]) for visitor in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    after = site.sql(f"SELECT posts_count FROM forums_topic WHERE id = {topic}")[0][0]
    assert after - before == WRITERS * REPLIES_OF_EACH
    _whole(site, topic)
    assert site.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = 'crowds'") == [(0,)]


@dataclass
class Sent:
    visitor: Visitor
    text: str
    token: str = field(default_factory=lambda: str(uuid.uuid4()))
    is_acknowledged: bool = False

    def send(self, topic: int) -> None:
        try:
            self.is_acknowledged = (
                self.visitor.reply(topic, self.text, self.token, 20).status == 302
            )
        except OSError:
            self.is_acknowledged = False


def test_kill_9_while_50_write(site: Site, writers: list[Visitor], topic: int) -> None:
    interrupted = 0
    for number in range(ROUNDS):
        site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
        sent = [Sent(visitor, f"Round {number}.") for visitor in writers]
        threads = [threading.Thread(target=each.send, args=[topic]) for each in sent]
        for thread in threads:
            thread.start()
        time.sleep(0.1 + 0.05 * (number % 10))
        site.stop(at_once=True)
        for thread in threads:
            thread.join()
        kept = {row[0] for row in site.sql("SELECT token::text FROM forums_post")}
        assert {each.token for each in sent if each.is_acknowledged} <= kept
        site.start()
        again = [each for each in sent if not each.is_acknowledged]
        interrupted += len(again)
        for each in again:
            each.send(topic)
            assert each.is_acknowledged
        kept = {row[0] for row in site.sql("SELECT token::text FROM forums_post")}
        assert {each.token for each in sent} <= kept
        _whole(site, topic)
    assert interrupted, "the server was killed while nobody wrote"
    sys.stdout.write(f"\n{ROUNDS} rounds, {interrupted} posts sent again\n")


def test_the_database_comes_back_and_so_do_we(
    site: Site, database: EmbeddedPostgres, writers: list[Visitor], topic: int
) -> None:
    """No restart of ours, no connection left over, and nobody's words lost meanwhile."""
    from urllib.parse import urlsplit

    port = urlsplit(site.server_url).port
    database.stop()
    answers = []
    threads = [
        threading.Thread(target=lambda v=v: answers.append(v.reply(topic, "canarywords", "", 30)))
        for v in writers[:20]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status for answer in answers} == {503}
    assert all("canarywords" in answer.text for answer in answers)
    time.sleep(float(os.environ.get("DATABASE_AWAY", "5")))
    database.start(port=port)
    until(lambda: writers[0].get("/readyz").status == 200)
    site.sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
    for visitor in writers[:20]:
        assert visitor.reply(topic, "Back again.").status == 302
    ((held,),) = site.sql(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = 'crowds' AND pid <> pg_backend_pid()"
    )
    # Eight threads for pages and four for sockets each keep one.
    assert held <= 12
    _whole(site, topic)
