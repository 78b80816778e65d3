"""What its author changes or takes back while a case about it waits, and who is left to decide."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import suspend_member
from accounts.actions.blocking import block_member
from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import Member, StatusChange
from forums.actions.replies import edit_post, undo_send, withdraw_post
from forums.actions.topics import close_topic
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.account_status import change_standing
from moderation.actions.claiming import claim_case, claim_next, give_back, hand_on, open_case
from moderation.actions.moderator_wellbeing import pass_on
from moderation.actions.reporting import file_report
from moderation.forms.deciding import DecisionForm, HandOnForm
from moderation.models import Case, CaseLogEntry, Decision, Report
from moderation.permissions import check_claim
from moderation.selectors.case import case_page
from notifications.models import Notice
from tests.factories import BoardFactory, MemberFactory, group_of, make_reply
from tests.moderation.acts import appeal, decide, judge_appeal, report


@pytest.mark.parametrize(
    "change",
    [
        lambda post: edit_post(post=post, by=post.author, text="Other words.", version=1),
        lambda post: edit_post(
            post=post, by=post.author, text=post.text, version=1, warnings=["needles"]
        ),
        lambda post: withdraw_post(post=post, by=post.author),
        lambda post: undo_send(post=post, by=post.author),
    ],
)
def test_what_was_read_before_is_not_judged(
    as_moderator: Client, moderator: Member, reply: Post, guideline: Guideline, change: Any
) -> None:
    case = report(reply, guideline).case
    case.refresh_from_db()
    change(Post.objects.get(pk=reply.pk))
    with pytest.raises(EditConflict, match="its author changed the post"):
        decide(case, moderator, guideline, outcome="warn", version=case.version)
    words = {"outcome": "hide", "guideline": guideline.pk, "reason": "No.", "version": case.version}
    assert as_moderator.post(case.get_absolute_url(), words).status_code == 409
    assert not Decision.objects.exists()
    assert decide(case, moderator, guideline, outcome="warn").pk


def test_the_history_says_so_and_the_record_keeps_what_was_judged(
    as_moderator: Client, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = open_case(moderator=moderator, post=reply)
    edit_post(post=reply, by=reply.author, text="Buy my herbs.", version=1)
    withdraw_post(post=reply, by=reply.author)
    case.refresh_from_db()
    assert case.taken_back == "Buy my herbs."
    kinds = list(case.entries.values_list("kind", flat=True))
    assert kinds[-2:] == [CaseLogEntry.Kind.EDITED, CaseLogEntry.Kind.TAKEN_BACK]
    # Nobody else reads it any more, so the page asks why first.
    assert b"Buy my herbs." not in as_moderator.get(case.get_absolute_url()).content
    assert "Buy my herbs." in case_page(case, moderator).snapshots[0]
    decision = decide(case, moderator, guideline, outcome="warn")
    assert decision.snapshot == "Buy my herbs."
    case.refresh_from_db()
    assert case.taken_back == "", "it stands with the decision"


def test_a_refused_change_changes_no_case(reply: Post, guideline: Guideline) -> None:
    case = report(reply, guideline).case
    version = Case.objects.get(pk=case.pk).version
    with pytest.raises(EditConflict):
        edit_post(post=reply, by=reply.author, text="Other words.", version=7)
    edit_post(post=reply, by=reply.author, text=reply.text, version=1)
    assert Case.objects.get(pk=case.pk).version == version


def outcomes(case: Case, moderator: Member) -> set[str]:
    here = Case.objects.get(pk=case.pk)
    form: Any = DecisionForm(None, case=here, viewer=moderator)
    return {value for value, _label in form.fields["outcome"].choices}


def test_what_can_be_decided_fits_what_is_there(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    # There is no other board to move it to.
    assert "move" not in outcomes(case, moderator)
    BoardFactory()
    all_of_it = outcomes(case, moderator)
    assert {"hide", "fold", "take_out", "close", "slow", "warn", "thank"} <= all_of_it
    close_topic(topic=reply.topic, by=moderator)
    assert all_of_it - outcomes(case, moderator) == {"close", "slow"}
    withdraw_post(post=reply, by=reply.author)
    left = outcomes(case, moderator)
    assert left == {"no_action", "warn", "restrict", "suspend", "ban", "move"}


def test_what_is_withdrawn_while_it_is_reported_is_still_told(
    as_member: Client, opening: Post, guideline: Guideline
) -> None:
    """Also when the whole topic went with it."""
    address = reverse("moderation:report", args=[opening.pk])
    assert as_member.get(address).status_code == 200
    withdraw_post(post=opening, by=opening.author)
    answer = as_member.post(address, {"reason": guideline.pk, "words": "It offered a cure."})
    assert answer.status_code == 302
    told = Report.objects.get()
    assert (told.words, told.case.post) == ("It offered a cure.", opening)
    assert "You can still tell us what it said." in as_member.get(address).content.decode()


def test_only_who_can_decide_is_asked(
    admin: Member, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    reporter = MemberFactory(role="moderator")
    case = report(reply, guideline, reporter).case
    team = {
        "suspended": MemberFactory(role="moderator", suspended_until="2999-01-01T00:00Z"),
        "elsewhere": MemberFactory(role="moderator", moderated_board_ids=[0]),
        "author": reply.author,
        "reporter": reporter,
        "member": MemberFactory(),
    }
    colleague = MemberFactory(role="moderator")
    form: Any = HandOnForm(case=Case.objects.get(pk=case.pk), viewer=moderator)
    assert set(form.fields["to"].queryset) == {admin, colleague}
    assert not set(team.values()) & set(form.fields["to"].queryset)


def test_who_was_asked_and_is_no_moderator_any_more_is_not_waited_for(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    colleague = MemberFactory(role="moderator")
    case = report(reply, guideline).case
    hand_on(moderator=moderator, case=case, colleague=colleague, words="You know more.")
    assert claim_next(moderator=moderator) is None
    colleague.groups.clear()
    assert claim_next(moderator=moderator) == case


def test_nothing_waits_is_said_when_nothing_waits(
    as_moderator: Client, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    address = reverse("moderation:next")
    assert "Nothing is waiting." in as_moderator.post(address, follow=True).content.decode()
    report(make_reply(reply), guideline, moderator)
    page = as_moderator.post(address, follow=True).content.decode()
    assert "Nothing is waiting." not in page
    assert "What waits is not for you at this moment" in page


# Nothing waits for ever


def overdue(case: Case) -> Case:
    Case.objects.filter(pk=case.pk).update(review_due_at=timezone.now() - timedelta(minutes=1))
    return Case.objects.get(pk=case.pk)


def test_an_appeal_against_the_only_moderator_is_decided(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    decision = decide(report(reply, guideline).case, moderator, guideline)
    again = appeal(decision, reply.author)
    assert claim_next(moderator=moderator) is None, "somebody may come, while there is time"
    overdue(again)
    assert claim_next(moderator=moderator) == again
    give_back(moderator=moderator, case=again)
    # As soon as there is somebody else, it is theirs.
    colleague = MemberFactory(role="moderator")
    assert claim_next(moderator=moderator) is None
    with pytest.raises(ActionDenied, match="your own decision"):
        check_claim(moderator, Case.objects.get(pk=again.pk))
    assert claim_next(moderator=colleague) == again


def test_what_was_handed_to_no_admin_is_the_teams_again(
    admin: Member, moderator: Member, opening: Post, guideline: Guideline
) -> None:
    """The only admin is whom it is about."""
    case = report(make_reply(opening, author=admin), guideline).case
    with pytest.raises(ActionDenied, match="No admin can decide"):
        hand_on(moderator=moderator, case=case, colleague=None, words="Too hard for me.")
    second = MemberFactory(role="admin")
    hand_on(moderator=moderator, case=case, colleague=None, words="Too hard for me.")
    assert claim_next(moderator=moderator) is None
    second.groups.clear()
    overdue(case)
    assert claim_next(moderator=moderator) == case
    give_back(moderator=moderator, case=case)
    second.groups.set(group_of("admin"))
    second.refresh_from_db()
    assert claim_next(moderator=moderator) is None
    assert claim_next(moderator=second) == case


def test_what_the_only_moderator_reported_is_decided(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline, moderator).case
    with pytest.raises(ActionDenied, match="reported this yourself"):
        decide(case, moderator, guideline, outcome="warn")
    overdue(case)
    assert claim_next(moderator=moderator) == case
    assert decide(case, moderator, guideline, outcome="warn").pk


def test_nobody_ever_decides_about_themselves(
    moderator: Member, opening: Post, guideline: Guideline
) -> None:
    case = overdue(report(make_reply(opening, author=moderator), guideline).case)
    assert claim_next(moderator=moderator) is None
    with pytest.raises(ActionDenied, match="about yourself"):
        check_claim(moderator, case)


@pytest.mark.parametrize("how", ["changed", "withdrawn"])
def test_an_appeal_about_words_that_changed_is_read_again(
    reply: Post, guideline: Guideline, moderator: Member, how: str
) -> None:
    decision = decide(report(reply, guideline).case, moderator, guideline, outcome="warn")
    waiting = appeal(decision, reply.author)
    version, second = waiting.version, MemberFactory(role="moderator")
    words = reply.text
    if how == "changed":
        edit_post(post=reply, by=reply.author, text="Other words.", version=reply.version)
    else:
        withdraw_post(post=reply, by=reply.author)
    waiting.refresh_from_db()
    assert waiting.version == version + 1
    with pytest.raises(EditConflict):
        judge_appeal(waiting, second, "overturned", version=version)
    judge_appeal(waiting, second, "changed", instead={"outcome": "warn"})
    latest = Decision.objects.latest("pk")
    assert latest.outcome == "warn"
    assert latest.snapshot == (words if how == "withdrawn" else "Other words.")
    assert Case.objects.get(pk=decision.case_id).taken_back == ""


@pytest.mark.parametrize("how", ["passes", "reports", "late"])
def test_who_was_asked_and_does_not_decide_is_not_waited_for(
    moderator: Member, reply: Post, guideline: Guideline, how: str
) -> None:
    colleague = MemberFactory(role="moderator")
    case = report(reply, guideline).case
    hand_on(moderator=moderator, case=case, colleague=colleague, words="You know more.")
    assert claim_next(moderator=moderator) is None
    if how == "passes":
        pass_on(moderator=colleague, case=case)
    elif how == "reports":
        report(reply, guideline, colleague)
    else:
        Case.objects.filter(pk=case.pk).update(review_due_at=timezone.now() - timedelta(minutes=1))
    assert claim_next(moderator=moderator) == case


def test_what_all_of_the_team_passed_on_comes_back_when_it_is_late(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    colleague = MemberFactory(role="moderator")
    case = report(reply, guideline).case
    for each in (moderator, colleague):
        pass_on(moderator=each, case=case)
    assert claim_next(moderator=moderator) is None
    Case.objects.filter(pk=case.pk).update(review_due_at=timezone.now() - timedelta(minutes=1))
    newcomer = MemberFactory(role="moderator")
    assert claim_next(moderator=moderator) is None
    newcomer.groups.clear()
    assert claim_next(moderator=moderator) == case


def test_what_belongs_to_other_boards_is_not_said_to_be_nothing(
    log_in: Any, reply: Post, guideline: Guideline
) -> None:
    limited = log_in(MemberFactory(role="moderator", moderated_board_ids=[0]))
    report(reply, guideline)
    page = limited.post(reverse("moderation:next"), follow=True).content.decode()
    assert "Nothing is waiting" not in page
    assert "it belongs to other boards" in page


def test_who_left_the_team_holds_nothing(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    colleague = MemberFactory(role="moderator")
    case = report(reply, guideline).case
    claim_case(moderator=colleague, case=case)
    assert claim_next(moderator=moderator) is None
    colleague.groups.clear()
    assert claim_next(moderator=moderator) == case
    claim_case(moderator=moderator, case=case)
    suspend_member(member=moderator, until=timezone.now() + timedelta(days=1), reason="x", by=None)
    other = MemberFactory(role="moderator")
    assert decide(case, other, guideline).moderator == other


def test_a_name_that_is_another_one_now_is_read_again(
    admin: Member, moderator: Member, reply: Post, guideline: Guideline
) -> None:
    filed = file_report(
        reporter=MemberFactory(), post=reply, reason="guideline", guideline=guideline, words="",
        is_about_name=True,
    )  # fmt: skip
    version = Case.objects.get(pk=filed.case_id).version
    change_standing(
        member=reply.author, by=admin, kind=StatusChange.Kind.RENAMED, reason="x",
        pseudonym="quiet wren",
    )  # fmt: skip
    with pytest.raises(EditConflict):
        decide(filed.case, moderator, guideline, outcome="warn", version=version)
    assert decide(filed.case, moderator, guideline, outcome="warn").snapshot == "quiet wren"


def test_a_topic_that_was_taken_back_is_reported_by_those_who_meet_its_author(
    as_member: Client, member: Member, opening: Post
) -> None:
    address = reverse("moderation:report", args=[opening.pk])
    withdraw_post(post=opening, by=opening.author)
    assert as_member.get(address).status_code == 200
    block_member(by=opening.author, member=member)
    assert as_member.get(address).status_code == 404


def limited(board_id: int | None = 0) -> Member:
    return MemberFactory(role="moderator", moderated_board_ids=[board_id])


def test_who_was_asked_and_looks_after_other_boards_now_keeps_nobody_waiting(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    colleague = MemberFactory(role="moderator")
    hand_on(moderator=moderator, case=case, colleague=colleague, words="You know more of it.")
    third = MemberFactory(role="moderator")
    assert claim_next(moderator=third) is None
    Member.objects.filter(pk=colleague.pk).update(moderated_board_ids=[0])
    assert claim_next(moderator=third) == case


def test_a_holder_who_looks_after_other_boards_now_holds_nothing(
    moderator: Member, reply: Post, guideline: Guideline
) -> None:
    case = report(reply, guideline).case
    assert claim_next(moderator=moderator) == case
    Member.objects.filter(pk=moderator.pk).update(moderated_board_ids=[0])
    assert Case.objects.get(pk=case.pk).holder is None
    assert claim_next(moderator=MemberFactory(role="moderator")) == case


def test_a_worry_about_the_only_one_for_its_board_rings_the_others(
    admin: Member, opening: Post
) -> None:
    """All the others look after other boards."""
    elsewhere = limited()
    case = report(make_reply(opening, author=admin), None).case
    assert Notice.objects.filter(kind="worry_waits", member=elsewhere).exists()
    assert claim_next(moderator=elsewhere) == case


def test_a_case_about_the_only_one_for_its_board_waits_no_longer_than_it_should(
    admin: Member, opening: Post, guideline: Guideline
) -> None:
    elsewhere = limited()
    case = report(make_reply(opening, author=admin), guideline).case
    assert claim_next(moderator=elsewhere) is None
    overdue(case)
    assert claim_next(moderator=elsewhere) == case


def test_what_is_warned_of_in_an_earlier_version_stays_folded(
    as_member: Client, opening: Post
) -> None:
    author = MemberFactory()
    post = make_reply(opening, author=author, text="canaryneedle", warnings=["needles"])
    edit_post(post=post, by=author, text="Something else.", version=1, warnings=[])
    page = as_member.get(reverse("forums:history", args=[post.pk])).content.decode()
    before = page[: page.index("canaryneedle")]
    assert before.rfind("<details") > before.rfind("</details>")
