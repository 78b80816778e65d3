"""Boards, topics and posts, and what each member keeps about them."""

from forums.models.posts import PendingPost, Post, PostRevision, ThreadPositionMixin
from forums.models.readers import Follow, Interests, Reaction, ReadMark
from forums.models.topics import Board, Topic
from forums.models.warnings import WarningSuggestion

__all__ = [
    "Board",
    "Follow",
    "Interests",
    "PendingPost",
    "Post",
    "PostRevision",
    "Reaction",
    "ReadMark",
    "ThreadPositionMixin",
    "Topic",
    "WarningSuggestion",
]
