"""Who may not read any more hears nothing more, whether or not the bus tells anybody."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from channels.layers import channel_layers
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.actions.blocking import block_member
from accounts.models import Member
from accounts.sessions import alive, standings
from forums.actions.topics import move_topic
from forums.models import Board, Post, Topic
from forums.rooms import TopicRoom
from live import hub as hub_module
from live.hub import Hub
from mssupport.registry import ROOMS
from tests.factories import BoardFactory, MemberFactory, group_of, make_reply, make_topic
from tests.live.lines import Line, in_thread, new_member
from tests.sessions import show_second_factor
from tests.waiting import MAX_WAIT_S

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def layer() -> str:
    """One layer is enough: nothing here is told by a bus."""
    channel_layers.backends = {}
    return "memory"


@pytest.fixture
def slow_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the question at delivery protects: the guard does not come by during the test."""
    monkeypatch.setattr(hub_module, "GUARD_INTERVAL_S", 3600.0)


def _suspend(member: Member) -> None:
    Member.objects.filter(pk=member.pk).update(suspended_until=timezone.now() + timedelta(days=1))


def _deactivate(member: Member) -> None:
    Member.objects.filter(pk=member.pk).update(is_active=False)


def _change_password(member: Member) -> None:
    member.set_password("another-calm-river")
    member.save(update_fields=["password"])


def _log_out(member: Member) -> None:
    client = Client()
    client.force_login(member)
    assert client.post("/accounts/logout/", secure=True).status_code == 302


def _take_role_away(member: Member) -> None:
    member.groups.set(group_of("moderator"))


ENDS_THE_LINE: dict[str, Callable[[Member], None]] = {
    "suspended": _suspend,
    "may not log in": _deactivate,
    "password changed": _change_password,
    "logged out": _log_out,
    "role changed": _take_role_away,
}


async def _ended(line: Line) -> list[dict[str, Any]]:
    """What came until the line was closed; fails if it is not."""
    came = []
    async with asyncio.timeout(MAX_WAIT_S):
        while True:
            message = await line.socket.receive_output(MAX_WAIT_S)
            if message["type"] == "websocket.close":
                assert message["code"] == 4401
                return came
            came.append(message)


@pytest.mark.parametrize("lost", ENDS_THE_LINE)
async def test_the_guard_ends_the_line(hub: Hub, opening: Post, lost: str) -> None:
    reader = await new_member()
    async with Line(hub, reader) as line:
        await line.watch(opening.topic.room)
        await in_thread(ENDS_THE_LINE[lost])(reader)
        assert await _ended(line) == []


@pytest.mark.parametrize("how", ["deleted", "too old"])
async def test_the_line_ends_with_its_session(
    monkeypatch: pytest.MonkeyPatch, layer: str, opening: Post, how: str
) -> None:
    monkeypatch.setattr(hub_module, "SESSION_CHECK_INTERVAL_S", 0.2)
    running = Hub(ROOMS, standings, alive)
    await running.start()
    reader, keys = await new_member(), []
    for _device in range(2):
        client = Client()
        await in_thread(client.force_login)(reader)
        keys.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    # The hub knows nobody but by what the database says.
    async with Line(running, reader, keys[0]) as line, Line(running, reader, keys[1]) as other:
        await line.watch(opening.topic.room)
        await other.watch(opening.topic.room)
        mine = Session.objects.filter(pk=keys[0])
        ends = {
            "deleted": mine.delete,
            "too old": partial(mine.update, expire_date=timezone.now() - timedelta(seconds=1)),
        }
        await in_thread(ends[how])()
        assert await _ended(line) == []
        # Another device goes on.
        await in_thread(make_reply)(opening, text="Still here.")
        assert (await other.hear())["type"] in {"event", "rang"}
    await running.stop()


async def test_the_line_ends_with_the_twelve_hours(
    monkeypatch: pytest.MonkeyPatch, layer: str, opening: Post
) -> None:
    monkeypatch.setattr(hub_module, "SESSION_CHECK_INTERVAL_S", 0.2)
    running = Hub(ROOMS, standings, alive)
    await running.start()
    reader = await new_member(role="moderator")
    async with Line(running, reader, ends_at=time.time() + 1) as line:
        await line.watch(opening.topic.room)
        assert await _ended(line) == []
    await running.stop()


