"""What is so in a community, as the state machine knows it without asking the servers."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class PostNow:
    topic: int
    author: int
    canary: str
    status: str = "published"
    is_opening: bool = False


@dataclass
class World:
    """Who moderates, what is in use, who wrote what, who is apart from whom."""

    moderators: set[int]
    boards: dict[int, dict[str, Any]]
    topics: dict[int, int]
    posts: dict[int, PostNow] = field(default_factory=dict)
    suspended: set[int] = field(default_factory=set)
    blocks: set[tuple[int, int]] = field(default_factory=set)

    def is_blocked_pair(self, one: int, other: int) -> bool:
        return (one, other) in self.blocks or (other, one) in self.blocks

    def may_read(self, member: int | None, post: PostNow) -> bool:
        board = self.boards[self.topics[post.topic]]
        opening = next(p for p in self.posts.values() if p.topic == post.topic and p.is_opening)
        if not board["in_use"] or post.status == "withdrawn" or member in self.suspended:
            return False
        if member is None:
            return board["web"] and opening.status == post.status == "published"
        if member in self.moderators:
            return True
        if opening.status == "hidden" or self.is_blocked_pair(member, opening.author):
            return False
        if self.is_blocked_pair(member, post.author):
            return False
        return post.status == "published" or post.author == member
