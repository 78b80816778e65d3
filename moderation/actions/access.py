"""Looks at what is private: each with a reason, written down for the member to read."""

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.access import Refused
from accounts.models import Member
from forums.models import Post
from moderation.models import Access, Case
from moderation.rules import check_look, may_read


@transaction.atomic
def look_at_email(*, member: Member, by: Member, reason: str) -> str:
    """The address, once the look and its reason are written down for the member to read."""
    if not by.has_perm("accounts.see_email"):
        raise Refused(_("Your groups do not let you look at e-mail addresses."))
    Access.objects.create(member=member, by=by, what=Access.What.EMAIL, reason=reason)
    return member.email


@transaction.atomic
def look_at_words(*, post: Post, by: Member, reason: str) -> None:
    """Opens what nobody else reads about a post to one moderator for an hour: its words while it
    is hidden or withdrawn, and private words about it."""
    check_look(by, post)
    what = Access.What.PRIVATE if post.is_published else Access.What.HIDDEN
    Access.objects.create(member=post.author, by=by, what=what, post=post, reason=reason)


def note_look_for(case: Case, by: Member) -> None:
    """Inside an act: who takes a case on reads it to decide about it, which is reason enough."""
    post = case.words_of
    if post is not None and not post.is_published and not may_read(by, post):
        reason = _now("To decide about case %(number)s") % {"number": case.pk}
        Access.objects.create(
            member=post.author, by=by, what=Access.What.HIDDEN, post=post, reason=reason
        )
