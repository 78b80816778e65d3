"""What the pages after a form that was sent have to know of it."""

from django.db import models
from django.utils import timezone

from accounts.models import Member


class Submission(models.Model):
    """A form that arrived. It holds no word of it: what was written is where ``url`` says."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="submissions")
    # Of surface, title and text; empty once they may be sent again.
    digest = models.CharField(max_length=64, blank=True)
    # The page that sent it: a request of it that was slow brings no draft back.
    page = models.UUIDField(null=True)
    # What it became, such as post:12; empty while it waits for a moderator.
    subject = models.CharField(max_length=60, blank=True)
    url = models.CharField(max_length=500)
    # Until then the author may take it back into the box.
    undo_until = models.DateTimeField(null=True)
    # Help that rules offered for it, until it was shown once.
    help_messages = models.JSONField(default=list)
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["member", "-id"], name="submission_of_member"),
            models.Index(fields=["sent_at"], name="submission_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.url}"
