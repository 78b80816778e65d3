"""Boards and the topics on them."""

from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.querysets import BoardQuerySet, TopicQuerySet
from guidance.support_types import LABELS, REPLY_STARTERS, SupportType
from text.limits import TITLE

MAX_QUESTIONS = 5


class Board(models.Model):
    """A place for topics of one kind."""

    class Audience(models.TextChoices):
        MEMBERS = "members", _("Members only")
        WEB = "web", _("Open to the web")

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), unique=True)
    description = models.CharField(_("what it is for"), max_length=200)
    audience = models.CharField(
        _("who can read it"), max_length=10, choices=Audience, default=Audience.MEMBERS
    )
    # One on each line; whoever opens a topic may answer them, and need not.
    questions = models.TextField(
        _("questions for a new topic"),
        blank=True,
        db_default="",
        max_length=600,
        help_text=_("Up to five, one on each line, such as: How long? They can be left empty."),
    )
    is_in_use = models.BooleanField(_("in use"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    topics_count = models.PositiveIntegerField(default=0, editable=False)
    posts_count = models.PositiveIntegerField(default=0, editable=False)
    last_posted_at = models.DateTimeField(null=True, editable=False)

    objects = BoardQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("board")
        verbose_name_plural = _("boards")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("forums:board", args=[self.slug])

    @property
    def asks(self) -> list[str]:
        """The questions for a new topic."""
        lines = [" ".join(line.split()) for line in self.questions.splitlines()]
        return [line for line in lines if line][:MAX_QUESTIONS]


class Topic(models.Model):
    """A conversation: an opening post and its replies. Its posts are numbered without gaps."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        HIDDEN = "hidden", _("Hidden")
        # Its opening was taken back before anybody answered: it is there for nobody.
        WITHDRAWN = "withdrawn", _("Withdrawn")

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="topics")
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="topics")
    title = models.CharField(_("title"), max_length=TITLE)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.OPEN)
    # What a hidden topic was before, and becomes again when it is restored.
    status_before = models.CharField(max_length=10, choices=Status, blank=True)
    created_at = models.DateTimeField(_("started"), default=timezone.now)
    last_posted_at = models.DateTimeField(_("last post"), default=timezone.now)
    last_author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    # The opening post is number 1, so this is the number of the last post too.
    posts_count = models.PositiveIntegerField(_("posts"), default=0)
    # The numbers of its posts that nobody reads, withdrawn or hidden: see actions/settling.py.
    gone = ArrayField(models.PositiveIntegerField(), default=list, db_default=[], editable=False)
    # How many first-level replies there are: the number of the last branch.
    branches_count = models.PositiveIntegerField(default=0)
    # What its author would like from those who answer.
    # Empty where they did not say.
    wish = models.CharField(
        _("what would help"),
        max_length=20,
        choices=SupportType,
        blank=True,
        default="",
        db_default="",
    )
    # Of its opening post, for lists.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    # One reply from each member in so many minutes; 0 is as fast as they like.
    slow_minutes = models.PositiveSmallIntegerField(_("slow: minutes"), default=0, db_default=0)

    # Filled in for lists: what it warns of, and whether this reader chose not to see that.
    warns_of = ""
    is_filtered = False
    # Filled in for who answers those that wait: what of it this reader knows about.
    is_about: Sequence[str] = ()

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "closed", "hidden", "withdrawn"]),
                name="topic_status_known",
            )
        ]
        indexes = [
            models.Index(fields=["board", "-last_posted_at", "-id"], name="topic_list"),
            models.Index(fields=["-last_posted_at", "-id"], name="topic_latest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("forums:topic", args=[self.pk])

    @property
    def readable_count(self) -> int:
        """How many of its posts can be read."""
        return self.posts_count - len(self.gone)

    @property
    def room(self) -> str:
        return f"topic.{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def asks_for(self) -> str:
        """What would help, as a sentence; empty where they did not say."""
        return str(LABELS.get(self.wish, ""))

    @property
    def example_answers(self) -> tuple[Promise, ...]:
        """How an answer that fits may begin."""
        return REPLY_STARTERS.get(self.wish, ())
