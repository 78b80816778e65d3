"""A member answers, and the thread keeps its order."""

import re
import threading
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Member
from accounts.requests import writer_mark
from composing.actions.drafts import save_draft
from forums.actions.following import follow_topic, mark_read
from forums.actions.replies import post_reply
from forums.actions.topics import close_topic
from forums.actions.visibility import hide_post
from forums.models import Board, Follow, Post, ReadMark, Topic
from live.models import Event
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic


def send(client: Client, address: str, text: str, **more: Any) -> Any:
    token = more.pop("token", uuid.uuid4())
    return client.post(address, {"text": text, "token": token, **more})


def reply_to(topic: Topic) -> str:
    return reverse("forums:reply", args=[topic.pk])


def test_reply_is_posted_and_the_page_goes_to_it(as_member: Client, topic: Topic) -> None:
    answer = send(as_member, reply_to(topic), "I **stretch** before bed.")
    post = Post.objects.get(topic=topic, number=2)
    assert answer.status_code == 302
    assert answer["Location"] == post.get_absolute_url()
    assert post.html == '<p dir="auto">I <strong>stretch</strong> before bed.</p>'
    topic.refresh_from_db()
    assert (topic.posts_count, topic.branches_count) == (2, 1)


def test_reading_order_is_branch_subthread_number(opening: Post) -> None:
    first = make_reply(opening)
    second = make_reply(opening)
    below = make_reply(first)
    deeper = make_reply(below)
    deepest = make_reply(deeper)
    below_too = make_reply(first)
    order = list(
        Post.objects.filter(topic=opening.topic)
        .order_by("branch", "subthread", "number")
        .values_list("pk", flat=True)
    )
    expected = [opening, first, below, deeper, deepest, below_too, second]
    assert order == [post.pk for post in expected]
    assert [post.level for post in expected] == [0, 1, 2, 3, 3, 2, 1]
    first.refresh_from_db()
    assert first.below_count == 4


def test_reply_takes_an_event_a_notice_and_a_mark(member: Member, topic: Topic) -> None:
    post = make_reply(topic.posts.get(number=1), author=member)
    assert Event.objects.filter(room=f"topic.{topic.pk}", kind="reply.posted").get().ids == {
        "post": post.pk
    }
    assert Notice.objects.get(member=topic.author).kind == "topic"
    assert Follow.objects.filter(topic=topic, member=member).exists()
    assert ReadMark.objects.get(topic=topic, member=member).beyond == [2]


def test_answered_author_hears_once(reply: Post) -> None:
    make_reply(reply)
    assert list(Notice.objects.filter(member=reply.author).values_list("kind", flat=True)) == [
        "reply"
    ]


def test_same_form_twice_is_one_post(as_member: Client, topic: Topic) -> None:
    token = uuid.uuid4()
    first = send(as_member, reply_to(topic), "Once.", token=token)
    second = send(as_member, reply_to(topic), "Once.", token=token)
    assert first["Location"] == second["Location"]
    assert topic.posts.count() == 2


def test_same_form_with_other_words_shows_both(as_member: Client, topic: Topic) -> None:
    token = uuid.uuid4()
    send(as_member, reply_to(topic), "The first words.", token=token)
    answer = send(as_member, reply_to(topic), "The other words.", token=token)
    assert answer.status_code == 409
    assert b"The first words." in answer.content
    assert b"The other words." in answer.content


@pytest.mark.django_db(transaction=True)
def test_ten_parallel_submits_are_one_post(member: Member, topic: Topic) -> None:
    token = uuid.uuid4()
    numbers: list[int] = []

    def press() -> None:
        try:
            numbers.append(
                post_reply(author=member, topic=topic, text="Hello.", token=token).number
            )
        finally:
            connection.close()

    presses = [threading.Thread(target=press) for _ in range(10)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert numbers == [2] * 10
    assert Post.objects.filter(topic=topic).count() == 2
    assert Event.objects.filter(room=topic.room).count() == 1
    assert Notice.objects.filter(member=topic.author).count() == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_replies_keep_every_number_without_gaps(topic: Topic) -> None:
    def write(author: Member) -> None:
        try:
            for _ in range(5):
                post_reply(author=author, topic=topic, text="Me too.", token=uuid.uuid4())
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=[MemberFactory()]) for _ in range(6)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    topic.refresh_from_db()
    numbers = list(topic.posts.order_by("number").values_list("number", flat=True))
    branches = list(topic.posts.order_by("branch").values_list("branch", flat=True))
    seqs = list(Event.objects.filter(room=topic.room).order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, 32))
    assert branches == list(range(31))
    assert seqs == list(range(1, 31))
    assert (topic.posts_count, topic.branches_count) == (31, 30)
    assert Board.objects.get(pk=topic.board_id).posts_count == 31


