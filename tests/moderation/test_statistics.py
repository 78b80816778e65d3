"""Figures for the team and for everybody."""

import csv
from datetime import timedelta
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.actions.batches import hide_spam, undo_batch
from moderation.charts import CHARTS, THEMES
from moderation.models import Case
from moderation.selectors.statistics import figures, months
from moderation.templatetags.figures import at_least, in_hours
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def busy(opening: Post, guideline: Guideline, moderator: Member) -> Member:
    """Six decisions by the moderator, looked at after 10, 20 … 60 minutes; one by a colleague."""
    colleague = MemberFactory(role="moderator", pseudonym="=HYPERLINK gull"[:20])
    for number in range(6):
        case = report(make_reply(opening), guideline).case
        decision = decide(case, moderator, guideline)
        opened = timezone.now() - timedelta(hours=2)
        Case.objects.filter(pk=case.pk).update(
            opened_at=opened,
            looked_at=opened + timedelta(minutes=10 * (number + 1)),
            review_due_at=opened + timedelta(minutes=35),
        )
    worry = report(make_reply(opening), None).case
    decide(worry, colleague, None, outcome="no_action")
    again = ask_for_another_look(member=decision.about, decision=decision, words="x").case
    decide_appeal(
        moderator=colleague, case=again, verdict="overturned", reason="x", version=again.version
    )
    report(make_reply(opening), guideline)
    return colleague


def test_the_figures_are_right(busy: Member, admin: Member, guideline: Guideline) -> None:
    found = figures(TODAY - timedelta(days=1), TOMORROW, admin)
    assert (found.reports, found.posts) == (8, 9)
    assert found.reports_per_1000_posts == pytest.approx(888.9, 0.01)
    reported = next(row for row in found.looks if row.kind == "report")
    assert reported.count == 6
    assert reported.median == timedelta(minutes=35)
    assert reported.within_goal == 3
    assert found.by_guideline == [(str(guideline), 6)]
    assert dict(found.by_outcome) == {"Hide the post": 6, "No action": 1}
    assert (found.appeals, found.appeals_judged, found.overturned) == (1, 1, 1)
    assert found.open_by_age[0] == (0, 1, 1)
    assert [round(rate, 1) for _day, rate in found.rates] == [888.9]
    assert found.load == [("lighthouse", 6, 0), (busy.pseudonym, 2, 1)]


def test_load_is_for_oneself_and_admins(
    busy: Member, as_moderator: Client, as_admin: Client, as_member: Client
) -> None:
    address = reverse("moderation:figures")
    own = as_moderator.get(address).content.decode()
    assert f'value="{TODAY.isoformat()}"' in own, "the boxes show which days these are"
    assert "Your own decisions" in own
    assert "gull" not in own
    assert "gull" in as_admin.get(address).content.decode()
    assert as_member.get(address).status_code == 404
    assert as_member.get(reverse("moderation:figures_csv")).status_code == 404


def test_csv_has_the_same_and_no_formulas(busy: Member, as_admin: Client) -> None:
    answer = as_admin.get(reverse("moderation:figures_csv"))
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(StringIO(answer.content.decode())))
    assert ["reports", "", "8"] in rows
    assert ["minutes to first look, median", "Reported post", "35"] in rows
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize(
    "query",
    ["begins=x&ends=y", "begins=2026-02-01&ends=2026-01-01", "begins=2001-01-01&ends=2026-01-01",
     "begins=9999-12-30&ends=9999-12-31", "begins=0001-01-01&ends=0001-01-02"],
)  # fmt: skip
def test_odd_periods(as_moderator: Client, query: str) -> None:
    for name in ("moderation:figures", "moderation:figures_csv"):
        assert as_moderator.get(f"{reverse(name)}?{query}").status_code in {200, 404}


def test_everybody_sees_months_without_small_numbers_or_names(
    busy: Member, visitor: Client, monkeypatch: Any
) -> None:
    next_month = TODAY.replace(day=1) + timedelta(days=32)
    monkeypatch.setattr(
        "moderation.selectors.statistics.timezone.localdate", lambda: next_month.replace(day=3)
    )
    page = visitor.get(reverse("moderation:transparency"))
    assert page.status_code == 200
    words = " ".join(page.content.decode().split())
    assert "Reports: 8" in words
    assert "Appeals made: fewer than 5" in words
    assert "half were looked at within 35 minutes (goal: 24 hours)" in words
    assert "No action</th><td>fewer than 5" in words
    for name in ("lighthouse", "gull"):
        assert name not in words


