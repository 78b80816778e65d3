"""Another look gives back what one decision took, and leaves what others decided."""

import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member, StatusChange
from forums.actions.replies import edit_post, post_reply
from forums.models import PendingPost, Post
from guidance.models import Guideline
from moderation.actions.account_status import change_standing
from moderation.models import Case
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import appeal, decide, judge_appeal, report

Kind = StatusChange.Kind


def taken_back(case: Case, moderator: Member, guideline: Guideline, **words: Any) -> Member:
    """The case is decided so, and somebody else takes it back."""
    decision = decide(case, moderator, guideline, **words)
    judge_appeal(appeal(decision, case.about), MemberFactory(role="admin"), "overturned")
    return Member.objects.get(pk=case.about_id)


def days(until: datetime | None) -> int | None:
    return None if until is None else round((until - timezone.now()) / timedelta(days=1))


@pytest.mark.parametrize("first", ["admin", "case"])
def test_what_an_admin_decided_stays(
    reply: Post, guideline: Guideline, moderator: Member, admin: Member, first: str
) -> None:
    case = report(reply, guideline).case

    def suspend() -> None:
        change_standing(
            member=reply.author, by=admin, kind=Kind.SUSPENDED, reason="Two months.", days=60
        )

    if first == "admin":
        suspend()
    decision = decide(case, moderator, guideline, outcome="restrict", days=3)
    if first == "case":
        suspend()
    judge_appeal(appeal(decision, case.about), MemberFactory(role="admin"), "overturned")
    about = Member.objects.get(pk=case.about_id)
    assert (days(about.suspended_until), about.read_only_until) == (60, None)


def test_what_an_admin_ended_stays_ended(
    reply: Post, guideline: Guideline, moderator: Member, admin: Member
) -> None:
    other = report(make_reply(reply, author=reply.author), guideline).case
    decide(other, moderator, guideline, outcome="suspend", days=30)
    change_standing(member=reply.author, by=admin, kind=Kind.RESTORED, reason="Enough.")
    about = taken_back(
        report(reply, guideline).case, moderator, guideline, outcome="restrict", days=3
    )
    assert (about.suspended_until, about.read_only_until) == (None, None)


def test_another_decision_still_holds(reply: Post, guideline: Guideline, moderator: Member) -> None:
    other = report(make_reply(reply, author=reply.author), guideline).case
    decide(other, moderator, guideline, outcome="restrict", days=30)
    about = taken_back(
        report(reply, guideline).case, moderator, guideline, outcome="ban", reason="For good."
    )
    assert (about.suspended_until, days(about.read_only_until)) == (None, 30)
    last = about.status_changes.order_by("pk").last()
    assert last is not None
    assert last.kind == Kind.GIVEN_BACK


def test_details_go_from_what_waited_and_from_the_history_too(
    as_moderator: Client, opening: Post, guideline: Guideline, moderator: Member, settings: Any
) -> None:
    settings.FIRST_POSTS_HELD = 1
    author = MemberFactory()
    held = post_reply(
        author=author, topic=opening.topic, text="Ring 020 7946 0958.", token=uuid.uuid4()
    )
    assert isinstance(held, PendingPost)
    decide(Case.objects.get(held=held), moderator, None, outcome="publish", reason="Welcome.")
    post = Post.objects.get(author=author)
    edit_post(post=post, by=author, text="Let us talk here.", version=1)
    # Only its history has them now, and they are asked for as they stand there.
    case = report(post, guideline).case
    words = {"outcome": "take_out", "guideline": guideline.pk, "reason": "Yours alone.",
             "take_out": "020 7946 0958", "version": str(case.version)}  # fmt: skip
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 302
    held.refresh_from_db()
    assert held.text == "Ring […]."
    assert [each.text for each in post.revisions.all()] == ["Ring […]."]


def test_the_record_has_nothing_of_what_led_to_nothing(
    as_other: Client, reply: Post, guideline: Guideline, moderator: Member
) -> None:
    case = report(reply, guideline).case
    decide(case, moderator, None, outcome="no_action", reason="It is fine as it is.")
    page = as_other.get(reverse("moderation:record")).content.decode()
    # Of a report that led to nothing its author hears nothing, here nor in their data.
    assert "It is fine as it is." not in page
    assert "nothing was done" not in page
    data = as_other.post(reverse("export")).content.decode()
    assert "It is fine as it is." not in data
