"""Posts that wait for a moderator before anybody reads them."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.access import Overtaken, Refused, TooMany
from accounts.models import Member
from forums import rules
from forums.actions.drafts import save_draft
from forums.actions.holding import let_through, send_reply, send_topic, take_back_held
from forums.actions.topics import close_topic
from forums.actions.visibility import hide_post
from forums.models import Board, Draft, HeldPost, Post, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.models import Case, Decision
from mssupport.export import export_of
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report


@pytest.fixture(autouse=True)
def _first_two_wait(settings: Any) -> None:
    settings.FIRST_POSTS_HELD = 2


@pytest.fixture
def newcomer(db: Any) -> Member:
    return MemberFactory(pseudonym="newcomer")


@pytest.fixture
def held(newcomer: Member, board: Board) -> HeldPost:
    found = send_topic(
        author=newcomer, board=board, title="canarytitle", text="canaryheld", token=uuid.uuid4()
    )
    assert isinstance(found, HeldPost)
    return found


def hold_reply(author: Member, topic: Topic, parent: Post | None = None) -> HeldPost:
    found = send_reply(
        author=author, topic=topic, parent=parent, text="canaryheld", token=uuid.uuid4()
    )
    assert isinstance(found, HeldPost)
    return found


def test_by_the_form_it_waits_and_then_is_there(
    newcomer: Member, as_moderator: Client, topic: Topic, log_in: Any
) -> None:
    client, token = log_in(newcomer), str(uuid.uuid4())
    address = reverse("forums:reply", args=[topic.pk])
    answer = client.post(address, {"text": "Hello, I am new.", "token": token}, follow=True)
    page = answer.content.decode()
    assert "waits for a moderator" in page
    assert "Hello, I am new." in page
    assert not Post.objects.filter(author=newcomer).exists()
    assert "A reply of yours waits here" in client.get(topic.get_absolute_url()).content.decode()
    case = Case.objects.get(about=newcomer)
    assert case.kind == "held"
    assert case.get_absolute_url() in as_moderator.get("/moderation/").content.decode()
    shown = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "Hello, I am new." in shown
    assert "Publish it" in shown
    decided = as_moderator.post(
        case.get_absolute_url(), {"outcome": "publish", "version": case.version, "reason": ""}
    )
    assert decided.status_code == 302
    post = Post.objects.get(author=newcomer)
    assert (post.text, post.topic, post.number) == ("Hello, I am new.", topic, 2)
    case.refresh_from_db()
    assert (case.post, case.held, case.status) == (post, None, "decided")
    notice = Notice.objects.get(member=newcomer, kind="let_through")
    assert notice.link == post.get_absolute_url()
    assert Event.objects.filter(room=topic.room, kind="reply.posted").exists()
    assert "waits here" not in client.get(topic.get_absolute_url()).content.decode()


def test_nobody_else_reads_it_anywhere(
    held: HeldPost, as_member: Client, topic: Topic, newcomer: Member
) -> None:
    waiting = hold_reply(newcomer, topic)
    for address in (
        "/", "/new/", held.board.get_absolute_url(), topic.get_absolute_url(),
        f"/search/?author={newcomer.pseudonym}", "/drafts/", "/record/", "/notices/",
    ):  # fmt: skip
        assert b"canary" not in as_member.get(address).content, address
    for each in (held, waiting):
        assert as_member.get(each.get_absolute_url()).status_code == 404
        assert as_member.post(each.get_absolute_url(), {"do": "forget"}).status_code == 404
    board = Board.objects.get(pk=held.board_id)
    assert board.topics_count == Topic.objects.filter(board=board).count()


def test_the_third_post_waits_no_more(newcomer: Member, topic: Topic, moderator: Member) -> None:
    for _ in range(2):
        let_through(held=hold_reply(newcomer, topic), by=moderator)
    assert isinstance(
        send_reply(author=newcomer, topic=topic, text="Third.", token=uuid.uuid4()), Post
    )


@pytest.mark.parametrize("most", [0, 2])
def test_who_waits(
    moderator: Member, newcomer: Member, topic: Topic, settings: Any, most: int
) -> None:
    settings.FIRST_POSTS_HELD = most
    words: dict[str, Any] = {"topic": topic, "text": "x y", "token": uuid.uuid4()}
    assert isinstance(send_reply(author=moderator, **words), Post)
    found = send_reply(author=newcomer, **words)
    assert isinstance(found, HeldPost if most else Post)


def test_ten_presses_are_one(newcomer: Member, topic: Topic, moderator: Member) -> None:
    token = uuid.uuid4()
    words: dict[str, Any] = {"author": newcomer, "topic": topic, "token": token}
    first = send_reply(text="Hello.", **words)
    assert send_reply(text="Hello.", **words) == first
    with pytest.raises(Overtaken):
        send_reply(text="Other words.", **words)
    assert Case.objects.filter(about=newcomer).count() == 1
    assert isinstance(first, HeldPost)
    post = let_through(held=first, by=moderator)
    assert send_reply(text="Hello.", **words) == post
    assert let_through(held=first, by=moderator) == post
    assert Post.objects.filter(author=newcomer).count() == 1


def test_a_handful_waits_and_no_more(newcomer: Member, topic: Topic) -> None:
    for _ in range(rules.MOST_HELD):
        hold_reply(newcomer, topic)
    with pytest.raises(TooMany):
        hold_reply(newcomer, topic)


def test_it_is_not_published_with_a_reason_and_an_appeal(
    held: HeldPost, newcomer: Member, moderator: Member, admin: Member, guideline: Guideline,
    log_in: Any,
) -> None:  # fmt: skip
    case = held.case  # type: ignore[attr-defined]
    decision = decide(case, moderator, guideline, outcome="refuse", reason="Not here.")
    held.refresh_from_db()
    assert held.status == "refused"
    assert Notice.objects.filter(member=newcomer, kind="not_published").exists()
    client = log_in(newcomer)
    told = client.get(decision.get_absolute_url()).content.decode()
    assert "Your post is not published" in told
    assert "canaryheld" in told
    assert "Not here." in told
    assert "canaryheld" in client.get(held.get_absolute_url()).content.decode()
    assert "canarytitle" in client.get("/record/").content.decode()
    appeal = ask_for_another_look(member=newcomer, decision=decision, words="Please.").case
    page = log_in(admin).get(appeal.get_absolute_url()).content.decode()
    assert "The decision is taken back" in page
    assert "Something else instead" not in page
    decide_appeal(
        moderator=admin, case=appeal, verdict="overturned", reason="It fits.",
        version=appeal.version,
    )  # fmt: skip
    post = Post.objects.get(author=newcomer)
    assert post.topic.title == "canarytitle"
    case.refresh_from_db()
    assert case.post == post


@pytest.mark.parametrize("outcome", ["restrict", "suspend", "ban"])
def test_refusing_can_go_further(
    held: HeldPost, moderator: Member, guideline: Guideline, outcome: str
) -> None:
    decide(held.case, moderator, guideline, outcome=outcome, days=7)  # type: ignore[attr-defined]
    held.refresh_from_db()
    assert held.status == "refused"
    held.author.refresh_from_db()
    assert held.author.is_read_only or held.author.is_suspended


@pytest.mark.parametrize("outcome", ["hide", "warn", "move", "fold", "approve", "no_action"])
def test_what_makes_no_sense_is_refused(
    held: HeldPost, moderator: Member, guideline: Guideline, outcome: str
) -> None:
    with pytest.raises(Refused):
        decide(held.case, moderator, guideline, outcome=outcome)  # type: ignore[attr-defined]


def test_its_author_takes_it_back_to_change_it(
    held: HeldPost, newcomer: Member, log_in: Any, as_moderator: Client, moderator: Member,
    guideline: Guideline,
) -> None:  # fmt: skip
    client = log_in(newcomer)
    answer = client.post(held.get_absolute_url(), {"do": "change"}, follow=True)
    page = answer.content.decode()
    assert "canaryheld" in page
    assert "canarytitle" in page
    case = Case.objects.get(about=newcomer)
    assert case.status == "decided"
    assert b"canaryheld" not in as_moderator.get(case.get_absolute_url()).content
    held.refresh_from_db()
    assert (held.status, held.text) == ("taken_back", "")
    with pytest.raises(Overtaken):
        decide(case, moderator, guideline, outcome="publish")
    with pytest.raises(Refused):
        let_through(held=held, by=moderator)


def test_taken_back_for_good_leaves_no_draft(held: HeldPost, newcomer: Member) -> None:
    take_back_held(held=held, by=newcomer, keeps_draft=False)
    assert not Draft.objects.filter(member=newcomer).exists()


def test_publishing_leaves_the_next_draft_alone(
    newcomer: Member, topic: Topic, moderator: Member
) -> None:
    held = hold_reply(newcomer, topic)
    save_draft(member=newcomer, place=f"topic:{topic.pk}", title="", text="The next thing.")
    let_through(held=held, by=moderator)
    assert Draft.objects.get(member=newcomer).text == "The next thing."


def test_what_it_answered_may_be_gone(newcomer: Member, opening: Post, moderator: Member) -> None:
    parent = make_reply(opening)
    held = hold_reply(newcomer, opening.topic, parent)
    hide_post(post=parent, by=moderator)
    post = let_through(held=held, by=moderator)
    assert (post.parent, post.level) == (None, 1)


def test_a_closed_topic_takes_it_no_more(
    newcomer: Member, topic: Topic, as_moderator: Client, moderator: Member
) -> None:
    held = hold_reply(newcomer, topic)
    close_topic(topic=topic, by=moderator)
    case = held.case  # type: ignore[attr-defined]
    answer = as_moderator.post(
        case.get_absolute_url(), {"outcome": "publish", "version": case.version}
    )
    assert answer.status_code == 422
    assert "takes no more replies" in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_cry_for_help_is_looked_at_sooner(newcomer: Member, topic: Topic, board: Board) -> None:
    calm = hold_reply(newcomer, topic)
    cry = send_topic(
        author=newcomer, board=board, title="Tonight", text="I want to kill myself.",
        token=uuid.uuid4(),
    )  # fmt: skip
    assert list(Case.objects.waiting()) == [cry.case, calm.case]  # type: ignore[union-attr, attr-defined]


def test_a_post_that_was_let_through_is_reported_into_the_same_case(
    held: HeldPost, moderator: Member, guideline: Guideline
) -> None:
    case = held.case  # type: ignore[attr-defined]
    decide(case, moderator, None, outcome="publish")
    post = Post.objects.get(text="canaryheld")
    again = report(post, guideline).case
    assert again.pk == case.pk
    assert (again.kind, again.status) == ("report", "open")


def test_what_waits_is_in_the_export(held: HeldPost, newcomer: Member) -> None:
    (row,) = export_of(newcomer)["not_published"]
    assert (row["title"], row["text"], row["status"]) == ("canarytitle", "canaryheld", "waiting")
