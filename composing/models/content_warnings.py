"""What authors warn of, and what readers want of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Member


class ContentWarning(models.Model):
    """One kind of thing that authors warn of: the community's list, kept by admins."""

    slug = models.SlugField(_("short name"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_in_use = models.BooleanField(_("can be chosen"), default=True)

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("content warning")
        verbose_name_plural = _("content warnings")

    def __str__(self) -> str:
        return self.name


class WarningChoice(models.Model):
    """What one reader wants of posts with one warning; without a row they are folded."""

    class Does(models.TextChoices):
        SHOW = "show", _("Show it like any other")
        HIDE = "hide", _("Do not show it")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="warning_choices")
    warning = models.ForeignKey(ContentWarning, on_delete=models.CASCADE, related_name="+")
    does = models.CharField(max_length=10, choices=Does)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "warning"], name="warning_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.does}"
