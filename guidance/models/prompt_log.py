"""What the rules said, to whom, and what came of it. No word of a draft."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member


class PromptEvent(models.Model):
    """One rule heard something in one author's form; what was written there is not kept.

    What was never sent is counted and forgotten after two days (the command
    forget_unsent_guidance).
    """

    class Mode(models.TextChoices):
        SHOWN = "shown", _("Shown")
        TRIAL = "trial", _("Heard on trial")
        HELD_OUT = "held_out", _("Held out, to compare")

    class Outcome(models.TextChoices):
        OPEN = "", _("Not sent yet")
        CHANGED = "changed", _("Changed")
        AS_IT_IS = "as_it_is", _("Sent as it is")
        DISMISSED = "dismissed", _("Sent as it is, by that button")
        WRONG = "wrong", _("Called wrong")
        GIVEN_UP = "given_up", _("Not sent")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    # Of the form; the post that comes of it has the same.
    token = models.UUIDField()
    # The code, as members are asked; and the key of the row that heard it.
    rule = models.CharField(max_length=30)
    key = models.CharField(max_length=30, db_default="")
    how = models.CharField(max_length=10, choices=Mode, default=Mode.SHOWN, db_default=Mode.SHOWN)
    outcome = models.CharField(
        max_length=10, choices=Outcome, default=Outcome.OPEN, db_default=Outcome.OPEN, blank=True
    )
    message = models.TextField()
    # A tip is said seldom: whether this was one, and in which place, such as topic:12.
    is_tip = models.BooleanField(default=False, db_default=False)
    place = models.CharField(max_length=30, default="", db_default="", blank=True)
    shown_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["shown_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "token", "key"], name="shown_once")
        ]
        indexes = [
            models.Index(fields=["shown_at"], name="shown_by_time"),
            models.Index(fields=["key", "-shown_at"], name="shown_by_rule"),
        ]

    def __str__(self) -> str:
        return self.rule


class Dismissal(models.Model):
    """One member let one rule stand unheeded; it is not said to them again for a while."""

    LASTS = timedelta(days=30)

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=30)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["member", "rule"], name="dismissal_once")]

    def __str__(self) -> str:
        return self.rule


class UnsentCount(models.Model):
    """How often a rule heard something that was never sent, a count for each day."""

    key = models.CharField(max_length=30)
    day = models.DateField()
    how = models.CharField(max_length=10, choices=PromptEvent.Mode)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "day", "how"], name="tally_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.day}: {self.count}"
