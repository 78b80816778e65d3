"""Whatever happens, and in whatever order: each open page ends up as a reload would show it,
nothing came twice, and nobody ever got a word they were at no moment allowed to read.

Short here; the long one is ``CONVERGENCE_STEPS=10000 ./dev test tests/live/test_convergence.py``.
Its seed is printed; ``CONVERGENCE_SEED=n`` runs the same again.
"""

import os
import random
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from devkit.postgres import EmbeddedPostgres, data_folder
from devkit.site import Site
from devkit.valkey import EmbeddedValkey
from devkit.visitor import Visitor
from tests.live.hands import Hand
from tests.live.pages import LivePage, PromptEvent, load
from tests.live.world import PostNow, World

STEPS = int(os.environ.get("CONVERGENCE_STEPS", "90"))
STEPS_OF_ONE = 45
# The short run is the same each time; a long one looks where nobody has looked yet.
SEED = int(os.environ.get("CONVERGENCE_SEED", "0"))
if not SEED:
    SEED = random.randrange(1, 2**31) if "CONVERGENCE_STEPS" in os.environ else 11
MEMBERS = 5
# The sweep comes by every 5 s and asks for quiet rooms after 10; a page that lost its line asks
# again at once.
WITHIN = 25.0


@dataclass
class House:
    """Two servers on different ports over one database and one Valkey."""

    sites: list[Site]
    valkey: EmbeddedValkey
    hand: Hand


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    data = data_folder(Path(os.environ["DATA_DIR"]) / "convergence")
    database = EmbeddedPostgres(data, durable=False)
    valkey = EmbeddedValkey()
    valkey.start()
    url = database.start()
    sites = [Site(url, data, name="convergence", redis_url=valkey.url) for _ in range(2)]
    sites[0].make()
    for site in sites:
        site.start()
    hand = Hand(sites[0])
    yield House(sites, valkey, hand)
    hand.close()
    for site in sites:
        site.stop()
    valkey.stop()
    database.stop()


