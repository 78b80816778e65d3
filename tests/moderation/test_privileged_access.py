"""What nobody else reads is opened by a reason, which the member can read."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.actions.replies import withdraw_post
from forums.actions.visibility import hide_post
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.crisis import do_step, write_care_note
from moderation.models import Access
from mssupport.export import export_of
from tests.factories import make_reply
from tests.moderation.acts import decide, report


@pytest.fixture
def hidden(opening: Post, other: Member) -> Post:
    post = make_reply(opening, author=other, text="canaryhidden")
    hide_post(post=post, by=None)
    return post


def test_hidden_words_are_not_in_the_topic(as_moderator: Client, hidden: Post) -> None:
    address = reverse("moderation:look", args=[hidden.pk])
    page = as_moderator.get(hidden.topic.get_absolute_url()).content.decode()
    assert "canaryhidden" not in page
    assert address in page
    asks = as_moderator.get(address).content.decode()
    assert "canaryhidden" not in asks
    empty = as_moderator.post(address, {"reason": " "})
    assert empty.status_code == 422
    assert not Access.objects.exists()
    shown = as_moderator.post(address, {"reason": "A member asks me."}, follow=True)
    assert "canaryhidden" in shown.content.decode()


def test_the_member_reads_who_looked_and_why(
    as_moderator: Client, as_other: Client, hidden: Post, other: Member
) -> None:
    address = reverse("moderation:look", args=[hidden.pk])
    as_moderator.post(address, {"reason": "A member asks me."})
    record = as_other.get("/record/").content.decode()
    assert "A member asks me." in record
    assert "Words that are hidden" in record
    (look,) = export_of(other)["looks_at_my_data"]
    assert (look["what"], look["post_id"], look["reason"]) == (
        "hidden", hidden.pk, "A member asks me.",
    )  # fmt: skip


def test_after_an_hour_it_is_asked_again(
    as_moderator: Client, hidden: Post, moderator: Member
) -> None:
    address = reverse("moderation:look", args=[hidden.pk])
    look: dict[str, Any] = {
        "member": hidden.author, "by": moderator, "what": "hidden", "post": hidden, "reason": "x",
    }  # fmt: skip
    Access.objects.create(**look, made_at=timezone.now() - timedelta(minutes=61))
    assert b"canaryhidden" not in as_moderator.get(address).content
    Access.objects.create(**look, made_at=timezone.now() - timedelta(minutes=59))
    assert b"canaryhidden" in as_moderator.get(address).content


def test_a_look_of_one_is_not_a_look_of_all(
    as_moderator: Client, as_admin: Client, as_member: Client, hidden: Post
) -> None:
    address = reverse("moderation:look", args=[hidden.pk])
    as_moderator.post(address, {"reason": "x"})
    assert b"canaryhidden" not in as_admin.get(address).content
    assert as_member.get(address).status_code == 404
    assert as_member.post(address, {"reason": "x"}).status_code == 404


def test_a_decided_case_keeps_its_words_until_a_reason(
    as_moderator: Client, as_admin: Client, opening: Post, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(opening, text="canaryhidden")
    case = report(post, guideline).case
    assert b"canaryhidden" in as_admin.get(case.get_absolute_url()).content
    decide(case, moderator, guideline)
    page = as_admin.get(case.get_absolute_url()).content.decode()
    assert "canaryhidden" not in page
    assert "canaryhidden" not in as_admin.get("/moderation/?state=decided").content.decode()
    look = reverse("moderation:look_in_case", args=[case.pk])
    assert as_admin.post(look, {"reason": ""}).url == case.get_absolute_url()
    assert "canaryhidden" not in as_admin.get(case.get_absolute_url()).content.decode()
    as_admin.post(look, {"reason": "The author asks."})
    assert "canaryhidden" in as_admin.get(case.get_absolute_url()).content.decode()


def test_who_takes_a_case_on_reads_it_and_that_is_written_down(
    as_moderator: Client, as_admin: Client, opening: Post, guideline: Guideline, moderator: Member,
    admin: Member,
) -> None:  # fmt: skip
    post = make_reply(opening, text="canaryhidden")
    decision = decide(report(post, guideline).case, moderator, guideline)
    appeal = ask_for_another_look(member=post.author, decision=decision, words="x").case
    assert b"canaryhidden" not in as_admin.get(appeal.get_absolute_url()).content
    as_admin.post(reverse("moderation:claim", args=[appeal.pk]))
    assert b"canaryhidden" in as_admin.get(appeal.get_absolute_url()).content
    (look,) = Access.objects.filter(member=post.author)
    assert (look.by, look.reason) == (admin, "To decide about it")
    as_admin.post(reverse("moderation:claim", args=[appeal.pk]))  # longer: the same look
    assert Access.objects.count() == 1


def test_withdrawn_words_stay_shut_too(
    as_moderator: Client, opening: Post, guideline: Guideline, other: Member
) -> None:
    post = make_reply(opening, author=other, text="canarywithdrawn")
    case = report(post, guideline).case
    withdraw_post(post=post, by=other)
    assert b"canarywithdrawn" not in as_moderator.get(case.get_absolute_url()).content
    as_moderator.post(reverse("moderation:claim", args=[case.pk]))
    assert b"canarywithdrawn" in as_moderator.get(case.get_absolute_url()).content


def test_the_thread_around_shows_what_members_read(
    as_moderator: Client, opening: Post, guideline: Guideline, hidden: Post
) -> None:
    case = report(make_reply(opening), guideline).case
    assert b"canaryhidden" not in as_moderator.get(case.get_absolute_url()).content


def test_private_words_are_shut_when_all_is_done(
    as_moderator: Client, as_admin: Client, opening: Post, moderator: Member, log_in: Any
) -> None:
    case = report(make_reply(opening), None).case
    write_care_note(by=moderator, case=case, words="canarycare", token=uuid.uuid4())
    assert b"canarycare" in as_admin.get(case.get_absolute_url()).content
    decide(case, moderator, None, outcome="no_action")
    assert b"canarycare" in as_admin.get(case.get_absolute_url()).content  # steps are open
    for step in case.steps.all():
        do_step(moderator=moderator, step=step, words="Said here.")
    assert b"canarycare" not in as_admin.get(case.get_absolute_url()).content
    address = reverse("moderation:look_in_case", args=[case.pk])
    as_admin.post(address, {"reason": "To follow up."})
    assert b"canarycare" in as_admin.get(case.get_absolute_url()).content
    assert Access.objects.get().what == "private"


def test_the_admin_pages_show_no_reported_words(
    as_admin: Client, opening: Post, guideline: Guideline, moderator: Member
) -> None:
    filed = report(make_reply(opening, text="canaryhidden"), guideline)
    decision = decide(filed.case, moderator, guideline)
    for name, pk in (("case", filed.case_id), ("report", filed.pk), ("decision", decision.pk)):
        page = as_admin.get(reverse(f"admin:moderation_{name}_change", args=[pk]))
        assert page.status_code == 200
        assert b"canaryhidden" not in page.content


def test_the_page_keeps_the_look_of_the_device(
    as_moderator: Client, opening: Post, guideline: Guideline, moderator: Member
) -> None:
    case = report(make_reply(opening), guideline).case
    as_moderator.cookies["appearance"] = "dark.large"
    assert b'data-theme="dark"' in as_moderator.get(case.get_absolute_url()).content
    decide(case, moderator, guideline)
    page = as_moderator.get(case.get_absolute_url()).content
    assert b"Nobody else reads these words" in page
    assert b'data-theme="dark"' in page
