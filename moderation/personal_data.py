"""What this app keeps about a member."""

from django.utils.translation import gettext_lazy as _

from accounts.data_map import PersonalData
from moderation.actions.erasing import erase
from moderation.models import Access, Appeal, CareNote, Decision, Report

_KEPT_FOR = _("the fact for good; the words until you leave")
_CHECKED = _("so that decisions can be checked")
PERSONAL_DATA = (
    PersonalData(
        ("moderation.Report",),
        _("What you reported"),
        _("so that moderators can look"),
        _("the post as it was, until a month after the decision; your words until you leave"),
        "my_reports",
        lambda member: list(
            Report.objects.filter(reporter=member).values(
                "reason", "guideline__number", "words", "made_at", "closed_at"
            )
        ),
    ),
    PersonalData(
        ("moderation.Decision", "moderation.Undone", "moderation.Batch"),
        _("Decisions about you"),
        _CHECKED,
        _KEPT_FOR,
        "decisions_about_me",
        lambda member: list(
            # Of a report that led to nothing its author hears nothing, whatever the team noted.
            Decision.objects.filter(about=member)
            .exclude(outcome=Decision.Outcome.NO_ACTION)
            .values(
                "outcome", "guideline__number", "reason", "days", "until", "snapshot", "made_at"
            )
        ),
        erase,
    ),
    PersonalData(
        ("moderation.Appeal",),
        _("Your appeals"),
        _CHECKED,
        _KEPT_FOR,
        "my_appeals",
        lambda member: list(
            Appeal.objects.filter(member=member).values(
                "decision_id", "words", "status", "reason", "made_at", "decided_at"
            )
        ),
    ),
    PersonalData(
        ("moderation.CareNote",),
        _("What you and the team wrote to each other in private"),
        _("so that you are not alone with it"),
        _KEPT_FOR,
        "written_in_private",
        lambda member: list(
            CareNote.objects.filter(case__about=member).values("by__pseudonym", "words", "made_at")
        ),
    ),
    PersonalData(
        ("moderation.Access",),
        _("That somebody of the team looked at something private of yours, and why"),
        _("so that the team can be checked"),
        _KEPT_FOR,
        "looks_at_my_data",
        lambda member: list(
            Access.objects.filter(member=member).values(
                "what", "post_id", "held_id", "reason", "made_at"
            )
        ),
    ),
    PersonalData(
        ("moderation.Case", "moderation.CaseLogEntry", "moderation.Step"),
        _("What moderators noted about a case with you in it"),
        _("so that the next one does not ask you again"),
        _KEPT_FOR,
    ),
    PersonalData(
        (
            "moderation.Duty",
            "moderation.QueueView",
            "moderation.CaseSkip",
            "moderation.CheckIn",
            "moderation.CareSettings",
        ),
        _("Of the team: when they are on duty, and how they work"),
        _("so that the work is shared"),
        _("until they leave"),
    ),
)
