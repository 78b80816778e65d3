"""Posts that wait for a moderator before anybody reads them."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions.consenting import withdraw_consent
from accounts.exceptions import ActionDenied, EditConflict, RateLimited
from accounts.models import Member
from composing.actions.drafts import save_draft
from composing.models import Draft
from forums import permissions
from forums.actions.pending_posts import approve_pending_post, cancel_pending_post, reopen_as_draft
from forums.actions.replies import post_reply
from forums.actions.topics import close_topic, start_topic
from forums.actions.visibility import hide_post
from forums.models import Board, PendingPost, Post, Topic
from guidance.models import Guideline
from live.models import Event
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.actions.claiming import claim_case
from moderation.models import Access, Case, Decision
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
def held(newcomer: Member, board: Board) -> PendingPost:
    found = start_topic(
        author=newcomer, board=board, title="canarytitle", text="canaryheld", token=uuid.uuid4()
    )
    assert isinstance(found, PendingPost)
    return found


def hold_reply(author: Member, topic: Topic, parent: Post | None = None) -> PendingPost:
    found = post_reply(
        author=author, topic=topic, parent=parent, text="canaryheld", token=uuid.uuid4()
    )
    assert isinstance(found, PendingPost)
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
    held: PendingPost, as_member: Client, topic: Topic, newcomer: Member
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
        approve_pending_post(held=hold_reply(newcomer, topic), by=moderator)
    assert isinstance(
        post_reply(author=newcomer, topic=topic, text="Third.", token=uuid.uuid4()), Post
    )


@pytest.mark.parametrize("most", [0, 2])
def test_who_waits(
    moderator: Member, newcomer: Member, topic: Topic, settings: Any, most: int
) -> None:
    settings.FIRST_POSTS_HELD = most
    words: dict[str, Any] = {"topic": topic, "text": "x y", "token": uuid.uuid4()}
    assert isinstance(post_reply(author=moderator, **words), Post)
    found = post_reply(author=newcomer, **words)
    assert isinstance(found, PendingPost if most else Post)


def test_ten_presses_are_one(newcomer: Member, topic: Topic, moderator: Member) -> None:
    token = uuid.uuid4()
    words: dict[str, Any] = {"author": newcomer, "topic": topic, "token": token}
    first = post_reply(text="Hello.", **words)
    assert post_reply(text="Hello.", **words) == first
    with pytest.raises(EditConflict):
        post_reply(text="Other words.", **words)
    assert Case.objects.filter(about=newcomer).count() == 1
    assert isinstance(first, PendingPost)
    post = approve_pending_post(held=first, by=moderator)
    assert post_reply(text="Hello.", **words) == post
    assert approve_pending_post(held=first, by=moderator) == post
    assert Post.objects.filter(author=newcomer).count() == 1


def test_a_handful_waits_and_no_more(newcomer: Member, topic: Topic) -> None:
    for _ in range(permissions.MAX_PENDING_POSTS):
        hold_reply(newcomer, topic)
    with pytest.raises(RateLimited):
        hold_reply(newcomer, topic)


def test_it_is_not_published_with_a_reason_and_an_appeal(
    held: PendingPost, newcomer: Member, moderator: Member, admin: Member, guideline: Guideline,
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
    assert Notice.objects.get(member=newcomer, kind="let_through").link == post.get_absolute_url()
    assert "What had been decided" in client.get(decision.get_absolute_url()).content.decode()


@pytest.mark.parametrize("outcome", ["restrict", "suspend", "ban"])
def test_refusing_can_go_further(
    held: PendingPost, moderator: Member, guideline: Guideline, outcome: str
) -> None:
    decide(held.case, moderator, guideline, outcome=outcome, days=7)  # type: ignore[attr-defined]
    held.refresh_from_db()
    assert held.status == "refused"
    held.author.refresh_from_db()
    assert held.author.is_read_only or held.author.is_suspended


@pytest.mark.parametrize("outcome", ["hide", "warn", "move", "fold", "approve", "no_action"])
def test_what_makes_no_sense_is_refused(
    held: PendingPost, moderator: Member, guideline: Guideline, outcome: str
) -> None:
    with pytest.raises(ActionDenied):
        decide(held.case, moderator, guideline, outcome=outcome)  # type: ignore[attr-defined]


def test_its_author_takes_it_back_to_change_it(
    held: PendingPost, newcomer: Member, log_in: Any, as_moderator: Client, moderator: Member,
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
    with pytest.raises(EditConflict):
        decide(case, moderator, guideline, outcome="publish")
    with pytest.raises(ActionDenied):
        approve_pending_post(held=held, by=moderator)


def test_taken_back_for_good_leaves_no_draft(held: PendingPost, newcomer: Member) -> None:
    cancel_pending_post(held=held, by=newcomer)
    assert not Draft.objects.filter(member=newcomer).exists()


def test_publishing_leaves_the_next_draft_alone(
    newcomer: Member, topic: Topic, moderator: Member
) -> None:
    held = hold_reply(newcomer, topic)
    save_draft(member=newcomer, place=f"topic:{topic.pk}", title="", text="The next thing.")
    approve_pending_post(held=held, by=moderator)
    assert Draft.objects.get(member=newcomer).text == "The next thing."


def test_what_it_answered_may_be_gone(newcomer: Member, opening: Post, moderator: Member) -> None:
    parent = make_reply(opening)
    held = hold_reply(newcomer, opening.topic, parent)
    hide_post(post=parent, by=moderator)
    post = approve_pending_post(held=held, by=moderator)
    assert (post.parent, post.level) == (None, 1)


def test_a_topic_that_closed_meanwhile_still_takes_it(
    newcomer: Member, topic: Topic, moderator: Member
) -> None:
    held = hold_reply(newcomer, topic)
    close_topic(topic=topic, by=moderator)
    assert approve_pending_post(held=held, by=moderator).topic_id == topic.pk


def test_a_hidden_topic_does_not(
    newcomer: Member, opening: Post, as_moderator: Client, moderator: Member
) -> None:
    held = hold_reply(newcomer, opening.topic)
    hide_post(post=opening, by=moderator)
    case = held.case  # type: ignore[attr-defined]
    answer = as_moderator.post(
        case.get_absolute_url(), {"outcome": "publish", "version": case.version}
    )
    assert answer.status_code == 422
    assert "The topic is hidden" in answer.content.decode()
    assert not Decision.objects.exists()


def test_nor_is_it_published_without_agreement(
    held: PendingPost, newcomer: Member, moderator: Member
) -> None:
    withdraw_consent(member=newcomer)
    with pytest.raises(ActionDenied):
        approve_pending_post(held=held, by=moderator)


def test_who_may_need_help_is_not_made_to_wait(
    newcomer: Member, topic: Topic, log_in: Any, moderator: Member
) -> None:
    """It is published, the help card stands there, and the team is rung as for any worry."""
    client, address = log_in(newcomer), reverse("forums:reply", args=[topic.pk])
    words = {"text": "I want to kill myself tonight.", "token": str(uuid.uuid4())}
    answer = client.post(address, words)
    post = Post.objects.get(author=newcomer)
    assert answer["Location"] == post.get_absolute_url()
    case = post.case
    assert (case.kind, case.is_worry) == ("worry", True)
    assert case.steps.count() == 4
    assert Notice.objects.filter(member=moderator, kind="worry_waits").exists()


def test_ways_to_die_wait_and_nothing_is_taken_for_them(
    newcomer: Member, topic: Topic, log_in: Any, as_moderator: Client, moderator: Member,
    guideline: Guideline,
) -> None:  # fmt: skip
    client, address = log_in(newcomer), reverse("forums:reply", args=[topic.pk])
    words = {"text": "What is the most painless way to kill myself?", "token": str(uuid.uuid4())}
    page = client.post(address, words, follow=True).content.decode()
    assert "waits for a moderator" in page
    assert "What you wrote is posted" not in page
    case = PendingPost.objects.get(author=newcomer).case
    assert (case.is_worry, case.steps.count()) == (True, 4)
    assert Notice.objects.filter(member=moderator, kind="worry_waits").exists()
    queue = as_moderator.get("/moderation/").content.decode()
    assert "painless" not in queue
    assert "can be hard to read" in as_moderator.get(case.get_absolute_url()).content.decode()
    for outcome in ("restrict", "suspend", "ban"):
        with pytest.raises(ActionDenied):
            decide(case, moderator, guideline, outcome=outcome, days=3)
    decide(case, moderator, guideline, outcome="refuse")


def test_selling_by_somebody_new_waits(newcomer: Member, topic: Topic, log_in: Any) -> None:
    client, address = log_in(newcomer), reverse("forums:reply", args=[topic.pk])
    client.post(address, {"text": "Use code CALM10 for 10% off.", "token": str(uuid.uuid4())})
    assert PendingPost.objects.get(author=newcomer).case.kind == "held"


def test_what_was_refused_is_read_with_a_reason(
    held: PendingPost, moderator: Member, as_admin: Client, admin: Member, guideline: Guideline,
    newcomer: Member,
) -> None:  # fmt: skip
    case = held.case  # type: ignore[attr-defined]
    decision = decide(case, moderator, guideline, outcome="refuse")
    assert b"canaryheld" not in as_admin.get(case.get_absolute_url()).content
    assert b"canaryheld" not in as_admin.get("/moderation/?state=decided").content
    as_admin.post(reverse("moderation:look_in_case", args=[case.pk]), {"reason": "To learn."})
    assert b"canaryheld" in as_admin.get(case.get_absolute_url()).content
    (look,) = Access.objects.filter(member=newcomer)
    assert (look.what, look.held, look.reason) == ("held", held, "To learn.")
    appeal = ask_for_another_look(member=newcomer, decision=decision, words="x").case
    other = MemberFactory(role="moderator")
    claim_case(moderator=other, case=appeal)
    assert Access.objects.filter(member=newcomer, by=other, held=held).exists()


def test_refused_words_can_be_written_anew_and_the_appeal_goes_on(
    held: PendingPost, newcomer: Member, moderator: Member, admin: Member, guideline: Guideline,
    log_in: Any,
) -> None:  # fmt: skip
    decision = decide(held.case, moderator, guideline, outcome="refuse")  # type: ignore[attr-defined]
    appeal = ask_for_another_look(member=newcomer, decision=decision, words="x").case
    client = log_in(newcomer)
    page = client.get(held.get_absolute_url()).content.decode()
    assert "Take it back" not in page
    client.post(held.get_absolute_url(), {"do": "forget"})
    client.post(held.get_absolute_url(), {"do": "change"})
    assert Draft.objects.get(member=newcomer).text == "canaryheld"
    held.refresh_from_db()
    assert (held.status, held.text) == ("refused", "canaryheld")
    decide_appeal(
        moderator=admin, case=appeal, verdict="overturned", reason="x", version=appeal.version
    )
    assert Post.objects.filter(author=newcomer).exists()


def test_changing_it_keeps_a_newer_draft(newcomer: Member, topic: Topic) -> None:
    held = hold_reply(newcomer, topic)
    save_draft(member=newcomer, place=f"topic:{topic.pk}", title="", text="The next thing.")
    draft = reopen_as_draft(held=held, by=newcomer)
    assert draft.text == "The next thing.\n\ncanaryheld"


def test_the_second_of_two_hears_who_and_keeps_the_reason(
    held: PendingPost, moderator: Member, as_admin: Client
) -> None:
    case = held.case  # type: ignore[attr-defined]
    decide(case, moderator, None, outcome="publish")
    answer = as_admin.post(
        case.get_absolute_url(),
        {"outcome": "refuse", "version": case.version, "reason": "My careful words."},
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "lighthouse decided this just now" in page
    assert "My careful words." in page


def test_a_post_that_was_let_through_is_reported_into_the_same_case(
    held: PendingPost, moderator: Member, guideline: Guideline
) -> None:
    case = held.case  # type: ignore[attr-defined]
    decide(case, moderator, None, outcome="publish")
    post = Post.objects.get(text="canaryheld")
    again = report(post, guideline).case
    assert again.pk == case.pk
    assert (again.kind, again.status) == ("report", "open")


def test_what_waits_is_in_the_export(held: PendingPost, newcomer: Member) -> None:
    (row,) = export_of(newcomer)["not_published"]
    assert (row["title"], row["text"], row["status"]) == ("canarytitle", "canaryheld", "waiting")


@pytest.mark.parametrize("looked_at", [0, 1])
def test_a_cry_for_help_in_a_first_post_rings_too(
    newcomer: Member, topic: Topic, log_in: Any, moderator: Member, settings: Any, looked_at: int
) -> None:
    """Also where first posts come to the queue anyway: a case is there already."""
    settings.FIRST_POSTS_HELD, settings.FIRST_POSTS_LOOKED_AT = 0, looked_at
    words = {"text": "I want to kill myself tonight.", "token": str(uuid.uuid4())}
    log_in(newcomer).post(reverse("forums:reply", args=[topic.pk]), words)
    case = Post.objects.get(author=newcomer).case
    assert (case.kind, case.is_worry, case.steps.count()) == ("worry", True, 4)
    assert Notice.objects.filter(member=moderator, kind="worry_waits").count() == 1


def test_an_edit_is_heard_too(
    member: Member, as_member: Client, opening: Post, moderator: Member, settings: Any
) -> None:
    settings.FIRST_POSTS_HELD = 0
    post = make_reply(opening, author=member, text="An ordinary day.")
    address = reverse("forums:edit", args=[post.pk])

    def edit(text: str, version: int) -> int:
        words = {"text": text, "version": version, "token": str(uuid.uuid4())}
        return as_member.post(address, words).status_code

    assert edit("What is the most painless way to kill myself?", 1) == 422
    post.refresh_from_db()
    assert post.text == "An ordinary day."
    assert edit("I want to kill myself tonight.", 1) == 302
    case = Case.objects.get(post=post)
    assert (case.is_worry, case.steps.count()) == (True, 4)
    assert Notice.objects.filter(member=moderator, kind="worry_waits").exists()


def test_what_was_judged_is_opened_again_when_a_rule_hears_more(
    member: Member, as_member: Client, opening: Post, moderator: Member, guideline: Guideline
) -> None:
    post = make_reply(opening, author=member, text="An ordinary day.")
    case = report(post, guideline).case
    decide(case, moderator, None, outcome="no_action")
    words = {"text": "I want to end my life.", "version": 1, "token": str(uuid.uuid4())}
    as_member.post(reverse("forums:edit", args=[post.pk]), words)
    case.refresh_from_db()
    assert (case.status, case.is_worry) == ("open", True)


@pytest.mark.parametrize(
    ("text", "is_danger"),
    [
        ("How many of my baclofen would be enough to not wake up?", True),
        ("I want to die.", True),
        ("Hello, I am new and tired.", False),
    ],
)
def test_who_may_be_in_danger_need_not_wait_for_help(
    log_in: Any, newcomer: Member, board: Board, text: str, is_danger: bool
) -> None:
    waits = start_topic(
        author=newcomer, board=board, title="Tonight", text=text, token=uuid.uuid4()
    )
    page = log_in(newcomer).get(waits.get_absolute_url()).content.decode()
    assert ("You do not have to wait for us" in page) is is_danger
    assert ('href="tel:' in page) is is_danger
    assert "I need help now" in page
