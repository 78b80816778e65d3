"""A topic page outside a browser: what static/js/live.js and topic.js do, in Python."""

import contextlib
import json
import random
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection

from devkit.visitor import Visitor

CANARY = re.compile(r"canary\w+")
_ARTICLE = re.compile(r'<article class="post.*?</article>', re.DOTALL)
_WORDS = re.compile(r'<div class="words"[^>]*>(.*?)</div>', re.DOTALL)
_COUNT = re.compile(r'data-others>[^<]*<span class="count" data-count="(\w+)"[^>]*>(\d+)<')
_GIVEN = re.compile(r'data-own[^>]*>[^<]*<span class="count" data-count="(\w+)">(\d+)<')


@dataclass
class PromptEvent:
    """One post on a page: its words, or None where only a stub is left."""

    author: int
    words: str | None
    reactions: dict[str, int] = field(default_factory=dict)


def read_posts(html: str) -> dict[int, PromptEvent]:
    found = {}
    for article in _ARTICLE.findall(html):
        number = int(re.search(r'data-post="(\d+)"', article)[1])
        author = int(re.search(r'data-author="(\d+)"', article)[1])
        words = _WORDS.search(article)
        counts = _COUNT.findall(article) or _GIVEN.findall(article)
        reactions = {kind: int(n) for kind, n in counts if int(n)}
        found[number] = PromptEvent(author, words[1].strip() if words else None, reactions)
    return found


def load(visitor: Visitor, topic: int) -> tuple[int, dict[int, PromptEvent], bool] | None:
    """(seq, posts, whether the viewer moderates) of all pages in flat order; None if not there."""
    posts: dict[int, PromptEvent] = {}
    seq, moderates, number = -1, False, 1
    while True:
        answer = visitor.get(f"/topics/{topic}/?order=flat&page={number}")
        if answer.status != 200 or 'data-topic data-page="' not in answer.text:
            assert answer.status in {302, 403, 404}, answer.status
            return None
        if seq < 0:
            seq = int(re.search(r'data-topic [^>]*data-seq="(\d+)"', answer.text)[1])
            moderates = "data-moderates" in answer.text
        posts |= read_posts(answer.text)
        if f"page={number + 1}" not in answer.text:
            return seq, posts, moderates
        number += 1


