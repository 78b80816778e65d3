"""Who may report and who may judge."""

from django.utils.translation import gettext_lazy as _

from accounts.access import Refused
from accounts.models import Member
from forums.models import Post
from moderation.models import Case


def check_report(member: Member, post: Post) -> None:
    """You may report any post you can read but your own; read-only members too."""
    if not member.is_active or member.is_suspended:
        raise Refused(_("Your account is paused, so this was not sent."))
    if post.author_id == member.pk:
        raise Refused(_("This is your own post. You can change it or withdraw it."))
    if not post.is_published:
        raise Refused(_("This post is not shown any more."))


def check_decide(member: Member, case: Case) -> None:
    """Moderators decide, but nobody judges a case they are part of."""
    if not member.is_moderator:
        raise Refused(_("Only moderators decide cases."))
    if case.post.author_id == member.pk:
        raise Refused(_("This is about your own post, so another moderator decides it."))
    if case.reports.filter(reporter=member, closed_at=None).exists():
        raise Refused(_("You reported this yourself, so another moderator decides it."))
