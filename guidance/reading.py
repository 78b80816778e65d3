from datetime import timedelta

from guidance.models import Guideline, HelpLine

CHECK_AGAIN_AFTER = timedelta(days=180)


def norms() -> list[Guideline]:
    """The published guidelines in their order."""
    return list(Guideline.objects.published())


def help_lines() -> list[HelpLine]:
    return list(HelpLine.objects.all())
