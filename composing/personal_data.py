"""What this app keeps about a member."""

from django.utils.translation import gettext_lazy as _

from accounts.data_map import PersonalData
from accounts.models import Member
from composing.models import Draft, Submission, WarningChoice

_UNTIL_YOU_LEAVE = _("until you leave")


def erase(member: Member, _keep_words: bool) -> None:
    """What only the member had, and nobody answers to."""
    for model in (Draft, Submission, WarningChoice):
        model.objects.filter(member=member).delete()


PERSONAL_DATA = (
    PersonalData(
        ("composing.Draft",),
        _("Drafts"),
        _("so that what you began is not lost"),
        _("a year after the last word"),
        "drafts",
        lambda member: list(member.drafts.values("place", "title", "text", "others", "saved_at")),
        erase,
    ),
    PersonalData(
        ("composing.WarningChoice",),
        _("Which content warnings you want shown or folded"),
        _("so that you see what you can bear"),
        _UNTIL_YOU_LEAVE,
        "content_warnings_chosen",
        lambda member: list(member.warning_choices.values("warning__name", "does")),
    ),
    PersonalData(
        ("composing.Submission",),
        _("That a form of yours arrived, and where its words are"),
        _("so that a second press does not post it twice, and you can take it back for a minute"),
        _("30 days"),
        "sent_forms",
        lambda member: list(member.submissions.values("url", "sent_at", "help_messages")),
    ),
)
