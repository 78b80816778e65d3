"""A moderator limited to boards: of the others they see nothing in any list,
count, log or event."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import limit_to_boards
from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.actions.topics import close_topic, move_topic
from forums.actions.visibility import hide_post
from forums.models import Board, Post
from guidance.models import Guideline
from live.catch_up import catch_up
from live.events import last_number
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.claiming import claim_next, hand_on
from moderation.events import room_for
from moderation.models import Case, Duty
from moderation.selectors.statistics import figures
from mssupport.registry import ROOMS
from notifications.models import Notice
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report


@pytest.fixture
def away(db: Any) -> Post:
    """The opening post of a topic in another board."""
    return make_topic(board=BoardFactory(name="Away"), title="canaryaway")


@pytest.fixture
def limited(board: Board, away: Post, admin: Member) -> Member:
    """A moderator of ``board`` alone."""
    keeper = MemberFactory(role="moderator", pseudonym="warden")
    limit_to_boards(member=keeper, boards=[board.pk], reason="x", by=admin)
    return keeper


def test_the_queue_has_their_boards_alone(
    limited: Member, log_in: Any, opening: Post, away: Post, guideline: Guideline
) -> None:
    theirs = report(make_reply(opening), guideline).case
    other = report(make_reply(away), guideline).case
    name = report(make_reply(opening), guideline, is_about_name=True).case
    client = log_in(limited)
    page = client.get("/moderation/").content.decode()
    assert theirs.get_absolute_url() in page
    assert other.get_absolute_url() not in page
    assert name.get_absolute_url() not in page
    assert "canaryaway" not in page
    assert client.get("/moderation/waiting/").json() == {"waiting": 1}
    for case in (other, name):
        assert client.get(case.get_absolute_url()).status_code == 404
        for act in ("claim", "release", "pass", "undo", "hand_on"):
            address = reverse(f"moderation:{act}", args=[case.pk])
            assert client.post(address).status_code == 404
        with pytest.raises(ActionDenied):
            decide(case, limited, guideline)
    assert claim_next(moderator=limited) == theirs
    for state in ("mine", "decided", "admins"):
        assert "canaryaway" not in client.get(f"/moderation/?state={state}").content.decode()


def test_hidden_things_of_other_boards_are_not_there(
    limited: Member, log_in: Any, opening: Post, away: Post
) -> None:
    for post in (opening, away):
        hide_post(post=post, by=None)
    client = log_in(limited)
    assert client.get(opening.topic.get_absolute_url()).status_code == 200
    assert client.get(away.topic.get_absolute_url()).status_code == 404
    assert client.get(reverse("moderation:look", args=[away.pk])).status_code == 404
    found = client.get("/search/?author=" + away.author.pseudonym).content.decode()
    assert "canaryaway" not in found
    assert "canaryaway" not in client.get(away.topic.board.get_absolute_url()).content.decode()


def test_nothing_can_be_done_in_other_boards(
    limited: Member, log_in: Any, opening: Post, away: Post
) -> None:
    with pytest.raises(ActionDenied):
        close_topic(topic=away.topic, by=limited)
    with pytest.raises(ActionDenied):
        hide_post(post=make_reply(away), by=limited)
    close_topic(topic=opening.topic, by=limited)
    client = log_in(limited)
    assert "Close, move, slow" in client.get(opening.topic.get_absolute_url()).content.decode()
    assert "Close, move, slow" not in client.get(away.topic.get_absolute_url()).content.decode()


def test_what_was_decided_elsewhere_is_not_in_the_log(
    limited: Member, log_in: Any, opening: Post, away: Post, guideline: Guideline, admin: Member
) -> None:
    author = MemberFactory()
    elsewhere = decide(
        report(make_reply(away, author=author), guideline).case, admin, guideline, outcome="warn"
    )
    here = report(make_reply(opening, author=author), guideline).case
    report(make_reply(away, author=author), guideline)
    page = log_in(limited).get(here.get_absolute_url()).content.decode()
    assert "(0)" in page
    assert str(elsewhere.get_outcome_display()) not in page.partition("Decide</h2>")[0]
    assert "canaryaway" not in page


def test_appeals_follow_the_board(
    limited: Member, log_in: Any, opening: Post, away: Post, guideline: Guideline, admin: Member
) -> None:
    cases = []
    for to in (opening, away):
        decision = decide(report(make_reply(to), guideline).case, admin, guideline)
        appeal = ask_for_another_look(member=decision.about, decision=decision, words="x")
        cases.append(appeal.case)
    client = log_in(limited)
    assert client.get(cases[0].get_absolute_url()).status_code == 200
    assert client.get(cases[1].get_absolute_url()).status_code == 404


def test_figures_count_their_boards(
    limited: Member, opening: Post, away: Post, guideline: Guideline, moderator: Member
) -> None:
    decide(report(make_reply(opening), guideline).case, moderator, guideline)
    for _ in range(3):
        decide(report(make_reply(away), guideline).case, moderator, guideline)
    report(make_reply(away), guideline)
    day = timezone.localdate()
    theirs = figures(day, day + timedelta(days=1), limited)
    everybody = figures(day, day + timedelta(days=1), moderator)
    for name, mine, all_of_them in (("reports", 1, 5), ("posts", 2, 7)):
        assert (getattr(theirs, name), getattr(everybody, name)) == (mine, all_of_them)
    assert sum(looks.count for looks in theirs.looks) == 1
    assert sum(looks.count for looks in everybody.looks) == 4
    assert sum(count for _low, _high, count in theirs.open_by_age) == 0
    assert [count for _name, count in theirs.by_guideline] == [1]


def test_events_are_for_who_looks_after_the_board(
    limited: Member, moderator: Member, opening: Post, away: Post, guideline: Guideline
) -> None:
    cases = [report(make_reply(to), guideline).case for to in (opening, away)]
    heard = {
        who: {frame["data"]["case"] for frame in missed.frames}
        for who in (limited, moderator)
        if (missed := catch_up(ROOMS, room_for(who), 0, who.pk, has_proved=True)) is not None
    }
    assert heard == {limited: {cases[0].pk}, moderator: {case.pk for case in cases}}
    assert catch_up(ROOMS, "moderators", 0, limited.pk, has_proved=True) is None
    assert last_number(room_for(limited)) == len(heard[limited])
    # A topic that leaves their boards takes its cases along.
    move_topic(topic=opening.topic, by=moderator, board=away.topic.board)
    gone = catch_up(ROOMS, room_for(limited), 0, limited.pk, has_proved=True)
    assert gone is not None
    assert gone.frames == []


def test_only_who_may_see_it_is_rung_or_asked(
    limited: Member, moderator: Member, opening: Post, away: Post, guideline: Guideline
) -> None:
    now = timezone.now()
    Duty.objects.create(member=limited, starts_at=now, ends_at=now + timedelta(hours=1))
    worry = report(make_reply(away), None).case
    rung = Notice.objects.filter(kind="worry_waits").values_list("member", flat=True)
    assert limited.pk not in rung  # though they are the one on duty
    assert moderator.pk in rung
    with pytest.raises(ActionDenied):
        hand_on(moderator=moderator, case=worry, colleague=limited, words="x")
    theirs = report(make_reply(opening), None).case
    hand_on(moderator=moderator, case=theirs, colleague=limited, words="x")
    assert Case.objects.get(pk=theirs.pk).asked == limited


def test_it_is_set_in_the_admin_with_a_reason(
    as_admin: Client, board: Board, moderator: Member, other: Member
) -> None:
    address = reverse("admin:accounts_member_changelist")
    chosen = {"action": "boards", "boards": [board.pk], "reason": "Only here."}
    as_admin.post(address, {**chosen, "_selected_action": [moderator.pk, other.pk]})
    moderator.refresh_from_db()
    assert moderator.moderated_board_ids is None  # one at a time
    for member in (moderator, other):
        as_admin.post(address, {**chosen, "_selected_action": [member.pk]})
    moderator.refresh_from_db()
    other.refresh_from_db()
    assert moderator.moderated_board_ids == [board.pk]
    assert other.moderated_board_ids is None  # no moderator
    page = as_admin.get(reverse("admin:accounts_member_change", args=[moderator.pk])).content
    assert board.name.encode() in page
    as_admin.post(address, {**chosen, "boards": [], "_selected_action": [moderator.pk]})
    moderator.refresh_from_db()
    assert moderator.moderated_board_ids is None
    assert list(moderator.status_changes.values_list("kind", flat=True)) == ["boards"] * 2


def test_the_admin_pages_are_limited_too(
    limited: Member, log_in: Any, opening: Post, away: Post, guideline: Guideline
) -> None:
    group = Group.objects.create(name="Readers")
    names = ["enter_admin", "view_case", "view_report"]
    group.permissions.add(*Permission.objects.filter(codename__in=names))
    limited.groups.add(group)
    theirs, other = (report(make_reply(to), guideline).case for to in (opening, away))
    client = log_in(limited)
    for name in ("case", "report"):
        page = client.get(reverse(f"admin:moderation_{name}_changelist"))
        assert page.context["cl"].result_count == 1
        assert b"canaryaway" not in page.content
    found = [
        client.get(reverse("admin:moderation_case_change", args=[case.pk])).status_code
        for case in (theirs, other)
    ]
    assert found == [200, 302]
