"""From a report to everybody being told, and the record that stays."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import Member, StatusChange
from accounts.requests import writer_mark
from forums.actions.replies import withdraw_post
from forums.models import Post, Topic
from guidance.models import Guideline
from moderation.actions.deciding import take_decision_back
from moderation.models import Case, CaseLogEntry, Decision, Report
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report
from tests.sessions import show_second_factor


def test_report_opens_a_case_with_the_words_as_they_were(
    as_member: Client, member: Member, reply: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    assert as_member.get(address).status_code == 200
    answer = as_member.post(address, {"reason": guideline.pk, "words": "Not kind."})
    filed = Report.objects.get()
    assert answer["Location"] == reverse("moderation:my_report", args=[filed.pk])
    Post.objects.filter(pk=reply.pk).update(text="Changed since.")
    assert filed.snapshot == reply.text
    assert filed.case.status == Case.Status.OPEN
    assert Notice.objects.get(member=member).kind == "report_received"


def test_second_report_of_the_same_member_is_the_first(reply: Post, guideline: Guideline) -> None:
    reporter = MemberFactory()
    assert report(reply, guideline, reporter).pk == report(reply, guideline, reporter).pk


def test_later_reports_join_the_case_and_a_judged_post_reopens_it(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    first, second = report(reply, guideline), report(reply, guideline)
    assert first.case_id == second.case_id
    decide(first.case, moderator, None, outcome="no_action")
    third = report(reply, guideline)
    case = Case.objects.get(pk=first.case_id)
    assert third.case_id == case.pk
    assert case.status == Case.Status.OPEN
    kinds = list(case.entries.values_list("kind", flat=True))
    assert kinds == [
        "opened", "reported", "reported", "decided", "reporters_told", "reopened", "reported",
    ]  # fmt: skip


def test_report_without_a_choice_says_so(as_member: Client, reply: Post) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    answer = as_member.post(address, {"words": "These stay."})
    assert answer.status_code == 422
    assert b"These stay." in answer.content


def test_lost_session_keeps_a_report_and_a_decision(
    visitor: Client, member: Member, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    visitor.post(address, {"words": "An hour of care.", "writer": writer_mark(member)})
    visitor.force_login(member)
    assert b"An hour of care." in visitor.get(address).content
    visitor.logout()
    case = reverse("moderation:case", args=[report(reply, guideline).case_id])
    visitor.post(case, {"reason": "A careful reason.", "writer": writer_mark(moderator)})
    visitor.force_login(moderator)
    show_second_factor(visitor)
    assert b"A careful reason." in visitor.get(case).content


def test_worry_stands_first_and_shows_help(
    as_member: Client, as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    report(make_reply(opening), guideline)
    worried = make_reply(opening, text="I cannot do this.")
    answer = as_member.post(reverse("moderation:report", args=[worried.pk]), {"reason": "worried"})
    assert b"If you are worried right now" in as_member.get(answer["Location"]).content
    queue = as_moderator.get(reverse("moderation:queue"))
    assert [case.is_worry for case in queue.context["page"].cases] == [True, False]


@pytest.mark.parametrize(
    ("outcome", "days", "status", "read_only"),
    [
        ("no_action", None, "published", False),
        ("hide", None, "hidden", False),
        ("hide_and_warn", None, "hidden", False),
        ("restrict", 3, "hidden", True),
    ],
)
def test_decision_is_applied_and_told(
    as_moderator: Client, as_other: Client, reply: Post, guideline: Guideline,
    outcome: str, days: int | None, status: str, read_only: bool,
) -> None:  # fmt: skip
    filed = report(reply, guideline)
    answer = as_moderator.post(
        reverse("moderation:case", args=[filed.case_id]),
        {
            "outcome": outcome,
            "days": days or "",
            "guideline": guideline.pk,
            "reason": "It was about the person.",
            "version": Case.objects.get(pk=filed.case_id).version,
        },
    )
    assert answer.status_code == 302
    reply.refresh_from_db()
    reply.author.refresh_from_db()
    assert (reply.status, reply.author.is_read_only) == (status, read_only)
    assert Notice.objects.filter(member=filed.reporter, kind="report_closed").exists()
    told = Notice.objects.filter(member=reply.author, kind="decision").first()
    assert (told is not None) == (outcome != "no_action")
    if told is not None:
        page = as_other.get(told.link).content.decode()
        assert "It was about the person." in page
        assert reply.text in page
        assert filed.reporter.pseudonym not in page
        assert as_other.get(reverse("moderation:record")).status_code == 200


@pytest.mark.parametrize(
    "missing",
    [{"outcome": ""}, {"reason": ""}, {"guideline": ""}, {"outcome": "restrict", "days": "0"},
     {"outcome": "restrict", "days": "999999"}, {"version": "x"}, {"outcome": "nonsense"}],
)  # fmt: skip
def test_incomplete_decision_is_a_form_error(
    as_moderator: Client, reply: Post, guideline: Guideline, missing: dict[str, str]
) -> None:
    filed = report(reply, guideline)
    whole = {"outcome": "hide", "guideline": guideline.pk, "reason": "Why.", "version": 2}
    answer = as_moderator.post(
        reverse("moderation:case", args=[filed.case_id]), {**whole, **missing}
    )
    assert answer.status_code == 422
    assert Decision.objects.count() == 0


def test_stale_decision_is_a_409_with_who_and_the_reason_kept(
    as_moderator: Client, admin: Member, reply: Post, guideline: Guideline
) -> None:
    filed = report(reply, guideline)
    version = Case.objects.get(pk=filed.case_id).version
    decide(filed.case, admin, None, outcome="no_action")
    answer = as_moderator.post(
        reverse("moderation:case", args=[filed.case_id]),
        {"outcome": "hide", "guideline": guideline.pk, "reason": "My words.", "version": version},
    )
    assert answer.status_code == 409
    assert b"harbour decided this" in answer.content
    assert b"My words." in answer.content
    reply.refresh_from_db()
    assert reply.is_published


@pytest.mark.django_db(transaction=True)
def test_of_many_moderators_at_once_exactly_one_decides(topic: Topic) -> None:
    guideline = Guideline.objects.get_or_create(number=3, defaults={"title": "x"})[0]
    filed = report(make_reply(topic.posts.get(number=1)), guideline)
    version = Case.objects.get(pk=filed.case_id).version
    outcomes: list[str] = []

    barrier = threading.Barrier(20)

    def judge(moderator: Member) -> None:
        try:
            barrier.wait()
            decide(filed.case, moderator, guideline, version=version)
            outcomes.append("decided")
        except EditConflict:
            outcomes.append("overtaken")
        finally:
            connection.close()

    judges = [
        threading.Thread(target=judge, args=[MemberFactory(role="moderator")]) for _ in range(20)
    ]
    for each in judges:
        each.start()
    for each in judges:
        each.join()
    assert sorted(outcomes) == ["decided"] + ["overtaken"] * 19
    assert Decision.objects.count() == 1
    assert Notice.objects.filter(kind="decision").count() == 1


def test_nobody_judges_a_case_they_are_part_of(
    log_in: Any, moderator: Member, opening: Post, guideline: Guideline
) -> None:
    own = report(make_reply(opening, author=moderator), guideline)
    reported = report(make_reply(opening), guideline, reporter=moderator)
    for filed in (own, reported):
        with pytest.raises(ActionDenied):
            decide(filed.case, moderator, guideline)
    client = log_in(moderator)
    address = reverse("moderation:case", args=[own.case_id])
    assert client.get(address).status_code == 404, "authors must not learn who reported"
    queue = client.get(reverse("moderation:queue")).content.decode()
    assert f'data-case="{own.case_id}"' not in queue


def test_refused_decision_keeps_its_reason(
    as_moderator: Client, opening: Post, guideline: Guideline
) -> None:
    colleague = MemberFactory(role="moderator")
    filed = report(make_reply(opening, author=colleague), guideline)
    answer = as_moderator.post(
        reverse("moderation:case", args=[filed.case_id]),
        {"outcome": "restrict", "days": 3, "guideline": guideline.pk, "reason": "A long reason.",
         "version": 2},
    )  # fmt: skip
    assert answer.status_code == 422
    assert b"A long reason." in answer.content
    assert Decision.objects.count() == 0


def test_what_was_withdrawn_is_not_hidden(
    reply: Post, guideline: Guideline, moderator: Member
) -> None:
    filed = report(reply, guideline)
    withdraw_post(post=reply, by=reply.author)
    with pytest.raises(ActionDenied, match="cannot be decided here any more"):
        decide(filed.case, moderator, guideline)
    decide(filed.case, moderator, guideline, outcome="restrict", days=1)
    assert not CaseLogEntry.objects.filter(kind="hidden").exists()


def test_hidden_by_mistake_is_shown_again(
    as_moderator: Client, as_member: Client, opening: Post, guideline: Guideline, moderator: Member
) -> None:
    Topic.objects.filter(pk=opening.topic_id).update(status="closed")
    filed = report(opening, guideline)
    decide(filed.case, moderator, guideline)
    assert as_member.get(opening.topic.get_absolute_url()).status_code == 404
    as_moderator.post(reverse("moderation:undo", args=[filed.case_id]), {"reason": "I misread."})
    page = as_member.get(opening.topic.get_absolute_url())
    assert opening.text.encode() in page.content
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"
    assert "I misread." in Notice.objects.get(member=opening.author, kind="restored").sentence
    take_decision_back(moderator=moderator, case=filed.case, reason="Again.")
    assert CaseLogEntry.objects.filter(kind="restored").count() == 1


def test_the_record_cannot_be_changed(reply: Post, guideline: Guideline, moderator: Member) -> None:
    filed = report(reply, guideline)
    decision = decide(filed.case, moderator, guideline, outcome="restrict", days=2)
    rows = (decision, CaseLogEntry.objects.first(), StatusChange.objects.first())
    for row in rows:
        assert row is not None
        kind = type(row)
        with pytest.raises(IntegrityError), transaction.atomic():
            kind.objects.filter(pk=row.pk).update(made_at=row.made_at + timedelta(days=1))
        with pytest.raises(IntegrityError), transaction.atomic():
            kind.objects.filter(pk=row.pk)._raw_delete("default")


def test_queue_is_for_moderators(
    visitor: Client, as_member: Client, as_moderator: Client, as_admin: Client
) -> None:
    for query in ("", "?state=decided", "?state=mine", "?kind=worry&board=x&guideline=3"):
        address = reverse("moderation:queue") + query
        assert visitor.get(address).status_code == 302
        assert as_member.get(address).status_code == 404
        assert as_moderator.get(address).status_code == 200
        assert as_admin.get(address).status_code == 200
    assert as_member.get(reverse("moderation:case", args=[1])).status_code == 404


@pytest.mark.parametrize("page", ["0", "x", "-1", "99999", "00000199999999999999999999", "%00"])
def test_odd_queue_pages_lead_back_to_the_first(as_moderator: Client, page: str) -> None:
    answer = as_moderator.get(f"{reverse('moderation:queue')}?state=mine&page={page}")
    assert (answer.status_code, answer["Location"]) == (302, "/moderation/?state=mine")


def test_reports_are_seen_by_their_author_alone(
    as_member: Client, as_other: Client, member: Member, opening: Post, guideline: Guideline
) -> None:
    filed = report(make_reply(opening), guideline, reporter=member)
    address = reverse("moderation:my_report", args=[filed.pk])
    assert as_member.get(address).status_code == 200
    assert as_other.get(address).status_code == 404


def test_read_only_members_can_still_report(
    reply: Post, guideline: Guideline, member: Member
) -> None:
    from django.utils import timezone

    member.read_only_until = timezone.now() + timedelta(days=1)
    assert report(reply, guideline, member).pk


def test_own_and_hidden_posts_are_not_reported(reply: Post, guideline: Guideline) -> None:
    with pytest.raises(ActionDenied):
        report(reply, guideline, reply.author)
    reply.status = Post.Status.HIDDEN
    with pytest.raises(ActionDenied):
        report(reply, guideline)


@pytest.mark.parametrize(("words", "agree", "is_filed"), [
    ("", False, True), ("He sounds like me before my relapse.", False, False),
    ("He sounds like me before my relapse.", True, True),
])  # fmt: skip
def test_words_of_a_report_are_kept_by_agreement(
    as_member: Client, member: Member, reply: Post, words: str, agree: bool, is_filed: bool
) -> None:
    address = reverse("moderation:report", args=[reply.pk])
    assert b'name="agree"' not in as_member.get(address).content
    Member.objects.filter(pk=member.pk).update(consent_version=0)
    assert b'name="agree"' in as_member.get(address).content
    form = {"reason": "worried", "words": words, **({"agree": "on"} if agree else {})}
    answer = as_member.post(address, form)
    assert Report.objects.exists() is is_filed
    if not is_filed:
        assert answer.status_code == 422
        assert words.encode() in answer.content
        assert b"leave your words out" in answer.content
