"""What operators can read, and who else cannot."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.reporting import file_report

WORD = "a-long-word-for-the-operator"


@pytest.fixture
def token(settings: Any) -> str:
    settings.METRICS_TOKEN = WORD
    return WORD


def figures(client: Client) -> dict[str, float]:
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {WORD}"})
    assert answer.status_code == 200
    rows = [row for row in answer.content.decode().splitlines() if not row.startswith("#")]
    return {name: float(value) for name, value in (row.rsplit(" ", 1) for row in rows)}


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", WORD])
def test_without_the_word_there_is_no_such_page(
    visitor: Client, token: str, db: Any, given: str
) -> None:
    assert visitor.get("/metrics", headers={"Authorization": given}).status_code == 404


def test_without_a_setting_there_is_none_either(visitor: Client, db: Any) -> None:
    assert visitor.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_the_queue_and_conflicts_are_counted(
    visitor: Client, as_moderator: Client, token: str, reply: Post, member: Member,
    guideline: Guideline,
) -> None:  # fmt: skip
    before = figures(visitor)
    assert before["mssupport_waiting_cases"] == 0
    report = file_report(
        reporter=member, post=reply, reason="guideline", guideline=guideline, words=""
    )
    now = figures(visitor)
    assert now["mssupport_waiting_cases"] == 1
    assert now["mssupport_queue_age_seconds"] >= 0
    words = {"outcome": "no_action", "reason": "It is fine as it is.", "version": "99"}
    assert as_moderator.post(f"/moderation/cases/{report.case_id}/", words).status_code == 409
    assert figures(visitor)["mssupport_conflicts_total"] == before["mssupport_conflicts_total"] + 1


def test_catch_ups_that_found_something_are_counted(
    visitor: Client, as_member: Client, token: str, reply: Post
) -> None:
    before = figures(visitor).get('mssupport_catch_ups_total{found="yes"}', 0)
    as_member.get("/live/missed/", {"room": reply.topic.room, "after": 0})
    assert figures(visitor)['mssupport_catch_ups_total{found="yes"}'] == before + 1