@pytest.mark.parametrize("has_proved", [True, False])
async def test_the_room_of_the_team_asks_for_the_second_factor(
    hub: Hub, opening: Post, has_proved: bool
) -> None:
    keeper = await new_member(role="moderator")
    async with Line(hub, keeper, has_proved=has_proved) as line:
        heard = await line.watch("moderators")
        assert heard["type"] == ("watching" if has_proved else "refused")
    client = Client()
    await in_thread(client.force_login)(keeper)
    if has_proved:
        await in_thread(show_second_factor)(client)
    address = "/live/missed/?room=moderators&after=0"
    answer = await in_thread(partial(client.get, address, secure=True))()
    assert answer.status_code == (200 if has_proved else 404)
    # Other rooms are not the team's.
    address = f"/live/missed/?room={opening.topic.room}&after=0"
    assert (await in_thread(partial(client.get, address, secure=True))()).status_code == 200


@pytest.mark.parametrize("kind", ["hidden", "withdrawn", "absent", "closed board", "odd"])
def test_rooms_one_may_not_enter_cost_the_same_questions(
    django_assert_num_queries: Any, kind: str
) -> None:
    reader, opening = MemberFactory(), make_topic()
    key = str(opening.topic_id)
    match kind:
        case "hidden" | "withdrawn":
            Topic.objects.filter(pk=opening.topic_id).update(status=kind)
        case "absent":
            key = "987654321"
        case "closed board":
            Board.objects.update(is_in_use=False)
        case "odd":
            key = "9" * 17
    with django_assert_num_queries(2):
        assert not TopicRoom().audience(key, [reader.pk]).has(reader.pk)


@pytest.mark.parametrize("lost", ENDS_THE_LINE)
async def test_at_delivery_it_is_asked_anew(
    slow_guard: None,
    hub: Hub,
    opening: Post,
    lost: str,
) -> None:
    reader, other = await new_member(), await new_member()
    async with Line(hub, reader) as line, Line(hub, other) as still:
        await line.watch(opening.topic.room)
        await still.watch(opening.topic.room)
        await in_thread(ENDS_THE_LINE[lost])(reader)
        await in_thread(make_reply)(opening, text="canarywords")
        assert (await still.hear())["kind"] == "reply.posted"
        message = await line.socket.receive_output(2)
        assert "canarywords" not in str(message)
        assert await line.hears_nothing()


def _close_board(opening: Post) -> None:
    Board.objects.filter(pk=opening.topic.board_id).update(is_in_use=False)


def _hide_topic(opening: Post) -> None:
    Topic.objects.filter(pk=opening.topic_id).update(status="hidden")


def _delete_topic_from_view(opening: Post) -> None:
    other = BoardFactory(is_in_use=False)
    Topic.objects.filter(pk=opening.topic_id).update(board=other)


@pytest.mark.parametrize("lose", [_close_board, _hide_topic, _delete_topic_from_view])
async def test_a_room_that_is_not_for_them_any_more_is_refused(
    slow_guard: None,
    hub: Hub,
    opening: Post,
    lose: Callable[[Post], None],
) -> None:
    room = opening.topic.room
    async with Line(hub, await new_member()) as line:
        await line.watch(room)
        # Written before it is lost: the reply is delivered, or not, by what is true afterwards.
        async with hub.open[room].lock:
            await in_thread(make_reply)(opening, text="canarywords")
            await in_thread(lose)(opening)
        assert await line.hear() == {"type": "refused", "room": room}
        assert room not in hub.open or not hub.open[room].readers
        assert await line.hears_nothing()


@pytest.mark.parametrize("lose", [_close_board, _hide_topic])
async def test_a_quiet_room_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, hub: Hub, opening: Post, lose: Callable[[Post], None]
) -> None:
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await in_thread(lose)(opening)
        monkeypatch.setattr(hub_module, "ASK_AGAIN_AFTER", 0)
        await hub._sweep()
        assert await line.hear() == {"type": "refused", "room": opening.topic.room}


