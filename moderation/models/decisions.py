from datetime import datetime, timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from guidance.models import Guideline
from moderation.models.cases import Case
from text.limits import REASON

APPEAL_WITHIN = timedelta(days=30)


class Batch(models.Model):
    """Several cases of spam that one moderator decided together; for a while it can be undone."""

    UNDO_WITHIN = timedelta(minutes=30)

    moderator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="batches")
    made_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)
    # The ids of those decisions that were judged again before, and so stand all the same.
    stands = models.JSONField(default=list, db_default=[])

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.moderator_id} at {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def can_be_undone(self) -> bool:
        return self.undone_at is None and timezone.now() < self.made_at + self.UNDO_WITHIN


class Decision(models.Model):
    """What a moderator decided. Never changed, never deleted: the database refuses."""

    class Outcome(models.TextChoices):
        NO_ACTION = "no_action", _("No action")
        THANK = "thank", _("Thank the author")
        CORRECT = "correct", _("Leave it, with a correction and its source")
        TAKE_OUT = "take_out", _("Take personal details out of it")
        FOLD = "fold", _("Fold it under a content warning")
        HIDE = "hide", _("Hide the post")
        MOVE = "move", _("Move the topic to another board")
        CLOSE = "close", _("Close the topic")
        SLOW = "slow", _("Slow the topic down")
        WARN = "warn", _("Warn the author; the post stays")
        HIDE_AND_WARN = "hide_and_warn", _("Hide the post and warn its author")
        RESTRICT = "restrict", _("Hide the post; its author can only read for some days")
        SUSPEND = "suspend", _("Hide the post; its author is suspended for some days")
        BAN = "ban", _("Hide the post; its author is suspended for good")
        PUBLISH = "publish", _("Publish it")
        REFUSE = "refuse", _("Do not publish it")
        APPROVE = "approve", _("Welcome them as a member")
        DECLINE = "decline", _("Do not admit them")

    # What hides the post; and what says nothing against the author, or keeps nothing to give back.
    HIDING = (Outcome.HIDE, Outcome.HIDE_AND_WARN, Outcome.RESTRICT, Outcome.SUSPEND, Outcome.BAN)
    HARMLESS = (Outcome.NO_ACTION, Outcome.THANK, Outcome.PUBLISH, Outcome.APPROVE)
    FOR_NAMES = (Outcome.NO_ACTION, Outcome.WARN, Outcome.RESTRICT, Outcome.SUSPEND, Outcome.BAN)

    FOR_HELD = (
        Outcome.PUBLISH, Outcome.REFUSE, Outcome.RESTRICT, Outcome.SUSPEND, Outcome.BAN,
    )  # fmt: skip
    FOR_JOINING = (Outcome.APPROVE, Outcome.DECLINE)

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    moderator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions")
    # Whom it is about; the case may be about somebody else one day, a decision never.
    about = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions_about")
    outcome = models.CharField(_("decision"), max_length=20, choices=Outcome)
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("reason, as the author reads it"), max_length=REASON)
    days = models.PositiveSmallIntegerField(_("days"), null=True)
    until = models.DateTimeField(_("until"), null=True)
    # The words it was about, as they stood when it was decided. The one thing that may change
    # later: personal details are taken out of it too.
    snapshot = models.TextField(_("the post as judged"))
    # How things were before, for whoever overturns it.
    before = models.JSONField(default=dict)
    # What exactly was done, as the author reads it: the warning, the minutes, the boards.
    details = models.JSONField(default=dict, db_default={})
    case_version = models.PositiveIntegerField()
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, related_name="decisions")
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

    def get_absolute_url(self) -> str:
        return reverse("moderation:decision_detail", args=[self.pk])

    @property
    def in_short(self) -> str | Promise:
        """What was done, as its author reads it."""
        if "held" in self.before:
            return _IN_SHORT_OF_HELD.get(self.outcome, _IN_SHORT[self.outcome])
        return _IN_SHORT[self.outcome]

    @property
    def took_something(self) -> bool:
        return self.outcome not in self.HARMLESS

    @property
    def can_be_undone(self) -> bool:
        """Whether there is something that can be given back."""
        return (
            self.took_something and self.outcome != self.Outcome.TAKE_OUT and not self.is_taken_back
        )

    @property
    def is_taken_back(self) -> bool:
        """By an appeal, by one of the team, or with the heap it was decided in."""
        appeal = getattr(self, "appeal", None)
        return self.is_undone or (appeal is not None and appeal.status in {"overturned", "changed"})

    @property
    def is_undone(self) -> bool:
        """Taken back as a mistake, by itself or with the heap it was decided in."""
        if getattr(self, "undone", None) is not None:
            return True
        batch = self.batch
        return batch is not None and batch.undone_at is not None and self.pk not in batch.stands

    @property
    def taken_back_at(self) -> datetime | None:
        """When it was taken back, whoever did that; None while it stands."""
        if not self.is_taken_back:
            return None
        undone = getattr(self, "undone", None)
        if undone is not None:
            return undone.made_at
        if self.is_undone:
            assert self.batch is not None
            return self.batch.undone_at
        return self.appeal.decided_at

    @property
    def hides(self) -> bool:
        return self.outcome in self.HIDING

    @property
    def appeal_until(self) -> datetime:
        return self.made_at + APPEAL_WITHIN


class Undone(models.Model):
    """A decision was taken back by one of the team, all of it, as a mistake."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="undone")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=REASON)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.decision_id} taken back"


_O = Decision.Outcome
_IN_SHORT: dict[str, Promise] = {
    _O.NO_ACTION: _("A moderator looked, and nothing was done"),
    _O.THANK: _("The moderators thanked you for a post"),
    _O.CORRECT: _("A note stands under a post of yours"),
    _O.TAKE_OUT: _("Personal details were taken out of a post of yours"),
    _O.FOLD: _("A post of yours is folded under a content warning"),
    _O.HIDE: _("A post of yours was hidden"),
    _O.MOVE: _("A topic of yours was moved"),
    _O.CLOSE: _("A topic with a post of yours was closed"),
    _O.SLOW: _("A topic with a post of yours was slowed down"),
    _O.WARN: _("You got a warning"),
    _O.HIDE_AND_WARN: _("A post of yours was hidden, with a warning"),
    _O.RESTRICT: _("A post of yours was hidden, and you could only read"),
    _O.SUSPEND: _("Your account was suspended"),
    _O.BAN: _("Your account was suspended for good"),
    _O.PUBLISH: _("A post of yours was read and published"),
    _O.REFUSE: _("A post of yours was not published"),
    _O.APPROVE: _("You were welcomed as a member"),
    _O.DECLINE: _("You were not admitted as a member"),
}
_IN_SHORT_OF_HELD: dict[str, Promise] = {
    _O.RESTRICT: _("A post of yours was not published, and you could only read"),
    _O.SUSPEND: _("A post of yours was not published, and your account was suspended"),
    _O.BAN: _("A post of yours was not published, and your account was suspended for good"),
}


class Appeal(models.Model):
    """A member asked for another look at one decision: once, and by somebody else."""

    class Status(models.TextChoices):
        OPEN = "open", _("Waiting")
        UPHELD = "upheld", _("The decision stands")
        CHANGED = "changed", _("The decision was changed")
        OVERTURNED = "overturned", _("The decision was taken back")

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="appeal")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="appeals")
    words = models.TextField(_("words"), max_length=REASON)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.OPEN)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(_("reason, as the member reads it"), max_length=REASON, blank=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="open", decided_by=None)
                | (~models.Q(status="open") & ~models.Q(decided_by=None)),
                name="appeal_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.get_status_display()

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN
