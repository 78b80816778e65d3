from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from moderation.models.cases import Case


class CareSettings(models.Model):
    """How much one moderator takes on. Only they and the database know."""

    moderator = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="care_settings")
    # Hard cases a day; past that "the next case" brings others.
    hard_cases_a_day = models.PositiveSmallIntegerField(_("hard cases a day, at most"), default=5)
    is_blurred = models.BooleanField(_("cover hard cases until I open them"), default=True)
    buddy = models.ForeignKey(
        Member,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("my buddy"),
    )

    def __str__(self) -> str:
        return f"of {self.moderator_id}"


class CaseSkip(models.Model):
    """A moderator passed a case on to others; nobody asks why, and nobody counts it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="passed_on")
    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "moderator"], name="passed_once")]

    def __str__(self) -> str:
        return f"{self.moderator_id} passed {self.case_id}"


class CheckIn(models.Model):
    """Two private questions after a hard case, answered for oneself alone."""

    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="after_checks")
    weight = models.PositiveSmallIntegerField(_("How heavy was it for you?"))
    energy = models.PositiveSmallIntegerField(_("How much is left in you today?"))
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weight__range=(1, 5), energy__range=(1, 5)),
                name="check_one_to_five",
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"
