"""What happens on the team's side and behind the scenes, done in a process of its own beside the
servers: python -m tests.live.hand, in a site's environment. One JSON line in, one out."""

import json
import sys
import traceback
import uuid
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.actions.account_status import change_groups, restore_member, suspend_member  # noqa: E402
from accounts.actions.blocking import block_member, unblock_member  # noqa: E402
from accounts.models import Member  # noqa: E402
from forums import permissions  # noqa: E402
from forums.actions.replies import post_reply  # noqa: E402
from forums.actions.topics import move_topic, start_topic  # noqa: E402
from forums.actions.visibility import hide_post, restore_post  # noqa: E402
from forums.models import Board, Post, Topic  # noqa: E402
from live.models import Room  # noqa: E402
from tests.factories import MemberFactory, group_of  # noqa: E402
from tests.sessions import proof_of_second_factor  # noqa: E402


def _member(pk: int) -> Member:
    return Member.objects.get(pk=pk)


def _post(pk: int) -> Post:
    return Post.objects.select_related("topic").get(pk=pk)


def world(members: int) -> dict[str, Any]:
    """Members, two boards (the second open to the web), a topic in each; their ids."""
    mark = uuid.uuid4().hex[:12]
    people = [
        MemberFactory(
            email=f"{mark}{n}@mail.example", pseudonym=f"{mark} {n}",
            role="moderator" if n == 0 else "member",
        )
        for n in range(members)
    ]  # fmt: skip
    boards = [
        Board.objects.create(
            slug=f"{mark}-{audience}", name=mark, description="x", audience=audience
        )
        for audience in ("members", "web")
    ]
    openings = [
        start_topic(author=people[n + 1], board=board, title="Leg spasms at night",
                    text=f"canary{mark}opening{n}", token=uuid.uuid4())
        for n, board in enumerate(boards)
    ]  # fmt: skip
    return {
        "members": [person.pk for person in people],
        "boards": [board.pk for board in boards],
        "openings": [[post.pk, post.topic_id, post.text] for post in openings],
    }


def session_of(email: str) -> str:
    return session(Member.objects.get(email=email).pk)


def session(member: int) -> str:
    found = _member(member)
    store = SessionStore()
    store[SESSION_KEY] = str(member)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = found.get_session_auth_hash()
    store.update(proof_of_second_factor(member, "mfa" if found.is_moderator else "password"))
    store.create()
    return f"{settings.SESSION_COOKIE_NAME}={store.session_key}"


def hide(post: int) -> None:
    hide_post(post=_post(post), by=None)


def restore(post: int) -> None:
    restore_post(post=_post(post), by=None)


def move(topic: int, board: int, by: int) -> None:
    move_topic(topic=Topic.objects.get(pk=topic), board=Board.objects.get(pk=board), by=_member(by))


def board_in_use(board: int, yes: bool) -> None:
    Board.objects.filter(pk=board).update(is_in_use=yes)


def suspend(member: int) -> None:
    until = timezone.now() + timedelta(days=1)
    suspend_member(member=_member(member), until=until, reason="x", by=None)


def unsuspend(member: int) -> None:
    restore_member(member=_member(member), reason="x", by=None)


def role(member: int, role: str) -> None:
    change_groups(member=_member(member), groups=group_of(role), reason="x", by=None)


def block(by: int, member: int) -> None:
    block_member(by=_member(by), member=_member(member))


def unblock(by: int, member: int) -> None:
    unblock_member(by=_member(by), member=_member(member))


def reply(author: int, topic: int, text: str) -> int:
    """From another process than those that serve: the bus alone tells them."""
    return post_reply(
        author=_member(author), topic=Topic.objects.get(pk=topic), text=text, token=uuid.uuid4()
    ).pk


def seq(room: str) -> int:
    return Room.objects.filter(name=room).values_list("seq", flat=True).first() or 0


def main() -> None:
    # Nobody types as fast as these tests.
    permissions.MAX_POSTS_PER_WINDOW = 10**9
    verbs = {name: value for name, value in globals().items() if callable(value)}
    for line in sys.stdin:
        words = json.loads(line)
        try:
            answer = {"done": verbs[words.pop("do")](**words)}
        except Exception as error:  # noqa: BLE001 (told to the test, whatever it is)
            answer = {"failed": type(error).__name__, "trace": traceback.format_exc()}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
