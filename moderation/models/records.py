from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import PendingPost, Post
from text.limits import REASON


class Access(models.Model):
    """One of the team looked at something private of a member, and why. Never changed."""

    class What(models.TextChoices):
        EMAIL = "email", _("E-mail address")
        HIDDEN = "hidden", _("Words that are hidden")
        HELD = "held", _("Words that were not published")
        PRIVATE = "private", _("What you and the team wrote to each other in private")

    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="accesses", verbose_name=_("member")
    )
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    what = models.CharField(_("what"), max_length=20, choices=What)
    # Whose words, for looks at what is hidden.
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("post")
    )
    held = models.ForeignKey(
        PendingPost, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("post")
    )
    reason = models.TextField(_("reason, as the member can read it"), max_length=REASON)
    made_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("look at private data")
        verbose_name_plural = _("looks at private data")

    def __str__(self) -> str:
        return self.get_what_display()


class Seal(models.Model):
    """One row of the record as it was written, in a chain: each digest covers the one before.

    The database writes it when the row is committed (see the migrations); the command
    verify_records checks that no row and no seal was changed, added in between or taken away.
    """

    number = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=63)
    row = models.BigIntegerField()
    # The row as it was; empty once its words were erased with an account.
    content = models.TextField()
    # SHA-256 of the content, which stays. Since there is one the digest covers it, and not the
    # content itself.
    content_hash = models.CharField(max_length=64, db_default="")
    covers_hash = models.BooleanField(db_default=False)
    is_erased = models.BooleanField(db_default=False)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="seal_once")]

    def __str__(self) -> str:
        return f"{self.number}"
