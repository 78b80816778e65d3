"""What a decision did is taken back by its own id, and an appeal never ends harder."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import suspend_member
from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.models import Post, Topic
from guidance.models import Guideline
from moderation.actions.claiming import open_case
from moderation.actions.deciding import take_decision_back
from moderation.models import Case, Decision
from moderation.records import verify
from notifications.models import Notice
from tests.factories import BoardFactory, MemberFactory, make_reply, make_topic
from tests.moderation.acts import appeal, decide, judge_appeal, judged, overturned, report


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_ban_and_a_suspension_both_overturned_leave_nothing(
    author: Member, guideline: Guideline, moderator: Member, order: tuple[int, int]
) -> None:
    both = [
        judged(author, guideline, moderator, "ban"),
        judged(author, guideline, moderator, "suspend", days=7),
    ]
    for number in order:
        overturned(both[number], author)
    assert not author.is_suspended
    assert author.suspended_until is None


def test_of_two_bans_in_the_same_words_the_other_stands(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    first = judged(author, guideline, moderator, "ban", reason="The same words.")
    second = judged(author, guideline, moderator, "ban", reason="The same words.")
    overturned(first, author)
    assert author.is_banned
    overturned(second, author)
    assert author.suspended_until is None


def test_a_shorter_restriction_stands_when_the_longer_is_overturned(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    long = judged(author, guideline, moderator, "restrict", days=30)
    judged(author, guideline, moderator, "restrict", days=7)
    overturned(long, author)
    assert author.read_only_until is not None
    left = author.read_only_until - timezone.now()
    assert timedelta(days=6) < left < timedelta(days=8)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_topic_slowed_twice_goes_as_what_still_stands_says(
    author: Member, guideline: Guideline, moderator: Member, order: tuple[int, int]
) -> None:
    opening = make_topic(author=author)
    posts = [make_reply(opening, author=author, text=f"Post {n}.") for n in range(2)]
    both = [
        judged(author, guideline, moderator, "slow", minutes=minutes, post=post)
        for minutes, post in zip((30, 60), posts, strict=True)
    ]
    overturned(both[order[0]], author)
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == (60 if order[0] == 0 else 30)
    overturned(both[order[1]], author)
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == 0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_post_folded_twice_too(
    author: Member, guideline: Guideline, moderator: Member, order: tuple[int, int]
) -> None:
    post = make_reply(make_topic(), author=author)
    both = [
        judged(author, guideline, moderator, "fold", warning=warning, post=post)
        for warning in ("one", "two")
    ]
    overturned(both[order[0]], author)
    post.refresh_from_db()
    assert post.warning == ("two" if order[0] == 0 else "one")
    overturned(both[order[1]], author)
    post.refresh_from_db()
    assert post.warning == ""


HARDER = [
    ("warn", "suspend", 30), ("warn", "restrict", 1), ("hide", "warn", None),
    ("fold", "hide", None), ("restrict", "suspend", 1), ("warn", "hide_and_warn", None),
    ("correct", "fold", None), ("fold", "take_out", None), ("warn", "take_out", None),
    # Something else altogether, which the form does not offer.
    ("correct", "close", None), ("correct", "slow", None), ("fold", "close", None),
    ("hide", "close", None), ("hide", "take_out", None), ("warn", "close", None),
]  # fmt: skip
MILDER = [
    ("restrict", "fold", None), ("suspend", "restrict", 3), ("hide_and_warn", "hide", None),
    ("suspend", "warn", None), ("warn", "warn", None), ("restrict", "restrict", 2),
    ("fold", "correct", None), ("warn", "fold", None),
]  # fmt: skip


def instead_of(
    author: Member, guideline: Guideline, by: Member, was: str, instead: str, days: int | None
) -> Decision:
    more = {"note": "No.", "source": "https://nice.example/"}
    decision = judged(author, guideline, by, was, days=5, warning="x", **more)
    case = appeal(decision, author)
    words = {"outcome": instead, "days": days, "warning": "Heights", "take_out": "a", **more}
    judge_appeal(case, MemberFactory(role="moderator"), "changed", instead=words)
    return Decision.objects.latest("pk")


@pytest.mark.parametrize(("was", "instead", "days"), HARDER)
def test_an_appeal_never_ends_harder(
    author: Member, guideline: Guideline, moderator: Member, was: str, instead: str, days: int
) -> None:
    with pytest.raises(ActionDenied):
        instead_of(author, guideline, moderator, was, instead, days)


@pytest.mark.parametrize(("was", "instead", "days"), MILDER)
def test_it_may_end_milder(
    author: Member, guideline: Guideline, moderator: Member, was: str, instead: str, days: int
) -> None:
    assert instead_of(author, guideline, moderator, was, instead, days).outcome == instead


def test_nor_does_it_last_longer(author: Member, guideline: Guideline, moderator: Member) -> None:
    milder = instead_of(author, guideline, moderator, "restrict", "restrict", 300)
    assert milder.days == 5
    author.refresh_from_db()
    assert author.read_only_until is not None
    assert author.read_only_until - timezone.now() < timedelta(days=5, minutes=1)


@pytest.mark.parametrize("outcome", ["thank", "no_action"])
def test_what_says_nothing_against_the_author_names_no_guideline(
    as_moderator: Client, log_in: Any, reply: Post, guideline: Guideline, outcome: str
) -> None:
    case = report(reply, guideline).case
    page = as_moderator.get(case.get_absolute_url())
    begun = page.context["form"].initial
    assert "This is about guideline" in begun["reason"]
    as_moderator.post(
        case.get_absolute_url(),
        {
            "outcome": outcome, "guideline": guideline.pk, "reason": begun["reason"],
            "version": begun["version"],
        },
    )  # fmt: skip
    decision = Decision.objects.get()
    assert decision.guideline is None
    assert "guideline" not in decision.reason
    told = log_in(reply.author).get(reverse("moderation:decision_detail", args=[decision.pk]))
    assert b"This is about guideline" not in told.content


@pytest.mark.parametrize(
    ("outcome", "more"), [("close", {}), ("slow", {"minutes": 10}), ("move", {"board": True})]
)
def test_who_opened_a_topic_hears_what_is_done_with_it(
    author: Member, other: Member, guideline: Guideline, moderator: Member,
    outcome: str, more: dict[str, Any],
) -> None:  # fmt: skip
    opening = make_topic(author=other)
    if "board" in more:
        more = {"board": BoardFactory()}
    judged(author, guideline, moderator, outcome, opening=opening, **more)
    notice = Notice.objects.get(member=other, kind="topic_tended")
    assert notice.link == reverse("forums:find_topic", args=[opening.topic_id])


def old(**more: Any) -> Member:
    return MemberFactory(joined_at=timezone.now() - timedelta(days=90), **more)


def test_two_fresh_accounts_slow_no_topic(topic: Topic, guideline: Guideline) -> None:
    post = make_reply(topic.posts.get(number=1))
    for _ in range(2):
        report(post, guideline, MemberFactory())
    topic.refresh_from_db()
    assert topic.slow_minutes == 0
    for _ in range(2):
        report(post, guideline, old())
    topic.refresh_from_db()
    assert topic.slow_minutes == 10


def test_adverts_make_no_topic_hot(topic: Topic, guideline: Guideline) -> None:
    Guideline.objects.filter(pk=guideline.pk).update(is_about_spam=True)
    guideline.refresh_from_db()
    for _ in range(3):
        report(make_reply(topic.posts.get(number=1)), guideline, old())
    topic.refresh_from_db()
    assert topic.slow_minutes == 0


def test_a_case_that_ends_in_nothing_lets_the_topic_go_again(
    topic: Topic, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(topic.posts.get(number=1))
    for _ in range(2):
        report(post, guideline, old())
    decide(Case.objects.get(post=post), moderator, None, outcome="no_action")
    topic.refresh_from_db()
    assert topic.slow_minutes == 0


# Taken back by the team itself


def taken_back(decision: Decision, by: Member) -> bool:
    case = Case.objects.get(pk=decision.case_id)
    return take_decision_back(moderator=by, case=case, reason="My mistake.")


@pytest.mark.parametrize(
    ("outcome", "more"),
    [("hide", {}), ("hide_and_warn", {}), ("restrict", {"days": 3}), ("suspend", {"days": 3}),
     ("ban", {}), ("warn", {}), ("fold", {"warning": "Blood"}), ("close", {}),
     ("slow", {"minutes": 30}), ("correct", {"note": "No.", "source": "NICE"})],
)  # fmt: skip
def test_whoever_decided_takes_all_of_it_back(
    author: Member, guideline: Guideline, moderator: Member, log_in: Any,
    outcome: str, more: dict[str, Any],
) -> None:  # fmt: skip
    post = make_reply(make_topic(), author=author)
    before = Post.objects.filter(pk=post.pk).values("status", "warning", "correction").get()
    decision = judged(author, guideline, moderator, outcome, post=post, **more)
    page = log_in(moderator).get(decision.case.get_absolute_url()).content.decode()
    assert "This was a mistake: take it back" in page
    assert taken_back(decision, moderator)
    assert Post.objects.filter(pk=post.pk).values("status", "warning", "correction").get() == before
    topic = Topic.objects.get(pk=post.topic_id)
    assert (topic.status, topic.slow_minutes) == ("open", 0)
    author.refresh_from_db()
    assert (author.is_suspended, author.is_read_only) == (False, False)
    told = log_in(author).get(decision.get_absolute_url()).content.decode()
    assert "This was a mistake and is taken back." in told
    assert "My mistake." in told
    # Once.
    assert not taken_back(decision, moderator)
    assert verify().wrong == ""


@pytest.mark.parametrize("outcome", ["no_action", "thank", "take_out"])
def test_where_nothing_can_be_given_back_it_is_not_offered(
    author: Member, guideline: Guideline, moderator: Member, log_in: Any, outcome: str
) -> None:
    decision = judged(author, guideline, moderator, outcome, take_out="legs")
    page = log_in(moderator).get(decision.case.get_absolute_url()).content.decode()
    assert "take it back" not in page
    assert not taken_back(decision, moderator)


def test_an_appeal_ends_with_what_it_was_against(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    decision = judged(author, guideline, moderator, "hide")
    waiting = appeal(decision, author)
    taken_back(decision, moderator)
    waiting.refresh_from_db()
    assert not waiting.is_open
    assert waiting.appeal is not None
    assert (waiting.appeal.status, waiting.appeal.reason) == ("overturned", "My mistake.")


def test_what_was_shown_again_hides_nothing_any_more(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(make_topic(), author=author)
    first = judged(author, guideline, moderator, "hide", post=post)
    taken_back(first, moderator)
    second = judged(author, guideline, moderator, "hide", post=post)
    overturned(second, author)
    assert Post.objects.get(pk=post.pk).is_published


def test_nothing_was_wrong_with_it_the_second_time(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(make_topic(), author=author)
    judged(author, guideline, moderator, "hide", post=post)
    open_case(moderator=moderator, post=Post.objects.get(pk=post.pk))
    decide(Case.objects.get(post=post), moderator, guideline, outcome="no_action")
    last = judged(author, guideline, moderator, "hide", post=post)
    overturned(last, author)
    assert Post.objects.get(pk=post.pk).is_published


def test_something_milder_instead_shows_no_post_that_another_decision_hid(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(make_topic(), author=author)
    warned = judged(author, guideline, moderator, "warn", post=post)
    waiting = appeal(warned, author)
    judged(author, guideline, moderator, "hide", post=post)
    instead = {"outcome": "correct", "note": "No.", "source": "NICE"}
    judge_appeal(waiting, MemberFactory(role="moderator"), "changed", instead=instead)
    assert Post.objects.get(pk=post.pk).status == "hidden"


def test_what_an_admin_asked_for_holds_when_a_longer_decision_is_overturned(
    author: Member, guideline: Guideline, moderator: Member, admin: Member
) -> None:
    decision = judged(author, guideline, moderator, "suspend", days=7)
    until = timezone.now() + timedelta(days=3)
    suspend_member(member=author, until=until, reason="x", by=admin)
    overturned(decision, author)
    assert author.suspended_until == until


def test_an_earlier_decision_can_be_taken_back_too(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    banned = judged(author, guideline, moderator, "ban")
    report(banned.case.post, guideline)
    case = Case.objects.get(pk=banned.case_id)
    decide(case, moderator, None, outcome="no_action", reason="This one is fine.")
    assert take_decision_back(moderator=moderator, case=case, reason="A mistake.")
    author.refresh_from_db()
    assert not author.is_banned
    assert not take_decision_back(moderator=moderator, case=case, reason="Again?")


def test_nothing_shows_what_a_standing_decision_hides(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(make_topic(), author=author)
    first = judged(author, guideline, moderator, "hide", post=post)
    report(post, guideline, MemberFactory())
    case = Case.objects.get(pk=first.case_id)
    if case.is_open:
        decide(case, moderator, guideline, outcome="warn")
        assert take_decision_back(moderator=moderator, case=case, reason="Too much.")
    take_decision_back(moderator=moderator, case=case, reason="And the first.")
    post.refresh_from_db()
    was = post.status
    assert not take_decision_back(moderator=moderator, case=case, reason="Nothing left.")
    post.refresh_from_db()
    assert post.status == was == "published"


def test_however_many_fresh_accounts_slow_no_topic(topic: Topic, guideline: Guideline) -> None:
    post = make_reply(topic.posts.get(number=1))
    for _ in range(5):
        report(post, guideline, MemberFactory())
    topic.refresh_from_db()
    assert topic.slow_minutes == 0


def test_who_opened_a_topic_hears_that_it_went_slow(topic: Topic, guideline: Guideline) -> None:
    post = make_reply(topic.posts.get(number=1))
    for _ in range(2):
        report(post, guideline, old())
    topic.refresh_from_db()
    assert topic.slow_minutes == 10
    notice = Notice.objects.get(kind="topic_tended", member=topic.author)
    assert "slowly" in str(notice.parts)


def test_a_topic_goes_on_when_what_was_found_is_taken_back(
    topic: Topic, guideline: Guideline, moderator: Member
) -> None:
    post = make_reply(topic.posts.get(number=1))
    for _ in range(2):
        report(post, guideline, old())
    case = Case.objects.get(post=post)
    decide(case, moderator, guideline, outcome="warn")
    topic.refresh_from_db()
    assert topic.slow_minutes == 10
    assert take_decision_back(moderator=moderator, case=case, reason="A mistake.")
    topic.refresh_from_db()
    assert topic.slow_minutes == 0


def test_nothing_comes_instead_of_what_is_over(
    author: Member, guideline: Guideline, moderator: Member
) -> None:
    decision = judged(author, guideline, moderator, "suspend", days=7)
    waiting = appeal(decision, author)
    later = timezone.now() + timedelta(days=8)
    with pytest.MonkeyPatch.context() as clock:
        clock.setattr("moderation.actions.deciding.timezone.now", lambda: later)
        with pytest.raises(ActionDenied, match="ended already"):
            judge_appeal(
                waiting,
                MemberFactory(role="moderator"),
                "changed",
                instead={"outcome": "restrict", "days": 30, "guideline": guideline},
            )
