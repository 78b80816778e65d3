"""What a moderator notices by themselves is decided on a case, like everything else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.exceptions import ActionDenied
from accounts.models import Member, StatusChange
from forums.models import Post, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.actions.account_status import change_standing
from moderation.actions.claiming import claim_case, claim_next, open_case, return_lapsed
from moderation.models import CareSettings, Case, Decision, Duty
from moderation.permissions import check_claim
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import appeal, decide, report


def test_a_topic_is_closed_with_a_guideline_and_a_reason(
    as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:open_case_of_topic", args=[opening.topic_id])
    assert address in as_moderator.get(opening.topic.get_absolute_url()).content.decode()
    page = as_moderator.post(address)
    case = Case.objects.get()
    assert (page["Location"], case.kind, case.post) == (
        case.get_absolute_url(), "noticed", opening,
    )  # fmt: skip
    words = {"outcome": "close", "guideline": guideline.pk, "reason": "It went round in circles.",
             "version": str(case.version)}  # fmt: skip
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 302
    opening.topic.refresh_from_db()
    assert opening.topic.status == "closed"
    assert Decision.objects.get().reason == "It went round in circles."
    # Opening it again takes nothing from anybody.
    reopen = reverse("forums:reopen", args=[opening.topic_id])
    assert reopen in as_moderator.get(opening.topic.get_absolute_url()).content.decode()
    as_moderator.post(reopen)
    opening.topic.refresh_from_db()
    assert opening.topic.status == "open"


def test_a_decided_case_is_opened_again(
    as_moderator: Client, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    decide(case, moderator, guideline, outcome="warn")
    as_moderator.post(reverse("moderation:open_case", args=[reply.pk]))
    case.refresh_from_db()
    assert (case.status, case.kind, case.holder) == ("open", "noticed", moderator)
    decide(case, moderator, guideline, outcome="hide")
    assert case.decisions.count() == 2


def test_an_open_case_is_joined(
    as_moderator: Client, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    as_moderator.post(reverse("moderation:open_case", args=[reply.pk]))
    case.refresh_from_db()
    assert (case.kind, case.reports_count, case.holder) == ("report", 1, moderator)


def test_not_by_everybody(
    as_member: Client, as_moderator: Client, moderator: Member, reply: Post
) -> None:
    address = reverse("moderation:open_case", args=[reply.pk])
    assert as_member.post(address).status_code == 404
    assert as_moderator.get(address).status_code == 405
    own = make_reply(reply, author=moderator)
    answer = as_moderator.post(reverse("moderation:open_case", args=[own.pk]))
    assert answer.status_code == 403
    limited = MemberFactory(role="moderator", moderated_board_ids=[0])
    with pytest.raises(ActionDenied):
        open_case(moderator=limited, post=reply)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "reason", "named"),
    [("ban", "Because.", False), ("hide", " ", True), ("close", "Because.", False),
     ("no_action", "", False)],
)  # fmt: skip
def test_no_decision_without_reason_or_guideline(
    reply: Post, moderator: Member, guideline: Guideline, outcome: str, reason: str, named: bool
) -> None:
    case = report(reply, guideline).case
    with pytest.raises(ActionDenied):
        decide(case, moderator, guideline if named else None, outcome=outcome, reason=reason)
    assert not Decision.objects.exists()


# Who is part of a case


def test_who_reported_it_judges_neither_it_nor_its_appeal(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    reporter = MemberFactory(role="moderator")
    case = report(reply, guideline, reporter).case
    decision = decide(case, moderator, guideline)
    again = appeal(decision, reply.author)
    case.refresh_from_db()
    for each in (case, again):
        with pytest.raises(ActionDenied, match="reported this yourself"):
            check_claim(reporter, each)
    assert not Case.objects.free_for(reporter).exists()
    assert Case.objects.for_moderator(reporter).get(pk=again.pk).is_part
    assert Case.objects.free_for(MemberFactory(role="moderator")).get() == again


# A claim that runs out


def test_a_lapsed_claim_is_no_look(reply: Post, guideline: Guideline, moderator: Member) -> None:
    case = report(reply, None).case
    claim_case(moderator=moderator, case=case)
    assert return_lapsed() == 0
    long_ago = timezone.now() - timedelta(hours=2)
    Case.objects.filter(pk=case.pk).update(claimed_until=long_ago, review_due_at=long_ago)
    before = Event.objects.filter(room="moderators").count()
    assert return_lapsed() == 1
    assert return_lapsed() == 0
    case.refresh_from_db()
    assert (case.looked_at, case.claimed_by, case.is_late) == (None, None, True)
    assert Event.objects.filter(room="moderators").count() == before + 1


def test_the_next_claim_after_a_lapsed_one_is_the_first_look(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    case = report(reply, guideline).case
    claim_case(moderator=moderator, case=case)
    long_ago = timezone.now() - timedelta(hours=2)
    Case.objects.filter(pk=case.pk).update(claimed_until=long_ago, looked_at=long_ago)
    found = claim_next(moderator=MemberFactory(role="moderator"))
    assert found is not None
    found.refresh_from_db()
    assert found.looked_at is not None
    assert found.looked_at > long_ago + timedelta(hours=1)


def test_an_appeal_about_a_worry_is_hard_too(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    worry = report(reply, None).case
    Case.objects.filter(pk=worry.pk).update(is_worry=True)
    decision = decide(worry, moderator, guideline, outcome="fold", warning="ways")
    appeal(decision, reply.author)
    tired = MemberFactory(role="moderator")
    CareSettings.objects.create(moderator=tired, hard_cases_a_day=0)
    assert claim_next(moderator=tired) is None
    assert claim_next(moderator=MemberFactory(role="moderator")) is not None


# Scope


def test_on_duty_for_this_board(
    as_member: Client, opening: Post, moderator: Member, guideline: Guideline
) -> None:
    elsewhere = make_topic()
    keeper = MemberFactory(role="moderator", moderated_board_ids=[opening.topic.board_id])
    now = timezone.now()
    Duty.objects.create(member=keeper, starts_at=now, ends_at=now + timedelta(hours=2))

    def says(post: Post) -> bool:
        page = as_member.get(reverse("moderation:report", args=[post.pk])).content.decode()
        return "Somebody from the team looks in" in page

    assert says(opening)
    assert not says(elsewhere)
    # A page of no board promises nobody who only looks after one.
    assert "At the moment somebody" not in as_member.get(reverse("guidance:help")).content.decode()


def test_the_filter_names_their_boards(log_in: Any, opening: Post) -> None:
    away = make_topic().topic.board
    keeper = MemberFactory(role="moderator", moderated_board_ids=[opening.topic.board_id])
    page = log_in(keeper).get(reverse("moderation:queue")).content.decode()
    assert f'value="{opening.topic.board.slug}"' in page
    assert f'value="{away.slug}"' not in page


def test_the_topic_itself_is_untouched_by_looking(as_moderator: Client, topic: Topic) -> None:
    as_moderator.post(reverse("moderation:open_case_of_topic", args=[topic.pk]))
    topic.refresh_from_db()
    assert topic.status == "open"


def test_what_rang_of_other_boards_goes_with_the_limit(
    opening: Post, moderator: Member, admin: Member
) -> None:
    theirs, others = report(make_reply(opening), None).case, report(make_topic(), None).case
    links = Notice.objects.shown().filter(member=moderator, kind="worry_waits")
    assert set(links.values_list("link", flat=True)) == {
        theirs.get_absolute_url(), others.get_absolute_url(),
    }  # fmt: skip
    change_standing(
        member=moderator, by=admin, kind=StatusChange.Kind.BOARDS, reason="Less to do.",
        boards=[opening.topic.board],
    )  # fmt: skip
    assert set(links.values_list("link", flat=True)) == {theirs.get_absolute_url()}


def test_other_cases_of_the_topic_are_named(
    as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    first = report(make_reply(opening), guideline).case
    second = report(make_reply(opening), guideline).case
    elsewhere = report(make_topic(), guideline).case
    page = as_moderator.get(first.get_absolute_url()).content.decode()
    assert second.get_absolute_url() in page
    assert elsewhere.get_absolute_url() not in page
