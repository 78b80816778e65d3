"""Sockets and the hub, over the layer in memory and over a real Valkey."""

import asyncio
import json
from typing import Any

import pytest
from channels.layers import channel_layers, get_channel_layer
from django.contrib.auth.models import AnonymousUser
from django.db import connections

from accounts.models import Block, Member
from accounts.sessions import alive, standings
from forums.actions.reactions import react, take_back_reaction
from forums.actions.replies import edit_post, withdraw_post
from forums.actions.topics import close_topic, reopen_topic
from forums.actions.visibility import hide_post, restore_post
from forums.models import Board, Post
from guidance.models import Guideline
from live import bus
from live import hub as hub_module
from live.catch_up import catch_up
from live.hub import Hub
from live.models import Event
from moderation.actions.reporting import file_report
from mssupport.registry import ROOMS
from notifications.actions import notify
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic
from tests.live.lines import Line, close_layer, in_thread, new_member
from tests.moderation.acts import report
from tests.waiting import becomes

pytestmark = pytest.mark.django_db(transaction=True)


async def test_a_reply_reaches_every_reader_once(hub: Hub, opening: Post) -> None:
    room = opening.topic.room
    async with Line(hub, await new_member()) as one, Line(hub, await new_member()) as two:
        assert (await one.watch(room))["seq"] == 0
        await two.watch(room)
        post = await in_thread(make_reply)(opening, text="Hello, **both**.")
        for line in (one, two):
            frame = await line.hear()
            assert (frame["type"], frame["kind"], frame["seq"]) == ("event", "reply.posted", 1)
            assert frame["data"]["post"] == post.pk
            assert "<strong>both</strong>" in frame["data"]["html"]
            assert await line.hears_nothing()


