"""Moderators are people: covered cases, enough for a day, passing on, a buddy, two questions."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.claiming import claim_case, claim_next, give_back
from moderation.actions.moderator_wellbeing import pass_on, save_care_settings
from moderation.models import CareSettings, CaseLogEntry, CaseSkip, CheckIn
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import report


def settle_on(moderator: Member, **more: Any) -> None:
    words = {"hard_cases_a_day": 5, "is_blurred": True, "buddy": None, **more}
    save_care_settings(moderator=moderator, **words)


def test_hard_cases_are_covered_until_opened(
    as_moderator: Client, moderator: Member, opening: Post, guideline: Guideline
) -> None:
    cover = "Open it when you are ready"
    hard = report(make_reply(opening, text="I cannot do this."), None).case
    other = report(make_reply(opening), guideline).case
    assert cover in as_moderator.get(hard.get_absolute_url()).content.decode()
    assert cover not in as_moderator.get(other.get_absolute_url()).content.decode()
    settle_on(moderator, is_blurred=False)
    assert cover not in as_moderator.get(hard.get_absolute_url()).content.decode()


def test_enough_for_today(moderator: Member, opening: Post, guideline: Guideline) -> None:
    settle_on(moderator, hard_cases_a_day=1)
    first, second = (report(make_reply(opening), None).case for _ in range(2))
    mild = report(make_reply(opening), guideline).case
    got = claim_next(moderator=moderator)
    assert got is not None
    assert got.pk == first.pk
    # What one is in the middle of stays one's own.
    assert claim_next(moderator=moderator).pk == first.pk
    give_back(moderator=moderator, case=first)
    assert claim_next(moderator=moderator).pk == mild.pk
    # By hand everything can be taken on; and others get it.
    assert claim_case(moderator=moderator, case=second).pk == second.pk
    assert claim_next(moderator=MemberFactory(role="moderator")).pk == first.pk


def test_zero_hard_cases_means_none(moderator: Member, opening: Post) -> None:
    settle_on(moderator, hard_cases_a_day=0)
    report(make_reply(opening), None)
    assert claim_next(moderator=moderator) is None


def test_passing_on_asks_nothing_and_tells_nobody(
    as_moderator: Client, as_admin: Client, moderator: Member, reply: Post
) -> None:
    case = report(reply, None).case
    claim_case(moderator=moderator, case=case)
    entries = CaseLogEntry.objects.count()
    as_moderator.post(reverse("moderation:pass", args=[case.pk]))
    as_moderator.post(reverse("moderation:pass", args=[case.pk]))
    assert CaseSkip.objects.count() == 1
    assert CaseLogEntry.objects.count() == entries
    case.refresh_from_db()
    assert case.holder is None
    assert claim_next(moderator=moderator) is None
    page = as_admin.get(case.get_absolute_url()).content.decode()
    assert "passed" not in page.lower().replace("pass it on", "")
    assert claim_next(moderator=MemberFactory(role="admin")) is not None


def test_a_buddy_is_told_that_company_would_be_good(
    as_moderator: Client, moderator: Member, member: Member
) -> None:
    address = reverse("moderation:buddy")
    assert as_moderator.post(address).status_code == 403
    friend = MemberFactory(role="moderator", pseudonym="gull")
    form = {"hard_cases_a_day": 3, "is_blurred": "on"}
    page = reverse("moderation:myself")
    for nobody in (member.pk, moderator.pk):
        assert as_moderator.post(page, {**form, "buddy": nobody}).status_code == 422
    assert as_moderator.post(page, {**form, "buddy": friend.pk}).status_code == 302
    as_moderator.post(address)
    assert Notice.objects.get(member=friend).sentence == "lighthouse could do with some company"
    settings = CareSettings.objects.get()
    assert (settings.hard_cases_a_day, settings.buddy) == (3, friend)


@pytest.mark.parametrize("number", ["", "x", "-1", "51", "99999999999"])
def test_odd_numbers_are_a_form_error(as_moderator: Client, number: str) -> None:
    answer = as_moderator.post(reverse("moderation:myself"), {"hard_cases_a_day": number})
    assert answer.status_code == 422


def test_two_questions_after_a_hard_case_for_oneself_alone(
    as_moderator: Client, as_admin: Client, as_member: Client, moderator: Member, reply: Post
) -> None:
    case = report(reply, None).case
    words = {"outcome": "no_action", "reason": "Looked after.", "version": case.version}
    answer = as_moderator.post(case.get_absolute_url(), words)
    assert answer["Location"] == reverse("moderation:after")
    address = answer["Location"]
    assert as_moderator.get(address).status_code == 200
    assert as_moderator.post(address, {"weight": 9, "energy": 1}).status_code == 422
    heavy = as_moderator.post(address, {"weight": 5, "energy": 2}).content.decode()
    assert "You can stop for today" in heavy
    light = as_moderator.post(address, {"weight": 1, "energy": 5}).content.decode()
    assert "You can stop for today" not in light
    assert CheckIn.objects.filter(moderator=moderator).count() == 2
    own = reverse("moderation:myself")
    assert "heavy 5 of 5" in as_moderator.get(own).content.decode()
    assert "of 5" not in as_admin.get(own).content.decode()
    for name in ("myself", "after"):
        assert as_member.get(reverse(f"moderation:{name}")).status_code == 404


def test_nobody_passes_on_what_is_not_theirs_to_judge(moderator: Member, opening: Post) -> None:
    from accounts.exceptions import ActionDenied

    own = report(make_reply(opening), None, moderator).case
    with pytest.raises(ActionDenied):
        pass_on(moderator=moderator, case=own)
