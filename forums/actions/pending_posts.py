"""Posts that a moderator reads before anybody else does."""

from typing import Any

from accounts.models import Member
from composing.actions.drafts import save_draft
from composing.models import Draft
from forums import draft_keys
from forums.actions.replies import add_reply
from forums.actions.topics import add_topic
from forums.models import Board, PendingPost, Post, Topic
from forums.permissions import (
    check_approve_pending,
    check_reject_pending,
)
from forums.signals import held_taken_back
from live.events import atomic_action

Status = PendingPost.Status


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
