"""What was reported, what was decided, and the record of it."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.querysets import CaseQuerySet
from text.limits import REASON


class Case(models.Model):
    """Everything reported about one post: later reports join it, a decision closes it.

    A judged post that is reported again reopens its case with its history.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Waiting")
        DECIDED = "decided", _("Decided")

    post = models.OneToOneField(
        Post, on_delete=models.PROTECT, related_name="case", verbose_name=_("post")
    )
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.OPEN)
    # Somebody is worried about the author: no accusation, and looked at first.
    is_worry = models.BooleanField(_("worried about a person"), default=False)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    closed_at = models.DateTimeField(_("decided at"), null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "decided"]), name="case_status_known"
            )
        ]
        indexes = [
            models.Index(fields=["status", "-is_worry", "opened_at"], name="case_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("moderation:case", args=[self.pk])


class Report(models.Model):
    """One member told the moderators about a post, as it read then."""

    class Reason(models.TextChoices):
        GUIDELINE = "guideline", _("It does not fit a guideline")
        WORRIED = "worried", _("I am worried about this person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField(_("words"), max_length=REASON, blank=True)
    snapshot = models.TextField(_("the post as reported"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed"), null=True)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reporter"],
                condition=models.Q(closed_at=None),
                name="one_open_report",
            ),
            models.CheckConstraint(
                condition=models.Q(reason="guideline", guideline__isnull=False)
                | models.Q(reason="worried", guideline__isnull=True),
                name="report_reason_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()


class Decision(models.Model):
    """What a moderator decided. Never changed, never deleted: the database refuses."""

    class Outcome(models.TextChoices):
        NO_ACTION = "no_action", _("No action")
        HIDE = "hide", _("Hide the post")
        HIDE_AND_WARN = "hide_and_warn", _("Hide the post and warn its author")
        RESTRICT = "restrict", _("Hide the post; its author can only read for some days")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    moderator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(_("decision"), max_length=20, choices=Outcome)
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("reason, as the author reads it"), max_length=REASON)
    days = models.PositiveSmallIntegerField(_("days"), null=True)
    # The words it was about, as they stood when it was decided.
    snapshot = models.TextField(_("the post as judged"))
    case_version = models.PositiveIntegerField()
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(fields=["case", "case_version"], name="one_decision"),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def in_short(self) -> str | Promise:
        """What was done, as its author reads it."""
        return {
            self.Outcome.HIDE: _("A post of yours was hidden"),
            self.Outcome.HIDE_AND_WARN: _("A post of yours was hidden, with a warning"),
            self.Outcome.RESTRICT: _("A post of yours was hidden, and you could only read"),
            self.Outcome.NO_ACTION: _("Nothing was done"),
        }[self.Outcome(self.outcome)]

    @property
    def took_something(self) -> bool:
        return self.outcome != self.Outcome.NO_ACTION


class Entry(models.Model):
    """One line of a case's history. Never changed, never deleted: the database refuses."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("Case opened")
        REPORTED = "reported", _("Reported")
        REOPENED = "reopened", _("Case opened again")
        DECIDED = "decided", _("Decided")
        HIDDEN = "hidden", _("Post hidden")
        RESTORED = "restored", _("Post shown again")
        RESTRICTED = "restricted", _("Author may only read for some days")
        AUTHOR_TOLD = "author_told", _("Author told")
        REPORTERS_TOLD = "reporters_told", _("Reporters told")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(_("what"), max_length=20, choices=Kind)
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    note = models.TextField(_("note"), blank=True)
    made_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("line of history")
        verbose_name_plural = _("history")

    def __str__(self) -> str:
        return self.get_kind_display()
