"""Content warnings that readers suggest."""

from django.db import models
from django.utils import timezone

from accounts.models import Member
from composing.models import ContentWarning
from forums.models.posts import Post


class WarningSuggestion(models.Model):
    """One reader thinks that a post could do with a warning; only the count is ever told."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="warning_suggestions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    warning = models.ForeignKey(ContentWarning, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "member", "warning"], name="warning_suggestion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.warning_id}"
