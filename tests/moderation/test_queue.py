"""The queue: its order, its choices, and who works on what."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import Member
from forums.models import Board, Post, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.claiming import LEASE, claim_case, claim_next, give_back
from moderation.models import Case, CaseLogEntry, QueueView, Report
from moderation.report_weights import weight_of
from moderation.sla import GOALS
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report

OLD = timezone.now() - timedelta(days=30)


def reporter() -> Member:
    return MemberFactory(joined_at=OLD)


@pytest.fixture
def case(reply: Post, guideline: Guideline) -> Case:
    return report(reply, guideline, reporter()).case


def queued(client: Client, query: str = "") -> list[int]:
    page = client.get(reverse("moderation:queue") + query)
    assert page.status_code == 200
    return [case.pk for case in page.context["page"].cases]


def test_order_is_worries_and_then_by_when_to_look(
    as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    lone, often, worry = (report(make_reply(opening), guideline, reporter()).case for _ in range(3))
    for _ in range(2):
        report(often.post, guideline, reporter())
    report(worry.post, None, reporter())
    assert queued(as_moderator) == [worry.pk, often.pk, lone.pk]
    # Waiting brings a case nearer by itself.
    long_ago = timezone.now() - timedelta(hours=20)
    Case.objects.filter(pk=lone.pk).update(
        opened_at=long_ago, review_due_at=long_ago + GOALS["report"]
    )
    assert queued(as_moderator) == [worry.pk, lone.pk, often.pk]


def test_the_working_stands_on_the_item(as_moderator: Client, case: Case) -> None:
    report(case.post, None, reporter())
    Case.objects.update(opened_at=timezone.now() - timedelta(minutes=40))
    words = as_moderator.get(reverse("moderation:queue")).content.decode()
    assert "Worried about a person" in words
    assert "2 reports" in words
    assert "waiting 40" in words
    assert "look by" in words


def test_late_is_said(as_moderator: Client, case: Case) -> None:
    Case.objects.update(review_due_at=timezone.now() - timedelta(hours=1))
    assert "(late)" in as_moderator.get(reverse("moderation:queue")).content.decode()
    claim_case(moderator=MemberFactory(role="moderator"), case=case)
    assert "(late)" not in as_moderator.get(reverse("moderation:queue")).content.decode()


def test_choices(as_moderator: Client, moderator: Member, opening: Post, db: Any) -> None:
    three, five = (Guideline.objects.get(number=n) for n in (3, 5))
    elsewhere = BoardFactory(slug="elsewhere")
    here = report(make_reply(opening), three, reporter()).case
    there = report(make_reply(make_topic(board=elsewhere)), five, reporter()).case
    worry = report(make_reply(opening), None, reporter()).case
    done = report(make_reply(opening), three, reporter()).case
    decide(done, moderator, None, outcome="no_action")
    claim_case(moderator=moderator, case=there)
    assert queued(as_moderator, "?board=elsewhere") == [there.pk]
    assert queued(as_moderator, "?guideline=3") == [here.pk]
    assert queued(as_moderator, "?kind=worry") == [worry.pk]
    assert queued(as_moderator, "?state=mine") == [there.pk]
    assert queued(as_moderator, "?state=decided") == [done.pk]
    assert queued(as_moderator, "?state=nonsense&board=nowhere") == [worry.pk, here.pk, there.pk]


def test_views_are_kept_and_forgotten(
    as_moderator: Client, as_admin: Client, moderator: Member
) -> None:
    address = reverse("moderation:keep_view")
    answer = as_moderator.post(f"{address}?kind=worry&evil=1", {"name": "Only the hard ones"})
    assert answer["Location"] == f"{reverse('moderation:queue')}?kind=worry"
    as_moderator.post(f"{address}?kind=report", {"name": "Only the hard ones"})
    view = QueueView.objects.get()
    assert (view.moderator, view.query) == (moderator, "kind=report")
    assert "Only the hard ones" in as_moderator.get(reverse("moderation:queue")).content.decode()
    assert "Only the hard ones" not in as_admin.get(reverse("moderation:queue")).content.decode()
    as_moderator.post(address, {"name": ""})
    forget = reverse("moderation:drop_view", args=[view.pk])
    assert as_admin.post(forget).status_code == 404
    as_moderator.post(forget)
    assert not QueueView.objects.exists()


def test_a_claim_is_a_lease(case: Case, moderator: Member) -> None:
    colleague = MemberFactory(role="moderator")
    held = claim_case(moderator=moderator, case=case)
    assert held.holder == moderator
    assert held.looked_at is not None
    with pytest.raises(EditConflict, match="lighthouse is working on this"):
        claim_case(moderator=colleague, case=case)
    assert claim_case(moderator=colleague, case=case, take_over=True).holder == colleague
    # It comes back by itself.
    Case.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    assert Case.objects.get().holder is None
    assert claim_case(moderator=moderator, case=case).holder == moderator
    give_back(moderator=colleague, case=case)
    assert Case.objects.get().holder == moderator, "only whoever holds it gives it back"
    give_back(moderator=moderator, case=case)
    assert Case.objects.get().holder is None
    kinds = list(case.entries.values_list("kind", flat=True))
    assert kinds[-4:] == ["claimed", "taken_over", "claimed", "given_back"]
    assert timedelta(minutes=15) == LEASE


def test_everybody_sees_who_holds_what(as_admin: Client, case: Case, moderator: Member) -> None:
    before = Event.objects.filter(room="moderators").count()
    claim_case(moderator=moderator, case=case)
    assert Event.objects.filter(room="moderators").count() == before + 1
    missed = as_admin.get(f"/live/missed/?room=moderators&after={before}").json()["frames"]
    assert missed[0]["data"]["held_by_name"] == "lighthouse"
    assert "lighthouse is working on it" in missed[0]["data"]["html"]
    assert "lighthouse is working on it" in as_admin.get("/moderation/").content.decode()
    page = as_admin.get(case.get_absolute_url()).content.decode()
    assert "Take it over" in page


def test_next_takes_one_press(as_moderator: Client, moderator: Member, case: Case) -> None:
    answer = as_moderator.post(reverse("moderation:next"))
    assert answer["Location"] == case.get_absolute_url()
    assert Case.objects.get().holder == moderator
    # What one holds comes before what is free.
    assert as_moderator.post(reverse("moderation:next"))["Location"] == case.get_absolute_url()
    decide(case, moderator, None, outcome="no_action")
    answer = as_moderator.post(reverse("moderation:next"), follow=True)
    assert "Nothing is waiting." in answer.content.decode()


def test_next_is_never_ones_own(moderator: Member, opening: Post, guideline: Guideline) -> None:
    report(make_reply(opening, author=moderator), guideline, reporter())
    report(make_reply(opening), guideline, moderator)
    for_admins = report(make_reply(opening), guideline, reporter()).case
    Case.objects.filter(pk=for_admins.pk).update(is_for_admins=True)
    asked = report(make_reply(opening), guideline, reporter()).case
    Case.objects.filter(pk=asked.pk).update(asked=MemberFactory(role="moderator"))
    assert claim_next(moderator=moderator) is None
    admin = MemberFactory(role="admin")
    Case.objects.filter(pk=asked.pk).update(asked=admin)
    assert claim_next(moderator=admin) is not None


@pytest.mark.django_db(transaction=True)
def test_many_who_take_the_next_at_once_get_different_ones(topic: Topic) -> None:
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "x"})[0]
    for _ in range(12):
        report(make_reply(topic.posts.get(number=1)), guideline)
    got: list[int | None] = []
    barrier = threading.Barrier(12)

    def take(moderator: Member) -> None:
        try:
            barrier.wait()
            found = claim_next(moderator=moderator)
            got.append(found.pk if found else None)
        finally:
            connection.close()

    team = [MemberFactory(role="moderator") for _ in range(12)]
    threads = [threading.Thread(target=take, args=[each]) for each in team]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert None not in got
    assert len(set(got)) == 12


def test_who_holds_a_case_decides_it(case: Case, moderator: Member, guideline: Guideline) -> None:
    claim_case(moderator=MemberFactory(role="moderator", pseudonym="gull"), case=case)
    with pytest.raises(EditConflict, match="gull is working on this case"):
        decide(case, moderator, guideline)
    claim_case(moderator=moderator, case=case, take_over=True)
    assert decide(case, moderator, guideline).pk


def test_handing_on(
    as_moderator: Client,
    moderator: Member,
    admin: Member,
    case: Case,
    guideline: Guideline,
    other: Member,
) -> None:
    address = reverse("moderation:hand_on", args=[case.pk])
    colleague = MemberFactory(role="moderator", pseudonym="gull")
    answer = as_moderator.post(address, {"to": colleague.pk, "words": ""})
    assert answer.status_code == 422
    # Not to whom it is about, not to a member, not to whoever reported it.
    for nobody in (other.pk, MemberFactory().pk, moderator.pk):
        assert as_moderator.post(address, {"to": nobody, "words": "x"}).status_code == 422
    as_moderator.post(address, {"to": colleague.pk, "words": "You know spasticity better."})
    assert Case.objects.get().asked == colleague
    entry = CaseLogEntry.objects.filter(kind="asked").get()
    assert "You know spasticity better." in entry.note
    as_moderator.post(address, {"to": "", "words": "Too hard for me."})
    assert Case.objects.get().is_for_admins
    with pytest.raises(ActionDenied, match="handed to the admins"):
        decide(case, moderator, guideline)
    assert decide(case, MemberFactory(role="admin"), guideline).pk


def test_a_name_is_reported_by_one_of_its_posts(
    as_member: Client, as_moderator: Client, reply: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    as_member.post(address, {"reason": guideline.pk, "name": "on", "words": "Sounds like an ad."})
    case = Case.objects.get()
    assert (case.kind, case.member, case.post) == ("name", reply.author, None)
    assert Report.objects.get().snapshot == reply.author.pseudonym
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "Warn the member" in page
    assert "Fold it" not in page
    words = {"outcome": "hide", "guideline": guideline.pk, "reason": "x", "version": case.version}
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 422
    words["outcome"] = "warn"
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 302


def test_reporters_who_are_wrong_lose_weight_quietly(
    opening: Post, guideline: Guideline, moderator: Member
) -> None:
    often_wrong, often_right = reporter(), reporter()
    assert weight_of(often_wrong) == 1
    assert weight_of(MemberFactory()) == 0.5, "new members count half"
    for _ in range(6):
        wrong = report(make_reply(opening), guideline, often_wrong)
        decide(wrong.case, moderator, None, outcome="no_action")
        right = report(make_reply(opening), guideline, often_right)
        decide(right.case, moderator, guideline)
        worry = report(make_reply(opening), None, often_wrong)
        decide(worry.case, moderator, None, outcome="no_action")
    assert weight_of(often_wrong) == pytest.approx(0.4)
    assert weight_of(often_right) == 1.6


def test_several_reports_hide_until_somebody_has_looked(
    opening: Post, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(opening)
    for number in range(3):
        post.refresh_from_db()
        assert post.is_published, number
        report(post, guideline, reporter())
    post.refresh_from_db()
    assert post.status == "hidden"
    decide(Case.objects.get(), moderator, None, outcome="no_action")
    post.refresh_from_db()
    assert post.is_published, "no action shows it again"


def test_one_report_never_hides(opening: Post, guideline: Guideline) -> None:
    post = make_reply(opening)
    filed = report(post, guideline, reporter())
    Report.objects.update(weight=50)
    other = make_reply(opening)
    report(other, guideline, reporter())
    for each in (post, other):
        each.refresh_from_db()
        assert each.is_published
    assert filed.weight == 1


@pytest.mark.parametrize("words", ["I want to die.", "An ordinary reply."])
def test_distress_never_hides(opening: Post, guideline: Guideline, words: str) -> None:
    post = make_reply(opening, text=words)
    worried = words.startswith("An")
    for number in range(6):
        report(post, None if worried and number == 0 else guideline, reporter())
    post.refresh_from_db()
    assert post.is_published


@pytest.mark.parametrize("query", ["", "?page=200", "?guideline=3&kind=report", "?state=mine"])
def test_ten_thousand_cases_cost_a_page_no_more(
    as_moderator: Client, opening: Post, guideline: Guideline, query: str
) -> None:
    posts = Post.objects.bulk_create(
        Post(
            topic=opening.topic, author=opening.author, number=100 + n, branch=100 + n, subthread=0,
            text="x", html="<p>x</p>", token=f"00000000-0000-0000-0000-{n:012}",
        )
        for n in range(10_000)
    )  # fmt: skip
    cases = Case.objects.bulk_create(
        Case(post=post, about=opening.author, reports_count=1) for post in posts
    )
    someone = reporter()
    Report.objects.bulk_create(
        Report(case=case, reporter=someone, reason="guideline", guideline=guideline)
        for case in cases
    )
    with connection.cursor() as cursor:
        # As the server does by itself before long.
        cursor.execute("ANALYZE moderation_case, moderation_report, forums_post")
    with CaptureQueriesContext(connection) as found:
        page = as_moderator.get(reverse("moderation:queue") + query)
    assert page.status_code == 200
    assert len(found) <= 15
    assert len(page.content) < 60_000
    # One press.
    assert as_moderator.post(reverse("moderation:next"))["Location"].startswith("/moderation/cases")


def test_closed_boards_stay_in_the_queue(as_moderator: Client, case: Case, board: Board) -> None:
    Board.objects.filter(pk=board.pk).update(is_in_use=False)
    assert queued(as_moderator) == [case.pk]
    assert as_moderator.get(case.get_absolute_url()).status_code == 200


def test_the_filter_by_board_finds_appeals_too(
    as_admin: Client, reply: Post, guideline: Guideline, moderator: Member
) -> None:
    decision = decide(report(reply, guideline).case, moderator, guideline)
    appeal = ask_for_another_look(member=reply.author, decision=decision, words="x").case
    page = as_admin.get(f"/moderation/?kind=appeal&board={reply.topic.board.slug}").content.decode()
    assert appeal.get_absolute_url() in page


def test_filters_too_long_to_keep_are_said_to_be_so(as_moderator: Client) -> None:
    answer = as_moderator.post(f"/moderation/views/?state={'a' * 300}", {"name": "x"}, follow=True)
    assert "too long to keep" in answer.content.decode()
