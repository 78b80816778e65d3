"""The rules that help while writing, as rows: what a moderator changes, and who changed it why."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from guidance.languages import NAMES, OURS
from guidance.models.guidelines import Guideline
from guidance.purposes import Purpose
from guidance.support_types import SupportType


class Rule(models.Model):
    """One thing to listen for in a draft, and what is said then. It belongs to a guideline.

    ``key`` is the code of the rule, with a part after a dash where one code has several rows: one
    code speaks once, with its most serious row.
    """

    class Kind(models.TextChoices):
        TITLE = "title", _("Titles, while nothing else is written yet")
        OPENING = "opening", _("Opening posts")
        REPLY = "reply", _("Replies")

    class Severity(models.TextChoices):
        TIP = "tip", _("Tip: a remark beside the box")
        ASK = "ask", _("Ask: one more press before it is sent")
        LIST = "list", _("List: it is published, and moderators see it")
        HELP = "help", _("Help: a card with people to ring; it never delays")
        HOLD = "hold", _("Hold: it waits for a moderator")
        BLOCK = "block", _("Block: it cannot be sent like that")

    class State(models.TextChoices):
        OFF = "off", _("Off")
        TRIAL = "trial", _("Trial: it listens and says nothing")
        ON = "on", _("On")

    class When(models.TextChoices):
        WRITING = "writing", _("While somebody writes, and when they send")
        SENDING = "sending", _("Only when they send")

    # What a version keeps, and what the first rules give.
    WORDS = (
        "name", "message", "kinds", "when", "severity", "condition", "field", "boards", "wishes",
        "relations", "newcomer_days", "newcomer_posts", "is_listed", "spares_own_topic", "state",
        "holds_out", "holds_second", "language",
        "second_reader",
    )  # fmt: skip

    key = models.CharField(
        _("short name"),
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9]+(?:-[a-z0-9]+)*$",
                _("Letters and numbers, and after a dash one more word, like G40 or G40-newcomer."),
            )
        ],
    )
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="rules")
    name = models.CharField(_("name, for the team"), max_length=80)
    message = models.TextField(_("what the author reads"), max_length=400)
    kinds = ArrayField(models.CharField(max_length=10, choices=Kind), verbose_name=_("reads"))
    when = models.CharField(_("when it speaks"), max_length=10, choices=When, default=When.WRITING)
    severity = models.CharField(_("how it speaks"), max_length=10, choices=Severity)
    # guidance.conditions says what can stand here.
    condition = models.JSONField(_("what it listens for"))
    field = models.CharField(max_length=10, default="text", editable=False)
    # Nothing chosen is everything.
    boards = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    wishes = ArrayField(
        models.CharField(max_length=20, choices=SupportType), default=list, blank=True
    )
    relations = ArrayField(
        models.CharField(max_length=20, choices=Member.Relation), default=list, blank=True
    )
    newcomer_days = models.PositiveSmallIntegerField(
        _("only in the first days of a membership"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(365)],
    )
    newcomer_posts = models.PositiveSmallIntegerField(
        _("only until somebody has written so many posts"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(3)],
    )
    is_listed = models.BooleanField(_("moderators see what is sent all the same"), default=False)
    spares_own_topic = models.BooleanField(
        _("quiet with authors who reply in their own topic"), default=False
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OFF)
    holds_out = models.BooleanField(
        _("say nothing to one member in ten, to see what difference it makes"), default=False
    )
    holds_second = models.BooleanField(
        _("the second one sent all the same within 24 hours waits for a moderator"),
        default=False,
        db_default=False,
    )
    language = models.CharField(
        _("language of its words"),
        max_length=2,
        choices=NAMES,
        default=OURS,
        db_default=OURS,
        blank=True,
        help_text=_("Drafts in other languages are not read, but for sentences in this one."),
    )
    second_reader = models.BooleanField(
        _("say nothing where the sentence reads as kind"),
        default=True,
        db_default=True,
        help_text=_("A second look at tips, asks and lists; never at help, holds and blocks."),
    )
    # Of the software's own rules; theirs keep it whatever a moderator changes in them.
    purpose = models.CharField(
        max_length=10, choices=Purpose, blank=True, default="", db_default="", editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["key"]
        verbose_name = _("rule")
        verbose_name_plural = _("rules")

    def __str__(self) -> str:
        return f"{self.key} {self.name}"

    @property
    def code(self) -> str:
        return self.key.partition("-")[0]

    @property
    def words(self) -> dict[str, Any]:
        """Everything that makes it what it is, as its versions keep it."""
        return {name: getattr(self, name) for name in self.WORDS} | {
            "guideline": self.guideline.number
        }


class RuleVersion(models.Model):
    """A rule as it stood at one time, who made it so, and why. ``by`` is None for the house."""

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    words = models.JSONField()
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "version"], name="rule_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} ({self.version})"


class TermList(models.Model):
    """Terms that rules name together: drugs, therapies, words of MS."""

    name = models.CharField(
        _("short name"),
        max_length=30,
        unique=True,
        validators=[RegexValidator(r"^[a-z_]+$", _("Small letters and _ alone."))],
    )
    title = models.CharField(_("what is in it"), max_length=80)
    terms = ArrayField(models.CharField(max_length=80))
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["title"]
        verbose_name = _("list of terms")
        verbose_name_plural = _("lists of terms")

    def __str__(self) -> str:
        return self.title


class TermListVersion(models.Model):
    """A list as it stood at one time, who made it so, and why."""

    term_list = models.ForeignKey(TermList, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    terms = ArrayField(models.CharField(max_length=80))
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["term_list", "version"], name="term_list_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.term_list_id} ({self.version})"
