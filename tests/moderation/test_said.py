"""What pages say beside the deed: to the author, to moderators who come late, in figures."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.actions.replies import edit_post
from forums.models import Post
from guidance.models import Guideline, HelpLine
from live.catch_up import catch_up
from moderation.actions.privileged_access import read_privileged
from moderation.models import Access, Case
from moderation.selectors.statistics import AGES, figures
from mssupport.registry import ROOMS
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report


def test_looks_are_a_record_too(reply: Post, moderator: Member) -> None:
    Post.objects.filter(pk=reply.pk).update(status="hidden")
    reply.refresh_from_db()
    read_privileged(words=reply, by=moderator, reason="An appeal by mail.")
    for act in (
        lambda: Access.objects.update(reason="x"),
        lambda: Access.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_who_comes_late_reads_who_and_what(
    as_moderator: Client, admin: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    words = {"outcome": "hide", "guideline": guideline.pk, "reason": "Mine.",
             "version": str(case.version)}  # fmt: skip
    decide(case, admin, guideline, outcome="warn")
    late = as_moderator.post(case.get_absolute_url(), words)
    assert late.status_code == 409
    page = late.content.decode()
    assert f"{admin.pseudonym} decided this just now: Warn the author; the post stays." in page
    assert "Mine." in page
    frames = catch_up(ROOMS, "moderators", 0, MemberFactory(role="moderator").pk, has_proved=True)
    assert frames is not None
    assert frames.frames[-1]["data"]["decided_by"] == admin.pseudonym


def test_a_case_shows_what_it_is_about(
    as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    before = make_reply(opening, text="What stood before it.")
    post = make_reply(before, text="The words as they were reported.")
    make_reply(post, text="What was answered.")
    reporter = MemberFactory(pseudonym="kingfisher")
    case = report(post, guideline, reporter).case
    edit_post(post=post, by=post.author, text="The words as they stand now.", version=1)
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    for words in ("What stood before it.", "The words as they were reported.", "What was answered.",
                  "As it stands now", "The words as they stand now.", "kingfisher"):  # fmt: skip
        assert words in page, words


def test_who_can_only_read_is_told_what_is_still_open(
    as_other: Client, reply: Post, moderator: Member, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    decision = decide(case, moderator, guideline, outcome="suspend", days=3)
    page = as_other.get(reverse("moderation:decision_detail", args=[decision.pk])).content.decode()
    assert "You can always read the help pages and the guidelines" in page
    assert "ask for another look" in page.lower()


@pytest.mark.parametrize(("days", "warns"), [(179, False), (181, True)])
def test_an_old_number_says_so_to_admins_alone(
    visitor: Client, as_member: Client, as_admin: Client, days: int, warns: bool
) -> None:
    checked = timezone.localdate() - timedelta(days=days)
    HelpLine.objects.update(checked_on=checked)
    for client, reads in ((visitor, False), (as_member, False), (as_admin, warns)):
        page = client.get(reverse("guidance:help")).content.decode()
        assert ("last checked more than half a year ago" in page) is reads
        assert "https://findahelpline.com" in page
    HelpLine.objects.update(checked_on=None)
    for client, reads in ((visitor, False), (as_member, False), (as_admin, True)):
        page = client.get(reverse("guidance:help")).content.decode()
        assert ("not checked yet" in page) is reads


def test_numbers_are_rung_and_addresses_written_to_with_one_press(visitor: Client, db: Any) -> None:
    HelpLine.objects.create(country="X", name="By text", phone="Text HOME to 741741", hours="day")
    page = visitor.get(reverse("guidance:help")).content.decode()
    for number in ("112", "999", "911", "000", "111", "116123", "131114"):
        assert f'href="tel:{number}"' in page
    assert re.findall('href="tel:([^"]*[^0-9+"][^"]*)"', page) == []
    assert f'href="mailto:{settings.CONTACT_EMAIL}"' in page
    assert "<strong>Text HOME to 741741</strong>" in page


def test_a_reporter_reads_nothing_of_another(
    log_in: Any, reply: Post, guideline: Guideline, moderator: Member
) -> None:
    first, second = MemberFactory(pseudonym="canaryfirst"), MemberFactory()
    report(reply, guideline, first)
    mine = report(reply, guideline, second)
    decide(mine.case, moderator, guideline)
    page = log_in(second).get(reverse("moderation:my_report", args=[mine.pk])).content.decode()
    assert "canaryfirst" not in page
    assert moderator.pseudonym not in page


def test_figures_of_time_and_age(opening: Post, guideline: Guideline, moderator: Member) -> None:
    now = timezone.now()
    for minutes in range(1, 21):
        case = report(make_reply(opening), guideline).case
        opened = now - timedelta(hours=1)
        Case.objects.filter(pk=case.pk).update(
            status="decided", closed_at=now, opened_at=opened,
            looked_at=opened + timedelta(minutes=minutes),
        )  # fmt: skip
    for days in (0.5, 2, 2, 4, 30, 30, 30):
        case = report(make_reply(opening), guideline).case
        Case.objects.filter(pk=case.pk).update(opened_at=now - timedelta(days=days))
    day = timezone.localdate()
    found = figures(day - timedelta(days=1), day + timedelta(days=1), moderator)
    looks = next(each for each in found.looks if each.kind == "report")
    assert looks.median == timedelta(minutes=10, seconds=30)
    assert looks.p95 == timedelta(minutes=19, seconds=3)
    assert [count for _low, _high, count in found.open_by_age] == [1, 2, 1, 3]
    assert len(AGES) == 4


def test_the_filter_for_admins(as_admin: Client, opening: Post, guideline: Guideline) -> None:
    mine = report(make_reply(opening, text="For the admins."), guideline).case
    report(make_reply(opening, text="For everybody."), guideline)
    Case.objects.filter(pk=mine.pk).update(is_for_admins=True)
    page = as_admin.get(reverse("moderation:queue"), {"state": "admins"}).content.decode()
    assert "For the admins." in page
    assert "For everybody." not in page


def test_help_stands_on_the_admin_pages(as_admin: Client) -> None:
    page = as_admin.get(reverse("admin:index")).content.decode()
    assert reverse("guidance:help") in page
