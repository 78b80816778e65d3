"""What members wrote, sent and changed."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models.topics import Board, Topic
from forums.querysets import PostQuerySet
from guidance.support_types import SupportType
from text.limits import TITLE, WARNING
from text.rendering import render


class ThreadPositionMixin:
    """What follows from where a post stands and how it is; for whatever has these columns."""

    number: Any
    branch: Any
    subthread: Any
    status: Any

    @property
    def is_opening(self) -> bool:
        return self.number == 1

    @property
    def is_published(self) -> bool:
        return self.status == Post.Status.PUBLISHED

    @property
    def level(self) -> int:
        """How far in it stands: 0 for the opening post, up to 3."""
        if self.branch == 0:
            return 0
        if self.subthread == 0:
            return 1
        return 2 if self.subthread == self.number else 3


class Post(ThreadPositionMixin, models.Model):
    """What one member wrote: the first post opens its topic, the others are replies.

    Reading order is (branch, subthread, number). A branch is a reply to the topic with everything
    below it, numbered without gaps; branch 0 is the opening post. A subthread is a reply to that
    reply with everything below it, named by its post's number; 0 is the head of the branch. Deeper
    replies stand in their subthread by time, so the indent ends at the third level.
    """

    class Status(models.TextChoices):
        PUBLISHED = "published", _("Published")
        HIDDEN = "hidden", _("Hidden by moderators")
        WITHDRAWN = "withdrawn", _("Withdrawn by its author")

    # No index of its own: the two below begin with the topic, and with a third one the planner
    # reads all posts of a long topic to find its first twenty.
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="posts", db_index=False)
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="posts")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    number = models.PositiveIntegerField()
    branch = models.PositiveIntegerField()
    subthread = models.PositiveIntegerField()
    # On the head of a branch: how many replies stand below it.
    below_count = models.PositiveIntegerField(default=0)
    text = models.TextField()
    html = models.TextField()
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.PUBLISHED)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True)
    version = models.PositiveIntegerField(default=1)
    # Made with the form: ten clicks, one post.
    token = models.UUIDField()
    search = SearchVectorField(null=True)
    # Slugs of content warnings, as its author chose them.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    # Moderators folded it: readers open it after reading what it holds.
    warning = models.CharField(_("content warning"), max_length=WARNING, blank=True, db_default="")
    # Moderators' note that stays under the post, and where it comes from.
    correction = models.TextField(_("correction"), blank=True, db_default="")
    correction_source = models.URLField(_("source"), blank=True, db_default="")

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="post_number_once"),
            models.UniqueConstraint(fields=["author", "token"], name="post_token_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["published", "hidden", "withdrawn"]),
                name="post_status_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["topic", "branch", "subthread", "number"], name="post_reading_order"
            ),
            models.Index(fields=["author", "-created_at"], name="post_by_author"),
            models.Index(fields=["-created_at", "-id"], name="post_latest"),
            GinIndex(fields=["search"], name="post_search"),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("forums:post", args=[self.pk])


class PendingPost(models.Model):
    """What somebody sent and a moderator reads before it is published; then a post of its own.

    It has no number and no place yet, so that nothing can show or count it by mistake.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waits for a moderator")
        PUBLISHED = "published", _("Published")
        REFUSED = "refused", _("Not published")
        TAKEN_BACK = "taken_back", _("Taken back by its author")

    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="held_posts")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")
    # None for the first post of a new topic.
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, null=True, related_name="+")
    parent = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=TITLE, blank=True)
    # Of a new topic: as in Topic.
    wish = models.CharField(
        max_length=20, choices=SupportType, blank=True, default="", db_default=""
    )
    text = models.TextField()
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    token = models.UUIDField()
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.WAITING)
    created_at = models.DateTimeField(default=timezone.now)
    # What it became.
    post = models.OneToOneField(Post, on_delete=models.PROTECT, null=True, related_name="held")

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "token"], name="held_token_once"),
            models.CheckConstraint(
                condition=models.Q(status="published", post__isnull=False)
                | (~models.Q(status="published") & models.Q(post=None)),
                name="held_became_a_post",
            ),
        ]

    def __str__(self) -> str:
        return f"held {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("forums:held", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    @property
    def name(self) -> str:
        """The title it has, or that of the topic it answers in."""
        if self.topic is not None:
            return self.topic.title
        return self.title or str(_("A post that was taken back"))

    @property
    def html(self) -> str:
        return render(self.text)


class PostRevision(models.Model):
    """How a post read before an edit."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.TextField()
    html = models.TextField()
    # Slugs of the content warnings it had then.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="revision_once")]

    def __str__(self) -> str:
        return f"{self.post_id} version {self.version}"