def test_months_are_whole_and_the_latest_first() -> None:
    first, second = months(2)
    assert first[1] == TODAY.replace(day=1)
    assert second[1] == first[0]
    assert first[0].day == second[0].day == 1


def test_words_for_spans() -> None:
    spans = {None: "–", timedelta(minutes=1): "1 minute", timedelta(minutes=119): "119 minutes",
             timedelta(hours=5): "5 hours", timedelta(days=3): "3 days"}  # fmt: skip
    assert {span: in_hours(span) for span in spans} == spans
    assert (at_least(4, 5), at_least(5, 5)) == ("fewer than 5", "5")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", CHARTS)
def test_each_figure_is_a_picture_too(
    busy: Member, as_moderator: Client, as_member: Client, name: str, theme: str
) -> None:
    address = reverse("moderation:chart", args=[name, theme])
    answer = as_moderator.get(address)
    picture = ElementTree.fromstring(answer.content)
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    # What can be seen, and not what is there for pointers to find.
    texts = picture.iter("{http://www.w3.org/2000/svg}text")
    written = " ".join(text.text or "" for text in texts)
    expected = {
        "looks": "Reported post", "guidelines": "Be kind", "outcomes": "Hide the post",
        "appeals": "Judged", "rates": "888.9", "ages": "7 days and more", "load": "lighthouse",
    }  # fmt: skip
    assert expected[name] in written
    # It asks nobody for anything.
    assert not [name for node in picture.iter() for name in node.attrib if "href" in name]
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert as_member.get(address).status_code == 404


def test_a_picture_stands_above_each_table(busy: Member, as_moderator: Client) -> None:
    page = as_moderator.get(reverse("moderation:figures")).content.decode()
    assert page.count("<picture") == len(CHARTS)
    assert page.count('alt=""') == 0
    for name in CHARTS:
        assert reverse("moderation:chart", args=[name, "dark"]) in page
    as_moderator.cookies["appearance"] = "contrast.normal"
    page = as_moderator.get(reverse("moderation:figures")).content.decode()
    assert reverse("moderation:chart", args=["looks", "contrast"]) in page
    for wrong in ("/moderation/figures/x-light.svg", "/moderation/figures/looks-x.svg"):
        assert as_moderator.get(wrong).status_code == 404
    bad = reverse("moderation:chart", args=["looks", "light"]) + "?begins=x"
    assert as_moderator.get(bad).status_code == 404


def test_an_empty_place_has_pictures_too(db: Any, as_moderator: Client) -> None:
    for name in CHARTS:
        answer = as_moderator.get(reverse("moderation:chart", args=[name, "light"]))
        assert answer.status_code == 200


def test_what_waits_past_its_goal_was_not_in_time(busy: Member, admin: Member) -> None:
    waiting = Case.objects.get(status="open", kind="report")
    opened = timezone.now() - timedelta(hours=30)
    Case.objects.filter(pk=waiting.pk).update(
        opened_at=opened, review_due_at=opened + timedelta(hours=24), looked_at=None
    )
    since = TODAY - timedelta(days=3)
    reported = next(e for e in figures(since, TOMORROW, admin).looks if e.kind == "report")
    assert (reported.count, reported.within_goal, reported.overdue, reported.due) == (6, 3, 1, 7)
    assert reported.median == timedelta(minutes=35)


def test_an_undone_heap_is_not_counted(opening: Post, moderator: Member, admin: Member) -> None:
    spam = Guideline.objects.get(number=8)
    cases = [report(make_reply(opening), spam).case.pk for _n in range(2)]
    batch = hide_spam(moderator=moderator, cases=cases, guideline=spam, reason="No adverts.")
    assert batch is not None
    assert figures(TODAY, TOMORROW, admin).by_guideline == [(str(spam), 2)]
    undo_batch(moderator=moderator, batch=batch)
    found = figures(TODAY, TOMORROW, admin)
    assert (found.by_guideline, found.by_outcome) == ([], [])
