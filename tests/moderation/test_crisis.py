"""A worry about a person: steps, a private word, who is on duty, and misuse."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.access import Refused
from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline, HelpLine
from moderation.actions.crisis import mark_misused, ring_late_steps, write_care_note
from moderation.models import CareNote, Case, Duty, Entry, Report, Step
from notifications.models import Letter, Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report

NOW = timezone.now()


def worry(post: Post, by: Member | None = None) -> Case:
    return report(post, None, by).case


def on_duty(member: Member, hours: int = 2) -> Duty:
    now = timezone.now()
    return Duty.objects.create(
        member=member, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=hours)
    )


def test_a_worry_opens_the_lane_and_its_steps(as_moderator: Client, reply: Post) -> None:
    case = worry(reply)
    assert case.is_worry
    assert list(case.steps.values_list("kind", flat=True)) == [
        "look", "reach_out", "follow_up", "hand_over",
    ]  # fmt: skip
    reply.refresh_from_db()
    assert reply.is_published
    worry(reply)
    assert case.steps.count() == 4, "a second worry is the same protocol"
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "Reach out: write to the person" in page
    assert "Nobody&#x27;s post is taken down" in page or "Nobody's post is taken down" in page


def test_steps_are_done_once_and_late_is_said(
    as_moderator: Client, as_admin: Client, reply: Post, moderator: Member
) -> None:
    case = worry(reply)
    step = case.steps.get(kind="look")
    Step.objects.filter(pk=step.pk).update(due_at=NOW - timedelta(hours=1))
    assert "(late)" in as_moderator.get(case.get_absolute_url()).content.decode()
    address = reverse("moderation:step", args=[step.pk])
    as_moderator.post(address, {"words": "She has a friend with her."})
    as_admin.post(address, {"words": "Me too."})
    step.refresh_from_db()
    assert (step.done_by, step.note) == (moderator, "She has a friend with her.")
    assert Entry.objects.filter(case=case, kind="step").count() == 1
    assert Case.objects.get().looked_at is not None
    assert as_moderator.post(address, {"words": "x" * 3000}).status_code == 302


def test_who_is_on_duty_is_rung(reply: Post, moderator: Member, admin: Member) -> None:
    on_duty(admin)
    case = worry(reply)
    rung = Notice.objects.filter(kind="worry_waits")
    assert [notice.member for notice in rung] == [admin]
    assert rung.get().link == case.get_absolute_url()
    assert Letter.objects.filter(member=admin).exists()


def test_when_nobody_is_on_duty_the_whole_team_is_rung(
    reply: Post, moderator: Member, admin: Member
) -> None:
    Duty.objects.create(
        member=admin, starts_at=NOW - timedelta(hours=5), ends_at=NOW - timedelta(hours=1)
    )
    worry(reply)
    rung = set(Notice.objects.filter(kind="worry_waits").values_list("member", flat=True))
    assert rung == {moderator.pk, admin.pk}


@pytest.mark.parametrize("somebody", [True, False])
def test_pages_say_honestly_whether_somebody_is_there(
    visitor: Client, as_member: Client, reply: Post, moderator: Member, somebody: bool
) -> None:
    if somebody:
        on_duty(moderator)
    nobody = "nobody from the team is on duty"
    for client in (visitor, as_member):
        page = client.get(reverse("guidance:help")).content.decode().lower()
        assert (nobody in page) != somebody
    page = as_member.get(reverse("moderation:report", args=[reply.pk])).content.decode().lower()
    assert (nobody in page) != somebody


def test_reaching_out_and_an_answer(
    as_moderator: Client, as_other: Client, as_member: Client, reply: Post, moderator: Member
) -> None:
    case = worry(reply)
    assert as_other.get(reverse("moderation:care", args=[case.pk])).status_code == 404
    page = as_moderator.get(case.get_absolute_url())
    assert "I would like to listen" in page.context["care_form"].initial["words"]
    words = {"words": "I read what you wrote.", "token": str(uuid.uuid4())}
    address = reverse("moderation:reach_out", args=[case.pk])
    for _ in range(2):
        assert as_moderator.post(address, words).status_code == 302
    assert CareNote.objects.count() == 1
    notice = Notice.objects.get(member=reply.author, kind="care")
    page = as_other.get(notice.link).content.decode()
    assert "I read what you wrote." in page
    assert HelpLine.objects.first().phone in page
    assert "You have done nothing wrong." in page
    answer = {"words": "Thank you. Tonight is bad.", "token": str(uuid.uuid4())}
    assert as_other.post(notice.link, answer).status_code == 302
    assert "Tonight is bad." in as_moderator.get(case.get_absolute_url()).content.decode()
    assert Notice.objects.get(kind="care_answered").member == moderator
    # Nobody else reads a word of it.
    assert as_member.get(notice.link).status_code == 404
    empty = as_other.post(notice.link, {"words": "", "token": str(uuid.uuid4())})
    assert empty.status_code == 422


def test_care_is_for_worries_and_by_the_team(
    reply: Post, guideline: Guideline, moderator: Member, member: Member
) -> None:
    case = report(reply, guideline).case
    for who in (moderator, member, reply.author):
        with pytest.raises(Refused):
            write_care_note(by=who, case=case, words="x", token=uuid.uuid4())


def test_a_suspended_person_can_still_answer(log_in: Any, reply: Post, moderator: Member) -> None:
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="Hello.", token=uuid.uuid4())
    Member.objects.filter(pk=reply.author_id).update(suspended_until=NOW + timedelta(days=5))
    client = log_in(Member.objects.get(pk=reply.author_id))
    address = reverse("moderation:care", args=[case.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"words": "Hi.", "token": str(uuid.uuid4())}).status_code == 302


def test_care_notes_are_never_changed(reply: Post, moderator: Member) -> None:
    note = write_care_note(by=moderator, case=worry(reply), words="Hello.", token=uuid.uuid4())
    with pytest.raises(IntegrityError), transaction.atomic():
        CareNote.objects.filter(pk=note.pk).update(words="Other.")
    with pytest.raises(IntegrityError), transaction.atomic():
        CareNote.objects.filter(pk=note.pk)._raw_delete("default")


def test_misuse_has_its_consequence(
    as_moderator: Client, log_in: Any, opening: Post, moderator: Member
) -> None:
    spiteful = MemberFactory()
    for number in range(3):
        case = worry(make_reply(opening), spiteful)
        # Twice it was marked; the third is read, but rings nobody and stands in no lane.
        assert case.is_worry == (number < 2), number
        if number < 2:
            filed = case.reports.get()
            address = reverse("moderation:misused", args=[filed.pk])
            as_moderator.post(address)
            as_moderator.post(address)
    assert Notice.objects.filter(member=spiteful, kind="report_misused").count() == 2
    page = log_in(spiteful).get(reverse("moderation:my_report", args=[filed.pk])).content.decode()
    assert "please keep it for when you are" in page
    assert Case.objects.filter(is_worry=False).get().kind == "report"


def test_reports_under_a_guideline_are_never_misuse(
    as_moderator: Client, reply: Post, guideline: Guideline, moderator: Member, member: Member
) -> None:
    filed = report(reply, guideline)
    assert as_moderator.post(reverse("moderation:misused", args=[filed.pk])).status_code == 404
    with pytest.raises(Refused):
        mark_misused(moderator=member, report=filed)
    assert not Report.objects.filter(is_misuse=True).exists()


def test_the_rota(as_moderator: Client, as_admin: Client, moderator: Member) -> None:
    address = reverse("moderation:duty")
    tomorrow = timezone.localtime() + timedelta(days=1)
    form = "%Y-%m-%dT%H:%M"
    words = {"starts_at": tomorrow.strftime(form)}
    for ends in ("", "x", words["starts_at"], (tomorrow + timedelta(days=9)).strftime(form)):
        assert as_moderator.post(address, {**words, "ends_at": ends}).status_code == 422
    ends_at = (tomorrow + timedelta(hours=3)).strftime(form)
    assert as_moderator.post(address, {**words, "ends_at": ends_at}).status_code == 302
    time = Duty.objects.get()
    assert (time.member, time.ends_at - time.starts_at) == (moderator, timedelta(hours=3))
    off = reverse("moderation:off_duty", args=[time.pk])
    colleague = MemberFactory(role="moderator")
    client = Client()
    client.force_login(colleague)
    assert client.post(off, secure=True).status_code == 403
    assert as_admin.post(off).status_code == 302
    assert not Duty.objects.exists()


def test_a_decided_worry_that_comes_again_begins_anew(reply: Post, moderator: Member) -> None:
    case = worry(reply)
    for step in case.steps.all():
        Step.objects.filter(pk=step.pk).update(done_at=NOW, done_by=moderator)
    decide(case, moderator, None, outcome="no_action")
    worry(reply)
    assert case.steps.filter(done_at=None).count() == 4


@pytest.mark.parametrize("who", ["visitor", "as_member", "as_other"])
def test_only_the_team_sees_the_lane(request: pytest.FixtureRequest, reply: Post, who: str) -> None:
    case = worry(reply)
    client: Client = request.getfixturevalue(who)
    step = case.steps.first()
    assert step is not None
    for address in (
        reverse("moderation:reach_out", args=[case.pk]),
        reverse("moderation:step", args=[step.pk]),
        reverse("moderation:misused", args=[case.reports.get().pk]),
        reverse("moderation:duty"),
    ):
        assert client.post(address, {"words": "x"}).status_code in {302, 404}
    assert not CareNote.objects.exists()
    assert not Step.objects.exclude(done_at=None).exists()


def test_who_reported_and_is_worried_now_is_heard(
    as_member: Client, reply: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    as_member.post(address, {"reason": guideline.pk, "words": "Not kind."})
    as_member.post(address, {"reason": guideline.pk, "words": "And again."})
    case = Case.objects.get()
    assert case.reports.get().words == "Not kind.\n\nAnd again."
    assert not case.is_worry
    answer = as_member.post(address, {"reason": "worried", "words": "It sounds like goodbye."})
    case.refresh_from_db()
    assert case.is_worry
    assert case.steps.count() == 4
    assert case.reports.count() == 2
    assert "If you are worried right now" in as_member.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("how", ["release", "pass"])
def test_giving_it_back_is_no_look(as_moderator: Client, reply: Post, how: str) -> None:
    case = worry(reply)
    as_moderator.post(reverse("moderation:claim", args=[case.pk]))
    assert Case.objects.get().looked_at is not None
    as_moderator.post(reverse(f"moderation:{how}", args=[case.pk]))
    assert Case.objects.get().looked_at is None


def test_steps_stay_in_sight_after_the_decision(
    as_moderator: Client, as_other: Client, reply: Post, moderator: Member
) -> None:
    case = worry(reply)
    decide(case, moderator, None, outcome="no_action")
    page = as_moderator.get(reverse("moderation:queue")).content.decode()
    assert "Still to be done for a person" in page
    assert page.count("by <time") >= 4


def test_reaching_out_is_said_how(as_moderator: Client, reply: Post) -> None:
    case = worry(reply)
    step = case.steps.get(kind="reach_out")
    address = reverse("moderation:step", args=[step.pk])
    assert as_moderator.post(address, {"words": ""}).status_code == 403
    assert as_moderator.post(address, {"words": "In the topic."}).status_code == 302


@pytest.mark.parametrize("outcome", ["hide", "warn", "close", "restrict", "ban", "move"])
def test_nothing_is_taken_from_somebody_for_sounding_desperate(
    as_moderator: Client, reply: Post, guideline: Guideline, moderator: Member, outcome: str
) -> None:
    case = worry(reply)
    with pytest.raises(Refused, match="no complaint"):
        decide(case, moderator, guideline, outcome=outcome, days=3)
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert f'value="{outcome}"' not in page
    # Somebody complained as well: then it is judged like any other post.
    report(reply, guideline)
    if outcome in {"hide", "warn"}:
        assert decide(case, moderator, guideline, outcome=outcome).pk


def test_a_late_step_rings_once(reply: Post, moderator: Member) -> None:
    case = worry(reply)
    assert ring_late_steps() == 0
    Step.objects.filter(kind="look").update(due_at=NOW - timedelta(minutes=1))
    assert ring_late_steps() == 1
    assert ring_late_steps() == 0
    notice = Notice.objects.get(member=moderator, kind="step_late")
    assert notice.link == case.get_absolute_url()
    assert Letter.objects.filter(member=moderator).count() == 2
