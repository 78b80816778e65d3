"""Looks at what is private: each with a reason, written down for the member to read."""

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.models import PendingPost, Post
from moderation.models import Access, Case
from moderation.permissions import check_look, is_for_nobody_else, may_read


@transaction.atomic
def read_email(*, member: Member, by: Member, reason: str) -> str:
    """The address, once the look and its reason are written down for the member to read."""
    if not by.has_perm("accounts.see_email"):
        raise ActionDenied(_("Your groups do not let you look at e-mail addresses."))
    Access.objects.create(member=member, by=by, what=Access.What.EMAIL, reason=reason)
    return member.email


@transaction.atomic
def read_privileged(*, words: Post | PendingPost, by: Member, reason: str) -> None:
    """Opens what nobody else reads to one moderator for an hour: the words of a post that is
    hidden, withdrawn or was not published, and private words about it."""
    check_look(by, words)
    _write_down(words, by, reason)


def log_access(case: Case, by: Member) -> None:
    """Inside an act: who takes a case on reads it to decide about it, which is reason enough."""
    words = case.words_of
    if words is not None and is_for_nobody_else(words) and not may_read(by, words):
        _write_down(words, by, _now("To decide about it"))


def _write_down(words: Post | PendingPost, by: Member, reason: str) -> None:
    what = Access.What.HIDDEN
    if isinstance(words, PendingPost):
        what = Access.What.HELD
    elif words.is_published:
        what = Access.What.PRIVATE
    Access.objects.create(
        member=words.author, by=by, what=what, reason=reason,
        post=words if isinstance(words, Post) else None,
        held=words if isinstance(words, PendingPost) else None,
    )  # fmt: skip
