"""What members may keep here."""

from django.utils.translation import gettext_lazy as _

from accounts.exceptions import ActionDenied
from accounts.models import Member


def check_autosave_draft(member: Member) -> None:
    """What somebody writes about their health is kept once they have agreed to that, and not
    before: until then it stays on their device."""
    if not member.has_consented:
        raise ActionDenied(
            _("You have not agreed yet that we keep what you write, so it was not kept here."),
            ("guidance:welcome", _("Read and agree")),
        )
