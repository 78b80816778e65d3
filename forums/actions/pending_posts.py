"""Posts that a moderator reads before anybody else does."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from composing.actions.drafts import finish_draft, save_draft
from composing.models import Draft
from forums import draft_keys
from forums.actions import post_creation
from forums.actions.replies import add_reply, post_reply
from forums.actions.topics import add_topic, start_topic
from forums.models import Board, PendingPost, Post, Topic
from forums.permissions import (
    check_approve_pending,
    check_hold,
    check_reject_pending,
    check_reply,
    check_start_topic,
)
from forums.signals import held_taken_back, post_held, post_listed
from guidance.drafts import DraftOutcome
from live.events import atomic_action

Status = PendingPost.Status
NOTHING = DraftOutcome()


@atomic_action
def send_topic(
    *,
    author: Member,
    board: Board,
    title: str,
    text: str,
    token: UUID,
    wish: str = "",
    warnings: Sequence[str] = (),
    heard: DraftOutcome = NOTHING,
) -> Post | PendingPost:
    """Starts the topic, or lets it wait for a moderator if the house or a rule wants that."""
    sent = post_creation.sent_before(author, token)
    if (earlier := _held_already(sent, text)) is not None:
        return earlier
    if not _waits(author, heard, sent):
        post = start_topic(
            author=author,
            board=board,
            title=title,
            text=text,
            token=token,
            wish=wish,
            warnings=warnings,
            sent=sent,
        )
        return _list(post, heard)
    check_start_topic(author, board, sent.written_lately)
    held = PendingPost(
        author=author,
        board=board,
        title=title,
        text=text,
        token=token,
        wish=wish,
        warnings=list(warnings),
    )
    return _hold(held, draft_keys.new_topic(board.pk))


@atomic_action
def send_reply(
    *,
    author: Member,
    topic: Topic,
    text: str,
    token: UUID,
    parent: Post | None = None,
    warnings: Sequence[str] = (),
    heard: DraftOutcome = NOTHING,
) -> Post | PendingPost:
    """Posts the reply, or lets it wait for a moderator: see send_topic."""
    sent = post_creation.sent_before(author, token)
    if (earlier := _held_already(sent, text)) is not None:
        return earlier
    if not _waits(author, heard, sent):
        post = post_reply(
            author=author,
            topic=topic,
            text=text,
            token=token,
            parent=parent,
            warnings=warnings,
            sent=sent,
        )
        return _list(post, heard)
    check_reply(author, topic, parent, sent.written_lately)
    held = PendingPost(
        author=author,
        board_id=topic.board_id,
        topic=topic,
        parent=parent,
        text=text,
        token=token,
        warnings=list(warnings),
    )
    return _hold(held, draft_keys.reply(topic.pk, parent.pk if parent is not None else None))


def _list(post: Post, heard: DraftOutcome) -> Post:
    if heard.listed:
        post_listed.send(sender=Post, post=post, rules=list(heard.listed))
    return post


def _waits(author: Member, heard: DraftOutcome, sent: post_creation.SentBefore) -> bool:
    if heard.holds or heard.needs_help:
        return heard.holds
    return not author.is_moderator and sent.written < settings.FIRST_POSTS_HELD


def _held_already(sent: post_creation.SentBefore, text: str) -> Post | PendingPost | None:
    """What came of the same form before and waits, or what it became."""
    if sent.pending is None:
        return None
    held = PendingPost.objects.select_related("post").get(pk=sent.pending)
    if held.text != text and held.post is None:
        raise EditConflict(
            _("This form was already sent, with other words. Both are here."),
            ((_("Sent before"), held.text), (_("What you sent now"), text)),
        )
    return held.post or held


def _hold(held: PendingPost, place: str) -> PendingPost:
    check_hold(held.author)
    held.save()
    finish_draft(member=held.author, place=place)
    post_held.send(sender=PendingPost, held=held)
    return held


@atomic_action
def approve_pending_post(*, held: PendingPost, by: Member) -> Post:
    """Publishes what waited, as if it were written now; once.

    What it answered may be gone meanwhile: then it answers the topic.
    """
    html = held.html
    held = _locked(held)
    if held.post is not None:
        return held.post
    # No draft goes with it: the author may be writing the next thing in the same place.
    words: dict[str, Any] = {
        "author": held.author, "text": held.text, "html": html, "token": held.token, "place": "",
        "warnings": held.warnings,
    }  # fmt: skip
    if held.topic is None:
        held.board = Board.objects.select_for_update(no_key=True).get(pk=held.board_id)
        check_approve_pending(by, held)
        post = add_topic(board=held.board, title=held.title, wish=held.wish, **words)
    else:
        held.topic = Topic.objects.select_for_update(no_key=True).get(pk=held.topic.pk)
        check_approve_pending(by, held)
        parent = held.parent
        if parent is not None and not parent.is_published:
            parent = None
        post = add_reply(topic=held.topic, parent=parent, **words)
    held.status, held.post = Status.PUBLISHED, post
    held.save(update_fields=["status", "post"])
    return post


@atomic_action
def reject_pending_post(*, held: PendingPost, by: Member) -> None:
    """It is not published; its author keeps the words."""
    held = _locked(held)
    check_reject_pending(by, held)
    PendingPost.objects.filter(pk=held.pk, post=None).update(status=Status.REFUSED)


@atomic_action
def cancel_pending_post(*, held: PendingPost, by: Member) -> None:
    """Its author does not want it published after all; its words go for good."""
    held = _locked(held)
    if held.author_id != by.pk or not held.is_waiting:
        return
    PendingPost.objects.filter(pk=held.pk).update(status=Status.TAKEN_BACK, text="", title="")
    held_taken_back.send(sender=PendingPost, held=held)


@atomic_action
def reopen_as_draft(*, held: PendingPost, by: Member) -> Draft:
    """The words become a draft again, behind what stands in that draft already; what still waits is
    taken back."""
    held = _locked(held)
    place = place_of(held)
    standing = Draft.objects.filter(member=by, place=place).first()
    words = f"{standing.text}\n\n{held.text}" if standing and standing.text else held.text
    title = (standing.title if standing else "") or held.title
    save_draft(
        member=by,
        place=place,
        title=title,
        text=words,
        wish=held.wish,
        warnings=held.warnings,
    )
    cancel_pending_post(held=held, by=by)
    return Draft.objects.get(member=by, place=place)


def place_of(held: PendingPost) -> str:
    """The form it was written in."""
    if held.topic_id is None:
        return draft_keys.new_topic(held.board_id)
    return draft_keys.reply(held.topic_id, held.parent_id)


def _locked(held: PendingPost) -> PendingPost:
    return (
        PendingPost.objects.select_for_update(of=("self",), no_key=True)
        .select_related("author", "board", "topic", "parent", "post")
        .defer("parent__search", "post__search")
        .get(pk=held.pk)
    )
