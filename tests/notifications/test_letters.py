"""Mail about what must not be missed: it arrives, once, and says nothing private."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.account_status import change_standing
from notifications.email_outbox import MAX_TRIES, send_letters, write_letter
from notifications.models import OutboxEmail
from tests.moderation.acts import decide, report


def test_a_decision_is_mailed_and_the_mail_says_nothing_private(
    reply: Post, guideline: Guideline, moderator: Member, settings: Any
) -> None:
    filed = report(reply, guideline)
    decide(filed.case, moderator, guideline, outcome="restrict", days=3)
    assert send_letters() == 1
    assert send_letters() == 0
    (letter,) = mail.outbox
    assert letter.to == [reply.author.email]
    words = f"{letter.subject} {letter.body} {letter.from_email}"
    for private in (reply.text, reply.topic.title, guideline.title, "It was about the person.",
                    filed.reporter.pseudonym, "moderat", "sclerosis", "MS "):  # fmt: skip
        assert private not in words, private
    assert f"{settings.SITE_URL}/record/" in letter.body


def test_thanks_and_no_action_are_not_mailed(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    for outcome in ("no_action", "thank"):
        decide(report(reply, guideline).case, moderator, None, outcome=outcome)
    assert send_letters() == 0


def test_a_changed_standing_is_mailed_each_time(member: Member, admin: Member) -> None:
    for _ in range(2):
        change_standing(member=member, by=admin, kind="read_only", reason="x", days=2)
    assert send_letters() == 2


def test_a_mail_server_that_is_away_is_tried_again(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_letter(member=member, subject="x:1", link="/record/")
    write_letter(member=member, subject="x:1", link="/record/")

    def away(*_args: object, **_more: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("notifications.email_outbox.send_mail", away)
        assert send_letters() == 0
    assert send_letters() == 0, "not before two minutes have passed"
    letter = OutboxEmail.objects.get()
    assert letter.tries == 1
    OutboxEmail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert send_letters() == 1
    OutboxEmail.objects.update(sent_at=None, tries=MAX_TRIES)
    assert send_letters() == 0, "some day it has to end"
