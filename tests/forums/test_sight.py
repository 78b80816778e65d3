"""A page asks for its topic by a question put together once: it has to be visible_to's own."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.models import Block, Member
from forums.actions.following import add_to_mark, follow_topic
from forums.models import Topic
from forums.selectors import topic_lists
from forums.selectors.topic_lists import Position
from forums.selectors.visible_topics import get_visible_topic
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic

LATER = timezone.now() + timedelta(days=3)
VIEWERS: dict[str, dict[str, Any] | None] = {
    "nobody": None,
    "member": {},
    "moderator": {"role": "moderator"},
    "moderator of some boards": {"role": "moderator", "moderated_board_ids": []},
    "admin": {"role": "admin"},
    "read-only": {"read_only_until": LATER},
    "suspended": {"suspended_until": LATER},
    "suspended moderator": {"role": "moderator", "suspended_until": LATER},
    "gone": {"is_active": False},
    "not admitted": {"is_approved": False},
    "not admitted and suspended": {"is_approved": False, "suspended_until": LATER},
}


@pytest.mark.django_db
@pytest.mark.parametrize("who", VIEWERS)
def test_seen_topic_agrees_with_visible_to(who: str) -> None:
    fields = VIEWERS[who]
    viewer = AnonymousUser() if fields is None else MemberFactory(**fields)
    topics = []
    for audience in ("members", "web"):
        for in_use in (True, False):
            for status in Topic.Status:
                for apart in (None, "by", "member"):
                    topic = make_topic(board=BoardFactory(audience=audience)).topic
                    Topic.objects.filter(pk=topic.pk).update(status=status)
                    type(topic.board).objects.filter(pk=topic.board_id).update(is_in_use=in_use)
                    if apart and isinstance(viewer, Member):
                        pair = {"by": topic.author, "member": topic.author, apart: viewer}
                        Block.objects.create(**pair)
                    topics.append(topic.pk)
    visible = set(Topic.objects.visible_to(viewer).values_list("pk", flat=True))
    if fields and "moderated_board_ids" in fields:
        # Every second board is theirs.
        boards = Topic.objects.filter(pk__in=topics[::2]).values_list("board", flat=True)
        viewer.moderated_board_ids = list(boards)
        visible = set(Topic.objects.visible_to(viewer).values_list("pk", flat=True))
        hidden = Topic.objects.filter(pk__in=visible, status="hidden")
        assert set(hidden.values_list("board", flat=True)) <= set(boards)
        assert hidden.exists()
    assert {pk for pk in topics if get_visible_topic(viewer, pk)} == visible
    assert get_visible_topic(viewer, 10**9) is None


def test_it_is_the_whole_topic_with_its_board(member: Member, topic: Topic) -> None:
    seen = get_visible_topic(member, topic.pk)
    assert seen is not None
    fresh = Topic.objects.select_related("board").get(pk=topic.pk)
    for model, other in ((seen, fresh), (seen.board, fresh.board)):
        assert {f.attname: getattr(model, f.attname) for f in model._meta.concrete_fields} == {
            f.attname: getattr(other, f.attname) for f in other._meta.concrete_fields
        }


@pytest.mark.django_db
@pytest.mark.parametrize("who", VIEWERS)
def test_lists_agree_with_visible_to(who: str) -> None:
    fields = VIEWERS[who]
    viewer: Any = AnonymousUser() if fields is None else MemberFactory(**fields)
    board = BoardFactory(audience="web")
    topics = []
    for number in range(12):
        topic = make_topic(board=board, wish=["", "listening"][number % 2]).topic
        make_reply(topic.posts.get(number=1))
        status = list(Topic.Status)[number % len(Topic.Status)]
        Topic.objects.filter(pk=topic.pk).update(status=status)
        if isinstance(viewer, Member):
            if number % 3 == 0:
                follow_topic(member=viewer, topic=topic)
            if number % 4 == 0:
                add_to_mark(topic.pk, viewer.pk, {1})
        topics.append(topic.pk)
    by_orm = Topic.objects.visible_to(viewer).with_reading_of(viewer).filter(pk__in=topics)
    expected = {topic.pk: topic.unread for topic in by_orm.order_by("-last_posted_at", "-pk")}
    listed = topic_lists.board_topics(viewer, board, None, None).topics
    assert [(topic.pk, topic.unread) for topic in listed] == list(expected.items())
    of_wish = topic_lists.board_topics(viewer, board, None, None, "listening").topics
    wished = by_orm.filter(wish="listening").order_by("-last_posted_at", "-pk")
    assert [topic.pk for topic in of_wish] == [topic.pk for topic in wished]
    for topic in listed:
        fresh = Topic.objects.select_related("board", "author", "last_author").get(pk=topic.pk)
        pairs = [(topic, fresh), *((getattr(topic, name), getattr(fresh, name))
                                   for name in ("board", "author", "last_author"))]  # fmt: skip
        for one, other in pairs:
            assert {f.attname: getattr(one, f.attname) for f in one._meta.concrete_fields} == {
                f.attname: getattr(other, f.attname) for f in other._meta.concrete_fields
            }
    if len(listed) > 2:
        middle = Position(listed[1].last_posted_at, listed[1].pk)
        older = topic_lists.board_topics(viewer, board, middle, None)
        newer = topic_lists.board_topics(viewer, board, None, middle)
        assert [topic.pk for topic in older.topics] == [topic.pk for topic in listed[2:]]
        assert [topic.pk for topic in newer.topics] == [listed[0].pk]
    if isinstance(viewer, Member):
        followed = topic_lists.followed_topics(viewer, None, None).topics
        mine = by_orm.filter(follows__member=viewer).order_by("-last_posted_at", "-pk")
        assert [topic.pk for topic in followed] == [topic.pk for topic in mine]
        new = topic_lists.new_topics(viewer, None, None).topics
        assert [topic.pk for topic in new] == [pk for pk, unread in expected.items() if unread]
