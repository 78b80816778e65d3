"""What was taken back is gone: counts, order, notices, titles, copies."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.blocking import block_member, unblock_member
from accounts.exceptions import ActionDenied
from accounts.models import Member, Viewer
from composing.models import Draft
from forums.actions.following import follow_topic, mark_read
from forums.actions.pending_posts import approve_pending_post
from forums.actions.reactions import react, take_back_reaction
from forums.actions.replies import edit_post, undo_send, withdraw_post
from forums.actions.topics import move_topic, start_topic
from forums.actions.visibility import hide_post, restore_post
from forums.models import Board, PendingPost, Post, Topic
from forums.nudges import topic_nudge
from forums.permissions import check_reply
from forums.rooms import TopicRoom
from forums.selectors.composer_state import composer_state
from guidance.drafts import DraftOutcome
from live.models import Event
from notifications.models import Notice
from notifications.selectors import badge
from tests.factories import MemberFactory, make_reply, make_topic


def gone(how: str, post: Post, by: Member) -> None:
    if how == "withdrawn":
        withdraw_post(post=post, by=post.author)
    else:
        hide_post(post=post, by=by)


def unread(viewer: Viewer, topic: Topic) -> int:
    return int(Topic.objects.filter(pk=topic.pk).with_reading_of(viewer).get().unread)


def shown(member: Member) -> list[str]:
    """The kinds of notices that the member finds."""
    return list(Notice.objects.unread().filter(member=member).values_list("kind", flat=True))


@pytest.mark.parametrize("how", ["withdrawn", "hidden"])
def test_it_counts_as_new_for_nobody(
    as_member: Client, member: Member, topic: Topic, moderator: Member, how: str
) -> None:
    opening = topic.posts.get(number=1)
    replies = [make_reply(opening, text=f"Reply {n}.") for n in range(3)]
    topic.refresh_from_db()
    mark_read(member=member, topic=topic, numbers=[1])
    assert unread(member, topic) == 3
    gone(how, replies[1], moderator)
    assert unread(member, topic) == 2
    assert b"2 new" in as_member.get(topic.board.get_absolute_url()).content
    assert b"3 posts" in as_member.get(topic.board.get_absolute_url()).content
    assert b"3 posts" in as_member.get(topic.get_absolute_url()).content
    # What is new opens at a post with words.
    gone(how, replies[0], moderator)
    there = as_member.get(reverse("forums:first_unread", args=[topic.pk]))["Location"]
    assert there.endswith(f"#post-{replies[2].pk}")
    # Seen before, it is not counted twice.
    topic.refresh_from_db()
    mark_read(member=member, topic=topic, numbers=[2, 3, 4])
    assert unread(member, topic) == 0


@pytest.mark.parametrize("how", ["withdrawn", "hidden"])
def test_it_keeps_no_topic_on_top(topic: Topic, board: Board, moderator: Member, how: str) -> None:
    Topic.objects.filter(pk=topic.pk).update(created_at=timezone.now() - timedelta(days=3))
    Post.objects.filter(topic=topic).update(created_at=timezone.now() - timedelta(days=3))
    newer = make_topic(board=board).topic
    reply = make_reply(topic.posts.get(number=1))
    order = Topic.objects.filter(board=board).order_by("-last_posted_at", "-pk")
    assert order.first() == topic
    gone(how, reply, moderator)
    assert order.first() == newer
    topic.refresh_from_db()
    assert topic.last_author_id == topic.author_id
    board.refresh_from_db()
    assert board.last_posted_at == newer.last_posted_at
    if how == "hidden":
        restore_post(post=reply, by=moderator)
        assert order.first() == topic


@pytest.mark.parametrize("how", ["withdrawn", "hidden"])
def test_notices_and_badge_go_with_the_last_news(
    member: Member, topic: Topic, moderator: Member, how: str
) -> None:
    mark_read(member=member, topic=topic, numbers=[1])
    follow_topic(member=member, topic=topic)
    opening = topic.posts.get(number=1)
    first, second = make_reply(opening), make_reply(opening)
    assert badge(member).unread == 1
    gone(how, first, moderator)
    assert badge(member).unread == 1, "there is other news"
    gone(how, second, moderator)
    assert badge(member).unread == 0
    if how == "hidden":
        restore_post(post=second, by=moderator)
        assert badge(member).unread == 1


def test_the_newest_that_can_be_read_is_the_newest(member: Member, topic: Topic) -> None:
    follow_topic(member=member, topic=topic)
    opening = topic.posts.get(number=1)
    make_reply(opening)
    withdraw_post(post=(last := make_reply(opening)), by=last.author)
    topic.refresh_from_db()
    mark_read(member=member, topic=topic, numbers=[1, 2])
    assert badge(member).unread == 0


@pytest.mark.parametrize("way", ["withdraw", "undo"])
def test_a_topic_nobody_answered_is_gone_with_its_opening(
    as_member: Client, as_moderator: Client, visitor: Client, other: Member, web_board: Board,
    way: str,
) -> None:  # fmt: skip
    opening = make_topic(author=other, board=web_board, title="Canarytitle of mine")
    topic = opening.topic
    if way == "undo":
        undo_send(post=opening, by=other)
    else:
        withdraw_post(post=opening, by=other)
    for client, status in ((as_member, 404), (as_moderator, 404), (visitor, 302)):
        assert client.get(topic.get_absolute_url()).status_code == status
        for address in ("/", web_board.get_absolute_url()):
            page = client.get(address).content
            assert b"Canarytitle" not in page
            assert b"Taken back" not in page
    words = {"text": "An answer.", "token": str(uuid.uuid4())}
    answer = as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    assert answer.status_code == 404
    web_board.refresh_from_db()
    assert (web_board.topics_count, web_board.posts_count) == (0, 0)
    if way == "undo":
        assert Draft.objects.get(member=other).title == "Canarytitle of mine"


def test_a_topic_with_answers_loses_title_and_takes_no_more(
    as_member: Client, member: Member, other: Member, board: Board
) -> None:
    opening = make_topic(author=other, board=board, title="Canarytitle of mine")
    topic = opening.topic
    follow_topic(member=member, topic=topic)
    make_reply(opening, text="A careful answer.")
    withdraw_post(post=opening, by=other)
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert "A careful answer." in page
    assert "Canarytitle" not in page
    for address in ("/", board.get_absolute_url(), "/notices/", "/search/?words=careful"):
        assert b"Canarytitle" not in as_member.get(address).content, address
    words = {"text": "One more.", "token": str(uuid.uuid4())}
    assert as_member.post(reverse("forums:reply", args=[topic.pk]), words).status_code == 403


def test_a_post_that_was_held_keeps_no_copy(other: Member, board: Board, moderator: Member) -> None:
    held = start_topic(
        heard=DraftOutcome(holds=True), author=other, board=board, title="Canarytitle",
        text="Canarytext", token=uuid.uuid4(), wish="listening",
    )  # fmt: skip
    assert isinstance(held, PendingPost)
    post = approve_pending_post(held=held, by=moderator)
    withdraw_post(post=post, by=other)
    kept = PendingPost.objects.get()
    assert (kept.text, kept.title) == ("", "")


def test_restored_notices_lead_to_what_is_there(
    topic: Topic, other: Member, moderator: Member
) -> None:
    opening = topic.posts.get(number=1)
    mine = make_reply(opening, author=other)
    withdrawn, hidden, stands = (make_reply(mine) for _ in range(3))
    links = set(Notice.objects.unread().filter(member=other).values_list("link", flat=True))
    assert {post.get_absolute_url() for post in (withdrawn, hidden, stands)} <= links
    withdraw_post(post=withdrawn, by=withdrawn.author)
    hide_post(post=hidden, by=moderator)
    hide_post(post=opening, by=moderator)
    assert "reply" not in shown(other)
    restore_post(post=opening, by=moderator)
    links = set(Notice.objects.unread().filter(member=other).values_list("link", flat=True))
    assert stands.get_absolute_url() in links
    assert not links & {withdrawn.get_absolute_url(), hidden.get_absolute_url()}


def test_a_block_takes_notices_along_and_its_end_brings_them_back(
    log_in: Any, topic: Topic, other: Member
) -> None:
    met = MemberFactory()
    make_reply(make_reply(topic.posts.get(number=1), author=other), author=met)
    assert "reply" in shown(other)
    block_member(by=met, member=other)
    assert "reply" not in shown(other)
    unblock_member(by=met, member=other)
    assert "reply" in shown(other)


def test_what_was_taken_back_slows_nobody(as_member: Client, member: Member, topic: Topic) -> None:
    Topic.objects.filter(pk=topic.pk).update(slow_minutes=30)
    post = make_reply(topic.posts.get(number=1), author=member)
    undo_send(post=post, by=member)
    words = {"text": "Better words.", "token": str(uuid.uuid4())}
    assert as_member.post(reverse("forums:reply", args=[topic.pk]), words).status_code == 302


def test_the_last_answer_of_an_untitled_topic_takes_it_along(
    opening: Post, other: Member, moderator: Member
) -> None:
    board = opening.topic.board
    reply = make_reply(opening, author=other)
    withdraw_post(post=opening, by=opening.author)
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"
    withdraw_post(post=Post.objects.get(pk=reply.pk), by=other)
    assert Topic.objects.get(pk=opening.topic_id).status == "withdrawn"
    board.refresh_from_db()
    assert (board.topics_count, board.posts_count, board.last_posted_at) == (0, 0, None)


def test_an_answer_that_is_shown_again_has_a_topic_to_stand_in(
    opening: Post, other: Member, moderator: Member, as_member: Client
) -> None:
    board, reply = opening.topic.board, make_reply(opening, author=other)
    hide_post(post=reply, by=moderator)
    withdraw_post(post=Post.objects.get(pk=opening.pk), by=opening.author)
    assert as_member.get(opening.topic.get_absolute_url()).status_code == 404
    restore_post(post=Post.objects.get(pk=reply.pk), by=moderator)
    topic = Topic.objects.get(pk=opening.topic_id)
    assert (topic.status, topic.title) == ("closed", "[…]")
    assert reply.text in as_member.get(topic.get_absolute_url()).content.decode()
    board.refresh_from_db()
    assert (board.topics_count, board.posts_count) == (1, 2)


def test_the_only_topic_of_a_board_leaves_no_date(opening: Post) -> None:
    withdraw_post(post=opening, by=opening.author)
    board = Board.objects.get(pk=opening.topic.board_id)
    assert (board.topics_count, board.last_posted_at) == (0, None)


def test_hidden_words_of_ones_own_can_be_withdrawn(
    opening: Post, other: Member, moderator: Member, log_in: Any
) -> None:
    reply = make_reply(opening, author=other)
    hide_post(post=reply, by=moderator)
    assert log_in(other).post(reverse("forums:withdraw", args=[reply.pk])).status_code == 302
    assert Post.objects.get(pk=reply.pk).text == ""
    restore_post(post=Post.objects.get(pk=reply.pk), by=moderator)
    assert Post.objects.get(pk=reply.pk).status == "withdrawn"


@pytest.mark.parametrize("first", ["block", "hide"])
def test_a_post_that_is_shown_again_is_not_told_to_who_does_not_meet_its_author(
    opening: Post, other: Member, moderator: Member, first: str
) -> None:
    mine = make_reply(opening)
    reply = make_reply(mine, author=other)
    notice = Notice.objects.get(member=mine.author, kind="reply")
    if first == "block":
        block_member(by=mine.author, member=other)
    hide_post(post=reply, by=moderator)
    if first == "hide":
        block_member(by=mine.author, member=other)
    restore_post(post=Post.objects.get(pk=reply.pk), by=moderator)
    notice.refresh_from_db()
    assert notice.withdrawn_at is not None


def test_withdrawn_posts_of_ones_own_do_not_count_as_the_last(opening: Post, other: Member) -> None:
    for _post in range(2):
        reply = make_reply(opening, author=other)
        withdraw_post(post=reply, by=other)
    topic = Topic.objects.get(pk=opening.topic_id)
    activity = composer_state(other, topic, "").activity
    assert activity is not None
    assert topic_nudge(other, topic, activity) is None


def test_an_untitled_topic_says_so_live(opening: Post, other: Member) -> None:
    make_reply(opening, author=other)
    withdraw_post(post=Post.objects.get(pk=opening.pk), by=opening.author)
    kinds = set(Event.objects.filter(room=opening.topic.room).values_list("kind", flat=True))
    assert {"topic.closed", "topic.retitled", "post.withdrawn"} <= kinds
    drawn = TopicRoom().draw(
        str(opening.topic_id), list(Event.objects.filter(room=opening.topic.room)), []
    )
    titles = {each.data["title"] for each in drawn.events.values() if "title" in each.data}
    assert titles == {"[…]"}


def test_posts_of_somebody_one_does_not_meet_are_no_news(
    as_member: Client, member: Member, topic: Topic, moderator: Member
) -> None:
    opening = topic.posts.get(number=1)
    met, unmet = MemberFactory(), MemberFactory()
    follow_topic(member=member, topic=topic)
    mark_read(member=member, topic=topic, numbers=[1])
    block_member(by=member, member=unmet)
    make_reply(opening, author=unmet, text="One.")
    assert (unread(member, topic), shown(member)) == (0, [])
    assert topic.title.encode() not in as_member.get(reverse("forums:new")).content
    last = make_reply(opening, author=met, text="Two.")
    assert (unread(member, topic), shown(member)) == (1, ["topic"])
    assert unread(moderator, topic) == 3
    assert as_member.get(reverse("forums:first_unread", args=[topic.pk])).url.endswith(
        f"#post-{last.pk}"
    )
    withdraw_post(post=last, by=met)
    assert (unread(member, topic), shown(member)) == (0, [])
    unblock_member(by=member, member=unmet)
    assert (unread(member, topic), shown(member)) == (1, ["topic"])
    block_member(by=unmet, member=member)
    assert (unread(member, topic), shown(member)) == (0, [])


def test_the_last_post_one_may_read_ends_the_news(member: Member, topic: Topic) -> None:
    opening = topic.posts.get(number=1)
    unmet = MemberFactory()
    follow_topic(member=member, topic=topic)
    mark_read(member=member, topic=topic, numbers=[1])
    make_reply(opening, text="One.")
    make_reply(opening, author=unmet, text="Two.")
    block_member(by=member, member=unmet)
    assert shown(member) == ["topic"]
    topic.refresh_from_db()
    mark_read(member=member, topic=topic, numbers=[2])
    assert (unread(member, topic), shown(member)) == (0, [])


def test_a_board_counts_the_topics_one_finds(
    as_member: Client, topic: Topic, other: Member, moderator: Member
) -> None:
    board, opening = topic.board, topic.posts.get(number=1)
    make_reply(opening)
    shelf = Board.objects.create(name="Shelf", slug="shelf")

    def counts(of: Board) -> tuple[int, int]:
        of.refresh_from_db()
        return of.topics_count, of.posts_count

    assert counts(board) == (1, 2)
    hide_post(post=opening, by=moderator)
    assert counts(board) == (0, 0)
    assert board.last_posted_at is None
    move_topic(topic=topic, board=shelf, by=moderator)
    assert (counts(board), counts(shelf)) == ((0, 0), (0, 0))
    assert shelf.last_posted_at is None
    restore_post(post=opening, by=moderator)
    assert (counts(board), counts(shelf)) == ((0, 0), (1, 2))
    hide_post(post=opening, by=moderator)
    opening.refresh_from_db()
    withdraw_post(post=opening, by=opening.author)
    assert counts(shelf) == (1, 2)  # the answer stands, without a title


@pytest.mark.parametrize("kind", ["reply", "topic"])
@pytest.mark.parametrize("first", ["block", "hide"])
@pytest.mark.parametrize("whom", ["author", "opener"])
def test_an_opening_that_is_shown_again_tells_nothing_between_those_apart(
    opening: Post, other: Member, moderator: Member, kind: str, first: str, whom: str
) -> None:
    mine = make_reply(opening)
    make_reply(mine, author=other)
    reader, met = mine.author, other if whom == "author" else opening.author
    follow_topic(member=reader, topic=opening.topic)
    if kind == "topic":
        make_reply(opening, author=other)
    notice = Notice.objects.get(member=reader, kind=kind)
    if first == "block":
        block_member(by=reader, member=met)
    hide_post(post=opening, by=moderator)
    assert shown(reader) == []
    if first == "hide":
        block_member(by=reader, member=met)
    restore_post(post=Post.objects.get(pk=opening.pk), by=moderator)
    notice.refresh_from_db()
    assert notice.withdrawn_at is not None
    unblock_member(by=reader, member=met)
    notice.refresh_from_db()
    assert notice.withdrawn_at is None


def test_no_notice_leads_into_a_hidden_topic(
    opening: Post, member: Member, other: Member, moderator: Member
) -> None:
    mine = make_reply(opening, author=member)
    follow_topic(member=member, topic=opening.topic)
    answer = make_reply(mine, author=other)
    make_reply(opening, author=other)
    before = sorted(shown(member))
    assert before
    hide_post(post=opening, by=moderator)
    assert (shown(member), badge(member).unread) == ([], 0)
    # Nor when something in it comes or goes.
    hide_post(post=answer, by=moderator)
    restore_post(post=Post.objects.get(pk=answer.pk), by=moderator)
    assert (shown(member), badge(member).unread) == ([], 0)
    restore_post(post=Post.objects.get(pk=opening.pk), by=moderator)
    assert sorted(shown(member)) == before


def test_nothing_is_added_to_a_topic_that_is_gone(
    opening: Post, member: Member, other: Member, moderator: Member, log_in: Any
) -> None:
    """Loaded before, sent after: the words stay, and what waited says why it cannot go there."""
    token = uuid.uuid4()
    held = PendingPost.objects.create(
        board=opening.topic.board, topic=opening.topic, author=other, text="Waiting.", token=token
    )
    withdraw_post(post=opening, by=opening.author)
    topic = Topic.objects.get(pk=opening.topic_id)
    assert topic.status == "withdrawn"
    with pytest.raises(ActionDenied, match="took the topic back"):
        approve_pending_post(held=held, by=moderator)
    with pytest.raises(ActionDenied, match="taken back"):
        check_reply(member, topic, None)


def test_a_reaction_that_is_taken_back_leaves_no_notice(
    member: Member, other: Member, opening: Post
) -> None:
    post = make_reply(opening, author=member)
    react(member=other, post=post, kind="hug")
    unread = Notice.objects.unread().filter(member=member, kind="reaction")
    assert unread.exists()
    take_back_reaction(member=other, post=post, kind="hug")
    assert not unread.exists()
    react(member=other, post=post, kind="hug")
    assert unread.exists()


def test_a_mention_that_is_edited_away_leaves_no_notice(
    member: Member, other: Member, opening: Post
) -> None:
    make_reply(opening, author=member)
    post = make_reply(opening, author=other, text=f"Hello @{member.pseudonym}, and all.")
    unread = Notice.objects.unread().filter(member=member, kind="mention")
    assert unread.exists()
    edit_post(post=post, by=other, text="Hello all.", version=1)
    assert not unread.exists()


def test_with_nothing_unread_one_lands_on_words(as_member: Client, opening: Post) -> None:
    kept, gone = make_reply(opening), make_reply(opening)
    withdraw_post(post=gone, by=gone.author)
    as_member.post(reverse("forums:read", args=[opening.topic_id]))
    answer = as_member.get(reverse("forums:first_unread", args=[opening.topic_id]))
    assert answer["Location"].endswith(f"#post-{kept.pk}")


def test_a_notice_about_a_topic_that_is_gone_leads_to_a_sentence(
    as_member: Client, member: Member, opening: Post
) -> None:
    link = reverse("forums:find_topic", args=[opening.topic_id])
    assert as_member.get(link)["Location"] == opening.topic.get_absolute_url()
    withdraw_post(post=opening, by=opening.author)
    page = as_member.get(link, follow=True)
    assert page.status_code == 200
    assert "cannot be opened any more" in page.content.decode()


def test_posts_are_counted_as_this_reader_has_them(
    as_member: Client, as_other: Client, member: Member, opening: Post
) -> None:
    unseen = MemberFactory()
    for _ in range(3):
        make_reply(opening, author=unseen)
    block_member(by=member, member=unseen)
    address = opening.topic.get_absolute_url()
    assert ">1 post<" in as_member.get(address).content.decode().replace(" data-length", "")
    assert ">4 posts<" in as_other.get(address).content.decode().replace(" data-length", "")


def test_notices_go_with_a_board_that_is_out_of_use_and_come_back(
    as_admin: Client, member: Member, opening: Post
) -> None:
    follow_topic(member=member, topic=opening.topic)
    make_reply(opening)
    unread = Notice.objects.unread().filter(member=member)
    assert unread.exists()
    board = opening.topic.board
    address = reverse("admin:forums_board_change", args=[board.pk])
    words = {
        "name": board.name, "slug": board.slug, "description": board.description,
        "questions": "", "audience": board.audience, "position": "0",
    }  # fmt: skip
    for is_in_use in (False, True):
        answer = as_admin.post(address, words | ({"is_in_use": "on"} if is_in_use else {}))
        assert answer.status_code == 302
        assert unread.exists() is is_in_use


def test_withdrawn_replies_are_not_counted_below(as_member: Client, opening: Post) -> None:
    head = make_reply(opening)
    gone, _kept = make_reply(head), make_reply(head)
    withdraw_post(post=gone, by=gone.author)
    page = as_member.get(opening.topic.get_absolute_url()).content.decode()
    assert "1 reply below" in page
