"""The record: sealed by the database, and every look at private data written down."""

import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Member, StatusChange
from forums.models import Post, Topic
from guidance.models import Guideline
from moderation.actions.privileged_access import read_privileged
from moderation.models import Access, Seal
from moderation.records import verify
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report


def some_records(topic: Topic) -> None:
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "x"})[0]
    filed = report(make_reply(topic.posts.get(number=1)), guideline)
    judge = MemberFactory(role="moderator")
    decide(filed.case, judge, guideline, outcome="restrict", days=2)
    assert filed.case.post is not None
    read_privileged(words=filed.case.post, by=judge, reason="Another look at it.")


def without_triggers(statement: str) -> None:
    """As somebody with the password of the database might."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.mark.django_db(transaction=True)
def test_every_row_of_the_record_is_sealed(topic: Topic) -> None:
    some_records(topic)
    assert StatusChange.objects.exists()
    tables = set(Seal.objects.values_list("table", flat=True))
    assert tables == {
        "moderation_access",
        "moderation_entry",
        "moderation_decision",
        "accounts_standingchange",
    }
    out = StringIO()
    call_command("verify_records", stdout=out)
    assert f"{Seal.objects.count()} rows of the record" in out.getvalue()
    assert Seal.objects.latest("number").digest in out.getvalue()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE moderation_decision SET reason = 'Other.'", "was changed"),
        ("UPDATE accounts_standingchange SET until = NULL", "was changed"),
        ("UPDATE moderation_access SET reason = 'Other.'", "was changed"),
        ("DELETE FROM moderation_entry WHERE kind = 'decided'", "is missing"),
        ("DELETE FROM moderation_seal WHERE number = 2", "seal 2 is missing"),
        ("UPDATE moderation_seal SET content = '{}' WHERE number = 2", "does not fit"),
        ("UPDATE moderation_seal SET content = '{}', content_hash ="
         " encode(sha256('{}'::bytea), 'hex') WHERE number = 2", "does not follow"),
        ("UPDATE moderation_seal SET content = '', is_erased = true WHERE number = 2",
         "erased accounts explain 0"),
        ("INSERT INTO moderation_entry (case_id, kind, note, made_at)"
         " SELECT case_id, kind, note, made_at FROM moderation_entry LIMIT 1", "has no seal"),
    ],
)  # fmt: skip
def test_whatever_is_done_to_it_is_found(topic: Topic, statement: str, says: str) -> None:
    some_records(topic)
    assert verify().wrong == ""
    without_triggers(statement)
    with pytest.raises(CommandError, match=says):
        call_command("verify_records")


@pytest.mark.django_db(transaction=True)
def test_words_may_be_taken_out_and_the_seal_holds(topic: Topic) -> None:
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "x"})[0]
    filed = report(make_reply(topic.posts.get(number=1), text="My name is canaryname."), guideline)
    judge = MemberFactory(role="moderator")
    decide(filed.case, judge, guideline, outcome="warn")
    report(filed.case.post, guideline)
    decide(filed.case, judge, guideline, outcome="take_out", take_out="canaryname")
    assert verify().wrong == ""
    assert not Seal.objects.filter(content__contains="canaryname").exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain_and_no_deadlock(topic: Topic) -> None:
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "x"})[0]
    posts = [make_reply(topic.posts.get(number=1)) for _ in range(10)]
    judge = MemberFactory(role="moderator")
    wrong: list[object] = []

    def work(post: Post) -> None:
        try:
            filed = report(post, guideline)
            decide(filed.case, judge, guideline)
        except Exception as error:  # noqa: BLE001 (whatever it was, the test shows it)
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[post]) for post in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert verify().wrong == ""


def test_an_address_is_shown_for_a_reason_that_its_owner_reads(
    as_admin: Client, as_member: Client, as_moderator: Client, member: Member
) -> None:
    address = reverse("admin:member_email", args=[member.pk])
    for page in (reverse("admin:accounts_member_changelist"), address,
                 reverse("admin:accounts_member_change", args=[member.pk])):  # fmt: skip
        assert member.email not in as_admin.get(page).content.decode(), page
    assert member.email not in as_admin.post(address, {"reason": ""}).content.decode()
    assert not Access.objects.exists()
    shown = as_admin.post(address, {"reason": "They wrote that no mail arrives."})
    assert member.email in shown.content.decode()
    record = as_member.get(reverse("moderation:record")).content.decode()
    assert "They wrote that no mail arrives." in record
    assert as_moderator.get(address).status_code in {302, 404}
