"""What this app keeps about a member."""

from django.utils.translation import gettext_lazy as _

from accounts.data_map import PersonalData
from accounts.models import Member
from guidance.models import Dismissal, PromptEvent


def _erase(member: Member, _keep_words: bool) -> None:
    Dismissal.objects.filter(member=member).delete()
    PromptEvent.objects.filter(member=member).delete()


PERSONAL_DATA = (
    PersonalData(
        ("guidance.Dismissal",),
        _("Tips you let stand"),
        _("so that you are not asked again"),
        _("30 days"),
        "guidance_i_let_stand",
        lambda member: list(Dismissal.objects.filter(member=member).values("rule", "made_at")),
        _erase,
    ),
    PersonalData(
        ("guidance.PromptEvent",),
        _("What was said beside the box while you wrote; none of your words"),
        _("so that rules that do not help are taken away"),
        _("until you leave"),
        "guidance_shown_to_me",
        lambda member: list(
            PromptEvent.objects.filter(member=member).values("rule", "message", "shown_at")
        ),
    ),
    PersonalData(
        (
            "guidance.GuidelineVersion",
            "guidance.RuleVersion",
            "guidance.TermListVersion",
            "guidance.HelpLineVersion",
        ),
        _("Who of the team changed a guideline, a rule or a help line"),
        _("so that changes can be checked"),
        _("for good, without the name once they have left"),
    ),
)
