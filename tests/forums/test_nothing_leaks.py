"""Every address, every kind of viewer, every kind of hidden thing: no canary sings."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts.actions.consenting import give_consent
from accounts.models import Member
from composing.actions.drafts import save_draft
from forums.actions.replies import edit_post
from forums.actions.topics import start_topic
from forums.actions.visibility import hide_post
from forums.models import Board, PendingPost, Post
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.claiming import write_note
from moderation.actions.crisis import do_step, write_care_note
from moderation.actions.deciding import decide_case
from moderation.actions.privileged_access import read_privileged
from moderation.actions.reporting import file_report
from notifications.email_outbox import send_letters
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic


@pytest.fixture
def planted(db: Any, settings: Any, guideline: Guideline) -> dict[str, list[int]]:
    """One canary word in each kind of secret; the ids that addresses take."""
    moderator = MemberFactory(role="moderator", pseudonym="keeper")
    author = MemberFactory(pseudonym="author", email="canaryauthor@mail.example")
    hidden = make_topic(author=author, title="canarytitle hidden", text="canaryopening")
    in_hidden = make_reply(hidden, author=author, text="canaryinside")
    hide_post(post=hidden, by=moderator)
    away = BoardFactory(name="canaryboard", slug="canaryslug")
    in_away = make_topic(author=author, board=away, title="canaryaway", text="canaryawaytext")
    Board.objects.filter(pk=away.pk).update(is_in_use=False)
    shown = make_topic(author=author, title="Shown", text="Shown to all.")
    edited = make_reply(shown, author=author, text="canaryrevision")
    edit_post(post=edited, by=author, text="canarynow", version=1)
    hide_post(post=edited, by=moderator)
    withdrawn = make_reply(shown, author=author, text="canarywithdrawn")
    from forums.actions.replies import withdraw_post

    withdraw_post(post=withdrawn, by=author)
    reported = make_reply(shown, author=author, text="An ordinary reply.")
    reporter = MemberFactory(pseudonym="canaryreporter")
    report = file_report(
        reporter=reporter, post=reported, reason="guideline", guideline=guideline,
        words="canarywords",
    )  # fmt: skip
    worry = file_report(
        reporter=reporter, post=make_reply(shown, author=author, text="A hard night."),
        reason="worried", guideline=None, words="canaryworry",
    )  # fmt: skip
    write_care_note(by=moderator, case=worry.case, words="canarycare", token=uuid.uuid4())
    for step in worry.case.steps.all():
        do_step(moderator=moderator, step=step, words="canarystep")
    decision = decide_case(
        moderator=moderator, case=report.case, outcome="warn", guideline=guideline,
        reason="canaryreason", version=report.case.version,
    )  # fmt: skip
    appeal = ask_for_another_look(member=author, decision=decision, words="canaryappeal")
    settings.FIRST_POSTS_HELD = 20
    held = start_topic(
        author=author, board=shown.topic.board, title="canaryheldtitle", text="canaryheld",
        token=uuid.uuid4(),
    )  # fmt: skip
    assert isinstance(held, PendingPost)
    newcomer = MemberFactory(pseudonym="doorstep", is_approved=False, consent_version=0)
    give_consent(member=newcomer, introduction="canaryintroduction")
    write_note(moderator=moderator, case=held.case, words="canarynote")
    read_privileged(words=edited, by=moderator, reason="canarylook")
    save_draft(member=author, place=f"topic:{shown.topic_id}", title="", text="canarydraft")
    posts = [hidden, in_hidden, in_away, shown, edited, withdrawn, reported]
    return {
        "topic": [hidden.topic_id, in_away.topic_id, shown.topic_id],
        "post": [post.pk for post in posts],
        "case": [report.case_id, worry.case_id, appeal.case.pk, held.case.pk, newcomer.case.pk],
        "held": [held.pk],
        "report": [report.pk, worry.pk],
        "decision": [decision.pk],
        "any": [1, hidden.topic_id, 10**9],
    }


def addresses(planted: dict[str, list[int]]) -> list[str]:
    """Every address of the site that can be read, with every id that was planted."""
    found: list[str] = []

    def walk(patterns: list[Any], prefix: str) -> None:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                if pattern.app_name != "admin":
                    walk(pattern.url_patterns, route)
            elif isinstance(pattern, URLPattern) and "(?P" not in route:
                found.extend(filled(route))

    def filled(route: str) -> list[str]:
        kind = "topic" if "topics/" in route else "post" if "posts/" in route else "any"
        kind = "case" if "cases/" in route or "care/" in route else kind
        kind = "held" if "waiting/" in route else kind
        kind = "report" if "reports/" in route else "decision" if "record/" in route else kind
        route = route.replace("<slug:slug>", "canaryslug").replace("<int:branch>", "1")
        if "<int:pk>" not in route:
            return [f"/{route}"]
        return [f"/{route}".replace("<int:pk>", str(pk)) for pk in planted[kind] + [10**9]]

    walk(get_resolver().url_patterns, "")
    searches = [f"/search/?words={word}" for word in ("canaryopening", "canarynow", "canaryaway")]
    rooms = [
        f"/live/missed/?room={room}&after=0"
        for room in [*(f"topic.{pk}" for pk in planted["topic"]), "moderators", "member.1"]
    ]
    return [*found, *searches, *rooms, "/search/?author=author"]


VIEWERS = {
    "stranger": None,
    "member": {},
    "newcomer": {"consent_version": 0},
    "not admitted": {"is_approved": False},
    "read-only": {"read_only_until": timezone.now() + timedelta(days=1)},
    "suspended": {"suspended_until": timezone.now() + timedelta(days=1)},
}


@pytest.mark.parametrize("who", VIEWERS)
def test_no_canary_anywhere(log_in: Any, planted: dict[str, list[int]], who: str) -> None:
    fields = VIEWERS[who]
    member: Member | None = None
    if fields is not None:
        member = MemberFactory(email="viewer@mail.example", **fields)
    client: Client = log_in(member)
    seen = 0
    for address in addresses(planted):
        answer = client.get(address)
        assert answer.status_code < 500, address
        asked = address.rpartition("=")[2]
        words = answer.content.decode().replace(f'value="{asked}"', "").replace(asked, "")
        where = answer.get("Location", "").partition("?next=")[0]
        assert "canary" not in words, (who, address)
        assert "canary" not in where, (who, address)
        seen += answer.status_code == 200
    assert seen > 4


# Who is part of it reads what is theirs, and never these.
PARTS = {
    # Not who reported them, nor what the team says among itself. What they wrote in a board that
    # is not in use any more is theirs all the same.
    "author": ("canaryreporter", "canarywords", "canaryworry", "canarystep", "canarynote",
               "canarybonus"),
    "canaryreporter": ("canaryopening", "canarytitle", "canaryaway", "canaryrevision", "canarynow",
                       "canarywithdrawn", "canarycare", "canarystep", "canaryreason",
                       "canaryappeal", "canaryheld", "canarynote", "canarylook", "canarydraft"),
    # A moderator of no board of these.
    "limited": ("canaryopening", "canarytitle", "canaryaway", "canaryrevision", "canarynow",
                "canarywithdrawn", "canarycare", "canarystep", "canaryreason", "canaryappeal",
                "canaryheld", "canarynote", "canarydraft", "canarywords", "canaryworry",
                "canaryreporter", "canaryintroduction"),
    # Drafts and what was taken back are nobody's but the author's; hidden words want a reason.
    "keeper": ("canarydraft", "canarywithdrawn", "canaryopening", "canaryauthor@"),
    "admin": ("canarydraft", "canarywithdrawn", "canaryopening", "canaryauthor@"),
}  # fmt: skip


@pytest.mark.parametrize("who", PARTS)
def test_no_canary_of_others_for_who_is_part_of_it(
    log_in: Any, planted: dict[str, list[int]], who: str
) -> None:
    made: dict[str, dict[str, Any]] = {
        "limited": {"role": "moderator", "moderated_board_ids": [0]}, "admin": {"role": "admin"},
    }  # fmt: skip
    if who in made:
        member = MemberFactory(pseudonym=who, **made[who])
    else:
        member = Member.objects.get(pseudonym=who)
    client: Client = log_in(member)
    own = {f"/live/missed/?room=member.{member.pk}&after=0",
           f"/live/missed/?room=moderators.{member.pk}&after=0"}  # fmt: skip
    for address in [*addresses(planted), *own]:
        answer = client.get(address)
        assert answer.status_code < 500, address
        asked = address.rpartition("=")[2] or "-"
        words = answer.content.decode().replace(f'value="{asked}"', "").replace(asked, "")
        if who == "canaryreporter":
            # Their own name, and what they wrote themselves.
            words = words.replace("canaryreporter", "")
        found = [canary for canary in PARTS[who] if canary in words]
        assert not found, (address, found)


def test_no_letter_says_anything(planted: dict[str, list[int]], mailoutbox: Any) -> None:
    send_letters()
    assert mailoutbox
    for letter in mailoutbox:
        assert "canary" not in f"{letter.subject}{letter.body}"
        assert "Shown" not in f"{letter.subject}{letter.body}"


def test_hidden_and_absent_answer_alike(as_member: Client, planted: dict[str, list[int]]) -> None:
    for kind, tail in (
        ("topic", ""),
        ("topic", "unread/"),
        ("topic", "reply/"),
        ("topic", "replies/1/"),
    ):
        hidden = as_member.get(f"/{kind}s/{planted[kind][0]}/{tail}")
        absent = as_member.get(f"/{kind}s/{10**9}/{tail}")
        assert hidden.status_code == absent.status_code == 404
        same = [
            page.content.replace(f"/{pk}/".encode(), b"/ID/")
            for page, pk in ((hidden, planted[kind][0]), (absent, 10**9))
        ]
        assert same[0] == same[1]


def test_strangers_get_no_list_of_members_only_topics(visitor: Client, topic: Any) -> None:
    for address in ("/", "/search/?words=spasms", "/search/?author=otter"):
        assert b"Leg spasms" not in visitor.get(address).content


def test_e_mail_addresses_are_for_their_owner(
    as_member: Client, as_moderator: Client, reply: Post
) -> None:
    for client in (as_member, as_moderator):
        page = client.get(reply.topic.get_absolute_url()).content.decode()
        assert reply.author.email not in page
