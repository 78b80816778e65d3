from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from forums import draft_keys, events
from forums.actions import post_creation
from forums.actions.holding import NOTHING_HEARD, announce, earlier_result, has_to_wait, hold
from forums.actions.settling import LISTED
from forums.models import Board, PendingPost, Post, Topic
from forums.permissions import (
    check_change_wish,
    check_close,
    check_move,
    check_reopen,
    check_start_topic,
)
from guidance.drafts import DraftOutcome
from live.events import atomic_action
from text.rendering import render


@atomic_action
def start_topic(
    *,
    author: Member,
    board: Board,
    title: str,
    text: str,
    token: UUID,
    wish: str = "",
    warnings: Sequence[str] = (),
    heard: DraftOutcome = NOTHING_HEARD,
) -> Post | PendingPost:
    """Opens a topic with its first post, or lets it wait for a moderator; see post_reply.

    Raises EditConflict, ActionDenied and RateLimited.
    """
    sent = post_creation.sent_before(author, token)
    if (earlier := earlier_result(sent, text)) is not None:
        return earlier
    place = draft_keys.new_topic(board.pk)
    if has_to_wait(author, heard, sent):
        check_start_topic(author, board, sent.written_lately)
        held = PendingPost(
            author=author, board=board, title=title, text=text, token=token, wish=wish,
            warnings=list(warnings),
        )  # fmt: skip
        return hold(held, place)
    # Before the board's lock: nobody waits while it is drawn.
    html = render(text)
    board = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    check_start_topic(author, board, sent.written_lately)
    post = add_topic(
        author=author, board=board, title=title, text=text, html=html, token=token, place=place,
        wish=wish, warnings=warnings,
    )  # fmt: skip
    return announce(post, sent, heard)


def add_topic(
    *,
    author: Member,
    board: Board,
    title: str,
    text: str,
    html: str,
    token: UUID,
    place: str,
    wish: str,
    warnings: Sequence[str] = (),
) -> Post:
    """Inside an act, with the board locked and the rules asked: the topic and all that follows."""
    now = timezone.now()
    topic = Topic.objects.create(
        board=board, author=author, title=title, last_author=author, posts_count=1,
        created_at=now, last_posted_at=now, wish=wish, warnings=list(warnings),
    )  # fmt: skip
    post = post_creation.new_post(
        topic=topic, author=author, text=text, html=html, token=token, parent=None, number=1
    )
    post.created_at, post.warnings = now, list(warnings)
    post.save()
    post_creation.settle(post, place)
    return post


@atomic_action
def move_topic(*, topic: Topic, board: Board, by: Member) -> None:
    """The topic and all its posts stand in another board from now on."""
    # Boards in the order of their ids, before the topic: as everywhere.
    ids = sorted({topic.board_id, board.pk})
    boards = {
        each.pk: each
        for each in Board.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    }
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    if topic.board_id not in boards:
        raise EditConflict(_("Somebody else moved this topic meanwhile."))
    topic.board, board = boards[topic.board_id], boards[board.pk]
    check_move(by, topic, board)
    if topic.board_id == board.pk:
        return
    Topic.objects.filter(pk=topic.pk).update(board=board)
    for each, sign in ((topic.board, -1), (board, 1)):
        latest = (
            Topic.objects.filter(board=each, status__in=LISTED)
            .order_by("-last_posted_at")
            .values("last_posted_at")
        )
        # What nobody finds is not counted here, nor there.
        moved = sign if topic.status in LISTED else 0
        Board.objects.filter(pk=each.pk).update(
            topics_count=F("topics_count") + moved,
            posts_count=F("posts_count") + moved * topic.posts_count,
            last_posted_at=Subquery(latest[:1]),
        )
    events.topic_moved(topic)


@atomic_action
def change_wish(*, topic: Topic, by: Member, wish: str) -> None:
    """What its author would like from those who answer is another thing now."""
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    check_change_wish(by, topic)
    if topic.wish != wish:
        Topic.objects.filter(pk=topic.pk).update(wish=wish)
        events.wish_changed(topic)


@atomic_action
def close_topic(*, topic: Topic, by: Member) -> None:
    """The topic stays readable and takes no more replies, or will once it is shown again; a closed
    one stays as it is."""
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    check_close(by, topic)
    Topic.objects.filter(pk=topic.pk, status=Topic.Status.HIDDEN).update(
        status_before=Topic.Status.CLOSED
    )
    if Topic.objects.filter(pk=topic.pk, status=Topic.Status.OPEN).update(
        status=Topic.Status.CLOSED
    ):
        events.topic_closed(topic)


@atomic_action
def reopen_topic(*, topic: Topic, by: Member) -> None:
    """The topic takes replies again, or will once it is shown again."""
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    check_reopen(by, topic)
    Topic.objects.filter(
        pk=topic.pk, status=Topic.Status.HIDDEN, status_before=Topic.Status.CLOSED
    ).update(status_before=Topic.Status.OPEN)
    if Topic.objects.filter(pk=topic.pk, status=Topic.Status.CLOSED).update(
        status=Topic.Status.OPEN
    ):
        events.topic_reopened(topic)