class Community(RuleBasedStateMachine):
    """One world in a house that stays; ``house`` is given by the test."""

    house: House
    # What was done in all, so that a run in which nothing happens does not pass for a proof.
    steps = 0
    words_heard = 0

    def __init__(self) -> None:
        super().__init__()
        made = self.house.hand("world", members=MEMBERS)
        self.members: list[int] = made["members"]
        self.topics = [topic for _post, topic, _text in made["openings"]]
        self.world = World(
            moderators={self.members[0]},
            boards={pk: {"in_use": True, "web": n == 1} for n, pk in enumerate(made["boards"])},
            topics=dict(zip(self.topics, made["boards"], strict=True)),
        )
        self.board_ids = list(self.world.boards)
        for number, (post, topic, text) in enumerate(made["openings"]):
            author = self.members[number + 1]
            self.world.posts[post] = PostNow(topic, author, text, is_opening=True)
        self.sessions: dict[int, str] = {}
        self.allowed: dict[int, set[str]] = {}
        self.pages: list[LivePage] = []
        for member in (*self.members, None):
            for site in self.house.sites:
                self._open(member, site, self.topics[len(self.pages) % 2])
        self._note()

    # What people and the team do

    @rule(member=st.integers(0, MEMBERS - 1), topic=st.integers(0, 1), site=st.integers(0, 1))
    def reply(self, member: int, topic: int, site: int) -> None:
        self._reply(self.members[member], self.topics[topic], None, site)

    @rule(member=st.integers(0, MEMBERS - 1), post=st.integers(0, 999), site=st.integers(0, 1))
    def reply_to_a_post(self, member: int, post: int, site: int) -> None:
        number = self._pick(post)
        self._reply(self.members[member], self.world.posts[number].topic, number, site)

    @rule(member=st.integers(0, MEMBERS - 1), topic=st.integers(0, 1))
    def reply_from_elsewhere(self, member: int, topic: int) -> None:
        self._provoke(self.members[member], [self.topics[topic]])

    @rule(post=st.integers(0, 999), site=st.integers(0, 1))
    def edit(self, post: int, site: int) -> None:
        number, now, visitor = self._own(post, site)
        page = visitor.get(f"/posts/{number}/edit/")
        if page.status != 200:
            return
        version = page.text.partition('name="version" value="')[2].partition('"')[0]
        canary = self._canary()
        words = {"text": canary, "version": version, "token": str(uuid.uuid4())}
        if visitor.post(f"/posts/{number}/edit/", **words).status == 302:
            now.canary = canary
        self._note()

    @rule(post=st.integers(0, 999), site=st.integers(0, 1))
    def withdraw(self, post: int, site: int) -> None:
        number, now, visitor = self._own(post, site)
        if now.is_opening:
            return
        if visitor.post(f"/posts/{number}/withdraw/").status == 302:
            now.status = "withdrawn"

    @rule(post=st.integers(0, 999), member=st.integers(0, MEMBERS - 1), site=st.integers(0, 1))
    def react(self, post: int, member: int, site: int) -> None:
        visitor = self._visitor(self.members[member], self.house.sites[site])
        visitor.post(f"/posts/{self._pick(post)}/react/", reaction="hug")

    @rule(post=st.integers(0, 999))
    def hide(self, post: int) -> None:
        now = self.world.posts[self._pick(post)]
        self.house.hand("hide", post=self._pick(post))
        if now.status == "published":
            now.status = "hidden"
        self._provoke(self.members[1], [now.topic])

    @rule(post=st.integers(0, 999))
    def restore(self, post: int) -> None:
        now = self.world.posts[self._pick(post)]
        self.house.hand("restore", post=self._pick(post))
        if now.status == "hidden":
            now.status = "published"
        self._note()

    @rule(topic=st.integers(0, 1), board=st.integers(0, 1))
    def move(self, topic: int, board: int) -> None:
        where, target = self.topics[topic], self.board_ids[board]
        self.house.hand("move", topic=where, board=target, by=self.members[0])
        ours = self.world.boards
        opens_up = ours[target]["web"] and not ours[self.world.topics[where]]["web"]
        if self.members[0] in self.world.moderators and ours[target]["in_use"] and not opens_up:
            self.world.topics[where] = target
        self._provoke(self.members[1], [where])

    @rule(board=st.integers(0, 1))
    def close_board(self, board: int) -> None:
        self._use_board(board, yes=False)

    @rule(board=st.integers(0, 1))
    def open_board(self, board: int) -> None:
        self._use_board(board, yes=True)

    @rule(member=st.integers(0, MEMBERS - 1))
    def suspend(self, member: int) -> None:
        self.house.hand("suspend", member=self.members[member])
        self.world.suspended.add(self.members[member])
        self._provoke(self.members[member - 1], self.topics)

    @rule(member=st.integers(0, MEMBERS - 1))
    def unsuspend(self, member: int) -> None:
        self.house.hand("unsuspend", member=self.members[member])
        self.world.suspended.discard(self.members[member])
        self._note()

    @rule(member=st.integers(1, MEMBERS - 1), moderator=st.booleans())
    def change_role(self, member: int, moderator: bool) -> None:
        whom = self.members[member]
        self.house.hand("role", member=whom, role="moderator" if moderator else "member")
        (self.world.moderators.add if moderator else self.world.moderators.discard)(whom)
        self._note()
        self._provoke(self.members[member - 1], self.topics)

    @rule(by=st.integers(0, MEMBERS - 1), member=st.integers(0, MEMBERS - 1))
    def block(self, by: int, member: int) -> None:
        pair = (self.members[by], self.members[member])
        self.house.hand("block", by=pair[0], member=pair[1])
        if by != member and not self.world.moderators & set(pair):
            self.world.blocks.add(pair)
        for author in pair:
            self._provoke(author, self.topics)

    @rule(by=st.integers(0, MEMBERS - 1), member=st.integers(0, MEMBERS - 1))
    def unblock(self, by: int, member: int) -> None:
        pair = (self.members[by], self.members[member])
        self.house.hand("unblock", by=pair[0], member=pair[1])
        self.world.blocks.discard(pair)
        self._note()

    @rule(member=st.integers(0, MEMBERS - 1), site=st.integers(0, 1))
    def log_out_and_in_again(self, member: int, site: int) -> None:
        whom = self.members[member]
        self._visitor(whom, self.house.sites[0]).post("/accounts/logout/")
        self.sessions.pop(whom)
        for page in [page for page in self.pages if page.member == whom]:
            self._close(page)
            self._open(whom, self.house.sites[site], page.topic)
        self._note()

    # What goes wrong

    @rule(page=st.integers(0, 99))
    def lose_the_line(self, page: int) -> None:
        self.pages[page % len(self.pages)].drop()

    @rule()
    def lose_the_bus(self) -> None:
        self.house.valkey.stop()

    @rule()
    def have_the_bus_again(self) -> None:
        if not self.house.valkey.is_up:
            self.house.valkey.start()

    @rule(site=st.integers(0, 1), at_once=st.booleans(), rarely=st.integers(0, 3))
    def restart_a_server(self, site: int, at_once: bool, rarely: int) -> None:
        if rarely:
            return
        self.house.sites[site].stop(at_once=at_once)
        self.house.sites[site].start()

    @rule(page=st.integers(0, 99), topic=st.integers(0, 1), site=st.integers(0, 1))
    def open_another_page(self, page: int, topic: int, site: int) -> None:
        old = self.pages[page % len(self.pages)]
        self._close(old)
        self._open(old.member, self.house.sites[site], self.topics[topic])

    @precondition(lambda self: len(self.world.posts) > 4)
    @rule()
    def everything_settles(self) -> None:
        self.settle()

    def teardown(self) -> None:
        try:
            self.settle()
        finally:
            for page in list(self.pages):
                Community.words_heard += len(page.heard)
                self._close(page)

    def settle(self) -> None:
        """All is up again: every page becomes what a reload shows, on its own."""
        self.have_the_bus_again()
        for page in self.pages:
            self._settled(page)
            assert page.twice == [], "something was delivered twice"
            leaked = page.heard - self.allowed[id(page)]
            assert not leaked, (page.member, leaked)

    def _settled(self, page: LivePage) -> None:
        until = time.monotonic() + WITHIN
        while True:
            wrong = self._difference(page)
            if wrong is None:
                break
            assert time.monotonic() < until, wrong
            time.sleep(0.05)
        if page.is_gone or page.is_stale:
            page.reload()  # it offers that, and here somebody presses

    def _difference(self, page: LivePage) -> str | None:
        fresh = load(page.visitor, page.topic)
        with page.lock:
            if page.is_gone:
                return None
            if fresh is None:
                return f"page of {page.member} shows a topic that is not there"
            seq, posts, _moderates = fresh
            if page.is_stale:
                words = {p: s.words for p, s in page.posts.items() if s.words is not None}
                seen = {p: s.words for p, s in posts.items()}
                over = {p for p in words if words[p] != seen.get(p)}
                return f"{page.member} still reads {over}" if over else None
            if page.rooms[page.room] != seq:
                return f"page of {page.member} is at {page.rooms[page.room]}, not {seq}"
            here, there = _with_words(page.posts), _with_words(posts)
            different = [
                (post, here.get(post), there.get(post))
                for post in here.keys() | there.keys()
                if here.get(post) != there.get(post)
            ]
            if different:
                return f"page of {page.member} differs: {different}"
        return None

    def _note(self) -> None:
        """Whoever may read something now may also have heard it, sooner or later."""
        Community.steps += 1
        for page in self.pages:
            self.allowed[id(page)] |= {
                post.canary
                for post in self.world.posts.values()
                if self.world.may_read(page.member, post)
            }

    def _open(self, member: int | None, site: Site, topic: int) -> None:
        page = LivePage(self._visitor(member, site), topic, member)
        self.pages.append(page)
        self.allowed[id(page)] = set()
        self._note()

    def _close(self, page: LivePage) -> None:
        page.close()
        self.pages.remove(page)

    def _visitor(self, member: int | None, site: Site) -> Visitor:
        visitor = Visitor(site.url)
        if member is not None:
            if member not in self.sessions:
                self.sessions[member] = self.house.hand("session", member=member)
            visitor.wear(self.sessions[member])
        return visitor

    def _reply(self, author: int, topic: int, parent: int | None, site: int) -> None:
        canary = self._canary()
        visitor = self._visitor(author, self.house.sites[site])
        path = f"/posts/{parent}/reply/" if parent else f"/topics/{topic}/reply/"
        answer = visitor.post(path, text=canary, token=str(uuid.uuid4()))
        if answer.status == 302 and answer.address.startswith("/posts/"):
            made = int(answer.address.split("/")[2])
            self.world.posts[made] = PostNow(topic, author, canary)
        self._note()

    def _provoke(self, author: int, topics: list[int]) -> None:
        """Replies by way of the bus alone, right after something has changed for somebody."""
        for topic in topics:
            canary = self._canary()
            made = self.house.hand("reply", author=author, topic=topic, text=canary)
            if made is not None:
                self.world.posts[made] = PostNow(topic, author, canary)
        self._note()

    def _use_board(self, board: int, *, yes: bool) -> None:
        self.house.hand("board_in_use", board=self.board_ids[board], yes=yes)
        self.world.boards[self.board_ids[board]]["in_use"] = yes
        self._provoke(self.members[1], self.topics)

    def _pick(self, number: int) -> int:
        return list(self.world.posts)[number % len(self.world.posts)]

    def _own(self, post: int, site: int) -> tuple[int, PostNow, Visitor]:
        number = self._pick(post)
        now = self.world.posts[number]
        return number, now, self._visitor(now.author, self.house.sites[site])

    @staticmethod
    def _canary() -> str:
        # Letters only: many digits could be a telephone number, and the page would ask about it.
        return "canary" + "".join(chr(97 + byte % 26) for byte in uuid.uuid4().bytes)


def _with_words(posts: dict[int, PromptEvent]) -> dict[int, PromptEvent]:
    """A stub may stand for a post that was gone before it came, or nothing may."""
    return {post: shown for post, shown in posts.items() if shown.words is not None}


def test_every_page_ends_up_as_a_reload_would_show_it(house: House) -> None:
    sys.stdout.write(f"\nCONVERGENCE_SEED={SEED}\n")
    Community.house = house
    Community.steps = Community.words_heard = 0
    run_state_machine_as_test(
        seeded(SEED)(Community),
        settings=settings(
            # The first that Hypothesis tries is always an empty one.
            max_examples=1 + max(1, STEPS // STEPS_OF_ONE),
            stateful_step_count=STEPS_OF_ONE,
            deadline=None,
            database=None,
            # A failure is shown as it came: the servers would not repeat it in each smaller try.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        ),
    )
    sys.stdout.write(f"{Community.steps} changes, {Community.words_heard} words heard\n")
    assert Community.steps >= STEPS // 4
    assert Community.words_heard > 50
