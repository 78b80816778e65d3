"""What a topic's own state asks, offers and does: no text is read for it."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from composing.models import Draft
from forums.actions.interests import keep_interests
from forums.actions.reactions import react
from forums.models import Board, PendingPost, Post, Reaction, Topic
from guidance.models import Guideline, PromptEvent
from guidance.supportive_cues import cues
from moderation.models import Case
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic
from tests.moderation.acts import report
from text.comparing import compare


def send(client: Client, topic: Topic, text: str = "One more.", **more: Any) -> Any:
    words = {"text": text, "token": str(uuid.uuid4()), **more}
    return client.post(reverse("forums:reply", args=[topic.pk]), words)


# Three in a row


def test_the_third_in_a_row_can_go_below_the_second(
    as_member: Client, member: Member, opening: Post
) -> None:
    make_reply(opening, author=member, text="First.")
    second = make_reply(opening, author=member, text="Second.")
    asked = send(as_member, opening.topic, "Third.")
    assert asked.status_code == 200
    page = asked.content.decode()
    assert "Put it below my last post" in page
    assert "Third." in page
    token = str(uuid.uuid4())
    done = send(as_member, opening.topic, "Third.", do="merge", token=token)
    assert done["Location"] == second.get_absolute_url()
    assert done.cookies["sent"].value == token
    second.refresh_from_db()
    assert second.text == "Second.\n\nThird."
    assert second.revisions.count() == 1
    assert Post.objects.filter(author=member).count() == 2


def test_what_has_to_wait_is_never_put_below(
    as_member: Client, member: Member, opening: Post
) -> None:
    for _ in range(2):
        make_reply(opening, author=member)
    words = "What is the lethal dose of insulin to end my life?"
    send(as_member, opening.topic, words, do="merge")
    assert PendingPost.objects.get().text == words
    assert not Post.objects.filter(text__contains="lethal").exists()


def test_help_is_shown_for_what_goes_below(
    as_member: Client, member: Member, opening: Post
) -> None:
    for _ in range(2):
        make_reply(opening, author=member)
    send(as_member, opening.topic, "I want to die.", do="merge")
    page = as_member.get(opening.topic.get_absolute_url()).content.decode()
    assert "That sounds very hard to carry" in page
    assert "Undo sending" not in page
    assert Post.objects.filter(author=member).count() == 2


def test_it_can_be_sent_all_the_same_and_is_asked_once(
    as_member: Client, member: Member, opening: Post
) -> None:
    for _ in range(2):
        make_reply(opening, author=member)
    code = f"third_in_row:{opening.topic_id}"
    assert code in send(as_member, opening.topic).content.decode()
    assert send(as_member, opening.topic, as_it_is=code).status_code == 302
    assert send(as_member, opening.topic).status_code == 302
    elsewhere = make_topic()
    for _ in range(2):
        make_reply(elsewhere, author=member)
    assert send(as_member, elsewhere.topic).status_code == 200


def test_after_somebody_else_nothing_is_asked(
    as_member: Client, member: Member, opening: Post
) -> None:
    make_reply(opening, author=member)
    make_reply(opening, author=member)
    make_reply(opening)
    assert send(as_member, opening.topic).status_code == 302


def test_help_is_never_kept_waiting_by_it(as_member: Client, member: Member, opening: Post) -> None:
    for _ in range(2):
        make_reply(opening, author=member)
    assert send(as_member, opening.topic, "I want to die.").status_code == 302


# One voice, and a quiet topic


def test_much_of_a_long_topic(
    as_member: Client, as_other: Client, member: Member, other: Member, opening: Post
) -> None:
    for number in range(20):
        make_reply(opening, author=[member, None][number % 2])
        Post.objects.update(created_at=timezone.now() - timedelta(hours=1))
    make_reply(opening)
    page = send(as_member, opening.topic)
    assert "leave others a little room" in page.content.decode()
    assert (
        send(as_member, opening.topic, as_it_is=f"one_voice:{opening.topic_id}").status_code == 302
    )
    # In one's own topic nobody is told so.
    for _ in range(30):
        make_reply(opening, author=other)
        Post.objects.update(created_at=timezone.now() - timedelta(hours=1))
    make_reply(opening)
    assert send(as_other, opening.topic).status_code == 302


def test_a_topic_that_was_silent(as_member: Client, topic: Topic) -> None:
    long_ago = timezone.now() - timedelta(days=181)
    Topic.objects.filter(pk=topic.pk).update(last_posted_at=long_ago)
    assert "for half a year" in send(as_member, topic).content.decode()
    assert send(as_member, topic, as_it_is=f"quiet_topic:{topic.pk}").status_code == 302


# Two alone


def volley(opening: Post, members: tuple[Member, Member], turns: int) -> None:
    for turn in range(turns):
        make_reply(opening, author=members[turn % 2], text=f"Turn {turn}.")


def test_two_people_are_offered_a_topic_of_their_own(
    as_member: Client, member: Member, opening: Post
) -> None:
    board = opening.topic.board
    partner = MemberFactory()
    volley(opening, (partner, member), 5)
    page = send(as_member, opening.topic, text="Our third.").content.decode()
    assert "between the two of you" in page
    address = reverse("forums:new_topic", args=[board.slug])
    words = {"text": "Our third.", "token": str(uuid.uuid4()), "do": "apart", "warnings": "grief"}
    answer = as_member.post(reverse("forums:reply", args=[opening.topic_id]), words)
    assert answer.url == address  # type: ignore[attr-defined]
    form = as_member.get(address).context["form"]
    assert form["text"].value().endswith("\n\nOur third.")
    assert opening.topic.title in form["text"].value()
    assert opening.topic.get_absolute_url() in form["text"].value()
    assert form["warnings"].value() == ["grief"]
    assert not Post.objects.filter(text="Our third.").exists()
    assert Draft.objects.get().place == f"board:{board.pk}"
    # Once for a topic, if they would rather stay.
    stay = send(as_member, opening.topic, text="Ours.", as_it_is=f"two_only:{opening.topic_id}")
    assert stay.status_code == 302
    make_reply(opening, author=partner)
    assert send(as_member, opening.topic, text="Again.").status_code == 302


def test_two_who_talk_alone_are_left_in_peace(
    as_other: Client, other: Member, member: Member, opening: Post
) -> None:
    volley(opening, (member, other), 5)
    assert send(as_other, opening.topic, text="Our third.").status_code == 302


@pytest.mark.parametrize("turns", [3, 4])
def test_fewer_turns_are_fine(as_member: Client, member: Member, opening: Post, turns: int) -> None:
    volley(opening, (MemberFactory(), member), turns)
    assert send(as_member, opening.topic, text="Mine.").status_code == 302


# S2


def test_who_waits_for_an_answer(as_member: Client, member: Member, board: Board) -> None:
    def waiting(title: str, hours: int, author: Member | None = None) -> Post:
        post = make_topic(board=board, title=title, author=author or MemberFactory())
        when = timezone.now() - timedelta(hours=hours)
        Topic.objects.filter(pk=post.topic_id).update(created_at=when)
        return post

    regular = MemberFactory()
    make_reply(waiting("Answered", 90, regular))
    waiting("Longest", 80, regular)
    waiting("Shorter", 30, regular)
    newcomer = waiting("First of mine", 20)
    make_reply(newcomer, author=newcomer.author, text="A word more.")
    waiting("Too fresh", 5)
    waiting("My own", 50, member)
    page = as_member.get(reverse("forums:unanswered")).content.decode()
    order = [page.index(title) for title in ("First of mine", "Longest", "Shorter")]
    assert order == sorted(order)
    for title in ("Answered", "Too fresh", "My own"):
        assert title not in page
    nothing = as_member.get(reverse("forums:unanswered"), {"wish": "ideas"}).content.decode()
    assert "Nobody waits" in nothing
    assert reverse("forums:unanswered") in as_member.get(reverse("forums:new")).content.decode()


def test_what_one_knows_comes_first(as_member: Client, member: Member, board: Board) -> None:
    regular = MemberFactory()
    # Their first topic is long answered, so that none of these is.
    make_reply(make_topic(board=board, title="Before", author=regular))
    for hours, title in ((90, "Sleep"), (70, "Ocrelizumab and colds"), (60, "Bladder at work")):
        post = make_topic(board=board, title=title, author=regular)
        when = timezone.now() - timedelta(hours=hours)
        Topic.objects.filter(pk=post.topic_id).update(created_at=when)
    address = reverse("forums:unanswered")
    saved = as_member.post(address, {"subjects": 'Ocrevus, bladder,\n  "PPMS" , ,'}, follow=True)
    page = saved.content.decode()
    assert "Kept. What you know about comes first here." in page
    assert page.index("Ocrelizumab") < page.index("Bladder at work") < page.index(">Sleep<")
    assert "You know about:</strong> Ocrevus" in page
    assert "waits 2\xa0days" in page
    assert "Ocrevus, bladder, " in as_member.get(address).content.decode()
    as_member.post(address, {"subjects": ""})
    page = as_member.get(address).content.decode()
    assert page.index(">Sleep<") < page.index("Ocrelizumab")
    assert "You know about:" not in page


@pytest.mark.parametrize(
    ("subjects", "says"),
    [
        (", ".join(f"word {n}" for n in range(13)), "up to 12"),
        ("a" * 41, "Could it be two"),
        ("x" * 700, "characters too long"),
    ],
)
def test_too_much_to_know(as_member: Client, subjects: str, says: str) -> None:
    answer = as_member.post(reverse("forums:unanswered"), {"subjects": subjects})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert subjects in answer.content.decode()


def test_the_list_asks_as_often_however_many_wait(
    as_member: Client, member: Member, board: Board, django_assert_max_num_queries: Any
) -> None:
    keep_interests(member=member, subjects=[f"thing {n}" for n in range(12)])
    for _n in range(30):
        make_topic(board=board, author=MemberFactory())
    Topic.objects.update(created_at=timezone.now() - timedelta(hours=20))
    with django_assert_max_num_queries(10):
        page = as_member.get(reverse("forums:unanswered")).content.decode()
    assert page.count("first topic") >= 25


# S7


def test_everybody_who_answered_is_thanked(
    as_other: Client, as_member: Client, other: Member, opening: Post
) -> None:
    address = reverse("forums:thank_all", args=[opening.topic_id])
    first = make_reply(opening)
    make_reply(opening, author=first.author)
    make_reply(opening)
    assert address not in as_other.get(opening.topic.get_absolute_url()).content.decode()
    make_reply(opening)
    assert address in as_other.get(opening.topic.get_absolute_url()).content.decode()
    assert address not in as_member.get(opening.topic.get_absolute_url()).content.decode()
    assert as_member.post(address).status_code == 404
    page = as_other.post(address, follow=True).content.decode()
    assert "3 people are thanked." in page
    assert address not in page
    assert Reaction.objects.filter(member=other, kind="thanks").count() == 3
    assert Notice.objects.filter(kind="reaction").count() == 3


# S8


def test_a_hot_topic_goes_slowly(opening: Post, guideline: Guideline, moderator: Member) -> None:
    one, two = make_reply(opening), make_reply(opening)
    report(one, None)
    # Two accounts of today do not make it hot.
    report(one, guideline)
    report(two, guideline)
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == 0
    long_ago = timezone.now() - timedelta(days=30)
    report(two, guideline, MemberFactory(joined_at=long_ago))
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == 10
    assert Notice.objects.get(kind="topic_slowed").member == moderator
    # Not again and again once a moderator let it go.
    Topic.objects.filter(pk=opening.topic_id).update(slow_minutes=5)
    report(make_reply(opening), guideline)
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == 5


def test_words_against_a_person_count_too(
    as_member: Client, opening: Post, guideline: Guideline
) -> None:
    send(as_member, opening.topic, "You are an idiot.", as_it_is="G06")
    report(make_reply(opening), guideline)
    opening.topic.refresh_from_db()
    assert opening.topic.slow_minutes == 10


# S10, and the private checklist


@pytest.mark.parametrize(
    ("text", "found"),
    [("I am so sorry to hear that.", {"warmth"}),
     ("Me too, when I was first diagnosed.", {"experience"}),
     ("What did your nurse say about it?", {"question"}),
     ("That sounds hard. It was the same for me. How is it today?",
      {"warmth", "experience", "question"}),
     ("> I am so sorry to hear that.\n\nThe bus goes at nine.", set()),
     ("Why don’t you try yoga?", set()), ("Really?", set()), ("", set())],
)  # fmt: skip
def test_cues(text: str, found: set[str]) -> None:
    assert set(cues(text)) == found


def test_cues_are_for_the_writer_of_a_reply(as_member: Client, topic: Topic, board: Board) -> None:
    address, words = reverse("composing:check_draft"), {"text": "I am so sorry to hear that."}
    reply = as_member.post(address, {**words, "place": f"topic:{topic.pk}"}).json()
    assert reply["cues"] == ["warmth"]
    assert as_member.post(address, {**words, "place": f"board:{board.pk}"}).json()["cues"] == []


def test_kind_replies_for_the_team(
    as_moderator: Client, as_member: Client, moderator: Member, opening: Post
) -> None:
    kind = make_reply(opening, text="That sounds hard. Me too. How is it today, after the weekend?")
    make_reply(opening, text="The bus goes at nine.")
    address = reverse("moderation:kind")
    page = as_moderator.get(address).content.decode()
    assert "That sounds hard." in page
    assert "The bus goes" not in page
    react(member=moderator, post=kind, kind="thanks")
    assert "You thanked for it." in as_moderator.get(address).content.decode()
    assert as_member.get(address).status_code == 404


# G06 the second time


def test_the_second_within_a_day_waits(as_member: Client, member: Member, topic: Topic) -> None:
    def rude(text: str) -> Any:
        token = str(uuid.uuid4())
        send(as_member, topic, text, token=token)
        return send(as_member, topic, text, token=token, as_it_is="G06")

    assert rude("You are an idiot.").status_code == 302
    assert Post.objects.filter(author=member).count() == 1
    from guidance.models import Dismissal

    Dismissal.objects.all().delete()
    assert rude("You are a complete idiot.").status_code == 302
    assert PendingPost.objects.get().text == "You are a complete idiot."
    assert Post.objects.filter(author=member).count() == 1
    PromptEvent.objects.update(shown_at=timezone.now() - timedelta(days=2))
    Dismissal.objects.all().delete()
    rude("You are such an idiot.")
    assert PendingPost.objects.count() == 1


# Paragraphs, what changed


SENTENCE = "My legs were heavy that day and I lay down for a while before I could go on. "


def test_a_wall_of_text_is_split_and_no_word_changed(as_member: Client, topic: Topic) -> None:
    wall = (SENTENCE * 30).strip()
    asked = send(as_member, topic, wall)
    assert "Split it at sentence ends" in asked.content.decode()
    done = send(as_member, topic, wall, do="split")
    text = done.context["form"]["text"].value()
    assert text.count("\n\n") >= 5
    assert " ".join(text.split()) == wall
    assert send(as_member, topic, text).status_code == 302


def test_what_changed_is_shown(as_member: Client, as_other: Client, reply: Post) -> None:
    words = {"text": reply.text + " And <b>more</b>.", "token": str(uuid.uuid4()), "version": "1"}
    as_other.post(reverse("forums:edit", args=[reply.pk]), words)
    page = as_member.get(reverse("forums:history", args=[reply.pk])).content.decode()
    assert "<ins>" in page
    assert "&lt;b&gt;more&lt;/b&gt;" in page
    assert compare("a b c", "a x c") == [
        ("same", "a "), ("out", "b "), ("in", "x "), ("same", "c"),
    ]  # fmt: skip
    assert compare("", "") == []
    assert compare("word " * 5000, "word " * 5001)
    assert not Case.objects.exists()


def test_sent_again_after_a_lost_answer_it_is_not_asked(
    as_member: Client, member: Member, opening: Post
) -> None:
    make_reply(opening, author=member)
    token = str(uuid.uuid4())
    for _ in range(2):
        assert send(as_member, opening.topic, "Second.", token=token).status_code == 302
    assert Post.objects.filter(author=member).count() == 2
