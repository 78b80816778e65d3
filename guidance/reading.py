from guidance.models import Guideline, HelpLine


def norms() -> list[Guideline]:
    """The published guidelines in their order."""
    return list(Guideline.objects.published())


def help_lines() -> list[HelpLine]:
    return list(HelpLine.objects.all())