async def test_a_stranger_is_refused_when_the_board_leaves_the_web(
    slow_guard: None,
    hub: Hub,
) -> None:
    board = await in_thread(BoardFactory)(audience="web")
    first = await in_thread(make_topic)(board=board)
    async with Line(hub, AnonymousUser()) as line:
        assert (await line.watch(first.topic.room))["type"] == "watching"
        await in_thread(Board.objects.filter(pk=board.pk).update)(audience="members")
        await in_thread(make_reply)(first, text="canarywords")
        assert (await line.hear())["type"] == "refused"


async def test_an_outdated_session_does_not_get_in(hub: Hub, opening: Post) -> None:
    """Logged out between the opening of the socket and the first word."""
    reader = await new_member()
    async with Line(hub, reader) as line:
        await in_thread(_log_out)(reader)
        await line.send_control(do="watch", room=opening.topic.room)
        assert await _ended(line) == []


@pytest.mark.parametrize("who_blocks", ["reader", "author"])
async def test_who_does_not_meet_the_author_is_passed_over(
    slow_guard: None, hub: Hub, opening: Post, who_blocks: str
) -> None:
    reader, author = await new_member(), await new_member()
    async with Line(hub, reader) as line:
        await line.watch(opening.topic.room)
        pair = (reader, author) if who_blocks == "reader" else (author, reader)
        await in_thread(block_member)(by=pair[0], member=pair[1])
        await in_thread(make_reply)(opening, author=author, text="canarywords")
        assert (await line.hear())["type"] == "passed"
        await in_thread(make_reply)(opening, text="From somebody else.")
        assert (await line.hear())["kind"] == "reply.posted"


async def test_both_hear_of_a_block_at_once(hub: Hub) -> None:
    one, other = await new_member(), await new_member()
    async with Line(hub, one) as mine, Line(hub, other) as theirs:
        await mine.watch(f"member.{one.pk}")
        await theirs.watch(f"member.{other.pk}")
        await in_thread(block_member)(by=one, member=other)
        frame = await mine.hear()
        assert (frame["kind"], frame["data"]) == ("apart.changed", {"apart": [other.pk]})
        assert (await theirs.hear())["data"] == {"apart": [one.pk]}


async def test_a_topic_of_somebody_blocked_is_refused(
    slow_guard: None, hub: Hub, opening: Post
) -> None:
    reader = await new_member()
    async with Line(hub, reader) as line:
        await line.watch(opening.topic.room)
        author = await in_thread(Member.objects.get)(pk=opening.author_id)
        await in_thread(block_member)(by=reader, member=author)
        await in_thread(make_reply)(opening, text="canarywords")
        assert (await line.hear())["type"] == "refused"


async def test_a_topic_that_moves_says_where(hub: Hub, opening: Post) -> None:
    moderator = await new_member(role="moderator")
    board = await in_thread(BoardFactory)(name="Daily life", slug="daily")
    async with Line(hub, await new_member()) as line:
        await line.watch(opening.topic.room)
        await in_thread(move_topic)(topic=opening.topic, board=board, by=moderator)
        frame = await line.hear()
    assert frame["kind"] == "topic.moved"
    assert frame["data"]["board"] == "Daily life"
    assert frame["data"]["board_link"] == "/boards/daily/"


def test_a_row_saved_late_does_not_take_the_version_back(member: Member) -> None:
    read_earlier = Member.objects.get(pk=member.pk)
    _suspend(member)
    read_earlier.pseudonym = "otter brook"
    read_earlier.save()
    read_earlier.refresh_from_db()
    assert read_earlier.access_version >= 1


def test_reading_and_settings_do_not_count(member: Member) -> None:
    Member.objects.filter(pk=member.pk).update(reading_order="flat", time_zone="Europe/Paris")
    member.refresh_from_db()
    assert member.access_version == 0


def test_members_are_made_at_version_nought(db: Any) -> None:
    assert MemberFactory().access_version == 0
