"""The published guidelines: numbered, versioned, in plain words; and who to ring in a crisis."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from guidance.querysets import GuidelineQuerySet

CHECK_AGAIN_AFTER = timedelta(days=180)


class Guideline(models.Model):
    """One guideline as it stands now. Its number never changes its meaning."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    title = models.CharField(_("title"), max_length=80)
    body = models.TextField(_("what we ask"))
    why = models.TextField(_("why"))
    fits = models.TextField(_("an example that fits"), blank=True)
    does_not_fit = models.TextField(_("an example that does not"), blank=True)
    boards = ArrayField(
        models.CharField(max_length=60),
        verbose_name=_("only in these boards"),
        default=list,
        db_default=[],
        blank=True,
        help_text=_("Names of boards, with commas between; nothing means everywhere."),
    )
    is_published = models.BooleanField(_("published"), default=True)
    is_about_spam = models.BooleanField(
        _("about spam"),
        default=False,
        db_default=False,
        help_text=_("Only cases under such a guideline can be decided many at a time."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class GuidelineVersion(models.Model):
    """A guideline as it stood at one time, and who wrote it so."""

    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=80)
    body = models.TextField(_("what we ask"))
    why = models.TextField(_("why"))
    fits = models.TextField(_("an example that fits"), blank=True)
    does_not_fit = models.TextField(_("an example that does not"), blank=True)
    boards = ArrayField(models.CharField(max_length=60), default=list, db_default=[])
    is_published = models.BooleanField(_("published"))
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["guideline", "version"], name="guideline_version_once")
        ]
        verbose_name = _("version")
        verbose_name_plural = _("versions")

    def __str__(self) -> str:
        return f"{self.guideline} ({self.version})"


class HelpLine(models.Model):
    """Somebody to ring or write to in a crisis; ``checked_on`` is empty until a person did."""

    country = models.CharField(_("country"), max_length=60)
    name = models.CharField(_("name"), max_length=100)
    phone = models.CharField(_("phone or text number"), max_length=40)
    hours = models.CharField(_("when"), max_length=60)
    url = models.CharField(
        _("web page"), max_length=200, blank=True, validators=[URLValidator(["https"])]
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_published = models.BooleanField(
        _("shown to members"),
        default=True,
        db_default=True,
        help_text=_("The last line of a country always stays."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1, editable=False)

    class Meta:
        ordering = ["position", "country", "name"]
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"

    @property
    def needs_a_check(self) -> bool:
        """Nobody of the team has tried it for half a year."""
        today = timezone.localdate()
        return self.checked_on is None or today - self.checked_on > CHECK_AGAIN_AFTER


class HelpLineVersion(models.Model):
    """A help line as it stood at one time, who changed it so, and why. Never changed."""

    help_line = models.ForeignKey(HelpLine, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField(_("version"))
    country = models.CharField(_("country"), max_length=60)
    name = models.CharField(_("name"), max_length=100)
    phone = models.CharField(_("phone or text number"), max_length=40)
    hours = models.CharField(_("when"), max_length=60)
    url = models.CharField(_("web page"), max_length=200, blank=True)
    checked_on = models.DateField(_("checked on"), null=True)
    position = models.PositiveSmallIntegerField(_("position"))
    is_published = models.BooleanField(_("shown to members"))
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["help_line", "version"], name="help_line_version_once")
        ]
        verbose_name = _("version")
        verbose_name_plural = _("versions")

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"
