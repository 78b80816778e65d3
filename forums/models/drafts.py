"""Words that were not sent yet."""

from django.db import models
from django.utils import timezone

from accounts.models import Member
from guidance.wishes import Wish
from text.limits import TITLE


class Draft(models.Model):
    """What a member was writing and has not sent; ``place`` says for which form."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=60)
    title = models.CharField(max_length=TITLE, blank=True)
    # Of a new topic; empty where none was chosen.
    wish = models.CharField(max_length=20, choices=Wish, blank=True, db_default="")
    text = models.TextField()
    # Of the form it was written in: what guidance said there belongs to the post it becomes.
    token = models.UUIDField(null=True)
    # What another window or device had written here, until its author says what becomes of it.
    other_text = models.TextField(blank=True, db_default="")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["member", "place"], name="draft_once")]

    def __str__(self) -> str:
        return self.place

    @property
    def state(self) -> str:
        """Another one after each saving."""
        return self.saved_at.isoformat()
