"""What members may do here, each as they would hear it."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.blocks import is_blocked_pair
from accounts.exceptions import ActionDenied, RateLimited
from accounts.models import Member
from accounts.permissions import check_may_write
from composing.outcomes import UNDO_SEND
from forums.models import Board, PendingPost, Post, Topic

# Nobody types faster than this for long; a stuck key or a script does.
MAX_POSTS_PER_WINDOW = 12
WINDOW_MINUTES = 5


def check_start_topic(member: Member, board: Board, written_lately: int | None = None) -> None:
    """You may start a topic in any board that is in use. ``written_lately`` is what WRITTEN_LATELY
    counts, where it is known."""
    check_may_write(member)
    if not board.is_in_use:
        raise ActionDenied(_("This board is not in use any more."))
    _check_pace(member, written_lately)


def check_reply(
    member: Member, topic: Topic, parent: Post | None, written_lately: int | None = None
) -> None:
    """You may reply while the topic is open, to posts that are still there. ``written_lately`` is
    what WRITTEN_LATELY counts, where it is known."""
    check_may_write(member)
    if topic.status == Topic.Status.CLOSED:
        raise ActionDenied(_("This topic is closed, so it takes no more replies."))
    if topic.status == Topic.Status.HIDDEN:
        raise ActionDenied(_("The moderators have hidden this topic, so it takes no more replies."))
    if topic.status == Topic.Status.WITHDRAWN:
        raise ActionDenied(_("This topic was taken back, so it takes no more replies."))
    if parent is not None and not parent.is_published:
        raise ActionDenied(
            _(
                "The post you are answering was taken down meanwhile. Your words are still here: "
                "you can send them as a reply to the topic."
            )
        )
    if parent is not None and is_blocked_pair(member.pk, parent.author_id):
        raise ActionDenied(_("You do not see this post, so you cannot answer it."))
    if topic.slow_minutes and not member.moderates(topic.board_id):
        _check_slow(member, topic)
    _check_pace(member, written_lately)


# So many of one member's posts wait for a moderator at a time.
MAX_PENDING_POSTS = 5


def check_hold(member: Member) -> None:
    """A handful may wait; whoever waits for more would only wait longer."""
    waiting = PendingPost.objects.filter(author=member, status=PendingPost.Status.WAITING)
    if waiting.count() >= MAX_PENDING_POSTS:
        raise RateLimited(
            _(
                "Some posts of yours wait for a moderator already. Your words are still here: "
                "please send them when those are looked at."
            )
        )


def check_reject_pending(member: Member, held: PendingPost) -> None:
    """Moderators of the board look at what waits, until its author takes it back."""
    if not member.moderates(held.board_id):
        raise ActionDenied(_("Only moderators of this board look at what waits for it."))
    if held.status == PendingPost.Status.TAKEN_BACK:
        raise ActionDenied(_("Its author took it back meanwhile."))


def check_approve_pending(member: Member, held: PendingPost) -> None:
    """Moderators publish what waits, while there is still a place for it."""
    check_reject_pending(member, held)
    if held.topic is None and not held.board.is_in_use:
        raise ActionDenied(_("This board is not in use any more."))
    if not held.author.has_consented:
        raise ActionDenied(
            _("Its author took back the agreement that others read their words, so it stays here.")
        )
    # It was sent while the topic was open: that it closed meanwhile is nobody's fault.
    if held.topic is not None and held.topic.status == Topic.Status.HIDDEN:
        raise ActionDenied(_("The topic is hidden, so this cannot be published there."))
    if held.topic is not None and held.topic.status == Topic.Status.WITHDRAWN:
        raise ActionDenied(_("Its author took the topic back, so this cannot be published there."))


def check_edit(member: Member, post: Post) -> None:
    """You may change your own words while the topic is open and the post is shown."""
    check_may_write(member)
    if post.author_id != member.pk:
        raise ActionDenied(_("Only its author can change a post."))
    if not post.is_published:
        raise ActionDenied(_("This post is not shown any more, so it cannot be changed."))
    topic = post.topic
    was_open = topic.status == Topic.Status.HIDDEN and topic.status_before != Topic.Status.CLOSED
    if not (topic.is_open or was_open):
        raise ActionDenied(_("This topic is closed, so its posts stay as they are."))


def check_suggest_warning(member: Member, post: Post) -> None:
    """You may suggest a warning for what others wrote."""
    check_may_write(member)
    if post.author_id == member.pk:
        raise ActionDenied(_("This is your own post: you can add a warning by changing it."))
    if not post.is_published:
        raise ActionDenied(_("This post is not shown any more."))


def check_withdraw(member: Member, post: Post) -> None:
    """You may take back your own words at any time, hidden ones too."""
    if post.author_id != member.pk:
        raise ActionDenied(_("Only its author can withdraw a post."))


# For so long a post can be taken back into the box it came from.


def check_undo_send(member: Member, post: Post) -> None:
    """You may take back what you just sent, until somebody answers."""
    check_withdraw(member, post)
    if not post.is_published or timezone.now() - post.created_at > UNDO_SEND:
        raise ActionDenied(
            _("The minute is over, so it stays. You can still change it, or withdraw it.")
        )
    answers = post.topic.posts.exclude(pk=post.pk).filter(status=Post.Status.PUBLISHED)
    if not post.is_opening:
        answers = answers.filter(parent=post)
    if answers.exists():
        raise ActionDenied(
            _("Somebody has answered already. You can still change it, or withdraw it.")
        )


def check_react(member: Member, post: Post) -> None:
    """You may react to what others wrote."""
    check_may_write(member)
    if post.author_id == member.pk:
        raise ActionDenied(_("Reactions are for what others wrote."))
    if not post.is_published:
        raise ActionDenied(_("This post is not shown any more."))
    if is_blocked_pair(member.pk, post.author_id):
        raise ActionDenied(_("You do not see this post."))


def check_thank_all(member: Member, topic: Topic) -> None:
    """Who opened a topic thanks those who answered."""
    check_may_write(member)
    if topic.author_id != member.pk:
        raise ActionDenied(_("Only who opened the topic can thank everybody in it."))


def opens_to_the_web(topic: Topic, board: Board) -> bool:
    """Whether what members wrote for members would be everybody's to read in this board."""
    return board.audience == Board.Audience.WEB and topic.board.audience != Board.Audience.WEB


