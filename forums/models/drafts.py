"""Words that were not sent yet."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from accounts.models import Member
from guidance.wishes import Wish
from text.limits import DRAFT_TITLE

# Counted from the last word that was added.
KEPT_FOR = timedelta(days=365)


class Draft(models.Model):
    """What a member was writing and has not sent; ``place`` says for which form."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=60)
    title = models.CharField(max_length=DRAFT_TITLE, blank=True)
    # Of a new topic; empty where none was chosen.
    wish = models.CharField(max_length=20, choices=Wish, blank=True, db_default="")
    text = models.TextField()
    # Slugs of content warnings chosen so far.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    # Of the form it was written in: what guidance said there belongs to the post it becomes.
    token = models.UUIDField(null=True)
    # What other windows and devices wrote here, until the author says what becomes of each:
    # [{"state", "title", "text"}], the latest first.
    others = models.JSONField(default=list, db_default=[])
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["member", "place"], name="draft_once")]
        indexes = [models.Index(fields=["saved_at"], name="draft_by_age")]

    def __str__(self) -> str:
        return self.place

    @property
    def state(self) -> str:
        """Another one after each saving."""
        return self.saved_at.isoformat()

    @property
    def kept_until(self) -> datetime:
        return self.saved_at + KEPT_FOR
