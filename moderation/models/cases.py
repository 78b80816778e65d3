from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board, PendingPost, Post
from guidance.models import Guideline
from moderation.querysets import CaseQuerySet
from text.limits import REPORT
from text.rendering import excerpt

EVERYTHING_A_CASE_CAN_BE_ABOUT = ("post", "member", "appeal", "held")


def _exactly_one() -> Q:
    return Q(
        *(
            Q(**{f"{field}__isnull": field != given for field in EVERYTHING_A_CASE_CAN_BE_ABOUT})
            for given in EVERYTHING_A_CASE_CAN_BE_ABOUT
        ),
        _connector=Q.OR,
    )


class Case(models.Model):
    """Everything about one post, one member, one appeal or one post that waits: later reports join.

    What was judged and is reported again reopens its case with its history.
    """

    class Kind(models.TextChoices):
        WORRY = "worry", _("Worried about a person")
        REPORT = "report", _("Reported post")
        NAME = "name", _("Reported name")
        FIRST = "first", _("First post of a newcomer")
        LISTED = "listed", _("Heard by a rule")
        NOTICED = "noticed", _("Noticed by a moderator")
        HELD = "held", _("Post that waits to be published")
        JOINING = "joining", _("New member to approve")
        APPEAL = "appeal", _("Appeal")

    class Status(models.TextChoices):
        OPEN = "open", _("Waiting")
        DECIDED = "decided", _("Decided")

    post = models.OneToOneField(
        Post, on_delete=models.PROTECT, null=True, related_name="case", verbose_name=_("post")
    )
    # Whose name it is.
    member = models.OneToOneField(
        Member, on_delete=models.PROTECT, null=True, related_name="case", verbose_name=_("member")
    )
    appeal = models.OneToOneField(
        "moderation.Appeal", on_delete=models.PROTECT, null=True, related_name="case"
    )
    # When it is published the case goes on with the post.
    held = models.OneToOneField(
        PendingPost, on_delete=models.PROTECT, null=True, related_name="case"
    )
    # Who wrote the post, bears the name or appeals: they see nothing of it.
    about = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("about")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.REPORT)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.OPEN)
    # Somebody is worried about the author: no accusation, and looked at first.
    is_worry = models.BooleanField(_("worried about a person"), default=False)
    # The person wrote back and nobody has answered yet: before all other worries.
    is_answered = models.BooleanField(_("the person wrote back"), default=False, db_default=False)
    version = models.PositiveIntegerField(default=1)
    reports_count = models.PositiveIntegerField(_("reports"), default=0)
    # What the open reports weigh together: see moderation/report_weights.py.
    score = models.FloatField(default=0)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    review_due_at = models.DateTimeField(_("look by"), default=timezone.now)
    looked_at = models.DateTimeField(_("first looked at"), null=True)
    closed_at = models.DateTimeField(_("decided at"), null=True)
    # What its author took back while the case waited, as it read then; kept until it is decided.
    taken_back = models.TextField(default="", db_default="")
    # A lease: it ends by itself.
    claimed_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_until = models.DateTimeField(null=True)
    # Handed on: to the admins, or to one colleague.
    is_for_admins = models.BooleanField(_("for the admins"), default=False)
    asked = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "decided"]), name="case_status_known"
            ),
            models.CheckConstraint(condition=_exactly_one(), name="case_about_one_thing"),
            models.CheckConstraint(
                condition=Q(claimed_by=None) | Q(claimed_until__isnull=False),
                name="case_claim_ends",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-is_worry", "-is_answered", "review_due_at", "id"],
                condition=Q(status="open"),
                name="case_queue",
            ),
            models.Index(
                fields=["-closed_at", "-id"], condition=Q(status="decided"), name="case_decided"
            ),
            models.Index(fields=["about"], name="case_about"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("moderation:case", args=[self.pk])

    @property
    def title(self) -> str:
        """What moderators know it by; never a post's words."""
        if self.post is not None:
            return self.post.topic.title
        if self.held is not None:
            return self.held.name
        if self.appeal is not None:
            return str(self.appeal.decision.in_short)
        return self.about.pseudonym

    @property
    def first_words(self) -> str:
        """So that cases of one topic can be told apart; a worry's words are for its own page."""
        if self.held is not None and self.held.is_waiting and not self.is_worry:
            return excerpt(self.held.html, 140)
        if self.post is None or self.is_worry or not self.post.is_published:
            return ""
        return excerpt(self.post.html, 140)

    @property
    def board(self) -> Board | None:
        """The board it belongs to: that of its post, or of the post that is appealed about."""
        if self.appeal is not None:
            return self.appeal.decision.case.board
        if self.held is not None:
            return self.held.board
        return self.post.topic.board if self.post is not None else None

    @property
    def board_name(self) -> str:
        """Empty for what belongs to no board."""
        return self.board.name if self.board is not None else ""

    @property
    def board_id(self) -> int | None:
        return self.board.pk if self.board is not None else None

    @property
    def words_of(self) -> Post | PendingPost | None:
        """What one reads here: its own, or what is appealed about."""
        case = self.appeal.decision.case if self.appeal is not None else self
        return case.post or case.held

    @property
    def within(self) -> str:
        """What a notice about it stands in: the topic, or what waits for one of its own."""
        if self.post is not None:
            return f"topic:{self.post.topic_id}"
        if self.held is not None:
            topic = self.held.topic_id
            return f"topic:{topic}" if topic is not None else f"held:{self.held.pk}"
        return ""

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def is_claimed(self) -> bool:
        """Whether somebody works on it at this moment."""
        return self.claimed_until is not None and self.claimed_until > timezone.now()

    @property
    def holder(self) -> Member | None:
        """Who works on it now; nobody, if they are not one of the team any more."""
        holder = self.claimed_by if self.is_claimed else None
        if holder is None or not holder.is_moderator or not holder.is_active:
            return None
        boards = holder.moderated_board_ids
        if boards is not None and self.board_id is not None and self.board_id not in boards:
            return None
        return None if holder.is_suspended else holder

    @property
    def is_late(self) -> bool:
        return self.is_open and self.looked_at is None and self.review_due_at < timezone.now()


class Report(models.Model):
    """One member told the moderators about a post or a name, as it read then."""

    class Reason(models.TextChoices):
        GUIDELINE = "guideline", _("It does not fit a guideline")
        WORRIED = "worried", _("I am worried about this person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    reporter = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, null=True, related_name="+")
    # Of all times that its member wrote.
    words = models.TextField(_("words"), max_length=REPORT, blank=True)
    snapshot = models.TextField(_("the post as reported"))
    # How much it counted when it was made; nobody is told.
    weight = models.FloatField(default=1, db_default=1)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed"), null=True)
    # Whether the decision found something; None while it waits, and for worries.
    was_right = models.BooleanField(null=True)
    # "I am worried" was used against somebody.
    is_misuse = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reporter", "reason"],
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


class CaseLogEntry(models.Model):
    """One line of a case's history. Never changed, never deleted: the database refuses."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("Case opened")
        REPORTED = "reported", _("Reported")
        REOPENED = "reopened", _("Case opened again")
        CLAIMED = "claimed", _("Taken on")
        TAKEN_OVER = "taken_over", _("Taken over")
        GIVEN_BACK = "given_back", _("Given back")
        FOR_ADMINS = "for_admins", _("Handed to the admins")
        ASKED = "asked", _("A colleague asked")
        HEARD = "heard", _("Heard by a rule")
        NOTE = "note", _("Note for the team")
        DECIDED = "decided", _("Decided")
        HIDDEN = "hidden", _("Post hidden")
        RESTORED = "restored", _("Post shown again")
        RESTRICTED = "restricted", _("Author may only read for some days")
        AUTHOR_TOLD = "author_told", _("Author told")
        REPORTERS_TOLD = "reporters_told", _("Reporters told")
        STEP = "step", _("Step done")
        CARE = "care", _("A private word was written")
        MISUSED = "misused", _("The report was marked as misused")
        UNDONE = "undone", _("Decision undone")
        TAKEN_BACK = "taken_back", _("Taken back by its author")
        EDITED = "edited", _("Changed by its author")
        PUBLISHED = "published", _("Published")
        ADMITTED = "admitted", _("Member admitted")
        APPEALED = "appealed", _("Author asked for another look")
        APPEAL_DECIDED = "appeal_decided", _("Appeal decided")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(_("what"), max_length=20, choices=Kind)
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    note = models.TextField(_("note"), blank=True)
    made_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        # The database seals its rows by this name: see moderation.records.
        db_table = "moderation_entry"
        ordering = ["made_at", "pk"]
        verbose_name = _("line of history")
        verbose_name_plural = _("history")

    def __str__(self) -> str:
        return self.get_kind_display()


class QueueView(models.Model):
    """A choice of cases that one moderator looks at often; ``query`` is the queue's address."""

    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="queue_views")
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["moderator", "name"], name="queue_view_once")
        ]

    def __str__(self) -> str:
        return self.name