def check_move(member: Member, topic: Topic, board: Board) -> None:
    """Moderators move topics, and never from members' eyes to everybody's."""
    if not member.moderates(topic.board_id):
        raise ActionDenied(_("Only moderators of this board can move its topics."))
    if not board.is_in_use:
        raise ActionDenied(_("This board is not in use any more."))
    if opens_to_the_web(topic, board):
        raise ActionDenied(
            _(
                "This topic was written for members only, so it cannot be moved to a board that "
                "anybody on the web can read."
            )
        )


def check_change_wish(member: Member, topic: Topic) -> None:
    """Who opened a topic says what would help, for as long as it is open."""
    check_may_write(member)
    if topic.author_id != member.pk:
        raise ActionDenied(_("Only who opened the topic says what would help."))
    if not topic.is_open:
        raise ActionDenied(_("This topic is closed, so it stays as it is."))


def check_close(member: Member, topic: Topic) -> None:
    """Moderators open and close the topics of their boards."""
    if not member.moderates(topic.board_id):
        raise ActionDenied(_("Only moderators of this board can open and close its topics."))


def check_reopen(member: Member, topic: Topic) -> None:
    """As check_close; a topic whose first post was taken back takes no more answers."""
    check_close(member, topic)
    if topic.posts.filter(number=1, status=Post.Status.WITHDRAWN).exists():
        raise ActionDenied(_("Its author took back the first post, so it stays closed."))


def check_hide(member: Member | None, topic: Topic) -> None:
    """Moderators hide and restore posts. ``None`` is the house: a case that hides by itself."""
    if member is not None and not member.moderates(topic.board_id):
        raise ActionDenied(_("Only moderators of this board can hide its posts."))


def check_tend(member: Member, topic: Topic) -> None:
    """Moderators fold posts, put notes under them, take personal details out, slow topics."""
    if not member.moderates(topic.board_id):
        raise ActionDenied(_("Only moderators of this board can do this."))


def _check_slow(member: Member, topic: Topic) -> None:
    since = timezone.now() - timedelta(minutes=topic.slow_minutes)
    written = topic.posts.filter(author=member, created_at__gt=since)
    if written.exclude(status=Post.Status.WITHDRAWN).exists():
        raise RateLimited(
            ngettext(
                "This topic goes slowly for now: one post from each of us in a minute. Your words "
                "are still here: please send them in a little while.",
                "This topic goes slowly for now: one post from each of us in %(n)s minutes. Your "
                "words are still here: please send them in a little while.",
                topic.slow_minutes,
            )
            % {"n": topic.slow_minutes}
        )


# As many as matter, and no more.
WRITTEN_LATELY = """
    SELECT count(*) FROM (
        SELECT FROM forums_post WHERE author_id = %(author)s AND created_at > %(since)s
        LIMIT %(most)s
    ) AS few
"""


def written_lately_params(member: Member) -> dict[str, Any]:
    """For WRITTEN_LATELY, which other statements have in them."""
    since = timezone.now() - timedelta(minutes=WINDOW_MINUTES)
    return {"author": member.pk, "since": since, "most": MAX_POSTS_PER_WINDOW}


def _check_pace(member: Member, written: int | None) -> None:
    if written is None:
        with connection.cursor() as cursor:
            cursor.execute(WRITTEN_LATELY, written_lately_params(member))
            (written,) = cursor.fetchone()
    if written >= MAX_POSTS_PER_WINDOW:
        raise RateLimited(
            _(
                "You have written a lot in the last few minutes. Your words are still here: "
                "please send them in a little while."
            )
        )
