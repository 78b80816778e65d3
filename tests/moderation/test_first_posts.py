"""The first posts of newcomers: published at once, and looked at."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from live.models import Event
from moderation.models import Case
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report


@pytest.fixture(autouse=True)
def _two_are_looked_at(settings: Any) -> None:
    settings.FIRST_POSTS_LOOKED_AT = 2


def waiting(member: Member) -> int:
    return Case.objects.filter(about=member, kind="first").count()


def test_so_many_are_looked_at_and_all_are_published(opening: Post) -> None:
    newcomer = MemberFactory()
    posts = [make_reply(opening, author=newcomer) for _ in range(4)]
    assert waiting(newcomer) == 2
    for post in posts:
        post.refresh_from_db()
        assert post.is_published
    another = MemberFactory()
    make_topic(author=another)
    assert waiting(another) == 1


def test_the_team_and_zero_open_nothing(opening: Post, settings: Any) -> None:
    team = MemberFactory(role="moderator")
    make_reply(opening, author=team)
    settings.FIRST_POSTS_LOOKED_AT = 0
    newcomer = MemberFactory()
    make_reply(opening, author=newcomer)
    assert waiting(team) == waiting(newcomer) == 0


def test_a_moderator_reads_it_and_says_thank_you(
    as_moderator: Client, log_in: Any, opening: Post
) -> None:
    newcomer = MemberFactory()
    make_reply(opening, author=newcomer, text="Hello, I am new here.")
    case = Case.objects.get(about=newcomer)
    assert Event.objects.filter(kind="case.opened", ids={"case": case.pk}).exists()
    queue = as_moderator.get(reverse("moderation:queue") + "?kind=first").content.decode()
    assert "First post of a newcomer" in queue
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "Hello, I am new here." in page
    assert "As it was reported" not in page
    words = {"outcome": "thank", "reason": "Welcome!", "version": case.version}
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 302
    assert "The moderators thank you" in log_in(newcomer).get("/notices/").content.decode()


def test_a_report_joins_it(opening: Post, guideline: Guideline, moderator: Member) -> None:
    newcomer = MemberFactory()
    post = make_reply(opening, author=newcomer)
    filed = report(post, guideline)
    case = Case.objects.get(about=newcomer)
    assert (filed.case, case.kind, case.reports_count) == (case, "report", 1)
    decide(case, moderator, guideline)
    post.refresh_from_db()
    assert post.status == "hidden"
