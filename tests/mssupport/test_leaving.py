"""Whoever leaves is gone everywhere: from what others wrote, from the record, from a backup."""

import json
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.blocking import block_member
from accounts.actions.leaving import ask_to_leave
from accounts.exceptions import ActionDenied
from accounts.models import Erasure, Leaving, Member
from composing.actions.drafts import save_draft
from forums.actions.following import follow_topic
from forums.actions.replies import edit_post
from forums.models import Board, Post, Topic
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.crisis import write_care_note
from moderation.actions.privileged_access import read_email
from moderation.models import CaseLogEntry, Decision, Seal
from moderation.records import verify
from mssupport.leaving import erase_left_members
from mssupport.registry import PERSONAL_DATA
from notifications.models import Notice, OutboxEmail
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report
from tests.sessions import proof_of_second_factor

NAME, WORDS = "canaryname", "canarywords"


@pytest.fixture
def leaver(db: Any) -> Member:
    return MemberFactory(pseudonym=NAME, email="canaryname@mail.example", introduction=WORDS)


@pytest.fixture
def story(
    leaver: Member, topic: Topic, member: Member, other: Member, moderator: Member, admin: Member,
    guideline: Guideline,
) -> Topic:  # fmt: skip
    """Everything that a member can leave behind: returns a topic of theirs."""
    opening = topic.posts.get(number=1)
    own = make_topic(
        board=topic.board, author=leaver, title=f"{WORDS} at night", text=f"I {WORDS} each night."
    )
    theirs = own.topic if isinstance(own, Post) else own
    mine = make_reply(opening, author=leaver, text=f"The {WORDS} are like this for me.")
    edit_post(post=mine, by=leaver, text=f"The {WORDS} were like this for me.", version=1)
    mine = Post.objects.get(pk=mine.pk)
    make_reply(
        mine, author=member,
        text=f"{NAME} wrote:\n> The {WORDS} were like this for me.\n\n@{NAME} I know that well.",
    )  # fmt: skip
    make_reply(theirs.posts.get(number=1), author=other, text="Rest helps me.")
    make_reply(mine, author=leaver, text=f"Thank you, {WORDS}.")
    save_draft(member=leaver, place=f"topic:{topic.pk}", title="", text=f"Draft {WORDS}.")
    follow_topic(member=leaver, topic=topic)
    block_member(by=leaver, member=other)
    filed = report(mine, guideline, member)
    decision = decide(filed.case, moderator, guideline, outcome="fold", warning=WORDS,
                      reason=f"Because of {WORDS}.")  # fmt: skip
    ask_for_another_look(member=leaver, decision=decision, words=f"I meant {WORDS}.")
    worried = report(mine, None, other)
    write_care_note(by=moderator, case=worried.case, words=f"{WORDS} dear", token=uuid.uuid4())
    report(
        opening,
        None,
        leaver,
    )
    read_email(member=leaver, by=admin, reason=f"{WORDS} lost the mail.")
    # Seals are written at the commit.
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return theirs


def leave_now(member: Member, *, keep_words: bool) -> None:
    ask_to_leave(member=member, keep_words=keep_words)
    Leaving.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert erase_left_members() == 1


def just_logged_in(client: Client) -> None:
    session = client.session
    session.update(proof_of_second_factor(session["_auth_user_id"], "password"))
    session.save()