async def test_what_happens_at_once_comes_in_one_message(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("live.hub.GATHER", 0.5)
    other = await new_member()
    async with Line(hub, await new_member()) as one, Line(hub, other) as two:
        for line in (one, two):
            await line.watch(opening.topic.room)
        await in_thread(make_reply)(opening, text="First.")
        for line in (one, two):
            assert (await line.hear())["seq"] == 1
        for _ in range(3):
            await in_thread(make_reply)(opening)
        for line in (one, two):
            frame = json.loads((await line.socket.receive_output(5))["text"])
            assert frame["type"] == "several"
            assert [each["seq"] for each in frame["frames"]] == [2, 3, 4]
        # What one of them may not see is told to each by itself.
        unseen = await new_member()
        await in_thread(Block.objects.create)(by=other, member=unseen)
        await in_thread(make_reply)(opening, author=unseen, text="canaryapart")
        await in_thread(make_reply)(opening)
        heard = [[await line.hear(), await line.hear()] for line in (one, two)]
        assert [frame["type"] for frame in heard[0]] == ["event", "event"]
        assert [frame["type"] for frame in heard[1]] == ["passed", "event"]
        assert "canaryapart" not in json.dumps(heard[1])


async def test_it_is_drawn_once_however_many_read(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    kind = hub.rooms[0]
    draw = kind.draw

    def counted(key: str, events: Any, member_ids: Any) -> Any:
        drawn.append(len(member_ids))
        return draw(key, events, member_ids)

    monkeypatch.setattr(kind, "draw", counted, raising=False)
    lines = [Line(hub, await new_member()) for _ in range(5)]
    for line in lines:
        await line.__aenter__()
        await line.watch(opening.topic.room)
    await in_thread(make_reply)(opening)
    for line in lines:
        assert (await line.hear())["type"] == "event"
    assert drawn == [5]
    for line in lines:
        await line.__aexit__()


async def test_what_is_too_large_for_a_frame_is_asked_for(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("live.frames.LARGEST_FRAME_OUT", 400)
    reader = await new_member()
    async with Line(hub, reader) as line:
        await line.watch(opening.topic.room)
        await in_thread(make_reply)(opening, text="A long story. " * 40)
        assert await line.hear() == {"type": "rang", "room": opening.topic.room, "seq": 1}
    missed = await in_thread(catch_up)(ROOMS, opening.topic.room, 0, reader.pk)
    assert "A long story." in missed.frames[0]["data"]["html"]


async def test_only_ids_travel_on_the_bus(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []
    made: Any = get_channel_layer()
    original = made.group_send

    async def recorded(group: str, message: dict[str, Any]) -> None:
        sent.append(message)
        await original(group, message)

    monkeypatch.setattr(made, "group_send", recorded, raising=False)
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await in_thread(make_reply)(opening, text="canarywords")
        await line.hear()
    assert sent
    assert all(set(message) == {"type", "room", "seq"} for message in sent)


async def test_every_kind_of_event_arrives(hub: Hub, opening: Post) -> None:
    moderator = await new_member(role="moderator")
    post = await in_thread(make_reply)(opening)
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await in_thread(edit_post)(post=post, by=post.author, text="Other words.", version=1)
        frame = await line.hear()
        assert frame["kind"] == "post.edited"
        assert "Other words." in frame["data"]["html"]
        await in_thread(hide_post)(post=post, by=moderator)
        frame = await line.hear()
        assert (frame["kind"], frame["data"]["status"]) == ("post.hidden", "hidden")
        assert "html" not in frame["data"]
        await in_thread(close_topic)(topic=opening.topic, by=moderator)
        frame = await line.hear()
        assert (frame["kind"], frame["data"]["status"]) == ("topic.closed", "closed")


async def test_words_hidden_before_delivery_are_not_delivered(hub: Hub, opening: Post) -> None:
    """What is drawn is the post as it is now, not as it was when the event was written."""
    moderator = await new_member(role="moderator")
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        room = hub.open[opening.topic.room]
        async with room.lock:
            post = await in_thread(make_reply)(opening, text="canarywords")
            await in_thread(hide_post)(post=post, by=moderator)
        frames = [await line.hear(), await line.hear()]
    assert "canarywords" not in json.dumps(frames)


async def test_strangers_hear_open_boards_only(hub: Hub) -> None:
    board = await in_thread(Board.objects.create)(name="Open", slug="open", audience="web")
    shown = await in_thread(make_topic)(board=board)
    closed = await in_thread(make_topic)()
    async with Line(hub, AnonymousUser()) as line:
        assert (await line.watch(shown.topic.room))["type"] == "watching"
        assert await line.watch(closed.topic.room) == {
            "type": "refused",
            "room": closed.topic.room,
        }
        await in_thread(make_reply)(shown)
        assert (await line.hear())["kind"] == "reply.posted"


async def test_readers_who_come_in_together_all_hear(hub: Hub, opening: Post) -> None:
    """As after a restart: the room is made once, however many make it."""
    lines = [await Line(hub, await new_member()).__aenter__() for _ in range(12)]
    await asyncio.gather(*(line.watch(opening.topic.room) for line in lines))
    assert len(hub.open[opening.topic.room].readers) == 12
    await in_thread(make_reply)(opening)
    for line in lines:
        assert (await line.hear())["kind"] == "reply.posted"
        await line.__aexit__()


def test_every_act_tells_its_room(opening: Post) -> None:
    moderator, member = MemberFactory(role="moderator"), MemberFactory()
    room, topic = opening.topic.room, opening.topic
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "Be kind"})[0]

    def last(name: str) -> str:
        return Event.objects.filter(room=name).latest("seq").kind

    post = make_reply(opening)
    assert last(room) == "reply.posted"
    react(member=member, post=post, kind="hug")
    assert last(room) == "post.reacted"
    take_back_reaction(member=member, post=post, kind="hug")
    assert Event.objects.filter(room=room, kind="post.reacted").count() == 2
    edit_post(post=post, by=post.author, text="Otherwise.", version=1)
    assert last(room) == "post.edited"
    hide_post(post=post, by=moderator)
    assert last(room) == "post.hidden"
    restore_post(post=post, by=moderator)
    assert last(room) == "post.restored"
    for reporter, kind in ((member, "case.opened"), (MemberFactory(), "case.changed")):
        file_report(reporter=reporter, post=post, reason="guideline", guideline=guideline, words="")
        assert last("moderators") == kind
    withdraw_post(post=post, by=post.author)
    assert last(room) == "post.withdrawn"
    close_topic(topic=topic, by=moderator)
    assert last(room) == "topic.closed"
    reopen_topic(topic=topic, by=moderator)
    assert last(room) == "topic.reopened"
    assert last(f"member.{post.author_id}") == "notices.changed"


def test_nothing_missed_is_an_empty_answer(as_member: Any, topic: Any, member: Member) -> None:
    make_reply(topic.posts.get(number=1))
    for room, seq in ((topic.room, 1), (f"member.{member.pk}", 0)):
        answer = as_member.get("/live/missed/", {"room": room, "after": seq})
        assert answer.json() == {"room": room, "seq": seq, "frames": [], "resync": False}


def test_a_gap_that_is_too_old_asks_for_a_reload(as_member: Any, topic: Any) -> None:
    for _ in range(3):
        make_reply(topic.posts.get(number=1))
    Event.objects.filter(room=topic.room, seq=1).update(happened_at="2001-01-01T00:00Z")
    from django.core.management import call_command

    call_command("trim_events", verbosity=0)
    old = as_member.get("/live/missed/", {"room": topic.room, "after": 0}).json()
    assert (old["resync"], old["seq"]) == (True, 3)
    recent = as_member.get("/live/missed/", {"room": topic.room, "after": 1}).json()
    assert [frame["seq"] for frame in recent["frames"]] == [2, 3]


@pytest.mark.parametrize(
    "query",
    ["", "room=topic.1", "room=topic.1&after=-1", "after=1", "room=topic.1&after=1e9",
     "room=%00&after=1", "room=topic.%00&after=0", "room=topic.1%00&after=0",
     "room=topic.%D9%A1&after=0", "room=topic.1&after=" + "9" * 40],
)  # fmt: skip
def test_odd_catch_up_questions_are_404(as_member: Any, query: str) -> None:
    assert as_member.get(f"/live/missed/?{query}").status_code == 404


@pytest.mark.parametrize(
    "room",
    ["topic.999999999", "topic.abc", "topic.", "topic", "member.1", "member.x", "moderators",
     "moderators.1", "nonsense", "", "topic." + "9" * 60, "topic.-1", "topic.1 OR 1=1"],
)  # fmt: skip
async def test_forbidden_and_unknown_rooms_answer_alike(hub: Hub, opening: Post, room: str) -> None:
    async with Line(hub, await new_member()) as line:
        assert await line.watch(room) == {"type": "refused", "room": room}


@pytest.mark.parametrize(
    "garbage",
    ["", "null", "[]", "{", '{"do": "delete"}', '{"do": "watch"}', '{"do": "watch", "room": 5}',
     "[" * 3000, "x" * 5000, '"\\ud800"'],
)  # fmt: skip
async def test_garbage_closes_the_line_and_nothing_else(
    hub: Hub, opening: Post, garbage: str
) -> None:
    async with Line(hub, await new_member()) as good:
        await good.watch(opening.topic.room)
        bad = await Line(hub, await new_member()).__aenter__()
        await bad.send(garbage)
        closed = await bad.socket.receive_output(3)
        assert (closed["type"], closed["code"]) == ("websocket.close", 4400)
        await in_thread(make_reply)(opening)
        assert (await good.hear())["kind"] == "reply.posted"


async def test_the_badge_is_for_its_owner(hub: Hub) -> None:
    owner = await new_member()
    async with Line(hub, owner) as line:
        await line.watch(f"member.{owner.pk}")
        await in_thread(notify)(
            member_ids=[owner.pk], kind="report_closed", link="/", subject="report:1", parts={}
        )
        frame = await line.hear()
    assert (frame["kind"], frame["data"]) == ("notices.changed", {"unread": 1})


async def test_rows_are_delivered_late_when_the_bus_is_silent(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bus, "publish_hint", lambda room, seq: None)
    monkeypatch.setattr(hub_module, "SWEEP_INTERVAL_S", 0.1)
    await hub.stop()
    await hub.start()
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await in_thread(make_reply)(opening)
        assert (await line.hear())["kind"] == "reply.posted"
        assert await line.hears_nothing()


async def test_heartbeat_says_where_the_rooms_stand(
    hub: Hub, opening: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "HEARTBEAT_INTERVAL_S", 0.1)
    await hub.stop()
    await hub.start()
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        assert await line.hear() == {"type": "beat", "rooms": {opening.topic.room: 0}}


async def test_a_room_without_readers_is_forgotten(hub: Hub, opening: Post) -> None:
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await line.send_control(do="unwatch", room=opening.topic.room)
        await line.send_control(do="ping")
        assert await line.hear() == {"type": "pong"}
        assert hub.open == {}
        await in_thread(make_reply)(opening)
        assert await line.hears_nothing()


async def test_idle_for_15_seconds_then_a_message_still_arrives(
    settings: Any, redis_url: str, opening: Post
) -> None:
    """redis-py 8 with channels_redis 4.3 loses idle subscribers; these versions must not."""
    from mssupport.settings import REDIS_OPTIONS

    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [{"address": redis_url, **REDIS_OPTIONS}]},
        }
    }
    channel_layers.backends = {}
    running = Hub(ROOMS, standings, alive)
    await running.start()
    await becomes(lambda: running._channel)
    try:
        # Slower than the test: only the bus can deliver in time.
        async with Line(running, await new_member()) as line:
            await line.watch(opening.topic.room)
            for task in running._tasks[1:]:
                task.cancel()
            await asyncio.sleep(15)
            await in_thread(make_reply)(opening)
            assert (await line.hear())["kind"] == "reply.posted"
    finally:
        await running.stop()
        await close_layer()
        await in_thread(connections.close_all)()


