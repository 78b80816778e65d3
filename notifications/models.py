"""What a member should hear of."""

from django.db import models
from django.utils import timezone

from accounts.models import Member
from notifications.notification_types import BY_NAME
from notifications.querysets import NoticeQuerySet
from text.direction import isolated


class Notice(models.Model):
    """One thing for one member to hear of.

    ``subject`` such as post:41, and ``within`` such as topic:12, let it be withdrawn.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)
    link = models.CharField(max_length=200)
    parts = models.JSONField(default=dict)
    subject = models.CharField(max_length=60)
    within = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    # What it is about is hidden: it comes back with it.
    withdrawn_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "kind", "subject"], name="notice_once"),
        ]
        indexes = [
            models.Index(fields=["member", "-created_at", "-id"], name="notice_list"),
            models.Index(
                fields=["member"],
                condition=models.Q(read_at=None, withdrawn_at=None),
                name="notice_unread",
            ),
            models.Index(fields=["subject"], name="notice_subject"),
            models.Index(fields=["within"], name="notice_within"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.member_id}"

    @property
    def sentence(self) -> str:
        sentence = BY_NAME[self.kind].sentence
        return sentence % {key: isolated(part) for key, part in self.parts.items()}


class OutboxEmail(models.Model):
    """A mail that has to reach one member: that something waits for them here, and never what.

    It stays a row until the mail server has taken it.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="letters")
    subject = models.CharField(max_length=60)
    # The page of the site that has the message itself.
    link = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "subject"], name="letter_once"),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=models.Q(sent_at=None), name="letter_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.member_id}"
