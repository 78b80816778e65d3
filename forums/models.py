"""Boards, topics and posts, and what each member keeps about them."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.querysets import BoardQuerySet, PostQuerySet, TopicQuerySet
from guidance.wishes import ASKS, OPENINGS, Wish
from text.limits import TITLE, WARNING
from text.rendering import render

MOST_QUESTIONS = 5


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
        return [line for line in lines if line][:MOST_QUESTIONS]


class Topic(models.Model):
    """A conversation: an opening post and its replies. Its posts are numbered without gaps."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        HIDDEN = "hidden", _("Hidden")

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
    # How many first-level replies there are: the number of the last branch.
    branches_count = models.PositiveIntegerField(default=0)
    # What its author would like from those who answer.
    wish = models.CharField(
        _("what would help"),
        max_length=20,
        choices=Wish,
        default=Wish.LISTENING,
        db_default=Wish.LISTENING,
    )
    # Of its opening post, for lists.
    warnings = ArrayField(models.CharField(max_length=30), default=list, db_default=[])
    # One reply from each member in so many minutes; 0 is as fast as they like.
    slow_minutes = models.PositiveSmallIntegerField(_("slow: minutes"), default=0, db_default=0)

    # Filled in for lists: what it warns of, and whether this reader chose not to see that.
    warns_of = ""
    is_left_out = False

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "closed", "hidden"]),
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
    def room(self) -> str:
        return f"topic.{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def asks_for(self) -> str:
        """What would help, as a sentence."""
        return str(ASKS[self.wish])

    @property
    def example_answers(self) -> tuple[Promise, ...]:
        """How an answer that fits may begin."""
        return OPENINGS[self.wish]


class Placed:
    """What follows from where a post stands and how it is; for whatever has these columns."""

    number: Any
    branch: Any
    twig: Any
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
        if self.twig == 0:
            return 1
        return 2 if self.twig == self.number else 3


class Post(Placed, models.Model):
    """What one member wrote: the first post opens its topic, the others are replies.

    Reading order is (branch, twig, number). A branch is a reply to the topic with everything
    below it, numbered without gaps; branch 0 is the opening post. A twig is a reply to that reply
    with everything below it, named by its post's number; 0 is the head of the branch. Deeper
    replies stand in their twig by time, so the indent ends at the third level.
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
    twig = models.PositiveIntegerField()
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
            models.Index(fields=["topic", "branch", "twig", "number"], name="post_reading_order"),
            models.Index(fields=["author", "-created_at"], name="post_by_author"),
            models.Index(fields=["-created_at", "-id"], name="post_latest"),
            GinIndex(fields=["search"], name="post_search"),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("forums:post", args=[self.pk])


class HeldPost(models.Model):
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
        max_length=20, choices=Wish, default=Wish.LISTENING, db_default=Wish.LISTENING
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
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="revision_once")]

    def __str__(self) -> str:
        return f"{self.post_id} version {self.version}"


class Reaction(models.Model):
    """One member's quiet answer to a post."""

    class Kind(models.TextChoices):
        HUG = "hug", _("Hug")
        ME_TOO = "me_too", _("Me too")
        THANKS = "thanks", _("Thank you")
        HELPED = "helped", _("This helped")

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reactions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=10, choices=Kind)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "member", "kind"], name="reaction_once")
        ]

    def __str__(self) -> str:
        return self.kind


class Follow(models.Model):
    """A member hears of new posts in a topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="follows")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="follows")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "member"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.member_id} follows {self.topic_id}"


class ReadMark(models.Model):
    """Which posts of a topic a member has seen: all up to one number, and single ones beyond.

    The same in threaded and in flat order, because it counts posts and not pages.
    """

    # Past this many, the lowest are joined by taking what lies between as seen.
    MOST_BEYOND = 400

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="read_marks")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="read_marks")
    up_to = models.PositiveIntegerField(default=0)
    beyond = ArrayField(models.PositiveIntegerField(), default=list)
    seen_count = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "member"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.member_id} read {self.topic_id} up to {self.up_to}"

    def has_seen(self, number: int) -> bool:
        return number <= self.up_to or number in self.beyond

    def add(self, numbers: set[int]) -> None:
        """Counts the numbers as seen; in memory only."""
        seen = (set(self.beyond) | numbers) - set(range(1, self.up_to + 1))
        while len(seen) > self.MOST_BEYOND:
            self.up_to = min(seen)
            seen = {number for number in seen if number > self.up_to}
        while self.up_to + 1 in seen:
            self.up_to += 1
            seen.discard(self.up_to)
        self.beyond = sorted(seen)
        self.seen_count = self.up_to + len(seen)


class Draft(models.Model):
    """What a member was writing and has not sent; ``place`` says for which form."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="drafts")
    place = models.CharField(max_length=60)
    title = models.CharField(max_length=TITLE, blank=True)
    # Of a new topic; empty where none was chosen.
    wish = models.CharField(max_length=20, choices=Wish, blank=True, db_default="")
    text = models.TextField()
    # Of the form it was written in: what guidance said there belongs to the post it becomes.
    token = models.UUIDField(null=True)
    # What another window or device had written here, until its author says what becomes of it.
    other_text = models.TextField(blank=True, db_default="")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["member", "place"], name="draft_once")]

    def __str__(self) -> str:
        return self.place

    @property
    def state(self) -> str:
        """Another one after each saving."""
        return self.saved_at.isoformat()


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


class WarningSuggestion(models.Model):
    """One reader thinks that a post could do with a warning; only the count is ever told."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="warning_suggestions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    warning = models.ForeignKey(ContentWarning, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "member", "warning"], name="warning_suggestion_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.warning_id}"