def test_numbers_have_no_gaps_and_roll_back_with_the_act() -> None:
    from django.db import transaction

    from live.events import atomic_action, record_event

    happen = atomic_action(record_event)
    happen("topic.1", "topic.closed", {})
    with transaction.atomic():
        happen("topic.1", "topic.closed", {})
        transaction.set_rollback(True)
    happen({"topic.1", "member.9"}, "topic.closed", {})
    assert list(
        Event.objects.filter(room="topic.1").order_by("seq").values_list("seq", flat=True)
    ) == [1, 2]


async def test_a_moderator_of_some_boards_hears_of_those_alone(
    hub: Hub, opening: Post, guideline: Guideline
) -> None:
    keeper = await new_member(role="moderator", moderated_board_ids=[opening.topic.board_id])
    away = await in_thread(make_topic)(board=await in_thread(BoardFactory)())
    async with Line(hub, keeper) as line:
        assert (await line.watch(f"moderators.{keeper.pk}"))["type"] == "watching"
        assert (await line.watch("moderators"))["type"] == "refused"
        await in_thread(report)(await in_thread(make_reply)(away), guideline)
        theirs = await in_thread(report)(await in_thread(make_reply)(opening), guideline)
        frame = await line.hear()
    # Not even the numbers say that something happened elsewhere.
    assert (frame["seq"], frame["kind"]) == (1, "case.opened")
    assert frame["data"]["case"] == theirs.case_id


async def test_the_rooms_of_moderators_are_closed_to_others(hub: Hub, opening: Post) -> None:
    keeper = await new_member(role="moderator", moderated_board_ids=[opening.topic.board_id])
    everywhere = await new_member(role="moderator")
    async with Line(hub, everywhere) as line:
        assert (await line.watch("moderators"))["type"] == "watching"
        for other in (keeper, everywhere):
            assert (await line.watch(f"moderators.{other.pk}"))["type"] == "refused"