def everything() -> dict[str, str]:
    """{table: all its rows as text}."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT string_agg(t::text, chr(10)) FROM "{table}" AS t')
            found[table] = cursor.fetchone()[0] or ""
    return found


def test_nothing_is_left_of_who_takes_the_words_away(
    story: Topic, leaver: Member, log_in: Any
) -> None:
    client = log_in(leaver)
    session = client.session
    session["words"] = WORDS
    session.save()
    leave_now(leaver, keep_words=False)
    left = everything()
    spelt = [NAME, WORDS, "canari"]
    assert {
        table: [
            line for line in rows.splitlines() if any(each in line.casefold() for each in spelt)
        ]
        for table, rows in left.items()
        if any(each in rows.casefold() for each in spelt)
    } == {}
    member = Member.objects.get(pk=leaver.pk)
    assert (member.pseudonym, member.is_active) == (f"Former member {leaver.pk}", False)
    assert member.left_at is not None
    assert not Session.objects.filter(pk=session.session_key).exists()
    # What others said in words of their own stays, and the thread with it.
    answer = Post.objects.get(text__contains="I know that well.")
    assert answer.text == (
        f"Former member {leaver.pk} wrote:\n> […]\n\n@Former member {leaver.pk} I know that well."
    )
    assert "[…]" in answer.html
    story.refresh_from_db()
    assert (story.title, story.status) == ("[…]", "closed")
    assert story.posts.get(number=2).text == "Rest helps me."


def test_posts_stay_without_the_name(story: Topic, leaver: Member, as_member: Client) -> None:
    leave_now(leaver, keep_words=True)
    left = everything()
    assert NAME not in "".join(left.values()).casefold()
    where = {table for table, rows in left.items() if WORDS in rows}
    assert where <= {"forums_post", "forums_topic", "live_event", "moderation_case"}
    page = as_member.get(story.get_absolute_url()).content.decode()
    assert f"Former member {leaver.pk}" in page
    assert f"I {WORDS} each night." in page


@pytest.mark.parametrize("keep_words", [True, False])
def test_the_record_is_provable_all_the_same(
    story: Topic, leaver: Member, keep_words: bool
) -> None:
    before = verify()
    assert (before.wrong, before.erased) == ("", 0)
    leave_now(leaver, keep_words=keep_words)
    after = verify()
    assert after.wrong == ""
    assert after.erased > 3
    assert after.erased == Erasure.objects.get().sealed_rows
    assert after.last == before.last, "the chain is the same"
    # That it was decided stays, and when; of the words nothing.
    decision = Decision.objects.get(about=leaver)
    assert (decision.outcome, decision.reason, decision.snapshot) == ("fold", "", "")
    assert not CaseLogEntry.objects.filter(case__about=leaver).exclude(note="").exists()


def test_nobody_takes_words_out_of_the_record_by_hand(story: Topic, leaver: Member) -> None:
    for change in (
        "UPDATE moderation_decision SET reason = ''",
        "UPDATE moderation_seal SET content = ''",
        "DELETE FROM moderation_entry",
    ):
        with pytest.raises(IntegrityError), connection.cursor() as cursor:
            cursor.execute(f"SAVEPOINT a; {change}")
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT a")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL mssupport.erasing = 'on'")
        cursor.execute("DELETE FROM moderation_seal WHERE false")
        cursor.execute("UPDATE moderation_seal SET content = '', is_erased = true WHERE number = 1")
        cursor.execute("SET LOCAL mssupport.erasing = 'off'")
    assert "explain 0" in verify().wrong
    assert Seal.objects.count() > 1


def test_erased_twice_is_erased_once(story: Topic, leaver: Member, tmp_path: Path) -> None:
    """As after a restored backup, whose ledger is replayed."""
    leave_now(leaver, keep_words=False)
    first = everything()
    assert erase_left_members() == 0
    ledger = tmp_path / "ledger"
    ledger.write_text(json.dumps({"member": leaver.pk, "kept_words": False}) + "\n")
    call_command("replay_erasures", str(ledger))
    second = everything()
    assert first["accounts_member"] == second["accounts_member"]


def test_a_ledger_brings_erasures_back(
    story: Topic, leaver: Member, member: Member, tmp_path: Path, settings: Any, capsys: Any
) -> None:
    ledger = tmp_path / "erasures.jsonl"
    settings.ERASURE_LEDGER = str(ledger)
    gone = MemberFactory(pseudonym="early")
    leave_now(gone, keep_words=True)
    (line,) = ledger.read_text().splitlines()
    assert json.loads(line)["member"] == gone.pk
    # Of the other one only the ledger knows: the backup is from before.
    ledger.write_text(json.dumps({"member": leaver.pk, "kept_words": False}) + "\n")
    call_command("replay_erasures")
    assert "1 accounts" in capsys.readouterr().out
    assert Member.objects.get(pk=leaver.pk).left_at is not None
    assert WORDS not in everything()["forums_post"]


def test_a_member_asks_and_changes_their_mind(leaver: Member, log_in: Any, mailoutbox: Any) -> None:
    client = log_in(leaver)
    just_logged_in(client)
    address = reverse("leave")
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 422
    client.post(address, {"words": "remove"})
    leaving = Leaving.objects.get(member=leaver)
    assert leaving.due_at - timezone.now() > timedelta(days=13, hours=23)
    page = client.get(address).content.decode()
    assert "Your words go too." in page
    assert (
        "Your account will be deleted on"
        in client.get(reverse("accounts:settings")).content.decode()
    )
    client.post(address, {"words": "keep"})
    again = Leaving.objects.get(member=leaver)
    assert (again.keeps_words, again.due_at) == (True, leaving.due_at)
    assert erase_left_members() == 0, "not before its day"
    client.post(reverse("stay"))
    assert not Leaving.objects.exists()
    assert "Delete my account" in client.get(reverse("accounts:settings")).content.decode()


def test_it_is_asked_for_with_fresh_proof(leaver: Member, log_in: Any) -> None:
    client = log_in(leaver)
    answer = client.post(reverse("leave"), {"words": "remove"})
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]
    assert not Leaving.objects.exists()


def test_who_is_of_the_team_asks_first(moderator: Member) -> None:
    with pytest.raises(ActionDenied):
        ask_to_leave(member=moderator, keep_words=True)


def test_every_table_about_members_is_in_the_registry(
    as_member: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_checks() == []
    for entry in PERSONAL_DATA:
        for label in entry.models:
            apps.get_model(label)
    page = as_member.get(reverse("personal_data")).content.decode()
    assert all(str(entry.what) in page for entry in PERSONAL_DATA)
    forgotten = [entry for entry in PERSONAL_DATA if "composing.Draft" not in entry.models]
    monkeypatch.setattr("mssupport.registry.PERSONAL_DATA", forgotten)
    (error,) = run_checks()
    assert "composing.Draft" in error.msg


def test_others_hear_nothing_of_it(story: Topic, leaver: Member) -> None:
    before = Notice.objects.exclude(member=leaver).count()
    leave_now(leaver, keep_words=False)
    assert Notice.objects.count() <= before


def test_an_admin_begins_it_for_a_member(
    as_admin: Client, leaver: Member, log_in: Any, mailoutbox: Any
) -> None:
    address = reverse("admin:accounts_member_changelist")
    form = {"action": "leaving", "_selected_action": [leaver.pk], "words": "keep"}
    as_admin.post(address, {**form, "reason": "Their sister asked us to."})
    leaving = Leaving.objects.get(member=leaver)
    assert (leaving.keeps_words, leaving.reason) == (True, "Their sister asked us to.")
    assert Notice.objects.filter(member=leaver, kind="standing").exists()
    page = log_in(leaver).get(reverse("moderation:record")).content.decode()
    assert "Their sister asked us to." in page


def test_who_is_suspended_can_leave_too(leaver: Member, log_in: Any) -> None:
    Member.objects.filter(pk=leaver.pk).update(suspended_until=timezone.now() + timedelta(days=9))
    client = log_in(Member.objects.get(pk=leaver.pk))
    just_logged_in(client)
    assert reverse("leave") in client.get("/").content.decode()
    client.post(reverse("leave"), {"words": "keep"})
    assert Leaving.objects.filter(member=leaver).exists()
    client.post(reverse("stay"))
    assert not Leaving.objects.exists()


def test_what_died_halfway_is_done_again(
    story: Topic, leaver: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("mssupport.leaving.leave_a_name", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            leave_now(leaver, keep_words=False)
    assert Member.objects.get(pk=leaver.pk).left_at is None
    assert erase_left_members() == 0, "somebody may be at it still"
    Leaving.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    assert erase_left_members() == 1
    assert Member.objects.get(pk=leaver.pk).left_at is not None
    assert verify().wrong == ""


@pytest.mark.django_db(transaction=True)
def test_no_lock_is_held_from_one_topic_to_the_next(
    leaver: Member, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others go on writing while somebody who wrote much is erased."""
    for _topic in range(3):
        make_topic(board=board, author=leaver)
    ask_to_leave(member=leaver, keep_words=False)
    Leaving.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    depths = []

    def counted(**more: Any) -> None:
        depths.append(connection.in_atomic_block)

    monkeypatch.setattr("forums.actions.erasing._erase_in", counted)
    erase_left_members()
    assert depths == [False] * 3


def test_each_time_it_is_asked_for_is_mailed(leaver: Member, log_in: Any) -> None:
    """So that the owner hears of it, should somebody else ask a second time."""
    client = log_in(leaver)
    just_logged_in(client)
    for _time in range(2):
        client.post(reverse("leave"), {"words": "keep"})
        client.post(reverse("leave"), {"words": "remove"})
        client.post(reverse("stay"))
    letters = OutboxEmail.objects.filter(member=leaver, link=reverse("leave"))
    assert letters.count() == 2, "once each time, and not for a change of mind about the posts"
