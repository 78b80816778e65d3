"""Two things at the same moment: one goes first, nothing is lost, nothing is done twice."""

import uuid
from collections.abc import Callable

import pytest

from accounts.models import PERMANENT, Member
from forums.actions.replies import edit_post, withdraw_post
from forums.actions.visibility import hide_post
from forums.models import Post, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.actions.batches import hide_posts_of, undo_batch
from moderation.actions.crisis import write_care_note
from moderation.actions.deciding import take_decision_back
from moderation.models import Appeal, Batch, CareNote, Case, CaseLogEntry, Decision, Report
from moderation.records import verify
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import decide, report
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)

again_and_again = pytest.mark.parametrize("turn", range(5))


def rule() -> Guideline:
    return Guideline.objects.get_or_create(number=3, defaults={"title": "Be kind"})[0]


def gapless() -> None:
    for room in Event.objects.values_list("room", flat=True).distinct():
        numbers = list(
            Event.objects.filter(room=room).order_by("seq").values_list("seq", flat=True)
        )
        assert numbers == list(range(1, len(numbers) + 1)), room


@again_and_again
def test_a_report_while_it_is_decided(topic: Topic, turn: int) -> None:
    guideline, opening = rule(), topic.posts.get(number=1)
    post = make_reply(opening)
    case = report(post, guideline).case
    version = Case.objects.get(pk=case.pk).version
    judge, late = MemberFactory(role="moderator"), MemberFactory()
    refused = at_once(
        lambda: decide(case, judge, guideline, outcome="warn", version=version),
        lambda: report(Post.objects.get(pk=post.pk), guideline, late),
    )
    case.refresh_from_db()
    filed = Report.objects.get(reporter=late)
    # Either the report came first and the decision was refused, or it opened the case again.
    assert case.is_open
    assert filed.closed_at is None
    assert case.decisions.count() == 1 - len(refused)
    gapless()
    assert verify().wrong == ""


@again_and_again
def test_an_appeal_is_decided_while_the_post_is_restored(topic: Topic, turn: int) -> None:
    guideline, opening = rule(), topic.posts.get(number=1)
    post = make_reply(opening)
    case = report(post, guideline).case
    decision = decide(case, MemberFactory(role="moderator"), guideline)
    words = {"member": post.author, "decision": decision, "words": "x"}
    again = ask_for_another_look(**words).case
    one, two = MemberFactory(role="admin"), MemberFactory(role="admin")
    at_once(
        lambda: take_decision_back(moderator=one, case=case, reason="x"),
        lambda: decide_appeal(
            moderator=two, case=again, verdict="overturned", reason="x", version=again.version
        ),
    )
    post.refresh_from_db()
    assert post.is_published
    assert CaseLogEntry.objects.filter(case=case, kind="restored").count() == 1
    restored = Event.objects.filter(kind="post.restored", ids={"post": post.pk})
    assert restored.count() == 1
    gapless()


def test_two_presses_make_one_appeal(topic: Topic) -> None:
    guideline, post = rule(), make_reply(topic.posts.get(number=1))
    decision = decide(report(post, guideline).case, MemberFactory(role="moderator"), guideline)
    press = lambda: ask_for_another_look(member=post.author, decision=decision, words="x")  # noqa: E731
    assert len(at_once(*[press] * 6)) == 5
    assert Appeal.objects.count() == 1
    assert Case.objects.filter(kind="appeal").count() == 1


def test_two_decide_one_appeal(topic: Topic) -> None:
    guideline, post = rule(), make_reply(topic.posts.get(number=1))
    decision = decide(report(post, guideline).case, MemberFactory(role="moderator"), guideline)
    case = ask_for_another_look(member=post.author, decision=decision, words="x").case

    def judge(by: Member, verdict: str) -> Callable[[], object]:
        return lambda: decide_appeal(
            moderator=by, case=case, verdict=verdict, reason="x", version=case.version
        )

    team = [MemberFactory(role="admin") for _ in range(6)]
    verdicts = ["upheld", "overturned"] * 3
    works = [judge(by, verdict) for by, verdict in zip(team, verdicts, strict=True)]
    assert len(at_once(*works)) == 5
    post.refresh_from_db()
    appeal = Appeal.objects.get()
    assert post.is_published == (appeal.status == "overturned")
    assert Notice.objects.filter(kind="appeal_decided").count() == 1


@again_and_again
def test_an_edit_while_it_is_hidden(topic: Topic, turn: int) -> None:
    opening, moderator = topic.posts.get(number=1), MemberFactory(role="moderator")
    post = make_reply(opening)
    at_once(
        lambda: edit_post(post=post, by=post.author, text="Other words.", version=1),
        lambda: hide_post(post=post, by=moderator),
    )
    post.refresh_from_db()
    assert post.status == "hidden"
    edited = post.text == "Other words."
    told = Event.objects.filter(ids={"post": post.pk}).order_by("seq")
    kinds = list(told.values_list("kind", flat=True))
    assert kinds == ["reply.posted", *(["post.edited"] if edited else []), "post.hidden"]
    assert post.revisions.count() == int(edited)
    gapless()


def test_two_presses_make_one_private_word(topic: Topic) -> None:
    case = report(make_reply(topic.posts.get(number=1)), None).case
    moderator, token = MemberFactory(role="moderator"), uuid.uuid4()
    press = lambda: write_care_note(by=moderator, case=case, words="x", token=token)  # noqa: E731
    assert at_once(*[press] * 6) == []
    assert CareNote.objects.count() == 1
    assert Decision.objects.count() == 0


@again_and_again
def test_a_heap_pressed_at_once_is_one_heap_and_undone_once(topic: Topic, turn: int) -> None:
    """Two moderators press, one of them twice; others write and take back meanwhile."""
    guideline, opening = rule(), topic.posts.get(number=1)
    seller = MemberFactory()
    elsewhere = [make_topic(board=topic.board) for _n in range(3)]
    mine = [make_reply(each, author=seller) for each in (opening, *elsewhere)]
    Member.objects.filter(pk=seller.pk).update(suspended_until=PERMANENT)
    seller.refresh_from_db()
    report(mine[0], guideline)
    team = [MemberFactory(role="moderator") for _n in range(2)]
    pks = [post.pk for post in mine]

    def press(by: Member) -> Callable[[], object]:
        return lambda: hide_posts_of(
            moderator=by, member=seller, posts=pks, guideline=guideline, reason="Adverts."
        )

    refused = at_once(
        *(press(by) for by in (*team, team[0])),
        lambda: withdraw_post(post=Post.objects.get(pk=pks[-1]), by=seller),
        *(lambda each=each: make_reply(each) for each in elsewhere),
    )
    assert refused == []
    assert not Post.objects.filter(author=seller, status="published").exists()
    decided = Decision.objects.values_list("case", flat=True)
    assert len(decided) == len(set(decided)) >= 3, "each was decided once"
    assert not Case.objects.filter(status="open").exclude(post=mine[-1]).exists()
    batch = Batch.objects.order_by("-pk").first()
    assert batch is not None
    undo = lambda: undo_batch(moderator=batch.moderator, batch=batch)  # noqa: E731
    assert len(at_once(undo, undo)) == 1, "the second is told that it was undone already"
    again = Post.objects.filter(author=seller, status="published").count()
    assert again == batch.decisions.exclude(case__post__status="withdrawn").count()
    assert Notice.objects.filter(member=seller, kind="restored").count() == again
    gapless()
    assert verify().wrong == ""
