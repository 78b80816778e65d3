"""Everything that a member can be told of: one line each."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class NotificationType:
    """``sentence`` names people and titles by %(who)s, %(topic)s and the like, and never a post's
    words. What ``is_personal`` is told to this member alone, and stays whatever happens to the
    post it is about."""

    name: str
    sentence: Promise
    is_personal: bool = False


NOTIFICATION_TYPES = (
    NotificationType("reply", _("%(who)s replied to you in “%(topic)s”")),
    NotificationType("mention", _("%(who)s named you in “%(topic)s”")),
    NotificationType("topic", _("New replies in “%(topic)s”, which you follow")),
    NotificationType("reaction", _("Your post in “%(topic)s” got a quiet thank-you, hug or nod")),
    NotificationType(
        "decision",
        _("The moderators looked at your post in “%(topic)s”. Please read what they say"),
        is_personal=True,
    ),
    NotificationType(
        "standing", _("The team changed what you can do here. Please read why"), is_personal=True
    ),
    NotificationType(
        "second_step_asked",
        _("An admin asks you to take the second step of %(who)s away, because it was lost"),
        is_personal=True,
    ),
    NotificationType(
        "restored",
        _("Your post in “%(topic)s” is shown again. The moderators say: %(reason)s"),
        is_personal=True,
    ),
    NotificationType(
        "about_name",
        _("The moderators looked at your name here. Please read what they say"),
        is_personal=True,
    ),
    NotificationType(
        "let_through",
        _("Your post in “%(topic)s” was read and is published now. Thank you"),
        is_personal=True,
    ),
    NotificationType(
        "not_published",
        _("The moderators read your post “%(topic)s”. Please read what they say"),
        is_personal=True,
    ),
    NotificationType(
        "admitted",
        _("Welcome: the team said yes. You can read and write everywhere now"),
        is_personal=True,
    ),
    NotificationType(
        "not_admitted",
        _("The team looked at your membership. Please read what they say"),
        is_personal=True,
    ),
    NotificationType(
        "thanked", _("The moderators thank you for your post in “%(topic)s”"), is_personal=True
    ),
    NotificationType(
        "hidden_for_now",
        _(
            "Several members reported your post in “%(topic)s”. It is hidden until a moderator has "
            "looked at it"
        ),
        is_personal=True,
    ),
    NotificationType(
        "taken_back",
        _("A decision of the team about you was taken back. Please read why"),
        is_personal=True,
    ),
    NotificationType(
        "appeal_decided",
        _("Somebody else looked at the decision again. Please read what they say"),
        is_personal=True,
    ),
    NotificationType(
        "care", _("Somebody from the team wrote to you, in private"), is_personal=True
    ),
    NotificationType(
        "care_answered",
        _("A person the team wrote to has answered. Please look soon"),
        is_personal=True,
    ),
    NotificationType(
        "worry_waits", _("Somebody is worried about a person. Please look soon"), is_personal=True
    ),
    NotificationType("buddy", _("%(who)s could do with some company"), is_personal=True),
    NotificationType(
        "step_late", _("A step for a person is late. Please look who can do it"), is_personal=True
    ),
    NotificationType(
        "report_misused", _("A word about a report of yours. Please read it"), is_personal=True
    ),
    NotificationType(
        "warning_suggested",
        _(
            "Some readers think that your post in “%(topic)s” could do with a warning: "
            "%(warning)s. You can add it, or leave it"
        ),
    ),
    NotificationType(
        "topic_slowed",
        _("“%(topic)s” became lively and goes slowly for now. Please have a look"),
        is_personal=True,
    ),
    NotificationType(
        "topic_tended",
        _("A moderator did something with your topic “%(topic)s”: %(what)s"),
        is_personal=True,
    ),
    NotificationType(
        "rule_on_trial",
        _("The rule “%(rule)s” was let stand nearly every time. It listens in silence now"),
        is_personal=True,
    ),
    NotificationType(
        "report_received",
        _("Thank you for telling us. The moderators will look at it"),
        is_personal=True,
    ),
    NotificationType(
        "report_closed",
        _("The moderators looked at what you told them. Thank you"),
        is_personal=True,
    ),
)
BY_NAME = {each.name: each for each in NOTIFICATION_TYPES}
