"""What a member should hear of."""

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from notifications.querysets import NoticeQuerySet
from text.direction import isolated

# Each kind of notice is one sentence. Its parts are names and titles, never a post's words.
TEMPLATES: dict[str, Promise] = {
    "reply": _("%(who)s replied to you in “%(topic)s”"),
    "mention": _("%(who)s named you in “%(topic)s”"),
    "topic": _("New replies in “%(topic)s”, which you follow"),
    "reaction": _("Your post in “%(topic)s” got a quiet thank-you, hug or nod"),
    "decision": _("The moderators looked at your post in “%(topic)s”. Please read what they say"),
    "standing": _("The team changed what you can do here. Please read why"),
    "second_step_asked": _(
        "An admin asks you to take the second step of %(who)s away, because it was lost"
    ),
    "restored": _("Your post in “%(topic)s” is shown again. The moderators say: %(reason)s"),
    "about_name": _("The moderators looked at your name here. Please read what they say"),
    "let_through": _("Your post in “%(topic)s” was read and is published now. Thank you"),
    "not_published": _("The moderators read your post “%(topic)s”. Please read what they say"),
    "admitted": _("Welcome: the team said yes. You can read and write everywhere now"),
    "not_admitted": _("The team looked at your membership. Please read what they say"),
    "thanked": _("The moderators thank you for your post in “%(topic)s”"),
    "hidden_for_now": _(
        "Several members reported your post in “%(topic)s”. It is hidden until a moderator has "
        "looked at it"
    ),
    "taken_back": _("A decision of the team about you was taken back. Please read why"),
    "appeal_decided": _("Somebody else looked at the decision again. Please read what they say"),
    "care": _("Somebody from the team wrote to you, in private"),
    "care_answered": _("A person the team wrote to has answered. Please look soon"),
    "worry_waits": _("Somebody is worried about a person. Please look soon"),
    "buddy": _("%(who)s could do with some company"),
    "step_late": _("A step for a person is late. Please look who can do it"),
    "report_misused": _("A word about a report of yours. Please read it"),
    "warning_suggested": _(
        "Some readers think that your post in “%(topic)s” could do with a warning: %(warning)s. "
        "You can add it, or leave it"
    ),
    "topic_slowed": _("“%(topic)s” became lively and goes slowly for now. Please have a look"),
    "topic_tended": _("A moderator did something with your topic “%(topic)s”: %(what)s"),
    "rule_on_trial": _(
        "The rule “%(rule)s” was let stand nearly every time. It listens in silence now"
    ),
    "report_received": _("Thank you for telling us. The moderators will look at it"),
    "report_closed": _("The moderators looked at what you told them. Thank you"),
}


class Notice(models.Model):
    """One thing for one member to hear of.

    ``subject`` such as post:41, and ``within`` such as topic:12, let it be withdrawn.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)
    link = models.CharField(max_length=200)
    parts = models.JSONField(default=dict)
    subject = models.CharField(max_length=60)
    within = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    # What it is about is hidden: it comes back with it.
    withdrawn_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "kind", "subject"], name="notice_once"),
        ]
        indexes = [
            models.Index(fields=["member", "-created_at", "-id"], name="notice_list"),
            models.Index(
                fields=["member"],
                condition=models.Q(read_at=None, withdrawn_at=None),
                name="notice_unread",
            ),
            models.Index(fields=["subject"], name="notice_subject"),
            models.Index(fields=["within"], name="notice_within"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.member_id}"

    @property
    def sentence(self) -> str:
        return TEMPLATES[self.kind] % {key: isolated(part) for key, part in self.parts.items()}


class OutboxEmail(models.Model):
    """A mail that has to reach one member: that something waits for them here, and never what.

    It stays a row until the mail server has taken it.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="letters")
    subject = models.CharField(max_length=60)
    # The page of the site that has the message itself.
    link = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "subject"], name="letter_once"),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=models.Q(sent_at=None), name="letter_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.member_id}"
