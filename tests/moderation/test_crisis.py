"""A worry about a person: steps, a private word, who is on duty, and misuse."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.exceptions import ActionDenied, RateLimited
from accounts.models import Member
from forums.models import Post, Topic
from guidance.models import Guideline, HelpLine
from moderation.actions.crisis import alert_late_steps, mark_misused, write_care_note
from moderation.models import CareNote, Case, CaseLogEntry, Duty, Report, Step
from notifications.models import Notice, OutboxEmail
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report
from tests.sessions import show_second_factor

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
    assert CaseLogEntry.objects.filter(case=case, kind="step").count() == 1
    assert Case.objects.get().looked_at is not None
    assert as_moderator.post(address, {"words": "x" * 3000}).status_code == 302


def test_who_is_on_duty_is_rung(reply: Post, moderator: Member, admin: Member) -> None:
    on_duty(admin)
    case = worry(reply)
    rung = Notice.objects.filter(kind="worry_waits")
    assert [notice.member for notice in rung] == [admin]
    assert rung.get().link == case.get_absolute_url()
    assert OutboxEmail.objects.filter(member=admin).exists()


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
    assert OutboxEmail.objects.filter(member=moderator).count() == 2
    # Nobody else reads a word of it.
    assert as_member.get(notice.link).status_code == 404
    empty = as_other.post(notice.link, {"words": "", "token": str(uuid.uuid4())})
    assert empty.status_code == 422


def test_care_is_for_worries_and_by_the_team(
    reply: Post, guideline: Guideline, moderator: Member, member: Member
) -> None:
    case = report(reply, guideline).case
    for who in (moderator, member, reply.author):
        with pytest.raises(ActionDenied):
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
    with pytest.raises(ActionDenied):
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
    show_second_factor(client)
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
    with pytest.raises(ActionDenied, match="no complaint"):
        decide(case, moderator, guideline, outcome=outcome, days=3)
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert f'value="{outcome}"' not in page
    # Somebody complained as well: then it is judged like any other post.
    report(reply, guideline)
    if outcome in {"hide", "warn"}:
        assert decide(case, moderator, guideline, outcome=outcome).pk


def test_a_late_step_rings_once(reply: Post, moderator: Member) -> None:
    case = worry(reply)
    assert alert_late_steps() == 0
    Step.objects.filter(kind="look").update(due_at=NOW - timedelta(minutes=1))
    assert alert_late_steps() == 1
    assert alert_late_steps() == 0
    notice = Notice.objects.get(member=moderator, kind="step_late")
    assert notice.link == case.get_absolute_url()
    assert OutboxEmail.objects.filter(member=moderator).count() == 2


def decided_worry(reply: Post, moderator: Member) -> Case:
    """A worry that is over: somebody wrote to the person, and the case is decided."""
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="How are you?", token=uuid.uuid4())
    decide(case, moderator, None, outcome="no_action")
    OutboxEmail.objects.all().delete()
    Notice.objects.exclude(member=reply.author).delete()
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("words", "card"),
    [
        ("I have taken them now. Goodbye.", "very hard to carry"),
        ("I want to end my life.", "very hard to carry"),
        ("Thank you, I am better.", "ring the emergency number now"),
    ],
)
def test_an_answer_opens_a_decided_worry_again_and_rings(
    log_in: Any, reply: Post, moderator: Member, admin: Member, words: str, card: str
) -> None:
    case = decided_worry(reply, moderator)
    on_duty(admin)
    person = log_in(reply.author)
    address = reverse("moderation:care", args=[case.pk])
    person.post(address, {"words": words, "token": str(uuid.uuid4())})
    case.refresh_from_db()
    assert (case.status, case.is_worry, case.kind) == ("open", True, "worry")
    older = [make_topic(author=reply.author) for _ in range(3)]
    for post in older:
        worry(post)
    Case.objects.exclude(pk=case.pk).update(review_due_at=timezone.now() - timedelta(hours=3))
    assert Case.objects.waiting().first() == case, "before worries that have waited longer"
    assert case.steps.filter(done_at=None).count() == 4
    assert Notice.objects.filter(kind="care_answered", member=admin).exists()
    assert OutboxEmail.objects.filter(member=admin, subject__startswith="worry:").exists()
    page = person.get(address).content.decode()
    assert card in page
    assert page.index(card) < page.index(words)
    assert card not in person.get(address).content.decode(), "said once"


def test_answers_in_a_row_ring_each_time_and_are_mailed_with_measure(
    reply: Post, moderator: Member
) -> None:
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="How are you?", token=uuid.uuid4())
    OutboxEmail.objects.all().delete()
    for words in ("Not well.", "I slept.", "I want to die."):
        write_care_note(by=reply.author, case=case, words=words, token=uuid.uuid4())
    assert Notice.objects.filter(kind="care_answered", member=moderator).count() == 3
    urgent = CareNote.objects.get(words="I want to die.")
    subjects = set(OutboxEmail.objects.filter(member=moderator).values_list("subject", flat=True))
    assert f"worry:care:{urgent.pk}" in subjects
    slept = CareNote.objects.get(words="I slept.")
    assert f"worry:care:{slept.pk}" not in subjects


def test_the_first_private_word_is_mailed_and_says_nothing(reply: Post, moderator: Member) -> None:
    case = worry(reply)
    for words in ("How are you?", "I am here until ten."):
        write_care_note(by=moderator, case=case, words=words, token=uuid.uuid4())
    letter = OutboxEmail.objects.get(member=reply.author)
    assert letter.link == reverse("notifications:notices")
    assert Notice.objects.filter(member=reply.author, kind="care").count() == 2
    write_care_note(by=reply.author, case=case, words="Better.", token=uuid.uuid4())
    write_care_note(by=moderator, case=case, words="Good.", token=uuid.uuid4())
    assert OutboxEmail.objects.filter(member=reply.author).count() == 2


def test_thirty_worries_of_one_member_are_three_mails(topic: Topic, moderator: Member) -> None:
    worried = MemberFactory()
    opening = topic.posts.get(number=1)
    for _n in range(20):
        report(make_reply(opening), None, worried)
    assert OutboxEmail.objects.filter(member=moderator).count() == 3
    assert Case.objects.filter(is_worry=True).count() == 20
    with pytest.raises(RateLimited):
        report(make_reply(opening), None, worried)
    assert Case.objects.count() == 20
    # Somebody else is heard all the same.
    report(make_reply(opening), None, MemberFactory())
    assert OutboxEmail.objects.filter(member=moderator).count() == 4


def test_too_many_reports_keep_the_words(as_member: Client, topic: Topic, member: Member) -> None:
    opening = topic.posts.get(number=1)
    for _n in range(20):
        report(make_reply(opening), None, member)
    address = reverse("moderation:report", args=[make_reply(opening).pk])
    answer = as_member.post(address, {"reason": "worried", "words": "Kept, please."})
    assert answer.status_code == 429
    assert b"Kept, please." in answer.content


@pytest.mark.parametrize("is_about_them", [True, False])
def test_who_cannot_act_is_not_rung_alone(
    topic: Topic, moderator: Member, admin: Member, is_about_them: bool
) -> None:
    on_duty(moderator)
    opening = topic.posts.get(number=1)
    case = worry(make_reply(opening, author=moderator)) if is_about_them else None
    case = case or worry(make_reply(opening), by=moderator)
    rung = Notice.objects.filter(kind="worry_waits")
    assert [notice.member for notice in rung] == [admin]
    assert list(OutboxEmail.objects.values_list("member", flat=True)) == [admin.pk]
    assert case.is_worry


def test_one_form_with_other_words_is_another_note(
    as_other: Client, as_member: Client, reply: Post, moderator: Member
) -> None:
    """After “Back” a form has the token of what was sent."""
    case = worry(reply)
    theirs = write_care_note(by=moderator, case=case, words="How are you?", token=uuid.uuid4())
    address, token = reverse("moderation:care", args=[case.pk]), str(uuid.uuid4())
    for words in ("Thank you.", "I have taken them now. Goodbye.", "Thank you."):
        assert as_other.post(address, {"words": words, "token": token}).status_code == 302
    as_other.post(address, {"words": "Another.", "token": str(theirs.token)})
    assert list(case.care_notes.values_list("words", flat=True)) == [
        "How are you?", "Thank you.", "I have taken them now. Goodbye.", "Another.",
    ]  # fmt: skip


def test_many_answers_are_mailed_with_measure(reply: Post, moderator: Member) -> None:
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="How are you?", token=uuid.uuid4())
    OutboxEmail.objects.all().delete()
    for n in range(10):
        write_care_note(by=reply.author, case=case, words=f"I want to die {n}", token=uuid.uuid4())
    assert 1 <= OutboxEmail.objects.filter(member=moderator).count() <= 6


def test_complaints_do_not_use_up_worries(
    topic: Topic, moderator: Member, guideline: Guideline
) -> None:
    busy = MemberFactory()
    opening = topic.posts.get(number=1)
    for _n in range(20):
        report(make_reply(opening), guideline, busy)
    with pytest.raises(RateLimited):
        report(make_reply(opening), guideline, busy)
    assert worry(make_reply(opening), busy).is_worry


@pytest.mark.parametrize("words", ["\u200b", "\u3164", "\u0301"])
def test_nothing_to_be_seen_is_no_answer(
    as_other: Client, reply: Post, moderator: Member, words: str
) -> None:
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="How are you?", token=uuid.uuid4())
    address = reverse("moderation:care", args=[case.pk])
    answer = as_other.post(address, {"words": words, "token": str(uuid.uuid4())})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "words",
    ["I took them all.", "I did it. Tell my mum I love her.", "It is done. Sorry.",
     "no one can help. bye", "It's too late.", "Don't look for me."],
)  # fmt: skip
def test_few_words_say_a_lot_to_who_asked(
    log_in: Any, reply: Post, moderator: Member, words: str
) -> None:
    case = worry(reply)
    write_care_note(by=moderator, case=case, words="Are you safe?", token=uuid.uuid4())
    write_care_note(by=reply.author, case=case, words="Hello.", token=uuid.uuid4())
    OutboxEmail.objects.all().delete()
    person = log_in(reply.author)
    address = reverse("moderation:care", args=[case.pk])
    person.post(address, {"words": words, "token": str(uuid.uuid4())})
    assert "very hard to carry" in person.get(address).content.decode()
    assert case.entries.filter(kind="heard").exists()
    assert OutboxEmail.objects.filter(member=moderator).exists()


def test_who_says_more_of_a_worry_is_heard_again(
    as_member: Client, reply: Post, moderator: Member
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    as_member.post(address, {"reason": "worried", "words": "He may die of this."})
    OutboxEmail.objects.all().delete()
    Notice.objects.filter(member=moderator).delete()
    case = Case.objects.get()
    for words in ("die", "He wrote me that he has taken all his tablets."):
        as_member.post(address, {"reason": "worried", "words": words})
        told = Notice.objects.filter(member=moderator, kind="worry_waits")
        assert told.exists()
        assert OutboxEmail.objects.filter(member=moderator).exists()
        again = Case.objects.get()
        assert again.version > case.version, "whoever read it reads it again"
        case = again
        OutboxEmail.objects.all().delete()
        told.delete()
    assert case.entries.filter(kind="reported").count() == 3
    # Sent twice is said once.
    as_member.post(address, {"reason": "worried", "words": "die"})
    assert Case.objects.get().version == case.version
    assert case.reports.get().words.split("\n\n") == [
        "He may die of this.", "die", "He wrote me that he has taken all his tablets.",
    ]  # fmt: skip


def test_words_of_a_report_are_never_cut(as_member: Client, reply: Post) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    answers = [
        as_member.post(address, {"reason": "worried", "words": f"{n}{'x' * 1900}"})
        for n in range(7)
    ]
    kept = Case.objects.get().reports.get().words
    assert [f"{n}xxx" in kept for n in range(7)] == [True] * 5 + [False] * 2
    assert answers[4].status_code == 302
    page = answers[5].content.decode()
    assert answers[5].status_code == 429
    assert "emergency number" in page
    assert "5xxx" in page, "the words stay in the form"