@pytest.mark.parametrize("words", ["", "   \n ", "\x00", "​", "…"])
def test_nothing_to_read_is_a_form_error(as_member: Client, topic: Topic, words: str) -> None:
    answer = send(as_member, reply_to(topic), words)
    assert answer.status_code == 422
    assert topic.posts.count() == 1


@pytest.mark.parametrize(
    "words",
    [
        "x",
        "💙💙💙",
        "שלום, גם אצלי זה ככה",
        "a\x00b\x07c",
        "> " * 5000 + "deep",
        "so " + "*" * 9000 + " _" * 4000,
        "so " + "[" * 9000,
        "|a" * 400 + "\n" + "|-" * 400 + "\n" + "|x" * 400,
        "<script>alert(1)</script>",
    ],
    ids=["one", "emoji", "rtl", "control", "quotes", "stars", "brackets", "table", "script"],
)
def test_odd_texts_are_posted(as_member: Client, topic: Topic, words: str) -> None:
    answer = send(as_member, reply_to(topic), words)
    assert answer.status_code == 302
    page = as_member.get(topic.get_absolute_url())
    assert page.status_code == 200
    assert b"<script>alert" not in page.content


def test_200_kb_come_back_with_their_words(as_member: Client, topic: Topic) -> None:
    words = "word " * 40_000
    answer = send(as_member, reply_to(topic), words)
    assert answer.status_code == 422
    assert answer.content.count(b"word word") > 10_000
    assert "characters too long" in answer.content.decode()


def test_4_mb_get_a_kind_400(as_member: Client, topic: Topic) -> None:
    answer = send(as_member, reply_to(topic), "w" * 4_000_000)
    assert answer.status_code == 400
    assert b"far too large" in answer.content


def test_reply_to_closed_topic_is_refused_with_the_words_kept(
    as_member: Client, topic: Topic, moderator: Member
) -> None:
    close_topic(topic=topic, by=moderator)
    answer = send(as_member, reply_to(topic), "These words stay.")
    assert answer.status_code == 403
    assert b"These words stay." in answer.content
    assert b"closed" in answer.content
    assert topic.posts.count() == 1


def test_reply_to_hidden_topic_finds_nothing(
    as_member: Client, opening: Post, moderator: Member
) -> None:
    hide_post(post=opening, by=moderator)
    answer = send(as_member, reply_to(opening.topic), "Hello?")
    absent = send(as_member, reverse("forums:reply", args=[10**9]), "Hello?")
    assert answer.status_code == absent.status_code == 404


def test_parent_hidden_meanwhile_keeps_the_words(
    as_member: Client, reply: Post, moderator: Member
) -> None:
    hide_post(post=reply, by=moderator)
    answer = send(as_member, reverse("forums:reply_to_post", args=[reply.pk]), "My answer.")
    assert answer.status_code == 403
    assert b"My answer." in answer.content
    assert b"taken down" in answer.content


def test_parent_of_another_topic_cannot_be_forged(member: Member, topic: Topic) -> None:
    elsewhere = make_reply(make_topic())
    with pytest.raises(Post.DoesNotExist):
        post_reply(author=member, topic=topic, text="x", token=uuid.uuid4(), parent=elsewhere)


def test_bad_token_is_a_form_error(as_member: Client, topic: Topic) -> None:
    assert send(as_member, reply_to(topic), "Hi there.", token="nonsense").status_code == 422


def test_logged_out_on_submit_keeps_the_words(
    visitor: Client, member: Member, topic: Topic
) -> None:
    token = uuid.uuid4()
    words = {"token": token, "writer": writer_mark(member)}
    answer = send(visitor, reply_to(topic), "Written for an hour.", **words)
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]
    visitor.force_login(member)
    page = visitor.get(reply_to(topic))
    assert b"Written for an hour." in page.content
    assert str(token).encode() in page.content
    assert b"Written for an hour." in visitor.get(reverse("composing:drafts")).content


