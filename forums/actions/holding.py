"""What starting a topic and replying do when a moderator reads first, or when it came before."""

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from composing.actions.drafts import finish_draft
from forums.actions.post_creation import SentBefore
from forums.models import PendingPost, Post
from forums.permissions import check_hold
from forums.signals import newcomer_posted, post_held, post_listed
from guidance.drafts import DraftOutcome

NOTHING_HEARD = DraftOutcome()


def earlier_result(sent: SentBefore, text: str) -> Post | PendingPost | None:
    """What came of the same form before, so that an impatient thumb writes once.

    Raises EditConflict if other words came with the token: neither text is lost.
    """
    if sent.pending is not None:
        held = PendingPost.objects.select_related("post").get(pk=sent.pending)
        if held.text != text and held.post is None:
            raise _sent_with_other_words(_("Sent before"), held.text, text)
        return held.post or held
    if sent.post is None:
        return None
    post = Post.objects.select_related("topic").get(pk=sent.post)
    if post.text != text:
        raise _sent_with_other_words(_("Already posted"), post.text, text)
    return post


def _sent_with_other_words(label: str, before: str, now: str) -> EditConflict:
    return EditConflict(
        _("This form was already sent, with other words. Both are here."),
        ((label, before), (_("What you sent now"), now)),
    )


def has_to_wait(author: Member, heard: DraftOutcome, sent: SentBefore) -> bool:
    """Whether a moderator reads it first, because a rule or the setting for first posts says so;
    who needs help waits for no setting."""
    if heard.holds or heard.needs_help:
        return heard.holds
    return not author.is_moderator and sent.written < settings.FIRST_POSTS_HELD


def hold(held: PendingPost, place: str) -> PendingPost:
    """Inside an act: it waits from now on, and the draft of that place is done with."""
    check_hold(held.author)
    held.save()
    finish_draft(member=held.author, place=place)
    post_held.send(sender=PendingPost, held=held)
    return held


def announce(post: Post, sent: SentBefore, heard: DraftOutcome) -> Post:
    """Whoever looks after the place hears of a member's first posts, if the setting says so, and of
    what a rule wants them to see."""
    if not post.author.is_moderator and sent.written < settings.FIRST_POSTS_LOOKED_AT:
        newcomer_posted.send(sender=Post, post=post)
    if heard.listed:
        post_listed.send(sender=Post, post=post, rules=list(heard.listed))
    return post