class LivePage:
    """One open tab. ``is_gone``: its words were taken away; ``is_stale``: it offers a reload."""

    def __init__(self, visitor: Visitor, topic: int, member: int | None) -> None:
        self.visitor, self.topic, self.member = visitor, topic, member
        self.rooms = {f"topic.{topic}": 0}
        if member is not None:
            self.rooms[f"member.{member}"] = 0
        self.posts: dict[int, PromptEvent] = {}
        self.heard: set[str] = set()
        self.twice: list[str] = []
        self.lock = threading.RLock()
        self.stop = False
        self._socket: ClientConnection | None = None
        self._seen_seqs: set[tuple[str, int]] = set()
        self.reload()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def room(self) -> str:
        return f"topic.{self.topic}"

    def reload(self) -> None:
        with self.lock:
            self.is_gone = self.is_stale = False
            self.refused: set[str] = set()
            self._seen_seqs.clear()
            loaded = load(self.visitor, self.topic)
            if loaded is None:
                self._go()
                return
            self.rooms[self.room], self.posts, self.moderates = loaded
            if self.member is not None:
                self.rooms[f"member.{self.member}"] = 0
            for shown in self.posts.values():
                self._hear(shown.words)
        self.drop()  # a page that is loaded opens a line of its own

    def drop(self) -> None:
        """The line is lost, as in a tunnel."""
        if (line := self._socket) is not None:
            with contextlib.suppress(OSError):
                line.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.stop = True
        self.drop()
        self._thread.join(5)

    def _run(self) -> None:
        while not self.stop:
            with contextlib.suppress(OSError, WebSocketException), self.visitor.socket() as line:
                self._socket = line
                for room in list(self.rooms):
                    line.send(json.dumps({"do": "watch", "room": room}))
                while not self.stop:
                    self._take(json.loads(line.recv()))
            if self._socket is not None and self._socket.close_code == 4401:
                self.is_stale = True
            self._socket = None
            for room in list(self.rooms):
                self._catch_up(room)
            time.sleep(random.random() * 0.3)

    def _take(self, frame: dict[str, Any]) -> None:
        if frame["type"] == "several":
            for each in frame["frames"]:
                self._take(each)
            return
        if frame["type"] == "beat":
            for room, seq in frame["rooms"].items():
                if seq > self.rooms.get(room, seq):
                    self._catch_up(room)
            return
        room = frame.get("room", "")
        if room not in self.rooms or room in self.refused:
            return
        match frame["type"]:
            case "watching":
                if frame["seq"] != self.rooms[room]:
                    self._catch_up(room)
            case "rang":
                self._catch_up(room)
            case "refused":
                self._refused(room)
            case "resync":
                self.is_stale = True
                self.rooms[room] = frame["seq"]
            case "event" | "passed":
                with self.lock:
                    if (room, frame["seq"]) in self._seen_seqs:
                        self.twice.append(f"{room} {frame['seq']}")
                    self._seen_seqs.add((room, frame["seq"]))
                    here = self.rooms[room]
                    if frame["seq"] == here + 1:
                        self._apply(room, frame)
                if frame["seq"] > here + 1:
                    self._catch_up(room)

    def _catch_up(self, room: str) -> None:
        if self.is_gone or room in self.refused:
            return
        after = self.rooms[room]
        try:
            answer = self.visitor.get(f"/live/missed/?room={room}&after={after}")
        except OSError:
            return
        if answer.status == 404:
            self._refused(room)
        if answer.status != 200:
            return
        missed = json.loads(answer.text)
        with self.lock:
            if self.rooms[room] != after:
                return  # the page was loaded anew meanwhile
            for frame in missed["frames"]:
                self._apply(room, frame)
            self.is_stale |= missed["resync"]
            self.rooms[room] = max(self.rooms[room], missed["seq"])

    def _refused(self, room: str) -> None:
        self.refused.add(room)
        if room == self.room:
            self._go()

    def _go(self) -> None:
        with self.lock:
            self.is_gone = True
            self.posts = {}

    def _apply(self, room: str, frame: dict[str, Any]) -> None:
        self.rooms[room] = frame["seq"]
        self._hear(json.dumps(frame))
        if frame["type"] != "event":
            return
        data = frame["data"]
        match frame["kind"]:
            case "apart.changed":
                self._keep_apart(set(data["apart"]))
            case "reply.posted" | "post.edited" | "post.restored":
                if "html" in data:
                    (shown,) = read_posts(data["html"]).values()
                    if self.member is None:
                        shown.reactions = {}  # strangers see no tools
                    self.posts[data["post"]] = shown
                elif self._keeps(data):
                    # Hidden before it came: what it reads like now, a reload tells.
                    self.is_stale = True
                    if data["post"] in self.posts:
                        self.posts[data["post"]].words = None
            case "post.hidden" | "post.withdrawn":
                shown = self.posts.get(data["post"])
                if shown is not None:
                    shown.reactions = {}
                    shown.words = shown.words if self._keeps(data) else None
            case "post.reacted":
                if data["post"] in self.posts and self.member is not None:
                    counts = {kind: n for kind, n in data["reactions"].items() if n}
                    self.posts[data["post"]].reactions = counts

    def _keeps(self, data: dict[str, Any]) -> bool:
        """Its author still reads a hidden post."""
        is_theirs = data["author"] == self.member
        return data["status"] == "hidden" and is_theirs

    def _keep_apart(self, apart: set[int]) -> None:
        for shown in self.posts.values():
            if shown.author in apart:
                shown.words = None
        # Whose words come back, and whether the topic itself may be read, a reload tells.
        self.is_stale = True

    def _hear(self, text: str | None) -> None:
        self.heard |= set(CANARY.findall(text or ""))
