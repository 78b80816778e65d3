"""What happens in a topic, told to its room. Ids only; docs/live.md has every event."""

from forums.models import Post, Topic
from live.events import record_event


def reply_posted(post: Post) -> None:
    _about(post, "reply.posted")


def post_edited(post: Post) -> None:
    _about(post, "post.edited")


def post_hidden(post: Post) -> None:
    _about(post, "post.hidden")


def post_restored(post: Post) -> None:
    _about(post, "post.restored")


def post_withdrawn(post: Post) -> None:
    _about(post, "post.withdrawn")


def post_reacted(post: Post) -> None:
    _about(post, "post.reacted")


def topic_closed(topic: Topic) -> None:
    record_event(topic.room, "topic.closed", {})


def topic_reopened(topic: Topic) -> None:
    record_event(topic.room, "topic.reopened", {})


def topic_moved(topic: Topic) -> None:
    record_event(topic.room, "topic.moved", {})


def topic_retitled(topic: Topic) -> None:
    record_event(topic.room, "topic.retitled", {})


def pace_changed(topic: Topic) -> None:
    record_event(topic.room, "topic.pace_changed", {})


def wish_changed(topic: Topic) -> None:
    record_event(topic.room, "topic.wish_changed", {})


def _about(post: Post, kind: str) -> None:
    record_event(f"topic.{post.topic_id}", kind, {"post": post.pk})
