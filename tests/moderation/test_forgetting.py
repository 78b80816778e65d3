"""Copies of a post that reports made are let go of when nothing is left to judge."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.forgetting import KEPT, forget_reported_words
from moderation.models import Report
from tests.factories import make_reply
from tests.moderation.acts import appeal, decide, judge_appeal, report


@pytest.fixture
def later(monkeypatch: Any) -> Any:
    """later(timedelta): so much time goes by."""

    def go(by: timedelta) -> None:
        then = timezone.now() + by
        monkeypatch.setattr("moderation.actions.forgetting.timezone.now", lambda: then)

    return go


def test_what_was_reported_goes_after_the_time_to_appeal(
    opening: Post, moderator: Member, guideline: Guideline, later: Any
) -> None:
    waits, judged = (report(make_reply(opening, text="A canary."), guideline) for _n in range(2))
    decision = decide(judged.case, moderator, guideline)
    assert forget_reported_words() == 0
    later(KEPT - timedelta(hours=2))
    assert forget_reported_words() == 0
    later(timedelta(hours=3))
    assert forget_reported_words() == 1
    assert forget_reported_words() == 0
    assert Report.objects.get(pk=judged.pk).snapshot == ""
    assert Report.objects.get(pk=waits.pk).snapshot == "A canary."
    decision.refresh_from_db()
    assert decision.snapshot == "A canary.", "the record is what was judged"


def test_not_while_an_appeal_waits(
    reply: Post, moderator: Member, admin: Member, guideline: Guideline, later: Any
) -> None:
    judged = report(reply, guideline)
    again = appeal(decide(judged.case, moderator, guideline), reply.author)
    later(KEPT * 2)
    assert forget_reported_words() == 0
    judge_appeal(again, admin, "upheld")
    assert forget_reported_words() == 1
