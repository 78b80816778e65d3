"""What each member keeps about topics and posts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models.posts import Post
from forums.models.topics import Topic


class Reaction(models.Model):
    """One member's quiet answer to a post."""

    class Kind(models.TextChoices):
        HUG = "hug", _("Hug")
        ME_TOO = "me_too", _("Me too")
        THANKS = "thanks", _("Thank you")
        HELPED = "helped", _("This helped")

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=10, choices=Kind)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "member", "kind"], name="reaction_once")
        ]

    def __str__(self) -> str:
        return self.kind


class Follow(models.Model):
    """A member hears of new posts in a topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="follows")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="follows")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "member"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.member_id} follows {self.topic_id}"


class Interests(models.Model):
    """What a member knows from the inside and would answer to; seen by nobody else.

    Who has a row has opted in to the list of topics that wait for an answer.
    """

    MAX_SUBJECTS, MAX_SUBJECT_LENGTH = 12, 40

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="knowledge")
    subjects = ArrayField(models.CharField(max_length=MAX_SUBJECT_LENGTH), default=list)
    saved_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.member_id}"


class ReadMark(models.Model):
    """Which posts of a topic a member has seen: all up to one number, and single ones beyond.

    The same in threaded and in flat order, because it counts posts and not pages.
    """

    # Past this many, the lowest are joined by taking what lies between as seen.
    MAX_BEYOND = 400

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="read_marks")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="read_marks")
    up_to = models.PositiveIntegerField(default=0)
    beyond = ArrayField(models.PositiveIntegerField(), default=list)
    seen_count = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "member"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.member_id} read {self.topic_id} up to {self.up_to}"

    def has_seen(self, number: int) -> bool:
        return number <= self.up_to or number in self.beyond

    def add(self, numbers: set[int]) -> None:
        """Counts the numbers as seen; in memory only."""
        seen = (set(self.beyond) | numbers) - set(range(1, self.up_to + 1))
        while len(seen) > self.MAX_BEYOND:
            self.up_to = min(seen)
            seen = {number for number in seen if number > self.up_to}
        while self.up_to + 1 in seen:
            self.up_to += 1
            seen.discard(self.up_to)
        self.beyond = sorted(seen)
        self.seen_count = self.up_to + len(seen)