def test_words_of_one_member_are_not_shown_to_another(
    visitor: Client, member: Member, topic: Topic
) -> None:
    send(visitor, reply_to(topic), "canaryword", writer=writer_mark(member))
    visitor.force_login(MemberFactory())
    assert b"canaryword" not in visitor.get(reply_to(topic)).content


def test_logged_out_on_a_button_comes_back_to_the_page(visitor: Client, topic: Topic) -> None:
    where = f"https://testserver{topic.get_absolute_url()}"
    answer = visitor.post(reverse("forums:follow", args=[topic.pk]), headers={"referer": where})
    assert answer["Location"].endswith(f"?next={topic.get_absolute_url()}")


def test_hidden_meanwhile_the_words_can_be_copied(
    as_member: Client, opening: Post, moderator: Member
) -> None:
    hide_post(post=opening, by=moderator)
    answer = send(as_member, reply_to(opening.topic), "An hour of writing.")
    assert answer.status_code == 404
    assert b"An hour of writing." in answer.content


@pytest.mark.django_db(transaction=True)
def test_seeing_and_replying_at_once_do_not_collide(member: Member, topic: Topic) -> None:
    """The page says what was seen just when the reply is sent."""
    failures: list[Exception] = []

    def run(work: Any) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 (whatever it is, the test shows it)
            failures.append(error)
        finally:
            connection.close()

    for _ in range(15):
        reader = MemberFactory()
        both = [
            threading.Thread(target=run, args=[work])
            for work in (
                lambda who=reader: post_reply(
                    author=who, topic=topic, text="Hello.", token=uuid.uuid4()
                ),
                lambda who=reader: mark_read(member=who, topic=topic, numbers=[1]),
            )
        ]
        for each in both:
            each.start()
        for each in both:
            each.join()
    assert failures == []


