from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from moderation.models.cases import Case
from moderation.querysets import DutyQuerySet
from text.limits import REASON


class Step(models.Model):
    """One step of the protocol for a worry about a person: by when, who did it, what came of it."""

    class Kind(models.TextChoices):
        LOOK = "look", _("Look: read the post and the thread around it")
        REACH_OUT = "reach_out", _("Reach out: write to the person, in your own words")
        FOLLOW_UP = "follow_up", _("Follow up: see how they are, or whether they answered")
        HAND_OVER = "hand_over", _("Hand over: tell a colleague how it stands")

    # Counted from the moment the worry arrives.
    WITHIN = {
        Kind.LOOK: timedelta(hours=1),
        Kind.REACH_OUT: timedelta(hours=2),
        Kind.FOLLOW_UP: timedelta(hours=24),
        Kind.HAND_OVER: timedelta(hours=25),
    }

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(max_length=REASON, blank=True)
    # The team was told that it is late; once.
    alerted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=models.Q(done_at=None), name="one_open_step"
            ),
            models.CheckConstraint(
                condition=models.Q(done_at=None, done_by=None)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="step_done_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_at < timezone.now()


class CareNote(models.Model):
    """What the team and a member somebody is worried about write to each other, in private."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="care_notes")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=REASON)
    made_at = models.DateTimeField(default=timezone.now)
    # Made with the form: two presses, one note.
    token = models.UUIDField(unique=True)

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"care note {self.pk}"


class Duty(models.Model):
    """A time for which one of the team says: I look in."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="duties", verbose_name=_("who")
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("time on duty")
        verbose_name_plural = _("times on duty")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="duty_ends_later",
                violation_error_message=_("It has to end after it begins."),
            )
        ]  # fmt: skip
        indexes = [models.Index(fields=["ends_at"], name="duty_by_end")]

    def __str__(self) -> str:
        return f"{self.member} from {self.starts_at:%Y-%m-%d %H:%M}"
