"""Words that were not sent yet."""

from datetime import timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from accounts.models import Member
from guidance.support_types import SupportType
from text.limits import DRAFT_TITLE

# Counted from the last word that was added.
KEPT_FOR = timedelta(days=365)


class Draft(models.Model):
    """What a member was writing and has not sent; ``place`` says for which form."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=60)
    title = models.CharField(max_length=DRAFT_TITLE, blank=True)
    # Of a new topic; empty where none was chosen.
    wish = models.CharField(max_length=20, choices=SupportType, blank=True, db_default="")
    text = models.TextField()
    # Slugs of content warnings chosen so far.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    # Of the form it was written in: what guidance said there belongs to the post it becomes.
    token = models.UUIDField(null=True)
    # The page that saved it last.
    page = models.UUIDField(null=True)
    # What other windows and devices wrote here, until the author says what becomes of each:
    # [{"state", "page", "title", "text", "wish", "warnings"}], the latest first.
    others = models.JSONField(default=list, db_default=[])
    # Help that rules offered when it was kept instead of sent, until the list of drafts showed it.
    help_messages = models.JSONField(default=list, db_default=[])
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
    def as_version(self) -> dict[str, Any]:
        """As one of ``others``."""
        return {
            "state": self.state,
            "page": str(self.page or ""),
            "title": self.title,
            "text": self.text,
            "wish": self.wish,
            "warnings": self.warnings,
        }

    def beside(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """For a page with this text: the state it may say it knows, and the other versions. An
        emptied box has not seen what stands here, and knows no state."""
        if self.text == text:
            return self.state, self.others
        return "", [self.as_version, *self.others]