@pytest.mark.django_db(transaction=True)
def test_crossing_replies_of_followers_do_not_deadlock(board: Board) -> None:
    """Each follows both topics and answers the other, in different boards."""
    one, two = MemberFactory(), MemberFactory()
    first, second = make_topic(author=one, board=board), make_topic(author=two)
    for who in (one, two):
        for opening in (first, second):
            follow_topic(member=who, topic=opening.topic)
    failures: list[Exception] = []

    def write(author: Member, parent: Post) -> None:
        try:
            for _ in range(10):
                post_reply(
                    author=author, topic=parent.topic, text="Hi.", token=uuid.uuid4(), parent=parent
                )
        except Exception as error:  # noqa: BLE001 (whatever it is, the test shows it)
            failures.append(error)
        finally:
            connection.close()

    both = [
        threading.Thread(target=write, args=[one, second]),
        threading.Thread(target=write, args=[two, first]),
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert failures == []


def test_missing_csrf_token_keeps_the_words(log_in: Any, member: Member, topic: Topic) -> None:
    client = log_in(member, enforce_csrf_checks=True)
    answer = send(client, reply_to(topic), "Still here.")
    assert answer.status_code == 403
    assert b"Still here." in answer.content


def test_too_many_in_a_short_time_waits_kindly(as_member: Client, topic: Topic) -> None:
    as_it_is = f"third_in_row:{topic.pk}"
    answers = [
        send(as_member, reply_to(topic), f"Number {n}", as_it_is=as_it_is) for n in range(13)
    ]
    assert [answer.status_code for answer in answers] == [302] * 12 + [429]
    assert b"Number 12" in answers[-1].content


def test_without_consent_the_way_on_is_shown(
    as_member: Client, member: Member, topic: Topic
) -> None:
    Member.objects.filter(pk=member.pk).update(consent_version=0)
    answer = send(as_member, reply_to(topic), "My first words.")
    assert answer.status_code == 403
    assert reverse("guidance:welcome").encode() in answer.content
    assert b"My first words." in answer.content


def test_quote_is_offered_without_nested_quotes(as_member: Client, opening: Post) -> None:
    first = make_reply(opening, text="> older\n\nMy own line.")
    page = as_member.get(reverse("forums:reply_to_post", args=[first.pk]) + "?quote")
    assert b"&gt; My own line." in page.content
    assert b"&gt; older" not in page.content


def test_every_box_has_a_token_of_its_own_and_only_its_own_draft(
    as_member: Client, as_other: Client, member: Member, topic: Topic
) -> None:
    address = topic.get_absolute_url()
    tokens = set()
    for client in (as_member, as_member, as_other):
        (token,) = re.findall(r'name="token" value="([^"]+)"', client.get(address).content.decode())
        tokens.add(uuid.UUID(token))
    assert len(tokens) == 3
    assert uuid.UUID(int=0) not in tokens
    save_draft(member=member, place=f"topic:{topic.pk}", title="", text="half a thought")
    assert b"half a thought" in as_member.get(address).content
    assert b"half a thought" not in as_other.get(address).content


def test_the_same_words_again_are_one_post(
    as_member: Client, log_in: Any, member: Member, topic: Topic, board: Board
) -> None:
    """After “Back” the form has another token."""
    address = reply_to(topic)
    first = send(as_member, address, "Thank you all.", page=uuid.uuid4())
    again = send(as_member, address, "Thank you all.", page=uuid.uuid4())
    assert again["Location"] == first["Location"]
    assert Post.objects.filter(text="Thank you all.").count() == 1
    # Elsewhere, from another device or after it was taken back, they are another post.
    send(as_member, reply_to(make_topic(board=board).topic), "Thank you all.", page=uuid.uuid4())
    send(log_in(member), address, "Thank you all.", page=uuid.uuid4())
    assert Post.objects.filter(text="Thank you all.").count() == 3
    alone = {"as_it_is": f"third_in_row:{topic.pk}", "page": uuid.uuid4()}
    send(as_member, address, "Again.", **alone)
    undone = Post.objects.get(text="Again.")
    as_member.post(reverse("forums:undo_send", args=[undone.pk]))
    send(as_member, address, "Again.", **alone)
    assert Post.objects.filter(text="Again.", status="published").count() == 1


def test_a_wanted_quote_stands_below_what_was_begun(as_member: Client, opening: Post) -> None:
    address = reverse("forums:reply_to_post", args=[opening.pk])
    words = {"place": f"post:{opening.pk}", "text": "I had begun."}
    as_member.post(reverse("composing:autosave_draft"), words)
    for _ in range(2):
        page = as_member.get(f"{address}?quote").content.decode()
        assert re.search(r"I had begun\.\s+otter wrote:\s+&gt; ", page)
    assert "otter wrote" not in as_member.get(address).content.decode()


def test_a_quote_names_whose_words_they_are(
    as_member: Client, opening: Post, member: Member, other: Member
) -> None:
    answer = make_reply(opening, author=member, text="otter wrote:\n> Their words.\n\nMy words.")
    only = make_reply(opening, author=member, text="otter wrote:\n> Their words.")
    page = as_member.get(reverse("forums:reply_to_post", args=[answer.pk]) + "?quote").content
    assert b"fern wrote:\n&gt; My words." in page
    assert b"&gt; otter wrote" not in page
    page = as_member.get(reverse("forums:reply_to_post", args=[only.pk]) + "?quote").content
    assert b"fern wrote" not in page


@pytest.mark.parametrize("has_read", [True, False])
def test_a_reply_asks_the_database_twelve_times(
    as_member: Client,
    member: Member,
    topic: Topic,
    django_capture_on_commit_callbacks: Any,
    has_read: bool,
) -> None:
    """However long the topic is; mentions and prompts cost more."""
    opening = topic.posts.get(number=1)
    for _post in range(30):
        make_reply(opening)
    if has_read:
        mark_read(member=member, topic=Topic.objects.get(pk=topic.pk), numbers=range(1, 32))
    address = reverse("forums:reply", args=[topic.pk])
    form = {"text": "Thank you all, this helps.", "page": str(uuid.uuid4()), "known": ""}
    with (
        CaptureQueriesContext(connection) as asked,
        django_capture_on_commit_callbacks(execute=True),
    ):
        answer = as_member.post(address, {**form, "token": str(uuid.uuid4())})
    assert answer.status_code == 302
    statements = [each["sql"] for each in asked.captured_queries if "SAVEPOINT" not in each["sql"]]
    assert len(statements) <= 12, "\n".join(each[:200] for each in statements)
